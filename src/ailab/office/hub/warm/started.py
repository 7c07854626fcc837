"""Servers that were started, as they can be found again: by the hub's database, and by a file each beside the template's socket."""

import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ailab.office.hub.warm.processes import runs, send
from ailab.office.sandbox.cgroup import Group

_FAREWELL_S: Final = 10.0
_GLANCE_S: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A learner's server."""

    pid: int
    started: int
    """In ticks since the machine was."""
    group: tuple[str, ...] = ()
    """Folders of its control group, if it has one."""


def is_running(server: Started) -> bool:
    """Tell whether this server still runs."""
    return runs(server.pid, server.started)


def end(server: Started, number: signal.Signals) -> bool:
    """Signal this server; False when it has ended."""
    return send(server.pid, server.started, number)


def note(folder: Path, server: Started) -> None:
    """Write down that a server runs, for whoever ends a centre whose hub is gone."""
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / f"{server.pid}-{server.started}").write_text("\n".join(server.group), encoding="utf-8")


def clear_away(folder: Path, server: Started) -> None:
    """Remove what an ended server leaves."""
    Group(folders=tuple(Path(each) for each in server.group)).remove()
    (folder / f"{server.pid}-{server.started}").unlink(missing_ok=True)


def noted(folder: Path) -> list[Started]:
    """Return the servers that were started from here and not cleared away."""
    found = []
    for path in sorted(folder.glob("*-*")):
        pid, _, started = path.name.partition("-")
        with suppress(ValueError, OSError):
            group = tuple(path.read_text(encoding="utf-8").split("\n"))
            found.append(Started(pid=int(pid), started=int(started), group=group if group != ("",) else ()))
    return found


def end_now(folder: Path, server: Started) -> None:
    """End a server that is not to be used, and what it leaves."""
    end(server, signal.SIGKILL)
    _wait_a_moment(server)
    clear_away(folder, server)


def end_all(folder: Path) -> int:
    """End every server that was started from here, and return how many still ran."""
    servers = noted(folder)
    running = [server for server in servers if end(server, signal.SIGTERM)]
    deadline = time.monotonic() + _FAREWELL_S
    while any(map(is_running, running)) and time.monotonic() < deadline:
        time.sleep(_GLANCE_S)
    for server in servers:
        end_now(folder, server)
    return len(running)


def _wait_a_moment(server: Started) -> None:
    for _ in range(20):
        if not is_running(server):
            return
        time.sleep(_GLANCE_S)
