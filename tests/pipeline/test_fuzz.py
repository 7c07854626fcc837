"""Whatever is handed in ends as a grade or as one clear message, and nobody else's grade changes."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import generate_assignment, grading_environment, logging_to
from ailab.office.grading.engine.run import Failed, engine, grade_like_stock
from ailab.office.grading.engine.runners import Runner, local_runner
from ailab.office.grading.notes import NOTES
from ailab.office.grading.run import grade_module
from ailab.office.ledger import Result, read_ledger

from . import mutants, zoo
from .conftest import MODULE, quick_course

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

EXERCISE, OTHER = "double_number", "explain_doubling"
RIGHT = "def double(number):\n    return 2 * number"
EVERY = 10
"""One of so many hands in a good notebook."""
BLOCKING = frozenset({"damaged", "too_big", "missing", "link", "stopped", "endless", "check_broken"})


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with local_runner(2) as opened:
        yield opened


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny course, generated."""
    folder = tmp_path_factory.mktemp("fuzz")
    course = quick_course(folder)
    config = course / "graders" / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8").replace("c.Execute.timeout = 8", "c.Execute.timeout = 6"), encoding="utf-8")
    write_files(build_course(read_course(course).course), folder / "build")
    root = folder / "build" / "nbgrader"
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, MODULE)
    return root


def right_notebook(release: Path) -> dict[str, Any]:
    """Return an exercise with its answer."""
    notebook: dict[str, Any] = json.loads((release / f"{EXERCISE}.ipynb").read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["metadata"].get("ailab", {}).get("role") == "answer")["source"] = RIGHT
    return notebook


def is_good(number: int) -> bool:
    return number % EVERY == 0


def hand_in(root: Path, step: str, seeds: Sequence[int]) -> None:
    """Have one learner for each seed hand in both exercises, the first of them mutated for nine of ten."""
    release = root.parent / "release" / "en" / MODULE
    notebook = right_notebook(release)
    for number, seed in enumerate(seeds):
        folder = root / step / f"sample-{seed:05}" / MODULE
        shutil.copytree(release, folder)
        (folder / "timestamp.txt").write_text("2026-11-19 10:00:00 UTC", encoding="utf-8")
        if is_good(number):
            (folder / f"{EXERCISE}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        else:
            mutants.hand_in(folder, EXERCISE, notebook, seed)


def graded(root: Path, runner: Runner) -> dict[tuple[str, str], Result]:
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine("certificate", runner))
    return {(result.learner, result.exercise): result for result in read_ledger(root / "ledger.jsonl")}


def assert_clear(results: dict[tuple[str, str], Result], seeds: Sequence[int]) -> None:
    """Everybody has a grade or one reason for none, and whoever did well has it all."""
    for number, seed in enumerate(seeds):
        result = results[f"sample-{seed:05}", EXERCISE]
        reasons = BLOCKING & set(result.notes)
        assert set(result.notes) <= set(NOTES), seed
        assert result.points is not None or len(reasons) == 1, (seed, result)
        if result.points is not None:
            assert 0 <= float(result.points) <= 4, seed
        if is_good(number):
            assert (result.points, result.status, result.notes) == ("4", "graded", ()), seed
        other = results[f"sample-{seed:05}", OTHER]
        assert other.points is not None or other.status != "unreadable", seed


def run_batch(built: Path, tmp_path: Path, runner: Runner, seeds: Sequence[int]) -> dict[tuple[str, str], Result]:
    folder = Path(shutil.copytree(built.parent, tmp_path / "build"))
    hand_in(folder / "nbgrader", "received", seeds)
    results = graded(folder / "nbgrader", runner)
    assert_clear(results, seeds)
    return results


def test_a_sample_of_mutants_ends_in_grades_or_one_message_each(built: Path, tmp_path: Path, runner: Runner) -> None:
    results = run_batch(built, tmp_path, runner, range(60))

    states = {result.status for (_, exercise), result in results.items() if exercise == EXERCISE}
    assert {"graded", "unreadable"} <= states


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("batch", range(4))
def test_two_thousand_mutants_end_in_grades_or_one_message_each(built: Path, tmp_path: Path, runner: Runner, batch: int) -> None:
    run_batch(built, tmp_path, runner, range(1_000 + 500 * batch, 1_500 + 500 * batch))


def graded_like_stock(built: Path, tmp_path: Path, runner: Runner, seeds: Sequence[int]) -> tuple[Path, dict[str, list[Failed]]]:
    root = Path(shutil.copytree(built.parent, tmp_path / "build")) / "nbgrader"
    hand_in(root, "submitted", seeds)
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        return root, grade_like_stock(root, MODULE, only=None, runner=runner, progress=lambda _done, _of: None)


@pytest.mark.parametrize(
    "seeds",
    [range(10_000, 10_040), pytest.param(range(20_000, 20_400), marks=[pytest.mark.proof, pytest.mark.timeout(900)])],
    ids=["sample", "many"],
)
def test_parity_mode_ends_in_grades_or_one_line_each(built: Path, tmp_path: Path, runner: Runner, seeds: Sequence[int]) -> None:
    root, failed = graded_like_stock(built, tmp_path, runner, seeds)

    rows = {(row[1], row[2]): row for row in zoo.grades(root) if "grade" in row and row[2] == EXERCISE and row[3].endswith("check")}
    for number, seed in enumerate(seeds):
        learner = f"sample-{seed:05}"
        assert len(failed[learner]) <= 1 or len({each.name for each in failed[learner]}) == len(failed[learner])
        assert all(each.why and each.why.isprintable() for each in failed[learner])
        assert failed[learner] or (learner, EXERCISE) in rows
        if is_good(number):
            assert not failed[learner]
            assert rows[learner, EXERCISE][5] == 4.0


@pytest.mark.parametrize("seed", [7, 70])
def test_a_mutant_is_the_same_at_each_run(built: Path, seed: int) -> None:
    notebook = right_notebook(built.parent / "release" / "en" / MODULE)

    assert mutants.mutated(notebook, seed) == mutants.mutated(notebook, seed)
