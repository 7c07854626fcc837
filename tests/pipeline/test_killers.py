"""A notebook that kills what runs it costs its learner that exercise, and nobody anything else."""

import json
import shutil
from pathlib import Path

import pytest

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import grading_environment, logging_to
from ailab.office.grading.run import grade_module
from ailab.office.grading.work import Engine
from ailab.office.ledger import Result, read_ledger

from .conftest import MODULE, quick_course

pytestmark = pytest.mark.slow

RIGHT = "def double(number):\n    return 2 * number"
ANSWERS = {
    "sample-honest": RIGHT,
    "sample-kernel": f"import os\nos._exit(1)\n{RIGHT}",
    "sample-parent": f"import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n{RIGHT}",
    "sample-quits": f"import sys\n{RIGHT}\nsys.exit()",
    "sample-second": RIGHT,
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> dict[tuple[str, str], Result]:
    folder = tmp_path_factory.mktemp("killers")
    write_files(build_course(read_course(quick_course(folder)).course), folder / "build")
    root = folder / "build" / "nbgrader"
    for learner, answer in ANSWERS.items():
        hand_in(folder / "build" / "release" / "en" / MODULE, root / "submitted" / learner / MODULE, answer)
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine)
    return {(result.learner, result.exercise): result for result in read_ledger(root / "ledger.jsonl")}


def hand_in(release: Path, folder: Path, answer: str) -> None:
    shutil.copytree(release, folder)
    path = folder / "double_number.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["metadata"].get("ailab", {}).get("role") == "answer")["source"] = answer
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.parametrize("learner", ["sample-honest", "sample-second"])
def test_the_others_keep_every_point(results: dict[tuple[str, str], Result], learner: str) -> None:
    assert (results[learner, "double_number"].points, results[learner, "double_number"].status) == ("4", "graded")


def test_who_ends_the_own_process_is_named_to_the_trainer(results: dict[tuple[str, str], Result]) -> None:
    # Under stock nbgrader nobody knows what the work was worth; our checks ask from outside, and nothing answers.
    result = results["sample-kernel", "double_number"]

    assert (result.points, result.status, result.notes) in [(None, "pending", ("stopped",)), ("0", "graded", ("stopped",))]


def test_who_shoots_at_the_grader_hits_it_not_or_waits_for_a_person(results: dict[tuple[str, str], Result]) -> None:
    result = results["sample-parent", "double_number"]

    assert (result.points, result.status, result.notes) in [(None, "pending", ("stopped",)), ("4", "graded", ())]


@pytest.mark.parametrize("learner", ["sample-kernel", "sample-parent"])
def test_the_killers_other_notebook_is_graded(results: dict[tuple[str, str], Result], learner: str) -> None:
    assert results[learner, "explain_doubling"].status == "graded"


def test_leaving_politely_is_no_killing(results: dict[tuple[str, str], Result]) -> None:
    assert results["sample-quits", "double_number"].status in ("graded", "pending")
