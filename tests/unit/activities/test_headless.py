"""A pad in a notebook that a program runs."""

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook

pytestmark = pytest.mark.slow


def test_program_that_runs_notebooks_gets_picture_and_twin_and_no_widget() -> None:
    cell = new_code_cell('from ailab.activities.pad import pad\nboard = pad("six_palms", cards=["forward"])\nboard')
    notebook = new_notebook(cells=[cell, new_code_cell("print(board.cards)")])

    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()

    assert set(cell.outputs[0].data) == {"text/html", "text/plain"}
    assert [output.output_type for output in cell.outputs] == ["execute_result"]
    assert notebook.cells[1].outputs[0].text == "['forward']\n"
    assert "widgets" not in notebook.metadata
    page, _ = HTMLExporter(sanitize_html=True).from_notebook_node(nbformat.from_dict(notebook))
    assert "data:image/svg+xml;base64," in page
    assert "ailab-pad-still" in page or "forward" in page
