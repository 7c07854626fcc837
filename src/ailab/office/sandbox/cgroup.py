"""A control group for a job, where the operator may make one: memory and processes in sum.

Version 2 where it is mounted with these controllers, else version 1; none is no error, since limits and
the memory watch hold without it.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from ailab.office.sandbox.limits import Limits

_TOP: Final = Path("/sys/fs/cgroup")
_NAME: Final = "ailab"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group, in as many hierarchies as it takes."""

    folders: tuple[Path, ...]

    @classmethod
    def make(cls, name: str, limits: Limits) -> Self | None:
        """Return a group with these limits, or None where none can be made."""
        wanted = (
            {_TOP: {"memory.max": limits.memory_mib << 20, "memory.swap.max": 0, "pids.max": limits.processes}}
            if (_TOP / "cgroup.controllers").is_file()
            else {_TOP / "memory": {"memory.limit_in_bytes": limits.memory_mib << 20}, _TOP / "pids": {"pids.max": limits.processes}}
        )
        made: list[Path] = []
        try:
            for top, settings in wanted.items():
                folder = top / f"{_NAME}-{name}"
                folder.mkdir()
                made.append(folder)
                _set(folder, settings)
        except OSError:
            cls(folders=tuple(made)).remove()
            return None
        return cls(folders=tuple(made))

    def add(self, pid: int) -> None:
        """Put a process, and all it will start, into the group."""
        for folder in self.folders:
            (folder / "cgroup.procs").write_text(str(pid), encoding="ascii")

    def remove(self) -> None:
        """Remove the group; its processes have ended."""
        for folder in self.folders:
            with suppress(OSError):
                folder.rmdir()


def remove_leftovers() -> None:
    """Remove groups of graders that were killed; one with processes in it stays, the kernel sees to that."""
    for top in (_TOP, _TOP / "memory", _TOP / "pids"):
        for folder in top.glob(f"{_NAME}-[0-9]*-*"):
            if not Path("/proc", folder.name.split("-")[1]).exists():
                with suppress(OSError):
                    folder.rmdir()


def _set(folder: Path, settings: dict[str, int]) -> None:
    for name, value in settings.items():
        path = folder / name
        if name == "memory.swap.max" and not path.exists():
            continue  # a machine without swap accounting
        path.write_text(str(value), encoding="ascii")


def can_make_groups() -> None:
    """Make a group and remove it.

    Raises
    ------
    PermissionError
        When none can be made here.
    """
    group = Group.make(f"probe-{os.getpid()}", Limits())
    if group is None:
        raise PermissionError("no control group can be made; the memory of a job is watched instead")
    group.remove()
