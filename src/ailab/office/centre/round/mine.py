"""What one learner may know of their own round: days, attempts, results whose page was given back, certificates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.checks.findings import stars
from ailab.office.centre.folder import Centre
from ailab.office.centre.outline import Module, outline_of
from ailab.office.centre.round.dates import due_of, is_late, opens_of, zone_of
from ailab.office.centre.round.feedback import released_page
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.tables import HandedIn, Issued, Person
from ailab.office.ledger import LEDGER, Result, read_ledger

OfLearner = Mapping[str, tuple[Result, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptSeen:
    """One attempt, as its learner sees it."""

    attempt: int
    at: str
    code: str
    late: bool
    partner: str
    """Pseudonym, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSeen:
    """What came of one exercise; numbers as decimal text, None while nothing was measured."""

    status: str
    points: str | None
    maximum: str
    written_points: str | None
    written_maximum: str
    stars: int | None
    """None where a track shows points, and before there are any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleSeen:
    """One module that was handed in, or has a last day."""

    opens_at: str
    due_at: str
    attempts: tuple[AttemptSeen, ...]
    results: Mapping[str, ResultSeen]
    """By exercise: those whose page may be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSeen:
    """One certificate."""

    number: int
    kind: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """Everything that is a learner's own."""

    zone: str
    modules: Mapping[str, ModuleSeen]
    certificates: tuple[CertificateSeen, ...]


def mine_of(session: Session, centre: Centre, learner: str) -> Mine:
    """Return what a learner may know."""
    results = results_of(centre).get(learner, ())
    found = {module.slug: _module(session, centre, learner, module, results) for module in outline_of(centre).modules}
    return Mine(
        zone=zone_of(session, learner, centre.settings.time_zone),
        modules={slug: seen for slug, seen in found.items() if seen.attempts or seen.due_at or seen.opens_at or seen.results},
        certificates=tuple(CertificateSeen(number=row.id, kind=row.kind, at=row.at) for row in _certificates(session, learner)),
    )


def own_certificate(session: Session, learner: str, number: int) -> Issued | None:
    """Return a certificate when it is this learner's and stands."""
    return next((row for row in _certificates(session, learner) if row.id == number), None)


def _certificates(session: Session, learner: str) -> Sequence[Issued]:
    # What issues certificates loads what prints them: too much for who only reads.
    return session.scalars(select(Issued).where(Issued.person == learner, Issued.revoked_at == "").order_by(Issued.id.desc())).all()


def attempt_seen(session: Session, row: HandedIn, due: str) -> AttemptSeen:
    """Return an attempt as its learner sees it."""
    partner = session.scalar(select(Person.pseudonym).where(Person.id == row.partner)) if row.partner else ""
    return AttemptSeen(attempt=row.attempt, at=row.at, code=row.code, late=is_late(row.at, due), partner=partner or "")


def results_of(centre: Centre) -> OfLearner:
    """Return the latest result of every exercise, by learner; read again when the ledger has grown."""
    path = centre.course / LEDGER
    try:
        known = path.stat()
    except FileNotFoundError:
        return MappingProxyType({})
    return _results(path, known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=2)
def _results(path: Path, _size: int, _changed: int) -> OfLearner:
    # In the order of the file: who hands in again what they had before has that again, under its old number.
    last = {(result.learner, result.module, result.exercise): result for result in read_ledger(path)}
    found: dict[str, tuple[Result, ...]] = {}
    for result in last.values():
        found[result.learner] = (*found.get(result.learner, ()), result)
    return MappingProxyType(found)


def _module(session: Session, centre: Centre, learner: str, module: Module, results: Sequence[Result]) -> ModuleSeen:
    due = due_of(session, learner, module.slug)
    own = [result for result in results if result.module == module.slug and released_page(centre, learner, module.slug, result.exercise)]
    return ModuleSeen(
        opens_at=opens_of(session, learner, module.slug),
        due_at=due,
        attempts=tuple(attempt_seen(session, row, due) for row in attempts_of(session, learner, module.slug)),
        results={result.exercise: _result(result, has_stars=module.results == "stars") for result in own},
    )


def _result(result: Result, *, has_stars: bool) -> ResultSeen:
    possible = result.total_maximum
    shown = has_stars and possible and result.points is not None
    earned = Fraction(result.points or 0) + Fraction(result.written_points or 0)
    return ResultSeen(
        status=result.status,
        points=result.points,
        maximum=result.maximum,
        written_points=result.written_points,
        written_maximum=result.written_maximum,
        stars=stars(min(earned / possible, Fraction(1))) if shown else None,
    )
