"""How the plants fare: what harms them, and how slowly they recover. The figures are our own."""

from dataclasses import dataclass
from typing import Final

from ailab.devices.climate import FIELD_CAPACITY, STEP_MINUTES, Climate, water_stress

LIGHT_HOURS: Final = 14.0
"""Hours of light a day that young plants want."""
_BRIGHT_LUX: Final = 2_000.0
_HOT, _COLD, _DAMP = 35.0, 8.0, 92.0
_HOURS: Final = STEP_MINUTES / 60


@dataclass(frozen=True, slots=True)
class Plants:
    """Health from 1 to 0, and the light of the day so far."""

    health: float = 1.0
    bright_hours: float = 0.0


def after_stress(plants: Plants, truth: Climate) -> Plants:
    """Return the plants after ten minutes in this climate."""
    bright = plants.bright_hours + (_HOURS if truth.light >= _BRIGHT_LUX else 0.0)
    harm = harm_per_hour(truth) * _HOURS
    if truth.minute % 1440 == 0:
        harm += 0.01 * max(0.0, LIGHT_HOURS - bright)
        bright = 0.0
    gain = 0.002 * _HOURS if harm == 0 and plants.health > 0 else 0.0
    return Plants(round(max(0.0, min(1.0, plants.health - harm + gain)), 9), round(bright, 9))


def harm_per_hour(truth: Climate) -> float:
    """Return the share of health lost in an hour: thirst, drowning, heat, cold and mold add up."""
    return (
        0.03 * (1 - water_stress(truth.soil))
        + 0.01 * max(0.0, truth.soil - FIELD_CAPACITY - 4) / 4
        + 0.004 * max(0.0, truth.temperature - _HOT)
        + 0.004 * max(0.0, _COLD - truth.temperature)
        + (0.004 if truth.humidity > _DAMP else 0.0)
    )
