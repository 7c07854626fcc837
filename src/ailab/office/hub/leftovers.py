"""What a killed supervisor leaves behind: its parts are noted while they run, and the next one ends them before it begins."""

import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from ailab.office.centre import Centre
from ailab.office.hub.warm.processes import start_time
from ailab.office.hub.warm.started import Started, end, is_running

_FAREWELL_S: Final = 10.0
_GLANCE_S: Final = 0.05
_HUB: Final = "hub"


def note_part(centre: Centre, name: str, pid: int) -> None:
    """Write down which process a part is: a PID with its start time, as a PID alone may soon be somebody else's."""
    folder = _register(centre)
    # A machine without /proc has no such numbers, and no warm servers either.
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / name).write_text(f"{pid} {start_time(pid)} {centre.folder}", encoding="utf-8")


def end_leftovers(centre: Centre) -> int:
    """End the parts that an earlier supervisor of this folder left running, and return how many; learners' servers go on."""
    found = _noted(centre)
    # A hub that is asked to end stops the servers; one that is killed leaves them to the next.
    running = [part for name, part in found if end(part, signal.SIGKILL if name == _HUB else signal.SIGTERM)]
    _wait_until_ended(running)
    for part in running:
        end(part, signal.SIGKILL)
    _wait_until_ended(running)
    for path in _register(centre).glob("*"):
        with suppress(OSError):
            path.unlink()
    return len(running)


def _noted(centre: Centre) -> Sequence[tuple[str, Started]]:
    found = []
    for path in sorted(_register(centre).glob("*")):
        with suppress(OSError, ValueError):
            pid, started, folder = path.read_text(encoding="utf-8").split(" ", 2)
            # A copy of a folder that is open has the notes too: what they name is not this centre's.
            if folder == str(centre.folder):
                found.append((path.name, Started(pid=int(pid), started=int(started))))
    return found


def _wait_until_ended(parts: Sequence[Started]) -> None:
    deadline = time.monotonic() + _FAREWELL_S
    while any(map(is_running, parts)) and time.monotonic() < deadline:
        time.sleep(_GLANCE_S)


def _register(centre: Centre) -> Path:
    return centre.hub / "parts"
