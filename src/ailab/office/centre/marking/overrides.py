"""Points of a check that a trainer replaces, with a reason; and back to what was measured."""

import re
from decimal import Decimal
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import Translations
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.marking.gradebook_moves import as_json, from_json, move, sight_of, standing_at
from ailab.office.centre.marking.marks import MarkedMeanwhile
from ailab.office.centre.tables import Override
from ailab.office.gradebook.by_hand import GradedPlace, Place, Standing

_POINTS: Final = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,2})?")
_ARABIC_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
_SHORTEST_REASON: Final = 5
_LONGEST_REASON: Final = 500


def override(
    centre: Centre, graded: GradedPlace, *, points: str, reason: str, trainer: str, seen: str, now: str, say: Translations
) -> None:
    """Save points by hand in the place of those that a check gave.

    Raises
    ------
    Refused
        When the points are none that can be given, or no reason is written.
    MarkedMeanwhile
        When something else stands in the gradebook than what the trainer saw.
    """
    number = _points(points, graded.maximum, say)
    if len(reason.strip()) < _SHORTEST_REASON:
        raise Refused(say("Write the reason, in a few words. It stays with the points."))
    place, standing = graded.place, standing_at(centre, graded.place)
    if standing is None or sight_of(standing) != seen:
        raise MarkedMeanwhile(place, standing)
    wanted = Standing(given=f"{number:f}", measured=standing.measured, waiting=False, comment=standing.comment)
    row = _remember(centre, place, before=standing, after=wanted, reason=reason.strip()[:_LONGEST_REASON], trainer=trainer, now=now)
    if move(centre, place, expected=standing, wanted=wanted) == "changed":
        with session_of(centre) as session:
            session.delete(session.get_one(Override, row))
        raise MarkedMeanwhile(place, standing_at(centre, place))


def _points(text: str, maximum: Decimal, say: Translations) -> Decimal:
    digits = text.strip().translate(_ARABIC_DIGITS)
    number = Decimal(digits.replace(",", ".")) if _POINTS.fullmatch(digits) else None
    if number is None or number > maximum:
        raise Refused(say("Write points from 0 to {maximum}, such as 2 or 2.5.").format(maximum=f"{maximum:f}"))
    return Decimal(f"{number.normalize():f}")


def _remember(centre: Centre, place: Place, *, before: Standing, after: Standing, reason: str, trainer: str, now: str) -> int:
    with session_of(centre) as session:
        row = Override(
            person=place.learner,
            module=place.module,
            exercise=place.exercise,
            cell=place.cell,
            points=after.given or "",
            before=as_json(before),
            after=as_json(after),
            reason=reason,
            by=trainer,
            at=now,
            undone_at="",
            told_at="",
        )
        session.add(row)
        session.flush()
        return row.id


def take_back(centre: Centre, place: Place, *, trainer: str, seen: str, now: str) -> None:
    """Let the check's own points count again.

    Raises
    ------
    MarkedMeanwhile
        When something else stands in the gradebook than what the trainer saw.
    """
    standing = standing_at(centre, place)
    if standing is None or sight_of(standing) != seen:
        raise MarkedMeanwhile(place, standing)
    wanted = Standing(given=None, measured=standing.measured, waiting=standing.measured is None, comment=standing.comment)
    if move(centre, place, expected=standing, wanted=wanted) == "changed":
        raise MarkedMeanwhile(place, standing_at(centre, place))
    with session_of(centre) as session:
        rows = session.scalars(_of(place).where(Override.undone_at == "")).all()
        for row in rows:
            row.undone_at, row.told_at = now, ""
        if not rows:
            # The points by hand were given in nbgrader's own pages: learners are to be told all the same.
            session.add(_without_reason(place, standing, wanted, trainer, now))


def _without_reason(place: Place, before: Standing, after: Standing, trainer: str, now: str) -> Override:
    return Override(
        person=place.learner,
        module=place.module,
        exercise=place.exercise,
        cell=place.cell,
        points=after.measured or "",
        before=as_json(before),
        after=as_json(after),
        reason="",
        by=trainer,
        at=now,
        undone_at=now,
        told_at="",
    )


def reason_of(session: Session, place: Place, standing: Standing) -> str:
    """Return why a person gave the points that stand; empty when they are not from here."""
    row = session.scalars(_of(place).where(Override.undone_at == "").order_by(Override.id.desc())).first()
    return row.reason if row is not None and from_json(row.after).given == standing.given else ""


def _of(place: Place) -> Select[Override]:
    own = (Override.person == place.learner, Override.module == place.module, Override.exercise == place.exercise)
    return select(Override).where(*own, Override.cell == place.cell)
