"""Hidden cases of choose_metric_for_sick_trees."""

from random import Random

from ailab.checks import Case, Outcome, read

DONE = ("sick_found", "few_alarms")


def cases(seed):
    random = Random(seed)
    first, second = _grove(random), _grove(random)
    return (
        Case("sick_elsewhere", _visited_share(first[0]), accept=_at_least(0.9), needs=DONE),
        Case("alarms_elsewhere", _visited_share(first[1]), accept=_at_most(0.15), needs=DONE),
        Case("another_grove", _visited_share(second[0]), accept=_at_least(0.9), needs=DONE),
        Case("on_the_scale", read("threshold"), accept=_is_on_scale, needs=DONE),
    )


def _grove(random):
    """Return scores of 40 sick and 120 healthy trees: what fits the visible grove fits here too, and little else does."""
    sick = _draw(random, 3, 20, 35) + _draw(random, 9, 46, 49) + _draw(random, 28, 50, 95)
    healthy = _draw(random, 74, 1, 25) + _draw(random, 30, 26, 37) + _draw(random, 16, 38, 75)
    return sick, healthy


def _draw(random, count, low, high):
    return [low + int(random.random() * (high - low + 1)) for _ in range(count)]


def _visited_share(scores):
    def ask(answer):
        outcome = answer.read("threshold")
        if outcome.error or isinstance(outcome.value, bool) or not isinstance(outcome.value, int | float):
            return Outcome(error=outcome.error or "TypeError")
        return Outcome(value=sum(score >= outcome.value for score in scores) / len(scores))

    return ask


def _at_least(share):
    return lambda outcome: not outcome.error and outcome.value >= share


def _at_most(share):
    return lambda outcome: not outcome.error and outcome.value <= share


def _is_on_scale(outcome):
    return not outcome.error and isinstance(outcome.value, int | float) and 0 <= outcome.value <= 100
