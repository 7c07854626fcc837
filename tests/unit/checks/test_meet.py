"""A learner's function meets a partner: on the screen, and on the other end of a channel."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import socketpair
from textwrap import dedent
from typing import Any

import pytest

from ailab.checks import Answer, EndOfRun, meet
from ailab.checks.local import LocalAnswer
from ailab.office.grading.engine.remote import RemoteAnswer
from ailab.office.grading.engine.session import _met
from ailab.office.sandbox.frames import receive_frame, send_frame


class Counter:
    """Counts up to its secret; says nothing of it."""

    verbs = frozenset({"add", "full", "stop"})

    def __init__(self, most: int = 5) -> None:
        self.count, self.most, self.stopped = 0, most, False

    def tell(self, verb: str, /, *args: Any, **kwargs: Any) -> Any:
        if verb == "stop":
            self.stopped = True
            return None
        if verb == "full":
            return self.count == self.most
        if not isinstance(args[0], int):
            raise ValueError("a whole number, please")
        if self.count >= self.most:
            raise EndOfRun
        self.count += args[0]
        return [self.count]

    def result(self) -> Any:
        return {"count": self.count, "stopped": self.stopped}


@contextmanager
def local(source: str) -> Iterator[Answer]:
    space: dict[str, Any] = {}
    exec(dedent(source), space)
    yield LocalAnswer(space, [source], patience_s=0.5)


@contextmanager
def remote(source: str) -> Iterator[Answer]:
    """Put the learner's side on a thread of its own, behind a socket."""
    space: dict[str, Any] = {}
    exec(dedent(source), space)
    here, there = socketpair()

    def serve() -> None:
        while True:
            try:
                order = receive_frame(there)
            except (EOFError, OSError):
                return
            send_frame(there, _met(there, LocalAnswer(space, [source], patience_s=0.5), order))

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield RemoteAnswer(here, [source], patience_s=0.5)
    finally:
        here.close()
        thread.join(5)
        there.close()


Where = Callable[[str], Any]
both = pytest.mark.parametrize("where", [local, remote], ids=["here", "across a channel"])


@both
def test_the_value_is_what_the_partner_tells(where: Where) -> None:
    with where("def program(counter):\n    for _ in range(3):\n        counter.add(1)\n    return 'a lie'") as answer:
        outcome = meet("program", Counter)(answer)
    assert outcome.value == {"count": 3, "stopped": False}
    assert not outcome.error


@both
def test_what_the_partner_says_reaches_the_program(where: Where) -> None:
    with where("def program(counter):\n    while not counter.full():\n        print(counter.add(1))") as answer:
        outcome = meet("program", Counter)(answer)
    assert outcome.value["count"] == 5
    assert outcome.printed.split() == ["[1]", "[2]", "[3]", "[4]", "[5]"]


@both
def test_an_endless_program_is_ended_without_blame_even_if_it_catches_everything(where: Where) -> None:
    greedy = """
    def program(counter):
        while True:
            try:
                counter.add(1)
            except Exception:
                pass
    """
    with where(greedy) as answer:
        outcome = meet("program", Counter)(answer)
    assert (outcome.value["count"], outcome.error) == (5, "")


@both
@pytest.mark.parametrize(
    ("call", "error"), [("add('two')", "ValueError"), ("fly()", "AttributeError"), ("add()", "ValueError"), ("add(object())", "NotPlain")]
)
def test_a_wrong_call_is_an_error_in_the_program(where: Where, call: str, error: str) -> None:
    with where(f"def program(counter):\n    counter.{call}") as answer:
        outcome = meet("program", Counter)(answer)
    assert outcome.error
    assert outcome.value == {"count": 0, "stopped": False}


@both
def test_a_with_block_stops_the_partner(where: Where) -> None:
    with where("def program(counter):\n    with counter:\n        1 / 0") as answer:
        outcome = meet("program", Counter)(answer)
    assert (outcome.error, outcome.value["stopped"]) == ("ZeroDivisionError", True)


@both
def test_a_missing_function_is_told_as_such(where: Where) -> None:
    with where("x = 1") as answer:
        assert meet("program", Counter)(answer).error == "NotDefined"


@both
def test_more_arguments_follow_the_partner(where: Where) -> None:
    with where("def program(counter, many):\n    for _ in range(many):\n        counter.add(1)") as answer:
        assert meet("program", Counter, 2)(answer).value["count"] == 2


@both
def test_threads_of_a_program_speak_one_at_a_time(where: Where) -> None:
    threads = """
    from threading import Thread

    def program(counter):
        many = [Thread(target=counter.add, args=(1,)) for _ in range(20)]
        for thread in many:
            thread.start()
        for thread in many:
            thread.join()
    """
    with where(threads) as answer:
        assert meet("program", lambda: Counter(most=100))(answer).value["count"] == 20


@pytest.mark.parametrize("frame", [{"tell": ["add"], "with": {"tuple": []}}, {"tell": "result", "with": 3}, {"tell": "add"}])
def test_forged_calls_are_refused_and_the_meeting_goes_on(frame: dict[str, Any]) -> None:
    here, there = socketpair()
    with here, there:
        replies: list[Any] = []

        def forge() -> None:
            receive_frame(there)
            send_frame(there, frame)
            replies.append(receive_frame(there))
            send_frame(there, {"value": "all points to me", "printed": ""})

        thread = threading.Thread(target=forge)
        thread.start()
        outcome = RemoteAnswer(here, []).meet("program", Counter)
        thread.join(5)
    assert "refused" in replies[0]
    assert outcome.value == {"count": 0, "stopped": False}


def test_talk_without_end_is_ended() -> None:
    here, there = socketpair()

    def talk() -> None:
        receive_frame(there)
        while True:
            try:
                send_frame(there, {"tell": "full", "with": {"tuple": [{"tuple": []}, {"dict": []}]}})
                receive_frame(there)
            except (EOFError, OSError):
                return

    thread = threading.Thread(target=talk)
    thread.start()
    with here:
        answer = RemoteAnswer(here, [], patience_s=0.1, budget_s=0.5)
        outcome = answer.meet("program", Counter)
    thread.join(5)
    there.close()
    assert (outcome.error, outcome.value["count"]) == ("TimeUp", 0)
