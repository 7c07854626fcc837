"""What stands behind a dot."""

import ast
import sys
from typing import Any, Final

from ailab.explain.kinds import kind_word
from ailab.explain.near import nearest
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations

_HABITS: Final = {
    ("list", "push"): "{0}.append(…)",
    ("list", "add"): "{0}.append(…)",
    ("list", "length"): "len({0})",
    ("list", "size"): "len({0})",
    ("list", "contains"): "… in {0}",
    ("list", "join"): '", ".join({0})',
    ("list", "get"): "{0}[0]",
    ("list", "lower"): "[word.lower() for word in {0}]",
    ("str", "length"): "len({0})",
    ("str", "size"): "len({0})",
    ("str", "contains"): "… in {0}",
    ("str", "append"): "{0} + …",
    ("str", "push"): "{0} + …",
    ("str", "reverse"): "{0}[::-1]",
    ("str", "toUpperCase"): "{0}.upper()",
    ("str", "toLowerCase"): "{0}.lower()",
    ("str", "trim"): "{0}.strip()",
    ("str", "sort"): "sorted({0})",
    ("dict", "has_key"): "… in {0}",
    ("dict", "add"): "{0}[…] = …",
    ("dict", "append"): "{0}[…] = …",
    ("dict", "length"): "len({0})",
    ("dict", "sort"): "sorted({0})",
    ("set", "append"): "{0}.add(…)",
    ("set", "push"): "{0}.add(…)",
    ("tuple", "append"): "{0} + (…,)",
    ("DataFrame", "append"): "pd.concat([{0}, …])",
}
"""How other languages say it, and how Python does."""


def _parts(stop: Stop) -> tuple[Any, str]:
    return getattr(stop.error, "obj", None), str(getattr(stop.error, "name", None) or "")


def of_other_languages(stop: Stop, say: Translations) -> Told | None:
    """`list.push` and the like."""
    holder, name = _parts(stop)
    kind = type(holder).__name__
    if (kind, name) not in _HABITS:
        return None
    return Told(
        _no_attribute(kind, name, say),
        say("In Python it is written `{python}`.").format(python=_HABITS[kind, name].format(_holder(stop))),
    )


def _holder(stop: Stop) -> str:
    """Return the code before the dot, as far as it is known."""
    node = stop.piece()
    return ast.unparse(node.value) if isinstance(node, ast.Attribute) else "…"


def _no_attribute(kind: str, name: str, say: Translations) -> str:
    return say("Behind the dot stands `{name}`, and {kind} has nothing of that name.").format(name=name, kind=kind_word(kind, say))


def own_file_in_the_way(stop: Stop, say: Translations) -> Told | None:
    """A file of the learner's that has the name of a module of Python."""
    holder, _ = _parts(stop)
    module = str(getattr(holder, "__name__", ""))
    if type(holder).__name__ != "module" or module not in sys.stdlib_module_names or module in sys.builtin_module_names:
        return None
    file = str(getattr(holder, "__file__", "") or "")
    if not file or file.startswith((sys.prefix, sys.base_prefix)):
        return None
    return Told(
        say("A file of yours is called `{module}.py`, so Python reads it instead of its own module.").format(module=module),
        say("Give your file another name, then restart the kernel."),
    )


def misspelled_attribute(stop: Stop, say: Translations) -> Told | None:
    """A name behind the dot that is nearly one of those there are."""
    holder, name = _parts(stop)
    if not name or holder is None:
        return None
    kind = type(holder).__name__
    if kind == "module":
        what = say("The module `{module}` has no `{name}`.").format(module=holder.__name__, name=name)
    elif isinstance(holder, type):
        what = say("`{holder}` has no `{name}`.").format(holder=holder.__name__, name=name)
    else:
        what = _no_attribute(kind, name, say)
    near = nearest(name, [word for word in dir(holder) if not word.startswith("_")])
    if near:
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near))
    return Told(what, say("`dir(…)` lists what there is. Is the value in front of the dot the one you meant?"))
