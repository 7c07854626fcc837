"""Hidden cases of add_more_examples: the draws that went the other way, and the conclusion from both counts."""

from ailab.checks import Case, read

WORSE = 2


def cases(_seed):
    # The twenty draws are supplied, so that everybody draws the conclusion from the same ones.
    return (
        Case("worse", read("worse"), accept=_is_count),
        Case("concluded", read("conclusion"), accept=lambda outcome: outcome.value == "mostly", needs=("better", "worse")),
    )


def _is_count(outcome):
    return type(outcome.value) in (int, float) and outcome.value == WORSE
