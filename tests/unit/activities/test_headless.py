"""Activities in a notebook that a program runs."""

import re

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook

from ailab.office.gradebook.feedback import harmless

pytestmark = pytest.mark.slow

CELLS = (
    'from ailab.activities import *\nboard = parsons("order", {"a": "x = 2", "b": "return x * 2"}, subgoals=["Begin", "End"])\nboard',
    'order = {"1": ["a"], "2": ["b"]}\nprint(board.function(order)())',
    'sort_cards("sorted_cards", {"fan": "A fan"}, {"ai": "AI", "not_ai": "Not AI"})',
    'quiz("answer", "Why `x`?", ["One", "Two"], reasons=["So"])',
    'predict("prediction", "What?", code="print(SECRET)")',
    'pixels("picture")',
    'draw("drawing", size=16)',
    'reflect("card", ["What was new?"])',
    'stars("rating", ["It works"])',
    'label_map("labels", [(1, 1), (2, 5), (9, 8)], ["Palm", "Olive"])',
    'watch("x = 1\\nprint(x)")',
    'listen("Welcome")',
)


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


def test_every_activity_runs_without_a_front_end_and_leaves_a_harmless_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", "ar")
    notebook = new_notebook(cells=[new_code_cell(source) for source in CELLS])

    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()

    assert notebook.cells[1].outputs[0].text == "4\n"
    assert "widgets" not in notebook.metadata
    for cell in (each for each in notebook.cells if each is not notebook.cells[1]):
        (output,) = cell.outputs
        assert set(output.data) == {"text/html", "text/plain"}
        page = harmless(output.data["text/html"])
        assert 'dir="rtl"' in page
        assert not re.search(r"<script|<iframe|<input|https?:", page)
        assert ("data:image/svg+xml;base64," in page) == ("<svg" in output.data["text/html"] or "<img" in output.data["text/html"])
