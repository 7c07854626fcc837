"""Hidden cases of spot_faulty_sensor."""

from random import Random

from ailab.checks import Case, Outcome, call, close

NAMES = ("barn", "bridge", "corner", "fig tree", "gate", "pond", "road", "wall", "well")
_same = close(absolute=1e-6)


def cases(seed):
    random = Random(seed)
    steady = _honest(random, 20)
    short = [random.randint(20, 60) * 2, 15]
    high, low = _with_jumps(random, (9, 15), 40), _with_jumps(random, (8, 14), -40)
    faulty, watered, *fine = random.sample(NAMES, 5)
    # The watered sensor jumps once and comes first; the wettest comes last; the faulty one stands between.
    sensors = {watered: _watered(random), fine[0]: _honest(random, 20), faulty: _with_jumps(random, (5, 9, 13, 17), -40), fine[1]: _wet(random)}
    once = {fine[0]: steady, fine[2]: _with_jumps(random, (9,), 40), fine[1]: _wet(random)}
    return (
        Case("means", call("rolling_mean", steady, 4), _rolling(steady, 4), compare=_same),
        Case("size_one", call("rolling_mean", steady, 1), steady, compare=_same),
        Case("few_readings", call("rolling_mean", short, 6), _rolling(short, 6), compare=_same),
        Case("too_high", call("far_places", high, 5, 12), [9, 15]),
        Case("too_low", call("far_places", low, 5, 12), [8, 14]),
        Case("nothing_far", call("far_places", steady, 5, 12), [], needs=("too_high",)),
        # In both orders: what comes after the faulty one counts as much as what comes before. One far place is enough for a name.
        Case("faulty", _each(sensors, dict(reversed(sensors.items())), once), [faulty, faulty, fine[2]]),
        Case("all_fine", call("faulty_sensor", {fine[0]: steady, fine[1]: _wet(random)}, 5, 12), None, needs=("faulty",)),
    )


def _each(*questions):
    """Ask about several groups of sensors."""

    def ask(answer):
        outcomes = [answer.call("faulty_sensor", sensors, 5, 12) for sensors in questions]
        failed = next((outcome for outcome in outcomes if outcome.error), None)
        return failed or Outcome(value=[outcome.value for outcome in outcomes])

    return ask


def _rolling(values, size):
    windows = [values[max(0, place - size + 1) : place + 1] for place in range(len(values))]
    return [sum(window) / len(window) for window in windows]


def _honest(random, count):
    level = random.randint(42, 48)
    return [level - place // 2 + random.choice((-1, 0, 1)) / 2 for place in range(count)]


def _wet(random):
    return [reading + 20 for reading in _honest(random, 20)]


def _watered(random):
    return [reading + (20 if place >= 3 else 0) for place, reading in enumerate(_honest(random, 20))]


def _with_jumps(random, places, height):
    values = _honest(random, 20)
    for place in places:
        values[place] += height + random.choice((-2, 0, 2))
    return values
