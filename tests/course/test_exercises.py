"""Every exercise of the course proves itself."""

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from ailab.checks.findings import points
from ailab.office.course import Course, Exercise, read_course
from ailab.office.course.trial import KnownAnswer, examine, known_answers, stub_of, try_exercise
from tests.course.disguise import disguised

ROOT = Path(__file__).resolve().parents[2]
SAMPLED_SEEDS = (1, 2, 3)
ALL_SEEDS = tuple(range(50))


@lru_cache
def the_course() -> Course:
    return read_course(ROOT).course


@dataclass(frozen=True)
class Known:
    """A known answer and its exercise, with a readable id."""

    exercise: Exercise
    answer: KnownAnswer

    def __str__(self) -> str:
        return f"{self.exercise.slug}-{self.answer.name}"


CHECKED = [exercise for exercise in the_course().exercises if exercise.points]
KNOWN = [Known(exercise, answer) for exercise in CHECKED for answer in known_answers(the_course(), exercise)]


def test_every_module_has_six_exercises() -> None:
    assert {module.slug: len(module.exercises) for module in the_course().modules if len(module.exercises) != 6} == {}
    assert len(the_course().modules) >= 4


@pytest.mark.parametrize("exercise", CHECKED, ids=lambda exercise: exercise.slug)
@pytest.mark.parametrize("seed", SAMPLED_SEEDS)
def test_known_answers_get_their_points_and_hints(exercise: Exercise, seed: int) -> None:
    assert [trial for trial in try_exercise(the_course(), exercise, seed=seed) if not trial.is_right] == []


@pytest.mark.proof
@pytest.mark.parametrize("exercise", CHECKED, ids=lambda exercise: exercise.slug)
def test_equal_work_earns_equal_points_over_fifty_seeds(exercise: Exercise) -> None:
    assert [trial for seed in ALL_SEEDS for trial in try_exercise(the_course(), exercise, seed=seed) if not trial.is_right] == []


@pytest.mark.parametrize("known", KNOWN, ids=str)
def test_other_names_and_formatting_change_nothing(known: Known) -> None:
    kept = frozenset(known.exercise.names) | _given_names(known.exercise)
    cells = [disguised(cell, kept) for cell in known.answer.cells]

    findings = examine(the_course(), known.exercise, cells, form=known.answer.form)

    assert (points(findings.share, known.exercise.points), findings.misconception) == (known.answer.points, known.answer.hint)


def _given_names(exercise: Exercise) -> frozenset[str]:
    # What the notebook itself names, in locked cells and around the solution, belongs to the task.
    given = "\n".join(stub_of(cell.source) for cell in exercise.cells if cell.role in ("given", "answer"))
    return frozenset(node.id for node in ast.walk(ast.parse(given)) if isinstance(node, ast.Name))
