"""What holds for all facts, tried on many."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ailab.office.certificates import Facts, LearnerId, Meeting, Presence, Score, Waiver, Work, decide, parse_policy
from ailab.office.certificates.decision import BEST_FIRST, Decision
from ailab.office.certificates.exact import canonical
from ailab.office.certificates.facts import ScoreStatus

AT = "2026-11-20T10:00:00Z"
LEARNER = LearnerId("oujda-a1")
EXERCISES = ("a", "b", "c")
DAYS = ("d1", "d2", "d3", "d4")

POLICY = parse_policy("""\
format_version = 1
id = "tiny"
version = "1"
kind = "participation"
title = "Tiny"
criteria = "Tiny."
need = "all"
waive = { rules = ["hours", "strict"], approvals = 1 }

[[rules]]
measure = "score"
id = "strict"
module = "m"
at_least = "60%"
attempts = "best"
missing = "short"

[[rules]]
measure = "score"
id = "lenient"
module = "m"
at_least = "60%"
attempts = "best"
missing = "unknown"

[[rules]]
measure = "attendance"
id = "hours"
series = "w"
at_least = "75%"
excused_at_most = 1
""")


@st.composite
def scores(draw: st.DrawFn) -> Score:
    status: ScoreStatus = draw(st.sampled_from(("graded", "graded", "graded", "missing", "pending", "excused", "unreadable")))
    return Score(
        learner=LEARNER,
        module="m",
        exercise=draw(st.sampled_from(EXERCISES)),
        attempt=draw(st.integers(1, 3)),
        status=status,
        points=draw(st.fractions(0, 11, max_denominator=8)) if status == "graded" else None,
        maximum=Fraction(draw(st.sampled_from((10, 10, 10, 12)))),
        release="1",
        source="gradebook",
        recorded_at=AT,
    )


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    excused = draw(st.booleans())
    return Presence(
        learner=LEARNER,
        series="w",
        meeting=draw(st.sampled_from(DAYS)),
        minutes=None if excused else draw(st.integers(0, 130)),
        excused=excused,
        source="register",
        recorded_at=AT,
    )


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    lengths = draw(st.tuples(*(st.integers(1, 120) for _ in DAYS)))
    months = draw(st.tuples(*(st.sampled_from((10, 12)) for _ in DAYS)))
    return Facts(
        learner=LEARNER,
        language="en",
        works=frozenset(Work(module="m", exercise=exercise, maximum=Fraction(10)) for exercise in EXERCISES),
        scores=frozenset(draw(st.lists(scores(), max_size=6, unique_by=lambda score: (score.exercise, score.attempt)))),
        meetings=frozenset(
            Meeting(series="w", meeting=day, starts_at=f"2026-{month}-01T09:00:00Z", minutes=length)
            for day, month, length in zip(DAYS, months, lengths, strict=True)
        ),
        presences=frozenset(draw(st.lists(presences(), max_size=4, unique_by=lambda presence: presence.meeting))),
    )


def ranks(facts: Facts) -> list[int]:
    return [BEST_FIRST.index(finding.status) for finding in decided(facts).findings]


def decided(facts: Facts) -> Decision:
    return decide(POLICY, facts, AT)


@given(facts(), st.data())
def test_a_better_score_never_hurts(facts: Facts, data: st.DataObject) -> None:
    graded = sorted((score for score in facts.scores if score.points is not None), key=repr)
    if not graded:
        return
    score = data.draw(st.sampled_from(graded))
    better = replace(score, points=(score.points or 0) + data.draw(st.fractions(0, 5, max_denominator=8)))

    after = ranks(replace(facts, scores=facts.scores - {score} | {better}))

    assert all(new <= old for new, old in zip(after, ranks(facts), strict=True))


@given(facts(), scores().filter(lambda score: score.status != "excused"))
def test_a_further_attempt_never_hurts(facts: Facts, score: Score) -> None:
    further = replace(score, attempt=4)

    after = ranks(replace(facts, scores=facts.scores | {further}))

    assert all(new <= old for new, old in zip(after, ranks(facts), strict=True))


@given(facts(), st.data())
def test_losing_a_record_never_makes_short_met(facts: Facts, data: st.DataObject) -> None:
    records = sorted([*facts.scores, *facts.presences], key=repr)
    if not records:
        return
    lost = {data.draw(st.sampled_from(records))}

    after = decided(replace(facts, scores=facts.scores - lost, presences=facts.presences - lost))

    for new, old in zip(after.findings, decided(facts).findings, strict=True):
        assert not (old.status in ("short", "impossible") and new.status == "met")


@given(facts(), st.integers(0, 60))
def test_more_minutes_never_hurt(facts: Facts, minutes: int) -> None:
    longer = frozenset(p if p.minutes is None else replace(p, minutes=p.minutes + minutes) for p in facts.presences)

    after = ranks(replace(facts, presences=longer))

    assert all(new <= old for new, old in zip(after, ranks(facts), strict=True))


@given(facts(), st.sampled_from(("strict", "lenient", "hours", "unknown")))
def test_a_waiver_never_reduces(facts: Facts, rule: str) -> None:
    waiver = Waiver(rule=rule, reason="why", approved_by=frozenset({"t1"}), source="office", recorded_at=AT)

    after = ranks(replace(facts, waivers=frozenset({waiver})))

    assert all(new <= old for new, old in zip(after, ranks(facts), strict=True))


@given(facts())
def test_a_second_run_gives_the_same_bytes(facts: Facts) -> None:
    again = replace(facts, scores=frozenset(sorted(facts.scores, key=repr, reverse=True)))

    assert canonical(decided(facts)) == canonical(decided(again))
    assert decided(facts).sha256 == decided(again).sha256


@given(facts())
def test_a_gap_is_told_exactly_when_more_is_needed(facts: Facts) -> None:
    for finding in decided(facts).findings:
        assert finding.gap == max(finding.required * finding.possible - finding.observed, 0)
        assert finding.status != "met" or finding.gap == 0
