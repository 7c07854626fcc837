"""Who gets in, and how often somebody may try.

First a name at one machine: five tries in ten minutes, so a prankster shuts a friend out at the prankster's own machine
alone. Then the name everywhere, then the name for a day, which a trainer opens again. Last a machine, or a class behind
one address: a high number, and who got in from there before is let try all the same.

A name that nobody has is counted and answered as one that somebody has, in the same time. A try is written down as failed
before the secret is looked at: a hundred guesses at once are a hundred tries. Instants count by their distance from now,
whichever side they lie on: a clock that jumps back locks nobody out, and lets nobody guess for longer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from typing import Final, Literal

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from ailab.lang import Language, library_translations
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.people.classes import language_of
from ailab.office.centre.people.hashes import matches
from ailab.office.centre.people.instants import instant_text
from ailab.office.centre.people.logins import folded
from ailab.office.centre.people.passphrases import typed_passphrase
from ailab.office.centre.people.pictures import chosen_pictures
from ailab.office.centre.people.pins import typed_pin
from ailab.office.centre.tables import Person, Try
from ailab.office.certificates.facts import instant

WINDOW: Final = timedelta(minutes=10)
DAY: Final = timedelta(hours=24)
MOST_HERE: Final = 5
"""For one name at one address within ten minutes."""
MOST_ANYWHERE: Final = 10
"""For one name within ten minutes, from all addresses."""
MOST_A_DAY: Final = 20
"""For one name; three pictures of twelve can be 1,320 things."""
MOST_OF_ADDRESS: Final = 100
"""From one address within ten minutes, on all names: a class of a hundred may mistype once each."""
_KEPT: Final = timedelta(days=90)
_LONGEST: Final = 200

Why = Literal["wrong", "locked", "daily", "address"]
Where = ColumnElement[bool]
_TYPED: Final[Mapping[str, Callable[[str], str]]] = {"pin": typed_pin, "pictures": chosen_pictures, "passphrase": typed_passphrase}


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Somebody gave their login and their secret."""

    person: str
    kind: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody did not get in."""

    why: Why
    minutes: int = 0
    """Until the next try is looked at; 0 when it may follow at once."""

    def words(self, language: Language) -> str:
        """Return what to say about it."""
        say = library_translations(language)
        said = {
            "wrong": say("This name and this secret do not belong together. Try once more."),
            "locked": say("Too many tries with this name. Wait {minutes} min, or ask your trainer."),
            "daily": say("Too many tries with this name today. Ask your trainer to open it again."),
            "address": say("Too many tries from this machine. Wait {minutes} min, or ask your trainer."),
        }
        return said[self.why].format(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Knock:
    """A try that was written down."""

    number: int
    person: str
    kind: str
    language: str
    secret_kind: str
    stored: str


def admit(centre: Centre, *, login: str, secret: str, address: str, now: datetime) -> Admitted | Refusal:
    """Let somebody in or not; the database is not held while the secret is looked at."""
    with session_of(centre) as session:
        knock = _knock(session, login, address, now)
    if isinstance(knock, Refusal):
        return knock
    if not _fits(knock, secret):
        return Refusal(why="wrong")
    with session_of(centre) as session:
        return _enter(session, knock, now)


def authenticate(session: Session, *, login: str, secret: str, address: str, now: datetime) -> Admitted | Refusal:
    """Let somebody in or not, within one transaction; the caller keeps it in both cases."""
    knock = _knock(session, login, address, now)
    if isinstance(knock, Refusal):
        return knock
    return _enter(session, knock, now) if _fits(knock, secret) else Refusal(why="wrong")


def is_locked(session: Session, *, person: str, now: datetime) -> bool:
    """Tell whether somebody is kept out now, at one machine at least, so that a trainer may open the door again."""
    mine = Try.login == session.scalars(select(Person.login).where(Person.id == person)).one()
    if _count(session, now, DAY, mine) >= MOST_A_DAY or _count(session, now, WINDOW, mine) >= MOST_ANYWHERE:
        return True
    places = session.scalars(select(Try.address).where(mine, *_around(now, WINDOW)).distinct())
    return any(_failed_here(session, now, mine, Try.address == place) >= MOST_HERE for place in places)


def unlock(session: Session, *, person: str) -> int:
    """Forget the failed tries at a name and return how many there were."""
    login = session.scalars(select(Person.login).where(Person.id == person)).one()
    failed = list(session.scalars(select(Try).where(Try.login == login, Try.worked.is_(False))))
    for attempt in failed:
        session.delete(attempt)
    return len(failed)


def _knock(session: Session, login: str, address: str, now: datetime) -> _Knock | Refusal:
    name, found = _person(session, login)
    attempt = Try(login=name, address=address[:_LONGEST], at=instant_text(now), worked=False, person=found.id if found else None)
    session.add(attempt)
    # Writing first takes the database's lock: no two tries count the same ones before them.
    session.flush()
    refusal = _refusal(session, attempt, now)
    if refusal:
        # Who goes on pressing does not lengthen the wait.
        session.delete(attempt)
        return refusal
    if found is None:
        return _Knock(number=attempt.id, person="", kind="", language="", secret_kind="", stored="")
    return _Knock(
        number=attempt.id,
        person=found.id,
        kind=found.kind,
        language=found.language,
        secret_kind=found.secret_kind,
        stored=found.secret if found.is_active else "",
    )


def _person(session: Session, login: str) -> tuple[str, Person | None]:
    name = folded(login)
    found = session.scalars(select(Person).where(Person.login == name)).one_or_none() if name.isalnum() else None
    # What nobody is called may be somebody's real name, or a secret typed into the wrong box: it is not kept.
    return (name, found) if found else (f"?{sha256(name.encode('utf-8', 'replace')).hexdigest()[:24]}", None)


def _refusal(session: Session, attempt: Try, now: datetime) -> Refusal | None:
    mine, here = Try.login == attempt.login, Try.address == attempt.address
    if _count(session, now, DAY, mine) > MOST_A_DAY:
        return Refusal(why="daily")
    if _failed_here(session, now, mine, here) > MOST_HERE or _count(session, now, WINDOW, mine) > MOST_ANYWHERE:
        return Refusal(why="locked", minutes=_wait(session, now, mine))
    if _count(session, now, WINDOW, here) > MOST_OF_ADDRESS and not _last_entry(session, mine, here):
        return Refusal(why="address", minutes=_wait(session, now, here))
    return None


def _failed_here(session: Session, now: datetime, mine: Where, here: Where) -> int:
    return _count(session, now, WINDOW, mine, here, Try.id > _last_entry(session, mine, here))


def _last_entry(session: Session, mine: Where, here: Where) -> int:
    """Return the number of the last try that worked with this name at this address, 0 for none."""
    return session.scalar(select(func.max(Try.id)).where(mine, here, Try.worked.is_(True))) or 0


def _count(session: Session, now: datetime, within: timedelta, *where: Where) -> int:
    failed = select(func.count()).select_from(Try).where(Try.worked.is_(False), *_around(now, within), *where)
    return session.scalar(failed) or 0


def _around(now: datetime, within: timedelta) -> tuple[Where, Where]:
    return Try.at > instant_text(now - within), Try.at < instant_text(now + within)


def _wait(session: Session, now: datetime, where: Where) -> int:
    """Return the minutes until the first of the tries no longer counts."""
    first = session.scalar(select(func.min(Try.at)).where(Try.worked.is_(False), *_around(now, WINDOW), where))
    left_s = (instant(first or instant_text(now)) + WINDOW - now).total_seconds()
    return max(1, min(ceil(left_s / 60), int(WINDOW.total_seconds()) // 60))


def _fits(knock: _Knock, secret: str) -> bool:
    typed = _TYPED.get(knock.secret_kind, str)(secret[:_LONGEST])
    return matches(typed or " ", knock.stored)


def _enter(session: Session, knock: _Knock, now: datetime) -> Admitted:
    attempt = session.get(Try, knock.number)
    if attempt:
        attempt.worked = True
    _forget_old(session, now)
    return Admitted(person=knock.person, kind=knock.kind, language=knock.language or language_of(session, knock.person))


def _forget_old(session: Session, now: datetime) -> None:
    before, after = _around(now, _KEPT)
    session.execute(delete(Try).where(~before | ~after))
