"""A centre that ends without a farewell, or is opened elsewhere: what was acknowledged is there, and `up` simply works again."""

import asyncio
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from ailab.office.centre import Centre as State
from ailab.office.centre import open_centre, session_of
from ailab.office.centre.tables import HandedIn
from ailab.office.hub.up import down
from tests.hub.a_class import EXERCISE, MODULE
from tests.hub.at_work import at_work, change, cut_the_power, hand_in, kill, wait_until_handed_in, wait_until_served
from tests.hub.living import ROOT, Centre, living_centre, running
from tests.hub.pupil import Kernel, Pupil

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(900)]
LEARNERS = 3


@contextmanager
def up_again(centre: Centre) -> Iterator[Centre]:
    """Start the centre once more."""
    with running(centre.state) as supervisor:
        yield replace(centre, supervisor=supervisor)


@pytest.mark.parametrize("cuts", [pytest.param(1, id="sample"), pytest.param(10, id="full", marks=pytest.mark.proof)])
def test_a_power_cut_in_mid_submission_loses_nothing_that_was_acknowledged(tmp_path: Path, cuts: int) -> None:
    random, told = Random(f"cuts {cuts}"), set[tuple[str, str]]()

    async def until_the_cut(centre: Centre, number: int) -> set[tuple[str, str]]:
        async with at_work(centre, LEARNERS) as pupils:
            sent = [asyncio.create_task(hand_in(centre, pupil, f"{pupil.name} {number}")) for pupil in pupils]
            await asyncio.sleep(random.uniform(0.1, 1.2))
            cut_the_power(centre)
            return {found for found in await asyncio.gather(*sent) if found}

    with living_centre(tmp_path, learners=LEARNERS) as first:
        told |= asyncio.run(until_the_cut(first, 0))
        for number in range(1, cuts):
            with up_again(first) as centre:
                assert told - centre.attempts(MODULE) == set()
                told |= asyncio.run(until_the_cut(centre, number))
        with up_again(first) as centre:
            assert told - centre.attempts(MODULE) == set()
            assert asyncio.run(_everybody_hands_in(centre)) - centre.attempts(MODULE) == set()
            assert _rows_without_folder(centre.state) == []


async def _everybody_hands_in(centre: Centre) -> set[tuple[str, str]]:
    async with at_work(centre, LEARNERS) as pupils:
        return set(await asyncio.gather(*(wait_until_handed_in(centre, pupil, f"{pupil.name} after") for pupil in pupils)))


def _rows_without_folder(state: State) -> list[str]:
    with session_of(state) as session:
        return [row.folder for row in session.query(HandedIn) if not (state.exchange / "ailab" / "inbound" / row.folder).is_dir()]


def test_up_takes_over_what_a_killed_supervisor_left_and_learners_go_on(tmp_path: Path) -> None:
    async def day(first: Centre) -> None:
        async with at_work(first, 1) as (pupil,):
            made = await pupil.ask("POST", f"{pupil.base}/api/kernels", json={"name": "python3", "path": ""})
            kernel = made.json()["id"]
            assert await _said(pupil, kernel, "answer = 42\nanswer") == "42"
            orphans = _parts(first)
            kill([first.supervisor.pid])
            first.supervisor.wait()
            # Without a supervisor the class goes on.
            assert await _said(pupil, kernel, "answer") == "42"
            with up_again(first) as again:
                assert orphans & _parts(again) == set()
                assert {pid for pid in orphans if _runs(pid)} == set()
                assert await _said(pupil, kernel, "answer") == "42"
                assert await wait_until_handed_in(again, pupil, "after") in again.attempts(MODULE)

    with living_centre(tmp_path, learners=1) as centre:
        asyncio.run(day(centre))


async def _said(pupil: Pupil, identity: str, code: str) -> str:
    """Return what a kernel says on a new line, as soon as somebody leads there."""
    await wait_until_served(pupil)
    line = await pupil._line(identity)
    try:
        return (await Kernel(identity, line).run(code)).value
    finally:
        line.close()


@pytest.mark.proof
def test_down_ends_what_a_killed_supervisor_left(tmp_path: Path) -> None:
    with living_centre(tmp_path, learners=1) as centre:

        async def day() -> None:
            async with at_work(centre, 1):
                kill([centre.supervisor.pid])
                centre.supervisor.wait()

        before = _parts(centre) | set(centre.pids_of("template"))
        asyncio.run(day())

        assert down(centre.state) is True
        assert [pid for pid in before if _runs(pid)] == []
        assert down(centre.state) is False


def _parts(centre: Centre) -> set[int]:
    """Return the supervisor's own processes, once each has started: beside an older hub a new one seems to be up at once."""
    names, deadline = ("hub", "proxy", "round", "desk", "formgrader", "visit"), time.monotonic() + 60
    while not all((found := {part: centre.pids_of(part) for part in names}).values()):
        assert time.monotonic() < deadline, found
        time.sleep(0.2)
    return {pid for pids in found.values() for pid in pids}


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.proof
def test_a_copied_folder_opens_at_another_place(tmp_path: Path) -> None:
    async def first_day(centre: Centre) -> tuple[str, str]:
        async with at_work(centre, 1) as (pupil,):
            told = await wait_until_handed_in(centre, pupil, "before the copy")
            await change(pupil, "not handed in yet")
            return told

    async def second_day(centre: Centre) -> tuple[str, str]:
        async with at_work(centre, 1) as (pupil,):
            path = f"{pupil.base}/api/contents/exercises/{MODULE}/{EXERCISE}.ipynb"
            assert "# not handed in yet" in (await pupil.ask("GET", path)).text
            return await wait_until_handed_in(centre, pupil, "after the copy")

    with living_centre(tmp_path / "first", learners=1) as centre:
        told = asyncio.run(first_day(centre))
    # As a stick without owners and rights gives it back.
    copy = Path(shutil.copytree(centre.state.folder, tmp_path / "stick" / "copy", copy_function=shutil.copyfile))
    shutil.rmtree(centre.state.folder)
    state = open_centre(copy)
    with running(state) as supervisor:
        again = replace(centre, state=state, supervisor=supervisor)
        assert told in again.attempts(MODULE)
        assert asyncio.run(second_day(again)) in again.attempts(MODULE)


@pytest.mark.proof
def test_two_at_once_are_one_that_runs_and_one_that_says_so(tmp_path: Path) -> None:
    with living_centre(tmp_path, learners=1) as centre:
        second = ailab("centre", "up", "--state", str(centre.state.folder))

        assert second.returncode == 1
        assert "is up already" in second.stderr
        assert "Traceback" not in second.stderr
        assert down(centre.state) is True


def ailab(*words: str) -> "subprocess.CompletedProcess[str]":
    """Call the program as somebody at the keyboard does."""
    return subprocess.run(
        [sys.executable, "-m", "ailab", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=300,
        stdin=subprocess.DEVNULL,
        check=False,
    )
