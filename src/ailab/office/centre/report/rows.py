"""One row a learner, from the database and the ledger: what was true at the end of the period."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import EMPTY, Translations
from ailab.office.centre.attendance import attendance_facts
from ailab.office.centre.awards import policies_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.groups import modules_of
from ailab.office.centre.outline import Module, Outline, outline_of
from ailab.office.centre.report.records import NOT_GIVEN, Period, Row
from ailab.office.centre.tables import Enrolment, Group, Issued, Person
from ailab.office.certificates.facts import Facts, LearnerId, Meeting, Presence
from ailab.office.certificates.measure import measure
from ailab.office.certificates.policy import AttendanceRule
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

_USUAL: Final = AttendanceRule(id="hours", series="workshop", at_least=Fraction(3, 4), excused_at_most=1)
_OLDEST: Final = 100
_AGES: Final = ((8, 10), (11, 14), (15, 17), (18, 35))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What all rows are made from."""

    session: Session
    period: Period
    rule: AttendanceRule
    outline: Outline
    results: Mapping[str, tuple[Result, ...]]
    certified: Collection[str]
    first: str
    end: str
    """Instants; the second is the first one after the period."""


def period_of(first: str, last: str, *, say: Translations = EMPTY) -> Period:
    """Return the period between two days.

    Raises
    ------
    Refused
        When one is no day, or they stand the wrong way round.
    """
    for text in (first, last):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Refused(say("“{given}” is no day. Write it like {example}.").format(given=text, example="2026-11-20")) from None
    if last < first:
        raise Refused(say("The last day lies before the first. Choose a later last day."))
    return Period(first=first, last=last)


def rows_of(session: Session, centre: Centre, period: Period) -> tuple[Row, ...]:
    """Return a row for everybody who was a learner within the period."""
    known = _known(session, centre, period)
    groups = {group.id: group for group in session.scalars(select(Group))}
    joined = _joined(session, known)
    people = {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(joined)))}
    return tuple(_row(known, people[person], groups[group]) for person, group in sorted(joined.items()) if person in people)


def _known(session: Session, centre: Centre, period: Period) -> _Known:
    zone = ZoneInfo(centre.settings.time_zone)
    first, end = _instant(period.first, zone), _instant(period.last, zone, days=1)
    results: dict[str, list[Result]] = {}
    for result in latest_results(read_ledger(centre.course / LEDGER)):
        if result.recorded_at < end:
            results.setdefault(result.learner, []).append(result)
    issued = select(Issued.person).where(Issued.at >= first, Issued.at < end, Issued.revoked_at == "")
    return _Known(
        session=session,
        period=period,
        rule=_rule(centre),
        outline=outline_of(centre),
        results={learner: tuple(own) for learner, own in results.items()},
        certified=frozenset(session.scalars(issued)),
        first=first,
        end=end,
    )


def _rule(centre: Centre) -> AttendanceRule:
    """Return the rule of the centre's policy of participation."""
    rules = [rule for policy in policies_of(centre) for rule in policy.rules if isinstance(rule, AttendanceRule)]
    return rules[0] if rules else _USUAL


def share_of(centre: Centre) -> int:
    """Return how many percent of the scheduled time count as attended."""
    return int(_rule(centre).at_least * 100)


def _instant(day: str, zone: ZoneInfo, *, days: int = 0) -> str:
    moment = datetime.combine(date.fromisoformat(day) + timedelta(days=days), time(), zone)
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _joined(session: Session, known: _Known) -> dict[str, str]:
    """Return each learner's class: the one joined last, so that nobody is counted twice."""
    there = (Enrolment.role == "learner", Enrolment.since < known.end, (Enrolment.left_at == "") | (Enrolment.left_at >= known.first))
    found = session.scalars(select(Enrolment).where(*there).order_by(Enrolment.since, Enrolment.id))
    return {each.person: each.group for each in found}


def _row(known: _Known, person: Person, group: Group) -> Row:
    meetings, presences = _attendance(known, person, group)
    return Row(
        group=group.id,
        title=group.title,
        city=" ".join(person.place.split()),
        gender=person.gender if person.gender in ("f", "m") else NOT_GIVEN,
        band=group.band or _band(person.birth_year, date.fromisoformat(known.period.first).year),
        minutes=_minutes(meetings, presences),
        attended=_attended(known, person, group, meetings, presences),
        completed=_completed(known, person, modules_of(group, known.outline)),
        certified=person.id in known.certified,
    )


def _attendance(known: _Known, person: Person, group: Group) -> tuple[frozenset[Meeting], frozenset[Presence]]:
    meetings, presences = attendance_facts(known.session, group, person.id)
    within = frozenset(each for each in meetings if known.first <= each.starts_at < known.end)
    held = {each.meeting for each in within if not each.cancelled}
    return within, frozenset(each for each in presences if each.meeting in held)


def _minutes(meetings: Collection[Meeting], presences: Collection[Presence]) -> int | None:
    # Excused is not zero, and nor is a register that nobody filled in.
    lengths = {each.meeting: each.minutes for each in meetings}
    known = [min(each.minutes, lengths[each.meeting]) for each in presences if each.minutes is not None]
    return sum(known) if known else None


def _attended(known: _Known, person: Person, group: Group, meetings: frozenset[Meeting], presences: frozenset[Presence]) -> bool:
    rule = msgspec.structs.replace(known.rule, series=group.series)
    facts = Facts(learner=LearnerId(person.id), language="en", meetings=meetings, presences=presences)
    return measure(rule, facts, datetime.fromisoformat(known.end)).status == "met"


def _completed(known: _Known, person: Person, modules: Sequence[Module]) -> bool:
    """Tell whether every core exercise of a module has a result; every exercise, where the module names no core."""
    done = {(each.module, each.exercise) for each in known.results.get(person.id, ()) if each.status == "graded"}
    return any(needed <= done for module in modules if (needed := frozenset(_needed(module))))


def _needed(module: Module) -> Iterator[tuple[str, str]]:
    core = [each for each in module.exercises if each.is_core]
    return ((module.slug, each.slug) for each in core or module.exercises)


def _band(birth_year: int | None, year: int) -> str:
    """Return the band of an age; none for one that no band is for."""
    age = year - birth_year if birth_year else _OLDEST
    return next((f"{low}-{high}" for low, high in _AGES if low <= age <= high), NOT_GIVEN)
