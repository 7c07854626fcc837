"""One job of a template, from outside: its channel, its memory, its end."""

import os
import select
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

from ailab.office.sandbox.cgroup import Group
from ailab.office.sandbox.limits import Limits

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_GLANCE_S: Final = 0.25
_END_S: Final = 30.0


class Child:
    """One job: a channel to it, and its end."""

    def __init__(
        self, job: int, pid: int, channel: socket.socket, *, limits: Limits, group: Group | None, ended: Callable[[int], int]
    ) -> None:
        """Take the job's number, and what waits for its end and returns its wait status."""
        self._job = job
        self._ended = ended
        self.pid = pid
        """As the host sees it; PID 1 in its own namespace, so its end is the end of all it started."""
        self.channel = channel
        self._group = group
        self.over_memory = False
        """Whether it was ended for using too much memory; known where no control group does that."""
        # A handle, not a number: a number may soon be somebody else's.
        self._handle = os.pidfd_open(pid)
        self._closing = Event()
        self._watcher = None if group else Thread(target=self._watch, args=(limits.memory_mib,), name=f"ailab-job-{job}", daemon=True)
        if self._watcher:
            self._watcher.start()

    def kill(self) -> None:
        """End the job and everything it started."""
        self._signal(signal.SIGKILL)

    def interrupt(self) -> None:
        """Ask the job's main program to stop what it is doing."""
        self._signal(signal.SIGINT)

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, number)

    def _watch(self, most_mib: int) -> None:
        while not self._closing.wait(_GLANCE_S):
            if self.resident_mib() > most_mib:
                self.over_memory = True
                self.kill()
                return

    def resident_mib(self) -> int:
        """Return about how much memory the job and all it started use."""
        return sum(_own_bytes(pid) for pid in family(self.pid)) >> 20

    def close(self) -> int:
        """End the job if it still runs, and return its wait status."""
        self.channel.close()
        self.kill()
        status = self._ended(self._job)
        self._closing.set()
        if self._watcher:
            self._watcher.join()  # it holds the handle
        # Nobody reaps for a template that was killed: the job's end is heard from the kernel.
        select.select([self._handle], [], [], _END_S)
        os.close(self._handle)
        if self._group:
            self._group.remove()
        return status


def family(pid: int) -> list[int]:
    """Return a process and all that it and its own have started, as far as they still run."""
    found, waiting = [pid], [pid]
    while waiting and len(found) < 1000:
        try:
            children = [
                int(each)
                for path in Path(f"/proc/{waiting.pop()}/task").glob("*/children")
                for each in path.read_text(encoding="ascii").split()
            ]
        except OSError:
            continue  # it has ended meanwhile
        found += children
        waiting += children
    return found


def _own_bytes(pid: int) -> int:
    """Return the memory a process uses, what it shares divided among those who share it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) << 10
    except (OSError, IndexError):
        # It may have hidden its maps; then all it touches counts as its own.
        return _resident_bytes(pid)


def _resident_bytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0  # it has ended meanwhile
