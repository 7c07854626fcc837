"""The list of a class taken in: first a plan, every problem with its line; then all of it, or nothing.

A list taken in twice changes nothing. Who is missing from it stays, with all their work: a class is left on the desk.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypedDict

from sqlalchemy.orm import Session

from ailab.lang import Language, as_language
from ailab.office.centre.folder import Centre
from ailab.office.centre.people.classes import enrol, expect_group, learners_of
from ailab.office.centre.people.columns import COLUMNS, column_title
from ailab.office.centre.people.keys import Made, NewSecret, give, made_secrets
from ailab.office.centre.people.lists import ListUnreadable, Problem, read_lines
from ailab.office.centre.people.logins import folded
from ailab.office.centre.people.matching import COPIED, Step, match
from ailab.office.centre.people.members import add_person, is_taken, new_pseudonym
from ailab.office.centre.people.rows import Read, read_rows
from ailab.office.centre.tables import Person

_SAMPLE: Final = {
    "en": ("Lion 7", "Sample learner 7", "2013", "", "f", "Berkane", "", "", "pin", "en"),
    "fr": ("Lion 7", "Élève exemple 7", "2013", "", "fille", "Berkane", "", "", "code", "français"),
    "ar": ("أسد 7", "متعلم مثال 7", "2013", "", "أنثى", "بركان", "", "", "رمز", "العربية"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A learner of the list, and what it does to them."""

    line: int
    person: str
    """Empty while they are new in a plan."""
    pseudonym: str
    display_name: str
    group: str
    changes: tuple[str, ...] = ()
    """In the reader's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPlan:
    """What a list would do; nothing is stored."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    added: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    same: tuple[Entry, ...] = ()
    missing: tuple[Entry, ...] = ()
    """In the class and not in the list: nothing happens to them."""

    @property
    def is_well(self) -> bool:
        """Tell whether there is no problem."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterDone(RosterPlan):
    """What a list did; with a problem, that is nothing."""

    secrets: tuple[NewSecret, ...] = ()
    """Of the new ones, to be printed once."""


class _Sorted(TypedDict):
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    same: tuple[Entry, ...]
    missing: tuple[Entry, ...]


def plan_roster(
    session: Session,
    centre: Centre,  # noqa: ARG001 - the parameters are those of import_roster
    data: bytes | str,
    *,
    group: str | None,
    language: Language,
    now: datetime,
) -> RosterPlan:
    """Return what a list would do.

    Raises
    ------
    UnknownName
        When there is no such class.
    """
    read, steps = _read(session, data, group, language, now)
    found = _sorted(session, [(step, _entry(step)) for step in steps], group)
    return RosterPlan(problems=tuple(read.problems), notes=tuple(read.notes), **found)


def import_roster(
    session: Session, centre: Centre, data: bytes | str, *, group: str | None, language: Language, now: datetime
) -> RosterDone:
    """Take a list in, or nothing of it when anything in it is wrong.

    Parameters
    ----------
    session
        The caller keeps or drops what was done.
    centre
        Its code begins the new ids.
    data
        CSV as bytes; see lists.py.
    group
        The class; None when a column names it.
    language
        Of whoever reads the problems.
    now
        The instant that is written down.

    Raises
    ------
    UnknownName
        When there is no such class.
    """
    read, steps = _read(session, data, group, language, now)
    if read.problems:
        found = _sorted(session, [(step, _entry(step)) for step in steps], group)
        return RosterDone(problems=tuple(read.problems), notes=tuple(read.notes), **found)
    # Hashing takes its time: it is done before anything is written, and the database's lock is taken.
    waiting = iter(made_secrets([step.secret_kind for step in steps if step.secret_kind], language))
    secrets: list[NewSecret] = []
    entries: list[tuple[Step, Entry]] = []
    taken = frozenset(step.row.login for step in steps)
    for step in steps:
        person, secret = _store(session, centre, step, next(waiting) if step.secret_kind else None, taken, now)
        entries.append((step, replace(_entry(step), person=person.id, pseudonym=person.pseudonym, display_name=person.display_name)))
        secrets += [secret] if secret else []
    return RosterDone(notes=tuple(read.notes), secrets=tuple(secrets), **_sorted(session, entries, group))


def sample_roster(language: Language) -> bytes:
    """Return a list to fill in, as Excel opens it by a double click: UTF-8 with its mark, semicolons."""
    titles = ";".join(column_title(column, language) for column in COLUMNS)
    return f"\ufeff{titles}\r\n{';'.join(_SAMPLE[language])}\r\n".encode()


def _read(session: Session, data: bytes | str, group: str | None, language: Language, now: datetime) -> tuple[Read, list[Step]]:
    """Return everything wrong with a list, and a step for each row that is well."""
    try:
        read = read_rows(read_lines(data, language), language, now)
    except ListUnreadable as error:
        return Read(problems=[Problem(line=0, message=str(error))]), []
    steps, problems, notes = match(session, read.rows, group, language)
    read.problems = sorted([*read.problems, *problems], key=lambda problem: problem.line)
    read.notes += notes
    return read, steps


def _entry(step: Step) -> Entry:
    row, known = step.row, step.known
    return Entry(
        line=row.line,
        person=known.id if known else "",
        pseudonym=known.pseudonym if known else row.pseudonym,
        display_name=row.display_name or (known.display_name if known else ""),
        group=step.group.id,
        changes=step.changes,
    )


def _sorted(session: Session, entries: Sequence[tuple[Step, Entry]], group: str | None) -> _Sorted:
    there = {entry.person for _, entry in entries}
    missing = [person for person in learners_of(session, expect_group(session, group).id) if person.id not in there] if group else []
    return _Sorted(
        added=tuple(entry for step, entry in entries if step.known is None),
        changed=tuple(entry for step, entry in entries if step.known is not None and step.changes),
        same=tuple(entry for step, entry in entries if step.known is not None and not step.changes),
        missing=tuple(
            Entry(line=0, person=person.id, pseudonym=person.pseudonym, display_name=person.display_name, group=group or "")
            for person in missing
        ),
    )


def _store(
    session: Session, centre: Centre, step: Step, made: Made | None, taken: Set[str], now: datetime
) -> tuple[Person, NewSecret | None]:
    person = step.known or _new(session, centre, step, taken, now)
    for column in COPIED:
        if given := getattr(step.row, column):
            setattr(person, column, given)
    if step.known is None or step.changes:
        enrol(session, person=person.id, group=step.group.id, now=now)
    return person, give(session, person, made, now) if made else None


def _new(session: Session, centre: Centre, step: Step, taken: Set[str], now: datetime) -> Person:
    row = step.row
    if row.login:
        return add_person(session, centre, login=row.login, pseudonym=row.pseudonym, now=now)
    language = as_language(row.language or step.group.language) or "en"
    pseudonym = new_pseudonym(language, lambda login: login in taken or is_taken(session, login))
    return add_person(session, centre, login=folded(pseudonym), pseudonym=pseudonym, now=now)
