"""Hidden cases of publish_and_subscribe."""

from random import Random

from ailab.checks import Case, Outcome
from ailab.devices.topics import check_filter, matches

SENSORS = ("humidity", "light", "soil", "temperature")
MACHINES = ("fan", "lamp", "pump")


def cases(seed):
    random = Random(seed)
    numbers = [2, 22, *random.sample(range(3, 20), 3)]
    topics = [f"greenhouse/{number}/{what}" for number in numbers for what in (*SENSORS, *(f"{machine}/set" for machine in MACHINES))]
    topics += [f"orchard/2/{what}" for what in ("soil", "soil/deep", "pump/set")]
    topics += ["oasis/well/level", "greenhouse/2/pump/state", f"greenhouse/{numbers[2]}/soil/deep", f"greenhouse/{numbers[3]}/pump"]
    soil = [topic for topic in topics if topic.startswith("greenhouse/") and topic.endswith("/soil")]
    two = [topic for topic in topics if topic.startswith("greenhouse/2/")]
    pumps = [topic for topic in topics if topic.startswith("greenhouse/") and topic.endswith("/pump/set")]
    place = random.randint(4, 90)
    low, high, middle = random.randint(100, 219) / 10, random.randint(301, 400) / 10, random.randint(221, 299) / 10
    on, off = [f"greenhouse/{place}/pump/set", "on"], [f"greenhouse/{place}/pump/set", "off"]
    return (
        Case("soil_elsewhere", _heard("every_soil", topics), soil),
        Case("two_elsewhere", _heard("all_of_two", topics), two),
        Case("pumps_elsewhere", _heard("every_pump", topics), pumps),
        Case("commands", _replies(place, low, high), [on, off]),
        Case("between", _replies(place, middle, low, 22, 30, 21.8, 30.2), [None, on, None, None, on, off]),
        Case("nothing", _replies(place, None, high), [None, off]),
    )


def _heard(name, topics):
    def ask(answer):
        outcome = answer.read(name)
        if outcome.error:
            return outcome
        try:
            return Outcome(value=[topic for topic in topics if matches(check_filter(outcome.value), topic)])
        except ValueError:
            return Outcome(error="ValueError")

    return ask


def _replies(place, *values):
    # Several in one case: a function that always says the same earns nothing.
    def ask(answer):
        outcomes = [answer.call("reply", f"greenhouse/{place}/soil", {"value": value, "unit": "%"}) for value in values]
        stopped = next((outcome for outcome in outcomes if outcome.error), None)
        return stopped or Outcome(value=[outcome.value for outcome in outcomes])

    return ask
