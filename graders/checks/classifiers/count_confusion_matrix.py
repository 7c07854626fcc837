"""Hidden cases of count_confusion_matrix."""

from random import Random

from ailab.checks import Case, call

NEEDED = ("leaves",)
CROPS = ("almond", "carob", "date", "fig", "lemon", "mint", "olive")


def cases(seed):
    random = Random(seed)
    first, second, third, fourth = sorted(sorted(CROPS, key=lambda _: random.random())[:4])
    pair, three = [first, second], [third, second, first]
    # The label that never occurs stands first and is the last of the alphabet.
    absent = [fourth, first, second]
    return (
        _case("two_labels", random, pair, pair),
        _case("three_labels", random, sorted(three), sorted(three)),
        _case("given_order", random, three, three),
        _case("label_unseen", random, absent, absent[1:]),
    )


def _case(name, random, labels, seen):
    """Draw at least one of every right prediction and mistake, no two places with the same count."""
    pairs, count = [], 1
    places = [(true, predicted) for true in seen for predicted in seen]
    for place in sorted(places, key=lambda _: random.random()):
        pairs += [place] * count
        count += 1
    pairs.sort(key=lambda _: random.random())
    matrix = [[pairs.count((row, column)) for column in labels] for row in labels]
    true, predicted = [true for true, _ in pairs], [predicted for _, predicted in pairs]
    return Case(name, call("confusion", true, predicted, list(labels)), matrix, needs=NEEDED, weight=2)
