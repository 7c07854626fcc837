"""The bus in this process: the same way each time, and never without an end. What all tiers share stands in tests/pipeline/test_brokers.py."""

import sys
import threading
from collections.abc import Callable
from types import FunctionType
from typing import Any

import pytest

from ailab.devices import Bus, Message
from ailab.devices.errors import BusClosed, NoEnd, WrongValue


def test_a_message_arrives_while_it_is_published() -> None:
    heard: list[Any] = []
    bus = Bus()
    bus.subscribe("a/+", lambda topic, payload: heard.append((topic, payload)))

    bus.publish("a/b", 1)

    assert heard == [("a/b", 1)]


def test_time_is_virtual_and_exact() -> None:
    bus, beats = Bus(), []
    bus.every(0.1, lambda: beats.append(bus.now))

    bus.run(86_400 / 24)

    assert len(beats) == 36_000
    assert beats[-1] == bus.now == 3_600.0


def test_calls_at_the_same_moment_keep_their_order() -> None:
    bus, calls = Bus(), []
    for name in "abc":
        bus.every(10, lambda name=name: calls.append(name))  # type: ignore[misc]

    bus.run(20)

    assert calls == list("abcabc")


def test_the_log_tells_what_was_published_and_when() -> None:
    bus = Bus()
    bus.every(60, lambda: bus.publish("beat", {"n": 1}))
    bus.run(120)

    assert bus.log == [Message(60.0, "beat", {"n": 1}), Message(120.0, "beat", {"n": 1})]


def test_what_one_function_changes_others_do_not_see() -> None:
    bus, heard = Bus(), []
    bus.subscribe("a", lambda _topic, payload: payload.append("changed"))
    bus.subscribe("a", lambda _topic, payload: heard.append(payload))
    sent = ["fresh"]

    bus.publish("a", sent)

    assert heard == [["fresh"]]
    assert sent == ["fresh"]


def test_messages_published_in_a_function_wait_for_their_turn() -> None:
    bus, order = Bus(), []

    def first(_topic: str, _payload: object) -> None:
        bus.publish("b", 1)
        order.append("first is done")

    bus.subscribe("a", first)
    bus.subscribe("b", lambda _topic, _payload: order.append("second"))

    bus.publish("a", 1)

    assert order == ["first is done", "second"]


def test_functions_that_answer_each_other_for_ever_are_ended_and_the_bus_lives_on() -> None:
    bus, heard = Bus(), []
    bus.subscribe("ping", lambda _topic, payload: bus.publish("pong", payload))
    bus.subscribe("pong", lambda _topic, payload: bus.publish("ping", payload))
    bus.subscribe("other", lambda _topic, payload: heard.append(payload))

    with pytest.raises(NoEnd, match=r"ping|pong"):
        bus.publish("ping", 1)
    bus.publish("other", 2)

    assert heard == [2]


def test_a_run_with_too_many_calls_is_ended() -> None:
    bus = Bus()
    bus.every(0.001, lambda: None)

    with pytest.raises(NoEnd):
        bus.run(1e9)


@pytest.mark.parametrize("name", ["ping", "run"])
def test_running_inside_a_function_that_was_called_is_told(name: str) -> None:
    bus = Bus()
    if name == "run":
        bus.every(1, lambda: bus.run(1))
        bus.run(1)
    else:
        bus.subscribe("ping", lambda _topic, _payload: bus.run(1))
        bus.publish("ping", 1)

    assert len(bus.problems) == 1


def test_the_same_trouble_is_printed_once(capfd: pytest.CaptureFixture[str]) -> None:
    bus = Bus()

    def fails() -> None:
        raise KeyError("soil")

    bus.every(1, fails)
    bus.run(10)
    printed = capfd.readouterr()

    assert printed.out.count("\n") == 1
    assert "`fails` stopped at its line 2 with `KeyError`" in printed.out
    assert printed.err == ""


def test_a_trouble_without_words_is_told_too() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def fails(_topic: str, _payload: object) -> None:
        raise Mute

    bus = Bus()
    bus.subscribe("a", fails)
    bus.publish("a", 1)

    assert "Mute" in bus.problems[0]


def test_stopping_by_hand_is_not_swallowed() -> None:
    bus = Bus()

    def stopped(_topic: str, _payload: object) -> None:
        raise KeyboardInterrupt

    bus.subscribe("a", stopped)

    with pytest.raises(KeyboardInterrupt):
        bus.publish("a", 1)


def in_a_notebook(source: str, names: dict[str, Any]) -> Callable[..., Any]:
    """Return the function `f` as a notebook's cell defines it."""
    exec(source, names | {"__name__": "__main__"}, found := dict[str, Any]())
    function = found["f"]
    assert isinstance(function, FunctionType)
    function.__module__ = "__main__"
    return function


def test_a_cell_that_is_run_again_takes_the_place_of_its_first_run() -> None:
    heard: list[str] = []
    bus = Bus()
    for version in ("old", "new"):
        bus.subscribe("a", in_a_notebook(f"def f(topic, payload): heard.append('{version}')", {"heard": heard}))
        bus.every(1, in_a_notebook(f"def f(): heard.append('{version} beat')", {"heard": heard}))

    bus.publish("a", 1)
    bus.run(1)

    assert heard == ["new", "new beat"]


def test_threads_may_publish() -> None:
    bus, heard = Bus(), []
    bus.subscribe("#", lambda _topic, payload: heard.append(payload))

    def publish_many() -> None:
        for number in range(200):
            bus.publish("a", number)

    threads = [threading.Thread(target=publish_many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    bus.run(0)

    assert sorted(heard) == sorted(list(range(200)) * 4)


def test_a_closed_bus_publishes_no_more() -> None:
    with Bus() as bus:
        bus.publish("a", 1)

    with pytest.raises(BusClosed):
        bus.publish("a", 2)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda bus: bus.publish("a", None),
        lambda bus: bus.publish("a/+", 1),
        lambda bus: bus.subscribe("a", "print"),
        lambda bus: bus.subscribe("a", lambda topic: None),
        lambda bus: bus.subscribe("a/#/b", print),
        lambda bus: bus.every(0, lambda: None),
        lambda bus: bus.every(float("nan"), lambda: None),
        lambda bus: bus.every("1", lambda: None),
        lambda bus: bus.every(1, lambda topic: None),
        lambda bus: bus.run(-1),
        lambda bus: bus.run(float("inf")),
        lambda bus: bus.run(True),
    ],
)
def test_wrong_values_are_told(wrong: Callable[[Bus], None]) -> None:
    with pytest.raises(WrongValue):
        wrong(Bus())


@pytest.mark.parametrize("url", ["localhost", "http://localhost", "mqtt://", "mqtt://x:port", 1883, "mqt://me:secret@home"])
def test_wrong_addresses_are_told_without_the_password(url: Any) -> None:
    with pytest.raises(WrongValue) as told:
        Bus(url)

    assert "secret" not in str(told.value)


@pytest.mark.parametrize("name", ["Bus", "Greenhouse", "grow", "stream", "Device", "home_assistant_discovery"])
def test_the_words_of_lessons_need_the_standard_library_alone(name: str) -> None:
    program = f"import sys; from ailab.devices import {name}; print([m for m in ('numpy','pandas','paho','amqtt','ipywidgets','polib') if m in sys.modules])"

    assert run_python(program) == "[]"


def run_python(program: str) -> str:
    import subprocess

    return subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True).stdout.strip()
