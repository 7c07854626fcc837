"""The machine a kit is for: its system, its processor, its C library, its Pythons."""

import platform
from dataclasses import dataclass
from typing import Final

PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
_GLIBC: Final = 28
"""Node and the scientific wheels are built for glibc 2.28: Debian 10, RHEL 8 and whatever came later."""
_OLDEST_TAG: Final = 5
_PATCHES: Final = 30
_OLD_NAMES: Final = ("manylinux2014", "manylinux2010", "manylinux1", "linux")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A kind of machine."""

    machine: str
    """As `uname -m` says it: x86_64, aarch64."""
    pythons: tuple[str, ...] = PYTHONS
    glibc: int = _GLIBC
    """The second number of the oldest glibc 2.x that will do."""

    @property
    def name(self) -> str:
        """Return what stands in the kit's name."""
        return f"linux_{self.machine}"

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the platform tags of wheels that run there, best first."""
        new = (f"manylinux_2_{number}_{self.machine}" for number in range(self.glibc, _OLDEST_TAG - 1, -1))
        return (*new, *(f"{name}_{self.machine}" for name in _OLD_NAMES))

    def releases(self, python: str) -> tuple[str, ...]:
        """Return the releases of a Python, "3.11" or one alone, that a marker could tell apart."""
        return (python,) if python.count(".") > 1 else tuple(f"{python}.{patch}" for patch in range(_PATCHES))

    def markers(self, release: str) -> dict[str, str]:
        """Return what environment markers read there."""
        return {
            "python_version": ".".join(release.split(".")[:2]),
            "python_full_version": release,
            "implementation_name": "cpython",
            "implementation_version": release,
            "platform_python_implementation": "CPython",
            "platform_machine": self.machine,
            "platform_system": "Linux",
            "platform_release": "",
            "platform_version": "",
            "sys_platform": "linux",
            "os_name": "posix",
        }


def this_machine() -> str:
    """Return the processor of the machine we are on."""
    return platform.machine()
