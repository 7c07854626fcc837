"""From facts to decisions, case by case."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ailab.office.certificates import (
    Block,
    Cause,
    Decision,
    Facts,
    LearnerId,
    Meeting,
    Policy,
    Presence,
    Score,
    Waiver,
    Work,
    decide,
    parse_policy,
)
from ailab.office.certificates.facts import ScoreStatus

AT = "2026-11-20T10:00:00Z"
LEARNER = LearnerId("oujda-a1")

SCORES = parse_policy("""\
format_version = 1
id = "tiny_statement"
version = "1"
kind = "statement"
title = "Statement of modules passed"
criteria = "Enough points."
need = "all"
block = ["invalidated"]
rules = [{ measure = "score", id = "m", module = "m", at_least = "70%", attempts = "best", missing = "short" }]
""")

HOURS = parse_policy("""\
format_version = 1
id = "tiny_participation"
version = "1"
kind = "participation"
title = "Certificate of participation"
criteria = "Enough hours."
need = "all"
rules = [{ measure = "attendance", id = "hours", series = "w", at_least = "75%", excused_at_most = 1 }]
waive = { rules = ["hours"], approvals = 2 }
""")


def score(exercise: str, points: str | None, status: ScoreStatus = "graded", attempt: int = 1, maximum: str = "10") -> Score:
    return Score(
        learner=LEARNER,
        module="m",
        exercise=exercise,
        attempt=attempt,
        status=status,
        points=None if points is None else Fraction(points),
        maximum=Fraction(maximum),
        release="1",
        source="gradebook",
        recorded_at=AT,
    )


def scored(*scores: Score, works: str = "a") -> Facts:
    set_works = frozenset(Work(module="m", exercise=name, maximum=Fraction(10)) for name in works)
    return Facts(learner=LEARNER, language="en", works=set_works, scores=frozenset(scores))


def attended(*minutes: int | str | None, length: int = 60) -> Facts:
    """Return facts of one meeting a day; "excused" and "planned" say what they mean, None is an empty register."""
    days = range(1, len(minutes) + 1)
    starts = [f"2026-{12 if spent == 'planned' else 11}-{day:02}T09:00:00Z" for day, spent in zip(days, minutes, strict=True)]
    meetings = [Meeting(series="w", meeting=f"d{day}", starts_at=start, minutes=length) for day, start in zip(days, starts, strict=True)]
    presences = [
        Presence(
            learner=LEARNER,
            series="w",
            meeting=f"d{day}",
            minutes=spent if isinstance(spent, int) else None,
            excused=spent == "excused",
            source="register",
            recorded_at=AT,
        )
        for day, spent in zip(days, minutes, strict=True)
        if spent is not None and spent != "planned"
    ]
    return Facts(learner=LEARNER, language="en", meetings=frozenset(meetings), presences=frozenset(presences))


def decided(policy: Policy, facts: Facts) -> Decision:
    return decide(policy, facts, AT)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        pytest.param(scored(score("a", "7")), "met", id="exactly the threshold"),
        pytest.param(scored(score("a", "6.996")), "short", id="69.96 percent is shown as 70.0 and is not 70"),
        pytest.param(scored(score("a", "0")), "short", id="a genuine zero"),
        pytest.param(scored(), "short", id="nothing handed in"),
        pytest.param(scored(score("a", None, "missing")), "short", id="recorded as missing"),
        pytest.param(scored(score("a", "10"), works="ab"), "short", id="missing work is asked for, whatever the rest"),
        pytest.param(scored(score("a", None, "pending")), "pending", id="manual mark missing"),
        pytest.param(scored(score("a", None, "unreadable")), "pending", id="unreadable needs a person"),
        pytest.param(scored(score("a", "10"), score("b", "10"), score("c", None, "pending"), works="abc"), "pending", id="must be final"),
        pytest.param(scored(score("a", "0"), score("b", "0"), score("c", None, "pending"), works="abc"), "short", id="no mark can help"),
        pytest.param(scored(score("a", "8"), score("a", None, "pending", 2)), "met", id="resubmission can only add"),
        pytest.param(scored(score("a", "3"), score("a", None, "pending", 2)), "pending", id="resubmission may be enough"),
        pytest.param(scored(score("a", "8"), score("a", "2", attempt=2)), "met", id="best attempt counts"),
        pytest.param(scored(score("a", "7"), score("b", None, "excused"), works="ab"), "met", id="excused is not counted"),
        pytest.param(scored(score("a", None, "excused")), "pending", id="all excused needs a person"),
        pytest.param(scored(works=""), "short", id="a module that has not begun"),
        pytest.param(scored(score("a", "12"), score("b", "3"), works="ab"), "short", id="extra credit is cut off at the maximum"),
        pytest.param(scored(score("a", "9", maximum="12")), "pending", id="maximum changed after grading"),
    ],
)
def test_points(facts: Facts, status: str) -> None:
    assert decided(SCORES, facts).findings[0].status == status


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        pytest.param(attended(60, 60, 60, 0), "met", id="exactly the share"),
        pytest.param(attended(60, 60, 59, 0), "impossible", id="one minute short and nothing left"),
        pytest.param(attended(60, 60, None, 0), "pending", id="the empty register may tell"),
        pytest.param(attended(60, 60, "planned", 0), "short", id="the last meeting may be enough"),
        pytest.param(attended(60, "planned", 0, 0), "impossible", id="all that is left is not enough"),
        pytest.param(attended(60, 60, 60, None), "met", id="enough whatever the register says"),
        pytest.param(attended(60, 60, 60, "excused", 0), "met", id="one excused meeting is taken out"),
        pytest.param(attended(60, 60, "excused", "excused"), "impossible", id="the second excused counts as absent"),
        pytest.param(attended(90, 90, 45, 0), "impossible", id="no more minutes than scheduled"),
        pytest.param(attended(), "pending", id="no schedule needs a person"),
    ],
)
def test_attendance(facts: Facts, status: str) -> None:
    assert decided(HOURS, facts).findings[0].status == status


def test_cancelled_meetings_count_for_nobody() -> None:
    facts = attended(60, 0)
    cancelled = frozenset(replace(meeting, cancelled=meeting.meeting == "d2") for meeting in facts.meetings)

    assert decided(HOURS, replace(facts, meetings=cancelled)).outcome == "eligible"


def test_the_reason_is_a_record() -> None:
    finding = decided(SCORES, scored(score("a", "8"), score("b", "2.5"), works="abc")).findings[0]

    assert [str(number) for number in (finding.observed, finding.possible, finding.required, finding.gap)] == ["21/2", "30", "7/10", "21/2"]
    assert finding.causes == (Cause(kind="missing", items=("c",)), Cause(kind="below", items=("a", "b")))
    assert finding.step == "hand_in"


@pytest.mark.parametrize(
    ("policy", "facts", "outcome"),
    [
        (SCORES, scored(score("a", "7")), "eligible"),
        (SCORES, scored(score("a", "6")), "not_yet"),
        (SCORES, scored(score("a", None, "pending")), "pending_human"),
        (HOURS, attended(0), "impossible"),
        (
            SCORES,
            replace(scored(score("a", "10")), blocks=frozenset({Block(kind="invalidated", source="office", recorded_at=AT)})),
            "blocked",
        ),
        (
            SCORES,
            replace(scored(score("a", "10")), blocks=frozenset({Block(kind="late_fee", source="office", recorded_at=AT)})),
            "eligible",
        ),
    ],
    ids=["eligible", "not yet", "pending human", "impossible", "blocked", "a block the policy does not know"],
)
def test_outcomes(policy: Policy, facts: Facts, outcome: str) -> None:
    assert decided(policy, facts).outcome == outcome


def test_nobody_is_refused_by_a_machine_alone() -> None:
    assert decided(HOURS, attended(0)).needs_confirmation
    assert not decided(SCORES, scored()).needs_confirmation


@pytest.mark.parametrize(("people", "outcome"), [({"t1", "t2"}, "eligible"), ({"t1"}, "impossible")])
def test_a_waiver_needs_enough_people(people: set[str], outcome: str) -> None:
    waiver = Waiver(rule="hours", reason="hospital", approved_by=frozenset(people), source="office", recorded_at=AT)

    assert decided(HOURS, replace(attended(0), waivers=frozenset({waiver}))).outcome == outcome


def test_a_rule_that_may_not_be_waived_stands() -> None:
    waiver = Waiver(rule="m", reason="kindness", approved_by=frozenset({"t1", "t2"}), source="office", recorded_at=AT)

    assert decided(SCORES, replace(scored(), waivers=frozenset({waiver}))).outcome == "not_yet"


def test_any_takes_the_best_rule_and_all_the_worst() -> None:
    two = """\
format_version = 1
id = "two"
version = "1"
kind = "statement"
title = "Two"
criteria = "Two."
need = "any"

[[rules]]
measure = "score"
id = "m"
module = "m"
at_least = "70%"
attempts = "last"
missing = "unknown"

[[rules]]
measure = "score"
id = "n"
module = "n"
at_least = "70%"
attempts = "last"
missing = "unknown"
"""
    other = Work(module="n", exercise="a", maximum=Fraction(10))
    facts = scored(score("a", "8"))
    facts = replace(facts, works=facts.works | {other})

    assert decided(parse_policy(two), facts).outcome == "eligible"
    assert decided(parse_policy(two.replace('"any"', '"all"')), facts).outcome == "not_yet"


def test_with_missing_unknown_certain_points_may_suffice() -> None:
    lenient = replace_missing(SCORES)

    assert decided(lenient, scored(score("a", "9"), score("b", "9"), score("c", "9"), works="abcd")).outcome == "not_yet"
    assert decided(lenient, scored(score("a", "10"), score("b", "10"), score("c", "9"), works="abcd")).outcome == "eligible"


def replace_missing(policy: Policy) -> Policy:
    import msgspec

    rules = tuple(msgspec.structs.replace(rule, missing="unknown") for rule in policy.rules)
    return msgspec.structs.replace(policy, rules=rules)


def test_the_fingerprint_tells_policies_and_facts_apart() -> None:
    first = decided(SCORES, scored(score("a", "7")))

    assert first.reference == decided(SCORES, scored(score("a", "7"))).reference
    assert first.facts_sha256 != decided(SCORES, scored(score("a", "7.1"))).facts_sha256
    assert first.policy_sha256 != decided(replace_missing(SCORES), scored(score("a", "7"))).policy_sha256
    assert len(first.reference.replace("-", "")) == 12
