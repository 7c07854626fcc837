"""Classes: what a trainer may change about one, which modules it does, who moves where."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import EMPTY, LANGUAGES, Translations
from ailab.office.centre.outline import Module, Outline
from ailab.office.centre.tables import Enrolment, Group, Person

BANDS: Final = ("8-10", "11-14", "15-17", "18-35", "teachers")
FORMS: Final = ("pad", "python")
EDITIONS: Final = ("ma", "dz")
_LONGEST_TITLE: Final = 80
_PARTS: Final = re.compile(r"(\d+)")


def change_group(
    group: Group,
    *,
    title: str,
    language: str,
    band: str,
    edition: str,
    time_zone: str,
    form: str,
    starts_on: str,
    ends_on: str,
    say: Translations = EMPTY,
) -> None:
    """Change the settings of a class, all of them or none.

    Raises
    ------
    Refused
        When one of them can't be; its words are the reader's.
    """
    if not title.strip() or len(title) > _LONGEST_TITLE or not title.isprintable():
        raise Refused(say("The class needs a name of 1 to {count} signs.").format(count=_LONGEST_TITLE))
    for value, known in ((language, LANGUAGES), (band, ("", *BANDS)), (edition, EDITIONS), (form, FORMS)):
        if value not in known:
            raise Refused(
                say("“{given}” can't be chosen here. Choose one of: {known}.").format(given=value, known=", ".join(filter(None, known)))
            )
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(
            say("“{given}” is no time zone. Write one like {example}.").format(given=time_zone, example="Africa/Algiers")
        ) from None
    for day in (starts_on, ends_on):
        expect_day(day, say=say)
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused(say("The last day lies before the first. Choose a later last day."))
    group.title, group.language, group.band, group.edition = title.strip(), language, band, edition
    group.time_zone, group.form, group.starts_on, group.ends_on = time_zone, form, starts_on, ends_on


def expect_day(text: str, *, say: Translations = EMPTY) -> date | None:
    """Return the day that a form gives, None for an empty text.

    Raises
    ------
    Refused
        When it is no day.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(say("“{given}” is no day. Write it like {example}.").format(given=text, example="2026-11-20")) from None


def choose_modules(group: Group, slugs: Sequence[str], outline: Outline, *, say: Translations = EMPTY) -> None:
    """Say which modules a class does; none named means all of its track.

    Raises
    ------
    Refused
        When the course has no such module.
    """
    known = [module.slug for module in outline.modules]
    if strange := [slug for slug in slugs if slug not in known]:
        raise Refused(say("“{given}” can't be chosen here. Choose one of: {known}.").format(given=strange[0], known=", ".join(known)))
    group.modules = ",".join(slug for slug in known if slug in slugs)


def modules_of(group: Group, outline: Outline) -> tuple[Module, ...]:
    """Return the modules of a class, in the order of the course: those named, else its track's, else all."""
    chosen = {slug.strip() for slug in group.modules.split(",")} - {""}
    if chosen:
        return tuple(module for module in outline.modules if module.slug in chosen)
    return tuple(module for module in outline.modules if group.track in ("", module.track))


def in_order(people: Iterable[Person]) -> list[Person]:
    """Return people by pseudonym, as a person would sort them: Gazelle 2 before Gazelle 10."""
    return sorted(
        people, key=lambda each: [(int(part), "") if part.isdecimal() else (-1, part) for part in _PARTS.split(each.pseudonym.casefold())]
    )


def groups_of(session: Session, person: str) -> tuple[Group, ...]:
    """Return the classes that somebody is in now, as learner or trainer."""
    own = select(Enrolment.group).where(Enrolment.person == person, Enrolment.left_at == "")
    return tuple(session.scalars(select(Group).where(Group.id.in_(own)).order_by(Group.title)))
