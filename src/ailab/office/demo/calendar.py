"""When things happen in the demonstration, and who was there: made up, seeded, without a clock."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from ailab.office.certificates import LearnerId, Meeting, Presence
from ailab.office.demo.people import SEED, Person

SERIES: Final = "workshop"
_FIRST_DAY: Final = datetime(2026, 11, 7, 9, tzinfo=UTC)
_MEETINGS: Final = 8
_MINUTES: Final = 120
_CANCELED: Final = 5
_TO_WORK: Final = timedelta(days=14)


def text_of(moment: datetime) -> str:
    """Return a moment as records write it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def due_at(module: int) -> str:
    """Return until when the module at this position is to be handed in."""
    return text_of(_FIRST_DAY + (module + 1) * _TO_WORK)


def handed_in_at(module: int, person: Person) -> str:
    """Return when somebody hands in: some hours before the due date, or two days after."""
    due = _FIRST_DAY + (module + 1) * _TO_WORK
    return text_of(due + timedelta(days=2) if person.kind == "late" else due - timedelta(hours=3 + person.number, minutes=7 * module))


def graded_at(module: int) -> str:
    """Return when the module at this position is graded."""
    return text_of(_FIRST_DAY + (module + 1) * _TO_WORK + timedelta(days=3))


def decided_at() -> str:
    """Return when decisions are made: after the last meeting and the last module."""
    return text_of(_FIRST_DAY + timedelta(weeks=_MEETINGS + 1))


def meetings() -> frozenset[Meeting]:
    """Return the schedule of the workshop."""
    return frozenset(
        Meeting(
            series=SERIES,
            meeting=f"{SERIES} {number}",
            starts_at=text_of(_FIRST_DAY + timedelta(weeks=number - 1)),
            minutes=_MINUTES,
            cancelled=number == _CANCELED,
        )
        for number in range(1, _MEETINGS + 1)
    )


def presences(person: Person) -> frozenset[Presence]:
    """Return the register of one learner."""
    random = Random(f"{SEED} {person.id}")
    held = [number for number in range(1, _MEETINGS + 1) if number != _CANCELED]
    missed, excused, unregistered = _absences(person, held, random)
    return frozenset(_presence(person, number, missed, excused) for number in held if number not in unregistered)


def _absences(person: Person, held: Sequence[int], random: Random) -> tuple[set[int], set[int], set[int]]:
    """Return the meetings missed, excused and not registered yet: most learners miss none or one."""
    match person.number % 8:
        case 3:
            return set(random.sample(held, 3)), set(), set()
        case 5:
            return {held[0]}, {held[-1]}, set()
        case 7:
            return set(random.sample(held[:-1], 2)), set(), {held[-1]}
        case _:
            return set(random.sample(held, person.number % 2)), set(), set()


def _presence(person: Person, number: int, missed: set[int], excused: set[int]) -> Presence:
    return Presence(
        learner=LearnerId(person.id),
        series=SERIES,
        meeting=f"{SERIES} {number}",
        minutes=None if number in excused else 0 if number in missed else _MINUTES,
        excused=number in excused,
        source="sample register",
        recorded_at=text_of(_FIRST_DAY + timedelta(weeks=number - 1, hours=2)),
    )
