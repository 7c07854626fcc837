"""The answers to one exercise of a class, whoever they are of: in which order, how far along, which comes next."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.office.centre.folder import Centre
from ailab.office.centre.marking.tokens import token_of
from ailab.office.centre.tables import SetAside
from ailab.office.gradebook.by_hand import GradedPlace, read_places

State = Literal["waiting", "marked", "blank", "measured"]
"""waiting   a person has to look        blank      nothing was written: 0 points by themselves
marked    a person gave points        measured   has no written part, or points by the check alone
"""
_AUTOGRADED: Final = "autograded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one learner handed in for one exercise."""

    token: str
    learner: str
    """For the machine; no page shows it."""
    written: GradedPlace | None
    checks: tuple[GradedPlace, ...]
    is_aside: bool
    """This trainer wants to look at it again later."""

    @property
    def state(self) -> State:
        """Return how far along it is."""
        if self.written is None:
            return "measured"
        standing = self.written.standing
        if standing.waiting:
            return "waiting"
        return "marked" if standing.given is not None else "blank"

    @property
    def needs_a_look(self) -> bool:
        """Tell whether the check's points wait for a person: it broke, or it ran again after somebody had given points."""
        return any(each.standing.waiting for each in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """The answers to one exercise, in this trainer's order; those who wrote nothing stand at the end."""

    module: str
    exercise: str
    answers: tuple[Answer, ...]

    def count(self, state: State) -> int:
        """Return how many answers are that far along."""
        return sum(answer.state == state for answer in self.answers)

    @property
    def to_mark(self) -> tuple[Answer, ...]:
        """Return the answers that somebody wrote."""
        return tuple(answer for answer in self.answers if answer.state in ("waiting", "marked"))

    @property
    def has_written(self) -> bool:
        """Tell whether the exercise has a written part."""
        return any(answer.written is not None for answer in self.answers)

    def find(self, token: str) -> Answer | None:
        """Return the answer behind a token."""
        return next((answer for answer in self.answers if answer.token == token), None)

    def position(self, answer: Answer) -> tuple[int, int]:
        """Return the answer's number and of how many."""
        row = self.to_mark if answer in self.to_mark else self.answers
        return row.index(answer) + 1, len(row)

    def after(self, token: str) -> Answer | None:
        """Return the next answer that waits, going round; those set aside come last. None when all is done."""
        tokens = [answer.token for answer in self.answers]
        start = tokens.index(token) + 1 if token in tokens else 0
        waiting = [answer for answer in (*self.answers[start:], *self.answers[:start]) if answer.state == "waiting"]
        first = [answer for answer in waiting if not answer.is_aside and answer.token != token]
        return next(iter([*first, *(answer for answer in waiting if answer.is_aside), *waiting]), None)

    def beside(self, token: str, step: int) -> Answer | None:
        """Return the answer before or after this one, whatever its state."""
        row = [answer.token for answer in self.answers]
        at = row.index(token) + step
        return self.answers[at] if 0 <= at < len(row) else None


def pile_of(session: Session, centre: Centre, *, trainer: str, module: str, exercise: str, learners: Collection[str]) -> Pile:
    """Return what these learners handed in for an exercise and the grader has seen."""
    places = [each for each in read_places(centre.database_url("gradebook"), module, exercise) if each.place.learner in learners]
    aside = _set_aside(session, trainer, module, exercise)
    answers = list(_answers(centre, trainer, module, exercise, places, aside))
    answers.sort(key=lambda each: (each.state == "blank", each.token))
    return Pile(module=module, exercise=exercise, answers=tuple(answers))


def _answers(
    centre: Centre, trainer: str, module: str, exercise: str, places: Sequence[GradedPlace], aside: Collection[str]
) -> Iterator[Answer]:
    by_learner: dict[str, list[GradedPlace]] = {}
    for each in places:
        by_learner.setdefault(each.place.learner, []).append(each)
    for learner, own in by_learner.items():
        if (centre.course / _AUTOGRADED / learner / module / f"{exercise}.ipynb").is_file():
            yield Answer(
                token=token_of(centre, trainer, module, exercise, learner),
                learner=learner,
                written=next((each for each in own if each.kind == "written"), None),
                checks=tuple(each for each in own if each.kind == "check"),
                is_aside=learner in aside,
            )


def _set_aside(session: Session, trainer: str, module: str, exercise: str) -> frozenset[str]:
    own = (SetAside.by == trainer, SetAside.module == module, SetAside.exercise == exercise)
    return frozenset(session.scalars(select(SetAside.person).where(*own)))


def set_aside(session: Session, *, trainer: str, module: str, exercise: str, learner: str, now: str) -> None:
    """Remember that this trainer wants to look at an answer again later."""
    if learner not in _set_aside(session, trainer, module, exercise):
        session.add(SetAside(person=learner, module=module, exercise=exercise, by=trainer, at=now))


def no_longer_aside(session: Session, *, trainer: str, module: str, exercise: str, learner: str) -> None:
    """Forget that an answer was set aside."""
    own = (SetAside.by == trainer, SetAside.module == module, SetAside.exercise == exercise, SetAside.person == learner)
    for row in session.scalars(select(SetAside).where(*own)):
        session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much of an exercise waits for a person."""

    module: str
    exercise: str
    written: int
    """Answers that are to be marked."""
    checks: int
    """Points of checks that wait for a look."""
    marked: int


def waiting_of(centre: Centre, modules: Collection[str], learners: Collection[str]) -> tuple[Waiting, ...]:
    """Return the exercises with a written part, or with anything that waits, in the order of modules given."""
    return tuple(each for module in modules for each in _waiting(centre, module, learners))


def _waiting(centre: Centre, module: str, learners: Collection[str]) -> Iterator[Waiting]:
    places = [each for each in read_places(centre.database_url("gradebook"), module) if each.place.learner in learners]
    waiting: Mapping[tuple[str, str], int] = Counter((each.place.exercise, each.kind) for each in places if each.standing.waiting)
    marked = Counter(each.place.exercise for each in places if each.kind == "written" and _is_marked(each))
    written = {each.place.exercise for each in places if each.kind == "written"}
    for exercise in sorted(written | {name for name, _ in waiting}):
        yield Waiting(
            module=module,
            exercise=exercise,
            written=waiting[exercise, "written"],
            checks=waiting[exercise, "check"],
            marked=marked[exercise],
        )


def _is_marked(each: GradedPlace) -> bool:
    return each.standing.given is not None and not each.standing.waiting
