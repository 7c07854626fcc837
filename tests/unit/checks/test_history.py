"""One hint after the other, and never two ways to the same one."""

import pytest

from ailab.checks.case import Misconception
from ailab.checks.findings import Finding, Findings
from ailab.checks.history import History, Rung, next_rungs

LADDER = ("Look again.", "Think of pairs.", "With 3 and 4: first 3, then 4.")
SQUARES = Misconception("squares", lambda answer: True, "You squared it.")
ADDS = Misconception("adds", lambda answer: True, "You added.", steps=("Adding makes it larger by the same.", "Try 5 and 6."))


def found(idea: Misconception | None = None, *, passed: bool = False, missing: bool = False) -> Findings:
    case = Finding(case="small", passed=passed, weight=1, hidden=False)
    return Findings(
        exercise="e",
        cases=(case,),
        misconception=idea.id if idea else "",
        hint=idea.hint if idea else "",
        missing=(("double", ""),) if missing else (),
    )


def shown(*findings: Findings, ladder: tuple[str, ...] = LADDER) -> list[list[str]]:
    """Return what each of these checks in a row shows."""
    history = History()
    told = []
    for each in findings:
        rungs = next_rungs(each, history, misconceptions=(SQUARES, ADDS), ladder=ladder)
        history = history.after(each, rungs)
        told.append([f"{rung.number}/{rung.of} {rung.text}" for rung in rungs])
    return told


def test_each_failed_check_goes_one_rung_up_and_stays_on_the_last() -> None:
    assert shown(*[found()] * 4) == [[f"1/3 {LADDER[0]}"], [f"2/3 {LADDER[1]}"], [f"3/3 {LADDER[2]}"], [f"3/3 {LADDER[2]}"]]


def test_recognised_hint_comes_first_and_alone() -> None:
    assert shown(*[found(SQUARES)] * 2) == [["1/4 You squared it."], ["1/4 You squared it.", f"2/4 {LADDER[0]}"]]


def test_steps_of_a_misconception_take_the_place_of_the_ladder() -> None:
    assert shown(*[found(ADDS)] * 3)[2] == ["1/3 You added.", "3/3 Try 5 and 6."]


def test_new_misconception_begins_with_its_own_hint() -> None:
    assert shown(found(SQUARES), found(SQUARES), found(ADDS))[2] == ["1/3 You added."]


def test_hint_that_was_shown_is_not_the_next_one_again() -> None:
    assert shown(found(), found(SQUARES), found(SQUARES))[2] == ["1/4 You squared it.", f"3/4 {LADDER[1]}"]


@pytest.mark.parametrize("findings", [found(passed=True), found(missing=True)], ids=["right", "name missing"])
def test_no_hint_where_none_is_needed(findings: Findings) -> None:
    assert shown(findings) == [[]]


def test_exercise_without_a_ladder_has_the_recognised_hint_alone() -> None:
    assert shown(found(SQUARES), found(SQUARES), found(), ladder=()) == [["1/1 You squared it."], ["1/1 You squared it."], []]


def test_history_counts_each_hint_once() -> None:
    rung = Rung(text="Look again.", number=1, of=1)

    assert History().after(found(), [rung]).after(found(), [rung]).hints == ("Look again.",)
