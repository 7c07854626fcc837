"""Hidden cases of compute_stats_by_hand."""

from random import Random

from ailab.checks import Case, call


def cases(seed):
    random = Random(seed)
    above = random.sample(range(5, 60), 6)
    huge = random.sample(range(20_000, 90_000), 5)
    below = [-number for number in random.sample(range(3, 40), 6)]
    low_last = sorted(random.sample(range(-30, 30), 5), reverse=True)
    high_last = sorted(random.sample(range(-30, 30), 5))
    single = random.randint(2, 30)
    uneven = _with_uneven_mean(random)
    return (
        Case("smallest_above_zero", call("smallest", above), min(above)),
        Case("smallest_of_huge", call("smallest", huge), min(huge)),
        Case("smallest_last", call("smallest", low_last), low_last[-1]),
        Case("largest_below_zero", call("largest", below), max(below)),
        Case("largest_last", call("largest", high_last), high_last[-1]),
        Case("mean_of_many", call("mean", uneven), sum(uneven) / len(uneven)),
        Case("mean_of_one", call("mean", [single]), single),
    )


def _with_uneven_mean(random):
    # Three numbers whose sum leaves a rest: the mean is no whole number. None is zero, so that each one counts.
    numbers = [random.choice((-1, 1)) * random.randint(1, 20), random.randint(1, 20)]
    rest = (1 - sum(numbers)) % 3
    return [*numbers, 3 * random.randint(1, 9) + rest]
