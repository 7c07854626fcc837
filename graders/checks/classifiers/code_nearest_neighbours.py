"""Hidden cases of code_nearest_neighbours."""

from random import Random

from ailab.checks import Case, Outcome

BOTH = ("one", "three")


def cases(seed):
    random = Random(seed)
    return (
        Case("one_neighbor", *_round([_plain(random, 1, first) for first in (True, False) * 3]), weight=2, needs=BOTH),
        Case("three_neighbors", *_round([_outvoted(random, first) for first in (True, False) * 2]), weight=3, needs=BOTH),
        Case("straight_line", *_round([_crossed(random, first) for first in (True, False)]), weight=2, needs=BOTH),
        Case("three_numbers", *_round([_deep(random, first) for first in (True, False)]), needs=BOTH),
        Case("tied_votes", *_round([_tied(random, first) for first in (True, False)]), needs=BOTH),
    )


def _round(questions):
    """Return how to ask several questions at once, and the reference's answers."""

    def ask(answer):
        outcomes = [answer.call("nearest_label", *question) for question in questions]
        failed = next((outcome for outcome in outcomes if outcome.error), None)
        return failed or Outcome(value=[outcome.value for outcome in outcomes])

    return ask, [_reference(*question) for question in questions]


def _reference(points, labels, new, k):
    order = sorted(range(len(points)), key=lambda index: _squares(points[index], new))
    votes = [labels[index] for index in order[:k]]
    return max(sorted(set(votes)), key=votes.count)


def _squares(point, new):
    return sum((a - b) ** 2 for a, b in zip(point, new, strict=True))


def _two_labels(random, first):
    pair = (("carob", "fig"), ("lemon", "orange"), ("almond", "date"))[int(random.random() * 3)]
    return pair if first else pair[::-1]


def _question(random, around, labels, k, size=2):
    """Return a question whose nearest points are given as offsets, put in any order, far ones added."""
    new = [20 + int(random.random() * 20) for _ in range(size)]
    known = [([a + b for a, b in zip(new, offset, strict=True)], label) for offset, label in zip(around, labels, strict=True)]
    known.sort(key=lambda _: random.random())
    return [point for point, _ in known], [label for _, label in known], new, k


def _plain(random, k, first):
    near, other = _two_labels(random, first)
    step = 1 + int(random.random() * 3)
    return _question(random, [[step, -step], [-2 * step, step], [3 * step, 3 * step], [-9, 12]], [near, other, other, near], k)


def _outvoted(random, first):
    near, other = _two_labels(random, first)
    step = 1 + int(random.random() * 3)
    # The nearest and most of all points say one thing, two of the three nearest the other.
    around = [[step, 0], [0, -2 * step], [-2 * step, 2 * step], [14, 3], [-15, 9]]
    return _question(random, around, [near, other, other, near, near], 3)


def _crossed(random, first):
    near, other = _two_labels(random, first)
    step = 1 + int(random.random() * 3)
    # Straight on, 4 by 4 is nearer than 0 by 6; along the axes it is farther.
    return _question(random, [[4 * step, -4 * step], [0, 6 * step], [7 * step, 7 * step]], [near, other, other], 1)


def _deep(random, first):
    near, other = _two_labels(random, first)
    step = 1 + int(random.random() * 3)
    return _question(random, [[step, step, step], [0, step, -9 * step], [-2 * step, 8 * step, 0]], [near, other, other], 1, size=3)


def _tied(random, first):
    near, other = _two_labels(random, first)
    step = 1 + int(random.random() * 3)
    around = [[step, 0], [0, -2 * step], [3 * step, 0], [0, 4 * step], [-30, 20]]
    return _question(random, around, [near, other, other, near, other], 4)
