"""A learner who is to be forgotten leaves no trace in the course folder, and everybody else stays."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ailab.cli.main import cli
from ailab.office.ledger import read_ledger

from .conftest import Played

pytestmark = pytest.mark.slow


def traces(root: Path, learner: str) -> list[str]:
    """Return every file of the course whose name or content speaks of somebody.

    Left aside: logs, and what the demonstration has beside a course: its report, the sample learners' own machines and the exchange.
    """
    files = [
        path
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".log" and path.relative_to(root).parts[0] not in ("learners", "exchange")
    ]
    aside = ("report.html", "report.json", "people.json")
    return [
        path.relative_to(root).as_posix()
        for path in files
        if path.name not in aside and (learner in path.as_posix() or learner.encode() in path.read_bytes())
    ]


def test_nothing_of_a_forgotten_learner_is_left_and_others_keep_everything(played_on_the_engine: Played, tmp_path: Path) -> None:
    root = Path(shutil.copytree(played_on_the_engine.root, tmp_path / "class", symlinks=True))
    learner, other = (played_on_the_engine.report["learners"][number]["id"] for number in (0, 1))
    before = [result for result in read_ledger(root / "ledger.jsonl") if result.learner != learner]
    assert traces(root, learner)
    kept = traces(root, other)

    answer = CliRunner().invoke(cli, ["grade", "forget", str(root), "--learner", learner, "--yes"])

    assert answer.exit_code == 0, answer.output
    assert traces(root, learner) == []
    assert traces(root, other) == kept
    assert list(read_ledger(root / "ledger.jsonl")) == before


def test_a_stranger_and_a_path_are_refused(played_on_the_engine: Played) -> None:
    for learner, words in (("nobody-here", "nobody-here"), ("../source", "no learner's id")):
        answer = CliRunner().invoke(cli, ["grade", "forget", str(played_on_the_engine.root), "--learner", learner, "--yes"])
        assert answer.exit_code != 0
        assert words in answer.output + str(answer.exception)
