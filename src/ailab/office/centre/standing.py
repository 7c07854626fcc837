"""Where a class stands, and who needs a trainer now: from result records, nothing else. Nobody is ranked.

results ─┬─ cells_of          learner × exercise: what came of it
         ├─ hard_places       exercise: how many solved it, which wrong ideas came up, with whom
         └─ who_needs_help    learner: reasons to go and sit with them
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from ailab.office.ledger import Result

State = Literal["none", "waiting", "unreadable", "zero", "part", "full"]
"""none: nothing handed in, or not graded yet   waiting: a person's mark is to come   zero, part, full: points"""
Kind = Literal["not_handed_in", "stuck", "repeated", "absent", "hints", "unreadable"]
"""stuck: the same wrong idea in several attempts at one exercise; repeated: the same one in several exercises"""

_STUCK_FROM: Final = 2
_ABSENT_FROM: Final = 2
_HINTS_FROM: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What came of one learner's work at one exercise."""

    state: State
    points: Fraction | None = None
    maximum: Fraction = Fraction(0)
    attempts: int = 0
    is_late: bool = False
    hints: int = 0
    misconception: str = ""
    """Of the last attempt, unless it earned everything."""
    notes: tuple[str, ...] = ()


EMPTY: Final = Cell(state="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """A wrong idea, and who has it now."""

    misconception: str
    learners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HardPlace:
    """How a class gets on with one exercise."""

    module: str
    exercise: str
    full: int
    part: int
    zero: int
    waiting: int
    unreadable: int
    none: int
    hints: int
    """Hints that were shown to all of them together."""
    ideas: tuple[Stuck, ...]
    """Wrong ideas, the most frequent first."""

    @property
    def graded(self) -> int:
        """Return how many have points."""
        return self.full + self.part + self.zero

    @property
    def solved(self) -> Fraction | None:
        """Return the share of the graded that earned everything; None while nobody has points."""
        return Fraction(self.full, self.graded) if self.graded else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why somebody should look after a learner."""

    kind: Kind
    items: tuple[str, ...] = ()
    """Modules, exercises or meetings."""
    misconception: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A learner, and every reason."""

    learner: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """What is known about a class."""

    learners: tuple[str, ...]
    exercises: tuple[tuple[str, str], ...]
    """Module and exercise, in the order of the course."""
    results: tuple[Result, ...]
    """Those that hold, one for each attempt."""
    overdue: frozenset[tuple[str, str]] = frozenset()
    """Learner and module: the last day has passed and nothing came."""
    absences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By learner: the last meetings in a row that were missed."""


def cell_of(attempts: Sequence[Result]) -> Cell:
    """Return what came of these attempts of one learner at one exercise; the best counts, and the last tells where they are."""
    handed = sorted((each for each in attempts if each.status != "missing"), key=lambda each: each.attempt)
    if not handed:
        return EMPTY
    last = handed[-1]
    best = max((each for each in handed if each.total is not None), key=lambda each: each.total or 0, default=None)
    state = _state(best, last)
    return Cell(
        state=state,
        points=best.total if best else None,
        maximum=last.total_maximum,
        attempts=len(handed),
        is_late="late" in last.notes,
        hints=max(each.findings.hints for each in handed),
        misconception="" if state == "full" else last.findings.misconception,
        notes=last.notes,
    )


def cells_of(known: Class) -> dict[tuple[str, str, str], Cell]:
    """Return a cell for every learner, module and exercise."""
    attempts = _attempts(known.results)
    return {
        (learner, module, exercise): cell_of(attempts.get((learner, module, exercise), ()))
        for learner in known.learners
        for module, exercise in known.exercises
    }


def hard_places(known: Class) -> tuple[HardPlace, ...]:
    """Return every exercise that somebody handed in, in the order of the course."""
    cells = cells_of(known)
    places = (
        _hard_place(module, exercise, {learner: cells[learner, module, exercise] for learner in known.learners})
        for module, exercise in known.exercises
    )
    return tuple(place for place in places if place.none < len(known.learners))


def who_needs_help(known: Class) -> tuple[Need, ...]:
    """Return everybody with a reason, in the order the learners were given."""
    attempts = _attempts(known.results)
    needs = (Need(learner=learner, reasons=tuple(_reasons(known, attempts, learner))) for learner in known.learners)
    return tuple(need for need in needs if need.reasons)


def _state(best: Result | None, last: Result) -> State:
    if best is not None and best.total is not None:
        return "full" if best.total >= best.total_maximum else "part" if best.total else "zero"
    return "unreadable" if last.status == "unreadable" else "waiting"


def _attempts(results: Iterable[Result]) -> dict[tuple[str, str, str], list[Result]]:
    found: dict[tuple[str, str, str], list[Result]] = defaultdict(list)
    for each in results:
        found[each.learner, each.module, each.exercise].append(each)
    return found


def _hard_place(module: str, exercise: str, cells: Mapping[str, Cell]) -> HardPlace:
    counted = Counter(cell.state for cell in cells.values())
    ideas: dict[str, list[str]] = defaultdict(list)
    for learner, cell in cells.items():
        if cell.misconception:
            ideas[cell.misconception].append(learner)
    found = sorted(ideas.items(), key=lambda each: (-len(each[1]), each[0]))
    return HardPlace(
        module=module,
        exercise=exercise,
        full=counted["full"],
        part=counted["part"],
        zero=counted["zero"],
        waiting=counted["waiting"],
        unreadable=counted["unreadable"],
        none=counted["none"],
        hints=sum(cell.hints for cell in cells.values()),
        ideas=tuple(Stuck(misconception=name, learners=tuple(learners)) for name, learners in found),
    )


def _reasons(known: Class, attempts: Mapping[tuple[str, str, str], Sequence[Result]], learner: str) -> Iterable[Reason]:
    if missing := tuple(dict.fromkeys(module for module, _ in known.exercises if (learner, module) in known.overdue)):
        yield Reason(kind="not_handed_in", items=missing)
    own = {exercise: attempts.get((learner, module, exercise), ()) for module, exercise in known.exercises}
    cells = {exercise: cell_of(each) for exercise, each in own.items()}
    if unreadable := tuple(exercise for exercise, cell in cells.items() if cell.state == "unreadable"):
        yield Reason(kind="unreadable", items=unreadable)
    yield from _stuck(own, cells)
    yield from _repeated(cells)
    if len(absences := known.absences.get(learner, ())) >= _ABSENT_FROM:
        yield Reason(kind="absent", items=absences, count=len(absences))
    for exercise, cell in cells.items():
        if cell.hints >= _HINTS_FROM and cell.state != "full":
            yield Reason(kind="hints", items=(exercise,), count=cell.hints)


def _stuck(own: Mapping[str, Sequence[Result]], cells: Mapping[str, Cell]) -> Iterable[Reason]:
    for exercise, attempts in own.items():
        idea = cells[exercise].misconception
        count = sum(each.findings.misconception == idea for each in attempts)
        if idea and count >= _STUCK_FROM:
            yield Reason(kind="stuck", items=(exercise,), misconception=idea, count=count)


def _repeated(cells: Mapping[str, Cell]) -> Iterable[Reason]:
    where: dict[str, list[str]] = defaultdict(list)
    for exercise, cell in cells.items():
        if cell.misconception:
            where[cell.misconception].append(exercise)
    for idea, exercises in where.items():
        if len(exercises) >= _STUCK_FROM:
            yield Reason(kind="repeated", items=tuple(exercises), misconception=idea, count=len(exercises))


def last_absences(register: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the meetings missed in a row up to the last one the register speaks of; `register` is meeting and state, in order of time."""
    missed: list[str] = []
    for meeting, state in reversed(register):
        if state == "absent":
            missed.append(meeting)
        elif state != "open":
            break
    return tuple(reversed(missed))


def overdue(dues: Mapping[tuple[str, str], str], handed: Collection[tuple[str, str]], now: str) -> frozenset[tuple[str, str]]:
    """Return learner and module wherever the last day has passed and nothing came; `dues` holds instants, empty for none."""
    return frozenset(key for key, due in dues.items() if due and due < now and key not in handed)
