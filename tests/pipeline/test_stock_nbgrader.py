"""Stock nbgrader can take over at any step, and gives the same points."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from ailab.office.course.trial import STUB, WRITTEN_STUB
from ailab.office.gradebook import Marks, read_marks, release_notebook

from .conftest import MODULE, Played

pytestmark = pytest.mark.slow


@pytest.fixture
def played(played_on_the_engine: Played) -> Played:
    """Return what stock takes over."""
    return played_on_the_engine


def stock(folder: Path, *words: str) -> None:
    program = Path(sys.executable).with_name("nbgrader")
    done = subprocess.run([str(program), *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def checks(marks: Marks) -> dict[Any, Any]:
    return {key: [(mark.cell, mark.points) for mark in found if mark.kind == "check"] for key, found in marks.items()}


def test_stock_nbgrader_gives_the_same_points_from_a_new_gradebook(played: Played, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(played.root, tmp_path / "taken_over"))
    (folder / "gradebook.db").unlink()
    shutil.rmtree(folder / "autograded")

    stock(folder, "generate_assignment", MODULE, "--force")
    stock(folder, "autograde", MODULE)

    assert len(read_marks(folder, MODULE)) == 12 * 2
    assert checks(read_marks(folder, MODULE)) == checks(read_marks(played.root, MODULE))


def test_stock_feedback_uses_our_pages(played: Played, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(played.root, tmp_path / "taken_over"))
    page = folder / played.learner("right")["exercises"][MODULE]["double_number"]["feedback"]
    page.unlink()

    stock(folder, "generate_feedback", MODULE, "--force")

    assert re.search(r'<html [^>]*dir="rtl"', page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("exercise", ["double_number", "explain_doubling"])
def test_our_release_equals_nbgraders_cell_by_cell(played: Played, exercise: str) -> None:
    source = nbformat.read(played.root / "source" / MODULE / f"{exercise}.ipynb", as_version=4)
    theirs = nbformat.read(played.root / "release" / "all" / MODULE / f"{exercise}.ipynb", as_version=4)

    assert release_notebook(source, code_stub=STUB, text_stub=WRITTEN_STUB).cells == theirs.cells
