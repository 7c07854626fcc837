"""The messages an installed front end asks for, read from its bundles and its settings' schemas."""

import json
import re
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

SHARE = Path(sysconfig.get_path("data")) / "share" / "jupyter"

_TEXT = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
_CALL = re.compile(rf"\.(__|_n|_p|gettext|ngettext|pgettext)\(\s*{_TEXT}(?:\s*,\s*{_TEXT})?", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}

# The places of a schema that JupyterLab's server translates, with the context it asks for.
_SCHEMA_PLACES = {
    "properties/.*/(title|description)": "settings",
    "definitions/.*/properties/.*/(title|description)": "settings",
    "title|description": "schema",
    r"jupyter\.lab\.setting-icon-label": "settings",
    r"jupyter\.lab\.menus/.*/label": "menu",
    r"jupyter\.lab\.toolbars/.*/label": "toolbar",
}


class Message(NamedTuple):
    """What stands in a catalogue before its translation."""

    context: str
    text: str


def asked_messages() -> frozenset[Message]:
    """Return every message of JupyterLab, Notebook and the widgets, of all domains."""
    return frozenset([*_of_scripts(_scripts()), *_of_schemas((SHARE / "lab" / "schemas").rglob("*.json"))])


def _scripts() -> Iterator[Path]:
    notebook = find_spec("notebook")
    assert notebook is not None
    assert notebook.origin is not None
    extensions = (SHARE / "labextensions" / name for name in ("@jupyter-notebook", "@jupyter-widgets"))
    for folder in (SHARE / "lab" / "static", Path(notebook.origin).parent / "static", *extensions):
        yield from folder.rglob("*.js")


def _of_scripts(paths: Iterable[Path]) -> Iterator[Message]:
    for path in paths:
        for call in _CALL.finditer(path.read_text(encoding="utf-8", errors="replace")):
            function, first, second = call[1], _unquoted(call[2]), _unquoted(call[3] or '""')
            yield Message(first, second) if function in ("_p", "pgettext") else Message("", first)


def _unquoted(literal: str) -> str:
    return _ESCAPE.sub(lambda found: _letter(found[1]), literal[1:-1])


def _letter(code: str) -> str:
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return _LETTERS.get(code, code)


def _of_schemas(paths: Iterable[Path]) -> Iterator[Message]:
    for path in paths:
        schema = json.loads(path.read_text(encoding="utf-8"))
        own = schema.get("jupyter.lab.internationalization", {}).get("selectors", [])
        places = {re.compile(f"/(?:{place})"): context for place, context in {**_SCHEMA_PLACES, **dict.fromkeys(own, "schema")}.items()}
        for place, text in _leaves(schema):
            if context := next((context for pattern, context in places.items() if pattern.fullmatch(place)), ""):
                yield Message(context, text)


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, dict):
                yield from _leaves(inner, f"{place}[{number}]")
