"""Streams of readings from a field or a town, with one sensor among several that fails.

Simulated: the same seed gives the same readings everywhere, and which sensor fails is known to whoever
made the stream.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import exp
from typing import Final

from ailab.devices.chance import Chance
from ailab.devices.climate import STEP_MINUTES
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.given import a_number, a_seed
from ailab.devices.sensors import FAULTS, Fault

_MOST_HOURS: Final = 24 * 60
_FIRST_FAULTY, _LAST_FAULTY = 36, 72
"""Steps between which a fault begins: after six hours, before twelve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """Several sensors that see nearly the same thing."""

    sensors: tuple[str, ...]
    truth: Callable[[float, float], float]
    """Value at an hour, for a field that is wetter or dustier by a share drawn from the seed."""
    apart: float
    """How far the sensors' places differ."""
    noise: float
    jump: float
    """Size of a spike, and of a day's drift."""


def _soil(hour: float, share: float) -> float:
    """Return the soil moisture of a field that is watered each morning at six, percent."""
    since = (hour - 6) % 24
    return 18 + 4 * share + 12 * exp(-since / 14)


def _dust(hour: float, share: float) -> float:
    """Return the fine dust over a town, µg/m³: two rush hours on a background."""
    clock = hour % 24
    return 12 + 8 * share + 22 * exp(-((clock - 8.5) ** 2) / 3) + 28 * exp(-((clock - 18.5) ** 2) / 4)


_FIELDS: Final[Mapping[str, _Field]] = {
    "irrigation": _Field(sensors=("north", "east", "south", "west", "center"), truth=_soil, apart=1.5, noise=0.4, jump=14.0),
    "air_quality": _Field(sensors=("school", "souk", "station", "park", "clinic"), truth=_dust, apart=3.0, noise=1.2, jump=60.0),
}


def stream(name: str, seed: int = 0, hours: float = 48) -> Iterator[dict[str, float]]:
    """Return readings, one dict each ten minutes; one of the sensors fails after some hours.

    Parameters
    ----------
    name : str
        ``"irrigation"`` (soil moisture at five places of a field, %) or ``"air_quality"`` (fine dust at five
        places of a town, µg/m³).
    seed : int
        The same seed gives the same readings.
    hours : float
        How long, at most 1,440.

    Returns
    -------
    iterator of dict
        ``minute`` and one value for each place.

    Raises
    ------
    WrongValue
        When there is no such stream; the message lists those there are.

    Examples
    --------
    >>> readings = list(stream("irrigation", seed=1, hours=1))
    >>> len(readings), sorted(readings[0])
    (6, ['center', 'east', 'minute', 'north', 'south', 'west'])
    """
    field = _field(name)
    a_seed(seed)
    if a_number(hours, "hours", at_least=0) > _MOST_HOURS:
        raise WrongValue(say("A stream lasts at most {most} hours; you gave {given}.").format(most=_MOST_HOURS, given=shown(hours)))
    return _readings(field, seed, int(hours * 60 / STEP_MINUTES))


def planted_fault(name: str, seed: int = 0) -> Fault:
    """Return which sensor of a stream fails, how, and from when: for whoever checks.

    Examples
    --------
    >>> planted_fault("irrigation", seed=1).sensor in ("north", "east", "south", "west", "center")
    True
    """
    return _draw_fault(_field(name), Chance(a_seed(seed)))


def _readings(field: _Field, seed: int, steps: int) -> Iterator[dict[str, float]]:
    chance = Chance(seed)
    fault = _draw_fault(field, chance)
    share = chance.between(-1, 1)
    offsets = {sensor: chance.between(-field.apart, field.apart) for sensor in field.sensors}
    before: dict[str, float] = {}
    for step in range(steps):
        minute = step * STEP_MINUTES
        true = field.truth(minute / 60, share)
        values = {sensor: true + offsets[sensor] + chance.normal(field.noise) for sensor in field.sensors}
        luck = chance.between(0, 1)
        values[fault.sensor] = _with_fault(field, fault, minute, values[fault.sensor], before.get(fault.sensor), luck)
        before = {sensor: round(max(0.0, value), 1) for sensor, value in values.items()}
        yield {"minute": minute, **before}


def _with_fault(field: _Field, fault: Fault, minute: int, value: float, before: float | None, luck: float) -> float:
    minutes = minute - fault.from_minute
    if minutes < 0 or before is None:
        return value
    if fault.kind == "stuck":
        return before
    if fault.kind == "spike":
        return value + (field.jump if luck < 0.15 else 0.0)
    return value + field.jump * minutes / 1440


def _draw_fault(field: _Field, chance: Chance) -> Fault:
    sensor = field.sensors[chance.index(len(field.sensors))]
    kind = FAULTS[chance.index(len(FAULTS))]
    return Fault(sensor=sensor, kind=kind, from_minute=STEP_MINUTES * int(chance.between(_FIRST_FAULTY, _LAST_FAULTY)))


def _field(name: object) -> _Field:
    if not isinstance(name, str) or name not in _FIELDS:
        raise WrongValue.unknown(say("There is no stream {given}.").format(given=shown(name)), name, tuple(sorted(_FIELDS)))
    return _FIELDS[name]
