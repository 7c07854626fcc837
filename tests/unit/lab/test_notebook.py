"""Notebooks of other tools are read as they come, and written as Jupyter writes them."""

import json
from typing import Any

import nbformat
import pytest

from ailab.office.lab.notebook import NotebookBroken, NotebookTooNew, notebook_bytes, read_notebook


def read(**data: Any) -> dict[str, Any]:
    return read_notebook(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, **data}).encode())


@pytest.mark.parametrize("source", ["a\nb", ["a\n", "b"]])
def test_source_may_be_a_text_or_lines(source: object) -> None:
    assert read(cells=[{"cell_type": "markdown", "source": source, "metadata": {}}])["cells"][0]["source"] == "a\nb"


def test_code_cell_without_outputs_gets_none() -> None:
    cell = read(cells=[{"cell_type": "code", "source": "1"}])["cells"][0]

    assert (cell["outputs"], cell["execution_count"], cell["metadata"]) == ([], None, {})


def test_byte_order_mark_is_no_obstacle() -> None:
    assert read_notebook(b'\xef\xbb\xbf{"cells": [], "metadata": {}, "nbformat": 4}')["cells"] == []


@pytest.mark.parametrize(
    "cell", [None, {}, {"cell_type": "poem"}, {"cell_type": "code", "source": 3}, {"cell_type": "code", "source": [3]}]
)
def test_what_is_no_cell_makes_no_notebook(cell: object) -> None:
    with pytest.raises(NotebookBroken):
        read(cells=[cell])


def test_later_format_is_told_from_a_broken_one() -> None:
    with pytest.raises(NotebookTooNew):
        read(cells=[], nbformat=5)


@pytest.mark.parametrize(
    "source", ["", "a", "a\n", "العربية\n\u2028x", "half \ud83d pair"], ids=["empty", "line", "newline", "separators", "surrogate"]
)
def test_text_survives_writing_and_reading(source: str) -> None:
    notebook = read(cells=[{"cell_type": "markdown", "source": source, "metadata": {}, "id": "x"}])

    assert read_notebook(notebook_bytes(notebook)) == notebook


def test_bytes_are_those_of_nbformat() -> None:
    library: Any = nbformat
    cells = [library.v4.new_markdown_cell("# تمر\n\nx", id="a"), library.v4.new_code_cell("1\n2", id="b")]
    written = library.writes(library.v4.new_notebook(cells=cells)).encode()

    assert notebook_bytes(read_notebook(written)).rstrip() == written.rstrip()
