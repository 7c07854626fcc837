"""A season to look at and to read: a still dashboard, and the same in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ailab.devices.charts import Frame, image, line_chart, strip, svg
from ailab.devices.climate import ACTUATORS, STEP_MINUTES
from ailab.devices.errors import say
from ailab.devices.sensors import SENSORS, UNITS
from ailab.devices.words import labels, number_text
from ailab.lang import Language, decimal_text, reader_language

if TYPE_CHECKING:
    from ailab.devices.season import Season

_WIDTH, _HEIGHT = 640, 420
_CHART_WIDTH, _CHART_HEIGHT = 300.0, 110.0
_GAP: Final = 16.0


def sentences(season: "Season") -> list[str]:
    """Return what there is to see, in words."""
    language = reader_language()
    return [
        say("Greenhouse, days: {days}. Points: {score} of 100. Health of the plants: {health} %.").format(
            days=decimal_text(season.days, language), score=season.score, health=round(100 * season.health)
        ),
        *(_range(sensor, season.readings[sensor], language) for sensor in SENSORS),
        say("Water: {water} liters; the plants drank {needed} liters. Energy: {energy} kWh.").format(
            water=decimal_text(season.water, language),
            needed=decimal_text(season.needed, language),
            energy=decimal_text(season.energy, language),
        ),
        *(_machine(season, machine, language) for machine in ACTUATORS),
    ]


def picture(season: "Season") -> str:
    """Return the still dashboard as SVG text."""
    language = reader_language()
    word = labels()
    marks = [minute * 1440 / (len(season.minute) * STEP_MINUTES) for minute in range(1, int(season.days) + 1)]
    parts = [
        line_chart(_place(place, language), f"{word[sensor]} ({UNITS[sensor]})", season.readings[sensor], marks=marks)
        for place, sensor in enumerate(SENSORS)
    ]
    health = [round(100 * value, 1) for value in season.well]
    parts.append(line_chart(_place(4, language), f"{word['health']} (%)", health, marks=marks, limits=(0.0, 100.0)))
    parts += [strip(_band(place, language), word[machine], season.machines[machine]) for place, machine in enumerate(ACTUATORS)]
    return svg(_WIDTH, _HEIGHT, parts, sentences(season)[0], language)


def page(season: "Season") -> str:
    """Return the picture and its first sentence as HTML; all sentences stand in its alternative text."""
    language = reader_language()
    words = sentences(season)
    return (
        f'<div dir="{"rtl" if language == "ar" else "ltr"}" lang="{language}">'
        f"<p>{words[0]}</p>{image(picture(season), ' '.join(words))}</div>"
    )


def _place(place: int, language: Language) -> Frame:
    column, row = place % 2, place // 2
    x, y = _GAP / 2 + column * (_CHART_WIDTH + _GAP), 8 + row * (_CHART_HEIGHT + _GAP)
    return Frame(x=x, y=y, width=_CHART_WIDTH, height=_CHART_HEIGHT, language=language)


def _band(place: int, language: Language) -> Frame:
    y = 8 + 2 * (_CHART_HEIGHT + _GAP) + place * 46
    return Frame(x=_GAP / 2 + _CHART_WIDTH + _GAP, y=y, width=_CHART_WIDTH, height=36, language=language)


def _range(sensor: str, values: Sequence[float], language: Language) -> str:
    return say("{sensor}: {low} to {high} {unit}.").format(
        sensor=labels()[sensor], low=number_text(min(values), language), high=number_text(max(values), language), unit=UNITS[sensor]
    )


def _machine(season: "Season", machine: str, language: Language) -> str:
    hours = sum(season.machines[machine]) * STEP_MINUTES / 60
    return say("{machine}: {hours} h on, {times} switches.").format(
        machine=labels()[machine], hours=decimal_text(hours, language), times=season.switches[machine]
    )
