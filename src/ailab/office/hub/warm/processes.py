"""Processes by PID and start time: a PID alone may soon be somebody else's."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_STATE, _START = 0, 19


def _facts(pid: int) -> list[str]:
    # The name in brackets may hold anything; what follows the last bracket is numbers.
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()


def start_time(pid: int) -> int:
    """Return when a process was started, in ticks since the machine was.

    Raises
    ------
    OSError
        When there is no such process.
    """
    return int(_facts(pid)[_START])


def runs(pid: int, started: int) -> bool:
    """Tell whether this very process still runs."""
    try:
        facts = _facts(pid)
    except OSError:
        return False
    return int(facts[_START]) == started and facts[_STATE] not in "ZX"


def send(pid: int, started: int, number: signal.Signals) -> bool:
    """Signal this very process; False when it has ended."""
    try:
        handle = os.pidfd_open(pid)
    except OSError:
        return False
    try:
        if not runs(pid, started):
            return False
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(handle, number)
        return True
    finally:
        os.close(handle)


def let_go(process: "subprocess.Popen[bytes]") -> None:
    """Wait for a process somewhere else, so that it leaves nothing behind when it ends."""
    Thread(target=process.wait, name=f"ailab-waits-{process.pid}", daemon=True).start()


def resident_bytes(pid: int | str) -> int:
    """Return the memory a process holds, without what it has read from files or shares by name; 0 when it has ended."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return (int(pages[1]) - int(pages[2])) * _PAGE
