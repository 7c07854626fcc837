"""What a dashboard can show, and how it asks."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol

from ailab.devices.bus import Bus
from ailab.devices.climate import ACTUATORS
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.greenhouse import Greenhouse
from ailab.devices.sensors import SENSORS, UNITS
from ailab.devices.words import labels

_REMEMBERED: Final = 432
"""Readings in a line: three days of a greenhouse."""
_MOST_TOPICS: Final = 12


class Source(Protocol):
    """Something with values over time, and perhaps machines."""

    can_wait: bool

    def series(self) -> Mapping[str, Sequence[float]]:
        """Return the values of each sensor, oldest first."""

    def machines(self) -> Mapping[str, bool]:
        """Return which machines there are, and whether they are on."""

    def label(self, name: str) -> str:
        """Return the reader's word for a sensor or machine."""

    def switch(self, machine: str, on: bool) -> None:
        """Switch a machine."""

    def wait(self, minutes: int) -> None:
        """Let time pass."""

    def watch(self, function: Callable[[], None]) -> None:
        """Have a function called whenever there is something new."""


def source_of(thing: object) -> Source:
    """Return how to ask a greenhouse or a bus."""
    if isinstance(thing, Greenhouse):
        return GreenhouseSource(thing)
    if isinstance(thing, Bus):
        return BusSource(thing)
    raise WrongValue(say("A dashboard shows a greenhouse or a bus; you gave {given}.").format(given=shown(thing)))


class GreenhouseSource:
    """Sensors and machines of a greenhouse."""

    can_wait = True

    def __init__(self, greenhouse: Greenhouse) -> None:
        """Begin with the reading of now."""
        self._greenhouse = greenhouse
        self._series = {sensor: deque[float](maxlen=_REMEMBERED) for sensor in SENSORS}
        self._add()
        greenhouse.watch(self._add)

    def series(self) -> Mapping[str, Sequence[float]]:
        """Return what each sensor said, oldest first."""
        return {sensor: list(values) for sensor, values in self._series.items()}

    def machines(self) -> Mapping[str, bool]:
        """Return which machines are on."""
        return {machine: self._greenhouse.is_on(machine) for machine in ACTUATORS}

    def label(self, name: str) -> str:
        """Return the reader's word, with the unit of a sensor."""
        return f"{labels()[name]} ({UNITS[name]})" if name in UNITS else labels()[name]

    def switch(self, machine: str, on: bool) -> None:
        """Switch a machine of the greenhouse."""
        getattr(self._greenhouse, machine)(on)

    def wait(self, minutes: int) -> None:
        """Let time pass in the greenhouse."""
        self._greenhouse.wait(minutes)

    def watch(self, function: Callable[[], None]) -> None:
        """Have a function called after each reading."""
        self._greenhouse.watch(function)

    def _add(self) -> None:
        reading = self._greenhouse.read()
        for sensor, values in self._series.items():
            values.append(reading[sensor])


class BusSource:
    """The numbers that pass on a bus, one line for each topic."""

    can_wait = False

    def __init__(self, bus: Bus) -> None:
        """Begin with what the bus has seen, and listen to everything."""
        self._series: dict[str, deque[float]] = {}
        self._watchers: list[Callable[[], None]] = []
        for message in bus.log:
            self._add(message.topic, message.payload)
        bus.subscribe("#", self._hear)

    def series(self) -> Mapping[str, Sequence[float]]:
        """Return the numbers under each topic, oldest first."""
        return {topic: list(values) for topic, values in self._series.items()}

    def machines(self) -> Mapping[str, bool]:
        """Return none: a bus alone has no machines."""
        return {}

    def label(self, name: str) -> str:
        """Return the topic itself."""
        return name

    def switch(self, machine: str, on: bool) -> None:
        """Do nothing: there is nothing to switch."""

    def wait(self, minutes: int) -> None:
        """Do nothing: the bus runs when its owner runs it."""

    def watch(self, function: Callable[[], None]) -> None:
        """Have a function called after each message."""
        self._watchers.append(function)

    def _hear(self, topic: str, payload: Any) -> None:
        if self._add(topic, payload):
            for function in list(self._watchers):
                function()

    def _add(self, topic: str, payload: Any) -> bool:
        value = payload.get("value") if isinstance(payload, dict) else payload
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        if topic not in self._series and len(self._series) >= _MOST_TOPICS:
            return False
        self._series.setdefault(topic, deque(maxlen=_REMEMBERED)).append(float(value))
        return True
