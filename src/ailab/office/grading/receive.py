"""A file that a learner handed in, put where `grade run` looks for it. Every attempt is kept.

handed_in/<learner>/<module>/<instant>-<code>.zip   each attempt as it came
received/<learner>/<module>/                         the latest one, to be graded
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from ailab.errors import Refused
from ailab.office.gradebook import RECEIVED, expect_module
from ailab.office.grading.archive import ArchiveForeign, ArchiveTooLarge
from ailab.office.grading.handing import STAMP, SUFFIX, HandIn, instant, packed, stamp, unpacked

KEPT: Final = "handed_in"
_LEARNER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a file."""

    hand_in: HandIn
    is_latest: bool
    """Whether this is what will be graded; an earlier attempt that comes in late is kept and not graded."""


def receive(root: Path, data: bytes, learner: str, *, whatever_its_time: bool = False) -> Received:
    """Keep a file that a learner handed in, and make it their submission unless a later one is there.

    Clocks of machines on loan go wrong: whoever receives may say that this is the one, whatever its time.

    Raises
    ------
    Refused
        When it is no such file, or the learner's id no id.
    UnknownName
        When the course has no such module.
    """
    expect_learner(learner)
    hand_in = _read(data)
    expect_module(root, hand_in.module)
    _keep(root, hand_in, learner)
    target = root / RECEIVED / learner / hand_in.module
    is_latest = whatever_its_time or hand_in.at >= _instant_of(target)
    if is_latest:
        _replace(target, hand_in)
    return Received(hand_in=hand_in, is_latest=is_latest)


def expect_learner(learner: str) -> None:
    """Do nothing when this can be a learner's id: it becomes the name of a folder.

    Raises
    ------
    Refused
        When it can't.
    """
    if not _LEARNER.fullmatch(learner):
        raise Refused(f"'{learner}' is no learner's id. Use letters, digits, '-', '_', '.' and '@', beginning with a letter or a digit.")


def _read(data: bytes) -> HandIn:
    try:
        return unpacked(data)
    except ArchiveForeign as error:
        words = (
            "This is no file that a learner handed in ({error}). Nothing was kept. Give the ailab-<module>-<code>.zip of “Hand in my work”."
        )
        raise Refused(words.format(error=str(error).rstrip("."))) from None
    except ArchiveTooLarge as error:
        raise Refused(f"This file is too large ({error}). Nothing was kept. Ask the learner to send again without large outputs.") from None


def _keep(root: Path, hand_in: HandIn, learner: str) -> None:
    when = re.sub(r"[^0-9TZ]", "", hand_in.at) or "unknown"
    folder = root / KEPT / learner / hand_in.module
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{when}-{hand_in.code}.zip").write_bytes(packed(hand_in))


def _instant_of(folder: Path) -> str:
    try:
        return instant((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""


def _replace(target: Path, hand_in: HandIn) -> None:
    # Whole or not at all: somebody may grade meanwhile.
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(mkdtemp(prefix=".received-", dir=target.parent))
    for name, content in hand_in.notebooks.items():
        (fresh / f"{name}{SUFFIX}").write_bytes(content)
    if hand_in.at:
        (fresh / STAMP).write_text(stamp(hand_in.at), encoding="utf-8")
    fresh.chmod(0o755)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
