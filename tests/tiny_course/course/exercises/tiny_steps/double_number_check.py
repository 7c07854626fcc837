"""Visible cases of double_number."""

from ailab.checks import Case, Misconception, behaves_like, call

CASES = (
    Case("small", call("double", 3), 6, label="Twice 3"),
    Case("zero", call("double", 0), 0, label="Twice nothing", needs=("small",)),
)

MISCONCEPTIONS = (
    Misconception("squares", behaves_like("double", lambda number: number**2, [(3,), (5,)]), "You multiplied the number by itself. Multiply it by `2`."),
    Misconception("adds_two", behaves_like("double", lambda number: number + 2, [(3,), (5,)]), "You added 2. Doubling is `2` times the number."),
    Misconception("gives_nothing", behaves_like("double", lambda number: None, [(3,), (5,)]), "Your function gives nothing back. Put `return` before the result."),
)
