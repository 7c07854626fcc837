"""The memory of one learner in sum: over it, the largest kernel is ended, never the server.

Cheap on purpose, since a hundred of these run: what a process holds beyond what it was born with. Only
near the limit are shared pages divided among those who share them.
"""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ailab.office.hub.warm.processes import resident_bytes

_CALM_S, _ALERT_S = 2.0, 0.25
_NEAR: Final = 0.5


@dataclass(slots=True, kw_only=True)
class Watch:
    """What this learner may hold, and what they hold."""

    server: int
    most_bytes: int = 0
    """0 where a control group sees to it."""
    born_with: int = field(default_factory=lambda: resident_bytes("self"))
    kernels: set[int] = field(default_factory=set)
    pause_s: float | None = None

    def __post_init__(self) -> None:
        """Look from the start where looking is needed."""
        self.pause_s = _CALM_S if self.most_bytes else None

    def look(self) -> None:
        """Look once, and end a kernel if it must be."""
        if not self.most_bytes:
            return
        sizes = {pid: self._own(pid) for pid in _everybody()}
        total = sum(sizes.values())
        self.pause_s = _ALERT_S if total > _NEAR * self.most_bytes else _CALM_S
        if total > self.most_bytes:
            self._end_largest(sizes)

    def _own(self, pid: int) -> int:
        return max(0, resident_bytes(pid) - self.born_with)

    def _end_largest(self, sizes: dict[int, int]) -> None:
        # What a kernel has started counts first: it may have moved its list into a child.
        candidates = {pid: size for pid, size in sizes.items() if pid not in (os.getpid(), self.server)}
        if candidates:
            with suppress(ProcessLookupError):
                os.kill(max(candidates, key=lambda pid: candidates[pid]), signal.SIGKILL)


def _everybody() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]
