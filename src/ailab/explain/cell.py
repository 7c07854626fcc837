"""After a cell that stopped: show the explanation where there is a learner to read it."""

import os
from typing import Any, Final

from ailab.explain.show import Shown
from ailab.explain.table import explanation
from ailab.lang import reader_language

_GRADING: Final = ("AILAB_GRADERS", "NBGRADER_EXECUTION", "NBGRADER_VALIDATING")
"""Set where notebooks are graded: an output more is a difference more."""


def show_explanation(error: BaseException, result: Any) -> None:
    """Show what this error means, below its traceback."""
    from IPython.core.getipython import get_ipython
    from IPython.display import display

    shell = get_ipython()
    if shell is None or any(os.environ.get(name) for name in _GRADING):
        return
    try:
        shown = _explained(error, result, shell)
    except Exception:  # noqa: BLE001 - looking at a learner's values may do anything, and the traceback stands above
        return
    if shown is not None:
        display(shown)  # type: ignore[no-untyped-call]


def _explained(error: BaseException, result: Any, shell: Any) -> Shown | None:
    language = reader_language()
    typed = str(getattr(result.info, "raw_cell", None) or "")
    found = explanation(error, shell.user_ns, language=language, cells=_other_cells(shell, result), typed=typed)
    return None if found is None else Shown(explanation=found, language=language, cell=_cell_id(shell))


def _other_cells(shell: Any, result: Any) -> dict[str, int]:
    """Return the numbers of other cells by the file name Python has for them; an inner part of IPython, so it may be missing."""
    numbers: dict[str, int] = getattr(shell.compile, "_filename_map", {})
    return {name: number for name, number in numbers.items() if number != result.execution_count}


def _cell_id(shell: Any) -> str:
    """Return the id of the cell as the front end knows it; empty where there is none."""
    parent: dict[str, Any] = getattr(shell, "get_parent", dict)()
    return str(parent.get("metadata", {}).get("cellId", ""))
