"""kill -9 anywhere, run again: the same gradebook, the same records, nothing left running."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any, Literal

import pytest

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import generate_assignment, grading_environment, logging_to
from ailab.office.ledger import latest_results, read_ledger

from . import zoo
from .conftest import MODULE, quick_course
from .test_fuzz import EXERCISE, right_notebook
from .test_killers import hand_in

pytestmark = pytest.mark.slow

Victim = Literal["run", "template", "job"]
ANSWERS = (
    "def double(number):\n    return 2 * number",
    "def double(number):\n    return number + 2",
    "import time\ntime.sleep(0.1)\ndef double(number):\n    return 2 * number",
    "def double(number):\n    return None",
)
LEARNERS = 12
LATEST_S = 3.0
"""Later than this the class is graded."""


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with a class that nobody has graded."""
    folder = tmp_path_factory.mktemp("kills")
    write_files(build_course(read_course(quick_course(folder)).course), folder / "build")
    root = folder / "build" / "nbgrader"
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, MODULE)
    assert right_notebook(folder / "build" / "release" / "en" / MODULE)
    for number in range(LEARNERS):
        hand_in(
            folder / "build" / "release" / "en" / MODULE,
            root / "submitted" / f"sample-{number:02}" / MODULE,
            ANSWERS[number % len(ANSWERS)],
        )
    return root


def start(root: Path) -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "ailab", "grade", "run", str(root), MODULE, "--workers", "2", "--json"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finish(process: "subprocess.Popen[str]") -> str:
    """Wait for a run and return what it said on stderr."""
    return process.communicate(timeout=120)[1]


def state(root: Path) -> tuple[list[tuple[Any, ...]], list[dict[str, Any]]]:
    """Return grades and records, without what differs between two runs that say the same."""
    records = [asdict(result) for result in latest_results(read_ledger(root / "ledger.jsonl"))]
    for record in records:
        del record["recorded_at"], record["follows"]
    return zoo.grades(root), records


@pytest.fixture(scope="module")
def expected(class_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[Any, ...]], list[dict[str, Any]]]:
    root = Path(shutil.copytree(class_folder, tmp_path_factory.mktemp("calm") / "course"))
    finish(start(root))
    found = state(root)
    assert {record["points"] for record in found[1] if record["exercise"] == EXERCISE} > {"4"}
    return found


def children(pid: int) -> list[int]:
    """Return the processes that a process of ours has started and that still run."""
    found: list[int] = []
    with suppress(OSError):
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            found += [int(each) for each in path.read_text(encoding="ascii").split()]
    return found


def is_template(pid: int) -> bool:
    try:
        return b"ailab.office.sandbox.warm" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def victim(process: "subprocess.Popen[str]", kind: Victim, random: Random) -> int | None:
    """Return the process to kill, if there is one of this kind now."""
    if kind == "run":
        return process.pid
    templates = [pid for pid in children(process.pid) if is_template(pid)]
    if kind == "template":
        return templates[0] if templates else None
    jobs = [job for template in templates for job in children(template)]
    return random.choice(jobs) if jobs else None


def strike(root: Path, kind: Victim, random: Random) -> list[int]:
    """Start a run, kill one of its processes at a random moment, let the rest end; return every process there was."""
    process = start(root)
    time.sleep(random.uniform(0, LATEST_S))
    seen = family(process.pid)
    target = victim(process, kind, random)
    if target is not None:
        with suppress(ProcessLookupError):
            os.kill(target, signal.SIGKILL)
    finish(process)
    return seen


def family(pid: int) -> list[int]:
    found = children(pid)
    return [*found, *(each for child in found for each in family(child))]


def still_running(pids: Sequence[int], seconds: float = 5.0) -> list[int]:
    """Return which of these have not ended after a moment."""
    deadline = time.monotonic() + seconds
    while (left := [pid for pid in pids if is_ours(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def is_ours(pid: int) -> bool:
    with suppress(OSError):
        # A number may have gone to another process meanwhile: ours is a fork of the template, or the template.
        return is_template(pid) and Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    return False


def blows(count: int, seed: int) -> Iterator[tuple[Victim, Random]]:
    kinds: tuple[Victim, ...] = ("run", "template", "job")
    for number in range(count):
        yield kinds[number % len(kinds)], Random(f"{seed} {number}")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.proof) for seed in range(1, 34))])
def test_a_class_whose_graders_were_killed_has_the_same_grades(class_folder: Path, expected: Any, tmp_path: Path, seed: int) -> None:
    root = Path(shutil.copytree(class_folder, tmp_path / "course"))
    seen: list[int] = []

    for number, (kind, random) in enumerate(blows(6, seed)):
        seen += strike(root, kind, random)
        assert half_written(root) == []
        if len(read_ledger(root / "ledger.jsonl")) >= 2 * LEARNERS:
            assert state(root) == expected
            root = Path(shutil.copytree(class_folder, tmp_path / f"course-{number}"))  # the next blow hits a run at work again
    said = finish(start(root))

    assert state(root) == expected
    assert "Traceback" not in said
    assert still_running(seen) == []
    assert leftovers(root) == []


def half_written(root: Path) -> list[Path]:
    """Return autograded folders without all of their notebooks: they say that a learner is graded."""
    folders = [path for path in (root / "autograded").glob(f"*/{MODULE}") if path.is_dir()]
    return [path for path in folders if {each.stem for each in path.glob("*.ipynb")} != {EXERCISE, "explain_doubling"}]


def leftovers(root: Path) -> list[Path]:
    """Return what an unfinished run has left in the course folder."""
    return [path for path in root.rglob("*") if path.name.endswith((".part", "-journal", "-wal", "-shm", ".tmp"))]


def test_a_second_run_ends_at_once_and_one_that_was_killed_stops_nobody(class_folder: Path, expected: Any, tmp_path: Path) -> None:
    root = Path(shutil.copytree(class_folder, tmp_path / "course"))
    first = start(root)
    deadline = time.monotonic() + 30
    while not any(is_template(pid) for pid in children(first.pid)) and time.monotonic() < deadline:
        time.sleep(0.01)

    second = start(root)
    said = finish(second)
    was_at_work = first.poll() is None
    first.kill()
    finish(first)
    third = start(root)
    finish(third)

    assert was_at_work
    assert second.returncode == 2
    assert f"by another run: process {first.pid} on " in said
    assert third.returncode == 0
    assert state(root) == expected
