"""One warm template, and short ways to run cells in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ailab.checks.files import Manifest
from ailab.office.grading.engine.drive import Done, Job, run_notebook
from ailab.office.grading.engine.outside import CheckText
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Template

TINY = Path(__file__).resolve().parents[3] / "tiny_course"
MODULE = "tiny_steps"
NAMES = {"double_number": ("double",), "explain_doubling": ("answer",)}
RIGHT = "def double(number):\n    return 2 * number"
CHECK = 'check("double_number")'

Run = Callable[..., Done]
"""Runs cells in a job of their own."""


@pytest.fixture(scope="session")
def template() -> Iterator[Template]:
    with Template(MODULES) as started:
        yield started


@pytest.fixture
def run(template: Template) -> Run:
    return lambda *cells, **options: run_notebook(template, Job(notebook=notebook(*cells), files=options.pop("files", {}), **options))


def notebook(*cells: str | dict[str, Any]) -> dict[str, Any]:
    return {"cells": [code(each) if isinstance(each, str) else each for each in cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def code(source: str, **label: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {"nbgrader": label} if label else {}, "outputs": [], "execution_count": None}


def check_text(exercise: str = "double_number", *, visible: str = "", hidden: str = "", points: int = 4, seed: int = 1) -> CheckText:
    return CheckText(
        visible=visible or (TINY / "course" / "exercises" / MODULE / f"{exercise}_check.py").read_text(encoding="utf-8"),
        hidden=hidden or (TINY / "graders" / "checks" / MODULE / f"{exercise}.py").read_text(encoding="utf-8"),
        messages=b"",
        manifest=Manifest(module=MODULE, exercise=exercise, points=points, names=NAMES.get(exercise, ()), release="0"),
        seed=seed,
    )


def outputs(done: Done, cell: int = 0) -> list[dict[str, Any]]:
    return [dict(output) for output in done.notebook["cells"][cell]["outputs"]]


def said(done: Done, cell: int = 0) -> list[tuple[str, str]]:
    """Return each output of a cell as its kind and its text."""
    return [_said(output) for output in outputs(done, cell)]


def _said(output: dict[str, Any]) -> tuple[str, str]:
    match output["output_type"]:
        case "stream":
            return output["name"], output["text"]
        case "error":
            return "error", output["ename"]
        case kind:
            return kind, output["data"].get("text/plain", "")


def earned(done: Done, cell: int) -> float:
    """Return the points that a check's cell shows."""
    return float(outputs(done, cell)[-1]["data"]["text/plain"])
