"""The bridges in docs/bridges: their language, and what they do with what they hear. No board has run them."""

import ast
import json
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from tests.contracts import micropython
from tests.contracts.micropython import BRIDGES, load_bridge

from ailab.devices import Bus

SOURCES = sorted(path for path in BRIDGES.iterdir() if path.suffix in {".py", ".ino"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_bridge_says_that_no_hardware_has_run_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "NOT TRIED ON HARDWARE" in text[:400]
    if path.suffix == ".py":
        ast.parse(text)


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("machine", "network", "umqtt", "umqtt.simple"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    for name in micropython._TICKS:
        monkeypatch.setattr(time, name, None, raising=False)
    micropython.provide_micropython(tmp_path / "journal")
    return load_bridge("micropython_board").Board()


def duties(board: Any, folder: Path) -> dict[int, float]:
    return dict(json.loads(line) for line in (folder / "journal").read_text().splitlines())


def test_a_micropython_board_drives_within_its_limit_and_answers(board: Any, tmp_path: Path) -> None:
    board.hear(b"ailab/robots/amal/motors", b'{"n": 7, "left": 2, "right": -0.5}')

    found = duties(board, tmp_path)
    assert (found[2], found[3], found[4], found[5]) == pytest.approx((0.8, 0, 0, 0.5), abs=0.001)
    assert json.loads(board.report()) == {"n": 7, "held": False, "moving": True, "distance": 42.0}
    assert board.news


@pytest.mark.parametrize(
    ("verb", "message"),
    [
        ("motors", b"nonsense"),
        ("motors", b'{"n": 1}'),
        ("motors", b'{"n": 1, "left": "fast", "right": 0}'),
        ("motors", b'{"n": 1, "left": NaN, "right": NaN}'),
        ("motors", b"[1]"),
        ("stop", b"{}"),
        ("stop", b"nonsense"),
        ("stop", b"7"),
    ],
    ids=str,
)
def test_what_a_micropython_board_cannot_understand_is_a_stop(board: Any, tmp_path: Path, verb: str, message: bytes) -> None:
    board.hear(b"ailab/robots/amal/motors", b'{"n": 1, "left": 0.5, "right": 0.5}')

    board.hear(f"ailab/robots/amal/{verb}".encode(), message)

    assert set(duties(board, tmp_path).values()) == {0.0}


def test_a_micropython_board_that_is_held_obeys_no_motor_command(board: Any, tmp_path: Path) -> None:
    board.hear(b"ailab/robots/amal/stop", b'{"hold": true}')
    board.hear(b"ailab/robots/amal/motors", b'{"n": 2, "left": 0.5, "right": 0.5}')

    assert set(duties(board, tmp_path).values()) == {0.0}
    assert json.loads(board.report())["held"] is True

    board.hear(b"ailab/robots/amal/stop", b'{"hold": false}')
    board.hear(b"ailab/robots/amal/motors", b'{"n": 3, "left": 0.5, "right": 0.5}')
    assert duties(board, tmp_path)[2] == pytest.approx(0.5, abs=0.001)


def test_a_micropython_board_stops_when_its_program_is_silent(board: Any, tmp_path: Path) -> None:
    board.hear(b"ailab/robots/amal/motors", b'{"n": 1, "left": 0.5, "right": 0.5}')
    board.renewed -= 400
    board.hear(b"ailab/robots/amal/heartbeat", b"{}")
    board.check_lease()
    assert duties(board, tmp_path)[2] > 0

    board.renewed -= 600
    board.check_lease()

    assert set(duties(board, tmp_path).values()) == {0.0}


class Cable:
    """A serial line with a board at its end."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.said = b""

    @property
    def in_waiting(self) -> int:
        return len(self.said)

    def write(self, data: bytes) -> None:
        self.sent.append(data)

    def read(self, size: int) -> bytes:
        said, self.said = self.said[:size], self.said[size:]
        return said


def heard(bus: Bus) -> list[Any]:
    found: list[Any] = []
    bus.subscribe("ailab/robots/amal/sensors", lambda topic, payload: found.append(payload))
    return found


def test_a_serial_board_hears_percents_and_what_cannot_be_read_is_a_stop() -> None:
    bus, cable = Bus(), Cable()
    load_bridge("serial_bridge").Bridge(bus, cable, "amal")

    for verb, payload in [
        ("motors", {"n": 3, "left": 0.5, "right": -0.254}),
        ("heartbeat", {}),
        ("motors", {"n": 4}),
        ("motors", "nonsense"),
        ("stop", {"hold": True}),
        ("motors", {"n": 5, "left": 1, "right": 1}),
    ]:
        bus.publish(f"ailab/robots/amal/{verb}", payload)

    assert cable.sent == [b"m 3 50 -25\n", b"b\n", b"s\n", b"s\n", b"s\n", b"m 5 0 0\n"]


def test_a_serial_board_is_heard_line_by_line() -> None:
    bus, cable = Bus(), Cable()
    bridge = load_bridge("serial_bridge").Bridge(bus, cable, "amal")
    found = heard(bus)

    cable.said = b"r 3 42.5\nr 4 -\nnoise\nr 5"
    bridge.report()
    cable.said = b"\n"
    bridge.report()

    assert found == [{"n": 3, "held": False, "distance": 42.5}, {"n": 4, "held": False, "distance": None}, {"n": 5, "held": False}]


def test_a_thymio_gets_targets_and_says_what_it_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tdmclient", SimpleNamespace(ClientAsync=None))
    bus = Bus()
    bridge = load_bridge("thymio").Bridge(bus, "amal")
    found = heard(bus)

    bus.publish("ailab/robots/amal/motors", {"n": 7, "left": 0.5, "right": 3})
    assert (bridge.targets, bridge.alive) == ((200, 400), True)
    bridge.report(0, (900, 100))
    bus.publish("ailab/robots/amal/motors", "nonsense")
    assert bridge.targets == (0, 0)
    bus.publish("ailab/robots/amal/stop", {"hold": True})
    bus.publish("ailab/robots/amal/motors", {"n": 8, "left": 1, "right": 1})

    assert bridge.targets == (0, 0)
    assert found == [{"n": 7, "held": False, "distance": None, "line": [False, False, True]}]


def test_a_microbit_obeys_lines_and_stops_at_what_it_cannot_read(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, int]] = []

    def pin(name: str) -> SimpleNamespace:
        def note(value: int) -> None:
            written.append((name, value))

        return SimpleNamespace(write_digital=note, write_analog=note)

    names = ("pin8", "pin12", "pin13", "pin16")
    given = {name: pin(name) for name in names} | dict.fromkeys(("running_time", "sleep", "uart"))
    monkeypatch.setitem(sys.modules, "microbit", SimpleNamespace(**given))
    bridge = load_bridge("microbit")

    assert bridge.obey(b"m 7 50 -100", 3) == 7
    assert written == [("pin12", 0), ("pin13", 511), ("pin8", 1), ("pin16", 818)]
    for wrong in (b"m 8 x y", b"", b"s", b"m 8"):
        written.clear()
        assert bridge.obey(wrong, 7) == 7
        assert [value for name, value in written if name in ("pin13", "pin16")] == [0, 0]
    written.clear()
    assert bridge.obey(b"b", 7) == 7
    assert written == []
