"""The formgrader shows strangers' notebooks in a trainer's browser: nothing in them may act there."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from ailab.office.grading.engine.outputs import kernel_outputs

CONFIGURATION = Path(__file__).resolve().parents[3] / "graders" / "nbgrader_config.py"
ACTS = "<b onclick='act()'>kept</b><script>act()</script><img src=x onerror='act()'><a href='javascript:act()'>link</a>"
PAGE = {"assignment_id": "a", "notebook_id": "n", "submission_id": "s", "index": 0, "total": 1, "base_url": "/", "student": "s"}


def page(cells: list[Any]) -> str:
    """Return what the formgrader shows of a notebook, under our configuration."""
    config = PyFileConfigLoader(str(CONFIGURATION)).load_config()
    own = Config({"HTMLExporter": {"template_name": "formgrade", "extra_template_basedirs": [handlers.template_path]}})
    config.merge(own)
    notebook = nbformat.v4.new_notebook(cells=cells)
    html, _ = HTMLExporter(config=config).from_notebook_node(
        notebook, resources={**PAGE, "last_name": "", "first_name": "", "notebook_path": "p"}
    )
    return str(html)


def shown(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> str:
    """Return the page of a notebook whose process said this."""
    said = {"outputs": [{"output_type": "display_data", "data": data, "metadata": metadata or {}}]}
    cell = nbformat.v4.new_code_cell("x", outputs=[nbformat.from_dict(each) for each in kernel_outputs(said, 1)])
    return page([cell])


@pytest.mark.parametrize(
    "data",
    [
        {"text/html": ACTS},
        {"text/markdown": ACTS},
        {"application/javascript": "act()"},
        {"image/svg+xml": "<svg onload='act()'><script>act()</script></svg>"},
        {"image/png": "'onerror='act()"},
        {"image/jpeg": "'onerror='act()"},
        {"text/latex": "<script>act()</script>"},
        {"text/plain": "<script>act()</script>"},
    ],
    ids=lambda data: next(iter(data)),
)
def test_an_output_does_not_act(data: dict[str, Any]) -> None:
    assert not acting(shown(data))


def test_the_size_of_a_picture_does_not_act() -> None:
    assert not acting(shown({"image/png": "AAAA"}, {"image/png": {"width": "1 onerror=act()>", "height": "<script>act()</script>"}}))


def test_markdown_of_a_learner_does_not_act() -> None:
    cell = nbformat.v4.new_markdown_cell(f"{ACTS}\n\n[a](javascript:act())")
    cell.metadata["nbgrader"] = {
        "grade": True,
        "solution": True,
        "locked": False,
        "points": 2,
        "grade_id": "b",
        "schema_version": 3,
        "task": False,
    }

    assert not acting(page([cell]))


def test_bold_words_and_pictures_stay() -> None:
    picture = '<img alt="robot" src="data:image/svg+xml;base64,PHN2Zy8+">'

    html = shown({"text/html": f"<b>kept</b>{picture}"})

    assert "<b>kept</b>" in html
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in html


def acting(html: str) -> list[str]:
    """Return what of a stranger's would run: tags and attributes that call act()."""
    return re.findall(r"<script[^>]*>[^<]*act\(\)|<[a-z]+\b[^>]*act\(\)|href=.?javascript:", html.partition("<body")[2])
