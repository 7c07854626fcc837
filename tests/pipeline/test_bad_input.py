"""What an operator gets wrong, or a machine lacks, is said in one line; what has been graded stays graded."""

import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ailab.cli.grade import grade
from ailab.errors import AilabError, Refused
from ailab.office.gradebook import Writer, grading_environment, read_snapshot
from ailab.office.grading.engine import save as engine_save
from ailab.office.grading.engine.beside import write_folder
from ailab.office.grading.engine.run import engine, grade_like_stock
from ailab.office.grading.engine.runners import Runner, local_runner
from ailab.office.grading.run import grade_module
from ailab.office.ledger import read_ledger

from . import zoo
from .conftest import MODULE
from .test_fuzz import EXERCISE, RIGHT, built
from .test_killers import hand_in

__all__ = ["built"]

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
LEARNERS = ("sample-amal", "sample-badr", "sample-chama")
SLOW = f"import time\ntime.sleep(1.2)\n{RIGHT}"


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with local_runner(1) as opened:
        yield opened


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a course folder with three right submissions."""
    folder = Path(shutil.copytree(built.parent, tmp_path / "build"))
    for learner in LEARNERS:
        hand_in(folder / "release" / "en" / MODULE, folder / "nbgrader" / "submitted" / learner / MODULE, RIGHT)
    return folder / "nbgrader"


def ailab(*words: str, before: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the command line as an operator does."""
    command = f"{before}exec {sys.executable} -m ailab " + " ".join(words)
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=120)


def said(done: "subprocess.CompletedProcess[str]") -> str:
    """Return the last line on stderr; nothing before it is a traceback."""
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def by_engine(root: Path, runner: Runner) -> int:
    with grading_environment(root):
        return grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine("certificate", runner))


def by_parity(root: Path, runner: Runner) -> Any:
    with grading_environment(root):
        return grade_like_stock(root, MODULE, only=None, runner=runner, progress=lambda _done, _of: None)


def test_a_gradebook_that_another_program_holds_is_named(root: Path, runner: Runner) -> None:
    with closing(sqlite3.connect(root / "gradebook.db")) as other:
        other.execute("begin exclusive")

        with pytest.raises(Refused, match="Another program holds it"):
            by_parity(root, runner)


def test_points_that_a_held_gradebook_did_not_take_are_taken_next_time(root: Path, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    write, calls = Writer.write, []

    def held(self: Any, submissions: Any) -> Any:
        for submission in submissions:
            calls.append(submission.learner)
            if len(calls) == 2:
                raise Refused(f"The gradebook did not take the points of {submission.learner}: database is locked.")
            yield from write(self, [submission])

    monkeypatch.setattr(Writer, "write", held)
    with pytest.raises(Refused, match="did not take the points"):
        by_engine(root, runner)
    kept = {result.learner for result in read_ledger(root / "ledger.jsonl")}

    by_engine(root, runner)

    assert kept == {calls[0]}
    assert sorted(calls[2:]) == sorted(set(LEARNERS) - kept)
    assert {result.learner: result.points for result in read_ledger(root / "ledger.jsonl") if result.exercise == EXERCISE} == dict.fromkeys(
        LEARNERS, "4"
    )


def test_a_gradebook_that_is_missing_is_not_made_up(root: Path, runner: Runner) -> None:
    (root / "gradebook.db").unlink()

    with pytest.raises(Refused, match=r"There is no gradebook at .* nbgrader generate_assignment"):
        by_parity(root, runner)

    assert not (root / "gradebook.db").exists()


def test_a_gradebook_that_is_missing_is_generated_for_a_course_of_ours(root: Path, runner: Runner) -> None:
    (root / "gradebook.db").unlink()

    assert by_engine(root, runner) == len(LEARNERS) * 2


@pytest.mark.parametrize(("content", "why"), [(b"garbage" * 1000, "damaged"), (b"", "nothing of nbgrader's")])
def test_a_gradebook_that_is_none_is_named(root: Path, content: bytes, why: str) -> None:
    (root / "gradebook.db").write_bytes(content)

    with pytest.raises(AilabError, match=why):
        read_snapshot(f"sqlite:///{root / 'gradebook.db'}", MODULE)


def full(*_: Any, **_more: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/course/autograded")


def read_only(*_: Any, **_more: Any) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), "/course/autograded")


@pytest.mark.parametrize(("trouble", "words"), [(full, "No space left on device"), (read_only, "Read-only file system")])
def test_a_disk_that_takes_no_more_is_said_in_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[..., None], words: str
) -> None:
    monkeypatch.setattr(engine_save, "write_folder", trouble)

    answer = CliRunner().invoke(grade, ["run", str(root), MODULE, "--workers", "1", "--json"])

    assert isinstance(answer.exception, Refused)
    assert str(answer.exception) == f"/course/autograded: {words}. What has been graded stays graded; then run the same command again."


def test_a_full_disk_costs_nobody_who_was_graded_before(root: Path, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    write, calls = write_folder, []

    def once_full(*arguments: Any) -> None:
        calls.append(1)
        (full if len(calls) == 2 else write)(*arguments)

    monkeypatch.setattr(engine_save, "write_folder", once_full)
    with pytest.raises(OSError, match="No space left"):
        by_engine(root, runner)
    assert len(read_ledger(root / "ledger.jsonl")) == 2

    by_engine(root, runner)

    assert {result.points for result in read_ledger(root / "ledger.jsonl") if result.exercise == EXERCISE} == {"4"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system")
@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs util-linux")
def test_a_really_full_disk_is_said_in_one_line(root: Path, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    mount = f"mount -t tmpfs -o size=1500k none {tmp_path}/small && cp -r {root}/. {tmp_path}/small && (dd if=/dev/zero of={tmp_path}/small/filler 2>/dev/null || true); "
    command = f"{mount} {sys.executable} -m ailab grade run {tmp_path}/small {MODULE} --json --mode parity"
    done = subprocess.run(["unshare", "-m", "sh", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    if "mount" in done.stderr:
        pytest.skip("no file system can be mounted here")

    assert done.returncode == 1
    assert "No space left on device" in said(done) or "disk is full" in said(done)


@pytest.mark.parametrize("mode", ["certificate", "parity"])
def test_unknown_names_get_the_nearest_known_one(root: Path, mode: str) -> None:
    module = CliRunner().invoke(grade, ["run", str(root), "tiny_stps", "--workers", "1", "--mode", "parity"])
    learner = CliRunner().invoke(grade, ["run", str(root), MODULE, "--workers", "1", "--learner", "sample-amel", "--mode", mode])

    assert (module.exit_code, learner.exit_code) == (2, 2)
    assert "Unknown assignment 'tiny_stps'. Did you mean 'tiny_steps'?" in module.output
    assert "Unknown learner 'sample-amel'. Did you mean 'sample-amal'?" in learner.output


def test_a_template_that_cannot_import_is_said_in_one_line(root: Path) -> None:
    with local_runner(1, modules=("a_library_that_nobody_has",)) as lacking, pytest.raises(Refused) as refused:
        by_parity(root, lacking)

    assert (
        str(refused.value)
        == "The warm template cannot start: ModuleNotFoundError: No module named 'a_library_that_nobody_has'. Run: ailab doctor"
    )


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs util-linux")
def test_a_kernel_without_a_layer_is_told_by_layer_and_grades_nobody(root: Path) -> None:
    # A namespace of its own in which nobody may make another: as a hardened machine has it.
    command = (
        f"echo 0 > /proc/sys/user/max_user_namespaces && exec {sys.executable} -m ailab grade run {root} {MODULE} --json --mode parity"
    )
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "sh", "-c", command], capture_output=True, text=True, check=False, timeout=120
    )
    if "unshare" in done.stderr.splitlines()[0]:
        pytest.skip("no user namespace can be made here")

    assert done.returncode == 1
    assert "Missing here: user (stops rights of the operator's account)" in said(done)
    assert not (root / "autograded").exists()


def test_ctrl_c_keeps_what_is_graded_and_says_how_to_go_on(root: Path) -> None:
    for learner in LEARNERS:
        path = root / "submitted" / learner / MODULE / f"{EXERCISE}.ipynb"
        path.write_text(path.read_text(encoding="utf-8").replace(json.dumps(RIGHT)[1:-1], json.dumps(SLOW)[1:-1]), encoding="utf-8")
    words = [sys.executable, "-m", "ailab", "grade", "run", str(root), MODULE, "--workers", "1", "--json"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: any((root / "autograded").glob(f"*/{MODULE}")))

    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)

    assert process.returncode == 130
    assert stderr.strip().splitlines()[-1] == "ailab: Interrupted. Who has been graded stays graded; to go on, run the same command again."
    kept = {result.learner: result.points for result in read_ledger(root / "ledger.jsonl") if result.exercise == EXERCISE}
    assert 0 < len(kept) < len(LEARNERS)
    assert set(kept.values()) == {"4"}
    times = {learner: (root / "autograded" / learner / MODULE).stat().st_mtime_ns for learner in kept}
    done = ailab("grade", "run", str(root), MODULE, "--json")
    assert done.returncode == 0
    assert times == {learner: (root / "autograded" / learner / MODULE).stat().st_mtime_ns for learner in kept}
    rows = [row for row in zoo.grades(root) if "grade" in row and row[2] == EXERCISE]
    assert {row[1]: row[5] for row in rows} == dict.fromkeys(LEARNERS, 4.0)


def wait_for(true: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert true()
