"""All about one learner on one sheet, and forgetting a learner."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre.awards import certificates_of, policies_of
from ailab.office.centre.consent import Answers, consents_of
from ailab.office.centre.forgetting import forget_learner, rewrite_databases
from ailab.office.centre.outline import Exercise, Module
from ailab.office.centre.people import is_locked
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.round.pairs import partner_of
from ailab.office.centre.standing import Cell, cells_of, who_needs_help
from ailab.office.centre.tables import HandedIn, Issued, Meeting, Person
from ailab.office.desk.consent import purpose_words
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.hard import ReasonWords
from ailab.office.desk.ideas import idea_words
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.roster import PERSON, last_log_ins
from ailab.office.desk.site import Answer
from ailab.office.desk.work import CellSeen, cell_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSeen:
    """One exercise of one learner."""

    title: str
    cell: CellSeen
    attempts: int
    hints: int
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleWork:
    """One module of one learner."""

    title: str
    attempts: tuple[HandedIn, ...]
    partner: str
    exercises: tuple[ExerciseSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One session of one learner."""

    meeting: Meeting
    state: str
    missed: int


class Child(DeskPage):
    """The sheet of one learner."""

    def look(self, *parts: str) -> Answer:
        """Show it."""
        slug, name = parts
        with self.session() as session:
            person = self.learner(session, slug, name)
            known = Gathered(session=session, centre=self.centre, group=self.group(session, slug), now=self.site.now())
            words = ReasonWords(self, known)
            needs = [need for need in who_needs_help(known.known) if need.learner == person.id]
            return self.show(
                "child.html",
                group=known.group,
                person=person,
                last_seen=last_log_ins(session, [person]).get(person.id, ""),
                is_locked=is_locked(session, person=person.id, now=self.site.now()),
                reasons=[words.of(reason) for need in needs for reason in need.reasons],
                meetings=self._meetings(known, person),
                modules=self._work(session, known, person),
                answers=self._answers(session, person),
                purposes=purpose_words(self.language),
                certificates=[(row, self._title(row)) for row in certificates_of(session, person.id)],
                others=[each for each in self.groups(session) if each.id != slug and each.is_open],
            )

    def _meetings(self, known: Gathered, person: Person) -> list[MeetingLine]:
        own = known.register[person.id]
        past = [each for each in known.meetings if not each.is_cancelled and (each.starts_at <= known.stamp or each.id in own)]
        return [
            MeetingLine(
                meeting=each, state=own[each.id].state if each.id in own else "open", missed=own[each.id].missed if each.id in own else 0
            )
            for each in past
        ]

    def _work(self, session: Session, known: Gathered, person: Person) -> list[ModuleWork]:
        cells, found = cells_of(known.known), []
        for module in known.modules:
            attempts = attempts_of(session, person.id, module.slug)
            own = {each.slug: cells[person.id, module.slug, each.slug] for each in module.exercises}
            if attempts or any(cell.attempts for cell in own.values()):
                found.append(
                    ModuleWork(
                        title=module.title(self.language),
                        attempts=attempts,
                        partner=known.name(partner) if (partner := partner_of(session, person.id, module.slug)) else "",
                        exercises=tuple(self._exercise(module, each, own[each.slug], handed=bool(attempts)) for each in module.exercises),
                    )
                )
        return found

    def _exercise(self, module: Module, exercise: Exercise, cell: Cell, *, handed: bool) -> ExerciseSeen:
        idea = idea_words(self.centre, module.slug, exercise.slug, cell.misconception, self.language) if cell.misconception else ""
        return ExerciseSeen(
            title=exercise.title(self.language),
            cell=cell_seen(cell, exercise, handed=handed, language=self.language),
            attempts=cell.attempts,
            hints=cell.hints,
            idea=idea,
        )

    def _answers(self, session: Session, person: Person) -> Answers:
        return consents_of(session, [person.id])[person.id]

    def _title(self, row: Issued) -> str:
        return self.say(next((policy.title for policy in policies_of(self.centre) if policy.id == row.policy), row.policy))


class Forget(DeskPage):
    """Destroy what is kept about a learner: asked twice, by a lead."""

    for_leads = True

    def look(self, *parts: str) -> Answer:
        """Say what is lost, and ask."""
        slug, name = parts
        with self.session() as session:
            person = self.learner(session, slug, name)
            return self.show("forget.html", group=self.group(session, slug), person=person)

    def act(self, *parts: str) -> Answer:
        """Do it, when the login was typed and the box ticked."""
        slug, name = parts
        with self.session() as session:
            person = self.learner(session, slug, name)
            if not self.field("sure") or self.field("pseudonym").casefold() != person.pseudonym.strip().casefold():
                raise Refused(self.say("Nothing was destroyed. Tick the box and type the login exactly as it stands here."))
        self.site.let_go(name)
        with self.session() as session:
            again = session.scalars(select(Person).where(Person.id == name)).one_or_none()
            gone = forget_learner(session, self.centre, again, say=self.say) if again else None
        rewrite_databases(self.centre)
        words = self.say(
            "Destroyed: {attempts} attempts and {results} results. Paper, sticks and copies are not reached: look after these too."
        )
        return self.go(f"class/{slug}/learners/", words.format(attempts=gone.attempts if gone else 0, results=gone.results if gone else 0))


ADDRESSES: Final = [
    (f"class/{SLUG}/learner/{PERSON}/", Child),
    (f"class/{SLUG}/learner/{PERSON}/forget/", Forget),
]
