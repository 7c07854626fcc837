"""A small course with every widget in one exercise and every kind of block in one lesson."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ailab.cli.engines import opened_engine
from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import grading_environment, logging_to
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.run import grade_module
from ailab.office.ledger import read_ledger

TESTS: Final = Path(__file__).resolve().parent
SOURCES: Final = TESTS / "notebooks" / "widgets"
MODULE: Final = "tiny_steps"
EXERCISE: Final = "every_widget"
LESSON: Final = "every_block"
POINTS: Final = 4
RIGHT: Final[Mapping[str, Any]] = {
    "choice": {"choice": "adapts", "reason": "examples"},
    "several": ["two", "four"],
    "boxes": {"ai": ["map", "mail"], "rules": ["fan"]},
    "order": ["loop", ["forward", "water"]],
    "morning": {"home": ["rise", "wash"], "outside": ["walk"]},
    "prediction": 8,
    "guess": "eight",
    "picture": [[0, 1] * 4] * 8,
    "drawing": [[16, 0] * 4] * 8,
    "labels": ["palm", "palm", "olive"],
    "looking_back": {"new": "الحلقة", "next": ""},
    "rating": {"works": 3, "clear": 2},
    "cards": ["forward"],
}
HALF: Final[Mapping[str, Any]] = {**RIGHT, "choice": {"choice": "adapts", "reason": "newer"}, "guess": "six"}
"""The wrong reason and the wrong guess: two cases of four."""


def written(answer: Mapping[str, Any]) -> str:
    """Return an answer as it stands in the answer cell."""
    return "\n".join(f"{name} = {value!r}" for name, value in answer.items())


def lay_out_widget_course(folder: Path) -> Path:
    """Return the tiny course with this lesson and this exercise in place of its own."""
    root = Path(shutil.copytree(TESTS / "tiny_course", folder / "widget_course"))
    own = (*root.glob("course/exercises/*/*.py"), *root.glob("course/modules/*/*.py"))
    for path in (*own, *root.glob("graders/checks/*/*.py"), *root.glob("graders/rubrics/*/*.toml")):
        path.unlink()
    shutil.copytree(SOURCES, root, dirs_exist_ok=True)
    # Notebooks' sources are no programs to be checked like ours, so they have another name here.
    for path in root.rglob("*.ipy"):
        path.rename(path.with_suffix(".py"))
    return root


def build_widget_course(folder: Path) -> Path:
    """Return the build of the course."""
    write_files(build_course(read_course(lay_out_widget_course(folder)).course), folder / "build")
    return folder / "build"


def hand_in(build: Path, learner: str, answer: str) -> None:
    """Hand in the Arabic notebook with this answer; an empty one leaves it as it was released."""
    folder = Path(shutil.copytree(build / "release" / "ar" / MODULE, build / "nbgrader" / "submitted" / learner / MODULE))
    path = folder / f"{EXERCISE}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(cell for cell in notebook["cells"] if cell["metadata"]["ailab"]["role"] == "answer")
    cell["source"] = answer or cell["source"]
    path.write_text(json.dumps(notebook), encoding="utf-8")


def grade_widget_course(root: Path, learners: tuple[str, ...]) -> None:
    """Grade as `ailab grade run` and `ailab grade feedback` do."""
    with opened_engine("ailab", workers=2) as engine, logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine)
        write_feedback(root, MODULE, read_ledger(root / "ledger.jsonl"), dict.fromkeys(learners, "ar"))
