"""Streams: one sensor among five fails, and it can be found."""

import hashlib
from statistics import mean, median
from typing import Any

import pytest

from ailab.devices import planted_fault, stream
from ailab.devices.errors import WrongValue

NAMES = ("air_quality", "irrigation")
GOLDEN = {"air_quality": "1b04845ff87ada80", "irrigation": "cdc7f5dfbd29a659"}


@pytest.mark.parametrize("name", NAMES)
def test_a_stream_is_the_same_on_every_machine(name: str) -> None:
    text = repr([list(stream(name, seed=seed, hours=48)) for seed in range(5)])

    assert hashlib.sha256(text.encode()).hexdigest()[:16] == GOLDEN[name]


@pytest.mark.parametrize("name", NAMES)
def test_one_reading_each_ten_minutes(name: str) -> None:
    readings = list(stream(name, seed=3, hours=2))

    assert [reading["minute"] for reading in readings] == list(range(0, 120, 10))
    assert all(len(reading) == 6 for reading in readings)
    assert all(value >= 0 for reading in readings for value in reading.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_place_and_every_kind_of_fault_occurs(name: str) -> None:
    faults = [planted_fault(name, seed) for seed in range(100)]

    assert len({fault.sensor for fault in faults}) == 5
    assert {fault.kind for fault in faults} == {"stuck", "spike", "drift"}
    assert all(360 <= fault.from_minute <= 720 for fault in faults)


def most_suspicious(readings: list[dict[str, float]]) -> str:
    """Return the sensor that is farthest from the middle of all, beyond its usual distance."""
    sensors = [name for name in readings[0] if name != "minute"]
    usual = {sensor: mean(row[sensor] - median(row[s] for s in sensors) for row in readings[:36]) for sensor in sensors}
    away = {sensor: mean(abs(row[sensor] - median(row[s] for s in sensors) - usual[sensor]) for row in readings) for sensor in sensors}
    return max(away, key=lambda sensor: away[sensor])


@pytest.mark.parametrize("name", NAMES)
def test_the_faulty_sensor_can_be_found(name: str) -> None:
    wrong = [seed for seed in range(60) if most_suspicious(list(stream(name, seed, hours=48))) != planted_fault(name, seed).sensor]

    assert wrong == []


@pytest.mark.parametrize(
    ("name", "seed", "hours"), [("iriggation", 0, 1), (None, 0, 1), ("irrigation", 0.5, 1), ("irrigation", 0, -1), ("irrigation", 0, 9999)]
)
def test_impossible_streams_are_told(name: Any, seed: Any, hours: float) -> None:
    with pytest.raises(WrongValue):
        stream(name, seed, hours)


def test_a_misspelt_stream_is_recognized() -> None:
    with pytest.raises(WrongValue, match=r"Did you mean `irrigation`\?"):
        stream("iriggation")
