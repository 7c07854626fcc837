"""Progress is read from what stands in the notebook, and nothing known means not started."""

from collections.abc import Callable
from typing import Any

import pytest

from ailab.checks.show import FINDINGS_TYPE
from ailab.office.lab.merge import laid
from ailab.office.lab.progress import NOT_STARTED, Progress, exercise_progress, lesson_progress

Make = Callable[..., Any]


def checked(notebook: Any, findings: object) -> Any:
    cell = next(cell for cell in notebook["cells"] if cell["id"] == "check")
    cell["outputs"] = [{"output_type": "display_data", "data": {FINDINGS_TYPE: findings, "text/plain": "x"}, "metadata": {}}]
    return notebook


def test_untouched_exercise_is_not_started(exercise: Make) -> None:
    assert exercise_progress(laid(exercise())) == NOT_STARTED


def test_written_answer_is_a_start(exercise: Make) -> None:
    notebook = laid(exercise())
    notebook["cells"][2]["source"] = "price = 40"

    assert exercise_progress(notebook) == Progress(state="started")


@pytest.mark.parametrize(("points", "state"), [(0, "started"), (1.5, "started"), (2, "done")])
def test_last_check_gives_points(exercise: Make, points: float, state: Any) -> None:
    notebook = checked(laid(exercise()), {"exercise": "find_price", "points": points, "maximum": 2})

    found = exercise_progress(notebook)
    assert (found.state, found.points, found.maximum) == (state, points, 2)


@pytest.mark.parametrize(
    "findings",
    [
        None,
        "text",
        {},
        {"points": "2", "maximum": 2},
        {"points": True, "maximum": 1},
        {"points": 10**400, "maximum": 1},
        {"points": float("nan"), "maximum": 1},
        {"points": -1, "maximum": 1},
    ],
)
def test_findings_of_another_shape_are_unknown(exercise: Make, findings: object) -> None:
    assert exercise_progress(checked(laid(exercise()), findings)) == NOT_STARTED


@pytest.mark.parametrize(("run", "state"), [((), "new"), ((0,), "started"), ((0, 1), "done")])
def test_lesson_is_done_when_every_cell_was_run(cell: Make, notebook: Make, run: tuple[int, ...], state: str) -> None:
    cells = [cell(f"run-{n}", "1", "run", execution_count=n + 1 if n in run else None) for n in range(2)]

    assert lesson_progress(notebook(cells)).state == state


@pytest.mark.parametrize(
    ("noted", "points", "maximum", "stars"),
    [
        (3, 0, 6, 3),
        (None, 6, 6, 3),
        (None, 3.33, 5, 2),
        (None, 3.3, 5, 1),
        (None, 2.67, 4, 2),
        (None, 0, 4, 0),
        (None, 0, 0, 0),
        (7, 4, 6, 2),
        (True, 6, 6, 3),
    ],
)
def test_stars_are_the_noted_ones_else_those_of_the_points(exercise: Make, noted: Any, points: float, maximum: float, stars: int) -> None:
    notebook = checked(laid(exercise()), {"points": points, "maximum": maximum, "stars": noted})

    assert exercise_progress(notebook).stars == stars


def test_written_answer_that_a_person_marks_is_done(exercise: Make) -> None:
    notebook = laid(exercise())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "check"]
    notebook["cells"][2]["source"] = "price = 40"

    assert exercise_progress(notebook) == Progress(state="done")
