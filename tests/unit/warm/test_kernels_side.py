"""What a kernel is told, and how its server holds it."""

import asyncio
import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from ailab.office.hub import provisioner as provisioning
from ailab.office.hub.provisioner import ForkedKernel, WarmProvisioner, kernel_environment
from ailab.office.hub.warm.kernel import arguments_of
from ailab.office.hub.warm.shell import modules_unasked
from ailab.office.hub.warm.watch import Watch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux alone")


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (["python", "-m", "ipykernel_launcher", "-f", "x.json"], ["-f", "x.json"]),
        (["python", "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "x.json"], ["-f", "x.json"]),
        (["xcpp", "-f", "x.json"], None),
        (["python", "-m", "bash_kernel", "ipykernel_launcher"], None),
    ],
    ids=["IPython", "IPython with an option of Python's", "another language", "another module"],
)
def test_only_kernels_of_pythons_are_forked(command: list[str], arguments: list[str] | None) -> None:
    assert arguments_of(command) == arguments


def test_a_kernel_is_told_no_token() -> None:
    told = {"JUPYTERHUB_API_TOKEN": "x", "JPY_API_TOKEN": "x", "JUPYTER_TOKEN": "x", "JPY_SESSION_NAME": "a.ipynb", "AILAB_ROUND_URL": "y"}
    assert kernel_environment(told) == {"JPY_SESSION_NAME": "a.ipynb", "AILAB_ROUND_URL": "y"}


def test_a_forked_kernel_has_the_manners_of_a_process() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        kernel = ForkedKernel(process.pid)
        assert kernel.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            kernel.wait(0.01)
        kernel.send_signal(signal.SIGKILL)
        assert kernel.wait(10) == 1
        assert kernel.poll() == 1
        kernel.terminate()


def test_a_kernel_that_ended_at_once_is_no_error() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert ForkedKernel(process.pid).poll() == 1


def launched(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> tuple[WarmProvisioner, list[Any]]:
    executed: list[Any] = []

    async def execute(_self: LocalProvisioner, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        executed.append((cmd, kwargs["env"]))
        return {}

    monkeypatch.setattr(LocalProvisioner, "launch_kernel", execute)
    provisioner = WarmProvisioner()
    provisioner.connection_info = {"transport": "tcp"}
    asyncio.run(provisioner.launch_kernel(command, env={"JUPYTERHUB_API_TOKEN": "x", "A": "b"}, cwd="/"))
    return provisioner, executed


def test_where_no_init_answers_a_kernel_is_executed_without_a_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(provisioning, "DOOR", str(tmp_path / "nobody.sock"))
    command = ["python", "-m", "ipykernel_launcher", "-f", "x.json"]
    assert launched(monkeypatch, command)[1] == [(command, {"A": "b"})]


def test_where_init_answers_a_kernel_is_forked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, heard = str(tmp_path / "init.sock"), []
    with (
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process,
        socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as door,
    ):
        door.bind(path)
        door.listen()

        def answer() -> None:
            caller, _ = door.accept()
            with caller:
                heard.append(json.loads(caller.recv(60_000)))
                caller.sendall(json.dumps({"pid": process.pid}).encode())

        thread = Thread(target=answer)
        thread.start()
        monkeypatch.setattr(provisioning, "DOOR", path)
        provisioner, executed = launched(monkeypatch, ["python", "-m", "ipykernel_launcher", "-f", "x.json"])
        thread.join()
        process.kill()
        assert provisioner.process is not None
        provisioner.process.wait()
    assert executed == []
    assert heard == [{"argv": ["-f", "x.json"], "cwd": "/", "env": {"A": "b"}}]
    assert provisioner.pid == process.pid


def test_modules_stay_loaded_while_nobody_may_go_through_them() -> None:
    loaded = sys.modules
    with modules_unasked():
        assert sys.modules.copy() == {}
        assert sys.modules["json"] is json
        assert "json" in sys.modules
        sys.modules["ailab_for_a_moment"] = json
    assert sys.modules is loaded
    assert loaded.pop("ailab_for_a_moment") is json


def test_over_the_limit_the_largest_process_goes_and_the_server_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    sizes = {1: 10, 10: 5_000, 20: 900, 30: 2_000}
    monkeypatch.setattr("ailab.office.hub.warm.watch._everybody", lambda: list(sizes))
    monkeypatch.setattr("ailab.office.hub.warm.watch.resident_bytes", lambda pid: sizes.get(pid, 0))
    monkeypatch.setattr("os.kill", lambda pid, _number: ended.append(pid))
    monkeypatch.setattr("os.getpid", lambda: 1)
    Watch(server=10, most_bytes=5_000, born_with=0).look()
    Watch(server=10, most_bytes=50_000, born_with=0).look()
    Watch(server=10, most_bytes=0, born_with=0).look()
    assert ended == [30]


def test_near_the_limit_one_looks_more_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ailab.office.hub.warm.watch._everybody", lambda: [20])
    monkeypatch.setattr("ailab.office.hub.warm.watch.resident_bytes", lambda _pid: 600)
    near, far = Watch(server=10, most_bytes=1_000, born_with=0), Watch(server=10, most_bytes=10_000, born_with=0)
    near.look()
    far.look()
    assert (near.pause_s or 0) < (far.pause_s or 0)
