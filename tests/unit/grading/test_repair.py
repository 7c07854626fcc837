"""Whatever a learner does to a notebook, nbgrader gets one it can take, or one clear note says why not."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import nbformat
import pytest

from ailab.checks.show import FINDINGS_TYPE
from ailab.office.build import build_course
from ailab.office.course import Course
from ailab.office.gradebook import release_notebook
from ailab.office.grading.repair import Unreadable, exercise_of, hints_shown, read_json, repair_notebook


@pytest.fixture(scope="module")
def release(tiny_course: Course) -> Any:
    files = {str(path): content for path, content in build_course(tiny_course).items()}
    source = nbformat.reads(files["nbgrader/source/tiny_steps/explain_doubling.ipynb"].decode(), as_version=4)
    return release_notebook(source, code_stub="...  # ✎", text_stub="✎")


@pytest.fixture
def received(release: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(nbformat.writes(release))
    next(cell for cell in data["cells"] if role(cell) == "answer")["source"] = ["answer = 42\n"]
    return data


def role(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("ailab", {}).get("role", ""))


def at(data: dict[str, Any], wanted: str) -> int:
    return next(i for i, cell in enumerate(data["cells"]) if role(cell) == wanted)


def labels(notebook: Any) -> list[str]:
    return [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]


def test_an_honest_notebook_keeps_its_cells_and_gets_no_note(received: dict[str, Any], release: Any) -> None:
    repaired = repair_notebook(received, release)

    assert repaired.notes == ()
    assert [cell.source for cell in repaired.notebook.cells] == ["".join(cell["source"]) for cell in received["cells"]]
    assert labels(repaired.notebook) == labels(release)


def delete(wanted: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["cells"].pop(at(data, wanted))


def copy(wanted: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["cells"].append(deepcopy(data["cells"][at(data, wanted)]))


def retype(data: dict[str, Any]) -> None:
    data["cells"][at(data, "answer")]["cell_type"] = "markdown"


def relabel(**changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["cells"][at(data, "check")]["metadata"]["nbgrader"].update(changes)


@pytest.mark.parametrize(
    ("damage", "note"),
    [
        (delete("check"), "check_put_back"),
        (delete("written"), "written_put_back"),
        (delete("given"), "given_put_back"),
        (delete("answer"), "answer_deleted"),
        (copy("check"), "copied"),
        (copy("answer"), "copied"),
        (retype, "retyped"),
        (relabel(points=1000), "labels"),
        (relabel(schema_version=1), "labels"),
        (relabel(schema_version=99), "labels"),
        (relabel(locked=False, grade="yes"), "labels"),
    ],
    ids=[
        "no check",
        "no written",
        "no given",
        "no answer",
        "check twice",
        "answer twice",
        "retyped",
        "points",
        "older format",
        "newer format",
        "flags",
    ],
)
def test_one_damage_gives_one_note(received: dict[str, Any], release: Any, damage: Callable[[dict[str, Any]], None], note: str) -> None:
    damage(received)

    repaired = repair_notebook(received, release)

    assert repaired.notes == (note,)
    assert len(set(labels(repaired.notebook))) == len(labels(repaired.notebook))
    assert set(labels(release)) - set(labels(repaired.notebook)) == ({"explain-doubling-answer"} if note == "answer_deleted" else set())


def test_labels_come_from_the_release_alone(received: dict[str, Any], release: Any) -> None:
    relabel(points=1000, invented="x")(received)

    repaired = repair_notebook(received, release)

    check = next(cell for cell in repaired.notebook.cells if cell.metadata.get("ailab", {}).get("role") == "check")
    assert dict(check.metadata.nbgrader) == dict(next(c for c in release.cells if c.id == check.id).metadata.nbgrader)


def test_a_rewritten_check_cell_is_the_released_one_again(received: dict[str, Any], release: Any) -> None:
    received["cells"][at(received, "check")]["source"] = "2.0"

    repaired = repair_notebook(received, release)

    assert 'check("explain_doubling")' in [cell.source for cell in repaired.notebook.cells]
    assert "2.0" not in [cell.source for cell in repaired.notebook.cells]


def test_a_check_put_back_stands_after_an_answer_in_a_cell_of_the_learners_own(received: dict[str, Any], release: Any) -> None:
    delete("check")(received)
    received["cells"].insert(
        at(received, "written"), {"cell_type": "code", "metadata": {}, "source": "answer = 43", "outputs": [], "execution_count": None}
    )

    sources = [cell.source for cell in repair_notebook(received, release).notebook.cells]

    assert sources.index("answer = 43") < sources.index('check("explain_doubling")')


def test_a_copied_cell_still_runs_without_its_label(received: dict[str, Any], release: Any) -> None:
    copy("answer")(received)
    received["cells"][-1]["source"] = "answer = 7"

    last = repair_notebook(received, release).notebook.cells[-1]

    assert (last.source, "nbgrader" in last.metadata) == ("answer = 7", False)


def test_an_untouched_release_is_told_so(release: Any) -> None:
    assert repair_notebook(json.loads(nbformat.writes(release)), release).notes == ("untouched",)


def test_outputs_and_foreign_metadata_do_not_come_through(received: dict[str, Any], release: Any) -> None:
    received["metadata"]["widgets"] = {"state": "x"}
    received["cells"][at(received, "answer")]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "old"}]

    text = nbformat.writes(repair_notebook(received, release).notebook)

    assert "widgets" not in text
    assert '"old"' not in text


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"{", "damaged"),
        (b"", "damaged"),
        (b"[]", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b'{"cells": [], "nbformat": 4}', "damaged"),
        (b'{"cells": 3, "nbformat": 4}', "damaged"),
        (b"[" * 100_000, "damaged"),
        (b" " * 30_000_001, "too_big"),
    ],
    ids=["half", "empty", "list", "no text", "no cells", "cells no list", "too deep", "too big"],
)
def test_what_is_no_notebook_says_so(content: bytes, note: str) -> None:
    with pytest.raises(Unreadable, match=note):
        read_json(content)


def test_cells_of_any_shape_do_no_harm(received: dict[str, Any], release: Any) -> None:
    received["cells"] += [3, None, {"cell_type": "alien"}, {"cell_type": "code", "source": 7, "metadata": "x", "id": 9}]
    received["metadata"] = {"ailab": "not a table"}

    assert set(labels(release)) == set(labels(repair_notebook(received, release).notebook))
    assert exercise_of(received) == ""


def test_repairing_twice_changes_nothing_more(received: dict[str, Any], release: Any) -> None:
    copy("check")(received)
    once = repair_notebook(received, release)

    twice = repair_notebook(json.loads(nbformat.writes(once.notebook)), release)

    assert (twice.notebook, twice.notes) == (once.notebook, ())


def test_hints_are_counted_over_all_checks(received: dict[str, Any]) -> None:
    received["cells"][at(received, "check")]["outputs"] = [
        {"output_type": "display_data", "data": {FINDINGS_TYPE: {"hints": count}}} for count in (2, 1)
    ]

    assert hints_shown(received) == 3


@pytest.mark.parametrize(
    "outputs",
    [
        7,
        "x",
        [3],
        [{"data": 3}],
        [{"data": {FINDINGS_TYPE: []}}],
        [{"data": {FINDINGS_TYPE: {"hints": "9" * 99}}}],
        [{"data": {FINDINGS_TYPE: {"hints": -5}}}],
    ],
)
def test_nonsense_counts_as_no_hint(received: dict[str, Any], outputs: Any) -> None:
    received["cells"][at(received, "check")]["outputs"] = outputs

    assert hints_shown(received) == 0
