"""The texts of a notebook in two languages, and of nothing but the course's notebooks."""

from pathlib import Path

import pytest

from ailab.office.lab.coursemap import read_map
from ailab.office.lab.memory import Memory
from ailab.office.lab.other_language import both_texts

LESSON = "lessons/souk/prices.ipynb"
ARABIC = Memory(language="ar", laid={})


def test_prose_comes_in_both_languages_by_cell_id(build: Path) -> None:
    assert both_texts(read_map(build), build, ARABIC, LESSON, "fr") == {"hello": {"mine": "# Lesson in ar", "other": "# Lesson in fr"}}


def test_exercise_gives_its_prose_and_no_code(build: Path) -> None:
    found = both_texts(read_map(build), build, ARABIC, "exercises/souk/find_price.ipynb", "fr")

    assert found is not None
    assert set(found) == {"title", "end"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "lessons/souk/nothing.ipynb",
        "/lessons/souk/prices.ipynb",
        "lessons/souk/../souk/prices.ipynb",
        "../ar/lessons/souk/prices.ipynb",
        "lessons/souk/prices.ipynb\0",
        "exercises/souk/ailab.json",
        "map.json",
    ],
)
def test_path_that_is_no_notebook_of_the_course_gives_nothing(build: Path, path: str) -> None:
    assert both_texts(read_map(build), build, ARABIC, path, "fr") is None


def test_notebook_not_built_in_the_other_language_gives_nothing(build: Path) -> None:
    (build / "fr" / LESSON).unlink()

    assert both_texts(read_map(build), build, ARABIC, LESSON, "fr") is None


def test_asking_writes_nothing(build: Path) -> None:
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}

    both_texts(read_map(build), build, ARABIC, LESSON, "fr")

    assert {path: path.read_bytes() for path in build.rglob("*") if path.is_file()} == before
