"""An answer on the other side of a channel is asked like one in this process, and believed less."""

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from threading import Thread
from typing import Any

import pytest

from ailab.checks.answer import Outcome
from ailab.checks.findings import Findings, points
from ailab.checks.wire import to_wire
from ailab.office.course import Course, Exercise
from ailab.office.course.trial import _with_answers, examine, known_answers, stub_of
from ailab.office.grading.engine.drive import Job, run_notebook
from ailab.office.grading.engine.remote import RemoteAnswer
from ailab.office.sandbox import Template
from ailab.office.sandbox.frames import receive_frame, send_frame

from .conftest import NAMES, check_text, notebook


def exercises(course: Course) -> Iterator[tuple[Exercise, str, tuple[str, ...] | None]]:
    for exercise in course.modules[0].exercises:
        yield exercise, "solution", None
        yield (
            exercise,
            "stub",
            tuple(stub_of(cell.source) for cell in exercise.cells if cell.role == "answer" and cell.form in (None, "python")),
        )
        for known in known_answers(course, exercise):
            yield exercise, known.name, known.cells


def test_both_sides_of_the_border_find_the_same(tiny_course: Course, template: Template) -> None:
    for exercise, name, answers in exercises(tiny_course):
        here = examine(tiny_course, exercise, answers, seed=1)
        cells = [*_with_answers(exercise, answers, "python"), f'check("{exercise.slug}")']

        there = run_notebook(template, Job(notebook=notebook(*cells), files={}, check=check_text(exercise.slug))).findings[exercise.slug]

        assert there == quiet(here), f"{exercise.slug}: {name}"
        assert points(there.share, 4) == points(here.share, 4)
    assert set(NAMES) == {exercise.slug for exercise in tiny_course.modules[0].exercises}


def quiet(findings: Findings) -> Findings:
    """Return findings as the engine keeps them: hidden cases without the answer's own words."""
    return replace(findings, cases=tuple(replace(case, message="") if case.hidden else case for case in findings.cases))


class Stranger:
    """The other end of a channel, saying what a test wants it to say."""

    def __init__(self, *answers: Any, delay_s: float = 0.0) -> None:
        self.ours, self._theirs = socket.socketpair()
        self._answers, self._delay_s = answers, delay_s
        self.asked: list[Any] = []
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with self._theirs:
            for answer in self._answers:
                try:
                    self.asked.append(receive_frame(self._theirs, seconds=10))
                    time.sleep(self._delay_s)
                    if isinstance(answer, bytes):
                        self._theirs.sendall(answer)
                    else:
                        send_frame(self._theirs, answer)
                except (OSError, EOFError):
                    return

    def close(self) -> None:
        self.ours.close()
        self._thread.join(15)


def ask(answer: Any, **options: Any) -> Outcome:
    stranger = Stranger(answer)
    try:
        return RemoteAnswer(stranger.ours, [], **options).call("f", 1)
    finally:
        stranger.close()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({}, "NotPlainData"),
        ([], "NotPlainData"),
        ("value", "NotPlainData"),
        ({"value": {"pickle": "x"}}, "NotPlainData"),
        ({"value": 1, "printed": {"no": "such"}}, "NotPlainData"),
        ({"error": ["x"], "message": {"tuple": [1]}}, "['x']"),
        ({"error": 0}, "NotPlainData"),
        (b"\xff\xff\xff\xff", "Died"),
        (b"\x00\x00\x00\x02{", "Died"),
        (b"\x00\x00\x00\x02xx", "Died"),
    ],
)
def test_nonsense_is_an_error_of_the_answer(answer: Any, error: str) -> None:
    assert ask(answer) == Outcome(error=error, message="(1,)" if error == "['x']" else ask(answer).message)


def test_an_answer_carries_text_that_can_be_written() -> None:
    outcome = ask({"error": "E\ud800", "message": "\udfff", "printed": "\ud800"})

    f"{outcome}".encode()


def test_names_are_names() -> None:
    stranger = Stranger({"names": ["good", "<script>", "a" * 101, 3, None, "also_good", *(f"x{n}" for n in range(5000))]})

    found = RemoteAnswer(stranger.ours, []).names()

    stranger.close()
    assert {"good", "also_good"} <= found
    assert len(found) <= 2000
    assert "<script>" not in found


@pytest.mark.parametrize("answer", [{"names": {"a": 1}}, {"names": None}, [], None, {}])
def test_no_names_are_none(answer: Any) -> None:
    stranger = Stranger(answer)

    assert RemoteAnswer(stranger.ours, []).names() == frozenset()
    stranger.close()


def test_a_silent_answer_is_waited_for_and_then_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ailab.office.grading.engine.remote._GRACE_S", 0.2)
    stranger = Stranger({"value": 1}, {"value": 2}, delay_s=2)
    answer = RemoteAnswer(stranger.ours, [], patience_s=0.2)

    begin = time.monotonic()
    assert [answer.call("f").error, answer.call("f").error, answer.trouble] == ["TimeUp", "TimeUp", "TimeUp"]
    assert time.monotonic() - begin < 1.5
    stranger.close()


def test_all_questions_share_one_budget() -> None:
    stranger = Stranger(*[{"value": 1}] * 20, delay_s=0.2)
    answer = RemoteAnswer(stranger.ours, [], budget_s=0.5)

    errors = [answer.call("f").error for _ in range(6)]

    stranger.close()
    assert errors[0] == ""
    assert errors[-1] == "TimeUp"
    assert len(stranger.asked) < 6


def test_the_other_side_hears_how_long_it_has() -> None:
    stranger = Stranger({"value": 1})
    RemoteAnswer(stranger.ours, [], patience_s=5, budget_s=2).call("f", 3, word="x")
    stranger.close()

    assert stranger.asked == [{"do": "ask", "question": "call", "with": to_wire(("f", (3,), {"word": "x"})), "patience_s": 2}]


def test_trees_are_read_here() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        answer = RemoteAnswer(ours, ["a = 1", "def f():\n    return 2", "a = 3"])
        assert dict(answer.sources()) == {"a": "a = 3", "f": "def f():\n    return 2"}
        tree = answer.tree("f")
        assert tree is not None
        assert answer.tree("no") is None


@pytest.mark.parametrize(
    "cell",
    [
        "-" * 100_000 + "1",
        "x=" + "1+" * 50_000 + "1",
        "(" * 5000,
        "x = 1\x00",
        "x = '\ud800'",
        "x = " + "[" * 99 + "]" * 99,
        "x" * 90_000,
        "1," * 60_000,
    ],
)
def test_no_source_is_too_odd_for_the_grader(cell: str) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        begin = time.monotonic()
        assert set(RemoteAnswer(ours, [cell, "good = 1"]).sources()) >= {"good"}
        assert time.monotonic() - begin < 3


def test_what_nobody_writes_by_hand_is_not_parsed() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        begin = time.monotonic()
        assert set(RemoteAnswer(ours, ["x = [" + "1," * 10_000_000 + "]", *["y = 1\n" * 16_000] * 100]).sources()) == set()
        assert time.monotonic() - begin < 1


def test_parsing_stops_at_a_million_letters() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        begin = time.monotonic()
        RemoteAnswer(ours, ["y = 1\n" * 16_000] * 100).sources()
        assert time.monotonic() - begin < 15
