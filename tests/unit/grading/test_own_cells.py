"""A learner's own cells, run to be shown: isolated, limited, and never believed."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pytest

from ailab.checks.answer import Answer
from ailab.errors import Refused
from ailab.office.grading.engine import own_cells
from ailab.office.grading.engine.own_cells import answer_at_home, limited_answer, sandboxed_answer
from ailab.office.sandbox import probe
from ailab.robot import World, in_world

Opened = Callable[[Sequence[str]], AbstractContextManager[Answer]]

CELLS = (
    "from ailab import World, simulate",
    "my_map = '>.xG'",
    "1 / 0",
    "def program(robot):\n    while not robot.at_goal():\n        robot.forward()\n        robot.pick()\n",
)
NETWORK = "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9), 1)\n    said = 'open'\nexcept Exception as error:\n    said = type(error).__name__"
sandbox = pytest.mark.skipif(not all(each.works for each in probe() if each.layer.required), reason="needs the sandbox")
both = pytest.mark.parametrize("opened", [pytest.param(sandboxed_answer, marks=sandbox), limited_answer], ids=["sandbox", "limits"])


@both
def test_program_meets_a_robot_that_stands_here(opened: Opened) -> None:
    met: list[Any] = []

    def start() -> Any:
        met.append(in_world(World.from_text(">.xG"))())
        return met[-1]

    with opened(CELLS) as answer:
        outcome = answer.meet("program", start)
        assert answer.read("my_map").value == ">.xG"

    assert outcome.error == ""
    assert met[0].run().outcome.solved


@both
def test_cells_have_no_network(opened: Opened) -> None:
    with opened([NETWORK]) as answer:
        assert answer.read("said").value == "PermissionError"


@both
def test_process_that_dies_says_so_to_every_question(opened: Opened) -> None:
    with opened(["import os\nos._exit(3)", "x = 1"]) as answer:
        assert answer.read("x").error == "Died"


@both
def test_cells_without_an_end_are_ended(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_cells, "_CELLS_S", 0.5)

    with opened(["y = 1", "while True:\n    pass"]) as answer:
        assert answer.read("x").error == "TimeUp"


def test_where_there_is_no_sandbox_only_ones_own_cells_run(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking:
        def __init__(self, *_: object, **_more: object) -> None:
            raise Refused("no user namespaces")

    monkeypatch.setattr(own_cells, "Template", Lacking)

    with answer_at_home(["x = 2"]) as answer:
        assert answer.read("x").value == 2
    with pytest.raises(Refused, match="no user namespaces"), sandboxed_answer(["x = 2"]):
        pass
