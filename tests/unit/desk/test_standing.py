"""Where a class stands: from records alone, absent is not zero, nobody is ranked."""

from dataclasses import replace
from fractions import Fraction

from ailab.office.centre.standing import Class, Reason, cell_of, hard_places, last_absences, overdue, who_needs_help
from ailab.office.ledger import Findings, Result

RESULT = Result(
    learner="c1-a",
    module="m",
    exercise="e",
    attempt=1,
    submission="1",
    release="r",
    check="c",
    status="graded",
    points="2",
    maximum="4",
    written_points=None,
    written_maximum="0",
    recorded_at="2026-11-19T12:00:00Z",
)
MISSING = replace(RESULT, status="missing", points=None, submission="")


def idea(name: str, attempt: int = 1, **changes: object) -> Result:
    return replace(RESULT, attempt=attempt, submission=str(attempt), findings=Findings(misconception=name), **changes)  # type: ignore[arg-type]


def known(*results: Result, learners: tuple[str, ...] = ("c1-a", "c1-b"), exercises: tuple[str, ...] = ("e",)) -> Class:
    return Class(learners=learners, exercises=tuple(("m", each) for each in exercises), results=results)


def test_nothing_handed_in_is_nothing_and_not_zero() -> None:
    assert (cell_of([]).state, cell_of([MISSING]).state, cell_of([MISSING]).points) == ("none", "none", None)


def test_each_state_has_its_name() -> None:
    states = {
        "zero": replace(RESULT, points="0"),
        "part": RESULT,
        "full": replace(RESULT, points="4"),
        "waiting": replace(RESULT, status="pending", points="4"),
        "unreadable": replace(RESULT, status="unreadable", points=None),
    }

    assert {name: cell_of([result]).state for name, result in states.items()} == {name: name for name in states}


def test_the_best_attempt_counts_and_the_last_one_tells_where_somebody_is() -> None:
    better = replace(idea("first"), points="3")
    worse = replace(idea("second", attempt=2), points="1", notes=("late",))

    cell = cell_of([worse, better])

    assert (cell.points, cell.attempts, cell.misconception, cell.is_late) == (Fraction(3), 2, "second", True)


def test_who_has_everything_has_no_wrong_idea_any_more() -> None:
    cell = cell_of([replace(RESULT, points="4"), idea("gone", attempt=2, points="1")])

    assert (cell.state, cell.misconception) == ("full", "")


def test_a_place_counts_the_graded_alone() -> None:
    (place,) = hard_places(known(replace(RESULT, points="4"), replace(idea("x"), learner="c1-b"), learners=("c1-a", "c1-b", "c1-c")))

    assert (place.full, place.part, place.none, place.solved) == (1, 1, 1, Fraction(1, 2))
    assert [(each.misconception, each.learners) for each in place.ideas] == [("x", ("c1-b",))]


def test_an_exercise_that_nobody_handed_in_is_no_hard_place() -> None:
    assert hard_places(known(MISSING)) == ()


def test_an_exercise_that_waits_for_marks_has_no_share_yet() -> None:
    (place,) = hard_places(known(replace(RESULT, status="pending", points=None)))

    assert (place.solved, place.waiting) == (None, 1)


def test_the_same_idea_twice_at_one_exercise_is_being_stuck() -> None:
    (need,) = who_needs_help(known(idea("x"), idea("x", attempt=2)))

    assert need.reasons == (Reason(kind="stuck", items=("e",), misconception="x", count=2),)


def test_another_idea_at_the_second_attempt_is_getting_on() -> None:
    assert who_needs_help(known(idea("x"), idea("y", attempt=2))) == ()


def test_the_same_idea_in_two_exercises_is_a_reason() -> None:
    (need,) = who_needs_help(known(idea("x"), replace(idea("x"), exercise="f"), exercises=("e", "f")))

    assert [(reason.kind, reason.items) for reason in need.reasons] == [("repeated", ("e", "f"))]


def test_many_hints_are_a_reason_until_it_is_solved() -> None:
    hinted = replace(RESULT, findings=Findings(hints=9))

    assert [reason.kind for need in who_needs_help(known(hinted)) for reason in need.reasons] == ["hints"]
    assert who_needs_help(known(replace(hinted, points="4"))) == ()


def test_every_reason_is_named_and_the_order_is_that_of_the_list() -> None:
    results = (replace(RESULT, learner="c1-b", status="unreadable", points=None),)
    state = replace(known(*results), overdue=frozenset({("c1-a", "m")}), absences={"c1-a": ("mon", "tue"), "c1-b": ("mon",)})

    found = {need.learner: [reason.kind for reason in need.reasons] for need in who_needs_help(state)}

    assert found == {"c1-a": ["not_handed_in", "absent"], "c1-b": ["unreadable"]}
    assert list(found) == ["c1-a", "c1-b"]


def test_absences_in_a_row_end_at_the_last_time_somebody_was_there() -> None:
    assert last_absences([("1", "absent"), ("2", "here"), ("3", "absent"), ("4", "open"), ("5", "absent")]) == ("3", "5")
    assert last_absences([("1", "absent"), ("2", "excused")]) == ()


def test_overdue_is_who_had_a_last_day_and_handed_in_nothing() -> None:
    dues = {("a", "m"): "2026-11-01T00:00:00Z", ("b", "m"): "2026-11-01T00:00:00Z", ("c", "m"): "", ("d", "m"): "2026-12-01T00:00:00Z"}

    assert overdue(dues, {("b", "m")}, "2026-11-20T00:00:00Z") == {("a", "m")}
