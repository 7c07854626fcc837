"""Hidden cases of explain_doubling: one value has no other side."""

from ailab.checks import Case, read


def cases(seed):
    return (Case("number", read("answer"), 42),)
