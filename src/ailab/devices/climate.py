"""The air, the soil and the plants of a small greenhouse: what is true, ten minutes after ten minutes.

A model for lessons: every term is physical, none is fitted to a real house.

* Sun: declination after Cooper (1969), elevation from the hour angle, clear-sky light after Haurwitz (1945).
* Heat: one well-mixed mass that gains sun and lamp, and loses through the cover, by ventilation and by what
  the plants evaporate; solved exactly over a step, so that no step is too long.
* Vapor: saturation and the slope of its curve as in FAO Irrigation and Drainage Paper 56 (Allen et al., 1998,
  equations 11 and 13).
* Evaporation of the plants: Priestley and Taylor (1972), reduced in dry soil by the stress factor of FAO 56
  (equation 84), and no more than the air can take.
* Soil: a bucket that drains what it cannot hold (water balance of FAO 56, equation 85).

The sizes of house, pots and machines below are our own, those of a tunnel in a school yard.
"""

from dataclasses import dataclass, replace
from math import asin, cos, exp, pi, sin
from typing import Final

STEP_MINUTES: Final = 10
ACTUATORS: Final = ("fan", "lamp", "pump")

_STEP_S: Final = 600.0
_LATITUDE: Final = 34.0 * pi / 180
_FLOOR_M2: Final = 12.0
_CROP_M2: Final = 8.0
_VOLUME_M3: Final = 26.0
_CAPACITY_J_K: Final = 600_000.0
"""Air, frame, pots and the top of the soil."""
_COVER_W_K: Final = 216.0
"""36 m² of plastic film, 6 W/m²K."""
_TRANSMITTED: Final = 0.7
_CHANGES_CLOSED, _CHANGES_FAN = 1.0, 40.0
"""Air changes per hour."""
_AIR_J_M3K: Final = 1_206.0
_LATENT_J_KG: Final = 2.45e6
_PSYCHROMETRIC: Final = 0.066
"""kPa/K at sea level."""
_VAPOR_KG_M3_KPA: Final = 0.0073
"""Water in a cubic meter of air for each kPa of vapor pressure, near 25 °C."""
_SOIL_LITERS: Final = 400.0
"""Soil in all the pots."""
FIELD_CAPACITY, WILTING, SATURATED = 32.0, 10.0, 45.0
"""Percent of water in the soil: what it holds against gravity, what plants cannot get, what fills every pore."""
_EASY: Final = 0.5
"""Share of the water between the first two that plants get without effort."""
_DRAINS_H: Final = 3.0
_ALL_BUT_FULL: Final = 0.97
"""Share of saturation at which plants stop giving off water."""
PUMP_LITERS_MIN: Final = 0.5
PUMP_KW, FAN_KW, LAMP_KW = 0.06, 0.25, 0.4
_LAMP_LUX: Final = 8_000.0
_LUX_W_M2: Final = 110.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """One day outside."""

    day_of_year: int
    clearness: float
    """Share of the clear-sky light that comes through, 0.35 to 1."""
    mean: float
    """°C."""
    swing: float
    """Half the difference between the warmest and the coldest hour, K."""
    vapor: float
    """Vapor pressure, kPa."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """What is true inside; sensors see it with noise."""

    minute: int = 0
    temperature: float = 16.0
    vapor: float = 1.2
    """kPa."""
    soil: float = 24.0
    """Percent of water by volume."""
    light: float = 0.0
    """Lux over the plants."""
    evaporated: float = 0.0
    """Liters that the plants gave to the air in the last step."""
    drained: float = 0.0
    """Liters lost below the pots in the last step."""

    @property
    def humidity(self) -> float:
        """Return the relative humidity, percent."""
        return min(100.0, 100 * self.vapor / saturation(self.temperature))


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """Which machines are on."""

    pump: bool = False
    fan: bool = False
    lamp: bool = False


def saturation(temperature: float) -> float:
    """Return the vapor pressure of saturated air, kPa."""
    return 0.6108 * exp(17.27 * temperature / (temperature + 237.3))


def sunlight(weather: Weather, hour: float) -> float:
    """Return the light of sun and sky on level ground, W/m²."""
    declination = 23.45 * pi / 180 * sin(2 * pi * (284 + weather.day_of_year) / 365)
    turn = pi * (hour - 12) / 12
    height = sin(_LATITUDE) * sin(declination) + cos(_LATITUDE) * cos(declination) * cos(turn)
    # Below two degrees the formula for clear skies no longer holds; twilight is dark here.
    if asin(max(-1.0, min(1.0, height))) < 2 * pi / 180:
        return 0.0
    return 1098 * height * exp(-0.057 / height) * weather.clearness


def outside_temperature(weather: Weather, hour: float) -> float:
    """Return the temperature outside, °C: warmest at three in the afternoon."""
    return weather.mean + weather.swing * cos(2 * pi * (hour - 15) / 24)


def after_step(now: Climate, weather: Weather, on: Switched) -> Climate:
    """Return what is true ten minutes later."""
    hour = (now.minute % 1440 + STEP_MINUTES / 2) / 60
    sun = _TRANSMITTED * sunlight(weather, hour)
    lamp_w = 1000 * LAMP_KW if on.lamp else 0.0
    changes = _CHANGES_FAN if on.fan else _CHANGES_CLOSED
    evaporated = min(_thirst(now, sun, lamp_w), _room_for_vapor(now, changes, weather.vapor))
    soil, drained = _soil(now.soil, evaporated, PUMP_LITERS_MIN * STEP_MINUTES if on.pump else 0.0)
    temperature = _temperature(now, sun * _FLOOR_M2 + lamp_w, evaporated, changes, outside_temperature(weather, hour))
    moved = replace(
        now,
        minute=now.minute + STEP_MINUTES,
        temperature=round(temperature, 9),
        soil=round(soil, 9),
        light=round(_LUX_W_M2 * sun + (_LAMP_LUX if on.lamp else 0.0), 9),
        evaporated=round(evaporated, 9),
        drained=round(drained, 9),
    )
    return replace(moved, vapor=round(_vapor(moved, changes, weather.vapor), 9))


def water_stress(soil: float) -> float:
    """Return the share of its full thirst that a plant can still, 0 (wilting) to 1 (easy water): FAO 56, equation 84."""
    available = (soil - WILTING) / (FIELD_CAPACITY - WILTING)
    return max(0.0, min(1.0, available / (1 - _EASY)))


def _thirst(now: Climate, sun: float, lamp_w: float) -> float:
    """Return the liters that the light makes the plants give to the air in a step."""
    slope = 4098 * saturation(now.temperature) / (now.temperature + 237.3) ** 2
    radiation = 0.6 * (sun * _CROP_M2 + lamp_w)
    power = 1.26 * slope / (slope + _PSYCHROMETRIC) * radiation * water_stress(now.soil)
    return power * _STEP_S / _LATENT_J_KG


def _room_for_vapor(now: Climate, changes: float, outside: float) -> float:
    """Return the liters that the air can take in a step until it is all but full: it then takes what the wind carries off."""
    rate = changes / 3600
    left = exp(-_STEP_S * rate)
    source = (_ALL_BUT_FULL * saturation(now.temperature) - outside - (now.vapor - outside) * left) * rate / (1 - left)
    return max(0.0, source * _STEP_S * _VAPOR_KG_M3_KPA * _VOLUME_M3)


def _temperature(now: Climate, gains_w: float, evaporated: float, changes: float, outside: float) -> float:
    loss = _COVER_W_K + _AIR_J_M3K * _VOLUME_M3 * changes / 3600
    balance = outside + (gains_w - evaporated * _LATENT_J_KG / _STEP_S) / loss
    return balance + (now.temperature - balance) * exp(-_STEP_S * loss / _CAPACITY_J_K)


def _vapor(now: Climate, changes: float, outside: float) -> float:
    rate = changes / 3600
    source = now.evaporated / _STEP_S / (_VAPOR_KG_M3_KPA * _VOLUME_M3)
    balance = outside + source / rate
    vapor = balance + (now.vapor - balance) * exp(-_STEP_S * rate)
    return min(vapor, saturation(now.temperature))  # the rest runs down the cover


def _soil(soil: float, evaporated: float, poured: float) -> tuple[float, float]:
    wet = soil + (poured - evaporated) * 100 / _SOIL_LITERS
    spilled = max(0.0, wet - SATURATED)
    excess = max(0.0, wet - spilled - FIELD_CAPACITY)
    lost = spilled + excess * (1 - exp(-_STEP_S / 3600 / _DRAINS_H))
    return max(0.0, wet - lost), lost * _SOIL_LITERS / 100
