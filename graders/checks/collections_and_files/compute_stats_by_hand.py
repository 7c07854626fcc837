"""Hidden cases of compute_stats_by_hand."""

from random import Random

from ailab.checks import Case, Outcome, call


def cases(seed):
    random = Random(seed)
    above = _lowest_inside(random, 5, 90)
    huge = _lowest_inside(random, 20_000, 90_000)
    below = [-number for number in _lowest_inside(random, 20_000, 90_000)]
    warm, cold = random.sample(range(2, 30), 4), -random.randint(2, 30)
    icy, mild = [-number for number in random.sample(range(2, 30), 4)], random.randint(2, 30)
    uneven = _with_uneven_mean(random)
    single = random.randint(2, 30)
    return (
        Case("smallest_above_zero", call("smallest", above), min(above)),
        Case("smallest_of_huge", call("smallest", huge), min(huge)),
        # A list of one number too; a start at zero has cases of its own, above zero and far below.
        Case("smallest_last", _each("smallest", [*warm, cold], [-single]), [cold, -single]),
        Case("largest_far_below_zero", call("largest", below), max(below)),
        Case("largest_last", _each("largest", [*icy, mild], [single]), [mild, single]),
        Case("mean_of_many", call("mean", uneven), sum(uneven) / len(uneven)),
        Case("mean_of_one", call("mean", [single]), single),
    )


def _each(name, *lists):
    """Ask one function about several lists."""

    def ask(answer):
        outcomes = [answer.call(name, numbers) for numbers in lists]
        failed = next((outcome for outcome in outcomes if outcome.error), None)
        return failed or Outcome(value=[outcome.value for outcome in outcomes])

    return ask


def _lowest_inside(random, start, stop):
    # The lowest is neither first nor last, so that each way of going through the list wrongly shows in its own case.
    lowest, *others = sorted(random.sample(range(start, stop), 6))
    random.shuffle(others)
    return [*others[:3], lowest, *others[3:]]


def _with_uneven_mean(random):
    # Three numbers whose sum leaves a rest when divided by 3; none is zero, so that each one counts.
    numbers = [random.choice((-1, 1)) * random.randint(1, 20), random.randint(1, 20)]
    rest = (1 - sum(numbers)) % 3
    return [*numbers, 3 * random.randint(1, 9) + rest]
