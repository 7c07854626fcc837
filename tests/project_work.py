"""A child's project in a folder: the four exercises of project day as they are left, without building the course."""

import json
from pathlib import Path
from typing import Any, Final

PICTURE: Final = [[3, 0, 2, 0], [0, 1, 1, 0], [2, 0, 0, 2], [0, 0, 0, 4]]
CARDS: Final = [["forward", 2], "pick", "forward", "turn_right", ["forward", 2], "pick", "forward"]
MAP: Final = "\n>x.\n.#.\n..G\n"
PROGRAM: Final = (
    "def program(robot):\n    robot.forward()\n    robot.pick()\n    robot.forward()\n    robot.turn_right()\n    robot.forward(2)\n"
)
EXAMPLES: Final = [[88, 6, "metal"], [34, 6, "metal"], [70, 46, "plastic"], [50, 90, "plastic"], [22, 76, "peels"], [14, 34, "peels"]]
PLAN: Final = {"who": ["market_team"], "problem": ["one_heap"], "data": ["shine"], "unsure": ["asks"]}
PAD_SLIDES: Final = {"helps": ["helps_people"], "examples": ["nine"], "limits": ["rusty"], "aside": ["photo"]}
SLIDES: Final = {
    "helps": "It helps the people at the market.",
    "examples": "I chose six examples.",
    "limits": "It was wrong about a rusty can.",
}

_BINS_GIVEN: Final = """
from ailab.activities import sort_cards
sort_cards("bins", {"can": t("New can"), "bag": t("Plastic bag"), "nuts": t("Nut shells")}, {"metal": t("Metal"), "plastic": t("Plastic"), "peels": t("Peels")})
measured = {"can": [88, 6], "bag": [50, 90], "nuts": [10, 24]}
"""
_PLAN_GIVEN: Final = """
sort_cards("plan", {"market_team": t("People at the market"), "one_heap": t("One heap"), "shine": t("How shiny"), "asks": t("It asks a human.")},
           {"who": t("Who is helped?"), "problem": t("What is the problem?"), "data": t("Which examples?"), "unsure": t("When not sure?")})
"""
_SLIDES_GIVEN: Final = """
sort_cards("slides", {"helps_people": t("It helps."), "nine": t("Nine examples."), "rusty": t("Wrong about a can."), "photo": t("My photo")},
           {"helps": t("Slide 1"), "examples": t("Slide 2"), "limits": t("Slide 3"), "aside": t("Not shown")})
quiz("promise", t("What do you promise?"), {"human": t("Where it matters, a human decides."), "look": t("I check.")})
"""


def lay_notebook(folder: Path, exercise: str, *cells: tuple[str, str], form: str = "pad", language: str = "en") -> Path:
    """Write an exercise of these cells, each a role and a source."""
    data: dict[str, Any] = {
        "cells": [
            {"cell_type": "code", "id": f"c{number}", "metadata": _metadata(role), "source": source, "outputs": [], "execution_count": None}
            for number, (role, source) in enumerate(cells)
        ],
        "metadata": {"ailab": {"form": form, "language": language, "exercise": exercise, "module": "robot_project", "format_version": "1"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = folder / "exercises" / "robot_project" / f"{exercise}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=True), encoding="utf-8")
    return path


def _metadata(role: str) -> dict[str, Any]:
    """Return what the build and the laying out note in a cell: an answer is another than was laid."""
    if role != "answer":
        return {"ailab": {"role": role}}
    return {"ailab": {"role": role, "hash": "0" * 16}, "nbgrader": {"solution": True, "grade": False, "locked": False, "task": False}}


def lay_pad_project(
    folder: Path,
    *,
    picture: Any = PICTURE,
    cards: Any = CARDS,
    bins: Any = None,
    plan: Any = PLAN,
    slides: Any = PAD_SLIDES,
    promise: Any = "human",
) -> Path:
    """Write a project of who presses buttons."""
    laid = {"metal": ["can"], "plastic": ["bag"], "peels": ["nuts"]} if bins is None else bins
    lay_notebook(
        folder,
        "test_own_world",
        ("given", "def map_of(picture):\n    return ''"),
        ("answer", f"picture = {picture!r}\nmy_map = map_of(picture)"),
        ("answer", f"cards = []\ncards = {cards!r}\nprogram = follow(cards)"),
    )
    lay_notebook(folder, "sort_waste", ("given", _BINS_GIVEN), ("answer", f"bins = {laid!r}\nexamples = [*map(list, bins)]"))
    lay_notebook(folder, "plan_robot_project", ("given", _PLAN_GIVEN), ("answer", f"plan = {plan!r}\nplan"))
    lay_notebook(folder, "show_and_promise", ("given", _SLIDES_GIVEN), ("answer", f"slides = {slides!r}\npromise = {promise!r}"))
    return folder


def lay_python_project(
    folder: Path, *, drawing: str = MAP, program: str = PROGRAM, examples: Any = EXAMPLES, slides: Any = SLIDES, promise: Any = "look"
) -> Path:
    """Write a project of who types."""
    lay_notebook(
        folder,
        "test_own_world",
        ("given", "from ailab import Robot, World, check, follow, simulate, t"),
        ("answer", f"my_map = {drawing!r}\nRobot(World.from_text(my_map))"),
        ("answer", program),
        form="python",
    )
    lay_notebook(folder, "sort_waste", ("given", "from ailab import t"), ("answer", f"examples = {examples!r}"), form="python")
    lay_notebook(folder, "plan_robot_project", ("given", _PLAN_GIVEN), ("answer", f"plan = {PLAN!r}\nplan"), form="python")
    lay_notebook(
        folder, "show_and_promise", ("given", _SLIDES_GIVEN), ("answer", f"slides = {slides!r}\npromise = {promise!r}"), form="python"
    )
    return folder
