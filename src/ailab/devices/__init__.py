"""Connected devices: a bus with topics, a greenhouse, and doors to real brokers.

`import ailab.devices` loads nothing; each name loads its home, and Bus, Greenhouse and grow need the
standard library alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.devices.broker import local_broker
    from ailab.devices.bus import Bus, Message
    from ailab.devices.discovery import home_assistant_discovery
    from ailab.devices.greenhouse import Greenhouse
    from ailab.devices.live_view import Dashboard, dashboard
    from ailab.devices.season import Season, grow
    from ailab.devices.security import Device
    from ailab.devices.streams import planted_fault, stream

_HOMES: Final = {
    "Bus": "bus",
    "Dashboard": "live_view",
    "Device": "security",
    "Greenhouse": "greenhouse",
    "Message": "bus",
    "Season": "season",
    "dashboard": "live_view",
    "grow": "season",
    "home_assistant_discovery": "discovery",
    "local_broker": "broker",
    "planted_fault": "streams",
    "stream": "streams",
}

__all__ = [
    "Bus",
    "Dashboard",
    "Device",
    "Greenhouse",
    "Message",
    "Season",
    "dashboard",
    "grow",
    "home_assistant_discovery",
    "local_broker",
    "planted_fault",
    "stream",
]


def __getattr__(name: str) -> Any:
    """Import the home of a word when it is first used."""
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'ailab.devices' has no attribute '{name}'") from None
    value = getattr(import_module(f"ailab.devices.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the words, and nothing of the machinery."""
    return sorted(__all__)
