"""The spawner's own decisions, without a hub."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tornado.web import HTTPError

from ailab.office.hub import spawner as spawning
from ailab.office.hub.spawner import WarmSpawner
from ailab.office.hub.warm.client import NotLaidOut, Wanted
from ailab.office.hub.warm.keeper import Keeper
from ailab.office.hub.warm.started import Started


class Named:
    """A user with a name."""

    def __init__(self, name: str) -> None:
        self.name = name


async def _at_once(*_: object) -> None:
    pass


def spawner_of(name: str, folder: Path) -> WarmSpawner:
    folders = {"template_socket": str(folder / "warm.sock"), "homes": str(folder / "homes"), "logs": str(folder)}
    return WarmSpawner(user=Named(name), **folders)


@pytest.fixture
def spawner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WarmSpawner:
    monkeypatch.setattr(WarmSpawner, "get_env", lambda _self: {})
    monkeypatch.setattr(WarmSpawner, "get_args", lambda _self: [])
    monkeypatch.setattr(spawning, "is_running", lambda server: server.started == 1)
    monkeypatch.setattr(spawning, "_until_it_listens", _at_once)
    return spawner_of("c1-aaaaaa", tmp_path)


def starting(monkeypatch: pytest.MonkeyPatch, *, missing: tuple[str, ...] = ()) -> list[str]:
    """Return how servers were started, once some were."""
    kinds: list[str] = []

    async def isolated(_keeper: object, wanted: Wanted) -> Started:
        kinds.append(f"isolated {wanted.name}")
        return Started(pid=1, started=1)

    def plain(wanted: Wanted) -> Started:
        kinds.append(f"plain {wanted.name}")
        return Started(pid=1, started=1)

    monkeypatch.setattr(spawning, "missing_layers", lambda: missing)
    monkeypatch.setattr(Keeper, "start", isolated)
    monkeypatch.setattr(spawning, "start_plain", plain)
    return kinds


def test_a_server_is_isolated_where_it_can_be(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = starting(monkeypatch)
    address, port = asyncio.run(spawner.start())
    assert (address, kinds) == ("127.0.0.1", ["isolated c1-aaaaaa"])
    assert port > 0


def test_without_namespaces_nothing_starts_until_somebody_has_said_so(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = starting(monkeypatch, missing=("user (Operation not permitted)",))
    with pytest.raises(HTTPError, match="can't keep learners apart"):
        asyncio.run(spawner.start())
    spawner.allow_without_isolation = True
    asyncio.run(spawner.start())
    assert kinds == ["plain c1-aaaaaa"]


@pytest.mark.parametrize("name", ["../c1-aaaaaa", "c1-aaaaaa/..", "/etc", "c1-AAAAAA", "c1 aaaaaa", "", "..", "c1-aaaaaa\n", "ع-aaaaaa"])
def test_what_is_no_id_never_becomes_a_folder(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    kinds = starting(monkeypatch)
    spawner.user = Named(name)
    with pytest.raises(HTTPError):
        asyncio.run(spawner.start())
    assert kinds == []
    assert not (tmp_path / "homes").exists()


def test_the_words_for_a_learner_reach_the_hubs_page(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object) -> Started:
        raise NotLaidOut("Le disque est plein.")

    starting(monkeypatch)
    monkeypatch.setattr(Keeper, "start", refuse)
    with pytest.raises(HTTPError) as caught:
        asyncio.run(spawner.start())
    assert vars(caught.value)["jupyterhub_message"] == "Le disque est plein."
    assert caught.value.status_code == 503


def test_a_server_is_found_again_by_its_state(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch) -> None:
    starting(monkeypatch)
    asyncio.run(spawner.start())
    state = spawner.get_state()
    spawner.clear_state()
    assert asyncio.run(spawner.poll()) == 0
    spawner.load_state(state)
    assert spawner.get_state() == state == {"pid": 1, "started": 1, "group": []}


def test_a_server_that_is_gone_is_said_to_be_gone_even_if_its_number_is_used_again(spawner: WarmSpawner) -> None:
    spawner.load_state({"pid": 1, "started": 12345, "group": []})
    assert asyncio.run(spawner.poll()) == 1
    assert spawner.get_state() == {}


def test_who_is_stopped_while_starting_leaves_no_server(spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []

    async def slow(*_: object) -> Started:
        await asyncio.sleep(0.05)
        return Started(pid=77, started=1)

    async def impatient() -> None:
        start = asyncio.ensure_future(spawner.start())
        await asyncio.sleep(0.01)
        await spawner.stop(now=True)
        with pytest.raises(HTTPError, match="stopped before"):
            await start

    starting(monkeypatch)
    monkeypatch.setattr(Keeper, "start", slow)
    monkeypatch.setattr(spawning, "end_now", lambda _folder, server: ended.append(server.pid))
    asyncio.run(impatient())
    assert ended == [77]
    assert asyncio.run(spawner.poll()) == 0


def test_more_than_may_start_at_once_wait_in_line_and_are_told_so(
    spawner: WarmSpawner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    most, now = [0], [0]

    async def slow(*_: object) -> Started:
        now[0] += 1
        most[0] = max(most[0], now[0])
        await asyncio.sleep(0.01)
        now[0] -= 1
        return Started(pid=1, started=1)

    async def words() -> list[dict[str, Any]]:
        return [said async for said in spawner.progress()]

    async def crowd() -> None:
        crowded = [spawner, *(spawner_of(f"c1-aaaaa{sign}", tmp_path) for sign in "bcdefghijkm")]
        for each in crowded:
            each.most_starting = 3
        await asyncio.gather(*(each.start() for each in crowded))

    starting(monkeypatch)
    monkeypatch.setattr(Keeper, "start", slow)
    asyncio.run(crowd())
    assert most == [3]
    assert [said["message"] for said in asyncio.run(words())] == ["Your desk is being prepared…"]
