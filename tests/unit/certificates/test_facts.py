"""Facts refuse what contradicts itself."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ailab.office.certificates import Facts, FactsInvalid, LearnerId, Meeting, Presence, Score, Waiver, Work

AT = "2026-11-20T10:00:00Z"
LEARNER = LearnerId("oujda-a1")
WORK = Work(module="classifiers", exercise="split_by_size", maximum=Fraction(10))
SCORE = Score(
    learner=LEARNER,
    module="classifiers",
    exercise="split_by_size",
    attempt=1,
    status="graded",
    points=Fraction(0),
    maximum=Fraction(10),
    release="1",
    source="gradebook",
    recorded_at=AT,
)
MEETING = Meeting(series="workshop", meeting="monday", starts_at=AT, minutes=180)
PRESENCE = Presence(learner=LEARNER, series="workshop", meeting="monday", minutes=0, excused=False, source="register", recorded_at=AT)


def test_zero_points_and_zero_minutes_are_facts_like_others() -> None:
    facts = Facts(
        learner=LEARNER,
        language="fr",
        works=frozenset({WORK}),
        scores=frozenset({SCORE}),
        meetings=frozenset({MEETING}),
        presences=frozenset({PRESENCE}),
    )

    assert {score.points for score in facts.scores} == {0}


def test_missing_work_has_no_points() -> None:
    with pytest.raises(FactsInvalid, match="Only graded work has points"):
        replace(SCORE, status="missing")


def test_graded_work_without_points_is_refused() -> None:
    with pytest.raises(FactsInvalid, match="points are None"):
        replace(SCORE, points=None)


def test_negative_points_go_to_a_person() -> None:
    with pytest.raises(FactsInvalid, match="unreadable"):
        replace(SCORE, points=Fraction(-1))


def test_floats_are_refused() -> None:
    with pytest.raises(FactsInvalid, match="not exact"):
        replace(SCORE, points=0.7)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2026-11-20", "2026-11-20T10:00:00", "2026-11-20T10:00:00+01:00", "yesterday", ""])
def test_times_are_utc(text: str) -> None:
    with pytest.raises(FactsInvalid, match="no UTC time"):
        replace(SCORE, recorded_at=text)


def test_somebody_excused_has_no_minutes() -> None:
    with pytest.raises(FactsInvalid, match="None when excused"):
        replace(PRESENCE, excused=True)


def test_a_meeting_has_a_length() -> None:
    with pytest.raises(FactsInvalid, match="0 minutes"):
        replace(MEETING, minutes=0)


def test_a_waiver_has_a_reason() -> None:
    with pytest.raises(FactsInvalid, match="Write why"):
        Waiver(rule="hours", reason=" ", approved_by=frozenset({"t1", "t2"}), source="office", recorded_at=AT)


def test_records_of_another_learner_are_refused() -> None:
    with pytest.raises(FactsInvalid, match="oujda-b2"):
        Facts(learner=LEARNER, language="fr", scores=frozenset({replace(SCORE, learner=LearnerId("oujda-b2"))}))


def test_two_records_of_one_attempt_are_refused() -> None:
    with pytest.raises(FactsInvalid, match="More than one score"):
        Facts(learner=LEARNER, language="fr", scores=frozenset({SCORE, replace(SCORE, points=Fraction(3))}))


def test_a_presence_at_no_known_meeting_is_refused() -> None:
    with pytest.raises(FactsInvalid, match="Add the meeting"):
        Facts(learner=LEARNER, language="fr", presences=frozenset({PRESENCE}))
