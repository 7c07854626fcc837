"""A class on the last day of its workshop, as a trainer has set it up: pictures and codes, sessions, a register, consents. Nobody here is real."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from ailab.office.centre import Centre as State
from ailab.office.centre import session_of, upgrade
from ailab.office.centre.attendance import enter
from ailab.office.centre.consent import PURPOSES, enter_consent
from ailab.office.centre.people import NewSecret, add_learners, add_trainer, make_group
from ailab.office.centre.tables import Meeting, Person
from tests.hub.living import GROUP, TRAINER

MODULE: Final = "classifiers"
OTHER_GROUP: Final = "evening"
OTHER_TRAINER: Final = "other"
ZONE: Final = "Africa/Casablanca"
MINUTES: Final = 120
_DAYS_BEFORE: Final = (2, 1)
_KINDS: Final = ("pictures", "pin", "pin", "pictures")
"""The first works in a browser; the second says no to a certificate; the third was away; the fourth comes late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """Who is there, and what they type or press."""

    learners: tuple[NewSecret, ...]
    trainer: NewSecret
    other: NewSecret
    """The trainer of another class."""


def last_day(state: State, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> LastDay:
    """Set the class up."""
    upgrade(state)
    at = now()
    with session_of(state) as session:
        for slug, title in ((GROUP, "قسم المثال"), (OTHER_GROUP, "قسم المساء")):
            make_group(session, id=slug, title=title, language="ar", edition="ma", time_zone=ZONE, modules=(MODULE,), now=at)
        learners = tuple(add_learners(session, state, group=GROUP, count=1, kind=kind, now=at)[0] for kind in _KINDS)
        trainer = add_trainer(session, state, login=TRAINER, display_name="Sample trainer", language="fr", groups=(GROUP,), now=at)
        other = add_trainer(session, state, login=OTHER_TRAINER, language="fr", groups=(OTHER_GROUP,), now=at)
        session.flush()
        _name(session, learners)
        _agree(session, learners, trainer.person, at)
        _keep_register(session, learners, trainer.person, at)
    return LastDay(learners=learners, trainer=trainer, other=other)


def _name(session: Session, learners: tuple[NewSecret, ...]) -> None:
    for number, each in enumerate(learners, 1):
        person = session.get_one(Person, each.person)
        person.display_name = f"متعلم نموذجي رقم {number}"


def _agree(session: Session, learners: tuple[NewSecret, ...], trainer: str, at: datetime) -> None:
    day, stamp = at.date().isoformat(), _text(at)
    for number, each in enumerate(learners):
        for purpose in PURPOSES:
            enter_consent(session, each.person, purpose, is_given=number != 1, on=day, today=day, by=trainer, at=stamp)


def _keep_register(session: Session, learners: tuple[NewSecret, ...], trainer: str, at: datetime) -> None:
    """Plan three days, of which two are in the register."""
    *before, _today = (_meeting(session, starts) for starts in _starts(at))
    for meeting in before:
        for number, each in enumerate(learners):
            enter(session, meeting, each.person, "absent" if number == 2 else "here", by=trainer, at=_text(at))


def _meeting(session: Session, starts: datetime) -> Meeting:
    title = f"{starts.astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}"
    meeting = Meeting(group=GROUP, title=title, starts_at=_text(starts), minutes=MINUTES)
    session.add(meeting)
    session.flush()
    return meeting


def _starts(at: datetime) -> Iterator[datetime]:
    """Yield when the days began: the last one today, as the calendar of the place has it, and not in the future."""
    midnight = at.astimezone(ZoneInfo(ZONE)).replace(hour=0, minute=0, second=0, microsecond=0)
    today = max(midnight, at - timedelta(hours=1)).astimezone(UTC).replace(microsecond=0)
    yield from (today - timedelta(days=days) for days in _DAYS_BEFORE)
    yield today


def _text(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
