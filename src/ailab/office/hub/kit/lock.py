"""The locked packages, as `requirements/centre.txt` holds them: which of them a machine needs, and with which checksums."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.requirements import InvalidRequirement, Requirement

from ailab.errors import Refused
from ailab.office.hub.kit.target import Target

_COMMENT: Final = re.compile(r"^\s*#.*$|\s#\s.*$", re.MULTILINE)
_HASH: Final = re.compile(r"\s+--hash=(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One package of the lock."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return the line for pip, without a marker: who asks has answered it."""
        return " ".join((f"{self.requirement.name}{self.requirement.specifier}", *(f"--hash={each}" for each in self.hashes)))


def read_lock(path: Path) -> tuple[Locked, ...]:
    """Return the packages of a lock.

    Raises
    ------
    Refused
        When there is no such file, or a package in it has no version or no checksum.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}. The kit is made from the locked packages: run make lock.") from error
    lines = _COMMENT.sub("", text).replace("\\\n", " ").splitlines()
    return tuple(_locked(line.strip(), path) for line in lines if line.strip())


def _locked(line: str, path: Path) -> Locked:
    words, hashes = _HASH.split(line, maxsplit=1)[0], tuple(_HASH.findall(line))
    try:
        requirement = Requirement(words)
    except InvalidRequirement as error:
        raise Refused(f"{path}: '{words}' is no requirement ({error}). Renew the lock: make lock.") from error
    if not hashes or not str(requirement.specifier).startswith("=="):
        raise Refused(f"{path}: '{words}' has no exact version with a checksum. Renew the lock: make lock.")
    return Locked(requirement=requirement, hashes=hashes)


def needed(locked: tuple[Locked, ...], target: Target, release: str) -> tuple[Locked, ...]:
    """Return the packages that a release of Python needs on this kind of machine."""
    markers = target.markers(release)
    return tuple(each for each in locked if each.requirement.marker is None or each.requirement.marker.evaluate(markers))


def needs(locked: tuple[Locked, ...], target: Target) -> dict[str, tuple[Locked, ...]]:
    """Return what the target's Pythons need: each different list once, under the earliest release that needs it."""
    found: dict[str, tuple[Locked, ...]] = {}
    for python in target.pythons:
        own: dict[tuple[Locked, ...], str] = {}
        for release in target.releases(python):
            own.setdefault(needed(locked, target, release), release)
        found |= {release: packages for packages, release in own.items()}
    return found
