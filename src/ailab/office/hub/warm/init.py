"""PID 1 of a learner: starts the server, forks kernels for it, reaps, watches memory, ends everything.

One thread, so that every fork is safe; it never reads what the server is told.
"""

import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from ailab.office.hub.warm.kernel import become_kernel
from ailab.office.hub.warm.server import become_server
from ailab.office.hub.warm.watch import Watch
from ailab.office.sandbox import syscalls
from ailab.office.sandbox.frames import receive_frame

DOOR: Final = "/run/ailab/init.sock"
_MOST_MESSAGE: Final = 60_000
_REQUEST_S: Final = 1.0
_ORDER_S: Final = 60.0
_GRACE_S: Final = 8.0


class _Ending:
    """When the learner's processes are to end, once that was asked for."""

    at: float | None = None

    def ask(self, server: int) -> None:
        """Let the server end, and everything a little later."""
        self.at = time.monotonic() + _GRACE_S
        with suppress(ProcessLookupError):
            os.kill(server, signal.SIGTERM)


def become_init(talk: socket.socket, log: int, memory_mib: int) -> None:
    """Serve this learner until their server ends; then so does every process of theirs."""
    grouped = bool(receive_frame(talk, seconds=_ORDER_S)["grouped"])
    syscalls.set_dumpable(dumpable=False)
    Path(DOOR).parent.mkdir(mode=0o700, parents=True)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    door.bind(DOOR)
    door.listen(16)
    server = os.fork()
    if server == 0:
        door.close()
        become_server(talk, log)
    talk.close()
    os.close(log)
    os._exit(_look_after(Watch(server=server, most_bytes=0 if grouped else memory_mib << 20), door))


def _look_after(watch: Watch, door: socket.socket) -> int:
    server = watch.server
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write)
    ending = _Ending()
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.signal(signal.SIGTERM, lambda _number, _frame: ending.ask(server))
    while ending.at is None or time.monotonic() < ending.at:
        readable, _, _ = select.select([door.fileno(), wake_read], [], [], 0.2 if ending.at else watch.pause_s)
        if wake_read in readable:
            os.read(wake_read, 4096)
            status = _reap(server, watch)
            if status is not None:
                return status
        if door.fileno() in readable:
            _answer(door, watch, (wake_read, wake_write))
        watch.look()
    return 0


def _reap(server: int, watch: Watch) -> int | None:
    """Return the exit code of the server once it has ended."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return 1
        if not pid:
            return None
        watch.kernels.discard(pid)
        if pid == server:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code


def _answer(door: socket.socket, watch: Watch, inherited: tuple[int, ...]) -> None:
    # Whoever asks is this learner; what they do to this process they do to themselves alone.
    with suppress(OSError, ValueError, KeyError, TypeError):
        caller, _ = door.accept()
        with caller:
            caller.settimeout(_REQUEST_S)
            request = json.loads(caller.recv(_MOST_MESSAGE))
            pid = _fork(request, (door.fileno(), caller.fileno(), *inherited))
            watch.kernels.add(pid)
            caller.sendall(json.dumps({"pid": pid}).encode())


def _fork(request: dict[str, Any], inherited: tuple[int, ...]) -> int:
    command, folder, environment = [str(each) for each in request["argv"]], Path(request["cwd"]), dict(request["env"])
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        for handle in inherited:
            os.close(handle)
        become_kernel(command, folder, environment)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 0)
    except BaseException as error:  # noqa: BLE001 - the log must have it; nothing above this may go on
        traceback.print_exception(error)
        sys.stderr.flush()
    finally:
        os._exit(1)
