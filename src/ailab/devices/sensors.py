"""Sensors: what they say of what is true, with noise, and now and then with a fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ailab.devices.chance import Chance
from ailab.devices.climate import Climate, Weather

FaultKind = Literal["stuck", "spike", "drift"]
FAULTS: Final[tuple[FaultKind, ...]] = ("stuck", "spike", "drift")
SENSORS: Final = ("temperature", "humidity", "soil", "light")
UNITS: Final[Mapping[str, str]] = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}
_NOISE: Final[Mapping[str, float]] = {"temperature": 0.2, "humidity": 1.0, "soil": 0.3, "light": 0.01}
"""Standard deviations; that of light is a share of it."""
_JUMP: Final[Mapping[str, float]] = {"temperature": 15.0, "humidity": 35.0, "soil": 15.0, "light": 20_000.0}
_LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "temperature": (-40.0, 80.0),
    "humidity": (0.0, 100.0),
    "soil": (0.0, 100.0),
    "light": (0.0, 120_000.0),
}
_FAULTY_SHARE: Final = 0.25
"""One greenhouse in four has a sensor that fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How a sensor fails: it sticks to a value, jumps now and then, or drifts away hour by hour."""

    sensor: str
    kind: FaultKind
    from_minute: int


def draw_fault(chance: Chance) -> Fault | None:
    """Return the fault of a greenhouse, mostly none; always the same number of draws."""
    happens = chance.between(0, 1) < _FAULTY_SHARE
    sensor, kind = SENSORS[chance.index(len(SENSORS))], FAULTS[chance.index(len(FAULTS))]
    # On the first or second day: every season of a lesson meets it.
    start = 10 * int(chance.between(36, 200))
    return Fault(sensor=sensor, kind=kind, from_minute=start) if happens else None


def draw_weather(chance: Chance, day_of_year: int) -> Weather:
    """Return the weather of a spring day in the Maghreb's interior."""
    return Weather(
        day_of_year=day_of_year,
        clearness=round(1 - 0.65 * chance.between(0, 1) ** 2, 9),
        mean=round(chance.between(16, 21), 9),
        swing=round(chance.between(5, 9), 9),
        vapor=round(chance.between(0.8, 1.2), 9),
    )


def measure(truth: Climate, fault: Fault | None, before: Mapping[str, float], chance: Chance) -> dict[str, float]:
    """Return what the sensors say: temperature, humidity and soil to a tenth, light in whole lux."""
    return {sensor: _say(sensor, float(getattr(truth, sensor)), truth.minute, fault, before, chance) for sensor in SENSORS}


def _say(sensor: str, true: float, minute: int, fault: Fault | None, before: Mapping[str, float], chance: Chance) -> float:
    noise = chance.normal(_NOISE[sensor]) * (true if sensor == "light" else 1.0)
    luck = chance.between(0, 1)  # drawn with and without a fault: a repaired sensor changes nothing else
    value = true + noise
    if fault is not None and fault.sensor == sensor and minute >= fault.from_minute:
        value = _faulty(sensor, value, minute - fault.from_minute, fault.kind, before.get(sensor, value), luck)
    low, high = _LIMITS[sensor]
    return round(max(low, min(high, value)), 0 if sensor == "light" else 1)


def _faulty(sensor: str, value: float, minutes: int, kind: FaultKind, before: float, luck: float) -> float:
    if kind == "stuck":
        return before
    if kind == "spike":
        return value + (_JUMP[sensor] if luck < 0.06 else -_JUMP[sensor] if luck > 0.94 else 0.0)
    return value + _JUMP[sensor] * minutes / 1440
