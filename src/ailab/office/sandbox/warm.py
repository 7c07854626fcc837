"""The template process: imports once, computes nothing, forks a job per request.

One thread, no secret in memory or environment, no file open but its control socket. Started by
`template.py` as `python -m ailab.office.sandbox.warm`; speaks JSON over a sequenced-packet socket.
"""

import array
import gc
import json
import os
import select
import signal
import socket
import sys
from base64 import b64decode
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from ailab.office.sandbox import syscalls
from ailab.office.sandbox.frames import receive_frame, send_frame
from ailab.office.sandbox.isolate import NAMESPACES, leave_root, own_user_namespace, settle
from ailab.office.sandbox.limits import Limits
from ailab.office.sandbox.view import View, build_base

MOST_MESSAGE: Final = 60_000
_FIRST_USER: Final = 200_000
_USERS: Final = 50_000


def main() -> None:
    """Serve forks until the control socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    order = json.loads(control.recv(MOST_MESSAGE))
    syscalls.die_with_parent()
    try:
        ready = _get_ready(order)
    except Exception as error:  # noqa: BLE001 - the parent decides; it must hear why
        _tell(control, {"failed": f"{type(error).__name__}: {error}"})
        return
    _tell(control, ready)
    _serve(control, _Place(view=View(shown=tuple(order["shown"]), size_mib=order["size_mib"]), base=order["base"], root=order["root"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What every job of this template moves into."""

    view: View
    base: str
    root: str


def _get_ready(order: dict[str, Any]) -> dict[str, Any]:
    gc.disable()  # what is imported stays, in every fork: to look for garbage in it takes a fifth of the time
    for name in order["modules"]:
        module = import_module(name)
        prepare = getattr(module, "prepare_template", None)
        if prepare:
            prepare()
    was_root = os.geteuid() == 0
    if not was_root:
        own_user_namespace()
    syscalls.unshare(syscalls.CLONE_NEWNS)
    build_base(View(shown=tuple(order["shown"]), size_mib=order["size_mib"]), order["base"])
    if was_root:
        leave_root(_FIRST_USER + os.getpid() % _USERS)
        syscalls.die_with_parent()  # forgotten by the kernel when the user changed
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"{threads} threads run in the template: a fork would be unsafe")
    gc.freeze()
    gc.enable()
    return {"ready": os.getpid()}


def _serve(control: socket.socket, place: _Place) -> None:
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.set_wakeup_fd(wake_write)
    jobs: dict[int, int] = {}
    while True:
        readable, _, _ = select.select([control.fileno(), wake_read], [], [])
        if wake_read in readable:
            os.read(wake_read, 4096)
            _reap(control, jobs)
        if control.fileno() in readable:
            message, handles = _receive(control)
            if message is None:
                os._exit(0)
            pid = _fork(message, handles[0], place, (control.fileno(), wake_read, wake_write))
            for handle in handles:
                os.close(handle)
            if isinstance(pid, int):
                jobs[pid] = message["job"]
                _tell(control, {"started": message["job"], "pid": pid})
            else:
                _tell(control, {"refused": message["job"], "why": pid})


def _receive(control: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    handles = array.array("i")
    data, ancillary, _, _ = control.recvmsg(MOST_MESSAGE, socket.CMSG_LEN(4 * handles.itemsize))
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            handles.frombytes(content[: len(content) - len(content) % handles.itemsize])
    return (json.loads(data) if data else None), list(handles)


def _fork(message: dict[str, Any], handle: int, place: "_Place", inherited: tuple[int, ...]) -> int | str:
    """Return the PID of the job, or why there is none."""
    # Where the host's ids are known: a new user namespace shows none until it is mapped.
    host_ids = (os.geteuid(), os.getegid())
    try:
        pid = syscalls.fork_into(NAMESPACES)
    except OSError as error:
        return str(error)
    if pid:
        return pid
    # Nothing below may return: this is another process.
    try:
        syscalls.die_with_parent()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for other in inherited:
            os.close(other)
        _become_job(message, socket.socket(fileno=handle), place, host_ids)
    finally:
        os._exit(1)


def _become_job(message: dict[str, Any], channel: socket.socket, place: "_Place", host_ids: tuple[int, int]) -> None:
    try:
        job = receive_frame(channel)
        files = {name: b64decode(content) for name, content in job["files"].items()}
        settle(Limits(**message["limits"]), place.view, place.base, place.root, files, channel=channel.fileno(), host_ids=host_ids)
        send_frame(channel, {"settled": True})
    except BaseException as error:  # noqa: BLE001 - told through the channel: without isolation nothing runs
        send_frame(channel, {"settled": False, "why": f"{type(error).__name__}: {error}"})
        os._exit(70)
    _run(channel, job["entry"], job["payload"])


def _run(channel: socket.socket, entry: str, payload: Any) -> None:
    module, _, function = entry.partition(":")
    code = 0
    try:
        getattr(import_module(module), function)(channel, payload)
    except BaseException:  # noqa: BLE001 - a job ends here, however it ends
        code = 1
    os._exit(code)


def _reap(control: socket.socket, jobs: dict[int, int]) -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        if pid in jobs:
            _tell(control, {"ended": jobs.pop(pid), "status": status})


def _tell(control: socket.socket, message: dict[str, Any]) -> None:
    control.sendall(json.dumps(message).encode())


if __name__ == "__main__":
    main()
