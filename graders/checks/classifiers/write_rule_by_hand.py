"""Hidden cases of write_rule_by_hand."""

from random import Random
from statistics import NormalDist

from ailab.checks import Case, Outcome

GROUPS = (
    ("olive", 35, (22.0, 2.2), (15.0, 1.4)),
    ("olive", 5, (21.0, 1.5), (19.0, 1.0)),
    ("argan", 40, (24.2, 2.4), (20.5, 1.7)),
)
BOTH = ("typical_olive", "typical_argan")


def cases(seed):
    random = Random(seed)
    basket, other_basket = _basket(random), _basket(random)
    extremes = [
        (round(5 + random.random(), 1), round(4 + random.random(), 1)),
        (round(40 + random.random(), 1), round(35 + random.random(), 1)),
        (21, 16),
    ]
    return (
        Case("better_than_a_coin", _right_share(basket), accept=_at_least(0.60), needs=BOTH),
        Case("basket", _right_share(basket), accept=_at_least(0.75), weight=2, needs=BOTH),
        Case("other_basket", _right_share(other_basket), accept=_at_least(0.75), needs=BOTH),
        Case("any_size", _names(extremes), accept=_all_are_names, needs=BOTH),
    )


def _basket(random):
    fruits = []
    for kind, count, length, width in GROUPS:
        pairs = zip(_evenly(random, count, length), _evenly(random, count, width), strict=True)
        fruits += [(kind, *pair) for pair in pairs]
    return fruits


def _evenly(random, count, mean_and_spread):
    # One draw from each slice of the bell: every seed's basket is as hard as the next.
    bell = NormalDist(*mean_and_spread)
    values = [bell.inv_cdf((slot + 0.01 + 0.98 * random.random()) / count) for slot in range(count)]
    return [round(value, 1) for value in sorted(values, key=lambda _: random.random())]


def _right_share(fruits):
    def ask(answer):
        right = 0
        for kind, length, width in fruits:
            outcome = answer.call("rule", length, width)
            if outcome.error:
                return outcome
            right += outcome.value == kind
        return Outcome(value=right / len(fruits))

    return ask


def _names(sizes):
    def ask(answer):
        outcomes = [answer.call("rule", *size) for size in sizes]
        failed = next((outcome for outcome in outcomes if outcome.error), None)
        return failed or Outcome(value=[outcome.value for outcome in outcomes])

    return ask


def _at_least(share):
    return lambda outcome: not outcome.error and outcome.value >= share


def _all_are_names(outcome):
    return not outcome.error and all(name in ("olive", "argan") for name in outcome.value)
