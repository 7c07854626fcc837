"""The greenhouse: plausible, the same everywhere, and hard to break."""

import hashlib
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailab.devices import Bus, Greenhouse
from ailab.devices.climate import Climate, Switched, Weather, after_step, outside_temperature, saturation, sunlight, water_stress
from ailab.devices.errors import WrongValue
from ailab.devices.sensors import SENSORS

SPRING = Weather(day_of_year=100, clearness=1.0, mean=18.0, swing=7.0, vapor=1.0)


def hours_later(climate: Climate, on: Switched, hours: float, weather: Weather = SPRING) -> Climate:
    for _ in range(int(hours * 6)):
        climate = after_step(climate, weather, on)
    return climate


def test_saturated_vapor_agrees_with_the_table_of_fao_56() -> None:
    assert [round(saturation(t), 2) for t in (0, 10, 20, 30, 40)] == [0.61, 1.23, 2.34, 4.24, 7.38]


def test_the_sun_stands_highest_at_noon_and_not_at_night() -> None:
    light = [sunlight(SPRING, hour) for hour in range(24)]

    assert max(light) == light[12]
    assert 850 < light[12] < 1000
    assert light[0] == light[4] == light[20] == 0


def test_the_afternoon_is_warmer_than_the_night() -> None:
    assert outside_temperature(SPRING, 15) == 25
    assert outside_temperature(SPRING, 3) == 11


def test_a_closed_greenhouse_is_hotter_at_noon_than_a_ventilated_one() -> None:
    closed, ventilated = (hours_later(Climate(), Switched(fan=fan), 13) for fan in (False, True))

    assert closed.temperature > ventilated.temperature + 5 > outside_temperature(SPRING, 13) + 5
    assert closed.humidity > ventilated.humidity


def test_humid_air_does_not_swing_from_step_to_step() -> None:
    climate, humidity = hours_later(Climate(soil=40), Switched(), 6), []
    for _ in range(72):
        climate = after_step(climate, SPRING, Switched(pump=True))
        humidity.append(climate.humidity)

    turns = sum((b - a) * (c - b) < -1 for a, b, c in zip(humidity, humidity[1:], humidity[2:], strict=False))
    assert turns <= 2


def test_water_is_neither_made_nor_lost() -> None:
    climate, balance = Climate(), 0.0
    for step in range(300):
        on = Switched(pump=step % 7 == 0)
        climate = after_step(climate, SPRING, on)
        balance += (5.0 if on.pump else 0.0) - climate.evaporated - climate.drained

    assert climate.soil * 4 == pytest.approx(Climate().soil * 4 + balance, abs=1e-5)


def test_dry_soil_gives_less_water_and_none_when_wilting() -> None:
    assert (water_stress(32), water_stress(10), water_stress(5)) == (1, 0, 0)
    assert 0 < water_stress(15) < 1


@settings(max_examples=25, deadline=None)
@given(st.integers(), st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=200))
def test_whatever_is_switched_the_values_stay_possible(seed: int, switches: list[tuple[bool, bool, bool]]) -> None:
    greenhouse = Greenhouse(seed)
    for pump, fan, lamp in switches:
        greenhouse.pump(pump)
        greenhouse.fan(fan)
        greenhouse.lamp(lamp)
        greenhouse.wait(10)

    reading = greenhouse.read()
    assert all(math.isfinite(value) for value in reading.values())
    assert 0 <= reading["humidity"] <= 100
    assert 0 <= greenhouse.climate.soil <= 45
    assert -5 < greenhouse.climate.temperature < 60
    assert 0 <= greenhouse.health <= 1


def history(seed: int, days: int = 3) -> str:
    greenhouse = Greenhouse(seed)
    rows = []
    for step in range(144 * days):
        greenhouse.pump(step % 50 == 0)
        greenhouse.fan(step % 3 == 0)
        greenhouse.lamp(step % 144 < 40)
        greenhouse.wait(10)
        rows.append(repr((greenhouse.read(), greenhouse.climate, greenhouse.health, greenhouse.water, greenhouse.energy)))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


GOLDEN = {0: "f4a4c436f4b2094a", 3: "e456a5acc291f9bf", 4: "cb730c7b8a2b0413"}


@pytest.mark.parametrize("seed", GOLDEN)
def test_three_days_are_the_same_on_every_machine(seed: int) -> None:
    assert history(seed) == GOLDEN[seed]


def test_one_greenhouse_in_four_has_a_sensor_that_fails() -> None:
    faults = [Greenhouse(seed).fault for seed in range(400)]
    found = [fault for fault in faults if fault is not None]

    assert 70 <= len(found) <= 130
    assert {fault.kind for fault in found} == {"stuck", "spike", "drift"}
    assert {fault.sensor for fault in found} == set(SENSORS)
    assert faults[0] is None


def a_seed_with(kind: str, sensor: str = "soil") -> int:
    return next(seed for seed in range(2000) if (fault := Greenhouse(seed).fault) and (fault.kind, fault.sensor) == (kind, sensor))


@pytest.mark.parametrize("kind", ["stuck", "spike", "drift"])
def test_a_faulty_sensor_leaves_the_truth_and_the_other_sensors_alone(kind: str) -> None:
    greenhouse = Greenhouse(a_seed_with(kind))
    said, wrong = [], 0
    for _ in range(432):
        greenhouse.wait(10)
        said.append(greenhouse.read()["soil"])
        wrong += abs(greenhouse.read()["soil"] - greenhouse.climate.soil) > 3
        assert abs(greenhouse.read()["temperature"] - greenhouse.climate.temperature) < 1.5

    assert wrong > 10
    assert (len(set(said[-100:])) == 1) == (kind == "stuck")


def test_waiting_longer_is_waiting_several_times() -> None:
    one, many = Greenhouse(5), Greenhouse(5)
    one.wait(300)
    for _ in range(30):
        many.wait(10)

    assert one.read() == many.read()


def test_on_a_bus_it_reports_every_ten_virtual_minutes() -> None:
    bus = Bus()
    greenhouse = Greenhouse(seed=0, bus=bus)
    bus.run(seconds=3600)

    soil = [message for message in bus.log if message.topic == "greenhouse/1/soil"]
    assert [message.time for message in soil] == [600.0 * n for n in range(1, 7)]
    assert soil[-1].payload == {"value": greenhouse.read()["soil"], "unit": "%"}


def test_on_a_bus_it_obeys_and_confirms() -> None:
    bus = Bus()
    greenhouse = Greenhouse(seed=0, bus=bus)
    for word in ("on", " OFF ", True):
        bus.publish("greenhouse/1/fan/set", word)

    assert greenhouse.is_on("fan")
    assert [message.payload for message in bus.log if message.topic == "greenhouse/1/fan"] == ["off", "on", "off", "on"]


@pytest.mark.parametrize("topic", ["greenhouse/1/fan/set", "greenhouse/1/door/set"])
@pytest.mark.parametrize("payload", ["open", 1, [], {"on": True}, ""])
def test_orders_that_make_no_sense_are_told_and_change_nothing(topic: str, payload: object, capfd: pytest.CaptureFixture[str]) -> None:
    bus = Bus()
    greenhouse = Greenhouse(bus=bus)
    bus.publish(topic, payload)

    assert not greenhouse.is_on("fan")
    assert len(bus.problems) == 1
    assert capfd.readouterr().err == ""


def test_on_and_off_alone_count_as_switching() -> None:
    greenhouse = Greenhouse()
    for on in (True, True, False, False, True):
        greenhouse.lamp(on)

    assert greenhouse.switches == {"fan": 0, "lamp": 3, "pump": 0}


@pytest.mark.parametrize("minutes", [0, -10, 7, 12.5, float("nan"), float("inf"), "10", None, True, 10**9])
def test_impossible_waits_are_told(minutes: Any) -> None:
    with pytest.raises(WrongValue):
        Greenhouse().wait(minutes)


@pytest.mark.parametrize("on", [1, 0, "on", None, float("nan"), [True]])
def test_machines_are_switched_with_true_or_false(on: Any) -> None:
    with pytest.raises(WrongValue, match="pump"):
        Greenhouse().pump(on)


@pytest.mark.parametrize(
    "settings", [{"seed": 1.5}, {"seed": "a"}, {"seed": True}, {"name": ""}, {"name": "a/b"}, {"name": "+"}, {"name": 1}, {"pace": 0}]
)
def test_impossible_settings_are_told(settings: dict[str, Any]) -> None:
    with pytest.raises(WrongValue):
        Greenhouse(**settings)
