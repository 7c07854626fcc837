"""Hidden cases of count_dates: the three programs on which a look at the marks would give the number away."""

from ailab.checks import Case, read


def cases(_seed):
    # The programs stand in the notebook, so that no seed can change what they pick.
    return (
        Case("two_steps", read("dates_c"), accept=is_number(3)),
        Case("after_the_loop", read("dates_d"), accept=is_number(1)),
        Case("loop_in_loop", read("dates_e"), accept=is_number(6)),
    )


def is_number(count):
    return lambda outcome: type(outcome.value) in (int, float) and outcome.value == count
