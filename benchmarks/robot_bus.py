"""A message on the bus within a program, beside a real broker and beside a plain call.

Ours turns what is published into the bytes that would travel, keeps them, finds who subscribed, and turns them back for each. The
plain call does nothing of that, so it is the floor, not a rival. The broker is amqtt in a thread, its client paho-mqtt.

What would lift the figure further: turning values into JSON and back is two thirds of it; copies without JSON would be quicker and
no longer be what a broker carries.
"""

import threading
from collections.abc import Callable
from typing import Any, Final

from ailab.devices import Bus, local_broker
from benchmarks.measure import Row, in_turns
from benchmarks.robot_others import called, installed

_MESSAGES: Final = 1_000
_REPEATS: Final = 5
_TOPIC: Final = "greenhouse/1/soil"
_READING: Final = {"value": 31.5, "unit": "%"}
_PATIENCE_S: Final = 60.0


def rows() -> list[Row]:
    """Compare to a call, and to amqtt with paho where both are installed."""
    plain = [_row(_plainly, "a plain function call")]
    paho = installed("paho.mqtt.client")
    if paho is None or installed("amqtt") is None:
        return plain
    with local_broker() as url:
        client = _connected(paho, url)
        try:
            broker = _row(lambda: _through_a_broker(client), f"{called('paho-mqtt')} and {called('amqtt')}")
        finally:
            client.disconnect()
            client.loop_stop()
    return [broker, *plain]


def _row(theirs: Callable[[], None], against: str) -> Row:
    ours, other = in_turns(_in_process, theirs, repeats=_REPEATS)
    each = 1e6 / _MESSAGES
    return Row(name="message on the bus", ours=ours * each, theirs=other * each, against=against, unit="µs")


def _in_process() -> None:
    found: list[Any] = []
    with Bus() as bus:
        bus.subscribe("greenhouse/+/soil", lambda _topic, reading: found.append(reading))
        for _ in range(_MESSAGES):
            bus.publish(_TOPIC, _READING)
    _all_came(found)


def _plainly() -> None:
    found: list[Any] = []

    def hear(_topic: str, reading: Any) -> None:
        found.append(reading)

    for _ in range(_MESSAGES):
        hear(_TOPIC, _READING)
    _all_came(found)


def _connected(paho: Any, url: str) -> Any:
    client = paho.Client(paho.CallbackAPIVersion.VERSION2)
    ready = threading.Event()
    client.on_subscribe = lambda *_: ready.set()
    client.connect("127.0.0.1", int(url.rsplit(":", 1)[1]))
    client.loop_start()
    client.subscribe("greenhouse/+/soil")
    if not ready.wait(_PATIENCE_S):
        raise RuntimeError("the broker does not answer")
    return client


def _through_a_broker(client: Any) -> None:
    import json

    found: list[Any] = []
    done = threading.Event()

    def hear(_client: Any, _data: Any, message: Any) -> None:
        found.append(json.loads(message.payload))
        if len(found) == _MESSAGES:
            done.set()

    client.on_message = hear
    for _ in range(_MESSAGES):
        client.publish(_TOPIC, json.dumps(_READING))
    done.wait(_PATIENCE_S)
    _all_came(found)


def _all_came(found: list[Any]) -> None:
    if found != [_READING] * _MESSAGES:
        raise RuntimeError(f"{len(found)} of {_MESSAGES} messages came")
