"""Parity mode and stock `nbgrader autograde` leave the same gradebook, oddities of stock included."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest

from ailab.office.build import build_course, write_files
from ailab.office.course import Course, read_course
from ailab.office.course.trial import known_answers
from ailab.office.gradebook import generate_assignment, grading_environment, logging_to, mark_by_hand, set_due
from ailab.office.grading.engine.run import Failed, grade_like_stock
from ailab.office.grading.engine.runners import Runner, local_runner

from . import zoo
from .conftest import MODULE, Played, quick_course

pytestmark = [
    pytest.mark.slow,
    # nbformat warns of cells without ids and the like; stock's own process hears the same and goes on.
    pytest.mark.filterwarnings("ignore"),
]

PROGRAM = Path(__file__).with_name("stock_autograde.py")
NAMES = sorted(path.stem for path in zoo.ZOO.glob("*.ipy"))
SAMPLE = {
    "essays_and_tasks": {"half"},
    "files_beside": {"brought_files"},
    "leaving": {"os_exit"},
    "numpy_testing": {"shadows_numpy"},
    "old_formats": {"format_3", "late", "missing", "renamed"},
    "partial_credit": {"solution", "above_the_maximum"},
    "python_basics": {"talks_to_stderr", "old_schema"},
}
"""Of these assignments these learners in `make test`; of the others the solution; all of all under the `proof` marker."""
WAITS = {"slow": 4}
"""Seconds for a cell, where cells run out of them."""


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with local_runner(2) as opened:
        yield opened


@dataclass(frozen=True, slots=True)
class Both:
    """One course, graded twice."""

    stock: Path
    ours: Path
    failed: dict[str, dict[str, list[Failed]]]

    def rows(self, root: Path, assignment: str) -> list[tuple[Any, ...]]:
        """Return what a gradebook says of an assignment."""
        return [row for row in zoo.grades(root) if row[0] == assignment]


def autograde_by_stock(root: Path, *assignments: str) -> str:
    """Return what stock says no to."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTEST_CURRENT_TEST", None)  # ipykernel would catch no output of programs
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(root), *assignments], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout


def autograde_by_engine(root: Path, runner: Runner, *assignments: str) -> dict[str, dict[str, list[Failed]]]:
    """Return what the engine says no to."""
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        return {name: grade_like_stock(root, name, only=None, runner=runner, progress=lambda _done, _of: None) for name in assignments}


def grade_both(root: Path, runner: Runner, *assignments: str) -> Both:
    """Grade a course folder, and a copy of it, each in its own way."""
    stock = Path(shutil.copytree(root, root.with_name(f"{root.name}-stock")))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(autograde_by_stock, stock, *assignments)
        failed = autograde_by_engine(root, runner, *assignments)
        waiting.result()
    return Both(stock=stock, ours=root, failed=failed)


def assert_same(both: Both, *assignments: str) -> None:
    """Compare row by row."""
    for name in assignments:
        assert both.rows(both.ours, name) == both.rows(both.stock, name)
        assert both.rows(both.ours, name)


def lay_out(root: Path, name: str, learners: frozenset[str] | None) -> Path:
    zoo.make_course(root, cell_seconds=WAITS.get(name, 30))
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        zoo.hand_out(root, zoo.read_assignment(zoo.ZOO / f"{name}.ipy"), learners)
    return root


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", NAMES)
def test_every_notebook_of_the_zoo_earns_the_same(tmp_path: Path, runner: Runner, name: str) -> None:
    assert_same(grade_both(lay_out(tmp_path / "zoo", name, None), runner, name), name)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, runner: Runner) -> Both:
    """Return some of the zoo in one course, stock at work on two halves at a time."""
    names = [name for name in NAMES if name not in WAITS]
    root = tmp_path_factory.mktemp("zoo") / "course"
    for name in names:
        lay_out(root, name, frozenset(SAMPLE.get(name, {"solution"})))
    halves = [Path(shutil.copytree(root, root.with_name(f"stock-{half}"))) for half in (0, 1)]
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(autograde_by_stock, half, *names[number::2]) for number, half in enumerate(halves)]
        failed = autograde_by_engine(root, runner, *names)
        for each in waiting:
            each.result()
    return Both(stock=halves[0], ours=root, failed=failed)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WAITS])
def test_a_sample_of_the_zoo_earns_the_same(sample: Both, name: str) -> None:
    half = sample.stock.with_name(f"stock-{[each for each in NAMES if each not in WAITS].index(name) % 2}")

    assert sample.rows(sample.ours, name) == sample.rows(half, name)
    assert sample.rows(sample.ours, name)


def test_what_stock_cannot_grade_is_told_in_one_line_each(sample: Both) -> None:
    told = {
        (name, learner): [each.why for each in failed]
        for name, learners in sample.failed.items()
        for learner, failed in learners.items()
        if failed
    }

    assert set(told) == {
        ("leaving", "os-exit"),
        ("old_formats", "missing"),
        ("old_formats", "renamed"),
        ("partial_credit", "above-the-maximum"),
        ("python_basics", "old-schema"),
    }
    assert all(len(why) == 1 and "\n" not in why[0] for why in told.values())


def test_a_second_run_keeps_a_persons_marks_and_asks_for_a_look(tmp_path: Path, runner: Runner) -> None:
    name = "essays_and_tasks"
    both = grade_both(lay_out(tmp_path / "zoo", name, frozenset({"half"})), runner, name)
    for root in (both.ours, both.stock):
        mark_by_hand(root, name, "half", name, "essay", points=4, comment="Good reasons.")
        with sqlite3.connect(root / "gradebook.db") as book:
            book.execute("update grade set manual_score = 0.5 where cell_id in (select id from base_cell where name = 'fixed_stays')")
        book.close()
        (root / "submitted" / "half" / name / "timestamp.txt").write_text("2026-11-22 10:00:00 UTC", encoding="utf-8")

    autograde_by_stock(both.stock, name)
    autograde_by_engine(both.ours, runner, name)

    assert_same(both, name)
    marked = [row for row in both.rows(both.ours, name) if row[3] == "fixed_stays" and row[4] == "grade"]
    assert marked == [(name, "half", name, "fixed_stays", "grade", 1.0, 0.5, 1)]
    assert any("penalty" in row and row[-1] > 0 for row in both.rows(both.ours, name))


def test_what_was_graded_and_has_not_changed_is_passed_over_as_by_stock(tmp_path: Path, runner: Runner) -> None:
    name = "python_basics"
    root = lay_out(tmp_path / "zoo", name, frozenset({"untouched"}))
    autograde_by_engine(root, runner, name)
    path = root / "submitted" / "untouched" / name / f"{name}.ipynb"
    path.write_bytes(b"")

    failed = autograde_by_engine(root, runner, name)

    assert failed == {name: {}}


QUICK_START = {
    "full": {
        "squares": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return [i ** 2 for i in range(1, n + 1)]",
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(squares(n))",
        "sum_of_squares_equation": r"$\sum_{i=1}^n i^2$",
        "sum_of_squares_application": "def pyramidal_number(n):\n    return sum_of_squares(n)",
    },
    "blank": {},
    "late": {
        "squares": "def squares(n):\n    return [i ** 2 for i in range(n)]",
        "sum_of_squares": "import sys\nprint('oh', file=sys.stderr)",
    },
}


def test_the_quick_start_course_of_nbgrader_earns_the_same(tmp_path: Path, runner: Runner) -> None:
    nbgrader = Path(sys.executable).with_name("nbgrader")
    subprocess.run([str(nbgrader), "quickstart", "quick"], cwd=tmp_path, check=True, capture_output=True)
    root = tmp_path / "quick"
    with grading_environment(root):
        subprocess.run([str(nbgrader), "generate_assignment", "ps1"], cwd=root, check=True, capture_output=True)
        set_due(root, "ps1", zoo.DUE)
    for learner, answers in QUICK_START.items():
        folder = Path(shutil.copytree(root / "release" / "ps1", root / "submitted" / learner / "ps1"))
        (folder / "timestamp.txt").write_text(f"2026-11-{20 if learner == 'late' else 19} 12:00:00 UTC", encoding="utf-8")
        for path in folder.glob("*.ipynb"):
            notebook = nbformat.read(path, as_version=4)
            for cell in notebook.cells:
                cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""), cell.source)
            nbformat.write(notebook, path)

    both = grade_both(root, runner, "ps1")

    assert_same(both, "ps1")
    assert len({row[5] for row in both.rows(root, "ps1") if "grade" in row}) > 2


def build(course: Course, root: Path) -> None:
    files = {path.relative_to("nbgrader"): content for path, content in build_course(course).items() if path.parts[0] == "nbgrader"}
    write_files(files, root)


def with_answers(root: Path, module: str, learner: str, answers: dict[str, Sequence[str]]) -> None:
    """Hand in these sources of answer cells, by exercise."""
    folder = Path(shutil.copytree(root / "release" / "all" / module, root / "submitted" / learner / module))
    (folder / "timestamp.txt").write_text("2026-11-19 10:00:00 UTC", encoding="utf-8")
    for exercise, cells in answers.items():
        path = folder / f"{exercise}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        places = [cell for cell in notebook.cells if cell.metadata.get("ailab", {}).get("role") == "answer" and is_python(cell)]
        for cell, source in zip(places, cells, strict=False):
            cell.source = source
        nbformat.write(notebook, path)


def is_python(cell: Any) -> bool:
    """Tell whether a cell belongs to the form for Python, or to every form."""
    return cell.metadata["ailab"].get("form") in (None, "python")


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("number", range(4))
def test_known_answers_of_our_modules_earn_the_same(tmp_path: Path, runner: Runner, course: Course, number: int) -> None:
    module = [module for module in course.modules if module.exercises][number]
    root = tmp_path / "course"
    build(course, root)
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, module.slug)
    known = {exercise.slug: [each for each in known_answers(course, exercise) if each.form == "python"] for exercise in module.exercises}
    for at in range(max(map(len, known.values()))):
        with_answers(root, module.slug, f"sample-{at}", {slug: answers[at % len(answers)].cells for slug, answers in known.items()})

    assert_same(grade_both(root, runner, module.slug), module.slug)


@pytest.mark.proof
def test_the_damaged_submissions_of_the_demo_earn_the_same(tmp_path: Path, runner: Runner, played_on_the_engine: Played) -> None:
    root = Path(
        shutil.copytree(
            played_on_the_engine.root,
            tmp_path / "demo",
            ignore=shutil.ignore_patterns("autograded", "submitted", "gradebook.db", "exchange", "learners"),
        )
    )
    shutil.copytree(root / "received", root / "submitted")
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, MODULE)

    assert_same(grade_both(root, runner, MODULE), MODULE)


@pytest.mark.proof
def test_two_answers_of_the_tiny_course_earn_the_same(tmp_path: Path, runner: Runner) -> None:
    root = tmp_path / "course"
    build(read_course(quick_course(tmp_path)).course, root)
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, MODULE)
    for learner, source in (
        ("right", "def double(number):\n    return 2 * number"),
        ("wrong", "def double(number):\n    return number + 2"),
    ):
        with_answers(root, MODULE, learner, {"double_number": [source]})

    both = grade_both(root, runner, MODULE)

    assert_same(both, MODULE)
    assert {row[5] for row in both.rows(root, MODULE) if row[3].endswith("check")} > {4.0}
