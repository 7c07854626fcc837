"""Cases and misconceptions: what a check file is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ailab.checks.answer import Answer, Outcome
from ailab.checks.ask import Ask
from ailab.checks.compare import Compare


@dataclass(frozen=True, slots=True)
class Case:
    """One question with the answer that is expected.

    Give `expect`, compared by `compare` (the check file's own `compare` when None), or `accept`.
    """

    name: str
    """Slug of the kind of case; hidden cases have the same kinds for every seed."""
    ask: Ask
    expect: Any = None
    accept: Callable[[Outcome], bool] | None = None
    """Judges the outcome itself: for errors, printed text, or many right values."""
    compare: Compare | None = None
    label: str = ""
    """What a learner reads beside the mark, in English; required for visible cases."""
    weight: int = 1
    needs: tuple[str, ...] = ()
    """Names of cases that must pass before this one earns anything (an empty stub passes some by luck)."""


@dataclass(frozen=True, slots=True)
class Misconception:
    """A typical wrong idea, how it shows, and what helps."""

    id: str
    when: Callable[[Answer], bool]
    """Looks at behaviour or syntax tree, never at text, and only runs when a case has failed."""
    hint: str
    """English, one or two short sentences: what happened, one next step."""
    steps: tuple[str, ...] = field(default=(), kw_only=True)
    """Further hints when the first was not enough; without them the exercise's LADDER goes on."""
