"""Visible cases of explain_doubling."""

from ailab.checks import Case, Misconception, gives, read

CASES = (Case("value", read("answer"), accept=lambda outcome: outcome.value in (42, 42.0), label="The double of 21"),)

MISCONCEPTIONS = (
    Misconception("squares", gives(read("answer"), 441), "That is 21 times itself."),
    Misconception("adds_two", gives(read("answer"), 23), "That is 21 and 2."),
    Misconception("as_text", gives(read("answer"), "42"), "That is text. Leave the quotes away."),
)
