"""The script and the style of a page: the activities' own front end, and what stands in for Python."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from typing import Final

from ailab.activities.choosing import Quiz
from ailab.activities.listening import Spoken
from ailab.activities.ordering import Parsons
from ailab.activities.predicting import Prediction
from ailab.activities.presence import front_text
from ailab.activities.reflecting import Reflection, Stars
from ailab.activities.sorting import CardSorter
from ailab.activities.watching import Viewer

_IMPORT: Final = re.compile(r"^import .*;$", re.MULTILINE)
_HERE: Final = files(__package__) / "front"
_KINDS: Final = (Quiz, Parsons, CardSorter, Prediction, Reflection, Stars, Viewer, Spoken)
_DESK: Final = ("icons.js", "text.js", "history.js", "notebook.js", "voice.js", "stage.js", "desk.js")
_DEFAULT: Final = re.compile(r"^export default (.*);$", re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=class |const |let |function |async )", re.MULTILINE)


def page_script(kinds: Iterable[str]) -> str:
    """Return one script for these kinds of activities; a page without any needs none but the one that plays pictures."""
    wanted = [kind for kind in _KINDS if kind.kind in set(kinds)]
    shared = dict.fromkeys(part for kind in wanted for part in kind.views[:-1])
    desk = _plain(front_text(*_DESK, *shared)) if wanted else _plain(front_text("text.js", "stage.js"))
    views = "\n".join(f"views.{kind.kind} = (() => {{\n{_view(kind.views[-1])}\n}})();" for kind in wanted)
    return f"(() => {{\n'use strict';\n{desk}\nconst views = {{}};\n{views}\n{_plain(_own('replay.js'))}\n{_own('paper.js')}\n}})();"


def project_script() -> str:
    """Return the script of a project's page."""
    parts = "\n".join(_IMPORT.sub("", _plain(_own(name))) for name in ("sorter.js", "replay.js", "project.js"))
    return f"(() => {{\n'use strict';\n{parts}\n}})();"


def page_style(kinds: Iterable[str]) -> str:
    """Return the style of a page, that of activities included where there are some."""
    return "\n".join([*([front_text("desk.css")] if list(kinds) else []), _own("page.css")])


def project_style() -> str:
    """Return what a project's page adds to the style of every page."""
    return _own("project.css")


def policy(script: str) -> str:
    """Return the rule for browsers: this script and no other, nothing from anywhere, nothing to anywhere."""
    known = b64encode(sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _view(part: str) -> str:
    return _DEFAULT.sub(r"return \1;", _plain(front_text(part)))


def _plain(text: str) -> str:
    """Return a module's text as it stands inside one script."""
    return _EXPORT.sub("", text)


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
