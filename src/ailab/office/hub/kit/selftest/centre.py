"""What stands between learners and their servers: the proxy alone, then a whole centre, opened and closed again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings, make_centre
from ailab.office.hub.kit.selftest.work import course_folder
from ailab.office.hub.ports import Ports, expect_free
from ailab.office.hub.proxy_program import proxy_arguments, proxy_command, proxy_environment
from ailab.office.hub.servers import template_socket
from ailab.office.hub.warm.client import answers

_PROXY_S: Final = 60.0
_CENTRE_S: Final = 180.0
_FAREWELL_S: Final = 90.0
_LOCALHOST: Final = "127.0.0.1"
_TRIES: Final = 20
_LAST_WORDS: Final = 1200


def start_proxy(folder: Path) -> str:
    """Start the proxy and let it answer: who has its secret, and nobody else."""
    centre = _sample(folder / "centre")
    port = Ports(public=centre.settings.port).of("proxy")
    environment = {**os.environ, **proxy_environment(centre)}
    secret = {"Authorization": f"token {environment['CONFIGPROXY_AUTH_TOKEN']}"}
    with _running([*proxy_command(), *proxy_arguments(centre)], environment, folder) as (process, log):
        _wait(lambda: _status(port, "/api/routes", secret) == HTTPStatus.OK, process, log, _PROXY_S)
        if _status(port, "/api/routes", {}) != HTTPStatus.FORBIDDEN:
            raise Refused("the proxy obeys whoever asks")
    return ""


def start_centre(folder: Path) -> str:
    """Open a centre without anybody in it, fetch its first page, and close it."""
    centre = _sample(folder / "centre")
    command = [sys.executable, "-m", "ailab", "centre", "up", "--state", str(centre.folder), "--root", str(course_folder())]
    with _running(command, os.environ, folder) as (process, log):
        _wait(lambda: _status(centre.settings.port, "/hub/login", {}) == HTTPStatus.OK, process, log, _CENTRE_S)
        _wait(lambda: answers(template_socket(centre)), process, log, _CENTRE_S)
        process.send_signal(signal.SIGTERM)
        if process.wait(_FAREWELL_S):
            raise Refused(f"the centre ended with {process.returncode}: {_end_of(log)}")
    return ""


def _sample(folder: Path) -> Centre:
    return make_centre(folder, Settings(code="test", name="Self-test", place="Self-test", port=_free_ports()))


def _free_ports() -> int:
    """Return a port that is free, with those after it that a centre needs."""
    for _ in range(_TRIES):
        with socket.socket() as door:
            door.bind((_LOCALHOST, 0))
            found = int(door.getsockname()[1])
        with suppress(Refused):
            expect_free(_LOCALHOST, Ports(public=found))
            return found
    raise Refused("no free ports were found")


@contextmanager
def _running(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = folder / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, start_new_session=True
        )
    try:
        yield process, log
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(done: Callable[[], bool], process: "subprocess.Popen[bytes]", log: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        if process.poll() is not None or time.monotonic() > deadline:
            raise Refused(f"it did not come up: {_end_of(log)}")
        time.sleep(0.2)


def _end_of(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-_LAST_WORDS:].strip()


def _status(port: int, path: str, headers: Mapping[str, str]) -> int:
    connection = HTTPConnection(_LOCALHOST, port, timeout=10)
    try:
        connection.request("GET", path, headers=dict(headers))
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
