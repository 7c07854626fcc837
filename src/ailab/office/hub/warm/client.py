"""The hub's side of the template: start it, ask it for a learner's server, end it."""

import array
import hashlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from ailab.errors import Refused
from ailab.office.hub.warm.door import MOST_MESSAGE, TemplateAbsent, answers, connect
from ailab.office.hub.warm.processes import send, start_time
from ailab.office.hub.warm.stack import template_environment
from ailab.office.hub.warm.started import Started, end_all, end_now, note
from ailab.office.sandbox.cgroup import Group
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame
from ailab.office.sandbox.lasting import Tenant
from ailab.office.sandbox.limits import Limits

__all__ = ["Wanted", "answers", "ask", "hand_over", "register", "start_template", "stop_servers", "stop_template", "wait_until_warm"]

PLACES: Final = ("build",)
_SETTLES_S: Final = 30.0
_LAYS_OUT_S: Final = 90.0
_START_S: Final = 120.0
_NO_SERVER: Final = "No server could be isolated, so none was started: {why}. Run: ailab doctor"

Handles = tuple[int, int]
"""What a template is handed: the channel that the server reads, and its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A learner's server as it shall be."""

    name: str
    tenant: Tenant
    environment: Mapping[str, str]
    """With the learner's token: it goes to the server alone."""
    arguments: Sequence[str]
    log: Path


class NotLaidOut(Refused):
    """What the learner is told when their folder cannot be used; in their language."""


def recipe(places: Sequence[str] = PLACES) -> str:
    """Return what a template must have been made from to be used by this hub."""
    parts = (version("ailab"), sys.prefix, sys.version, str(os.geteuid()), *places)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def register(path: Path) -> Path:
    """Return where the servers are noted that were started through this socket."""
    return path.with_name("running")


def start_template(path: Path, log: Path, *, places: Sequence[str] = PLACES) -> "subprocess.Popen[bytes]":
    """Start a template that will answer at this socket, in place of any other; it stays when this process ends."""
    stop_template(path)
    settings = {"socket": str(path), "recipe": recipe(places), "places": list(places)}
    with log.open("ab") as said:
        return subprocess.Popen(
            [sys.executable, "-I", "-m", "ailab.office.hub.warm", json.dumps(settings)],
            env=template_environment(os.environ, font_cache(path)),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd="/",
            start_new_session=True,
        )


def font_cache(path: Path) -> str:
    """Return where matplotlib keeps its list of fonts, beside the template's socket."""
    cache = path.with_name("matplotlib")
    cache.mkdir(exist_ok=True)
    return str(cache)


def wait_until_warm(path: Path, process: "subprocess.Popen[bytes]", *, seconds: float = _START_S) -> None:
    """Return when the template answers.

    Raises
    ------
    TemplateAbsent
        When it ended, or said nothing in time.
    """
    deadline = time.monotonic() + seconds
    while not answers(path):
        if process.poll() is not None:
            raise TemplateAbsent(f"the template ended with code {process.returncode}")
        if time.monotonic() > deadline:
            raise TemplateAbsent(f"the template said nothing for {seconds:.0f} s")
        time.sleep(0.05)


def stop_template(path: Path) -> None:
    """End the template at this socket; the servers it started go on."""
    try:
        with connect(path) as line:
            pid, _, _ = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i")))
        started = start_time(pid)
    except (TemplateAbsent, OSError):
        return
    send(pid, started, signal.SIGTERM)
    path.unlink(missing_ok=True)


def stop_servers(path: Path) -> int:
    """End every server that was started through this socket, whoever started them; return how many ran."""
    return end_all(register(path))


def ask(path: Path, wanted: Wanted, *, places: Sequence[str] = PLACES) -> Started:
    """Return a learner's new server, forked by the template; blocks for some hundredths of a second.

    Raises
    ------
    TemplateAbsent
        When no template of this version answers.
    Refused
        When the isolation could not be set up, or the learner's folder not be used: then nothing runs.
    """
    with connect(path) as line:
        return hand_over(wanted, register(path), lambda handles: _request(line, wanted.tenant, handles, places))


def hand_over(wanted: Wanted, noted: Path, request: Callable[[Handles], Mapping[str, Any]]) -> Started:
    """Have a learner's namespaces made, put them into a group, and tell the server what it must know."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs, _log(wanted.log) as log:
            answer = request((theirs.fileno(), log.fileno()))
        server = Started(pid=int(answer["pid"]), started=int(answer["started"]))
        try:
            _expect(ours, "settled", _SETTLES_S)
            server = replace(server, group=_grouped(wanted, server.pid))
            note(noted, server)
            _tell(ours, wanted, grouped=bool(server.group))
        except BaseException:
            end_now(noted, server)
            raise
    return server


def _tell(ours: socket.socket, wanted: Wanted, *, grouped: bool) -> None:
    send_frame(ours, {"grouped": grouped})
    send_frame(ours, {"env": dict(wanted.environment), "argv": list(wanted.arguments)})
    _expect(ours, "laid_out", _LAYS_OUT_S)


def _log(path: Path) -> Any:
    # The log of the last time stays beside it, for whoever asks why that one ended.
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.replace(path.with_suffix(".old"))
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC, 0o600), "wb", buffering=0)


def _request(line: socket.socket, tenant: Tenant, handles: Handles, places: Sequence[str]) -> dict[str, Any]:
    message = json.dumps({"recipe": recipe(places), "tenant": asdict(tenant)}).encode()
    try:
        line.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", handles))])
        answer: dict[str, Any] = json.loads(line.recv(MOST_MESSAGE) or b"{}")
    except (OSError, ValueError) as error:
        raise TemplateAbsent(str(error)) from None
    if "refused" in answer:
        raise Refused(_NO_SERVER.format(why=answer["refused"]))
    if "pid" not in answer:
        raise TemplateAbsent("it is of another version" if "stale" in answer else "it ended")
    return answer


def _expect(ours: socket.socket, what: str, seconds: float) -> None:
    try:
        said = receive_frame(ours, seconds=seconds)
    except (EOFError, FrameRefused, OSError) as error:
        said = {"why": f"{type(error).__name__}: {error}"}
    if "words" in said:
        raise NotLaidOut(said["words"])
    if said.get(what) is not True:
        raise Refused(_NO_SERVER.format(why=said.get("why")))


def _grouped(wanted: Wanted, pid: int) -> tuple[str, ...]:
    limits = Limits(memory_mib=wanted.tenant.memory_mib, processes=wanted.tenant.processes)
    group = Group.make(f"{pid}-{wanted.name}", limits)
    try:
        if group:
            group.add(pid)
    except OSError:
        return ()
    return tuple(str(folder) for folder in group.folders) if group else ()
