"""Learners' servers without a hub: something that says yes to every token stands in for it."""

import asyncio
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

from tests.built_course import built
from tests.hub.pupil import Kernel, hang_up
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from ailab.office.hub.warm.client import Wanted, ask, register, start_template, stop_servers, stop_template, wait_until_warm
from ailab.office.hub.warm.homes import own_home
from ailab.office.hub.warm.started import Started, clear_away, end, is_running
from ailab.office.sandbox import syscalls
from ailab.office.sandbox.lasting import Tenant

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "of-a-test-alone"
_SCOPE = "access:servers"


class _YesSayer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"kind": "user", "name": "c1-learner", "admin": False, "groups": [], "scopes": [_SCOPE]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Bare:
    """A template, and a folder for the homes of those who use it."""

    folder: Path
    hub: int
    """The port of what stands in for it."""

    @property
    def template(self) -> Path:
        return self.folder / "warm.sock"

    def wanted(self, name: str, **limits: Any) -> Wanted:
        home, user = own_home(self.folder / "homes", name)
        return Wanted(
            name=name,
            tenant=Tenant(home=str(home), shown={"build": str(built())}, user=user, **limits),
            environment=self.environment(name, free_port()),
            arguments=[],
            log=self.folder / f"{name}.log",
        )

    def environment(self, name: str, port: int) -> dict[str, str]:
        return {
            "JUPYTERHUB_SERVICE_URL": f"http://127.0.0.1:{port}/user/{name}/",
            "JUPYTERHUB_SERVICE_PREFIX": f"/user/{name}/",
            "JUPYTERHUB_BASE_URL": "/",
            "JUPYTERHUB_API_URL": f"http://127.0.0.1:{self.hub}/hub/api",
            "JUPYTERHUB_API_TOKEN": TOKEN,
            "JUPYTERHUB_CLIENT_ID": f"jupyterhub-user-{name}",
            "JUPYTERHUB_USER": name,
            "JUPYTERHUB_HOST": "",
            "JUPYTERHUB_OAUTH_ACCESS_SCOPES": json.dumps([_SCOPE]),
            "JUPYTERHUB_OAUTH_SCOPES": json.dumps([_SCOPE]),
            "JUPYTERHUB_SERVER_NAME": "",
        }

    @contextmanager
    def server(self, name: str, **limits: Any) -> Iterator["BareServer"]:
        """Start a learner's server, and end it."""
        wanted = self.wanted(name, **limits)
        started = ask(self.template, wanted)
        try:
            server = BareServer(started, wanted)
            server.wait_until_up()
            yield server
        finally:
            end(started, signal.SIGKILL)
            wait_for_end(started)
            clear_away(register(self.template), started)


@dataclass(frozen=True, slots=True)
class BareServer:
    """A learner's server that runs."""

    started: Started
    wanted: Wanted

    @property
    def url(self) -> str:
        return self.wanted.environment["JUPYTERHUB_SERVICE_URL"].rstrip("/")

    def wait_until_up(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                self.ask("GET", "/api")
            except OSError:
                assert is_running(self.started), self.wanted.log.read_text(encoding="utf-8")
                time.sleep(0.02)
            else:
                return
        raise TimeoutError(self.wanted.log.read_text(encoding="utf-8"))

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        request = Request(self.url + path, method=method, data=json.dumps(body).encode() if body is not None else None)
        request.add_header("Authorization", f"token {TOKEN}")
        with urlopen(request, timeout=60) as answer:
            said = answer.read()
        return json.loads(said) if said else None

    @asynccontextmanager
    async def kernel(self) -> AsyncIterator[Kernel]:
        identity = (await asyncio.to_thread(self.ask, "POST", "/api/kernels", {"name": "python3"}))["id"]
        address = f"{self.url}/api/kernels/{identity}/channels".replace("http", "ws", 1)
        line = await websocket_connect(HTTPRequest(address, headers={"Authorization": f"token {TOKEN}"}))
        try:
            yield Kernel(identity, line)
        finally:
            await hang_up(line)
            await asyncio.to_thread(self.ask, "DELETE", f"/api/kernels/{identity}")

    def run(self, *cells: str) -> list[str]:
        """Run cells in a new kernel and return what each printed, gave or raised."""

        async def work() -> list[str]:
            async with self.kernel() as kernel:
                return [(await kernel.run(cell)).text.strip() for cell in cells]

        return asyncio.run(work())


def wait_for_end(started: Started) -> None:
    deadline = time.monotonic() + 20
    while is_running(started):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def bare(folder: Path) -> Iterator[Bare]:
    """Run a template and something that says yes."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _YesSayer) as hub:
        Thread(target=hub.serve_forever, daemon=True).start()
        found = Bare(folder, hub.server_address[1])
        process = start_template(found.template, folder / "warm.log")
        try:
            wait_until_warm(found.template, process)
            yield found
        finally:
            stop_servers(found.template)
            stop_template(found.template)
            process.wait(timeout=20)
            hub.shutdown()


def leave_root(user: int = 12345) -> None:
    """Be an ordinary user who can reach the interpreter, wherever it lies."""
    syscalls.unshare(syscalls.CLONE_NEWNS)
    syscalls.mount("none", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    _open_the_way(Path(sys.base_prefix))
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _open_the_way(prefix: Path) -> None:
    # The interpreter may lie in root's home: in a mount namespace of this program, everybody may walk there.
    closed = next((folder for folder in reversed(prefix.parents) if not folder.stat().st_mode & 1), None)
    if closed is None:
        return
    held = tempfile.mkdtemp(dir="/var/tmp")
    syscalls.mount(str(prefix), held, "", syscalls.MS_BIND | syscalls.MS_REC)
    syscalls.mount("tmpfs", str(closed), "tmpfs", 0, "mode=755")
    prefix.mkdir(parents=True)
    syscalls.mount(held, str(prefix), "", syscalls.MS_BIND | syscalls.MS_REC)
    syscalls.unmount(held)
    Path(held).rmdir()
