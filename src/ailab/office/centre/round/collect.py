"""From the exchange to received/: the attempt that counts, whole; every attempt stays where it came in.

By the number of the attempt, not by its time as stock nbgrader does it: a cheap machine's clock may jump back.
"""

import shutil
from collections.abc import Collection
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.office.centre.folder import Centre, expect_id
from ailab.office.centre.round.inbound import inbound
from ailab.office.centre.round.index import latest_of
from ailab.office.centre.tables import HandedIn
from ailab.office.gradebook import RECEIVED
from ailab.office.grading.handing import STAMP, SUFFIX

_BESIDE = frozenset({STAMP, "submission_secret.txt"})


def collect_attempts(session: Session, centre: Centre, module: str, people: Collection[str] | None, *, now: str) -> int:
    """Put the last attempt of everybody, or of these learners, where it is graded; return how many are new there."""
    new = 0
    for person, row in latest_of(session, module, people).items():
        source = inbound(centre) / row.folder
        if row.collected_at or not source.is_dir():
            continue
        _replace(source, centre.course / RECEIVED / expect_id(person) / module)
        _mark(session, person, module, row, now)
        new += 1
    session.flush()
    return new


def _mark(session: Session, person: str, module: str, row: HandedIn, now: str) -> None:
    for earlier in session.scalars(select(HandedIn).where(HandedIn.person == person, HandedIn.module == module)):
        if earlier.attempt <= row.attempt:
            earlier.collected_at = earlier.collected_at or now


def _replace(source: Path, target: Path) -> None:
    # Whole or not at all: killed in between, the next run does it again.
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(mkdtemp(prefix=".received-", dir=target.parent))
    for path in source.iterdir():
        if path.is_file() and not path.is_symlink() and (path.suffix == SUFFIX or path.name in _BESIDE):
            shutil.copyfile(path, fresh / path.name)
    fresh.chmod(0o755)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
