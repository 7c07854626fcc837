"""Visible cases of control_irrigation: the greenhouse stands here, the learner's function is asked step by step."""

from ailab.checks import Case, Misconception, Outcome
from ailab.devices import Greenhouse

DAYS = 3
DRIEST, WETTEST, MOST_SWITCHES, MOST_LITERS = 20, 35, 16, 160
VERY_DRY, VERY_WET = 15, 34
SCALE = tuple(step / 2 for step in range(20, 91))
"""Readings of the soil, from dry to wet."""


def season(seed):
    """Ask what three days become when the learner's function runs the pump; None when it gives no True or False."""

    def ask(answer):
        greenhouse = Greenhouse(seed)
        soils = []
        for _ in range(DAYS * 144):
            outcome = answer.call("irrigate", greenhouse.read()["soil"], greenhouse.is_on("pump"))
            if not isinstance(outcome.value, bool):
                return Outcome(error=outcome.error)
            _go_on(greenhouse, outcome.value)
            soils.append(greenhouse.climate.soil)
        return Outcome(value={"driest": min(soils), "wettest": max(soils), "switches": greenhouse.switches["pump"], "liters": greenhouse.water})

    return ask


def _go_on(greenhouse, pump):
    greenhouse.pump(pump)
    # As `control` in the notebook: the fan keeps tomatoes alive whatever the pump does.
    greenhouse.fan(greenhouse.read()["temperature"] > (22 if greenhouse.is_on("fan") else 26))
    greenhouse.wait(minutes=10)


def extremes(answer):
    """Ask about very dry and very wet soil, with the pump off and on."""
    outcomes = [answer.call("irrigate", soil, is_on) for soil in (VERY_DRY, VERY_WET) for is_on in (False, True)]
    stopped = next((outcome for outcome in outcomes if outcome.error), None)
    return stopped or Outcome(value=[outcome.value for outcome in outcomes])


def is_never_too_dry(outcome):
    return outcome.value["driest"] >= DRIEST


def is_never_too_wet(outcome):
    return outcome.value["wettest"] <= WETTEST


def is_calm(outcome):
    return outcome.value["switches"] <= MOST_SWITCHES


def is_thrifty(outcome):
    return outcome.value["liters"] <= MOST_LITERS


ALIVE = ("never_too_dry", "never_too_wet")
CASES = (
    Case("extremes", extremes, [True, True, False, False], label="Very dry soil and very wet soil"),
    Case("never_too_dry", season(2), accept=is_never_too_dry, label="Three days: never drier than 20 %", needs=("never_too_wet",)),
    Case("never_too_wet", season(2), accept=is_never_too_wet, label="Three days: never wetter than 35 %", needs=("never_too_dry",)),
    Case("calm", season(2), accept=is_calm, label="Three days: at most 16 switchings", needs=ALIVE, weight=2),
    Case("thrifty", season(2), accept=is_thrifty, label="Three days: at most 160 liters", needs=ALIVE),
)


def answers_on_scale(answer, is_on):
    return [answer.call("irrigate", soil, is_on).value for soil in SCALE]


def turns_on_below(answer):
    """Return the wettest reading at which a resting pump starts."""
    return max((soil for soil, on in zip(SCALE, answers_on_scale(answer, False), strict=True) if on is True), default=0)


def turns_off_above(answer):
    """Return the driest reading at which a running pump stops."""
    return min((soil for soil, on in zip(SCALE, answers_on_scale(answer, True), strict=True) if on is False), default=100)


def only_prints(answer):
    outcomes = [answer.call("irrigate", soil, False) for soil in (VERY_DRY, VERY_WET)]
    return all(outcome.value is None and not outcome.error and outcome.printed.strip() for outcome in outcomes)


def gives_words(answer):
    return isinstance(answer.call("irrigate", VERY_DRY, False).value, str)


def is_turned_round(answer):
    return extremes(answer).value == [False, False, True, True]


def says_nothing_between(answer):
    return extremes(answer).value == [True, True, False, False] and None in answers_on_scale(answer, True)


def never_starts(answer):
    return answer.call("irrigate", 5, False).value is False


def never_stops(answer):
    return answer.call("irrigate", 60, True).value is True


def flips(answer):
    on, off = answers_on_scale(answer, True), answers_on_scale(answer, False)
    return any(running is False and resting is True for running, resting in zip(on, off, strict=True))


def forgets_the_state(answer):
    running = answers_on_scale(answer, True)
    return isinstance(running[0], bool) and running == answers_on_scale(answer, False)


def is_narrow(answer):
    return turns_off_above(answer) - turns_on_below(answer) < 3


def starts_too_late(answer):
    return 0 < turns_on_below(answer) < DRIEST + 1


def stops_too_late(answer):
    return WETTEST - 2 < turns_off_above(answer) < 100


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows its decision, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "gives_words",
        gives_words,
        "Your function gives back a word. The pump takes `True` and `False` only, without quotes.",
    ),
    Misconception(
        "is_turned_round",
        is_turned_round,
        "Your pump waters wet soil and lets dry soil dry out. Look at the direction of your comparisons.",
    ),
    Misconception(
        "says_nothing_between",
        says_nothing_between,
        "Between the thresholds your function gives nothing back. There the pump stays as it is: give back what it is now.",
    ),
    Misconception(
        "flips",
        flips,
        "Between the thresholds your pump changes each time: it stops when it runs and starts when it rests. Give back `is_on` there.",
    ),
    Misconception(
        "never_starts",
        never_starts,
        "The soil is very dry and the pump rests. Below the lower threshold, the answer is `True`, whatever the pump does now.",
    ),
    Misconception(
        "never_stops",
        never_stops,
        "The soil is very wet and the pump still runs. Above the upper threshold, the answer is `False`, whatever the pump does now.",
    ),
    Misconception(
        "forgets_the_state",
        forgets_the_state,
        "Your function does not look at `is_on`, so a single border decides, and the pump goes on and off all day. In between, leave it as it is.",
    ),
    Misconception(
        "narrow",
        is_narrow,
        "Your two thresholds are close together, so the pump changes often. Put them at least 3 apart.",
    ),
    Misconception(
        "starts_too_late",
        starts_too_late,
        "Your pump starts so late that the soil gets too dry. The sensor may be wrong by 1: raise the lower threshold.",
    ),
    Misconception(
        "stops_too_late",
        stops_too_late,
        "Your pump stops so late that roots drown and water drips away. Lower the upper threshold.",
    ),
)

LADDER = (
    "Which limit does the first line with ✘ name? Run the cell with `grow` once more: which of its numbers is on the wrong side of this limit?",
    "Draw a line with three parts: too dry, in between, too wet. What should the pump do in each part, when it runs already and when it rests?",
    "A fridge cools above 6 degrees and rests below 3. At 5 degrees, a fridge that is cooling goes on, and one that is resting goes on resting.",
)
