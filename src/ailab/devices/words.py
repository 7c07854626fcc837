"""Words for sensors and machines, and lines made of them."""

from typing import Final

from ailab.devices.errors import say
from ailab.lang import Language, decimal_text

_LONG: Final = 1000
_ON, _OFF = "●", "○"


def labels() -> dict[str, str]:
    """Return the words for sensors, machines and health."""
    return {
        "temperature": say("Temperature"),
        "humidity": say("Humidity"),
        "soil": say("Soil moisture"),
        "light": say("Light"),
        "pump": say("Pump"),
        "fan": say("Fan"),
        "lamp": say("Lamp"),
        "health": say("Health of the plants"),
    }


def value_line(name: str, value: float, language: Language) -> str:
    """Return what a sensor says, as a line."""
    return say("{name}: {value}").format(name=name, value=number_text(value, language))


def machine_line(machine: str, *, on: bool) -> str:
    """Return whether a machine is on: a word and a shape, since color alone tells nothing to many."""
    if on:
        return say("{machine}: on {shape}").format(machine=machine, shape=_ON)
    return say("{machine}: off {shape}").format(machine=machine, shape=_OFF)


def number_text(value: float, language: Language) -> str:
    """Return a number as the reader writes it; large ones without decimals."""
    return f"{value:.0f}" if abs(value) >= _LONG else decimal_text(value, language)
