"""One run at a time for an assignment of a course folder; what a killed run leaves stops nobody."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ailab.cli.main import cli
from ailab.office.grading.alone import AlreadyGraded, graded_by_us_alone

SINCE = "2026-11-20T10:00:00Z"
HOLD = """
import sys
from pathlib import Path
from ailab.office.grading.alone import graded_by_us_alone
with graded_by_us_alone(Path(sys.argv[1]), "souk", since="2026-11-20T10:00:00Z"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> "subprocess.Popen[str]":
    """Return another process that grades the souk."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: "subprocess.Popen[str]", number: signal.Signals) -> None:
    process.send_signal(number)
    process.communicate(timeout=30)


def test_a_second_run_hears_who_holds_it_since_when_and_what_to_do(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    with pytest.raises(AlreadyGraded) as refused, graded_by_us_alone(tmp_path, "souk", since=SINCE):
        pass
    end(holder, signal.SIGTERM)

    assert (refused.value.holder.pid, refused.value.holder.since) == (holder.pid, SINCE)
    assert f"souk is being graded in {tmp_path} by another run: process {holder.pid} on " in str(refused.value)
    assert f"or end it (kill {holder.pid})" in str(refused.value)


def test_another_assignment_of_the_same_course_is_free(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    with graded_by_us_alone(tmp_path, "fields", since=SINCE):
        end(holder, signal.SIGTERM)


def test_a_run_that_was_killed_holds_nothing(tmp_path: Path, holder: "subprocess.Popen[str]") -> None:
    end(holder, signal.SIGKILL)

    with graded_by_us_alone(tmp_path, "souk", since=SINCE):
        assert f'"pid": {os.getpid()}' in (tmp_path / ".grading-souk.lock").read_text(encoding="utf-8")


def test_a_run_that_has_ended_lets_the_next_one_in(tmp_path: Path) -> None:
    for _ in range(2):
        with graded_by_us_alone(tmp_path, "souk", since=SINCE):
            pass


@pytest.mark.parametrize("written", ["", "{", "[]", '{"pid": 1, "more": 2}'])
def test_a_run_that_has_not_said_who_it_is_is_named_all_the_same(tmp_path: Path, holder: "subprocess.Popen[str]", written: str) -> None:
    (tmp_path / ".grading-souk.lock").write_text(written, encoding="utf-8")

    with pytest.raises(AlreadyGraded, match="it has only just begun"), graded_by_us_alone(tmp_path, "souk", since=SINCE):
        pass
    end(holder, signal.SIGTERM)


def test_a_name_that_leads_elsewhere_writes_in_the_course_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()

    with graded_by_us_alone(tmp_path / "course", "../souk", since=SINCE):
        assert [path.name for path in tmp_path.iterdir()] == ["course"]


@pytest.mark.parametrize("engine", ["ailab", "nbgrader"])
def test_the_command_ends_at_once_with_two(tmp_path: Path, holder: "subprocess.Popen[str]", engine: str) -> None:
    source = tmp_path / "source" / "souk"
    source.mkdir(parents=True)
    (source / "ailab.json").write_text("{}", encoding="utf-8")

    answer = CliRunner().invoke(cli, ["grade", "run", str(tmp_path), "souk", "--json", "--engine", engine])
    end(holder, signal.SIGTERM)

    assert answer.exit_code == 2
    said = json.loads(answer.stdout)
    assert (said["module"], said["graded_by"]["pid"], said["graded_by"]["since"]) == ("souk", holder.pid, SINCE)
    assert answer.stderr.startswith("ailab: souk is being graded in ")
    assert not (tmp_path / "nbgrader.log").exists()
