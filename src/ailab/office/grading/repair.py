"""A received notebook made fit for nbgrader: pure, from bytes and release to notebook and notes.

The release says what a cell is; the learner says what stands in it. So all metadata comes from the release, and
nothing a learner can edit (points, locks, ids, formats of other versions) survives: only their sources do.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from ailab.checks.show import FINDINGS_TYPE
from ailab.lang import as_language

LARGEST_NOTEBOOK: Final = 30_000_000
"""Bytes; a notebook with its pictures seldom has one million."""
_LONGEST_SOURCE: Final = 200_000
_MOST_CELLS: Final = 2_000
_MOST_HINTS: Final = 99
_MAKERS: Final = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


class Unreadable(ValueError):
    """Bytes that are no notebook; its text is the kind of note to give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A notebook that nbgrader can take, and what was done to it."""

    notebook: Any
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Received:
    """A cell as it came, with the nothing of it that is trusted taken out."""

    kind: str
    source: str
    id: str
    label: Any
    """nbgrader's metadata as found: looked at to say what was wrong, never kept."""

    @property
    def grade_id(self) -> str:
        found = self.label.get("grade_id") if isinstance(self.label, dict) else None
        return found if isinstance(found, str) else ""


def read_json(content: bytes) -> dict[str, Any]:
    """Return the notebook these bytes hold, as plain data.

    Raises
    ------
    Unreadable
        When it is too big, broken, or no notebook.
    """
    if len(content) > LARGEST_NOTEBOOK:
        raise Unreadable("too_big")
    try:
        data = json.loads(content)
        if data.get("nbformat", 0) < nbformat.current_nbformat:
            data = nbformat.convert(nbformat.from_dict(data), nbformat.current_nbformat)
    except Exception as error:
        raise Unreadable("damaged") from error
    if not isinstance(data.get("cells"), list) or not 0 < len(data["cells"]) <= _MOST_CELLS:
        raise Unreadable("damaged")
    return dict(data)


def exercise_of(data: dict[str, Any]) -> str:
    """Return the exercise a notebook says it is, or an empty text."""
    found = _facts(data).get("exercise")
    return found if isinstance(found, str) else ""


def language_of(data: dict[str, Any]) -> str:
    """Return the language a notebook says it is in, or an empty text."""
    return as_language(_facts(data).get("language")) or ""


def hints_shown(data: dict[str, Any]) -> int:
    """Return how many hints a notebook says its checks have shown; whatever it says, no grade depends on it."""
    counts = [report.get("hints") for report in _said_reports(data["cells"])]
    return sum(count for count in counts if type(count) is int and 0 < count <= _MOST_HINTS)


def _said_reports(cells: list[Any]) -> Iterator[dict[str, Any]]:
    for outputs in (cell.get("outputs") for cell in cells if isinstance(cell, dict)):
        for output in outputs if isinstance(outputs, list) else ():
            bundle = output.get("data") if isinstance(output, dict) else None
            report = bundle.get(FINDINGS_TYPE) if isinstance(bundle, dict) else None
            if isinstance(report, dict):
                yield report


def _facts(data: dict[str, Any]) -> dict[str, Any]:
    metadata = data.get("metadata")
    found = metadata.get("ailab") if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else {}


def repair_notebook(data: dict[str, Any], release: Any) -> Repaired:
    """Return what a learner handed in, with the cells and the metadata that nbgrader expects.

    `release` is nbgrader's release of this exercise, in any language, all forms inside.
    """
    form = _form(data, release)
    labeled = [
        cell for cell in release.cells if cell.metadata.get("nbgrader") and cell.metadata.get("ailab", {}).get("form") in (None, form)
    ]
    received = [_received(cell) for cell in data["cells"] if isinstance(cell, dict)]
    places = _places(received, labeled)
    notes = [*_notes(received, labeled, places)]
    cells = _put_back(_cells(received, labeled, places), labeled, set(places.values()))
    notebook = nbformat.v4.new_notebook(cells=_with_ids(cells), metadata=_metadata(data, release, form))
    nbformat.validate(notebook)
    return Repaired(notebook=notebook, notes=tuple(dict.fromkeys(notes)))


def _form(data: dict[str, Any], release: Any) -> str:
    claimed = _facts(data).get("form")
    known = {cell.metadata.get("ailab", {}).get("form") for cell in release.cells} - {None}
    return str(claimed if claimed in known else release.metadata.get("ailab", {}).get("form", "python"))


def _received(cell: dict[str, Any]) -> _Received:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    metadata = cell.get("metadata")
    return _Received(
        kind=kind if (kind := cell.get("cell_type")) in _MAKERS else "raw",
        source=(source if isinstance(source, str) else "")[:_LONGEST_SOURCE].encode("utf-8", "replace").decode(),
        id=identity if isinstance(identity := cell.get("id"), str) else "",
        label=metadata.get("nbgrader", {}) if isinstance(metadata, dict) else {},
    )


def _places(received: Sequence[_Received], labeled: Sequence[Any]) -> dict[int, int]:
    """Return which received cell (by position) is which cell of the release: the first that bears its label, else its id."""
    places: dict[int, int] = {}
    for at, cell in enumerate(labeled):
        wanted = cell.metadata.nbgrader.grade_id
        found = next((i for i, each in enumerate(received) if each.grade_id == wanted and i not in places), None)
        if found is None:
            found = next((i for i, each in enumerate(received) if each.id == wanted and not each.grade_id and i not in places), None)
        if found is not None:
            places[found] = at
    return places


def _notes(received: Sequence[_Received], labeled: Sequence[Any], places: dict[int, int]) -> Iterator[str]:
    known = {cell.metadata.nbgrader.grade_id for cell in labeled}
    if any(each.grade_id in known and i not in places for i, each in enumerate(received)):
        yield "copied"
    for at in sorted(set(range(len(labeled))) - set(places.values())):
        yield _deleted(labeled[at])
    for i, at in places.items():
        if received[i].kind != labeled[at].cell_type:
            yield "retyped"
        elif not _same_label(received[i].label, labeled[at].metadata.nbgrader):
            yield "labels"
    answers = [(received[i], labeled[at]) for i, at in places.items() if labeled[at].metadata.nbgrader.solution]
    if answers and all(each.source.strip() == cell.source.strip() for each, cell in answers) and not _deleted_answers(labeled, places):
        yield "untouched"


def _same_label(found: Any, expected: Any) -> bool:
    kept = ("schema_version", "grade", "solution", "locked", "task", "points", "grade_id")
    return isinstance(found, dict) and all(found.get(key) == expected.get(key) for key in kept)


def _deleted(cell: Any) -> str:
    label = cell.metadata.nbgrader
    if label.grade:
        return "written_put_back" if label.solution else "check_put_back"
    return "answer_deleted" if label.solution else "given_put_back"


def _deleted_answers(labeled: Sequence[Any], places: dict[int, int]) -> bool:
    return any(cell.metadata.nbgrader.solution and at not in places.values() for at, cell in enumerate(labeled))


def _cells(received: Sequence[_Received], labeled: Sequence[Any], places: dict[int, int]) -> list[tuple[int | None, Any]]:
    """Return the received cells, made anew, each with its place in the release or None."""
    return [(places.get(i), _made(each, labeled[places[i]] if i in places else None)) for i, each in enumerate(received)]


def _made(cell: _Received, released: Any | None) -> Any:
    if released is None:
        return _MAKERS[cell.kind](cell.source)
    source = cell.source if released.metadata.nbgrader.solution else released.source
    return _MAKERS[released.cell_type](source, id=released.id, metadata=dict(released.metadata))


def _put_back(cells: list[tuple[int | None, Any]], labeled: Sequence[Any], present: set[int]) -> list[Any]:
    for at, released in enumerate(labeled):
        # A deleted answer stays away: its stub could hide an answer that stands in a cell of the learner's own.
        if at in present or (released.metadata.nbgrader.solution and not released.metadata.nbgrader.grade):
            continue
        before = [i for i, (place, _) in enumerate(cells) if place is not None and place < at]
        where = _after_answer(cells, before) if released.metadata.nbgrader.grade else (before[-1] + 1 if before else 0)
        cells.insert(where, (at, _MAKERS[released.cell_type](released.source, id=released.id, metadata=dict(released.metadata))))
    return [cell for _, cell in cells]


def _after_answer(cells: Sequence[tuple[int | None, Any]], before: Sequence[int]) -> int:
    """Return where a deleted graded cell goes: after the learner's own cells too, up to the next cell of the release."""
    start = before[-1] + 1 if before else 0
    return next((i for i in range(start, len(cells)) if cells[i][0] is not None), len(cells))


def _with_ids(cells: Sequence[Any]) -> list[Any]:
    for number, cell in enumerate(cells):
        if not cell.metadata.get("nbgrader"):
            cell["id"] = f"cell-{number}"  # the same bytes at each run
    return list(cells)


def _metadata(data: dict[str, Any], release: Any, form: str) -> dict[str, Any]:
    facts = dict(release.metadata.get("ailab", {}))
    return {
        "kernelspec": dict(release.metadata.get("kernelspec", {})),
        "language_info": {"name": "python"},
        "ailab": {**facts, "language": language_of(data) or facts.get("language", "en"), "form": form},
    }
