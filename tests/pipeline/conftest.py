"""One sample class on the tiny course, played once for all tests here."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ailab.cli.engines import opened_engine
from ailab.office.course import read_course
from ailab.office.demo import play_class
from ailab.office.grading.work import Engine

ROOT = Path(__file__).resolve().parents[2]
MODULE = "tiny_steps"

POLICY = """format_version = 1
id = "tiny_statement"
version = "1"
kind = "statement"
title = "Statement of modules passed"
criteria = "For each module: every exercise handed in and at least 60 percent of the points reached."
need = "any"

[[rules]]
measure = "score"
id = "tiny_steps"
module = "tiny_steps"
at_least = "60%"
attempts = "best"
missing = "short"
"""


@dataclass(frozen=True, slots=True)
class Played:
    """A class that has been played."""

    root: Path
    report: dict[str, Any]

    def learner(self, kind: str) -> dict[str, Any]:
        """Return the first learner who handed in this way."""
        return next(learner for learner in self.report["learners"] if learner["sample_kind"] == kind)


def quick_course(folder: Path) -> Path:
    """Return a copy of the tiny course with a policy, whose endless loops end sooner (but after the 5 seconds of a check's own patience)."""
    root = Path(shutil.copytree(ROOT / "tests" / "tiny_course", folder / "course_root"))
    config = root / "graders" / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8").replace("c.Execute.timeout = 20", "c.Execute.timeout = 8"), encoding="utf-8")
    (root / "graders" / "policies").mkdir()
    (root / "graders" / "policies" / "tiny_statement.toml").write_text(POLICY, encoding="utf-8")
    return root


def _play(folder: Path, engine: str) -> Played:
    """Return a class of twelve, each handing in in another way."""
    environment = dict(os.environ)
    with opened_engine(engine) as chosen:
        play_class(read_course(quick_course(folder)).course, folder / "demo", size=12, engine=chosen)
    assert dict(os.environ) == environment
    return Played(root=folder / "demo", report=json.loads((folder / "demo" / "report.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def played_on_the_engine(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Return a class graded by our engine."""
    return _play(tmp_path_factory.mktemp("demo"), "ailab")


@pytest.fixture(scope="session")
def played_on_nbgrader(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Return a class graded by stock nbgrader."""
    return _play(tmp_path_factory.mktemp("stock_demo"), "nbgrader")


@pytest.fixture(params=[pytest.param("played_on_the_engine", id="ailab"), pytest.param("played_on_nbgrader", id="nbgrader", marks=pytest.mark.proof)])
def played(request: pytest.FixtureRequest) -> Played:
    """Return a class graded by our engine; by stock nbgrader too under the `proof` marker."""
    found: Played = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module", params=["ailab", pytest.param("nbgrader", marks=pytest.mark.proof)])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Run notebooks by our engine; by stock nbgrader too under the `proof` marker."""
    with opened_engine(request.param, workers=2) as chosen:
        yield chosen
