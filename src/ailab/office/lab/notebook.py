"""Notebooks as plain data: bytes in, dict out, and back.

Strict about what it needs and tolerant of the rest: learners bring notebooks back from other tools.
A notebook read here has text sources, a metadata dict per cell, and outputs on every code cell.
"""

import json
from hashlib import sha256
from typing import Any, Final

Notebook = dict[str, Any]
Cell = dict[str, Any]

SUFFIX: Final = ".ipynb"
NBFORMAT: Final = 4
FORMAT_VERSION: Final = 1
_TYPES: Final = frozenset({"code", "markdown", "raw"})


class NotebookBroken(Exception):
    """These bytes are no notebook."""


class NotebookTooNew(Exception):
    """A notebook of a later format than this ailab knows."""


def read_notebook(data: bytes) -> Notebook:
    """Return the notebook these bytes hold.

    Raises
    ------
    NotebookBroken
        When they are no JSON, or no notebook of format 4.
    NotebookTooNew
        When their format is a later one.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotebookBroken(str(error)) from None
    if not isinstance(found, dict) or not isinstance(found.get("cells"), list):
        raise NotebookBroken("no list of cells")
    version = found.get("nbformat")
    if isinstance(version, int) and version > NBFORMAT:
        raise NotebookTooNew(f"nbformat {version}")
    metadata = found.get("metadata")
    return {
        "cells": [_read_cell(cell) for cell in found["cells"]],
        "metadata": metadata if isinstance(metadata, dict) else {},
        "nbformat": NBFORMAT,
        "nbformat_minor": 5,
    }


def expect_known_format(notebook: Notebook) -> None:
    """Do nothing when this ailab knows the notebook's own format.

    Raises
    ------
    NotebookTooNew
        When a later ailab wrote it.
    """
    version = str(ailab_metadata(notebook).get("format_version", ""))
    if version.isdecimal() and int(version) > FORMAT_VERSION:
        raise NotebookTooNew(f"format_version {version}")


def notebook_bytes(notebook: Notebook) -> bytes:
    """Return the bytes Jupyter itself would write, so that differences stay small."""
    lines = {**notebook, "cells": [{**cell, "source": cell["source"].splitlines(keepends=True)} for cell in notebook["cells"]]}
    try:
        return _json(lines, ascii_only=False)
    except UnicodeEncodeError:
        # Half of a pair of surrogates in an output: only the escaped form can hold it.
        return _json(lines, ascii_only=True)


def source_hash(source: str) -> str:
    """Return the fingerprint that tells a cell as laid from an edited one; the build notes the same."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def ailab_metadata(part: dict[str, Any]) -> dict[str, Any]:
    """Return what the build noted in a notebook or a cell; a copy, empty when there is nothing."""
    found = part.get("metadata", {}).get("ailab")
    return dict(found) if isinstance(found, dict) else {}


def grading_metadata(cell: Cell) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell; a copy, empty when there is none."""
    found = cell["metadata"].get("nbgrader")
    return dict(found) if isinstance(found, dict) else {}


def is_answer(cell: Cell) -> bool:
    """Tell whether the learner is asked to write here."""
    return grading_metadata(cell).get("solution") is True


def is_edited(cell: Cell) -> bool | None:
    """Tell whether the source differs from what was laid; None when nobody noted what was laid."""
    noted = ailab_metadata(cell).get("hash")
    return None if not isinstance(noted, str) else source_hash(cell["source"]) != noted


def _read_cell(cell: object) -> Cell:
    if not isinstance(cell, dict) or cell.get("cell_type") not in _TYPES:
        raise NotebookBroken("a cell without a type")
    metadata = cell.get("metadata")
    read = {**cell, "source": _text(cell.get("source", "")), "metadata": metadata if isinstance(metadata, dict) else {}}
    if cell["cell_type"] != "code":
        return {key: value for key, value in read.items() if key not in ("outputs", "execution_count")}
    outputs = cell.get("outputs")
    count = cell.get("execution_count")
    kept = [output for output in outputs if isinstance(output, dict)] if isinstance(outputs, list) else []
    return {**read, "outputs": kept, "execution_count": count if isinstance(count, int) else None}


def _text(source: object) -> str:
    if isinstance(source, str):
        return source
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    raise NotebookBroken("a cell without a text")


def _json(data: object, *, ascii_only: bool) -> bytes:
    return (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=ascii_only) + "\n").encode("utf-8")
