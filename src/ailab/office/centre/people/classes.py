"""Classes and who is in them."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused, UnknownName
from ailab.lang import LANGUAGES
from ailab.office.centre.people.instants import instant_text
from ailab.office.centre.tables import Enrolment, Group, Person

Role = Literal["learner", "trainer"]
BANDS: Final = ("8-10", "11-14", "15-17", "18-35", "teachers")
_SLUG: Final = re.compile(r"[a-z][a-z0-9_-]{0,31}")


def make_group(
    session: Session,
    *,
    id: str,  # noqa: A002 - the column's name
    title: str,
    language: str,
    edition: str,
    time_zone: str,
    now: datetime,
    band: str = "",
    form: str = "python",
    track: str = "",
    modules: Sequence[str] = (),
    series: str = "workshop",
    starts_on: str = "",
    ends_on: str = "",
) -> Group:
    """Make a class.

    Raises
    ------
    Refused
        When its id is taken, or a value is none of those there are.
    """
    _expect_values(id, title, language, time_zone, band)
    if session.get(Group, id) is not None:
        raise Refused(f"There is a class '{id}' already. Choose another id.")
    group = Group(
        id=id,
        title=title.strip(),
        language=language,
        edition=edition,
        time_zone=time_zone,
        band=band,
        form=form,
        track=track,
        modules=",".join(modules),
        series=series,
        starts_on=starts_on,
        ends_on=ends_on,
        created_at=instant_text(now),
    )
    session.add(group)
    session.flush()
    return group


def _expect_values(slug: str, title: str, language: str, time_zone: str, band: str) -> None:
    if not _SLUG.fullmatch(slug):
        raise Refused(f"'{slug}' can't be the id of a class. Write small letters, digits, '_' and '-', the first a letter.")
    if not title.strip():
        raise Refused(f"The class '{slug}' has no title. Give the one that stands on cards and lists.")
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    if band and band not in BANDS:
        raise UnknownName("band", band, BANDS)
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(f"'{time_zone}' is no time zone. Write one like Africa/Algiers.") from None


def open_groups(session: Session) -> list[Group]:
    """Return the classes that go on, by title."""
    return list(session.scalars(select(Group).where(Group.is_open).order_by(Group.title, Group.id)))


def expect_group(session: Session, group: str) -> Group:
    """Return a class.

    Raises
    ------
    UnknownName
        When there is none of this id.
    """
    found = session.get(Group, group)
    if found is None:
        raise UnknownName("class", group, session.scalars(select(Group.id)))
    return found


def enrol(session: Session, *, person: str, group: str, role: Role = "learner", now: datetime) -> Enrolment:
    """Put somebody into a class; who left comes back to what was theirs."""
    found = session.scalars(select(Enrolment).where(Enrolment.person == person, Enrolment.group == group)).one_or_none()
    if found is None:
        found = Enrolment(person=person, group=group, role=role, since=instant_text(now), left_at="")
        session.add(found)
    found.role, found.left_at = role, ""
    session.flush()
    return found


def leave(session: Session, *, person: str, group: str, now: datetime) -> bool:
    """Note that somebody left a class, and tell whether they were in it; all their work stays."""
    found = session.scalars(select(Enrolment).where(Enrolment.person == person, Enrolment.group == group)).one_or_none()
    if found is None or found.left_at:
        return False
    found.left_at = instant_text(now)
    return True


def learners_of(session: Session, group: str) -> list[Person]:
    """Return the learners who are in a class now, by pseudonym."""
    return _members(session, group, "learner")


def trainers_of(session: Session, group: str) -> list[Person]:
    """Return the trainers of a class, by pseudonym."""
    return _members(session, group, "trainer")


def _members(session: Session, group: str, role: Role) -> list[Person]:
    inside = Enrolment.group == group, Enrolment.role == role, Enrolment.left_at == "", Person.is_active
    return list(session.scalars(select(Person).join(Enrolment, Enrolment.person == Person.id).where(*inside).order_by(Person.login)))


def first_class(session: Session, person: str) -> Group | None:
    """Return the class somebody is in, an open one before others; None for nobody's."""
    of_class = select(Group).join(Enrolment, Enrolment.group == Group.id).where(Enrolment.person == person, Enrolment.left_at == "")
    return session.scalars(of_class.order_by(Group.is_open.desc(), Enrolment.since.desc(), Group.id).limit(1)).first()


def language_of(session: Session, person: str) -> str:
    """Return the language of somebody's class; empty when they are in none."""
    group = first_class(session, person)
    return group.language if group else ""
