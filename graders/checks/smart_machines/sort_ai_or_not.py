"""Hidden cases of sort_ai_or_not: the visible ones suffice, so these only follow from them.

Six right cards of eight are at least two right ones in each box: a sorter of both kinds, not of one.
"""

from ailab.checks import Case, read

BOXES = {"ai": {"chatbot", "leaf", "voice", "mail"}, "not_ai": {"calculator", "lamp", "robot", "washing"}}


def cases(_seed):
    # The cards stand in the notebook, and a choice is right or wrong whatever the seed.
    return (Case("both_kinds", read("sorted_cards"), accept=_knows_both_kinds, needs=("laid", "six")),)


def _knows_both_kinds(outcome):
    return all(len(cards & set(outcome.value[name])) >= 2 for name, cards in BOXES.items())
