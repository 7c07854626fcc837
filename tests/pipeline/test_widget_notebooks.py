"""Every widget in one notebook: under nbclient, under nbval, in stock nbgrader, on our engine, and on its feedback pages."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import nbformat
import pytest
from nbclient import NotebookClient
from tests.widget_course import (
    EXERCISE,
    HALF,
    LESSON,
    MODULE,
    POINTS,
    RIGHT,
    build_widget_course,
    grade_widget_course,
    hand_in,
    written,
)

from ailab.activities import __all__ as activities
from ailab.lang import LANGUAGES, Language
from ailab.office.gradebook import read_marks
from ailab.office.grading.feedback import feedback_page

from .other_programs import nbval, run_stock

pytestmark = pytest.mark.slow

ANSWERS: Final = {"sample-right": written(RIGHT), "sample-half": written(HALF), "sample-blank": ""}
EARNED: Final = {"sample-right": float(POINTS), "sample-half": POINTS / 2, "sample-blank": 0.0}
STILLS: Final = 14
"""So many activities the notebook holds; a pad, a replay, its player and a dashboard stand beside them."""
VIEW: Final = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the build of the course, with a right, a half right and an untouched answer handed in."""
    build = build_widget_course(tmp_path_factory.mktemp("widgets"))
    for learner, answer in ANSWERS.items():
        hand_in(build, learner, answer)
    return build


@pytest.fixture(scope="module")
def graded(built: Path) -> dict[str, Path]:
    """Return the course as stock nbgrader and as our engine graded it, at the same time."""
    stock = Path(shutil.copytree(built / "nbgrader", built / "stock"))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(grade_by_stock, stock)
        grade_widget_course(built / "nbgrader", tuple(ANSWERS))
        waiting.result()
    return {"stock": stock, "ours": built / "nbgrader"}


def grade_by_stock(root: Path) -> None:
    """Grade as whoever has nothing of ours but the configuration."""
    for word in ("generate_assignment", "autograde", "generate_feedback"):
        run_stock(root, word, MODULE)


def outputs_of(notebook: Any) -> list[Any]:
    """Return all outputs of a notebook."""
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def test_the_notebook_holds_every_activity_there_is(built: Path) -> None:
    source = (built / "release" / "en" / MODULE / f"{EXERCISE}.ipynb").read_text(encoding="utf-8")

    assert [name for name in (*activities, "pad", "dashboard") if f"{name}(" not in source] == []


@pytest.mark.filterwarnings("ignore")  # zmq and nbclient warn of what a test's event loop lacks
@pytest.mark.parametrize("language", LANGUAGES)
def test_notebook_runs_under_nbclient_with_a_still_twin_for_every_widget(built: Path, language: Language) -> None:
    path = built / "release" / language / MODULE / f"{EXERCISE}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    environment = {**os.environ, "AILAB_LANG": language}
    environment.pop("PYTEST_CURRENT_TEST", None)

    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(path.parent)}}).execute(env=environment)

    outputs = outputs_of(notebook)
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    shown = [output.data for output in outputs if "text/html" in output.get("data", {})]
    assert sum('class="ailab-activity-still"' in data["text/html"] for data in shown) == STILLS
    assert len(shown) >= STILLS + 4
    assert all(data["text/plain"].strip() for data in shown)
    # Without a front end an activity is no widget: whoever exports the notebook needs no script of a widget.
    assert [data for data in shown if VIEW in data and "ailab-activity" in data["text/html"]] == []


@pytest.mark.parametrize("language", [pytest.param(each, marks=() if each == "ar" else pytest.mark.proof) for each in LANGUAGES])
@pytest.mark.parametrize("name", [EXERCISE, LESSON])
def test_notebook_runs_under_nbval(built: Path, language: Language, name: str) -> None:
    folder = built / language / "lessons" / MODULE if name == LESSON else built / "release" / language / MODULE

    run = nbval(folder / f"{name}.ipynb", language)

    assert run.returncode == 0, run.stdout[-3000:]
    assert "passed" in run.stdout


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_answers_earn_the_same_points_everywhere(graded: dict[str, Path], by: str) -> None:
    found = {
        learner: mark.points for (learner, _), marks in read_marks(graded[by], MODULE).items() for mark in marks if mark.kind == "check"
    }

    assert found == EARNED


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_autograded_notebook_holds_the_still_twins_and_nothing_on_stderr(graded: dict[str, Path], by: str) -> None:
    path = graded[by] / "autograded" / "sample-right" / MODULE / f"{EXERCISE}.ipynb"
    outputs = outputs_of(nbformat.read(path, as_version=4))

    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    shown = " ".join(output.get("data", {}).get("text/html", "") for output in outputs)
    assert shown.count('class="ailab-activity-still"') == STILLS
    assert shown.count('class="ailab-pad-still"') == 1


@pytest.mark.parametrize("by", ["stock", "ours"])
def test_feedback_page_holds_the_still_twins_with_words_for_every_picture(graded: dict[str, Path], by: str) -> None:
    page = feedback_page(graded[by], MODULE, "sample-right", EXERCISE).read_text(encoding="utf-8")

    assert page.count('class="ailab-activity-still"') == STILLS
    words = re.findall(r'<img[^>]*\balt="([^"]*)"', page)
    assert len(words) == len(re.findall(r"<img\b", page)) > 0
    assert all(words)
    # Stock nbgrader tells the kernel no language; our engine does.
    assert by == "stock" or all(re.search(r"[ء-ي]{3}", each) for each in words)
