"""Certificate mode: what a graded cell may claim. Parity mode takes nbgrader's rules as they are.

An error beats a result. A result that is no number from 0 to the cell's points gives none, and waits for a person.
"""

import math
from typing import Any, Final

from ailab.office.grading.engine.outputs import error_output

_REFUSED: Final = "This cell claims what no check gives. A person looks at it."


def judge_claims(notebook: Any) -> frozenset[str]:
    """Put what decides first into the outputs of graded code cells; return the cells that wait for a person."""
    return frozenset(cell["metadata"]["nbgrader"]["grade_id"] for cell in notebook["cells"] if _is_graded(cell) and _must_wait(cell))


def _is_graded(cell: Any) -> bool:
    label = cell["metadata"].get("nbgrader", {})
    return bool(cell["cell_type"] == "code" and label.get("grade") and not label.get("solution"))


def _must_wait(cell: Any) -> bool:
    outputs = cell["outputs"]
    errors = [output for output in outputs if output["output_type"] == "error"]
    results = [output for output in outputs if output["output_type"] == "execute_result"]
    maximum = float(cell["metadata"]["nbgrader"].get("points", 0))
    wrong = not errors and not all(_is_fair(output, maximum) for output in results)
    if errors or wrong:
        first = errors[:1] or [type(outputs[0])(error_output("ClaimRefused", _REFUSED))]
        cell["outputs"] = [*first, *(output for output in outputs if output is not first[0])]
    return wrong


def _is_fair(output: Any, maximum: float) -> bool:
    try:
        claimed = float(output["data"]["text/plain"])
    except (KeyError, TypeError, ValueError):
        return False
    return math.isfinite(claimed) and 0 <= claimed <= maximum
