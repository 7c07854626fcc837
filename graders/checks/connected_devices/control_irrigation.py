"""Hidden cases of control_irrigation: other greenhouses, outside the learner's process."""

from random import Random

from ailab.checks import Case, Outcome
from ailab.devices import Greenhouse, grow

DAYS = 3
LEAST_LITERS = 65
SCALE = tuple(step / 2 for step in range(20, 91))


def cases(seed):
    random = Random(seed)
    first, second = _thirsty_greenhouse(random), _thirsty_greenhouse(random)
    return (
        Case("two_thresholds", _thresholds, accept=lambda outcome: outcome.value[1] - outcome.value[0] >= 3),
        Case("well_elsewhere", _season(first), accept=_is_well, weight=3),
        Case("calm_elsewhere", _season(second), accept=lambda outcome: outcome.value["switches"] <= 16, needs=("well_elsewhere",), weight=2),
    )


def _thirsty_greenhouse(random):
    """Return the seed of a greenhouse whose plants drink enough to tell a calm pump from a busy one, and whose sensors are sound."""
    while True:
        seed = random.randrange(1_000_000)
        if Greenhouse(seed).fault is None and grow(_water_freely, days=DAYS, seed=seed).needed >= LEAST_LITERS:
            return seed


def _water_freely(reading):
    return {"pump": reading["soil"] < 25, "fan": reading["temperature"] > 24}


def _is_well(outcome):
    return outcome.value["driest"] >= 20 and outcome.value["wettest"] <= 35 and outcome.value["liters"] <= 160


def _season(seed):
    def ask(answer):
        greenhouse = Greenhouse(seed)
        soils = []
        for _ in range(DAYS * 144):
            outcome = answer.call("irrigate", greenhouse.read()["soil"], greenhouse.is_on("pump"))
            if not isinstance(outcome.value, bool):
                return Outcome(error=outcome.error or "TypeError")
            greenhouse.pump(outcome.value)
            greenhouse.fan(greenhouse.read()["temperature"] > (22 if greenhouse.is_on("fan") else 26))
            greenhouse.wait(minutes=10)
            soils.append(greenhouse.climate.soil)
        return Outcome(value={"driest": min(soils), "wettest": max(soils), "switches": greenhouse.switches["pump"], "liters": greenhouse.water})

    return ask


def _thresholds(answer):
    """Let the soil dry out and get wet again, and note where the pump starts and where it stops."""
    on = off = None
    is_on = False
    for soil in (*reversed(SCALE), *SCALE):
        outcome = answer.call("irrigate", soil, is_on)
        if not isinstance(outcome.value, bool):
            return Outcome(error=outcome.error or "TypeError")
        if outcome.value and not is_on:
            on = soil
        if is_on and not outcome.value:
            off = soil
        is_on = outcome.value
    return Outcome(value=[on, off]) if on is not None and off is not None else Outcome(error="ValueError")
