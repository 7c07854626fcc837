"""A canary planted in the hidden cases never sings on a learner's page."""

import json
import shutil
from pathlib import Path

import pytest

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import grading_environment, logging_to
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.run import grade_module
from ailab.office.grading.work import Engine
from ailab.office.ledger import read_ledger

from .conftest import MODULE, quick_course

pytestmark = pytest.mark.slow

CANARY = "canary-that-nobody-may-hear"
HIDDEN = f'''"""Hidden cases of double_number; {CANARY}."""

from ailab.checks import Case, call


def cases(seed):
    return (
        Case("large", call("double", 50), 100),
        Case("text", call("double", "{CANARY}"), "{CANARY}{CANARY}"),
    )
'''
TALKATIVE = {
    "sample-prints": "def double(number):\n    print(number)\n    return 2 * number",
    "sample-raises": "def double(number):\n    raise ValueError(number)",
    "sample-stderr": "import sys\n\ndef double(number):\n    print(number, file=sys.__stdout__)\n    sys.stderr.write(str(number))\n    return 2 * number",
    "sample-stops": "def double(number):\n    if isinstance(number, str):\n        while True:\n            pass\n    return 2 * number",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Path:
    folder = tmp_path_factory.mktemp("canary")
    course = quick_course(folder)
    (course / "graders" / "checks" / MODULE / "double_number.py").write_text(HIDDEN, encoding="utf-8")
    write_files(build_course(read_course(course).course), folder / "build")
    root = folder / "build" / "nbgrader"
    for learner, answer in TALKATIVE.items():
        hand_in(folder / "build" / "release" / "fr" / MODULE, root / "submitted" / learner / MODULE, answer)
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine)
        results = read_ledger(root / "ledger.jsonl")
        write_feedback(root, MODULE, results, dict.fromkeys(TALKATIVE, "fr"))
    return root


def hand_in(release: Path, folder: Path, answer: str) -> None:
    shutil.copytree(release, folder)
    path = folder / "double_number.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["metadata"].get("ailab", {}).get("role") == "answer")["source"] = answer
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_the_hidden_case_was_really_asked(graded: Path) -> None:
    points = {result.learner: result.points for result in read_ledger(graded / "ledger.jsonl") if result.exercise == "double_number"}

    assert (points["sample-prints"], points["sample-stops"]) == ("4", "3")


def test_no_feedback_page_holds_the_canary(graded: Path) -> None:
    pages = sorted((graded / "feedback").rglob("*.html"))

    assert len(pages) == len(TALKATIVE) * 2
    assert [page for page in pages if CANARY in page.read_text(encoding="utf-8")] == []


def test_nothing_that_stands_beside_a_page_or_in_a_release_holds_it(graded: Path) -> None:
    shown = [path for name in ("feedback", "release") for path in (graded / name).rglob("*") if path.is_file()]

    assert [path for path in shown if CANARY.encode() in path.read_bytes()] == []


def test_what_collecting_found_is_kept_as_it_came(graded: Path) -> None:
    kept = graded / "received" / "sample-prints" / MODULE

    assert (kept / "double_number_check.py").is_file()
    assert not (graded / "submitted" / "sample-prints" / MODULE / "double_number_check.py").exists()
