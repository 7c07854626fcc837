"""Hidden cases of choose_fruit_clues: the same fruits on other markets, drawn from a seed, with nearest examples by hand."""

from random import Random

from ailab.checks import Case, Outcome

CLUES = ("length", "width", "color", "basket", "stall")
KINDS = {
    "date": ((40.0, 2.5), (19.0, 1.5), (74.0, 6.0), 15),
    "olive": ((22.0, 2.0), (18.0, 1.5), (38.0, 6.0), 50),
    "fig": ((41.0, 2.5), (36.0, 2.5), (72.0, 6.0), 85),
}
OF_EACH = 20
ENOUGH = 0.9


def cases(seed):
    random = Random(seed)
    first, second = _both_days(random), _both_days(random)
    return (
        Case("another_market", _asks_about(first), accept=_is_enough, needs=("two", "enough")),
        Case("a_third_market", _asks_about(second), accept=_is_enough, needs=("two", "enough")),
    )


def _is_enough(outcome):
    return outcome.value >= ENOUGH


def _asks_about(days):
    """Ask which share of the second day's fruits gets its name from the nearest example of the first day."""

    def ask(answer):
        clues = answer.read("clues").value
        if not isinstance(clues, list | tuple | set) or not set(map(str, clues)) <= set(CLUES):
            return Outcome(value=0)
        places = [CLUES.index(str(clue)) for clue in clues]
        examples, tests = ([([measures[place] for place in places], kind) for kind, measures in day] for day in days)
        return Outcome(value=sum(_nearest(point, examples) == kind for point, kind in tests) / len(tests))

    return ask


def _nearest(point, examples):
    return min(examples, key=lambda example: sum((a - b) ** 2 for a, b in zip(point, example[0], strict=True)))[1]


def _both_days(random):
    return [[(kind, _fruit(random, kind, mixed)) for kind in KINDS for _ in range(OF_EACH)] for mixed in (False, True)]


def _fruit(random, kind, mixed):
    *measures, own = KINDS[kind]
    any_basket = [basket for *_, basket in KINDS.values()][int(3 * random.random())]
    return [*(_bell(random, *measure) for measure in measures), any_basket if mixed else own, 1 + int(99 * random.random())]


def _bell(random, mean, spread):
    return mean + spread * (sum(random.random() for _ in range(12)) - 6)
