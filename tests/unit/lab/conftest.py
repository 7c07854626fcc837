"""A tiny built course, and the pieces of notebooks it is made of."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

Cell = dict[str, Any]
Notebook = dict[str, Any]


def make_cell(id_: str, source: str, role: str, **facts: Any) -> Cell:
    """Return a cell as the build writes it."""
    mark: dict[str, Any] = {"role": role}
    if role in ("prose", "run"):
        mark["hash"] = sha256(source.encode()).hexdigest()[:16]
    grading = {
        "answer": {"solution": True},
        "check": {"grade": True, "locked": True},
        "given": {"locked": True},
        "written": {"grade": True, "solution": True},
    }
    metadata: dict[str, Any] = {"ailab": mark}
    if role in grading:
        metadata["nbgrader"] = {
            "schema_version": 3,
            "grade_id": id_,
            "grade": False,
            "solution": False,
            "locked": False,
            "task": False,
            **grading[role],
        }
    if role in ("prose", "written"):
        return {"id": id_, "cell_type": "markdown", "source": source, "metadata": metadata}
    return {"id": id_, "cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None, **facts}


def make_notebook(cells: list[Cell], *, language: str = "en", form: str = "python", release: str = "one", **facts: str) -> Notebook:
    """Return a release."""
    ailab = {"module": "souk", "language": language, "form": form, "release": release, "format_version": "1", **facts}
    return {"cells": cells, "metadata": {"ailab": ailab}, "nbformat": 4, "nbformat_minor": 5}


def make_exercise(language: str = "en", *, release: str = "one", stub: str = "price = ...  # ✎") -> Notebook:
    """Return an exercise with one cell of each role, in a language."""
    return make_notebook(
        [
            make_cell("title", f"# Title in {language}", "prose"),
            make_cell("given", "prices = [3, 40]", "given"),
            make_cell("answer", stub, "answer"),
            make_cell("try", "price", "try"),
            make_cell("check", 'check("find_price")', "check"),
            make_cell("end", f"The end in {language}", "prose"),
        ],
        language=language,
        release=release,
        exercise="find_price",
    )


def make_build(root: Path, *, release: str = "one", languages: tuple[str, ...] = ("en", "fr", "ar")) -> Path:
    """Write a built course and return its folder."""
    build = root / "build"
    for language in languages:
        lesson = [make_cell("hello", f"# Lesson in {language}", "prose"), make_cell("run", f"1 + 1  # {language}", "run")]
        write_json(
            build / language / "lessons" / "souk" / "prices.ipynb",
            make_notebook(lesson, language=language, release=release, lesson="prices"),
        )
        exercises = build / "release" / language / "souk"
        write_json(exercises / "find_price.ipynb", make_exercise(language, release=release))
        write_json(exercises / "ailab.json", {"format_version": 1, "module": "souk", "release": release, "exercises": {}})
        (exercises / "find_price_check.py").write_text("CASES = ()\n", encoding="utf-8")
        (exercises / "data").mkdir(exist_ok=True)
        (exercises / "data" / "souk.csv").write_text("item,price\nmint,3\n", encoding="utf-8")
    write_json(build / "map.json", make_map(release, languages))
    return build


def make_map(release: str, languages: tuple[str, ...]) -> dict[str, Any]:
    """Return a map of one module."""
    module = {
        "slug": "souk",
        "title": {"en": "At the souk", "fr": "Au souk", "ar": "في السوق"},
        "summary": {"en": "Lists & prices <here>"},
        "picture": "figures/stall.svg",
        "minutes": 300,
        "lessons": [{"slug": "prices", "title": {"en": "Prices"}, "minutes": 45}],
        "exercises": [
            {"slug": "find_price", "title": {"en": "Find a price"}, "points": 2, "written_points": 1, "minutes": 15, "forms": ["python"]}
        ],
    }
    track = {"id": "foundations", "title": {"en": "Foundations"}, "modules": [module]}
    return {
        "format_version": 1,
        "title": {"en": "ailab"},
        "edition": "ma",
        "release": release,
        "languages": list(languages),
        "tracks": [track],
    }


def write_json(path: Path, data: Any) -> None:
    """Write data, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def cell() -> Callable[..., Cell]:
    return make_cell


@pytest.fixture
def notebook() -> Callable[..., Notebook]:
    return make_notebook


@pytest.fixture
def exercise() -> Callable[..., Notebook]:
    return make_exercise


@pytest.fixture(scope="session")
def write_build() -> Callable[..., Path]:
    return make_build


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return make_build(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my-work"
