"""Hidden cases of write_json_message."""

import json
from random import Random

from ailab.checks import Case, Outcome

UNITS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}
PLACES = ("bed", "gate", "north wall", "pond", "roof", "tank")


def cases(seed):
    random = Random(seed)
    place = f"{random.choice(PLACES)} {random.randint(3, 90)}"
    quoted = f'{random.choice(PLACES)} "{random.randint(3, 90)}"'
    return (
        _case("light", place, "light", random.randint(200, 60_000)),
        _case("below_zero", place, "temperature", -random.randint(1, 90) / 10),
        _case("zero", place, "temperature", 0),
        _case("nothing", place, random.choice(("temperature", "light")), None),
        _case("quotes", quoted, "humidity", random.randint(200, 900) / 10),
    )


def _case(name, device, sensor, value):
    expected = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": value is not None}
    return Case(name, _message(device, sensor, value), expected)


def _message(device, sensor, value):
    def ask(answer):
        outcome = answer.call("write_message", device, sensor, value)
        if outcome.error or not isinstance(outcome.value, str):
            return Outcome(error=outcome.error or "TypeError")
        try:
            return Outcome(value=json.loads(outcome.value))
        except ValueError:
            return Outcome(error="ValueError")

    return ask
