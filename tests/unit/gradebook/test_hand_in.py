"""Handing in through a real exchange: nbgrader's own tools see it."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeList
from traitlets.config import Config

from ailab.office.gradebook import StepFailed, collect, grading_environment, hand_in

NOTEBOOKS = {"find_price": b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'}
LEARNER = "oujda-abc123"
FIRST, LATER = "2026-11-20 10:00:00.000000 UTC", "2026-11-21 08:30:00.000000 UTC"


@pytest.fixture
def exchange(tmp_path: Path) -> Path:
    root = tmp_path / "exchange"
    for path in (root / "ailab" / "inbound", root / "ailab" / "outbound" / "souk"):
        path.mkdir(parents=True)
    root.chmod(0o777)
    return root


@pytest.fixture
def config(exchange: Path, tmp_path: Path) -> Config:
    options = {"root": str(exchange), "cache": str(tmp_path / "cache"), "path_includes_course": True}
    return Config({"Exchange": options, "CourseDirectory": {"course_id": "ailab"}})


def listed(config: Config, **which: bool) -> list[dict[str, Any]]:
    """Return what `nbgrader list` knows."""
    directory = CourseDirectory(config=config, assignment_id="souk", student_id=LEARNER)
    found = ExchangeList(coursedir=directory, authenticator=Authenticator(config=config), config=config, **which).start()
    return [submission for assignment in found for submission in assignment["submissions"]]


def attempts(exchange: Path) -> Iterator[str]:
    return (path.name for path in sorted((exchange / "ailab" / "inbound").iterdir()))


def test_nbgrader_lists_it_with_its_time(config: Config) -> None:
    hand_in("souk", NOTEBOOKS, config=config, learner=LEARNER, stamp=FIRST)

    for which in ({"inbound": True}, {"cached": True}):
        found = listed(config, **which)
        assert [(each["student_id"], each["assignment_id"], each["timestamp"]) for each in found] == [(LEARNER, "souk", FIRST)]
        assert [notebook["notebook_id"] for notebook in found[0]["notebooks"]] == ["find_price"]


def test_nbgrader_collects_the_latest_attempt(config: Config, exchange: Path, tmp_path: Path) -> None:
    root = tmp_path / "course"
    (root / "source" / "souk").mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'ailab'\nc.CourseDirectory.root = {str(root)!r}\n", encoding="utf-8"
    )
    hand_in("souk", NOTEBOOKS, config=config, learner=LEARNER, stamp=FIRST)
    hand_in("souk", {"find_price": NOTEBOOKS["find_price"] + b"\n"}, config=config, learner=LEARNER, stamp=LATER)

    with grading_environment(root):
        collect(root, "souk", exchange=exchange)

    folder = root / "received" / LEARNER / "souk"
    assert (folder / "timestamp.txt").read_text(encoding="utf-8") == LATER
    assert (folder / "find_price.ipynb").read_bytes().endswith(b"\n")
    assert len(list(attempts(exchange))) == 2


@pytest.mark.parametrize("gone", ["ailab/outbound/souk", "ailab/inbound", ""], ids=["not released", "no course", "no exchange"])
def test_exchange_that_is_not_there_is_said(config: Config, exchange: Path, gone: str) -> None:
    (exchange / gone).rename(exchange.parent / "elsewhere")

    with pytest.raises(StepFailed, match="submit"):
        hand_in("souk", NOTEBOOKS, config=config, learner=LEARNER, stamp=FIRST)


def test_half_an_attempt_is_never_seen(config: Config, exchange: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    # It happens when most has been copied: the secret stands there, the access is being set.
    monkeypatch.setattr("nbgrader.exchange.default.exchange.Exchange.set_perms", full)

    with pytest.raises(StepFailed, match="No space"):
        hand_in("souk", NOTEBOOKS, config=config, learner=LEARNER, stamp=FIRST)

    assert not list(attempts(exchange))
    assert not list((tmp_path / "cache").rglob("*.ipynb"))
