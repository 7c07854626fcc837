"""A module's notebooks as one learner hands them in: the file, its time and its code.

    <module>/<exercise>.ipynb …   <module>/timestamp.txt (nbgrader's own words)

Unpacked in received/<learner>/ by any program, the file is a submission. It says nothing about who made it:
the person who receives it knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from ailab.office.grading.archive import ArchiveForeign, unzipped, zipped

STAMP: Final = "timestamp.txt"
SUFFIX: Final = ".ipynb"
_CODE: Final = 8
_STAMP: Final = "%Y-%m-%d %H:%M:%S.%f UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """What one learner hands in for a module."""

    module: str
    at: str
    """UTC instant such as 2026-11-20T10:00:00Z, as the learner's machine said it; empty when unknown."""
    notebooks: Mapping[str, bytes]
    """By exercise."""

    @property
    def code(self) -> str:
        """Return eight signs that differ when the notebooks differ: `sha256sum *.ipynb | sha256sum` begins with them."""
        lines = (f"{sha256(content).hexdigest()}  {name}{SUFFIX}\n" for name, content in sorted(self.notebooks.items()))
        return sha256("".join(lines).encode()).hexdigest()[:_CODE]

    @property
    def file_name(self) -> str:
        """Return the name of the file to hand in."""
        return f"ailab-{self.module}-{self.code}.zip"


def packed(hand_in: HandIn) -> bytes:
    """Return the file to hand in."""
    files = {f"{name}{SUFFIX}": content for name, content in hand_in.notebooks.items()}
    if hand_in.at:
        files[STAMP] = stamp(hand_in.at).encode()
    return zipped((f"{hand_in.module}/{name}", content) for name, content in sorted(files.items()))


def unpacked(data: bytes) -> HandIn:
    """Return what a file holds that somebody handed in.

    Raises
    ------
    ArchiveForeign
        When it is no such file.
    ArchiveTooLarge
        When there is more in it than anybody writes.
    """
    files = dict(unzipped(data, beside=frozenset({STAMP})))
    folders = {name.rpartition("/")[0] for name in files}
    if len(folders) != 1 or not (module := folders.pop()) or "/" in module:
        raise ArchiveForeign("Its notebooks do not lie in the folder of one module.")
    notebooks = {name.split("/")[1].removesuffix(SUFFIX): content for name, content in files.items() if name.endswith(SUFFIX)}
    if not notebooks:
        raise ArchiveForeign("It holds no notebook.")
    return HandIn(module=module, at=instant(files.get(f"{module}/{STAMP}", b"").decode("utf-8", "replace")), notebooks=notebooks)


def stamp(at: str) -> str:
    """Return a UTC instant as nbgrader writes it into timestamp.txt."""
    return f"{at.removesuffix('Z').replace('T', ' ')}.000000 UTC"


def instant(words: str) -> str:
    """Return nbgrader's timestamp as a UTC instant, or an empty text."""
    try:
        return datetime.strptime(words.strip(), _STAMP).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""
