"""Hidden cases of ask_human_when_unsure: other kinds, other thresholds, and both sides of each of them."""

from random import Random

from ailab.checks import Case, call

KINDS = ("plastic", "peels", "paper", "glass")


def cases(seed):
    random = Random(seed)
    low, high = 30 + int(20 * random.random()), 90 + int(6 * random.random())
    one, other = _kind(random), _kind(random)
    both = ("asks", "sorts")
    return (
        Case("just_below", call("decide", one, low - 1, low), "ask", needs=both),
        Case("just_above", call("decide", other, low + 1, low), other, needs=both),
        Case("strict", call("decide", one, high - 5, high), "ask", needs=both),
        Case("all_agree", call("decide", "glass", 100, 100), "glass", needs=both),
    )


def _kind(random):
    return KINDS[int(len(KINDS) * random.random())]
