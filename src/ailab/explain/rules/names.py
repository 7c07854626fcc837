"""Names that Python does not find."""

import ast
import re
import sys
from typing import Final

from ailab.explain.near import BUILTINS, course_words, nearest, own_names
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations

_OTHER_LANGUAGES: Final = {"null": "None", "nil": "None", "undefined": "None", "true": "True", "false": "False", "none": "None"}
_ALIASES: Final = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "numpy": "import numpy",
    "pandas": "import pandas",
}


def _name(stop: Stop) -> str:
    return str(getattr(stop.error, "name", None) or "")


def used_inside_before_given(stop: Stop, say: Translations) -> Told | None:
    """An UnboundLocalError: a function gives the name a value, and uses it before."""
    found = stop.says(r"local variable '(\w+)'")
    if not found:
        return None
    return Told(
        say("Inside this function `{name}` is used before it has a value there.").format(name=found[1]),
        say("Give `{name}` a value on the first line of the function, or write it between the brackets of `def`.").format(name=found[1]),
    )


def given_later(stop: Stop, say: Translations) -> Told | None:
    """The cell gives the name a value, but further down."""
    name = _name(stop)
    later = [number for number in _lines_that_give(name, stop.source) if stop.line and number > stop.line]
    if not later:
        return None
    return Told(
        say("`{name}` is used before it has a value: it gets one only on line {line}.").format(name=name, line=later[0]),
        say("Move line {line} further up, above the line that uses `{name}`.").format(line=later[0], name=name),
    )


def _lines_that_give(name: str, source: str) -> list[int]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == name)
        or (isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name)
    )


def not_imported(stop: Stop, say: Translations) -> Told | None:
    """A module, or a word of ailab, that was not imported."""
    name = _name(stop)
    line = _import_line(name)
    if not line:
        return None
    return Told(
        say("`{name}` has not been imported yet.").format(name=name),
        say("Write `{line}` above, and run it first.").format(line=line),
    )


def _import_line(name: str) -> str:
    if name in course_words():
        return f"from ailab import {name}"
    return _ALIASES.get(name, f"import {name}" if name in sys.stdlib_module_names else "")


def of_another_language(stop: Stop, say: Translations) -> Told | None:
    """A word such as `true`, which Python spells otherwise."""
    name = _name(stop)
    if name not in _OTHER_LANGUAGES:
        return None
    return Told(
        say("Nothing is called `{name}` here.").format(name=name),
        say("In Python it is written `{near}`.").format(near=_OTHER_LANGUAGES[name]),
    )


def misspelled(stop: Stop, say: Translations) -> Told | None:
    """A name that is nearly one of those there are."""
    name = _name(stop)
    near = nearest(name, {*own_names(stop.names), *BUILTINS} - {name})
    if near is None:
        return None
    what = say("Nothing is called `{name}` here.").format(name=name)
    if near in BUILTINS and _looks_like_text(name, stop):
        return Told(
            what, say('Did you mean `{near}`? If it is a text, put it in quotation marks: `"{name}"`.').format(near=near, name=name)
        )
    return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near))


def text_without_marks(stop: Stop, say: Translations) -> Told | None:
    """A word given to a function or to `=`, most likely meant as text."""
    name = _name(stop)
    if not name or not _looks_like_text(name, stop):
        return None
    return Told(
        say("Nothing is called `{name}` here.").format(name=name),
        say('If it is a text, put it in quotation marks: `"{name}"`. If it is a variable, give it a value first.').format(name=name),
    )


def _looks_like_text(name: str, stop: Stop) -> bool:
    return not re.search(rf"\b{re.escape(name)}\s*[.(\[]", stop.code)


def unknown_function(stop: Stop, say: Translations) -> Told | None:
    """Anything else that is called or used."""
    name = _name(stop)
    return Told(
        say("Nothing is called `{name}` here.").format(name=name or stop.message),
        say("Run the cell that defines it first. If it has none yet, define it above this line."),
    )
