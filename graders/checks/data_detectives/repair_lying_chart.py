"""Hidden cases of repair_lying_chart: few votes and many, drawn from a seed."""

from random import Random

from ailab.checks import Case, call


def cases(seed):
    random = Random(seed)
    few = [2 + int(8 * random.random()) for _ in range(3)]
    thousands = [2000 + int(3000 * random.random()) for _ in range(3)]
    return (
        Case("few", call("measured", few), accept=_is_honest(few), needs=("bars", "many")),
        Case("thousands", call("measured", thousands), accept=_is_honest(thousands), needs=("bars", "many")),
        Case("numbers_at_the_side", call("measured", few), accept=_shows_numbers, needs=("bars",)),
    )


def _shows_numbers(outcome):
    return not outcome.error and outcome.value["numbers"]


def _is_honest(values):
    """Accept bars from zero, as tall as the values, the tallest whole and over at least half of the axis."""

    def accept(outcome):
        if outcome.error:
            return False
        facts = outcome.value
        fits = max(values) <= facts["end"] <= 2 * max(values) + 1e-9
        return facts["begin"] == 0 and facts["scale"] == "linear" and facts["heights"] == values and fits

    return accept
