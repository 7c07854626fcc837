"""What the checks of one exercise have shown in this kernel: which hint comes next.

A comfort for the learner and a sign for the trainer. Points know nothing of it, and where grading happens there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from ailab.checks.case import Misconception
from ailab.checks.findings import Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One hint of a ladder, and its place on it."""

    text: str
    number: int
    """Counted from 1."""
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What a learner has been shown so far."""

    hints: tuple[str, ...] = ()
    """Every hint shown, in English, each once."""
    last: Findings | None = None

    def after(self, findings: Findings, rungs: Sequence[Rung]) -> Self:
        """Return the history once this check is shown too."""
        shown = dict.fromkeys((*self.hints, *(rung.text for rung in rungs)))
        return type(self)(hints=tuple(shown), last=findings)


def next_rungs(
    findings: Findings, history: History, *, misconceptions: Sequence[Misconception] = (), ladder: Sequence[str] = ()
) -> tuple[Rung, ...]:
    """Return the hints to show: that of the recognised misconception, then the first one that was not shown yet.

    A newly recognised misconception begins with its own hint alone. The last rung stays when there is none above it.
    """
    texts = _ladder(findings, misconceptions, ladder)
    if not texts:
        return ()
    place = next((number for number, text in enumerate(texts) if text not in history.hints), len(texts) - 1)
    places = sorted({0, place}) if findings.hint else [place]
    return tuple(Rung(text=texts[number], number=number + 1, of=len(texts)) for number in places)


def _ladder(findings: Findings, misconceptions: Sequence[Misconception], ladder: Sequence[str]) -> list[str]:
    # A name that is missing has a line of its own in the report, which says what to do.
    if findings.share == 1 or findings.missing:
        return []
    if not findings.hint:
        return list(ladder)
    steps = next((each.steps for each in misconceptions if each.id == findings.misconception), ())
    return [findings.hint, *(steps or ladder)]
