"""A decision in the learner's words: where they stand, why, and one next step for each rule.

It reads one decision, so nobody else's data can stand in it.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Final

from ailab.lang import Language, library_translations
from ailab.office.certificates.decision import CauseKind, Decision, Finding, Outcome, Step
from ailab.office.certificates.display import amount, hours, listed, percent

_OUTCOMES: Final[dict[Outcome, str]] = {
    "eligible": "{title}: you have earned it.",
    "not_yet": "{title}: not yet. What is still missing stands below.",
    "pending_human": "{title}: a person at your center still has to look at something.",
    "impossible": "{title}: it can't be reached this time. Your trainer goes through it with you before this is final.",
    "blocked": "{title}: on hold. Your trainer tells you why, and what happens next.",
}
_CAUSES: Final[dict[CauseKind, str]] = {
    "missing": "Not handed in: {items}.",
    "pending": "Handed in and not marked yet: {items}.",
    "unreadable": "Handed in, but the file could not be opened: {items}. A trainer looks at it.",
    "rescaled": "Marked with another number of points than now: {items}. A trainer looks at it.",
    "excused": "Excused, so not counted: {items}.",
    "below": "Points can still be won here: {items}.",
    "unset": "This module has not begun yet.",
    "unregistered": "The register is not filled in yet: {items}.",
    "planned": "Still to come: {items}.",
    "absent": "Missed, or attended in part: {items}.",
    "unscheduled": "There is no meeting to count.",
}
_STEPS: Final[dict[Step, str]] = {
    "none": "",
    "hand_in": "Next step: hand in what is missing.",
    "improve": "Next step: choose one of these exercises and improve it.",
    "wait": "Next step: nothing for you to do. Your center completes the record.",
    "attend": "Next step: come to the meetings that are still to come.",
    "ask": "Next step: talk with your trainer.",
}
_SCORE: Final = "{subject}: {observed} of {possible} points ({share}). Needed: {required}."
_NO_MARK: Final = "{subject}: no points to count yet. Needed: {required}."
_HOURS: Final = "{subject}: {observed} of {possible} hours ({share}). Needed: {required}."
_GAP_POINTS: Final = "Points still missing: {gap}."
_GAP_HOURS: Final = "Hours still missing: {gap}."
_WAIVED: Final = "{subject}: this rule was waived for you."


def explain(decision: Decision, language: Language | None = None, *, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the decision as lines to read, the outcome first.

    `language` is the learner's unless another reader asks; `titles` gives the words for slugs of modules, exercises and meetings.
    """
    language = language or decision.language
    say = library_translations(language)
    head = say(_OUTCOMES[decision.outcome]).format(title=say(decision.title))
    if decision.outcome == "blocked":
        return (head,)
    lines = (line for finding in decision.findings for line in _finding(finding, language, titles or {}))
    return (head, *lines)


def _finding(finding: Finding, language: Language, titles: Mapping[str, str]) -> tuple[str, ...]:
    say = library_translations(language)
    if finding.status == "waived":
        return (say(_WAIVED).format(subject=_title(finding.subject, titles)),)
    causes = (
        say(_CAUSES[cause.kind]).format(items=listed(tuple(_title(item, titles) for item in cause.items), language))
        for cause in finding.causes
        if finding.status != "met" or cause.kind == "excused"
    )
    gap = say(_GAP_POINTS if finding.measure == "score" else _GAP_HOURS).format(gap=_gap(finding, language))
    shows_gap = finding.gap and finding.status in ("short", "impossible")
    step = say(_STEPS[finding.step])
    return tuple(line for line in (_standing(finding, language, titles), *causes, gap if shows_gap else "", step) if line)


def _standing(finding: Finding, language: Language, titles: Mapping[str, str]) -> str:
    say = library_translations(language)
    measured = amount if finding.measure == "score" else hours
    share = finding.share
    pattern = _NO_MARK if share is None else _SCORE if finding.measure == "score" else _HOURS
    return say(pattern).format(
        subject=_title(finding.subject, titles),
        observed=measured(finding.observed, language),
        possible=measured(finding.possible, language),
        share="" if share is None else percent(share, language, unlike=finding.required),
        required=percent(finding.required, language),
    )


def _gap(finding: Finding, language: Language) -> str:
    number = finding.gap if finding.measure == "score" else finding.gap / 60
    # Rounded up: whoever wins what stands here must have won enough.
    return amount(Fraction(ceil(number * 100), 100), language)


def _title(slug: str, titles: Mapping[str, str]) -> str:
    return titles.get(slug, slug)
