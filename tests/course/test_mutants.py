"""The checks tell a right program from one with a slip in it (mutation testing)."""

import os
import signal
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

import pytest

from ailab.office.course import Course, Exercise, read_course
from ailab.office.course.trial import examine
from tests.course.mutants import mutants

HERE: Final = Path(__file__).parent
SAMPLE: Final = 3
SECONDS: Final = 20
REJECTED_AT_LEAST: Final = 0.95

OWN_DATA: Final[Mapping[str, tuple[str, ...]]] = {
    "draw_pixel_letter": ("picture",),  # 6 of the 64 squares may be wrong, says its text
    "sort_waste": ("examples",),
    "test_own_world": ("picture",),
}
"""Names that hold what learners choose themselves, where mutants of it would swamp the others: see `mutants`."""


@dataclass(frozen=True)
class Slip:
    """A mutant of one answer cell of a reference solution."""

    exercise: Exercise
    form: str
    cells: tuple[str, ...]
    name: str
    """How tests/course/survivors.toml calls it."""


@lru_cache
def the_course() -> Course:
    return read_course(HERE.parents[1]).course


CHECKED = [exercise for exercise in the_course().exercises if exercise.points]


def slips(exercise: Exercise) -> Iterator[Slip]:
    told = Counter[str]()
    own_data = OWN_DATA.get(exercise.slug, ())
    for form in exercise.forms:
        cells = tuple(cell.source for cell in exercise.cells if cell.role == "answer" and cell.form in (None, form))
        for place, source in enumerate(cells):
            for mutant in mutants(source, own_data=own_data):
                what = f"{form}: {mutant.what}"
                told[what] += 1
                name = what if told[what] == 1 else f"{what} ({told[what]})"
                yield Slip(exercise, form, (*cells[:place], mutant.source, *cells[place + 1 :]), name)


def survives(slip: Slip) -> bool:
    """Tell whether a mutant earns full marks, each in a process that ends with it."""
    child = os.fork()
    if child == 0:
        code = 2
        try:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(SECONDS)
            code = int(examine(the_course(), slip.exercise, slip.cells, form=slip.form).share == 1)  # type: ignore[arg-type]
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 1


@lru_cache
def known_survivors() -> dict[str, dict[str, str]]:
    """Return why some mutants are right answers too, by exercise and mutant."""
    return tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8"))


def unexplained(found: list[Slip]) -> list[str]:
    return [slip.name for slip in found if slip.name not in known_survivors().get(slip.exercise.slug, {}) and survives(slip)]


@pytest.mark.parametrize("exercise", CHECKED, ids=lambda exercise: exercise.slug)
def test_some_slips_are_rejected(exercise: Exercise) -> None:
    found = list(slips(exercise))

    assert unexplained(Random(exercise.slug).sample(found, min(SAMPLE, len(found)))) == []


@pytest.mark.proof
@pytest.mark.parametrize("exercise", CHECKED, ids=lambda exercise: exercise.slug)
def test_every_slip_is_rejected_or_known_to_be_right(exercise: Exercise) -> None:
    assert unexplained(list(slips(exercise))) == []


def test_survivors_are_few_still_exist_and_have_reasons() -> None:
    by_exercise = {exercise.slug: [slip.name for slip in slips(exercise)] for exercise in CHECKED}
    survivors = {(slug, name): why for slug, names in known_survivors().items() for name, why in names.items()}

    assert [(slug, name) for slug, name in survivors if name not in by_exercise.get(slug, [])] == []
    assert [key for key, why in survivors.items() if len(why) < 10] == []
    for modules in [tuple(module.slug for module in the_course().modules), *(track.modules for track in the_course().tracks)]:
        counted = [exercise.slug for exercise in CHECKED if exercise.module in modules]
        right = [key for key in survivors if key[0] in counted]
        assert len(right) <= (1 - REJECTED_AT_LEAST) * sum(len(by_exercise[slug]) for slug in counted), modules
