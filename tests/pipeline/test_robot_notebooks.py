"""Robots, player, pad and greenhouse in one notebook: under nbval, in stock nbgrader, on our engine, and on its feedback pages.

A canary in the names, titles and seed of the hidden worlds must be heard nowhere: not on pages, not in records,
not in the process of a program that looks for it.
"""

import json
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import nbformat
import pytest
from nbclient import NotebookClient
from tests.robot_course import CANARIES, EXERCISE, HALF, MODULE, POINTS, RIGHT, WRONG, lay_out_robot_course

from ailab.cli.engines import opened_engine
from ailab.lang import LANGUAGES
from ailab.office.build import build_course, write_files
from ailab.office.course import Course, read_course
from ailab.office.gradebook import grading_environment, logging_to, read_marks
from ailab.office.grading.feedback import feedback_page, write_feedback
from ailab.office.grading.run import grade_module
from ailab.office.ledger import read_ledger

from .other_programs import nbval, run_stock

pytestmark = pytest.mark.slow

SEARCHES: Final = f"""\
import gc
import re

patterns = [re.compile(each) for each in (rb"WORLD[-]CANARY", rb"world[_]canary", rb"7712[3]456")]
heard = []
searches = []

def search():
    searches.append(1)
    worlds = [each for each in gc.get_objects() if type(each).__name__ in ("GridWorld", "Arena", "Case", "Partner")]
    heard.extend(each for each in worlds if patterns[0].search(repr(each).encode()))
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            place, rights, _, _, _, *path = line.split()
            if "r" not in rights or (path and path[0] not in ("[heap]", "[stack]")):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(start)
                found = memory.read(end - start)
                heard.extend(hit for pattern in patterns for hit in pattern.findall(found))
            except (OSError, OverflowError, ValueError):
                continue

search()

{RIGHT.replace("program", "goes")}

def program(robot):
    if len(searches) < 5:
        search()
    if not heard:
        goes(robot)"""
"""Goes to the flag only while nothing hidden stands in its process."""
ANSWERS: Final = {"sample-right": RIGHT, "sample-half": HALF, "sample-wrong": WRONG, "sample-searches": SEARCHES}
EARNED: Final = {"sample-right": 4.0, "sample-half": 2.0, "sample-wrong": 0.0}
ELSEWHERE: Final = re.compile(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//|@import|url\(\s*["']?https?:|\bimport\s*\(""")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the build of the course, with four answers handed in."""
    folder = tmp_path_factory.mktemp("robots")
    write_files(build_course(read_course(lay_out_robot_course(folder)).course), folder / "build")
    for learner, answer in ANSWERS.items():
        hand_in(folder / "build", learner, answer)
    return folder / "build"


def hand_in(build: Path, learner: str, answer: str) -> None:
    """Hand in the Arabic notebook with this answer."""
    folder = Path(shutil.copytree(build / "release" / "ar" / MODULE, build / "nbgrader" / "submitted" / learner / MODULE))
    path = folder / f"{EXERCISE}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["metadata"]["ailab"]["role"] == "answer")["source"] = answer
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def graded(built: Path) -> dict[str, Path]:
    """Return the course as stock nbgrader and as our engine graded it, at the same time."""
    stock = Path(shutil.copytree(built / "nbgrader", built / "stock"))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(grade_by_stock, stock)
        grade_by_engine(built / "nbgrader")
        waiting.result()
    return {"stock": stock, "ours": built / "nbgrader"}


def grade_by_stock(root: Path) -> None:
    """Grade as whoever has nothing of ours but the configuration."""
    for word in ("generate_assignment", "autograde", "generate_feedback"):
        run_stock(root, word, MODULE)


def grade_by_engine(root: Path) -> None:
    """Grade as `ailab grade run` and `ailab grade feedback` do."""
    with opened_engine("ailab", workers=2) as engine, logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine)
        write_feedback(root, MODULE, read_ledger(root / "ledger.jsonl"), dict.fromkeys(ANSWERS, "ar"))


def points(root: Path) -> dict[str, Any]:
    """Return what the gradebook says of each learner."""
    return {learner: mark.points for (learner, _), marks in read_marks(root, MODULE).items() for mark in marks if mark.kind == "check"}


@pytest.mark.parametrize("language", [pytest.param(each, marks=() if each == "ar" else pytest.mark.proof) for each in LANGUAGES])
def test_notebook_runs_under_nbval(built: Path, language: str) -> None:
    notebook = built / "release" / language / MODULE / f"{EXERCISE}.ipynb"

    run = nbval(notebook, language)

    assert run.returncode == 0, run.stdout[-3000:]
    assert "passed" in run.stdout


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_answers_earn_the_same_points_everywhere(graded: dict[str, Path], by: str) -> None:
    found = points(graded[by])

    assert {learner: found[learner] for learner in EARNED} == EARNED


def test_program_that_searches_its_process_hears_nothing_on_our_engine(graded: dict[str, Path]) -> None:
    assert points(graded["ours"])["sample-searches"] == POINTS


def test_the_same_search_hears_something_where_check_and_program_share_a_process(graded: dict[str, Path]) -> None:
    """So the search is worth something; stock nbgrader keeps both in one kernel."""
    assert points(graded["stock"])["sample-searches"] < POINTS


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_nothing_of_a_hidden_world_stands_in_what_learners_get(graded: dict[str, Path], by: str) -> None:
    root = graded[by]
    shown = [path for step in ("autograded", "feedback", "release") for path in (root / step).rglob("*") if path.is_file()]
    shown += [path for path in (root / "ledger.jsonl",) if path.exists()]

    assert len(shown) > 3 * len(ANSWERS)
    assert [path for path in shown if any(canary.encode() in path.read_bytes() for canary in CANARIES)] == []


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_every_picture_stands_in_the_autograded_notebook_and_nothing_on_stderr(graded: dict[str, Path], by: str) -> None:
    path = graded[by] / "autograded" / "sample-right" / MODULE / f"{EXERCISE}.ipynb"
    outputs = [output for cell in nbformat.read(path, as_version=4).cells for output in cell.get("outputs", [])]

    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    assert sum("data:image/svg+xml" in output.get("data", {}).get("text/html", "") for output in outputs) == 7
    assert all("text/plain" in output.data for output in outputs if "data" in output)


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_feedback_page_still_shows_every_replay_and_asks_nobody(graded: dict[str, Path], by: str) -> None:
    page = feedback_page(graded[by], MODULE, "sample-right", EXERCISE).read_text(encoding="utf-8")

    assert len(re.findall(r'<img[^>]*\bsrc="data:image/svg\+xml;base64,', page)) == 7
    assert page.count("ailab-replay") >= 5
    assert by == "stock" or ELSEWHERE.findall(page) == []


def test_our_feedback_page_keeps_the_words_of_a_replay(graded: dict[str, Path]) -> None:
    page = feedback_page(graded["ours"], MODULE, "sample-right", EXERCISE).read_text(encoding="utf-8")

    alts = re.findall(r'<img[^>]*\balt="([^"]*)"', page)
    assert len(alts) == 7
    assert all(re.search(r"[ء-ي]{3}", alt) for alt in alts)
    assert 'class="ailab-replay" dir="rtl"' in page


def test_our_feedback_page_lists_the_cards_of_a_pad_as_words_not_as_code(graded: dict[str, Path]) -> None:
    page = feedback_page(graded["ours"], MODULE, "sample-right", EXERCISE).read_text(encoding="utf-8")

    cards = re.search(r'<div class="ailab-pad-still" dir="rtl".*?</div>', page, re.DOTALL)
    assert cards is not None
    assert "6" in cards[0]
    assert "<pre" not in cards[0]


ROBOT_MODULES: Final = ("repetition", "connected_devices")
SAMPLED: Final = (
    "en/lessons/repetition/until_the_flag",
    "release/en-pad/repetition/water_palm_trees",
    "release/en/connected_devices/build_dashboard",
)
"""Of all notebooks these in `make test`; `tests/course/test_lessons.py` runs every lesson in three languages."""


def notebooks() -> list[Any]:
    """Return where lessons and exercises of the two modules are built, in every language and form."""
    root = Path(__file__).resolve().parents[2]
    files = [path for path in build_course(read_course(root).course) if path.suffix == ".ipynb" and path.parts[-2] in ROBOT_MODULES]
    names = sorted(path.with_suffix("").as_posix() for path in files if path.parts[0] != "nbgrader")
    return [pytest.param(name, marks=() if name in SAMPLED else pytest.mark.proof) for name in names]


@pytest.fixture(scope="module")
def whole(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the build of the real course."""
    folder = tmp_path_factory.mktemp("whole")
    write_files(build_course(course), folder)
    return folder


@pytest.mark.filterwarnings("ignore")  # zmq and nbclient warn of what a test's event loop lacks
@pytest.mark.parametrize("name", notebooks())
def test_untouched_notebook_runs_without_error_or_stderr(whole: Path, name: str) -> None:
    path = whole / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    environment = {**os.environ, "AILAB_LANG": notebook.metadata.ailab.language}
    environment.pop("PYTEST_CURRENT_TEST", None)

    NotebookClient(notebook, timeout=60, store_widget_state=False, resources={"metadata": {"path": str(path.parent)}}).execute(
        env=environment
    )

    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
