"""Meetings of a class and its register. A line that nobody filled in is no absence."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import EMPTY, Translations
from ailab.office.centre.tables import Group, Meeting, Presence
from ailab.office.certificates import facts as certificates

State = Literal["here", "late", "absent", "excused", "open"]
"""open: nobody has said anything."""
STATES: Final[tuple[State, ...]] = get_args(State)
MOST_MEETINGS: Final = 60
LONGEST_MINUTES: Final = 600
_USUAL_LATE: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A meeting that is to be."""

    title: str
    starts_at: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the register says of one learner."""

    state: State
    minutes: int | None
    """Minutes there; None when excused or open."""
    missed: int = 0
    """Minutes late, of who came late."""


OPEN: Final = Line(state="open", minutes=None)


def plan_meetings(
    *, first: date, last: date, weekdays: Collection[int], hours: Sequence[time], minutes: int, zone: str, say: Translations = EMPTY
) -> tuple[Planned, ...]:
    """Return a meeting for each of these hours on each of these days of the week (Monday is 0), as the clocks of the place will show them.

    Raises
    ------
    Refused
        When there is none, there are too many, or two would overlap.
    """
    if last < first:
        raise Refused(say("The last day lies before the first. Choose a later last day."))
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Refused(say("A session lasts 1 to {most} minutes.").format(most=LONGEST_MINUTES))
    if (last - first).days > 366:
        raise Refused(say("That is more than a year. Choose a nearer last day."))
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    starts = [datetime.combine(day, hour, ZoneInfo(zone)) for day in days if day.weekday() in weekdays for hour in sorted(set(hours))]
    if not starts:
        raise Refused(say("There is no such day of the week between the two days. Tick other days, or move them apart."))
    if len(starts) > MOST_MEETINGS:
        raise Refused(say("These would be {count} sessions; make at most {most} at a time.").format(count=len(starts), most=MOST_MEETINGS))
    if any(later - earlier < timedelta(minutes=minutes) for earlier, later in pairwise(starts)):
        raise Refused(say("Two sessions of a day would overlap. Make them shorter, or begin the second one later."))
    return tuple(Planned(title=f"{start:%Y-%m-%d %H:%M}", starts_at=_text(start), minutes=minutes) for start in starts)


def make_meetings(session: Session, group: Group, planned: Sequence[Planned]) -> int:
    """Add the meetings that are not there yet and return how many were added."""
    there = set(session.scalars(select(Meeting.title).where(Meeting.group == group.id)))
    new = [each for each in planned if each.title not in there]
    session.add_all(Meeting(group=group.id, title=each.title, starts_at=each.starts_at, minutes=each.minutes) for each in new)
    session.flush()
    return len(new)


def meetings_of(session: Session, group: str) -> tuple[Meeting, ...]:
    """Return the meetings of a class in order of time."""
    return tuple(session.scalars(select(Meeting).where(Meeting.group == group).order_by(Meeting.starts_at)))


def meetings_on(meetings: Sequence[Meeting], day: date, zone: str) -> tuple[Meeting, ...]:
    """Return the meetings of one day, as the calendar of the place has it."""
    return tuple(each for each in meetings if certificates.instant(each.starts_at).astimezone(ZoneInfo(zone)).date() == day)


def register_of(session: Session, meeting: Meeting, people: Collection[str]) -> dict[str, Line]:
    """Return the line of each of these people."""
    rows = {row.person: row for row in session.scalars(select(Presence).where(Presence.meeting == meeting.id))}
    return {person: line_of(rows[person], meeting.minutes) if person in rows else OPEN for person in people}


def line_of(row: Presence, minutes: int) -> Line:
    """Return a row of the register in the words of a trainer."""
    if row.minutes is None:
        return Line(state="excused", minutes=None)
    if row.minutes == 0:
        return Line(state="absent", minutes=0)
    return Line(state="here" if row.minutes >= minutes else "late", minutes=row.minutes, missed=max(0, minutes - row.minutes))


def open_lines(session: Session, meetings: Sequence[Meeting], people: Collection[str]) -> dict[int, int]:
    """Return, by meeting, of how many of these people the register says nothing."""
    asked = select(Presence.meeting, func.count()).where(Presence.person.in_(list(people))).group_by(Presence.meeting)
    filled = {row[0]: row[1] for row in session.execute(asked)}
    return {each.id: len(people) - filled.get(each.id, 0) for each in meetings}


def enter(
    session: Session, meeting: Meeting, person: str, state: str, *, late: int = _USUAL_LATE, by: str, at: str, say: Translations = EMPTY
) -> None:
    """Fill in one line of the register, or empty it again ("open"); whoever presses last is right.

    Raises
    ------
    Refused
        When the meeting was called off, there is no such state, or somebody would be late by more than the whole meeting.
    """
    if meeting.is_cancelled:
        raise Refused(say("This session was called off: its register stays empty. Take that back first."))
    if state not in STATES:
        raise Refused(say("“{given}” can't be chosen here. Choose one of: {known}.").format(given=state, known=", ".join(STATES)))
    if state == "late" and not 0 < late < meeting.minutes:
        raise Refused(
            say("Late by {given} minutes does not fit a session of {minutes}. Write less, or press “absent”.").format(
                given=late, minutes=meeting.minutes
            )
        )
    if state == "open":
        session.execute(delete(Presence).where(Presence.meeting == meeting.id, Presence.person == person))
        return
    minutes = {"here": meeting.minutes, "late": meeting.minutes - late, "absent": 0, "excused": None}[state]
    _put(session, meeting, person, minutes=minutes, by=by, at=at)


def all_here(session: Session, meeting: Meeting, people: Sequence[str], *, by: str, at: str, say: Translations = EMPTY) -> int:
    """Say of everybody of whom nothing was said that they are here, and return how many that were."""
    lines = register_of(session, meeting, people)
    unsaid = [person for person in people if lines[person].state == "open"]
    for person in unsaid:
        enter(session, meeting, person, "here", by=by, at=at, say=say)
    return len(unsaid)


def call_off(session: Session, meeting: Meeting, *, is_cancelled: bool, say: Translations = EMPTY) -> None:
    """Call a meeting off, so that it counts for nobody, or take that back.

    Raises
    ------
    Refused
        When its register holds something: nothing that was written down is thrown away.
    """
    if is_cancelled and _is_filled(session, meeting):
        raise Refused(say("The register of this session holds entries. Empty them first if it did not take place."))
    meeting.is_cancelled = is_cancelled


def remove_meeting(session: Session, meeting: Meeting, *, say: Translations = EMPTY) -> None:
    """Take out a meeting that was made by mistake.

    Raises
    ------
    Refused
        When its register holds something.
    """
    if _is_filled(session, meeting):
        raise Refused(say("The register of this session holds entries. Empty them first if it did not take place."))
    session.delete(meeting)
    session.flush()


def attendance_facts(
    session: Session, group: Group, person: str
) -> tuple[frozenset[certificates.Meeting], frozenset[certificates.Presence]]:
    """Return what policies of participation look at: the schedule of the class, and what the register says of one learner."""
    meetings = {each.id: each for each in meetings_of(session, group.id)}
    rows = session.scalars(select(Presence).where(Presence.person == person, Presence.meeting.in_(list(meetings))))
    return frozenset(fact_of(each, group) for each in meetings.values()), frozenset(_presences(rows, meetings, group))


def fact_of(meeting: Meeting, group: Group) -> certificates.Meeting:
    """Return a meeting as policies know it."""
    return certificates.Meeting(
        series=group.series, meeting=meeting.title, starts_at=meeting.starts_at, minutes=meeting.minutes, cancelled=meeting.is_cancelled
    )


def _presences(rows: Iterable[Presence], meetings: Mapping[int, Meeting], group: Group) -> Iterator[certificates.Presence]:
    for row in rows:
        yield certificates.Presence(
            learner=certificates.LearnerId(row.person),
            series=group.series,
            meeting=meetings[row.meeting].title,
            minutes=row.minutes,
            excused=row.is_excused,
            source=f"register {row.by}",
            recorded_at=row.at,
        )


def _put(session: Session, meeting: Meeting, person: str, *, minutes: int | None, by: str, at: str) -> None:
    values = {"minutes": minutes, "is_excused": minutes is None, "by": by, "at": at}
    found = select(Presence).where(Presence.meeting == meeting.id, Presence.person == person)
    row = session.scalars(found).first()
    if row is None:
        try:
            with session.begin_nested():
                session.add(Presence(meeting=meeting.id, person=person, **values))
            return
        except IntegrityError:
            row = session.scalars(found).one()  # another trainer pressed in this very moment
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()


def _is_filled(session: Session, meeting: Meeting) -> bool:
    return session.scalars(select(Presence.id).where(Presence.meeting == meeting.id)).first() is not None


def _text(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
