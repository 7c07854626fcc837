"""The spawner: a learner's server as a fork of the warm template, isolated, with limits.

Who comes while many start waits in line instead of being sent away.
"""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Any, Final

from jupyterhub.spawner import Spawner
from tornado.web import HTTPError
from traitlets import Bool, Dict, Integer, List, Unicode, default

from ailab.errors import Refused
from ailab.lang import as_language, library_translations
from ailab.office.centre.folder import expect_id
from ailab.office.hub.learner_ports import give_back, take_port
from ailab.office.hub.warm.client import NotLaidOut, Wanted, register
from ailab.office.hub.warm.homes import own_home
from ailab.office.hub.warm.keeper import Keeper
from ailab.office.hub.warm.plain import missing_layers, start_plain
from ailab.office.hub.warm.started import Started, clear_away, end, end_now, is_running
from ailab.office.sandbox.lasting import Tenant

_STOP_S: Final = 10.0
_GLANCE_S: Final = 0.05
_LOCAL: Final = "127.0.0.1"
_lines: dict[int, asyncio.Semaphore] = {}
_keepers: dict[str, Keeper] = {}


class WarmSpawner(Spawner):
    """Starts servers by asking the template."""

    template_socket = Unicode(help="Socket of the warm template, in a folder of the hub alone.").tag(config=True)
    homes = Unicode(help="Folder that holds each learner's folder, by id.").tag(config=True)
    logs = Unicode(help="Folder of the servers' logs.").tag(config=True)
    shown = Dict(help='Read-only folders below /srv: {"build": the built course}.').tag(config=True)
    memory_mib = Integer(2048, help="Memory of one learner's server and kernels in sum.").tag(config=True)
    processes = Integer(192, help="Processes and threads of one learner; a kernel has about ten threads.").tag(config=True)
    server_config = List(Unicode(), help="More arguments of the single-user server.").tag(config=True)
    most_starting = Integer(0, help="Servers that start at the same time; 0 for twice the cores.").tag(config=True)
    port = Integer(0, help="Where the server listens; 0 for a free one.").tag(config=True)
    language = Unicode("en", help="Language of what a learner reads while their server starts.").tag(config=True)
    allow_without_isolation = Bool(False, help="Where Linux's namespaces are missing: start servers that can reach each other.").tag(
        config=True
    )

    _server_process: Started | None = None
    _place_in_line = ""
    _wish: object = None
    """The start that is still wanted."""

    @default("env_keep")
    def _nothing_of_the_hub(self) -> list[str]:
        return []

    async def start(self) -> tuple[str, int]:
        """Start the server and return where it listens."""
        try:
            await self._start(self._wanted())
        except Refused as error:
            raise _told(error) from error
        return self.ip or _LOCAL, self.port

    async def _start(self, wanted: Wanted) -> None:
        wish = self._wish = object()
        self._place_in_line = "waiting"
        async with self._line():
            self._place_in_line = "starting"
            server = await self._started(wanted) if wish is self._wish else None
            if server:
                # The hub itself would look less and less often; and who is next in line finds the processor free.
                await _until_it_listens(server, self.ip or _LOCAL, self.port, self.http_timeout)
        if wish is self._wish:
            self._server_process = server
        elif server:
            # The hub has lost patience meanwhile, and may have started another one.
            await asyncio.to_thread(end_now, register(Path(self.template_socket)), server)
        if self._server_process is None:
            raise Refused("It was stopped before it had started.")

    async def _started(self, wanted: Wanted) -> Started:
        missing = await asyncio.to_thread(missing_layers)
        if not missing:
            return await self._keeper().start(wanted)
        if self.allow_without_isolation:
            self.log.warning("%s is started WITHOUT isolation; missing: %s", wanted.name, ", ".join(missing))
            return await asyncio.to_thread(start_plain, wanted)
        raise Refused(f"This machine can't keep learners apart: {', '.join(missing)}. Run: ailab doctor")

    def _wanted(self) -> Wanted:
        name = expect_id(self.user.name)
        self.port = self.port or take_port()
        home, user = own_home(Path(self.homes), name)
        tenant = Tenant(home=str(home), shown=dict(self.shown), user=user, memory_mib=self.memory_mib, processes=self.processes)
        arguments = [*self.get_args(), *self.server_config]
        return Wanted(name=name, tenant=tenant, environment=self.get_env(), arguments=arguments, log=Path(self.logs) / f"{name}.log")

    def _line(self) -> asyncio.Semaphore:
        loop = id(asyncio.get_running_loop())
        if loop not in _lines:
            _lines[loop] = asyncio.Semaphore(self.most_starting or 2 * (os.cpu_count() or 1))
        return _lines[loop]

    def _keeper(self) -> Keeper:
        if self.template_socket not in _keepers:
            _keepers[self.template_socket] = Keeper(Path(self.template_socket), Path(self.logs) / "warm.log", self.log.warning)
        return _keepers[self.template_socket]

    async def poll(self) -> int | None:
        """Return None while the server runs."""
        if self._server_process is None:
            return 0
        if is_running(self._server_process):
            return None
        clear_away(register(Path(self.template_socket)), self._server_process)
        self.clear_state()
        return 1

    async def stop(self, now: bool = False) -> None:
        """End the server and everything of this learner's."""
        self._wish, server = None, self._server_process
        if server is None:
            return
        if not now and end(server, signal.SIGTERM):
            await _until_ended(server, _STOP_S)
        end(server, signal.SIGKILL)
        if not await _until_ended(server, _STOP_S):
            self.log.error("the server of %s (PID %i) does not end", self.user.name, server.pid)
        clear_away(register(Path(self.template_socket)), server)

    def get_state(self) -> dict[str, Any]:
        """Return what finds the server again after a restart of the hub."""
        state: dict[str, Any] = super().get_state()
        if server := self._server_process:
            state |= {"pid": server.pid, "started": server.started, "group": list(server.group)}
        return state

    def load_state(self, state: dict[str, Any]) -> None:
        """Find the server again."""
        super().load_state(state)
        if "pid" in state and "started" in state:
            self._server_process = Started(pid=state["pid"], started=state["started"], group=tuple(state.get("group", ())))

    def clear_state(self) -> None:
        """Forget the server."""
        super().clear_state()
        give_back(self.port)
        self.port = 0
        self._server_process = None

    async def progress(self) -> AsyncIterator[dict[str, Any]]:
        """Say what is going on, while it goes on."""
        say = library_translations(as_language(self.language) or "en")
        if self._place_in_line == "waiting":
            yield {"progress": 10, "message": say("Many begin at the same time. You are next in line…")}
        while self._place_in_line == "waiting":
            await asyncio.sleep(_GLANCE_S)
        yield {"progress": 50, "message": say("Your desk is being prepared…")}


def _told(refusal: Refused) -> HTTPError:
    error = HTTPError(503 if isinstance(refusal, NotLaidOut) else 500, str(refusal), reason="Not started")
    vars(error)["jupyterhub_message"] = str(refusal)  # what the hub shows on its page
    return error


async def _until_it_listens(server: Started, address: str, port: int, seconds: float) -> None:
    for _ in range(int(seconds / _GLANCE_S)):
        with socket() as knock:
            knock.setblocking(False)
            with suppress(OSError):
                await asyncio.get_running_loop().sock_connect(knock, (address, port))
                return
        if not is_running(server):
            return
        await asyncio.sleep(_GLANCE_S)


async def _until_ended(server: Started, seconds: float) -> bool:
    """Tell whether the server ended in time."""
    for _ in range(int(seconds / _GLANCE_S)):
        if not is_running(server):
            return True
        await asyncio.sleep(_GLANCE_S)
    return False
