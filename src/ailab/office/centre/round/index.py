"""The index of what was handed in: attempts, numbered for each learner and module, none ever taken away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ailab.office.centre.round.dates import dues_of, is_late
from ailab.office.centre.tables import Enrolment, HandedIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a trainer sees of one learner and one module."""

    attempts: int
    last: HandedIn
    late: bool
    """Whether the attempt that counts came after this learner's last day."""


def learners_of_group(session: Session, group: str) -> tuple[str, ...]:
    """Return who learns in a class now."""
    rows = select(Enrolment.person).where(Enrolment.group == group, Enrolment.left_at == "", Enrolment.role == "learner")
    return tuple(sorted(session.scalars(rows)))


def attempts_of(session: Session, person: str, module: str) -> tuple[HandedIn, ...]:
    """Return the attempts of a learner at a module, in order."""
    rows = select(HandedIn).where(HandedIn.person == person, HandedIn.module == module).order_by(HandedIn.attempt)
    return tuple(session.scalars(rows))


def latest_of(session: Session, module: str, people: Collection[str] | None = None) -> dict[str, HandedIn]:
    """Return the attempt that counts, the last one, of everybody or of these learners."""
    rows = session.scalars(select(HandedIn).where(HandedIn.module == module).order_by(HandedIn.attempt))
    return {row.person: row for row in rows if people is None or row.person in people}


def grid(session: Session, people: Sequence[str], modules: Sequence[str]) -> Mapping[tuple[str, str], Seen]:
    """Return who of these learners handed in which of these modules."""
    seen: dict[tuple[str, str], Seen] = {}
    for module in modules:
        last = latest_of(session, module, set(people))
        dues = dues_of(session, module, people)
        counts = _counts(session, module)
        for person, row in last.items():
            seen[person, module] = Seen(attempts=counts[person], last=row, late=is_late(row.at, dues[person]))
    return seen


def same_attempt(session: Session, person: str, module: str, code: str, key: str) -> HandedIn | None:
    """Return the attempt that was sent under this name with this content, if it came already."""
    return session.scalars(
        select(HandedIn).where(HandedIn.person == person, HandedIn.module == module, HandedIn.code == code, HandedIn.key == key)
    ).first()


def next_attempt(session: Session, person: str, module: str) -> int:
    """Return the number of a learner's next attempt."""
    last = session.scalar(select(func.max(HandedIn.attempt)).where(HandedIn.person == person, HandedIn.module == module))
    return (last or 0) + 1


def indexed_folders(session: Session) -> frozenset[str]:
    """Return the folders of the exchange that stand in the index."""
    return frozenset(session.scalars(select(HandedIn.folder)))


def _counts(session: Session, module: str) -> dict[str, int]:
    rows = session.execute(select(HandedIn.person, func.count()).where(HandedIn.module == module).group_by(HandedIn.person))
    return {row[0]: row[1] for row in rows}
