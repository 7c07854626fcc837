"""The zoo of tests/notebooks/: assignments as teachers write them, and what learners hand in for them.

A file is one assignment of one notebook. Its cells begin with a marker:

    # %% markdown            # %% plain               cells of no concern to nbgrader
    # %% answer NAME         # %% given NAME          solution cell, locked cell
    # %% test NAME POINTS                             graded by nbgrader
    # %% written NAME POINTS # %% manual NAME POINTS  # %% task NAME POINTS   graded by a person
    # %% file PATH                                    stands beside the notebook

After `# === LEARNER` stands how that learner's notebook differs from the solution (see `_CHANGES`).
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from ailab.office.gradebook import generate_assignment, set_due

ZOO: Final = Path(__file__).resolve().parents[1] / "notebooks"
DUE: Final = "2026-11-20T10:00:00Z"
_KERNEL: Final = {"name": "python3", "display_name": "Python 3", "language": "python"}
_KINDS: Final = {
    # kind: cell type, grade, solution, locked, task
    "answer": ("code", False, True, False, False),
    "given": ("code", False, False, True, False),
    "test": ("code", True, False, True, False),
    "written": ("markdown", True, True, False, False),
    "manual": ("code", True, True, False, False),
    "task": ("markdown", False, False, True, True),
}
_SOLUTION_MARKERS: Final = re.compile(r"^ *### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
_HIDDEN: Final = re.compile(r"^ *### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS\n?", re.MULTILINE | re.DOTALL)

CONFIG: Final = """import os
import sys

c = get_config()
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
c.CourseDirectory.root = here
c.CourseDirectory.course_id = "zoo"
c.ExecutePreprocessor.timeout = {seconds}
c.AssignLatePenalties.plugin_class = "one_point_a_day.OnePointADay"
"""
PLUGIN: Final = '''"""A point for each day."""

from nbgrader.plugins import BasePlugin


class OnePointADay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return -1 if total_seconds_late < 1 else round(total_seconds_late / 86400, 2)
'''


@dataclass(frozen=True, slots=True)
class Part:
    """A marker line and what stands below it."""

    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One file of the zoo."""

    name: str
    parts: tuple[Part, ...]
    learners: dict[str, tuple[Part, ...]]


@dataclass(slots=True)
class _HandedIn:
    """A submission on its way."""

    name: str
    notebook: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    seconds_late: int = -3600
    content: bytes | None = None
    folder: bool = False

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Return the cells."""
        found: list[dict[str, Any]] = self.notebook["cells"]
        return found

    def at(self, name: str) -> int:
        """Return where a cell stands."""
        return next(i for i, cell in enumerate(self.cells) if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)


def read_assignment(path: Path) -> Assignment:
    """Return an assignment of the zoo."""
    top, *rest = re.split(r"^# === *(\w+) *\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    learners = {name: tuple(_parts(text)) for name, text in zip(rest[::2], rest[1::2], strict=True)}
    return Assignment(name=path.stem, parts=tuple(_parts(top)), learners={"solution": (), **learners})


def _parts(text: str) -> Iterator[Part]:
    _, *rest = re.split(r"^# %% *(.+) *\n", text, flags=re.MULTILINE)
    for words, body in zip(rest[::2], rest[1::2], strict=True):
        yield Part(tuple(words.split()), body.rstrip("\n"))


def make_course(root: Path, *, cell_seconds: int = 30) -> None:
    """Lay out an empty nbgrader course with a late penalty of one point a day."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text(CONFIG.format(seconds=cell_seconds), encoding="utf-8")
    (root / "one_point_a_day.py").write_text(PLUGIN, encoding="utf-8")


def hand_out(root: Path, assignment: Assignment, learners: frozenset[str] | None = None) -> None:
    """Write the source of an assignment, have nbgrader generate it, and hand in what its learners did."""
    name = assignment.name
    _write(root / "source" / name, {f"{name}.ipynb": _bytes(source_notebook(assignment)), **_files(assignment.parts)})
    generate_assignment(root, name)
    set_due(root, name, DUE)
    release = json.loads((root / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    for learner, changes in assignment.learners.items():
        if learners is None or learner in learners:
            _hand_in(root / "submitted" / learner.replace("_", "-") / name, assignment, release, learner, changes)


def source_notebook(assignment: Assignment) -> Any:
    """Return the teacher's notebook."""
    cells = [_cell(part) for part in assignment.parts if part.words[0] != "file"]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return new_notebook(cells=cells, metadata={"kernelspec": _KERNEL})


def _cell(part: Part) -> Any:
    kind = part.words[0]
    if kind not in _KINDS:
        return new_markdown_cell(part.text) if kind == "markdown" else new_code_cell(part.text)
    cell_type, grade, solution, locked, task = _KINDS[kind]
    label: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": part.words[1],
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": task,
    }
    if grade or task:
        label["points"] = int(part.words[2])
    make: Callable[..., Any] = new_code_cell if cell_type == "code" else new_markdown_cell
    cell: Any = make(part.text, metadata={"nbgrader": label})
    return cell


def _files(parts: tuple[Part, ...]) -> dict[str, bytes]:
    return {part.words[1]: f"{part.text}\n".encode() for part in parts if part.words[0] == "file"}


def _bytes(notebook: Any) -> bytes:
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _hand_in(folder: Path, assignment: Assignment, release: Any, learner: str, changes: tuple[Part, ...]) -> None:
    work = _HandedIn(name=assignment.name, notebook=deepcopy(release), files=_files(assignment.parts))
    if learner != "untouched":
        _solve(work, assignment)
    for change in changes:
        _CHANGES[change.words[0]](work, change)
    _write(folder, work.files)
    folder.mkdir(parents=True, exist_ok=True)
    if work.folder:
        (folder / f"{work.name}.ipynb").mkdir()
    elif work.name:
        (folder / f"{work.name}.ipynb").write_bytes(_bytes(work.notebook) if work.content is None else work.content)
    (folder / "timestamp.txt").write_text(_stamp(work.seconds_late), encoding="utf-8")


def _solve(work: _HandedIn, assignment: Assignment) -> None:
    for part in assignment.parts:
        if part.words[0] in ("answer", "manual"):
            work.cells[work.at(part.words[1])]["source"] = _SOLUTION_MARKERS.sub("", part.text)


def _stamp(seconds_late: int) -> str:
    due = datetime.strptime(DUE, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return f"{due + timedelta(seconds=seconds_late):%Y-%m-%d %H:%M:%S.%f} UTC\n"


# What a learner can do to a notebook.


def _replace(work: _HandedIn, change: Part) -> None:
    work.cells[work.at(change.words[1])]["source"] = change.text


def _insert(after: int) -> Callable[[_HandedIn, Part], None]:
    def insert(work: _HandedIn, change: Part) -> None:
        cell = {**new_code_cell(change.text), "id": f"own-{len(work.cells)}"}
        work.cells.insert(work.at(change.words[1]) + after, cell)

    return insert


def _drop(work: _HandedIn, change: Part) -> None:
    del work.cells[work.at(change.words[1])]


def _copy(work: _HandedIn, change: Part) -> None:
    work.cells.append({**deepcopy(work.cells[work.at(change.words[1])]), "id": "copied"})


def _retype(work: _HandedIn, change: Part) -> None:
    cell = work.cells[work.at(change.words[1])]
    if cell["cell_type"] == "code":
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]
    else:
        cell |= {"cell_type": "code", "outputs": [], "execution_count": None}


def _metadata(work: _HandedIn, change: Part) -> None:
    _, name, key, value = change.words
    labels = work.cells[work.at(name)]["metadata"]
    if key == "nbgrader":
        del labels["nbgrader"]
    elif value == "null":
        del labels["nbgrader"][key]
    else:
        labels["nbgrader"][key] = json.loads(value) if value in ("true", "false") or value.isdigit() else value


def _tag(work: _HandedIn, change: Part) -> None:
    work.cells[work.at(change.words[1])]["metadata"]["tags"] = [change.words[2]]


def _format(work: _HandedIn, change: Part) -> None:
    major, _, minor = change.words[1].partition(".")
    if major == "3":
        work.notebook = nbformat.convert(nbformat.reads(json.dumps(work.notebook), as_version=4), 3)
        return
    work.notebook["nbformat"], work.notebook["nbformat_minor"] = int(major), int(minor)
    for cell in work.cells:
        del cell["id"]


def _kernel(work: _HandedIn, change: Part) -> None:
    name = change.words[1]
    work.notebook["metadata"].pop("kernelspec", None)
    if name != "none":
        work.notebook["metadata"]["kernelspec"] = {"name": name, "display_name": name, "language": name}


def _broken(work: _HandedIn, change: Part) -> None:
    whole = _bytes(work.notebook)
    broken = {
        "json": whole[: len(whole) // 2],
        "empty": b"",
        "list": b"[" + whole + b"]",
        "bom": b"\xef\xbb\xbf" + whole,
        "latin1": whole.replace(b"Why?", "Pourquoi ? À cause du thé.".encode("latin-1")),
        "no_cells": b'{"metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    }
    work.folder = change.words[1] == "folder"
    work.content = broken.get(change.words[1])


def _late(work: _HandedIn, change: Part) -> None:
    work.seconds_late = int(change.words[1])


def _missing(work: _HandedIn, change: Part) -> None:
    work.name = ""


def _renamed(work: _HandedIn, change: Part) -> None:
    work.name = change.words[1]


def _file(work: _HandedIn, change: Part) -> None:
    work.files |= _files((change,))


def _notebook(work: _HandedIn, change: Part) -> None:
    work.files[f"{change.words[1]}.ipynb"] = _bytes(new_notebook(cells=[new_code_cell("1", id="one")]))


_CHANGES: Final[dict[str, Callable[[_HandedIn, Part], None]]] = {
    "answer": _replace,
    "replace": _replace,
    "before": _insert(0),
    "after": _insert(1),
    "drop": _drop,
    "copy": _copy,
    "retype": _retype,
    "metadata": _metadata,
    "tag": _tag,
    "format": _format,
    "kernel": _kernel,
    "broken": _broken,
    "late": _late,
    "missing": _missing,
    "renamed": _renamed,
    "file": _file,
    "notebook": _notebook,
}


def grades(root: Path) -> list[tuple[Any, ...]]:
    """Return what a gradebook says of everybody, without the random ids of its rows."""
    with sqlite3.connect(root / "gradebook.db") as book:
        rows = [row for query in _QUERIES for row in book.execute(query)]
    book.close()
    return sorted(rows, key=repr)


_BOOK: Final = (
    "join submitted_assignment s on sn.assignment_id = s.id join assignment a on s.assignment_id = a.id "
    "join notebook n on sn.notebook_id = n.id"
)
_OF: Final = f"join submitted_notebook sn on {{0}}.notebook_id = sn.id {_BOOK} join base_cell b on {{0}}.cell_id = b.id"
_QUERIES: Final = (
    f"select a.name, s.student_id, n.name, b.name, 'grade', g.auto_score, g.manual_score, g.needs_manual_grade from grade g {_OF.format('g')}",
    f"select a.name, s.student_id, n.name, b.name, 'comment', c.auto_comment, c.manual_comment from comment c {_OF.format('c')}",
    f"select a.name, s.student_id, n.name, 'penalty', sn.late_submission_penalty from submitted_notebook sn {_BOOK}",
    "select a.name, s.student_id, 'handed in', s.timestamp from submitted_assignment s join assignment a on s.assignment_id = a.id",
    "select 'learner', id from student",
)
