"""The service as a process of its own, beside a hub that knows a few tokens."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx

ACCESS = "access:services!service=round"
PREFIX = "/services/round/"


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def hub_knowing(models: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Run what answers as the hub does when it is asked whose token it is; give its address."""

    class Hub(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            model = models.get(self.headers.get("Authorization", "").removeprefix("token "))
            content = json.dumps(model or {"message": "forbidden"}).encode()
            self.send_response(200 if model and self.path == "/hub/api/user" else 403)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_facts: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hub/api"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(slots=True)
class Service:
    """The running service."""

    centre: Path
    hub: str
    log: Path
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        environment = {
            **os.environ,
            "AILAB_CENTRE": str(self.centre),
            "JUPYTERHUB_API_TOKEN": "of-the-service",
            "JUPYTERHUB_API_URL": self.hub,
            "JUPYTERHUB_SERVICE_NAME": "round",
            "JUPYTERHUB_SERVICE_PREFIX": PREFIX,
            "JUPYTERHUB_SERVICE_URL": f"http://127.0.0.1:{self.port}",
            "JUPYTERHUB_OAUTH_ACCESS_SCOPES": json.dumps([ACCESS]),
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([sys.executable, "-m", "ailab.office.hub.round"], env=environment, stdout=log, stderr=log)
        until = time.monotonic() + 60
        # It may be asked anything only once it has tidied.
        while time.monotonic() < until:
            try:
                if httpx.get(f"{self.address}health", trust_env=False).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        self.end(signal.SIGKILL)
        raise AssertionError(self.log.read_text(encoding="utf-8")[-5000:])

    def end(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """End it and return its exit code."""
        process, self.process = self.process, None
        if process is None:
            return 0
        process.send_signal(sign)
        return process.wait(30)


def of(name: str, **facts: Any) -> dict[str, Any]:
    """Return what the hub says of somebody."""
    return {"kind": "user", "name": name, "groups": [], "admin": False, "scopes": [ACCESS], **facts}
