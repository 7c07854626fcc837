"""How much of the machine a job may use."""

import resource
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one job. They hold without cgroups."""

    seconds: float = 60.0
    """Wall-clock time; the template's parent kills the whole job after it."""
    cpu_s: int = 60
    memory_mib: int = 1024
    """Address space beyond the template's own; the sum over all processes of the job is watched too."""
    processes: int = 48
    file_mib: int = 64
    """Largest file, and size of each private folder."""
    open_files: int = 256


def apply_limits(limits: Limits) -> None:
    """Put limits on this process and all it starts."""
    own = _address_space() + limits.memory_mib * _MIB
    lower(resource.RLIMIT_AS, own)
    lower(resource.RLIMIT_CPU, limits.cpu_s)
    lower(resource.RLIMIT_NPROC, limits.processes)
    lower(resource.RLIMIT_FSIZE, limits.file_mib * _MIB)
    lower(resource.RLIMIT_NOFILE, limits.open_files)
    # One byte, not none: with none the kernel still hands a dump to a program that collects them (core(5)).
    lower(resource.RLIMIT_CORE, 1)
    lower(resource.RLIMIT_MEMLOCK, 0)
    lower(resource.RLIMIT_MSGQUEUE, 0)


def lower(which: int, value: int) -> None:
    """Lower one limit of this process, never above what it is."""
    _, most = resource.getrlimit(which)
    bounded = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(which, (bounded, bounded))


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
