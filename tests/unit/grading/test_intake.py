"""Finding the notebooks of a submission, whatever lies in its folder."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from ailab.office.build import build_course
from ailab.office.course import Course
from ailab.office.gradebook import release_notebook
from ailab.office.grading.intake import read_intake, write_submitted

LEARNER = "sample-abc123"


@pytest.fixture(scope="module")
def releases(tiny_course: Course) -> dict[str, Any]:
    files = {str(path): content.decode() for path, content in build_course(tiny_course).items() if path.suffix == ".ipynb"}
    sources = {name: files[f"nbgrader/source/tiny_steps/{name}.ipynb"] for name in ("double_number", "explain_doubling")}
    return {
        name: release_notebook(nbformat.reads(source, as_version=4), code_stub="...  # ✎", text_stub="✎")
        for name, source in sources.items()
    }


@pytest.fixture
def folder(tmp_path: Path, releases: dict[str, Any]) -> Path:
    made = tmp_path / "received" / LEARNER / "tiny_steps"
    made.mkdir(parents=True)
    for name, release in releases.items():
        (made / f"{name}.ipynb").write_text(nbformat.writes(release), encoding="utf-8")
    (made / "timestamp.txt").write_text("2026-11-20 10:00:00.000000 UTC", encoding="utf-8")
    return made


def notes(tmp_path: Path, releases: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {intake.exercise: intake.notes for intake in read_intake(tmp_path, "tiny_steps", LEARNER, releases).intakes}


def test_the_instant_of_handing_in_is_read(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    assert read_intake(tmp_path, "tiny_steps", LEARNER, releases).handed_in == "2026-11-20T10:00:00Z"


def test_a_renamed_notebook_is_recognized_by_what_it_says_it_is(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    (folder / "double_number.ipynb").rename(folder / "my work (2).ipynb")

    assert "renamed" in notes(tmp_path, releases)["double_number"]


def test_two_notebooks_that_swapped_names_are_told_apart(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    (folder / "double_number.ipynb").rename(folder / "x.ipynb")
    (folder / "explain_doubling.ipynb").rename(folder / "double_number.ipynb")
    (folder / "x.ipynb").rename(folder / "explain_doubling.ipynb")

    found = {intake.exercise: intake.notebook for intake in read_intake(tmp_path, "tiny_steps", LEARNER, releases).intakes}

    assert found["double_number"] is not None
    assert 'check("double_number")' in [cell.source for cell in found["double_number"].cells]


def test_missing_damaged_and_linked_notebooks_are_three_things(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    (folder / "double_number.ipynb").unlink()
    (folder / "explain_doubling.ipynb").write_bytes(b'{"cells": [')
    assert notes(tmp_path, releases) == {"double_number": ("missing",), "explain_doubling": ("damaged",)}

    (folder / "double_number.ipynb").symlink_to("/etc/hostname")
    assert notes(tmp_path, releases)["double_number"] == ("link",)


def test_a_learner_who_handed_in_nothing_misses_everything(tmp_path: Path, releases: dict[str, Any]) -> None:
    assert notes(tmp_path, releases) == {"double_number": ("missing",), "explain_doubling": ("missing",)}


def test_nothing_but_notebooks_and_receipts_reaches_nbgrader(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    (folder / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "double_number_check.py").write_text("CASES = ()", encoding="utf-8")
    (folder / "explain_doubling.ipynb").write_bytes(b"broken")

    write_submitted(tmp_path, "tiny_steps", read_intake(tmp_path, "tiny_steps", LEARNER, releases))

    assert sorted(path.name for path in (tmp_path / "submitted" / LEARNER / "tiny_steps").iterdir()) == [
        "double_number.ipynb",
        "timestamp.txt",
    ]


def test_the_language_is_the_notebooks_unless_the_roster_says_otherwise(tmp_path: Path, folder: Path, releases: dict[str, Any]) -> None:
    for path in folder.glob("*.ipynb"):
        data = json.loads(path.read_text(encoding="utf-8"))
        data["metadata"]["ailab"]["language"] = "ar"
        path.write_text(json.dumps(data), encoding="utf-8")

    assert read_intake(tmp_path, "tiny_steps", LEARNER, releases).language == "ar"
    assert read_intake(tmp_path, "tiny_steps", LEARNER, releases, language="fr").language == "fr"
