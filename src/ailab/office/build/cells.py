"""Cells of the course as notebook cells, nbgrader's metadata included."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from ailab.lang import Language
from ailab.office.course.edition import fill, words_of
from ailab.office.course.messages import translate_comments
from ailab.office.course.prose import translate_markdown
from ailab.office.course.records import Catalogue, Cell, Edition, Exercise

Notebook = nbformat.NotebookNode
NBGRADER_SCHEMA: Final = 3


def rendered_prose(source: str, catalogue: Catalogue, edition: Edition, language: Language) -> str:
    """Return Markdown in a language and an edition; Arabic stands in a right-to-left block."""
    text = source if language == "en" else translate_markdown(source, catalogue.translate)
    text = _code_in_summaries(fill(text, words_of(edition, language)))
    # The blank lines make Markdown inside the block render; JupyterLab and nbconvert keep dir and lang.
    return f'<div dir="rtl" lang="ar">\n\n{text}\n\n</div>' if language == "ar" else text


def _code_in_summaries(markdown: str) -> str:
    # Markdown leaves what stands inside an HTML line alone.
    return re.sub(r"<summary>.*?</summary>", lambda found: re.sub(r"`([^`]+)`", r"<code>\1</code>", found[0]), markdown)


def prose_cell(cell: Cell, catalogue: Catalogue, edition: Edition, language: Language) -> Notebook:
    """Return a Markdown cell in a language."""
    return _marked(new_markdown_cell(rendered_prose(cell.source, catalogue, edition, language), id=cell.id), cell)


def lesson_code_cell(cell: Cell, catalogue: Catalogue, language: Language) -> Notebook:
    """Return a code cell of a lesson, its comments translated."""
    source = cell.source if language == "en" else translate_comments(cell.source, catalogue.translate)
    return _marked(new_code_cell(source, id=cell.id), cell)


def exercise_cell(cell: Cell, exercise: Exercise) -> Notebook:
    """Return a code or written cell of an exercise with nbgrader's metadata, the same in every language."""
    made = new_markdown_cell(cell.source, id=cell.id) if cell.role == "written" else new_code_cell(cell.source, id=cell.id)
    flags = _nbgrader_flags(cell, exercise)
    if flags:
        made.metadata["nbgrader"] = {"schema_version": NBGRADER_SCHEMA, "grade_id": cell.id, **flags}
    return _marked(made, cell)


def _nbgrader_flags(cell: Cell, exercise: Exercise) -> Mapping[str, Any]:
    plain = {"grade": False, "solution": False, "locked": False, "task": False}
    match cell.role:
        case "answer":
            return {**plain, "solution": True, "cell_type": "code"}
        case "written":
            return {**plain, "grade": True, "solution": True, "points": exercise.written_points, "cell_type": "markdown"}
        case "check":
            return {**plain, "grade": True, "locked": True, "points": exercise.points, "cell_type": "code"}
        case "given":
            return {**plain, "locked": True, "cell_type": "code"}
        case _:
            return {}


def _marked(made: Notebook, cell: Cell) -> Notebook:
    if cell.role in ("answer", "try"):
        # "Run all" goes on to the check, whose hint says what is wrong.
        made.metadata["tags"] = ["raises-exception"]
    mark: dict[str, str] = {"role": cell.role}
    if cell.form:
        mark["form"] = cell.form
    if cell.phase:
        mark["phase"] = cell.phase
    if cell.role in ("prose", "run"):
        # The one cell whose source differs between languages: its hash tells an edited one from ours.
        mark["hash"] = source_hash(made.source)
    made.metadata["ailab"] = mark
    return made


def source_hash(source: str) -> str:
    """Return the hash that tells an untouched cell from an edited one."""
    return sha256(source.encode()).hexdigest()[:16]


def new_notebook(cells: list[Notebook], facts: Mapping[str, str]) -> Notebook:
    """Return a Python notebook that says what it is."""
    made: Notebook = nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "ailab": dict(facts),
        },
    )
    return made


def notebook_bytes(notebook: Notebook) -> bytes:
    """Return the notebook as JSON, the same bytes for the same notebook."""
    text: str = nbformat.writes(notebook, version=4, sort_keys=True)
    return (text if text.endswith("\n") else text + "\n").encode()
