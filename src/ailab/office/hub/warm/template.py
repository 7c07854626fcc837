"""The template: imports once, computes nothing, forks a learner's namespaces per request.

One thread, no secret in memory or environment. It outlives the hub that started it, and its forks
outlive it; a hub of another version or place finds its recipe wrong and starts a new one.
"""

import array
import fcntl
import gc
import json
import os
import select
import signal
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ailab.office.hub.warm.door import MOST_MESSAGE, listen
from ailab.office.hub.warm.init import become_init
from ailab.office.hub.warm.processes import start_time
from ailab.office.hub.warm.stack import KERNEL, SERVER, gather_names, import_all, look_up_once
from ailab.office.sandbox import View, syscalls
from ailab.office.sandbox.frames import send_frame
from ailab.office.sandbox.isolate import map_own_ids, own_user_namespace
from ailab.office.sandbox.lasting import INSIDE, NAMESPACES, SHOWN, Tenant, lock_down, map_ids, move_in
from ailab.office.sandbox.launch import new_folder
from ailab.office.sandbox.view import build_base

_REQUEST_S: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every fork of this template moves into."""

    view: View
    base: str
    root: str
    as_root: bool
    user: int


class Refusal(Exception):
    """A request that cannot be met."""


def lay_ground(places: tuple[str, ...]) -> Ground:
    """Import everything and build the read-only file tree; this process is then ready to be forked."""
    gc.disable()  # what is imported stays, in every fork: to look for garbage in it takes a fifth of the time
    import_all((*SERVER, *KERNEL))
    look_up_once()
    gather_names()
    ground = _ground()
    if not ground.as_root:
        own_user_namespace()
    else:
        os.setgroups([])
    syscalls.unshare(syscalls.CLONE_NEWNS)
    build_base(ground.view, ground.base, places=tuple(f"{SHOWN}/{name}" for name in places))
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads != 1:
        raise RuntimeError(f"{threads} threads run in the template: a fork would be unsafe")
    gc.collect()
    gc.freeze()
    gc.enable()
    return ground


def _ground() -> Ground:
    run = new_folder()
    return Ground(view=View(), base=f"{run}/base", root=f"{run}/root", as_root=os.geteuid() == 0, user=os.geteuid())


def serve(path: Path, recipe: str, places: tuple[str, ...]) -> None:
    """Answer requests at this socket until the process is told to end."""
    lock = os.open(f"{path}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    ground = lay_ground(places)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.set_wakeup_fd(wake_write)
    with listen(path) as door:
        while True:
            readable, _, _ = select.select([door.fileno(), wake_read], [], [])
            if wake_read in readable:
                os.read(wake_read, 4096)
                _reap()
            if door.fileno() in readable:
                _answer(door, ground, recipe, places)


def _answer(door: socket.socket, ground: Ground, recipe: str, places: tuple[str, ...]) -> None:
    try:
        caller, _ = door.accept()
    except OSError:
        return
    with caller:
        handles: list[int] = []
        try:
            caller.settimeout(_REQUEST_S)
            request, handles = _receive(caller)
            answer = _start(request, handles, ground, recipe, places)
        except Exception as error:  # noqa: BLE001 - whoever asked must hear it, and the next one be served
            answer = {"refused": f"{type(error).__name__}: {error}"}
        for handle in handles:
            os.close(handle)
        with suppress(OSError):
            caller.sendall(json.dumps(answer).encode())


def _receive(caller: socket.socket) -> tuple[dict[str, Any], list[int]]:
    handles = array.array("i")
    data, ancillary, _, _ = caller.recvmsg(MOST_MESSAGE, socket.CMSG_LEN(4 * handles.itemsize))
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            handles.frombytes(content[: len(content) - len(content) % handles.itemsize])
    return json.loads(data or b"{}"), list(handles)


def _start(request: dict[str, Any], handles: list[int], ground: Ground, recipe: str, places: tuple[str, ...]) -> dict[str, Any]:
    if request.get("recipe") != recipe:
        return {"stale": recipe}
    if len(handles) != 2:
        raise Refusal("a request brings a channel and a log")
    tenant = Tenant(**request["tenant"])
    if unknown := sorted(set(tenant.shown) - set(places)):
        raise Refusal(f"no place below {SHOWN} for {', '.join(unknown)}; there is one for {', '.join(places)}")
    channel, log = handles
    return fork(tenant, ground, channel=channel, log=log)


def fork(tenant: Tenant, ground: Ground, *, channel: int, log: int) -> dict[str, Any]:
    """Return the PID and the start time of a learner's new namespaces; what goes wrong inside is said through the channel."""
    mapped_read, mapped_write = os.pipe()
    host = (os.geteuid(), os.getegid())
    try:
        pid = syscalls.fork_into(NAMESPACES)
        if pid == 0:
            os.close(mapped_write)  # else the end of the template would not be heard
            _become(tenant, ground, mapped_read, channel, log, host)
        started = start_time(pid)
        if ground.as_root:
            map_ids(pid, tenant.user or ground.user)
        os.write(mapped_write, b"1")
    finally:
        os.close(mapped_read)
        os.close(mapped_write)
    return {"pid": pid, "started": started}


def _become(tenant: Tenant, ground: Ground, mapped: int, channel: int, log: int, host: tuple[int, int]) -> None:
    """Be the first process of a learner; never returns."""
    try:
        with socket.socket(fileno=channel) as talk:
            try:
                _settle(tenant, ground, mapped, channel, log, host)
                send_frame(talk, {"settled": True})
            except BaseException as error:  # noqa: BLE001 - told through the channel: without isolation nothing runs
                send_frame(talk, {"settled": False, "why": f"{type(error).__name__}: {error}"})
                os._exit(70)
            become_init(talk, log, tenant.memory_mib)
    finally:
        os._exit(1)


def _settle(tenant: Tenant, ground: Ground, mapped: int, channel: int, log: int, host: tuple[int, int]) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if not os.read(mapped, 1):
        raise Refusal("the template ended")
    if not ground.as_root:
        map_own_ids(*host, inside=INSIDE)
    move_in(tenant, ground.view, ground.base, ground.root, as_root=ground.as_root)
    lock_down(tenant, keep=(channel, log))


def _reap() -> None:
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return


def arguments(settings: Mapping[str, Any]) -> tuple[Path, str, tuple[str, ...]]:
    """Return what `serve` is called with, from what the command line brought."""
    return Path(settings["socket"]), str(settings["recipe"]), tuple(settings["places"])
