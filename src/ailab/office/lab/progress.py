"""How far a notebook is, read from its outputs: a comfort for the eye, never a grade."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, Literal

from ailab.checks.findings import MOST_STARS, stars
from ailab.checks.show import FINDINGS_TYPE
from ailab.office.lab.notebook import Cell, Notebook, grading_metadata, is_answer, is_edited

_MOST: Final = 1_000_000
_FINEST: Final = 100

State = Literal["new", "started", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a lesson or an exercise is."""

    state: State
    points: float | None = None
    """Points of the last check, None when it was never checked."""
    maximum: float | None = None
    stars: int | None = None
    """Stars of the last check, None when it was never checked."""


NOT_STARTED = Progress(state="new")


def exercise_progress(notebook: Notebook) -> Progress:
    """Return how far an exercise is, by its answers and its last check."""
    checked = list(_checks(notebook))
    if checked:
        points, maximum = checked[-1]["points"], checked[-1]["maximum"]
        state: State = "done" if points >= maximum > 0 else "started"
        return Progress(state=state, points=points, maximum=maximum, stars=_stars(checked[-1]))
    if not any(is_answer(cell) and is_edited(cell) for cell in notebook["cells"]):
        return NOT_STARTED
    # Where nothing is checked, a person marks what was written.
    return Progress(state="started" if any(map(_is_check, notebook["cells"])) else "done")


def lesson_progress(notebook: Notebook) -> Progress:
    """Return how far a lesson is, by the cells that were run."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"].strip()]
    run = sum(cell["execution_count"] is not None for cell in code)
    return Progress(state="new" if not run else "done" if run == len(code) else "started")


def _is_check(cell: Cell) -> bool:
    return cell["cell_type"] == "code" and grading_metadata(cell).get("grade") is True


def _stars(findings: dict[str, Any]) -> int:
    noted = findings.get("stars")
    if type(noted) is int and 0 <= noted <= MOST_STARS:
        return noted
    # Checked before there were stars. The points were rounded to the hundredth: 3.33 of 5 are two thirds.
    return stars(Fraction(findings["points"] / findings["maximum"]).limit_denominator(_FINEST)) if findings["maximum"] else 0


def _checks(notebook: Notebook) -> Iterator[dict[str, Any]]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data")
            findings: Any = data.get(FINDINGS_TYPE) if isinstance(data, dict) else None
            if isinstance(findings, dict) and _is_number(findings.get("points")) and _is_number(findings.get("maximum")):
                yield findings


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _MOST
