"""Hidden cases of build_dashboard."""

from random import Random

from ailab.checks import Case, call

FIELDS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}
MOST = {"temperature": 40, "humidity": 99, "soil": 70, "light": 40_000}


def cases(seed):
    random = Random(seed)
    place = random.randint(2, 9)
    every = [_message(random, place, field) for field in _shuffled(random)]
    newer = [*every, *(_message(random, place, field) for field in _shuffled(random))]
    gone, dark, other = list(newer), list(every), list(newer)
    gone.append(_sent(place, "temperature", None))
    dark.append(_sent(place, "light", 0))
    other += [_sent(place, "battery", random.randint(10, 90)), _sent(place, "pump/hours", random.randint(10, 90))]
    return (
        Case("newest", call("build_dashboard", newer), _lines(newer)),
        Case("one_field", call("build_dashboard", every[:1]), _lines(every[:1])),
        Case("gone", call("build_dashboard", gone), _lines(gone)),
        Case("dark", call("build_dashboard", dark), _lines(dark)),
        Case("other_topics", call("build_dashboard", other), _lines(other)),
    )


def _shuffled(random):
    # Never the order of FIELDS: soil comes first.
    others = ["temperature", "humidity", "light"]
    random.shuffle(others)
    return ["soil", *others]


def _message(random, place, field):
    return _sent(place, field, random.randint(20, 10 * MOST[field]) / 10)


def _sent(place, field, value):
    return [f"greenhouse/{place}/{field}", {"value": value, "unit": FIELDS.get(field, "%")}]


def _lines(messages):
    values = {topic.split("/")[-1]: payload["value"] for topic, payload in messages}
    return [f"{field}: missing" if values.get(field) is None else f"{field}: {values[field]} {unit}" for field, unit in FIELDS.items()]
