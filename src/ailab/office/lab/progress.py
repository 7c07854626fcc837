"""How far a notebook is, read from its outputs: a comfort for the eye, never a grade."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ailab.checks.show import FINDINGS_TYPE
from ailab.office.lab.notebook import Notebook, is_answer, is_edited

State = Literal["new", "started", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a lesson or an exercise is."""

    state: State
    points: float | None = None
    """Points of the last check, None when it was never checked."""
    maximum: float | None = None


NOT_STARTED = Progress(state="new")


def exercise_progress(notebook: Notebook) -> Progress:
    """Return how far an exercise is, by its answers and its last check."""
    checked = list(_checks(notebook))
    if checked:
        points, maximum = checked[-1]
        return Progress(state="done" if points >= maximum > 0 else "started", points=points, maximum=maximum)
    touched = any(is_answer(cell) and is_edited(cell) for cell in notebook["cells"])
    return Progress(state="started") if touched else NOT_STARTED


def lesson_progress(notebook: Notebook) -> Progress:
    """Return how far a lesson is, by the cells that were run."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"].strip()]
    run = sum(cell["execution_count"] is not None for cell in code)
    return Progress(state="new" if not run else "done" if run == len(code) else "started")


def _checks(notebook: Notebook) -> Iterator[tuple[float, float]]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data")
            findings: Any = data.get(FINDINGS_TYPE) if isinstance(data, dict) else None
            if isinstance(findings, dict) and _is_number(findings.get("points")) and _is_number(findings.get("maximum")):
                yield findings["points"], findings["maximum"]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
