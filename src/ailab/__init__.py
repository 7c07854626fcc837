"""The learner's vocabulary: `from ailab import Robot, check, load`.

Names load on first use, so that importing ailab costs next to nothing and changes nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.activities.pad import pad
    from ailab.checks.screen import check
    from ailab.data import load, make
    from ailab.devices import Bus, Device, Greenhouse, dashboard, grow, local_broker, stream
    from ailab.devices.robots import connect
    from ailab.lang.words import t
    from ailab.robot import Robot, World, follow, simulate

_HOMES: Final = {
    "Bus": "ailab.devices",
    "Device": "ailab.devices",
    "Greenhouse": "ailab.devices",
    "Robot": "ailab.robot",
    "World": "ailab.robot",
    "check": "ailab.checks.screen",
    "connect": "ailab.devices.robots",
    "dashboard": "ailab.devices",
    "follow": "ailab.robot",
    "grow": "ailab.devices",
    "load": "ailab.data",
    "local_broker": "ailab.devices",
    "make": "ailab.data",
    "pad": "ailab.activities.pad",
    "simulate": "ailab.robot",
    "stream": "ailab.devices",
    "t": "ailab.lang.words",
}

__all__ = [
    "Bus",
    "Device",
    "Greenhouse",
    "Robot",
    "World",
    "check",
    "connect",
    "dashboard",
    "follow",
    "grow",
    "load",
    "local_broker",
    "make",
    "pad",
    "simulate",
    "stream",
    "t",
]


def __getattr__(name: str) -> Any:
    """Import the home of a learner's word when it is first used."""
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'ailab' has no attribute '{name}'") from None
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the learner's words, and nothing of the machinery."""
    return sorted(__all__)
