"""Hidden cases of read_tree_questions."""

from random import Random

from ailab.checks import Case, Outcome


def cases(seed):
    random = Random(seed)
    few, many = (lambda: _between(random, 0, 9)), (lambda: _between(random, 11, 40))
    return (
        _leaves("few_and_short", [(few(), _between(random, 20, 43)) for _ in range(3)], needs=("few_and_long",)),
        _leaves("few_and_long", [(few(), _between(random, 45, 90)) for _ in range(3)] + [(few(), 55)], needs=("few_and_short",)),
        _leaves("many_and_short", [(many(), _between(random, 20, 64)) for _ in range(3)] + [(many(), 55)], needs=("many_and_long",)),
        _leaves("many_and_long", [(many(), _between(random, 66, 90)) for _ in range(3)], needs=("many_and_short",)),
        _leaves(
            "on_the_border",
            # The last leaf of each side and the first of the other.
            [(10, _between(random, 46, 63)), (11, _between(random, 46, 63)), (few(), 44), (few(), 45), (many(), 65), (many(), 66)],
            needs=("few_and_short", "few_and_long", "many_and_short", "many_and_long"),
        ),
    )


def _between(random, low, high):
    return low + int(random.random() * (high - low + 1))


def _class_of(spot_percent, length_mm):
    border = 44 if spot_percent <= 10 else 65
    return "sick" if length_mm <= border else "healthy"


def _leaves(name, leaves, *, needs=()):
    def ask(answer):
        outcomes = [answer.call("follow_tree", *leaf) for leaf in leaves]
        failed = next((outcome for outcome in outcomes if outcome.error), None)
        return failed or Outcome(value=[outcome.value for outcome in outcomes])

    return Case(name, ask, [_class_of(*leaf) for leaf in leaves], needs=needs)
