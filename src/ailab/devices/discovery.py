"""Messages by which Home Assistant finds a greenhouse by itself.

The format is that of Home Assistant's MQTT integration: one retained message for each entity, under
`<prefix>/<component>/<node>/<object>/config`, with a `unique_id` and the device they all belong to.
"""

import re
from typing import TYPE_CHECKING, Any, Final

from ailab.devices.climate import ACTUATORS
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.sensors import SENSORS, UNITS
from ailab.devices.topics import check_topic
from ailab.devices.words import labels

if TYPE_CHECKING:
    from ailab.devices.greenhouse import Greenhouse

_CLASSES: Final = {"temperature": "temperature", "humidity": "humidity", "soil": "moisture", "light": "illuminance"}
"""Our sensors, and the words Home Assistant has for them."""


def home_assistant_discovery(greenhouse: "Greenhouse", prefix: str = "homeassistant") -> list[tuple[str, dict[str, Any]]]:
    """Return the messages that show a greenhouse to Home Assistant.

    Parameters
    ----------
    greenhouse : Greenhouse
        The greenhouse; its name stands in the topics.
    prefix : str
        Where Home Assistant listens.

    Returns
    -------
    list of (str, dict)
        Topics and payloads; publish each with ``retain=True``.

    Examples
    --------
    >>> from ailab.devices import Greenhouse
    >>> messages = home_assistant_discovery(Greenhouse(name="1"))
    >>> messages[0][0]
    'homeassistant/sensor/ailab_greenhouse_1/temperature/config'
    >>> messages[0][1]["device_class"]
    'temperature'
    """
    if not hasattr(greenhouse, "name") or not hasattr(greenhouse, "read"):
        raise WrongValue(say("Here a greenhouse is needed; you gave {given}.").format(given=shown(greenhouse)))
    check_topic(prefix)
    node = f"ailab_greenhouse_{_plain(greenhouse.name)}"
    return [
        *((f"{prefix}/sensor/{node}/{sensor}/config", _sensor(greenhouse.name, node, sensor)) for sensor in SENSORS),
        *((f"{prefix}/switch/{node}/{machine}/config", _switch(greenhouse.name, node, machine)) for machine in ACTUATORS),
    ]


def _sensor(name: str, node: str, sensor: str) -> dict[str, Any]:
    return {
        **_entity(name, node, sensor),
        "state_topic": f"greenhouse/{name}/{sensor}",
        "value_template": "{{ value_json.value }}",
        "device_class": _CLASSES[sensor],
        "state_class": "measurement",
        "unit_of_measurement": UNITS[sensor],
    }


def _switch(name: str, node: str, machine: str) -> dict[str, Any]:
    return {
        **_entity(name, node, machine),
        "state_topic": f"greenhouse/{name}/{machine}",
        "command_topic": f"greenhouse/{name}/{machine}/set",
        "payload_on": "on",
        "payload_off": "off",
    }


def _entity(name: str, node: str, part: str) -> dict[str, Any]:
    return {
        "name": labels()[part],
        "unique_id": f"{node}_{part}",
        "device": {
            "identifiers": [node],
            "name": say("Greenhouse {name}").format(name=name),
            "manufacturer": "ailab",
            "model": "Greenhouse",
        },
        "origin": {"name": "ailab"},
    }


def _plain(name: str) -> str:
    # Node and object ids hold nothing but these; other letters are written as numbers, so that names stay apart.
    return re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}_", name)
