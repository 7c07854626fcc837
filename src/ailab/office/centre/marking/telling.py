"""After marks: the ledger takes note, and learners read new feedback. Notebooks do not run again.

What has not been told yet stands in our tables, so that a power cut loses nothing: `python -m ailab.office.centre.marking`
goes on where it was left. One such process works for a centre; another one that is started meanwhile leaves at once.
"""

import fcntl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select, update

from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.tables import MarkMade, Override

Record = Callable[[Centre, str, Sequence[str], str], object]
"""Brings ledger and feedback of some learners of a module up to date: centre, module, learners, now."""

_LOCK: Final = ".telling.lock"
_WAIT_S: Final = 5.0
_LONGEST_WAIT_S: Final = 3600.0
_TABLES: Final[tuple[type[MarkMade] | type[Override], ...]] = (MarkMade, Override)


def untold(centre: Centre) -> dict[str, list[str]]:
    """Return the learners, by module, whose marks ledger and feedback do not know yet."""
    found: dict[str, set[str]] = {}
    with session_of(centre) as session:
        for table in _TABLES:
            for module, person in session.execute(select(table.module, table.person).where(table.told_at == "")):
                found.setdefault(module, set()).add(person)
    return {module: sorted(people) for module, people in sorted(found.items())}


def tell(centre: Centre, *, now: Callable[[], str], record: Record | None = None) -> int:
    """Bring ledger and feedback up to date and return for how many learners; what changes meanwhile is told next time."""
    told = 0
    for module, learners in untold(centre).items():
        at = now()
        seen = _seen(centre, module)
        (record or _record)(centre, module, learners, at)
        _note(centre, seen, at)
        told += len(learners)
    return told


def _record(centre: Centre, module: str, learners: Sequence[str], now: str) -> None:
    from ailab.office.centre.round.marked import record_marks  # nbgrader and its notebooks: not needed to look what is new

    record_marks(centre, module, learners, now=now)


_Seen = dict[tuple[str, int], str]


def _seen(centre: Centre, module: str) -> _Seen:
    with session_of(centre) as session:
        return {
            (table.__tablename__, number): undone_at
            for table in _TABLES
            for number, undone_at in session.execute(select(table.id, table.undone_at).where(table.told_at == "", table.module == module))
        }


def _note(centre: Centre, seen: _Seen, at: str) -> None:
    with session_of(centre) as session:
        for table in _TABLES:
            for (_, number), undone_at in (each for each in seen.items() if each[0][0] == table.__tablename__):
                # One that was undone since stays untold: the gradebook was read before.
                session.execute(update(table).where(table.id == number, table.undone_at == undone_at).values(told_at=at))


@contextmanager
def _alone(centre: Centre) -> Iterator[bool]:
    with (centre.folder / _LOCK).open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def is_telling(centre: Centre) -> bool:
    """Tell whether a process is at it."""
    with _alone(centre) as free:
        return not free


def tell_apart(centre: Centre) -> None:
    """Tell in a process of its own, if there is anything to tell and none is at it; return when it has ended.

    Its own session: what it does is done to the end, also when the desk is stopped meanwhile.
    """
    if untold(centre) and not is_telling(centre):
        command = [sys.executable, "-m", __package__, "--centre", str(centre.folder)]
        log = centre.logs / "telling.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as stream:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, start_new_session=True, check=False)


def tell_until_done(centre: Centre, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
    """Tell until nothing is left; while the grader is at work, wait for its end."""
    from ailab.office.grading.alone import AlreadyGraded

    deadline = clock() + _LONGEST_WAIT_S
    while clock() < deadline and untold(centre):
        with _alone(centre) as ours:
            if not ours:
                return
            try:
                tell(centre, now=_now)
            except AlreadyGraded:
                sleep(_WAIT_S)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
