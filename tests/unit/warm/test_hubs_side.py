"""What the hub does without a template of its own: sockets, notes, environments, the choice between warm and cold."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.hub.warm import keeper as keeping
from ailab.office.hub.warm.client import Wanted, register, stop_servers, stop_template
from ailab.office.hub.warm.door import TemplateAbsent, answers, connect, listen
from ailab.office.hub.warm.keeper import Keeper
from ailab.office.hub.warm.plain import start_plain
from ailab.office.hub.warm.processes import runs, send, start_time
from ailab.office.hub.warm.settings import with_ours
from ailab.office.hub.warm.stack import import_all, template_environment
from ailab.office.hub.warm.started import Started, is_running, note, noted
from ailab.office.sandbox.lasting import Tenant

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@linux
def test_a_socket_is_reached_at_the_end_of_a_very_long_path(tmp_path: Path) -> None:
    folder = tmp_path / ("ح" * 60) / ("a folder with spaces" * 6)
    folder.mkdir(parents=True)
    with listen(folder / "warm.sock"):
        assert answers(folder / "warm.sock")
        assert (folder / "warm.sock").stat().st_mode & 0o777 == 0o600


@linux
def test_nobody_answers_at_a_socket_that_was_left_behind(tmp_path: Path) -> None:
    listen(tmp_path / "warm.sock").close()
    assert not answers(tmp_path / "warm.sock")
    with pytest.raises(TemplateAbsent):
        connect(tmp_path / "warm.sock")
    stop_template(tmp_path / "warm.sock")


def sleeper() -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


@linux
def test_a_process_is_known_by_its_start_not_by_its_number_alone() -> None:
    with sleeper() as process:
        started = start_time(process.pid)
        assert runs(process.pid, started)
        assert not runs(process.pid, started + 1)
        assert not send(process.pid, started + 1, signal.SIGKILL)
        assert send(process.pid, started, signal.SIGKILL)
    assert not runs(process.pid, started)


@linux
def test_all_servers_of_a_centre_can_be_ended_without_its_hub(tmp_path: Path) -> None:
    with sleeper() as process:
        server = Started(pid=process.pid, started=start_time(process.pid))
        note(register(tmp_path / "warm.sock"), server)
        note(register(tmp_path / "warm.sock"), Started(pid=process.pid, started=1))
        assert stop_servers(tmp_path / "warm.sock") == 1
        assert not is_running(server)
    assert noted(register(tmp_path / "warm.sock")) == []


def test_a_template_knows_nothing_of_the_operators_environment() -> None:
    environ = {"LANG": "fr_MA.UTF-8", "SECRET": "x", "PYTHONPATH": "/x", "HOME": "/root"}
    made = template_environment(environ, "/cache")
    assert made["LANG"] == "fr_MA.UTF-8"
    assert not {"SECRET", "PYTHONPATH"} & made.keys()
    assert (made["HOME"], made["OMP_NUM_THREADS"], made["OPENBLAS_NUM_THREADS"]) == ("/home/learner", "1", "1")


def test_a_module_that_is_missing_is_named_and_one_that_is_broken_stops_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "ailab_broken.py").write_text("import no_such_module_at_all", encoding="utf-8")
    assert import_all(["no_such_module"]) == ["no_such_module"]
    with pytest.raises(ModuleNotFoundError):
        import_all(["ailab_broken"])


def test_what_the_lab_switched_off_stays_off_beside_what_a_hub_switches_off() -> None:
    config = {"ServerApp": {"jpserver_extensions": {"nbgrader.server_extensions.formgrader": False, "ours": True}, "port": 1}, "Other": {}}
    made = with_ours(config, "ailab-warm")
    switched = made["ServerApp"]["jpserver_extensions"]
    assert (switched["nbgrader.server_extensions.formgrader"], switched["ours"], switched["jupyter_lsp"]) == (False, True, False)
    assert made["KernelManager"] == {"transport": "ipc"}
    assert made["ServerApp"]["port"] == 1


def wanted(tmp_path: Path, build: str = "build") -> Wanted:
    tenant = Tenant(home=str(tmp_path), shown={"build": str(tmp_path / build)})
    return Wanted(name="c1-aaa", tenant=tenant, environment={}, arguments=[], log=tmp_path / "log")


def test_without_isolation_the_course_must_lie_where_the_lab_looks(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is not named build"):
        start_plain(wanted(tmp_path, "other"))


WARM, COLD = Started(pid=1, started=1), Started(pid=2, started=2)


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Keeper, Callable[[bool], None]]:
    """Return a keeper, and a switch that says whether there is a template; it takes a tenth of a second to come back."""
    there = [False]

    def ask(*_: object) -> Started:
        if not there[0]:
            raise TemplateAbsent("it was killed")
        return WARM

    async def revive(_: Keeper) -> None:
        await asyncio.sleep(0.1)
        there[0] = True

    monkeypatch.setattr(keeping, "ask", ask)
    monkeypatch.setattr(keeping, "start_cold", lambda *_: COLD)
    monkeypatch.setattr(Keeper, "revive", revive)
    return Keeper(tmp_path / "warm.sock", tmp_path / "warm.log", lambda _words: None), lambda now: there.__setitem__(0, now)


def test_who_finds_the_template_gone_starts_cold_and_the_others_wait_for_the_new_one(
    keeper: tuple[Keeper, Callable[[bool], None]], tmp_path: Path
) -> None:
    async def three() -> list[Started]:
        return await asyncio.gather(*(keeper[0].start(wanted(tmp_path)) for _ in range(3)))

    assert sorted(each.pid for each in asyncio.run(three())) == [1, 1, 2]


def test_with_a_template_nobody_starts_cold(keeper: tuple[Keeper, Callable[[bool], None]], tmp_path: Path) -> None:
    keeper[1](True)
    assert asyncio.run(keeper[0].start(wanted(tmp_path))) == WARM
