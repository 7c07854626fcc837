"""Rows of a list beside the people there are: who is new, who changes, and what can't be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.lang import Language, Translations, library_translations
from ailab.office.centre.people.classes import expect_group
from ailab.office.centre.people.columns import column_title
from ailab.office.centre.people.keys import SecretKind
from ailab.office.centre.people.lists import Problem
from ailab.office.centre.people.logins import folded
from ailab.office.centre.people.rows import Row, same_name
from ailab.office.centre.tables import Enrolment, Group, Person

COPIED: Final = ("display_name", "birth_year", "gender", "place", "institution", "language")
"""Columns that are stored as they are; an empty cell changes nothing."""
_YOUNG: Final = "8-10"


class _Wrong(ValueError):
    """A row that can't be taken in; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row beside what is known."""

    row: Row
    group: Group
    known: Person | None
    """None for somebody new."""
    changes: tuple[str, ...]
    """What changes for somebody known, in the reader's words."""
    secret_kind: SecretKind | None
    """Of the secret to make; None to leave the one there is."""


def match(session: Session, rows: Sequence[Row], group: str | None, language: Language) -> tuple[list[Step], list[Problem], list[str]]:
    """Return a step for each good row, every problem, and what is worth knowing."""
    matching = _Matching(
        session=session,
        say=library_translations(language),
        language=language,
        into=expect_group(session, group) if group else None,
        groups=tuple(session.scalars(select(Group).order_by(Group.id))),
    )
    steps: list[Step] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            steps.append(_once(matching.step(row), steps, matching.say))
        except _Wrong as error:
            problems.append(Problem(line=row.line, message=str(error)))
    return steps, problems, [note for step in steps for note in matching.notes(step)]


def _once(step: Step, before: Sequence[Step], say: Translations) -> Step:
    """Return the step when no line before speaks of the same learner."""
    row = step.row
    for other in before:
        if row.login and row.login == other.row.login:
            raise _Wrong(
                say("The login {login} stands in line {line} already. Give one of the two another login.").format(
                    login=row.pseudonym, line=other.row.line
                )
            )
        is_known_twice = step.known is not None and step.known is other.known
        if is_known_twice or (not row.login and not other.row.login and _is_same(row, other.row) and step.group is other.group):
            told = say("{name} stands in line {line} already. Take one of the lines away; if these are two learners, give each a login.")
            raise _Wrong(told.format(name=row.names, line=other.row.line))
    return step


def _is_same(row: Row, other: Row) -> bool:
    return same_name(row.display_name, other.display_name) and row.birth_year == other.birth_year


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matching:
    session: Session
    say: Translations
    language: Language
    into: Group | None
    groups: tuple[Group, ...]

    def step(self, row: Row) -> Step:
        """Return what a row does."""
        group = self._group(row)
        known = self._with_login(row, group) if row.login else self._with_name(row, group)
        kind: SecretKind = row.secret_kind or ("pictures" if _YOUNG in (row.band, group.band) else "pin")  # type: ignore[assignment]
        if known is None:
            return Step(row=row, group=group, known=None, changes=(), secret_kind=kind)
        is_other = bool(row.secret_kind) and row.secret_kind != known.secret_kind
        return Step(
            row=row,
            group=group,
            known=known,
            changes=tuple(self._changes(row, group, known, is_other)),
            secret_kind=kind if is_other or not known.secret else None,
        )

    def notes(self, step: Step) -> Iterator[str]:
        """Tell what is odd and does no harm."""
        if step.row.band and step.group.band and step.row.band != step.group.band:
            told = self.say("Line {line}: the class is for {band}. The band is that of the class, not of a learner.")
            yield told.format(line=step.row.line, band=step.group.band)

    def _group(self, row: Row) -> Group:
        if not row.group and self.into is None:
            raise _Wrong(self.say("This line names no class."))
        written = folded(row.group)
        found = [group for group in self.groups if written and written in (folded(group.id), folded(group.title))]
        if self.into is not None:
            if row.group and self.into not in found:
                told = self.say("This line is of the class {group}, the list is taken into {into}.")
                raise _Wrong(told.format(group=row.group, into=self.into.title))
            return self.into
        if len(found) != 1:
            told = self.say("There is no class {group}. Make it first, or write one of these: {known}.")
            raise _Wrong(told.format(group=row.group, known=", ".join(group.id for group in self.groups) or "–"))
        return found[0]

    def _with_login(self, row: Row, group: Group) -> Person | None:
        known = self.session.scalars(select(Person).where(Person.login == row.login)).one_or_none()
        if known is None:
            return None
        if known.kind != "learner" or not (self._enrolment(known, group) or self._is_the_same(row, known)):
            told = self.say("The login {login} belongs to somebody else. Choose another one.")
            raise _Wrong(told.format(login=row.pseudonym))
        return known

    def _with_name(self, row: Row, group: Group) -> Person | None:
        of_class = (
            select(Person).join(Enrolment, Enrolment.person == Person.id).where(Enrolment.group == group.id, Enrolment.role == "learner")
        )
        found = [person for person in self.session.scalars(of_class) if self._is_the_same(row, person)]
        if len(found) > 1:
            told = self.say("More than one learner of this class is called {name}. Write their logins into the list.")
            raise _Wrong(told.format(name=row.display_name))
        return found[0] if found else None

    @staticmethod
    def _is_the_same(row: Row, person: Person) -> bool:
        years = {row.birth_year, person.birth_year} - {None}
        return bool(row.display_name) and same_name(row.display_name, person.display_name) and len(years) <= 1

    def _enrolment(self, person: Person, group: Group) -> Enrolment | None:
        theirs = select(Enrolment).where(Enrolment.person == person.id, Enrolment.group == group.id)
        return self.session.scalars(theirs).one_or_none()

    def _changes(self, row: Row, group: Group, known: Person, is_other_secret: bool) -> Iterator[str]:
        enrolment = self._enrolment(known, group)
        if enrolment is None or enrolment.left_at:
            yield self.say("joins the class") if enrolment is None else self.say("comes back to the class")
        for column in COPIED:
            given, stored = getattr(row, column), getattr(known, column)
            if given and given != stored:
                yield f"{column_title(column, self.language)}: {stored or '–'} → {given}"
        if is_other_secret or not known.secret:
            yield self.say("gets a new secret")
