"""A real JupyterHub with its proxy on free ports, its users as they say they are, and a spawner to try."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Self

from ailab.office.hub.proxy_program import proxy_command
from ailab.office.hub.warm.client import stop_servers, stop_template
from tests.hub.pupil import Pupil

PASSWORD = "for a test alone"
WARM = "ailab.office.hub.spawner.WarmSpawner"
_PATIENCE_S = 90.0
_CONFIG = """
from jupyterhub.auth import DummyAuthenticator
c = get_config()
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub}"
c.JupyterHub.db_url = "sqlite:///{folder}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie_secret"
c.JupyterHub.cleanup_servers = {cleanup}
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.log_level = "WARN"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = {proxy}
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.JupyterHub.authenticator_class = DummyAuthenticator
c.Authenticator.allow_all = True
c.DummyAuthenticator.password = "{password}"
c.JupyterHub.spawner_class = "{spawner}"
c.Spawner.start_timeout = c.Spawner.http_timeout = 90
c.WarmSpawner.template_socket = "{folder}/hub/warm.sock"
c.WarmSpawner.homes = "{folder}/homes"
c.WarmSpawner.logs = "{folder}/logs"
c.WarmSpawner.shown = {{"build": "{build}"}}
{more}
"""


@dataclass(slots=True)
class PlainHub:
    """A hub in a folder of its own."""

    build: Path
    spawner: str = WARM
    more: str = ""
    cleanup: bool = False
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="ailab-hub-")))
    ports: tuple[int, int, int] = field(default_factory=lambda: free_ports())  # noqa: PLW0108 - defined below
    _process: "subprocess.Popen[bytes] | None" = None

    def __enter__(self) -> Self:
        """Start it."""
        for name in ("hub", "homes", "logs"):
            (self.folder / name).mkdir(mode=0o700)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it and all it started."""
        self.stop()
        stop_servers(self.template)
        stop_template(self.template)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self) -> str:
        """Return what a browser opens."""
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def template(self) -> Path:
        """Return the template's socket."""
        return self.folder / "hub" / "warm.sock"

    @property
    def pid(self) -> int:
        """Return the hub's PID."""
        assert self._process is not None
        return self._process.pid

    def pupil(self, name: str) -> Pupil:
        """Return a learner of this hub."""
        return Pupil(self.url, name, {"username": name, "password": PASSWORD})

    def log(self) -> str:
        """Return what the hub said."""
        return (self.folder / "hub.log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """Start the hub and wait until it answers."""
        public, hub, api = self.ports
        config = _CONFIG.format(
            public=public,
            hub=hub,
            api=api,
            folder=self.folder,
            build=self.build,
            cleanup=self.cleanup,
            proxy=proxy_command(),
            password=PASSWORD,
            spawner=self.spawner,
            more=self.more,
        )
        (self.folder / "jupyterhub_config.py").write_text(config, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "AILAB", "CONFIGPROXY"))}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        with (self.folder / "hub.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", str(self.folder / "jupyterhub_config.py")],
                cwd=self.folder,
                env={**environment, "CONFIGPROXY_AUTH_TOKEN": "of-a-test-alone", "PATH": path},
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._wait_until_up()

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            assert self._process is not None
            if self._process.poll() is not None:
                break
            if _answers(self.ports[0]):
                return
            time.sleep(0.1)
        raise RuntimeError(f"no hub:\n{self.log()[-3000:]}")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End the hub; after SIGKILL its proxy goes on until the hub is started again."""
        if self._process is None:
            return
        self._process.send_signal(number)
        self._process.wait(timeout=60)
        self._process = None


def _answers(port: int) -> bool:
    line = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/hub/login")
        return line.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        line.close()


def free_ports() -> tuple[int, int, int]:
    """Return three ports that nobody used a moment ago."""
    doors = [socket.socket() for _ in range(3)]
    for door in doors:
        door.bind(("127.0.0.1", 0))
    found = tuple(int(door.getsockname()[1]) for door in doors)
    for door in doors:
        door.close()
    return found[0], found[1], found[2]
