"""Marks for written answers: given, undone, done again. The gradebook decides what counts; our table remembers how it came.

A mark stands in our table before it stands in the gradebook, so that nothing counts of which nobody knows where it is
from; when the power goes between the two, the answer still waits, and undoing such a mark changes nothing.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ailab.errors import AilabError, Refused
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.marking.answers import no_longer_aside
from ailab.office.centre.marking.gradebook_moves import as_json, from_json, move, sight_of, standing_at
from ailab.office.centre.tables import MarkMade
from ailab.office.gradebook.by_hand import Place, Standing

_LONGEST_COMMENT: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a trainer says besides the points."""

    bank: tuple[int, ...] = ()
    """Comments of the bank."""
    own: str = ""

    def json(self) -> str:
        """Return it as text."""
        return json.dumps({"bank": list(self.bank), "own": self.own}, ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is to be given."""

    place: Place
    levels: tuple[int, ...]
    points: Decimal
    said: Said
    comment: str
    """As the learner reads it."""


class MarkedMeanwhile(AilabError):
    """Somebody else was quicker; nothing of theirs was replaced."""

    def __init__(self, place: Place, standing: Standing | None) -> None:
        """Keep what stands there now."""
        self.place, self.standing = place, standing
        super().__init__("These points were changed while you looked at them. Nothing was replaced: look again.")


def give_mark(centre: Centre, mark: Mark, *, trainer: str, seen: str, now: str) -> int:
    """Save a mark and return its number; pressed twice, it is one.

    Raises
    ------
    MarkedMeanwhile
        When something else stands in the gradebook than what the trainer saw.
    """
    standing = standing_at(centre, mark.place)
    if standing is None:
        raise MarkedMeanwhile(mark.place, None)
    if len(mark.comment) > _LONGEST_COMMENT:
        raise Refused(f"This comment has {len(mark.comment)} signs. Shorten it to {_LONGEST_COMMENT}.")
    wanted = Standing(given=f"{mark.points:f}", measured=standing.measured, waiting=False, comment=mark.comment)
    if sight_of(standing) != seen:
        if standing == wanted and (number := _own(centre, mark.place, trainer)):
            return number
        raise MarkedMeanwhile(mark.place, standing)
    number = _remember(centre, mark, trainer=trainer, before=standing, after=wanted, now=now)
    if move(centre, mark.place, expected=standing, wanted=wanted) == "changed":
        _forget(centre, number)
        raise MarkedMeanwhile(mark.place, standing_at(centre, mark.place))
    return number


def _own(centre: Centre, place: Place, trainer: str) -> int | None:
    with session_of(centre) as session:
        latest = session.scalars(_of_place(place).where(MarkMade.undone_at == "").order_by(MarkMade.id.desc())).first()
        return latest.id if latest is not None and latest.by == trainer else None


def _remember(centre: Centre, mark: Mark, *, trainer: str, before: Standing, after: Standing, now: str) -> int:
    place = mark.place
    with session_of(centre) as session:
        row = MarkMade(
            person=place.learner,
            module=place.module,
            exercise=place.exercise,
            cell=place.cell,
            levels=json.dumps(mark.levels),
            points=f"{mark.points:f}",
            said=mark.said.json(),
            comment=mark.comment,
            before=as_json(before),
            after=as_json(after),
            by=trainer,
            at=now,
            undone_at="",
            is_past=False,
            told_at="",
        )
        undone = _of_exercise(place.module, place.exercise).where(MarkMade.by == trainer, MarkMade.undone_at != "")
        for each in session.scalars(undone.where(~MarkMade.is_past)):
            each.is_past = True
        session.add(row)
        no_longer_aside(session, trainer=trainer, module=place.module, exercise=place.exercise, learner=place.learner)
        session.flush()
        return row.id


def _forget(centre: Centre, number: int) -> None:
    with session_of(centre) as session:
        session.delete(session.get_one(MarkMade, number))


def undo(centre: Centre, *, trainer: str, module: str, exercise: str, learners: Collection[str], now: str) -> Place | None:
    """Take back this trainer's latest mark of the exercise and return whose it was; None when there is none left.

    Raises
    ------
    MarkedMeanwhile
        When somebody changed those points since: they stay.
    """
    with session_of(centre) as session:
        row = next(iter(_active(session, trainer, module, exercise, learners)), None)
    if row is None:
        return None
    place = _place(row)
    if move(centre, place, expected=from_json(row.after), wanted=from_json(row.before)) == "changed":
        raise MarkedMeanwhile(place, standing_at(centre, place))
    _say_undone(centre, row.id, now)
    return place


def redo(centre: Centre, *, trainer: str, module: str, exercise: str, learners: Collection[str], now: str) -> Place | None:
    """Give the mark again that was undone last; None when there is none, or another one was given since.

    Raises
    ------
    MarkedMeanwhile
        When somebody changed those points since: they stay.
    """
    with session_of(centre) as session:
        row = _undone(session, trainer, module, exercise, learners)
    if row is None:
        return None
    place = _place(row)
    _say_undone(centre, row.id, "")
    if move(centre, place, expected=from_json(row.before), wanted=from_json(row.after)) == "changed":
        _say_undone(centre, row.id, now)
        raise MarkedMeanwhile(place, standing_at(centre, place))
    return place


def _say_undone(centre: Centre, number: int, at: str) -> None:
    with session_of(centre) as session:
        row = session.get_one(MarkMade, number)
        row.undone_at, row.told_at = at, ""


def _active(session: Session, trainer: str, module: str, exercise: str, learners: Collection[str]) -> Sequence[MarkMade]:
    """Return this trainer's marks that stand, the latest first; not those that another trainer's have replaced."""
    marks = session.scalars(_of_exercise(module, exercise).where(MarkMade.undone_at == "").order_by(MarkMade.id.desc())).all()
    latest: dict[str, MarkMade] = {}
    for row in marks:
        latest.setdefault(row.person, row)
    return [row for row in marks if row.by == trainer and row.person in learners and latest[row.person].by == trainer]


def _undone(session: Session, trainer: str, module: str, exercise: str, learners: Collection[str]) -> MarkMade | None:
    """Return the mark that was undone last: of those that can be done again, the first that was given."""
    own = _of_exercise(module, exercise).where(MarkMade.by == trainer, MarkMade.undone_at != "", ~MarkMade.is_past)
    return next((row for row in session.scalars(own.order_by(MarkMade.id)) if row.person in learners), None)


def _of_exercise(module: str, exercise: str) -> Select[MarkMade]:
    return select(MarkMade).where(MarkMade.module == module, MarkMade.exercise == exercise)


def _of_place(place: Place) -> Select[MarkMade]:
    return _of_exercise(place.module, place.exercise).where(MarkMade.person == place.learner)


def _place(row: MarkMade) -> Place:
    return Place(module=row.module, exercise=row.exercise, learner=row.person, cell=row.cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The mark that stands for an answer, as it was given on this page."""

    levels: tuple[int, ...]
    said: Said
    by: str
    at: str


def given_mark(session: Session, place: Place, standing: Standing) -> Given | None:
    """Return how the points that stand in the gradebook came; None when they are not from here."""
    row = session.scalars(_of_place(place).where(MarkMade.undone_at == "").order_by(MarkMade.id.desc())).first()
    if row is None or from_json(row.after).given != standing.given or standing.given is None:
        return None
    said = json.loads(row.said)
    return Given(levels=tuple(json.loads(row.levels)), said=Said(bank=tuple(said["bank"]), own=said["own"]), by=row.by, at=row.at)
