"""Hidden cases of double_number."""

from random import Random

from ailab.checks import Case, call


def cases(seed):
    number = 10 + int(Random(seed).random() * 90)
    return (
        Case("large", call("double", number), 2 * number),
        Case("negative", call("double", -number), -2 * number),
    )
