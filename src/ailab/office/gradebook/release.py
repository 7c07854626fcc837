"""From nbgrader's source version to its release version, without a database.

The same steps in the same order as `nbgrader generate_assignment`, whose result must be equal.
"""

import logging
from copy import deepcopy
from typing import Any, Final

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)
from traitlets.config import Config

_STEPS: Final = (
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,  # again: clearing changed the cells
    CheckCellMetadata,
)


def release_notebook(source: Any, *, code_stub: str, text_stub: str) -> Any:
    """Return the release version of a source notebook: solutions cleared, cells locked, checksums set."""
    config = Config({"ClearSolutions": {"code_stub": {"python": code_stub}, "text_stub": text_stub}})
    notebook = deepcopy(source)
    resources: dict[str, Any] = {}
    for step in _STEPS:
        made = step(config=config)
        made.log.setLevel(logging.WARNING)
        notebook, resources = made.preprocess(notebook, resources)
    return notebook
