"""Hidden cases of choose_who_decides: the visible ones suffice, so this one only follows from them.

Six right cards of eight are at least two right ones in each box: a choice of both kinds, not of one.
"""

from ailab.checks import Case, read

BOXES = {"model": {"belt", "song", "word", "album"}, "human": {"medicine", "window", "school", "water"}}


def cases(_seed):
    # The cards stand in the notebook, and a choice fits or not whatever the seed.
    return (Case("both_kinds", read("deciders"), accept=_knows_both_kinds, needs=("laid", "six")),)


def _knows_both_kinds(outcome):
    return all(len(cards & set(outcome.value[name])) >= 2 for name, cards in BOXES.items())
