"""What got better is said of the work, and nothing is said when nothing did."""

from typing import Any

import pytest

from ailab.checks.better import better_words
from ailab.checks.findings import Finding, Findings
from ailab.lang import EMPTY


def found(*right: bool, error: str = "", **facts: Any) -> Findings:
    cases = tuple(Finding(case=f"case_{n}", passed=ok, weight=1, hidden=False, error="" if ok else error) for n, ok in enumerate(right))
    return Findings(exercise="e", cases=cases, **facts)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (found(False, False), found(True, False), "One more line is right than before."),
        (found(False, False), found(True, True), "2 more lines are right than before."),
        (found(False, missing=(("double", "dubble"),)), found(False), "`double` is there now."),
        (found(False, error="TypeError"), found(False), "It no longer stops with `TypeError`."),
        (found(False, error="TimeUp"), found(False), "Your program comes to an end now."),
        (found(False, misconception="squares"), found(False, misconception="adds"), "The mistake from the last hint is gone."),
    ],
    ids=["one", "two", "name", "error", "end", "mistake"],
)
def test_first_thing_that_is_better_is_told(before: Findings, now: Findings, words: str) -> None:
    assert better_words(before, now, EMPTY) == words


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (found(True, False), found(True, False)),
        (found(True, False), found(False, True)),
        (found(True, False, misconception="squares"), found(False, False)),
        (found(False, error="TypeError"), found(False, error="KeyError")),
        (found(False, misconception="squares"), found(False, error="TypeError")),
    ],
    ids=["the same", "another one", "worse", "another error", "an error hides it"],
)
def test_nothing_is_told_when_nothing_is_better(before: Findings, now: Findings) -> None:
    assert better_words(before, now, EMPTY) == ""


def test_hidden_cases_are_not_counted() -> None:
    def hidden(passed: bool) -> Findings:
        return Findings(exercise="e", cases=(Finding(case="hidden", passed=passed, weight=1, hidden=True),))

    assert better_words(hidden(False), hidden(True), EMPTY) == ""
