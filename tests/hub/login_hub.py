"""A real JupyterHub with the roster's door and its proxy, whose spawner starts nobody's server: it waits, or fails, as a test wants."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.people import NewSecret, add_learners, add_trainer, make_group
from ailab.office.hub.proxy_program import proxy_command
from tests.hub.plain_hub import free_ports

_PATIENCE_S = 90.0
_CONFIG = """
import asyncio
from pathlib import Path
from jupyterhub.spawner import SimpleLocalProcessSpawner
from ailab.office.centre import open_centre
from ailab.office.hub.login import hub_options

FOLDER = Path({folder!r})


class NoServer(SimpleLocalProcessSpawner):
    async def start(self):
        if (FOLDER / "fails").exists():
            raise RuntimeError("the test wanted it so")
        await asyncio.sleep(600)


c = get_config()
for name, options in hub_options(open_centre(FOLDER)).items():
    c[name].update(options)
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub}"
c.JupyterHub.db_url = "sqlite:///{folder}/hub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/hub/cookie_secret"
c.JupyterHub.log_level = "WARN"
c.JupyterHub.spawner_class = NoServer
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.tornado_settings = {{"slow_spawn_timeout": 1}}
c.JupyterHub.load_roles = [{{"name": "trainers", "groups": ["trainers", "leads"], "scopes": ["read:hub"]}}]
c.Spawner.start_timeout = 600
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = {proxy}
c.ConfigurableHTTPProxy.pid_file = "{folder}/hub/proxy.pid"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginHub:
    """A running hub and who is on its roster."""

    url: str
    hub_port: int
    centre: Centre
    secrets: dict[str, NewSecret]
    """By a word for who it is: "pictures", "pin", "arabic", "trainer", "lead"."""
    others: tuple[NewSecret, ...]

    def log(self) -> str:
        """Return what the hub said."""
        return (self.centre.logs / "hub.log").read_text(encoding="utf-8", errors="replace")


@contextlib.contextmanager
def login_hub(*, others: int = 0) -> Iterator[LoginHub]:
    """Start a hub with a small roster, and end it."""
    folder = Path(tempfile.mkdtemp(prefix="ailab-login-"))
    process = None
    try:
        centre = make_centre(folder, Settings(code="c1", name="Centre of samples", place="Berkane", language="ar"))
        upgrade(centre)
        secrets, more = _roster(centre, others)
        public, hub, api = free_ports()
        config = folder / "jupyterhub_config.py"
        config.write_text(_CONFIG.format(folder=str(folder), public=public, hub=hub, api=api, proxy=proxy_command()), encoding="utf-8")
        process = _start(centre, config)
        _wait_until_up(process, public, centre)
        yield LoginHub(url=f"http://127.0.0.1:{public}", hub_port=hub, centre=centre, secrets=secrets, others=more)
    finally:
        if process is not None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)
        engine_of(f"sqlite:///{folder.resolve()}/centre.sqlite").dispose()
        shutil.rmtree(folder, ignore_errors=True)


def _roster(centre: Centre, others: int) -> tuple[dict[str, NewSecret], tuple[NewSecret, ...]]:
    now = datetime.now(UTC)
    with session_of(centre) as session:
        for slug, title, language in (("explorers", "المستكشفون الصغار", "ar"), ("lundi", "Classe du lundi", "fr")):
            make_group(session, id=slug, title=title, language=language, edition="ma", time_zone="Africa/Casablanca", now=now)
        pictures = add_learners(session, centre, group="explorers", count=8, kind="pictures", now=now)
        [arabic] = add_learners(session, centre, group="explorers", count=1, now=now)
        [pin] = add_learners(session, centre, group="lundi", count=1, now=now)
        trainer = add_trainer(session, centre, login="Sample trainer", language="fr", groups=("lundi",), now=now)
        lead = add_trainer(session, centre, login="Sample lead", language="en", lead=True, now=now)
        more = add_learners(session, centre, group="lundi", count=others, now=now)
    return {"pictures": pictures[0], "arabic": arabic, "pin": pin, "trainer": trainer, "lead": lead}, more


def _start(centre: Centre, config: Path) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "AILAB", "CONFIGPROXY"))}
    with (centre.logs / "hub.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(config)],
            cwd=centre.folder,
            env={**environment, "CONFIGPROXY_AUTH_TOKEN": "of-a-test-alone"},
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )


def _wait_until_up(process: "subprocess.Popen[bytes]", port: int, centre: Centre) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        line = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            line.request("GET", "/hub/login")
            if line.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            pass
        finally:
            line.close()
        time.sleep(0.1)
    raise RuntimeError(f"no hub:\n{(centre.logs / 'hub.log').read_text(encoding='utf-8', errors='replace')[-3000:]}")
