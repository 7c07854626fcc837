"""MicroPython's modules as far as our bridges use them, so that the files a trainer copies to a board run here."""

import importlib.util
import json
import os
import ssl
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import Any

BRIDGES = Path(__file__).resolve().parents[2] / "docs" / "bridges"


def load_bridge(name: str) -> ModuleType:
    """Return a bridge as a module; its `main` is not called."""
    spec = importlib.util.spec_from_file_location(f"bridge_{name}", BRIDGES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def provide_micropython(journal: Path) -> ModuleType:
    """Let `machine`, `network` and `umqtt` be imported; every duty of a pin is noted in the journal. Return `machine`."""
    modules = {
        "machine": _machine(journal),
        "network": _network(),
        "umqtt": ModuleType("umqtt"),
        "umqtt.simple": ModuleType("umqtt.simple"),
    }
    modules["umqtt.simple"].MQTTClient = MqttClient  # type: ignore[attr-defined]
    sys.modules.update(modules)
    for name, function in _TICKS.items():
        setattr(time, name, function)
    return modules["machine"]


_TICKS: dict[str, Callable[..., Any]] = {
    "ticks_ms": lambda: int(time.monotonic() * 1000),
    "ticks_diff": lambda later, earlier: later - earlier,
    "sleep_ms": lambda milliseconds: time.sleep(milliseconds / 1000),
    "sleep_us": lambda microseconds: time.sleep(microseconds / 1e6),
}


class Pin:
    """A pin that can be switched."""

    OUT, IN = "out", "in"

    def __init__(self, number: int, mode: str = "") -> None:
        self.number = number

    def value(self, value: int) -> None:
        """Switch it."""


def _machine(journal: Path) -> ModuleType:
    class Pwm:
        def __init__(self, pin: Pin, *, freq: int, duty_u16: int) -> None:
            self.pin = pin
            self.duty_u16(duty_u16)

        def duty_u16(self, duty: int) -> None:
            assert type(duty) is int
            assert 0 <= duty <= 65535
            with journal.open("a") as stream:
                stream.write(json.dumps([self.pin.number, duty / 65535]) + "\n")

    class Watchdog:
        def __init__(self, *, timeout: int) -> None:
            assert timeout > 1000

        def feed(self) -> None:
            pass

    machine = ModuleType("machine")
    given = {"Pin": Pin, "PWM": Pwm, "WDT": Watchdog, "time_pulse_us": lambda pin, level, most: 42 * 58, "reset": lambda: os._exit(7)}
    machine.__dict__.update(given)
    return machine


def _network() -> ModuleType:
    class Wlan:
        def __init__(self, interface: int) -> None:
            self.connected = False

        def active(self, on: bool) -> None:
            pass

        def connect(self, name: str, password: str) -> None:
            self.connected = True

        def isconnected(self) -> bool:
            return self.connected

    network = ModuleType("network")
    network.__dict__.update({"WLAN": Wlan, "STA_IF": 0})
    return network


class MqttClient:
    """umqtt.simple's client, on paho."""

    def __init__(
        self,
        client_id: str,
        server: str,
        port: int = 0,
        user: str | None = None,
        password: str | None = None,
        keepalive: int = 0,
        ssl: Any = None,
    ) -> None:
        from paho.mqtt.client import Client
        from paho.mqtt.enums import CallbackAPIVersion

        self._server, self._port, self._keepalive = server, port, keepalive
        self._messages: SimpleQueue[tuple[bytes, bytes]] = SimpleQueue()
        self._lost, self._ready = False, False
        self._client = Client(CallbackAPIVersion.VERSION2, client_id, reconnect_on_failure=False)
        self._client.username_pw_set(user, password)
        if ssl:
            self._client.tls_set_context(ssl)
        self._client.on_connect = self._welcomed
        self._client.on_message = lambda client, data, message: self._messages.put((message.topic.encode(), bytes(message.payload)))
        self._client.on_disconnect = self._parted

    def set_callback(self, callback: Callable[[bytes, bytes], None]) -> None:
        self._callback = callback

    def set_last_will(self, topic: bytes, message: bytes, retain: bool = False, qos: int = 0) -> None:
        self._client.will_set(topic.decode(), message, qos, retain)

    def connect(self) -> None:
        self._client.connect(self._server, self._port, self._keepalive)
        self._client.loop_start()
        deadline = time.monotonic() + 5
        while not self._ready and time.monotonic() < deadline:
            time.sleep(0.01)
        if not self._ready:
            raise OSError("no welcome")

    def publish(self, topic: bytes, message: bytes | str, retain: bool = False, qos: int = 0) -> None:
        self._client.publish(topic.decode(), message, qos, retain)

    def subscribe(self, topic: bytes, qos: int = 0) -> None:
        self._client.subscribe(topic.decode(), qos)

    def check_msg(self) -> None:
        if self._lost:
            raise OSError(-1)
        with suppress(Empty):
            self._callback(*self._messages.get_nowait())

    def _welcomed(self, *given: Any) -> None:
        self._ready = True

    def _parted(self, *given: Any) -> None:
        self._lost = True


def run_board(settings: dict[str, Any]) -> None:
    """Be a board with the MicroPython bridge on it, until the broker is lost."""
    provide_micropython(Path(settings["journal"]))
    bridge = load_bridge("micropython_board")
    for name in ("BROKER", "PORT", "USER", "PASSWORD", "NAME"):
        setattr(bridge, name, settings[name])
    bridge.TLS = ssl.create_default_context(cafile=settings["ca"])  # type: ignore[attr-defined]
    bridge.main()


if __name__ == "__main__":
    run_board(json.loads(sys.argv[1]))
