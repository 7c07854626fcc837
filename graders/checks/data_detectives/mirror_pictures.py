"""Hidden cases of mirror_pictures: pictures drawn from a seed."""

from random import Random

from ailab.checks import Case, Outcome, call

SIZE = 8


def cases(seed):
    random = Random(seed)
    first, second, third, fourth = (_picture(random) for _ in range(4))
    return (
        Case("inverted_other", call("inverted", first), _inverse(first), needs=("inverted",)),
        Case("mirrored_other", call("mirrored", second), _mirror(second), needs=("mirrored",)),
        Case("one_after_the_other", _both(third), _mirror(_inverse(third)), needs=("inverted", "mirrored")),
        Case("there_and_back", _twice(fourth), fourth, needs=("inverted", "mirrored")),
    )


def _picture(random):
    """Return a picture that is neither its own mirror image nor anything else's that is easily mistaken for it."""
    rows = [[int(random.random() < 0.45) for _ in range(SIZE)] for _ in range(SIZE)]
    # The corners differ in every way in which a picture can be turned.
    rows[0][0], rows[0][-1], rows[-1][0], rows[-1][-1] = 1, 0, 1, 1
    rows[1][0], rows[1][-1] = 0, 1
    return rows


def _inverse(picture):
    return [[1 - number for number in row] for row in picture]


def _mirror(picture):
    return [row[::-1] for row in picture]


def _both(picture):
    """Ask for the picture inverted and then mirrored."""

    def ask(answer):
        between = answer.call("inverted", picture)
        return between if between.error else answer.call("mirrored", between.value)

    return ask


def _twice(picture):
    """Ask for the picture mirrored two times."""

    def ask(answer):
        between = answer.call("mirrored", picture)
        return Outcome(error=between.error) if between.error else answer.call("mirrored", between.value)

    return ask
