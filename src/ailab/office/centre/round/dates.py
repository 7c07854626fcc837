"""When a class begins a module and until when it hands it in; more time for one learner.

Everything stored is a UTC instant. What a person types and reads is a day and an hour in the class's own time zone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ailab.errors import Refused
from ailab.office.centre.tables import Due, Enrolment, Extension, Group

_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When a class does a module; an empty text where nothing was said."""

    opens_at: str = ""
    due_at: str = ""


def set_dates(session: Session, group: str, module: str, *, opens_at: str = "", due_at: str = "") -> None:
    """Say when a class may begin a module and until when it hands it in.

    Raises
    ------
    Refused
        When it would end before it begins, or one of them is no instant.
    """
    for instant in (opens_at, due_at):
        expect_instant(instant)
    if opens_at and due_at and due_at <= opens_at:
        raise Refused(f"The last day of {module} comes before its first. Choose a later last day.")
    row = session.scalars(select(Due).where(Due.group == group, Due.module == module)).first()
    if row is None:
        row = Due(group=group, module=module)
        session.add(row)
    row.opens_at, row.due_at = opens_at, due_at
    session.flush()


def dates_of(session: Session, group: str) -> Mapping[str, Dates]:
    """Return the dates of a class, by module."""
    rows = session.scalars(select(Due).where(Due.group == group).order_by(Due.module))
    return {row.module: Dates(opens_at=row.opens_at, due_at=row.due_at) for row in rows}


def extend(session: Session, person: str, module: str, due_at: str, *, reason: str, by: str, now: str) -> None:
    """Give one learner more time for a module, in place of what they were given before.

    Raises
    ------
    Refused
        When it is no instant.
    """
    if not due_at:
        raise Refused("Say until when this learner has time.")
    expect_instant(due_at)
    row = session.scalars(select(Extension).where(Extension.person == person, Extension.module == module)).first()
    if row is None:
        row = Extension(person=person, module=module)
        session.add(row)
    row.due_at, row.reason, row.by, row.at = due_at, reason, by, now
    session.flush()


def take_back_extension(session: Session, person: str, module: str) -> bool:
    """Take back the time that was given to one learner; tell whether there was any."""
    row = session.scalars(select(Extension).where(Extension.person == person, Extension.module == module)).first()
    if row is not None:
        session.delete(row)
        session.flush()
    return row is not None


def extensions_of(session: Session, group: str) -> tuple[Extension, ...]:
    """Return the extensions of everybody who is in a class."""
    people = select(Enrolment.person).where(Enrolment.group == group, Enrolment.left_at == "")
    return tuple(session.scalars(select(Extension).where(Extension.person.in_(people)).order_by(Extension.module, Extension.person)))


def due_of(session: Session, person: str, module: str) -> str:
    """Return until when a learner hands a module in; empty when there is no last day."""
    return dues_of(session, module, (person,))[person]


def dues_of(session: Session, module: str, people: Collection[str]) -> dict[str, str]:
    """Return until when each of these learners hands a module in."""
    of_classes: dict[str, list[str]] = {person: [] for person in people}
    for person, due_at in session.execute(_of_classes(module, Due.due_at)):
        if person in of_classes:
            of_classes[person].append(due_at)
    rows = session.scalars(select(Extension).where(Extension.module == module))
    more = {row.person: row.due_at for row in rows}
    return {person: effective_due(dues, more.get(person, "")) for person, dues in of_classes.items()}


def opens_of(session: Session, person: str, module: str) -> str:
    """Return from when a learner may begin a module; empty when at once."""
    found = [opens_at for each, opens_at in session.execute(_of_classes(module, Due.opens_at)) if each == person]
    return min(found, default="")


def effective_due(dues: Collection[str], extension: str) -> str:
    """Return the last instant among those of somebody's classes and their extension; empty when a class sets none.

    Who is in two classes has the later day; an extension gives time and never takes any.
    """
    if not dues or "" in dues:
        return ""
    return max(*dues, extension)


def is_late(at: str, due: str) -> bool:
    """Tell whether something that came in at an instant came after the last day."""
    return bool(due) and at > due


def instant_of(day: str, hour: str, zone: str) -> str:
    """Return the UTC instant of a day and an hour, as typed, in a time zone; empty when no day was typed.

    Raises
    ------
    Refused
        When they are none.
    """
    if not day:
        return ""
    try:
        local = datetime.strptime(f"{day} {hour or '23:59'}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        raise Refused(f"“{day} {hour}” is no day and hour. Write them like 2026-11-20 and 18:00.") from None
    return local.astimezone(UTC).strftime(_INSTANT)


def local_of(instant: str, zone: str) -> tuple[str, str]:
    """Return the day and the hour of an instant in a time zone; two empty texts for an empty one."""
    if not instant:
        return "", ""
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))
    return local.strftime("%Y-%m-%d"), local.strftime("%H:%M")


def expect_instant(text: str) -> None:
    """Do nothing when this is empty or a UTC instant.

    Raises
    ------
    Refused
        When it isn't.
    """
    try:
        # The way back, since strptime takes "1" for "01", which sorts elsewhere.
        if text and datetime.strptime(text, _INSTANT).strftime(_INSTANT) != text:
            raise ValueError(text)
    except ValueError:
        raise Refused(f"“{text}” is no instant. Write it like 2026-11-20T18:00:00Z.") from None


def zone_of(session: Session, person: str, otherwise: str) -> str:
    """Return the time zone of a learner's class, the latest when there are several; else the one given."""
    found = session.scalars(
        select(Group.time_zone)
        .join(Enrolment, Enrolment.group == Group.id)
        .where(Enrolment.person == person, Enrolment.left_at == "")
        .order_by(Enrolment.since.desc())
    ).first()
    return found or otherwise


def _of_classes(module: str, column: InstrumentedAttribute[str]) -> Select[str, str]:
    return (
        select(Enrolment.person, column)
        .join(Due, Due.group == Enrolment.group)
        .where(Due.module == module, Enrolment.left_at == "", Enrolment.role == "learner")
    )
