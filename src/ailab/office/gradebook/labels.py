"""nbgrader's check of its labels, made once for labels that are equal.

The check takes milliseconds, twice a notebook, most of them to prove that nbgrader's own schema is one; and the labels
of a class are the same, since they have just been put back from the gradebook.
"""

import json
from functools import lru_cache
from typing import Any, Final

import nbformat
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import CheckCellMetadata

_LONGEST: Final = 200_000
"""Characters of labels that are worth keeping."""


class CheckLabels(CheckCellMetadata):
    """nbgrader's own step, passed over for a notebook whose labels it knows to be good."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Raise what nbgrader raises, in its own words."""
        return (nb, resources) if _are_good(nb) else super().preprocess(nb, resources)


def _are_good(notebook: Any) -> bool:
    """Tell whether labels are surely good; of what is doubtful nbgrader says what is wrong."""
    try:
        labels = json.dumps([_label(cell) for cell in notebook.cells])
        return len(labels) <= _LONGEST and _expect_good(labels)
    except Exception:  # noqa: BLE001 - a stranger's metadata may be anything
        return False


def _label(cell: Any) -> dict[str, Any]:
    # All that the check looks at.
    metadata = {"nbgrader": cell.metadata["nbgrader"]} if "nbgrader" in cell.metadata else {}
    return {"cell_type": cell.cell_type, "metadata": metadata, "source": ""}


@lru_cache(maxsize=256)
def _expect_good(labels: str) -> bool:
    MetadataValidator().validate_nb(nbformat.from_dict({"cells": json.loads(labels)}))
    return True
