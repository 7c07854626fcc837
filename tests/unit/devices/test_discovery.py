"""Messages for Home Assistant: topics and keys as its MQTT integration documents them."""

import json
import re
from typing import Any

import pytest

from ailab.devices import Bus, Greenhouse, home_assistant_discovery
from ailab.devices.errors import WrongValue

TOPIC = re.compile(r"homeassistant/(sensor|switch)/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+/config")
UNITS = {"temperature": "°C", "humidity": "%", "moisture": "%", "illuminance": "lx"}


@pytest.mark.parametrize("name", ["1", "school yard", "بيت", "a.b"])
def test_topics_hold_only_allowed_letters(name: str) -> None:
    messages = home_assistant_discovery(Greenhouse(name=name))

    assert all(TOPIC.fullmatch(topic) for topic, _ in messages)
    assert len({topic for topic, _ in messages}) == 7


def test_sensors_tell_what_they_measure_and_where() -> None:
    sensors = [payload for topic, payload in home_assistant_discovery(Greenhouse(name="1")) if "/sensor/" in topic]

    assert len(sensors) == 4
    for payload in sensors:
        assert UNITS[payload["device_class"]] == payload["unit_of_measurement"]
        assert payload["state_class"] == "measurement"
        assert "value_json.value" in payload["value_template"]


def test_switches_can_be_ordered() -> None:
    switches = {
        payload["command_topic"]: payload for topic, payload in home_assistant_discovery(Greenhouse(name="1")) if "/switch/" in topic
    }

    assert set(switches) == {f"greenhouse/1/{machine}/set" for machine in ("fan", "lamp", "pump")}
    assert {(payload["payload_on"], payload["payload_off"]) for payload in switches.values()} == {("on", "off")}


def test_all_belong_to_one_device_and_have_an_id_of_their_own() -> None:
    payloads = [payload for _, payload in home_assistant_discovery(Greenhouse(name="1"))]

    assert len({payload["unique_id"] for payload in payloads}) == 7
    assert {tuple(payload["device"]["identifiers"]) for payload in payloads} == {("ailab_greenhouse_1",)}
    assert {payload["origin"]["name"] for payload in payloads} == {"ailab"}
    json.dumps(payloads)


def test_the_topics_are_those_the_greenhouse_uses() -> None:
    bus = Bus()
    greenhouse = Greenhouse(bus=bus, name="1")
    bus.run(600)
    used = {message.topic for message in bus.log}

    for _, payload in home_assistant_discovery(greenhouse):
        assert payload["state_topic"] in used
        if "command_topic" in payload:
            bus.publish(payload["command_topic"], payload["payload_on"])
    assert all(greenhouse.is_on(machine) for machine in ("fan", "lamp", "pump"))


@pytest.mark.parametrize("wrong", [None, "greenhouse", 1])
def test_what_is_no_greenhouse_is_told(wrong: Any) -> None:
    with pytest.raises(WrongValue):
        home_assistant_discovery(wrong)
