"""A new exercise begins with everything an exercise has, its ladder of hints too."""

from pathlib import Path

import pytest

from ailab.checks.files import read_check
from ailab.office.course import Problem, check_course, read_course
from ailab.office.course.messages import shown_texts
from ailab.office.course.scaffold import new_exercise

CHECK = "course/exercises/tiny_steps/add_one_check.py"


@pytest.fixture
def scaffolded(tiny_root: Path) -> Path:
    list(new_exercise(read_course(tiny_root).course, "tiny_steps", "add_one"))
    module = tiny_root / "course/modules/tiny_steps/module.toml"
    module.write_text(module.read_text(encoding="utf-8").replace('"explain_doubling"', '"explain_doubling", "add_one"'), encoding="utf-8")
    return tiny_root


def problems_of_check(root: Path) -> list[Problem]:
    return [problem for problem in check_course(read_course(root).course) if str(problem.path) == CHECK]


def test_a_new_exercise_has_a_ladder_of_three_rungs(scaffolded: Path) -> None:
    definition = read_check(scaffolded / CHECK, "add_one")

    assert len(definition.ladder) == 3


def test_every_rung_of_a_new_exercise_can_be_translated(scaffolded: Path) -> None:
    definition = read_check(scaffolded / CHECK, "add_one")

    assert set(definition.ladder) <= set(shown_texts(scaffolded / CHECK))


def test_the_ladder_of_a_new_exercise_breaks_no_rule(scaffolded: Path) -> None:
    assert [problem.what for problem in problems_of_check(scaffolded) if "LADDER" in problem.what] == []
