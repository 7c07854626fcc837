"""Pairs: two learners of a class who hand in one piece of work.

One asks, the other says yes, either may end it. What is handed in between yes and end is recorded for both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import Translations
from ailab.office.centre.tables import Enrolment, Group, Pair, Person

_LEARNER: Final = "learner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How things stand between a learner and the others, for one module."""

    partner: str = ""
    """Both have said yes."""
    waiting_for: str = ""
    """Was asked and has not answered."""
    asked_by: tuple[str, ...] = ()
    """Wait for this learner's answer."""


def standing_of(session: Session, person: str, module: str) -> Standing:
    """Return how things stand for a learner."""
    rows = _open(session, module, person)
    together = [pair for pair in rows if pair.confirmed_at]
    own = [pair.second for pair in rows if not pair.confirmed_at and pair.first == person]
    return Standing(
        partner=_other(together[0], person) if together else "",
        waiting_for=own[0] if own else "",
        asked_by=tuple(pair.first for pair in rows if not pair.confirmed_at and pair.second == person),
    )


def partner_of(session: Session, person: str, module: str) -> str:
    """Return with whom a learner hands a module in; empty when alone."""
    return standing_of(session, person, module).partner


def pair_of(session: Session, person: str, module: str) -> Pair | None:
    """Return the pair that a learner is in, once both have said yes."""
    return next((pair for pair in _open(session, module, person) if pair.confirmed_at), None)


def pairs_of(session: Session, group: str) -> tuple[Pair, ...]:
    """Return the open pairs of the learners of a class."""
    people = _learners(group)
    rows = session.scalars(select(Pair).where(Pair.ended_at == "", Pair.first.in_(people), Pair.second.in_(people)).order_by(Pair.id))
    return tuple(rows)


def classmates(session: Session, person: str) -> dict[str, str]:
    """Return the pseudonyms of everybody who is in an open class with a learner, by id."""
    own = select(Enrolment.group).where(Enrolment.person == person, Enrolment.left_at == "", Enrolment.role == _LEARNER)
    rows = session.execute(
        select(Person.id, Person.pseudonym)
        .join(Enrolment, Enrolment.person == Person.id)
        .join(Group, Group.id == Enrolment.group)
        .where(Enrolment.group.in_(own), Enrolment.left_at == "", Enrolment.role == _LEARNER, Group.is_open, Person.is_active)
        .where(Person.id != person)
        .order_by(Person.pseudonym)
    )
    return {row[0]: row[1] for row in rows}


def ask_pair(session: Session, person: str, module: str, mate: str, *, now: str, say: Translations) -> None:
    """Ask somebody of one's class; who was asked by them already says yes so.

    Raises
    ------
    Refused
        When it is nobody of the class, or one of the two is in a pair.
    """
    if mate not in classmates(session, person):
        raise Refused(say("This name is not in your class. Choose a name from the list."))
    standing = standing_of(session, person, module)
    if standing.partner == mate:
        return
    _expect_free(session, person, mate, module, say)
    if mate in standing.asked_by:
        confirm_pair(session, person, module, mate, now=now, say=say)
        return
    if standing.waiting_for != mate:
        _end(_asked(_open(session, module, person), person), now)
        session.add(Pair(module=module, first=person, second=mate, asked_at=now))
        session.flush()


def confirm_pair(session: Session, person: str, module: str, mate: str, *, now: str, say: Translations) -> None:
    """Say yes to who asked; every other question to or from the two is answered with that.

    Raises
    ------
    Refused
        When nobody asked, or one of the two is in a pair.
    """
    found = next((pair for pair in _open(session, module, person) if (pair.first, pair.second) == (mate, person)), None)
    if found is None or mate not in classmates(session, person):
        raise Refused(say("This question is no longer open. Ask your friend yourself."))
    if found.confirmed_at:
        return
    _expect_free(session, person, mate, module, say)
    others = (*_open(session, module, person), *_open(session, module, mate))
    _end([pair for pair in others if pair is not found], now)
    found.confirmed_at = now
    session.flush()


def end_pair(session: Session, person: str, module: str, *, now: str) -> bool:
    """End the pair a learner is in and take back what they asked; tell whether there was any."""
    rows = [pair for pair in _open(session, module, person) if pair.confirmed_at or pair.first == person]
    _end(rows, now)
    session.flush()
    return bool(rows)


def refuse_pair(session: Session, person: str, module: str, mate: str, *, now: str) -> bool:
    """Say no to who asked; tell whether they had asked."""
    rows = [pair for pair in _open(session, module, person) if pair.first == mate and not pair.confirmed_at]
    _end(rows, now)
    session.flush()
    return bool(rows)


def _expect_free(session: Session, person: str, mate: str, module: str, say: Translations) -> None:
    if partner_of(session, person, module):
        raise Refused(say("You work with somebody already. End that first."))
    if partner_of(session, mate, module):
        raise Refused(say("Your friend works with somebody else. Choose another name, or hand in alone."))


def _open(session: Session, module: str, person: str) -> list[Pair]:
    rows = select(Pair).where(Pair.module == module, Pair.ended_at == "", or_(Pair.first == person, Pair.second == person))
    return list(session.scalars(rows.order_by(Pair.id)))


def _asked(pairs: Sequence[Pair], person: str) -> list[Pair]:
    return [pair for pair in pairs if pair.first == person and not pair.confirmed_at]


def _end(pairs: Sequence[Pair], now: str) -> None:
    for pair in pairs:
        pair.ended_at = now


def _other(pair: Pair, person: str) -> str:
    return pair.second if pair.first == person else pair.first


def _learners(group: str) -> Select[str]:
    return select(Enrolment.person).where(Enrolment.group == group, Enrolment.left_at == "", Enrolment.role == _LEARNER)
