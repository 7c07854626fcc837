"""A decision in the learner's words."""

import re
from dataclasses import replace
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest

from ailab.lang import LANGUAGES, Language, library_translations
from ailab.office.certificates import (
    Block,
    Decision,
    Facts,
    LearnerId,
    Meeting,
    Presence,
    Score,
    Waiver,
    Work,
    decide,
    explain,
    read_policy,
)
from ailab.office.certificates.facts import ScoreStatus

POLICIES = Path(__file__).parents[3] / "graders" / "policies"
AT = "2026-11-20T10:00:00Z"
LEARNER = LearnerId("oujda-a1")
STATEMENT = read_policy(POLICIES / "module_statement.toml")
PARTICIPATION = read_policy(POLICIES / "workshop_participation.toml")
TITLES = {"classifiers": "Classifiers", "split_by_size": "Split by size", "count_wins": "Count the wins"}


def score(exercise: str, points: str | None, status: ScoreStatus = "graded") -> Score:
    return Score(
        learner=LEARNER,
        module="classifiers",
        exercise=exercise,
        attempt=1,
        status=status,
        points=None if points is None else Fraction(points),
        maximum=Fraction(10),
        release="1",
        source="gradebook",
        recorded_at=AT,
    )


def facts(*scores: Score) -> Facts:
    works = frozenset(Work(module="classifiers", exercise=name, maximum=Fraction(10)) for name in ("split_by_size", "count_wins"))
    return Facts(learner=LEARNER, language="en", works=works, scores=frozenset(scores))


def decided(*scores: Score) -> Decision:
    """Return the decision on the module `classifiers` alone."""
    decision = decide(STATEMENT, facts(*scores), AT)
    return replace(decision, findings=decision.findings[1:])


def test_missing_work_is_named_with_the_next_step() -> None:
    assert explain(decided(score("split_by_size", "9")), titles=TITLES) == (
        "Statement of modules passed: not yet. What is still missing stands below.",
        "Classifiers: 9 of 20 points (45%). Needed: 60%.",
        "Not handed in: Count the wins.",
        "Points can still be won here: Split by size.",
        "Points still missing: 3.",
        "Next step: hand in what is missing.",
    )


def test_almost_enough_is_shown_as_less_than_enough() -> None:
    lines = explain(decided(score("split_by_size", "6"), score("count_wins", "5.999")), titles=TITLES)

    assert "Classifiers: 12 of 20 points (59.995%). Needed: 60%." in lines
    assert "Points still missing: 0.01." in lines
    assert lines[-1] == "Next step: choose one of these exercises and improve it."


def test_a_mark_that_is_missing_is_not_the_learners_task() -> None:
    lines = explain(decided(score("split_by_size", "9"), score("count_wins", None, "pending")), titles=TITLES)

    assert lines[0] == "Statement of modules passed: a person at your center still has to look at something."
    assert lines[-1] == "Next step: nothing for you to do. Your center completes the record."


def test_a_rule_that_is_met_needs_one_line() -> None:
    lines = explain(decided(score("split_by_size", "9"), score("count_wins", "8")), titles=TITLES)

    assert lines == ("Statement of modules passed: you have earned it.", "Classifiers: 17 of 20 points (85%). Needed: 60%.")


def test_a_module_that_has_not_begun_is_no_zero() -> None:
    lines = explain(decide(STATEMENT, Facts(learner=LEARNER, language="en"), AT))

    assert "classifiers: no points to count yet. Needed: 60%." in lines
    assert not any("0 of 0" in line for line in lines)


def attended(minutes: int) -> Facts:
    meeting = Meeting(series="workshop", meeting="monday", starts_at="2026-11-16T09:00:00Z", minutes=120)
    presence = Presence(
        learner=LEARNER, series="workshop", meeting="monday", minutes=minutes, excused=False, source="register", recorded_at=AT
    )
    return Facts(learner=LEARNER, language="en", meetings=frozenset({meeting}), presences=frozenset({presence}))


def test_attendance_is_told_in_hours() -> None:
    assert explain(decide(PARTICIPATION, attended(45), AT), titles={"workshop": "Robot week"}) == (
        "Certificate of participation: it can't be reached this time. Your trainer goes through it with you before this is final.",
        "Robot week: 0.75 of 2 hours (37.5%). Needed: 75%.",
        "Missed, or attended in part: monday.",
        "Hours still missing: 0.75.",
        "Next step: talk with your trainer.",
    )


def test_a_waived_rule_says_so_without_numbers() -> None:
    waiver = Waiver(rule="hours", reason="hospital", approved_by=frozenset({"t1", "t2"}), source="office", recorded_at=AT)
    decision = decide(PARTICIPATION, replace(attended(0), waivers=frozenset({waiver})), AT)

    assert explain(decision)[1:] == ("workshop: this rule was waived for you.",)


def test_a_block_gives_no_details() -> None:
    blocked = replace(facts(), blocks=frozenset({Block(kind="integrity_case_open", source="office", recorded_at=AT)}))

    assert explain(decide(STATEMENT, blocked, AT)) == (
        "Statement of modules passed: on hold. Your trainer tells you why, and what happens next.",
    )


def test_the_learners_language_is_the_default() -> None:
    decision = replace(decided(score("split_by_size", "9")), language="fr")

    assert explain(decision) == explain(decision, "fr")


def test_arabic_uses_the_digits_0_to_9() -> None:
    text = "\n".join(explain(decided(score("split_by_size", "5.5")), "ar"))

    assert "5,5" in text
    assert not re.search("[٠-٩]", text)


def messages() -> list[str]:
    # The package's name `explain` is the function; its module is reached by its full name.
    module = import_module("ailab.office.certificates.explain")
    tables = [*module._OUTCOMES.values(), *module._CAUSES.values(), *module._STEPS.values()]
    policies = [text for policy in (STATEMENT, PARTICIPATION) for text in (policy.title, policy.criteria)]
    return sorted({text for text in (*tables, module._SCORE, module._HOURS, module._NO_MARK, module._WAIVED, *policies) if text})


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("message", messages())
def test_every_reason_is_translated_with_its_places(message: str, language: Language) -> None:
    translated = library_translations(language)(message)

    assert translated != message
    assert sorted(re.findall(r"\{\w+\}", translated)) == sorted(re.findall(r"\{\w+\}", message))
