"""Everything the pages of one class need to know, gathered once for a request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.lang import Language
from ailab.office.centre import Centre
from ailab.office.centre.attendance import Line, line_of, meetings_of
from ailab.office.centre.awards import results_of
from ailab.office.centre.groups import in_order, modules_of
from ailab.office.centre.outline import Module, Outline, outline_of
from ailab.office.centre.people import learners_of
from ailab.office.centre.round.dates import dues_of
from ailab.office.centre.round.index import Seen, grid
from ailab.office.centre.standing import Class, last_absences, overdue
from ailab.office.centre.tables import Group, Meeting, Person, Presence
from ailab.office.ledger import Result


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """A class as it is now; what is asked for is read once."""

    session: Session
    centre: Centre
    group: Group
    now: datetime

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return the learners, by pseudonym."""
        return tuple(in_order(learners_of(self.session, self.group.id)))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return their ids."""
        return tuple(person.id for person in self.people)

    @cached_property
    def outline(self) -> Outline:
        """Return what the course is made of."""
        return outline_of(self.centre)

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Return the modules that this class does and that have exercises."""
        return tuple(module for module in modules_of(self.group, self.outline) if module.exercises)

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """Return the records that hold of these learners."""
        return results_of(self.centre, self.ids)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Return the schedule."""
        return meetings_of(self.session, self.group.id)

    @cached_property
    def register(self) -> dict[str, dict[int, Line]]:
        """Return, by learner and meeting, what the register says."""
        minutes = {meeting.id: meeting.minutes for meeting in self.meetings}
        found: dict[str, dict[int, Line]] = {person: {} for person in self.ids}
        for row in self.session.scalars(select(Presence).where(Presence.meeting.in_(list(minutes)), Presence.person.in_(self.ids))):
            found[row.person][row.meeting] = line_of(row, minutes[row.meeting])
        return found

    @cached_property
    def handed_in(self) -> Mapping[tuple[str, str], Seen]:
        """Return, by learner and module, what was handed in."""
        return grid(self.session, self.ids, [module.slug for module in self.modules])

    @cached_property
    def known(self) -> Class:
        """Return the class as office.centre.standing knows it."""
        return Class(
            learners=self.ids,
            exercises=tuple((module.slug, each.slug) for module in self.modules for each in module.exercises),
            results=self.results,
            overdue=overdue(self._dues(), {key for key, seen in self.handed_in.items() if seen.attempts}, self.stamp),
            absences={person: last_absences(self._lines(person)) for person in self.ids},
        )

    @property
    def stamp(self) -> str:
        """Return this moment as records write it."""
        return f"{self.now:%Y-%m-%dT%H:%M:%S}Z"

    @property
    def today(self) -> date:
        """Return the day it is where the class is."""
        return self.now.astimezone(ZoneInfo(self.group.time_zone)).date()

    def name(self, person: str) -> str:
        """Return the pseudonym of a learner."""
        return next((each.pseudonym for each in self.people if each.id == person), person)

    def names(self, people: Sequence[str]) -> tuple[str, ...]:
        """Return the pseudonyms of these learners."""
        return tuple(self.name(person) for person in people)

    def titles(self, language: Language) -> dict[str, str]:
        """Return the words for slugs."""
        return self.outline.titles(language)

    def to_grade(self, module: str) -> int:
        """Return how many learners handed something in for a module that the grader has not collected yet."""
        return sum(1 for (_, slug), seen in self.handed_in.items() if slug == module and seen.attempts and not seen.last.collected_at)

    def _dues(self) -> dict[tuple[str, str], str]:
        return {
            (person, module.slug): due for module in self.modules for person, due in dues_of(self.session, module.slug, self.ids).items()
        }

    def _lines(self, person: str) -> list[tuple[str, str]]:
        own = self.register[person]
        past = [meeting for meeting in self.meetings if meeting.starts_at <= self.stamp and not meeting.is_cancelled]
        return [(meeting.title, own[meeting.id].state if meeting.id in own else "open") for meeting in past]
