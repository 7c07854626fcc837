"""What is known about a learner, as records that keep their source.

    Facts ─┬─ Work ······ Score       what was set, and what came of it (any number of attempts)
           ├─ Meeting ··· Presence    what was scheduled, and who was there
           ├─ Block                   what stops every award
           └─ Waiver                  what people decided to waive

Work and meetings stand apart from scores and presences, so that losing a record can only make less known.
Absent is not zero: a number exists exactly when somebody or something measured it.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Literal, NewType

from ailab.lang import Language
from ailab.office.certificates.errors import FactsInvalid

LearnerId = NewType("LearnerId", str)

ScoreStatus = Literal["graded", "missing", "pending", "excused", "unreadable"]
"""graded      has points, 0 included           missing     nothing was handed in
pending     handed in, not marked yet        excused     a trainer took it out of the count
unreadable  handed in, could not be opened
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An exercise that was set."""

    module: str
    exercise: str
    maximum: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What came of one attempt at an exercise."""

    learner: LearnerId
    module: str
    exercise: str
    attempt: int
    status: ScoreStatus
    points: Fraction | None
    """None unless graded."""
    maximum: Fraction
    """The maximum of the release it was graded with."""
    release: str
    source: str
    """Where the record comes from: a gradebook, a ledger, a person's id."""
    recorded_at: str
    """UTC, like 2026-11-20T10:00:00Z."""

    def __post_init__(self) -> None:
        """Refuse points where nothing was measured, and none where something was."""
        where = f"Score of {self.exercise}, attempt {self.attempt}"
        instant(self.recorded_at, where)
        _no_floats(where, self.points, self.maximum)
        if (self.status == "graded") != (self.points is not None):
            raise FactsInvalid(f"{where}: status is {self.status}, points are {self.points}. Only graded work has points.")
        if self.points is not None and self.points < 0:
            raise FactsInvalid(f"{where}: {self.points} points. Record the work as unreadable, so that a person looks at it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A scheduled meeting of a series, such as one workshop."""

    series: str
    meeting: str
    starts_at: str
    minutes: int
    cancelled: bool = False
    """Called off by the centre: it counts for nobody."""

    def __post_init__(self) -> None:
        """Refuse a meeting without length."""
        instant(self.starts_at, f"Meeting {self.meeting}")
        if self.minutes <= 0:
            raise FactsInvalid(f"Meeting {self.meeting}: {self.minutes} minutes. Give its scheduled length, or mark it cancelled.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What the register says of a learner and a meeting."""

    learner: LearnerId
    series: str
    meeting: str
    minutes: int | None
    """Minutes spent there, 0 for an absence; None when excused."""
    excused: bool
    source: str
    recorded_at: str

    def __post_init__(self) -> None:
        """Refuse minutes of somebody excused, and none of somebody who was not."""
        where = f"Presence at {self.meeting}"
        instant(self.recorded_at, where)
        _no_floats(where, self.minutes)
        if self.excused != (self.minutes is None) or (self.minutes or 0) < 0:
            given = f"excused is {self.excused}, minutes are {self.minutes}"
            raise FactsInvalid(f"{where}: {given}. Give minutes from 0, or None when excused.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A case that stops every award until a person closes it."""

    kind: str
    source: str
    recorded_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Named people let a learner off one rule, and said why."""

    rule: str
    reason: str
    approved_by: frozenset[str]
    source: str
    recorded_at: str

    def __post_init__(self) -> None:
        """Refuse a waiver nobody gave a reason for."""
        instant(self.recorded_at, f"Waiver of {self.rule}")
        if not self.reason.strip():
            raise FactsInvalid(f"Waiver of {self.rule}: no reason is given. Write why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a policy may look at about one learner; the order of records means nothing."""

    learner: LearnerId
    language: Language
    works: frozenset[Work] = frozenset()
    scores: frozenset[Score] = frozenset()
    meetings: frozenset[Meeting] = frozenset()
    presences: frozenset[Presence] = frozenset()
    blocks: frozenset[Block] = frozenset()
    waivers: frozenset[Waiver] = frozenset()

    def __post_init__(self) -> None:
        """Refuse records of another learner, doubled ones, and presences at no known meeting."""
        owners = {score.learner for score in self.scores} | {presence.learner for presence in self.presences}
        if strangers := owners - {self.learner}:
            raise FactsInvalid(f"Facts of {self.learner} hold records of {', '.join(sorted(strangers))}. Keep one learner's records apart.")
        _once("work", ((work.module, work.exercise) for work in self.works))
        _once("meeting", ((meeting.series, meeting.meeting) for meeting in self.meetings))
        _once("score", ((score.module, score.exercise, score.attempt) for score in self.scores))
        _once("presence", ((presence.series, presence.meeting) for presence in self.presences))
        known = {(meeting.series, meeting.meeting) for meeting in self.meetings}
        if lost := sorted(presence.meeting for presence in self.presences if (presence.series, presence.meeting) not in known):
            raise FactsInvalid(f"Presence at {', '.join(lost)}, which is not among the meetings. Add the meeting to the schedule.")


def instant(text: str, where: str = "An instant") -> datetime:
    """Return the moment this text names, which must be in UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        moment = None
    if moment is None or not text.endswith("Z"):
        raise FactsInvalid(f"{where}: '{text}' is no UTC time. Write it like 2026-11-20T10:00:00Z.")
    return moment.astimezone(UTC)


def _once(kind: str, keys: Iterable[Hashable]) -> None:
    doubled = [key for key, count in Counter(keys).items() if count > 1]
    if doubled:
        # Two records of one attempt are a regrade: which one holds is the ledger's business, not a guess of ours.
        raise FactsInvalid(f"More than one {kind} of {', '.join(map(str, doubled))}. Keep the record that holds.")


def _no_floats(where: str, *numbers: object) -> None:
    if any(isinstance(number, float) for number in numbers):
        raise FactsInvalid(f"{where}: a float is not exact. Give a whole number or a Fraction.")
