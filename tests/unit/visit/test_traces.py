"""Wiping: after a visit nothing of any guest is left in the state folder, wherever the power was cut."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import Admitted, Clock, Status, clock_now, end_visit, last_status
from ailab.office.centre.visit.guests import leave
from ailab.office.centre.visit.steps import got_there, last_step
from ailab.office.centre.visit.traces import scrub
from ailab.office.hub.visit import keeper as keeper_module
from ailab.office.hub.visit.keeper import Keeper
from ailab.office.hub.visit.now import end_now, status_now

from .conftest import LAST_STEP, FakeHub, at, come_in, open_now, work

TYPED = "secret_word_of_a_guest"


def found(folder: Path, *words: str) -> list[str]:
    """Return the files below a folder in whose names or bytes one of the words stands."""
    hits = []
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        hits += [f"{path}: {word}" for word in words if word in path.name or word.encode() in data]
    return hits


def look(centre: Centre, hub: FakeHub, minutes: float = 30) -> bool:
    return asyncio.run(Keeper(centre=centre, hub=hub, clock=lambda: at(minutes)).look())


def finish(centre: Centre, minutes: float = 30) -> None:
    with session_of(centre) as session:
        end_visit(session, at(minutes))


@pytest.fixture
def hub(centre: Centre) -> FakeHub:
    """Return a hub whose own database holds its users, as JupyterHub's does."""
    path = centre.hub / "jupyterhub.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE users (name TEXT)")
    connection.close()

    class Stored(FakeHub):
        async def remove(self, person: str) -> bool:
            gone = await super().remove(person)
            if gone:
                with sqlite3.connect(path) as connection:
                    connection.execute("DELETE FROM users WHERE name = ?", (person,))
                connection.close()
            return gone

    return Stored()


def arrive(centre: Centre, visit: Status, hub: FakeHub, clock: Clock | None = None) -> Admitted:
    """Let a guest in who types something, and leaves their id wherever a centre writes."""
    guest = come_in(centre, visit.code, clock)
    hub.users.add(guest.id)
    with sqlite3.connect(centre.hub / "jupyterhub.sqlite") as connection:
        connection.execute("INSERT INTO users VALUES (?)", (guest.id,))
    connection.close()
    work(centre, guest.id)
    (centre.logs / "servers").mkdir(exist_ok=True)
    (centre.logs / "servers" / f"{guest.id}.log").write_text(TYPED)
    with (centre.logs / "hub.log").open("a") as log:
        log.write(f"GET /user/{guest.id}/ailab 200 (as c1-2dguest{guest.id.rpartition('guest')[2]})\n")
    return guest


def test_nothing_of_a_guest_is_left_and_the_numbers_are(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guests = [arrive(centre, visit, hub) for _ in range(3)]
    (centre.home("c1-a7k2mn") / "lessons").mkdir(parents=True)
    with (centre.logs / "hub.log").open("a") as log:
        log.write("GET /user/c1-a7k2mn/ailab\n")
    finish(centre)

    assert look(centre, hub)

    assert found(centre.folder, TYPED, *(guest.id for guest in guests), *(guest.id[-8:] for guest in guests)) == []
    assert [home.name for home in centre.homes.iterdir()] == ["c1-a7k2mn"]
    assert "c1-a7k2mn" in (centre.logs / "hub.log").read_text()
    with session_of(centre) as session:
        status = last_status(session, at(31))
    assert status is not None
    assert (status.counted, status.finished, status.here, status.is_wiped) == (3, 3, 0, True)


def test_a_visit_wipes_itself_when_its_time_is_over(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guest = arrive(centre, visit, hub)

    look(centre, hub, 99)
    assert centre.home(guest.id).is_dir()
    look(centre, hub, 100)

    assert found(centre.folder, TYPED, guest.id) == []


def test_a_clock_that_jumps_wipes_nobody(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guest = arrive(centre, visit, hub)

    asyncio.run(Keeper(centre=centre, hub=hub, clock=lambda: at(30, wall=20_000_000)).look())

    assert (centre.home(guest.id) / LAST_STEP).is_file()
    assert guest.id in hub.users


STAGES = ("count", "wipe_files", "forget", "compact", "close_visit")


class PowerCut(BaseException):
    """What no `except` of ours catches."""


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_power_cut_at_any_step_leaves_nothing_after_the_next_start(
    centre: Centre, visit: Status, hub: FakeHub, monkeypatch: pytest.MonkeyPatch, stage: str, after: bool
) -> None:
    guests = [arrive(centre, visit, hub) for _ in range(2)]
    finish(centre)
    real = getattr(keeper_module, stage)

    def cut(*args: object) -> None:
        if after:
            real(*args)
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(keeper_module, stage, cut)
        with pytest.raises(PowerCut):
            look(centre, hub)

    assert look(centre, hub, 60)
    assert found(centre.folder, TYPED, *(guest.id for guest in guests)) == []
    status = status_now(centre)
    assert status is not None
    assert (status.counted, status.finished, status.is_wiped) == (2, 2, True)


def test_a_server_that_is_starting_is_waited_for(centre: Centre, visit: Status, hub: FakeHub) -> None:
    first, second = arrive(centre, visit, hub), arrive(centre, visit, hub)
    hub.pending.add(second.id)
    finish(centre)

    look(centre, hub)
    status = status_now(centre)
    assert not centre.home(first.id).exists()
    assert centre.home(second.id).is_dir()
    assert status is not None
    assert not status.is_wiped

    hub.pending.clear()
    look(centre, hub)
    assert found(centre.folder, TYPED, first.id, second.id) == []


def test_who_leaves_is_wiped_at_once_and_the_others_go_on(centre: Centre, visit: Status, hub: FakeHub) -> None:
    gone, stays = arrive(centre, visit, hub), arrive(centre, visit, hub)
    with session_of(centre) as session:
        leave(session, gone.id)

    look(centre, hub)

    assert found(centre.homes, gone.id) == []
    assert found(centre.logs, gone.id) == []
    assert hub.users == {stays.id}
    assert (centre.home(stays.id) / LAST_STEP).is_file()
    assert stays.id in (centre.logs / "hub.log").read_text()
    assert (centre.logs / "servers" / f"{stays.id}.log").exists()


def test_guests_that_only_the_hub_knows_are_removed_too(centre: Centre, visit: Status, hub: FakeHub) -> None:
    hub.users |= {"c1-guesta7k2mnp9", "c1-a7k2mn", "lead"}
    finish(centre)

    look(centre, hub)

    assert hub.users == {"c1-a7k2mn", "lead"}


def test_a_second_visit_is_not_touched_by_the_wiping_of_the_first(centre: Centre, visit: Status, hub: FakeHub) -> None:
    first = arrive(centre, visit, hub)
    finish(centre)
    second = arrive(centre, open_now(centre, at(30)), hub)

    look(centre, hub, 31)

    assert found(centre.folder, first.id) == []
    assert (centre.home(second.id) / LAST_STEP).is_file()
    assert second.id in hub.users


def test_a_disk_that_says_no_is_said_and_tried_again(
    centre: Centre, visit: Status, hub: FakeHub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    guest = arrive(centre, visit, hub)
    finish(centre)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(keeper_module, "wipe_files", full)
        assert not look(centre, hub)
    assert "No space left" in caplog.text

    assert look(centre, hub)
    assert found(centre.folder, guest.id) == []


def test_ended_without_a_hub_the_work_goes_at_once(centre: Centre, hub: FakeHub, capsys: pytest.CaptureFixture[str]) -> None:
    guest = arrive(centre, open_now(centre, clock_now()), hub, clock_now())

    ended = end_now(centre, is_up=False)

    assert ended is not None
    assert found(centre.folder, TYPED) == []
    assert found(centre.folder, guest.id) == [f"{centre.hub / 'jupyterhub.sqlite'}: {guest.id}"]
    assert "next start" in capsys.readouterr().out
    look(centre, hub)
    assert found(centre.folder, guest.id) == []


def test_ended_while_the_hub_is_up_the_keeper_wipes(centre: Centre, hub: FakeHub) -> None:
    guest = arrive(centre, open_now(centre, clock_now()), hub, clock_now())

    end_now(centre, is_up=True, out=lambda _words: None)
    assert centre.home(guest.id).is_dir()

    look(centre, hub)
    assert found(centre.folder, guest.id, TYPED) == []


def test_a_copy_put_aside_by_an_upgrade_in_the_middle_of_a_visit_is_emptied_too(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guest = arrive(centre, visit, hub)
    source, copy = sqlite3.connect(centre.folder / "centre.sqlite"), sqlite3.connect(centre.folder / "centre.sqlite.0002.bak")
    source.backup(copy)
    source.close()
    copy.close()
    finish(centre)

    look(centre, hub)

    assert found(centre.folder, guest.id) == []


@pytest.mark.parametrize("many", [1, 40_000], ids=["short", "longer than a chunk"])
def test_a_log_keeps_its_length_and_its_other_words(tmp_path: Path, many: int) -> None:
    log = tmp_path / "hub.log"
    line = "GET /user/c1-guesta7k2mnp9/ailab of c1-a7k2mn\n"
    log.write_text(line * many)

    scrub(log, {"c1-guestbbbbbbbb"})

    text = log.read_text()
    assert len(text) == len(line) * many
    assert "a7k2mnp9" not in text
    assert text.count("of c1-a7k2mn\n") == many


def test_who_ran_something_in_the_last_step_got_there(centre: Centre) -> None:
    step = last_step(centre.build, "caravan_visit")
    assert str(step) == LAST_STEP
    work(centre, "c1-guesta7k2mnp9", None, 1)
    work(centre, "c1-guestbbbbbbbb", None, None)

    assert got_there(centre.home("c1-guesta7k2mnp9"), step)
    assert not got_there(centre.home("c1-guestbbbbbbbb"), step)
    assert not got_there(centre.home("c1-guestcccccccc"), step)


def odd_files() -> Iterator[tuple[str, bytes]]:
    yield "no JSON", b"{"
    yield "no notebook", b"[]"
    yield "cells of another kind", json.dumps({"cells": [1, None, {"cell_type": "code", "execution_count": True}]}).encode()
    yield "deep", b"[" * 200_000
    yield "huge", b" " * 9_000_000
    yield "no text", b"\xff\xfe\x00"


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in odd_files()])
def test_an_odd_file_is_no_last_step_and_no_error(centre: Centre, data: bytes) -> None:
    path = work(centre, "c1-guesta7k2mnp9")
    path.write_bytes(data)

    assert not got_there(centre.home("c1-guesta7k2mnp9"), last_step(centre.build, "caravan_visit"))


@pytest.mark.parametrize("part", [LAST_STEP, "lessons/near", "lessons"])
def test_no_link_of_a_guest_is_followed(centre: Centre, part: str) -> None:
    elsewhere = work(centre, "c1-a7k2mn").parents[2]
    home = centre.home("c1-guesta7k2mnp9")
    (home / part).parent.mkdir(parents=True)
    (home / part).symlink_to(elsewhere / part)

    assert not got_there(home, last_step(centre.build, "caravan_visit"))


def test_a_pipe_is_not_waited_for(centre: Centre) -> None:
    path = work(centre, "c1-guesta7k2mnp9")
    path.unlink()
    os.mkfifo(path)

    assert not got_there(centre.home("c1-guesta7k2mnp9"), last_step(centre.build, "caravan_visit"))


def test_what_a_page_that_is_still_open_asks_afterwards_is_wiped_too(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guest = arrive(centre, visit, hub)
    finish(centre)
    look(centre, hub)
    with (centre.logs / "hub.log").open("a") as log:
        log.write(f"404 GET /user/{guest.id}/api/kernels\n")

    asyncio.run(Keeper(centre=centre, hub=hub).tidy())

    assert found(centre.folder, guest.id) == []


def test_tidying_in_the_middle_of_a_visit_touches_nobody(centre: Centre, visit: Status, hub: FakeHub) -> None:
    guest = arrive(centre, visit, hub)
    before = found(centre.folder, guest.id, TYPED)

    asyncio.run(Keeper(centre=centre, hub=hub).tidy())

    assert found(centre.folder, guest.id, TYPED) == before
