"""The supervisor: one centre a folder, ports that are free, parts that are started again."""

import os
import signal
import socket
import stat
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.hub.free_ports import free_block

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings, make_centre
from ailab.office.hub import up as up_module
from ailab.office.hub.config import merged
from ailab.office.hub.ports import Ports, expect_free
from ailab.office.hub.secrets_files import proxy_token, service_token
from ailab.office.hub.up import Part, down, running, up

SLEEPS = [sys.executable, "-c", "import time; time.sleep(600)"]
ENDS = [sys.executable, "-c", "print('the disk is gone'); raise SystemExit(3)"]


@pytest.fixture
def centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Centre:
    made = make_centre(tmp_path / "centre", Settings(code="c1", name="Sample", place="Berkane", port=free_block()))
    monkeypatch.setattr(up_module, "start_template", lambda _path, _log: SimpleNamespace(pid=0))
    monkeypatch.setattr(up_module, "stop_template", lambda _path: None)
    monkeypatch.setattr(up_module, "is_up", lambda _centre: True)
    monkeypatch.setattr(up_module, "answers", lambda _path: True)
    return made


def with_parts(monkeypatch: pytest.MonkeyPatch, centre: Centre, **commands: list[str]) -> dict[str, Part]:
    parts = {
        name: Part(name=name, command=command, log=centre.logs / f"{name}.log", environment=dict(os.environ))
        for name, command in commands.items()
    }
    monkeypatch.setattr(up_module, "_parts", lambda _centre, _environment: tuple(parts.values()))
    return parts


def test_a_part_that_is_killed_is_started_again(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = with_parts(monkeypatch, centre, hub=SLEEPS, desk=SLEEPS)
    lines: list[str] = []
    killed: list[int] = []

    def kill_once_then_stop() -> None:
        process = parts["desk"].process
        assert process is not None
        killed.append(process.pid)
        process.kill()
        wait_and_stop = threading.Timer(3, os.kill, (os.getpid(), signal.SIGTERM))
        wait_and_stop.start()

    assert up(centre, out=lines.append, ready=kill_once_then_stop) == 0

    again = parts["desk"].process
    assert again is not None
    assert again.pid != killed[0]
    assert any("desk ended (-9) and is started again" in line for line in lines)
    assert all(part.ended() for part in parts.values())
    assert list((centre.hub / "parts").iterdir()) == []


def test_a_hub_that_does_not_start_is_told_with_the_end_of_its_log(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    with_parts(monkeypatch, centre, hub=ENDS)
    monkeypatch.setattr(up_module, "is_up", lambda _centre: False)

    with pytest.raises(Refused, match=r"(?s)hub did not start.*the disk is gone"):
        up(centre, out=lambda _line: None)

    assert running(centre) is None


def test_two_supervisors_do_not_share_a_folder(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    with_parts(monkeypatch, centre, hub=SLEEPS)
    seen: list[str] = []

    def start_a_second() -> None:
        with pytest.raises(Refused, match="up already") as refused:
            up(centre, out=lambda _line: None)
        seen.append(str(refused.value))
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()

    up(centre, out=lambda _line: None, ready=start_a_second)

    assert "ailab centre down" in seen[0]


def test_down_stops_what_is_up_and_says_when_nothing_was(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    with_parts(monkeypatch, centre, hub=SLEEPS)
    found: list[bool] = []

    def stop_from_elsewhere() -> None:
        assert running(centre) == os.getpid()
        threading.Thread(target=lambda: found.append(down(centre))).start()

    up(centre, out=lambda _line: None, ready=stop_from_elsewhere)

    deadline = time.monotonic() + 10
    while not found and time.monotonic() < deadline:
        time.sleep(0.05)
    assert found == [True]
    assert down(centre) is False


def test_a_busy_port_is_named_before_anything_starts(centre: Centre) -> None:
    with socket.create_server(("127.0.0.1", centre.settings.port + 3)), pytest.raises(Refused, match=str(centre.settings.port + 3)):
        up(centre, out=lambda _line: None)


@pytest.mark.parametrize("number", [0, -1, 65535, 70000])
def test_a_number_that_is_no_port_is_refused(number: int) -> None:
    with pytest.raises(Refused, match="no port"):
        expect_free("127.0.0.1", Ports(public=number))


def test_secrets_are_made_once_and_read_by_their_owner_alone(centre: Centre) -> None:
    first = proxy_token(centre)

    assert proxy_token(centre) == first != service_token(centre, "desk")
    assert {stat.S_IMODE(path.stat().st_mode) for path in centre.hub.glob("*_token")} == {0o600}


def test_an_option_said_twice_is_a_mistake_and_lists_are_joined() -> None:
    assert merged({"JupyterHub": {"services": [1]}}, {"JupyterHub": {"services": [2], "port": 1}}) == {
        "JupyterHub": {"services": [1, 2], "port": 1}
    }
    with pytest.raises(Refused, match="set twice"):
        merged({"JupyterHub": {"port": 1}}, {"JupyterHub": {"port": 2}})
