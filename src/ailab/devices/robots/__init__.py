"""Real robots behind one protocol, and a class that shares one.

Nothing here loads a driver's package before that robot is connected.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.devices.robots.connecting import connect
    from ailab.devices.robots.fake import FakeDrive
    from ailab.devices.robots.guard import GuardedDrive
    from ailab.devices.robots.mqtt import MqttDrive
    from ailab.devices.robots.raspberry_pi import RaspberryPiDrive
    from ailab.devices.robots.recording import Recording, record
    from ailab.devices.robots.share import SharedRobot
    from ailab.devices.robots.simulated import SimulatedDrive
    from ailab.devices.robots.trainer_panel import panel

_HOMES: Final = {
    "FakeDrive": "fake",
    "GuardedDrive": "guard",
    "MqttDrive": "mqtt",
    "RaspberryPiDrive": "raspberry_pi",
    "Recording": "recording",
    "SharedRobot": "share",
    "SimulatedDrive": "simulated",
    "connect": "connecting",
    "panel": "trainer_panel",
    "record": "recording",
}

__all__ = [
    "FakeDrive",
    "GuardedDrive",
    "MqttDrive",
    "RaspberryPiDrive",
    "Recording",
    "SharedRobot",
    "SimulatedDrive",
    "connect",
    "panel",
    "record",
]


def __getattr__(name: str) -> Any:
    """Import the home of a word when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ailab.devices.robots' has no attribute '{name}'")
    value = getattr(import_module(f"ailab.devices.robots.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the words of this room."""
    return sorted(__all__)
