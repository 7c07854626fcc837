"""Modules and files: what lies outside the notebook."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from ailab.explain.near import nearest
from ailab.explain.stop import Stop, shown
from ailab.explain.told import Told
from ailab.lang import Translations

_OFTEN: Final = ("ailab", "matplotlib", "numpy", "pandas", "sklearn")
_OTHER_NAMES: Final = {"scikit": "sklearn", "scikit_learn": "sklearn", "matplot": "matplotlib", "panda": "pandas"}


def no_module(stop: Stop, say: Translations) -> Told | None:
    """A module that is not there."""
    name = str(getattr(stop.error, "name", None) or "")
    if not name:
        return None
    what = say("There is no module `{name}` on this machine.").format(name=name)
    near = _OTHER_NAMES.get(name) or nearest(name, {*sys.stdlib_module_names, *_OFTEN} - {name})
    if near and find_spec(near):
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near))
    return Told(what, say("Check how it is spelled. If it is right, it has to be installed first: ask your trainer."))


def not_in_module(stop: Stop, say: Translations) -> Told | None:
    """Something that a module does not hold."""
    found = stop.says(r"cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'")
    if not found:
        return None
    name, module = found.groups()
    what = say("The module `{module}` has no `{name}`.").format(module=module, name=name)
    near = nearest(name, [word for word in dir(sys.modules.get(module)) if not word.startswith("_")])
    if near:
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near))
    return Told(what, say("Check how it is spelled. `dir({module})` lists what the module has.").format(module=module))


def no_file(stop: Stop, say: Translations) -> Told | None:
    """A file that is not where it was looked for."""
    name = getattr(stop.error, "filename", None)
    if not isinstance(name, str):
        return None
    what = say("There is no file `{name}` in this place.").format(name=shown(name))
    near = nearest(Path(name).name, _beside(Path(name)))
    if near:
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=shown(near)))
    return Told(what, say("Check the name, its ending too, and that the file lies in the same folder as this notebook."))


def _beside(path: Path) -> list[str]:
    try:
        return [entry.name for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return []
