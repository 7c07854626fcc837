"""A visit from its opening to its end: when it is open, how long still, and what stays of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from secrets import choice
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import Language, as_language
from ailab.office.centre.folder import Centre
from ailab.office.centre.tables import Guest, Visit
from ailab.office.centre.visit.clock import Clock, is_old_look, look, spent_s, stamp
from ailab.office.centre.visit.codes import Choose, new_code
from ailab.office.centre.visit.steps import expect_path

PATH: Final = "caravan_visit"
MINUTES: Final = 90
MOST: Final = 60
GRACE_MINUTES: Final = 10
"""After the last minute, before everything is wiped: to look at a last picture, and to be late."""
LONGEST: Final = 480
CROWD: Final = 500
_MINUTE_S: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A visit as its trainer sees it; nothing of any guest."""

    id: int
    code: str
    place: str
    institution: str
    language: Language
    path: str
    minutes_left: int
    """0 in the last minutes of grace, and after."""
    here: int
    """Guests whose traces are still there."""
    counted: int
    """Guests who came in."""
    finished: int
    """Guests who ran something in the last step; known once they are gone."""
    most: int
    is_ended: bool
    is_wiped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What stays of a visit."""

    place: str
    institution: str
    opened_at: str
    counted: int
    finished: int
    is_wiped: bool


def open_visit(
    session: Session,
    centre: Centre,
    *,
    place: str,
    language: Language,
    clock: Clock,
    institution: str = "",
    minutes: int = MINUTES,
    most: int = MOST,
    path: str = PATH,
    choose: Choose = choice,
) -> Status:
    """Open a visit and give it a code.

    Raises
    ------
    Refused
        When one is open already, a number is out of range, or the course has no such path.
    """
    if there := running(session, clock):
        raise Refused(f"A visit is open already, with the code {there.code}. End it first: ailab centre visit end")
    if not 1 <= minutes <= LONGEST:
        raise Refused(f"A visit can't last {minutes} minutes. Choose 1 to {LONGEST}.")
    if not 1 <= most <= CROWD:
        raise Refused(f"A visit can't have {most} guests. Choose 1 to {CROWD}.")
    expect_path(centre.build, path)
    visit = Visit(
        code=new_code(set(session.scalars(select(Visit.code))), choose),
        place=place.strip(),
        institution=institution.strip(),
        path=path,
        language=language,
        opened_at=stamp(clock.wall),
        ends_at=stamp(clock.wall + timedelta(minutes=minutes)),
        minutes=minutes,
        most=most,
        spent_s=0.0,
        seen_at=stamp(clock.wall),
        boot=clock.boot,
        boot_s=clock.boot_s,
        counted=0,
        finished=0,
    )
    session.add(visit)
    session.flush()
    return status_of(session, visit, clock)


def running(session: Session, clock: Clock) -> Status | None:
    """Return the visit that is going on, its last minutes of grace included."""
    found = _running(session, clock)
    return status_of(session, found, clock) if found else None


def last_status(session: Session, clock: Clock) -> Status | None:
    """Return the visit that is going on, else the latest one."""
    found = session.scalars(select(Visit).order_by(Visit.id.desc()).limit(1)).first()
    return status_of(session, found, clock) if found else None


def past_visits(session: Session) -> list[Past]:
    """Return what stays of every visit, the latest first."""
    return [
        Past(
            place=visit.place,
            institution=visit.institution,
            opened_at=visit.opened_at,
            counted=visit.counted,
            finished=visit.finished,
            is_wiped=bool(visit.wiped_at),
        )
        for visit in session.scalars(select(Visit).order_by(Visit.id.desc()))
    ]


def end_visit(session: Session, clock: Clock) -> Status | None:
    """End the visit that is going on: nobody comes in from now on, and what guests left is to be wiped."""
    found = _running(session, clock)
    if found is None:
        return None
    look(found, clock)
    found.ended_at = stamp(clock.wall)
    session.flush()
    return status_of(session, found, clock)


def note_time(session: Session, clock: Clock) -> None:
    """Write down what has gone by, and end what is over."""
    for visit in session.scalars(select(Visit).where(Visit.ended_at == "")):
        if _is_over(visit, clock):
            visit.ended_at = stamp(clock.wall)
        if visit.ended_at or is_old_look(visit, clock):
            look(visit, clock)
    session.flush()


def to_wipe(session: Session) -> Sequence[Visit]:
    """Return the visits that ended and of which something may still be there."""
    return session.scalars(select(Visit).where(Visit.ended_at != "", Visit.wiped_at == "").order_by(Visit.id)).all()


def status_of(session: Session, visit: Visit, clock: Clock) -> Status:
    """Return a visit as its trainer sees it."""
    here = session.scalar(select(func.count()).select_from(Guest).where(Guest.visit == visit.id))
    left = 0 if visit.ended_at else max(0, ceil(visit.minutes - spent_s(visit, clock) / _MINUTE_S))
    return Status(
        id=visit.id,
        code=visit.code,
        place=visit.place,
        institution=visit.institution,
        language=as_language(visit.language) or "en",
        path=visit.path,
        minutes_left=left,
        here=here or 0,
        counted=visit.counted,
        finished=visit.finished,
        most=visit.most,
        is_ended=bool(visit.ended_at) or _is_over(visit, clock),
        is_wiped=bool(visit.wiped_at),
    )


def has_places(status: Status) -> bool:
    """Tell whether one more may come in."""
    return status.counted < status.most


def _running(session: Session, clock: Clock) -> Visit | None:
    open_ones = session.scalars(select(Visit).where(Visit.ended_at == "").order_by(Visit.id.desc()))
    return next((visit for visit in open_ones if not _is_over(visit, clock)), None)


def _is_over(visit: Visit, clock: Clock) -> bool:
    return spent_s(visit, clock) >= (visit.minutes + GRACE_MINUTES) * _MINUTE_S
