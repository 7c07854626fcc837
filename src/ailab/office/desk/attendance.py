"""Attendance: the schedule of a class, the register of a session with one press a child, and the same on paper."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre.attendance import (
    Line,
    all_here,
    call_off,
    enter,
    make_meetings,
    open_lines,
    plan_meetings,
    register_of,
    remove_meeting,
)
from ailab.office.centre.groups import expect_day, in_order
from ailab.office.centre.people import learners_of
from ailab.office.centre.tables import Group, Meeting, Person
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_USUAL_HOUR: Final = "09:00"
_USUAL_MINUTES: Final = 180
_LATE_MINUTES: Final = 10
_WEEK: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSeen:
    """A session in the schedule."""

    meeting: Meeting
    unsaid: int
    has_begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSeen:
    """A learner in the register."""

    person: Person
    line: Line


class Schedule(DeskPage):
    """All sessions of a class, and new ones."""

    def look(self, *parts: str) -> Answer:
        """Show what is planned and what the registers say."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            unsaid = open_lines(session, known.meetings, known.ids)
            seen = [MeetingSeen(meeting=each, unsaid=unsaid[each.id], has_begun=each.starts_at <= known.stamp) for each in known.meetings]
            return self.show(
                "attendance.html",
                group=group,
                learners=len(known.ids),
                past=[each for each in reversed(seen) if each.has_begun],
                ahead=[each for each in seen if not each.has_begun],
                first=known.today.isoformat(),
                last=(known.today + _WEEK).isoformat(),
                hour=_USUAL_HOUR,
                minutes=_USUAL_MINUTES,
            )

    def act(self, *parts: str) -> Answer:
        """Plan sessions."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            first = expect_day(self.field("first"), say=self.say)
            last = expect_day(self.field("last"), say=self.say) or first
            if first is None or last is None:
                raise Refused(self.say("Choose the first day."))
            planned = plan_meetings(
                first=first,
                last=last,
                weekdays=self._weekdays(first, last),
                hours=[self._hour(text) for text in self.get_arguments("hour") if text.strip()],
                minutes=self._minutes("minutes"),
                zone=group.time_zone,
                say=self.say,
            )
            count = make_meetings(session, group, planned)
        words = self.say("{count} sessions are planned.") if count else self.say("These sessions were planned already.")
        return self.go(f"class/{slug}/attendance/", words.format(count=count))

    def _weekdays(self, first: date, last: date) -> frozenset[int]:
        ticked = {int(text) for text in self.get_arguments("weekday") if text in "0123456" and len(text) == 1}
        # Whoever names one day alone need not say which day of the week it is.
        return frozenset(ticked or ({first.weekday()} if first == last else set()))

    def _hour(self, text: str) -> time:
        try:
            return time.fromisoformat(text.strip())
        except ValueError:
            raise Refused(
                self.say("“{given}” is no time of day. Write it like {example}.").format(given=text[:20], example="14:30")
            ) from None

    def _minutes(self, name: str) -> int:
        text = self.field(name, 5)
        if not (text.isascii() and text.isdecimal()):
            raise Refused(self.say("Write the minutes as a whole number."))
        return int(text)


class _OfMeeting(DeskPage):
    """A page of one session."""

    def meeting(self, session: Session, group: Group, number: str) -> Meeting:
        """Return a session of this class, else 404."""
        found = session.get(Meeting, int(number))
        if found is None or found.group != group.id:
            self.missing()
        return found


class Register(_OfMeeting):
    """One session: one press a child."""

    def look(self, *parts: str) -> Answer:
        """Show everybody with what has been ticked."""
        slug, number = parts
        with self.session() as session:
            group = self.group(session, slug)
            meeting = self.meeting(session, group, number)
            people = in_order(learners_of(session, slug))
            lines = register_of(session, meeting, [person.id for person in people])
            seen = [LineSeen(person=person, line=lines[person.id]) for person in people]
            counts = {state: sum(each.line.state == state for each in seen) for state in ("here", "late", "absent", "excused", "open")}
            return self.show("register.html", group=group, meeting=meeting, lines=seen, counts=counts, late=_LATE_MINUTES)

    def act(self, *parts: str) -> Answer:
        """Write down what was pressed: for one child, or "all here"."""
        slug, number = parts
        with self.session() as session:
            group = self.group(session, slug)
            meeting = self.meeting(session, group, number)
            here = f"class/{slug}/attendance/{number}/"
            learners = [person.id for person in in_order(learners_of(session, slug))]
            if self.field("all"):
                count = all_here(session, meeting, learners, by=self.trainer.id, at=self.site.stamp(), say=self.say)
                return self.go(here, self.say("{count} are ticked as here. Correct those who are not.").format(count=count))
            person = self.field("person")
            if person not in learners:
                self.missing()
            enter(session, meeting, person, self.field("state"), late=self._late(), by=self.trainer.id, at=self.site.stamp(), say=self.say)
        return self.go(f"{here}#{person}")

    def _late(self) -> int:
        text = self.field("late", 4)
        return int(text) if text.isascii() and text.isdecimal() else _LATE_MINUTES


class ChangeMeeting(_OfMeeting):
    """Call a session off, take that back, take it out."""

    def act(self, *parts: str) -> Answer:
        """Do one of these."""
        slug, number = parts
        with self.session() as session:
            meeting = self.meeting(session, self.group(session, slug), number)
            match self.field("do"):
                case "remove":
                    remove_meeting(session, meeting, say=self.say)
                case "cancel" | "restore" as wanted:
                    call_off(session, meeting, is_cancelled=wanted == "cancel", say=self.say)
                case _:
                    self.missing()
        return self.go(f"class/{slug}/attendance/", self.say("Done."))

    def back(self, *parts: str) -> str:
        """Return the schedule."""
        return f"class/{parts[0]}/attendance/"


class Paper(DeskPage):
    """A register to tick with a pen: the next sessions, or those of the days asked for."""

    _COLUMNS: Final = 10

    def look(self, *parts: str) -> Answer:
        """Show a table that prints on one sheet."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            start = f"{known.today - timedelta(days=1)}T"
            coming = [each for each in known.meetings if each.starts_at >= start and not each.is_cancelled]
            return self.show("register_paper.html", group=group, people=known.people, meetings=coming[: self._COLUMNS], blank=self._COLUMNS)


ADDRESSES: Final = [
    (f"class/{SLUG}/attendance/", Schedule),
    (f"class/{SLUG}/attendance/paper/", Paper),
    (f"class/{SLUG}/attendance/([0-9]{{1,9}})/", Register),
    (f"class/{SLUG}/attendance/([0-9]{{1,9}})/change", ChangeMeeting),
]
