"""An automatic score is replaced with a reason, stays the check's own for ever, and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marking.marked_class import CHECK, EXERCISE, MODULE, NOW, grades, learner

from ailab.errors import Refused
from ailab.lang import EMPTY
from ailab.office.centre import Centre, session_of
from ailab.office.centre.marking import MarkedMeanwhile, override, reason_of, sight_of, take_back
from ailab.office.centre.marking.overrides import _points
from ailab.office.centre.tables import Override
from ailab.office.gradebook.by_hand import GradedPlace, read_places


def check_of(centre: Centre, who: str) -> GradedPlace:
    return next(
        each
        for each in read_places(centre.database_url("gradebook"), MODULE, EXERCISE)
        if each.kind == "check" and each.place.learner == who
    )


def replace_score(centre: Centre, who: str, points: str, reason: str = "The question was unclear.", seen: str = "") -> None:
    graded = check_of(centre, who)
    override(
        centre, graded, points=points, reason=reason, trainer="c1-t-amina2", seen=seen or sight_of(graded.standing), now=NOW, say=EMPTY
    )


def test_points_by_hand_stand_beside_the_measured_ones(centre: Centre) -> None:
    replace_score(centre, learner(0), "3,5")

    assert grades(centre, cell=CHECK)[learner(0)] == (3.5, 3.0, False, "")
    with session_of(centre) as session:
        graded = check_of(centre, learner(0))
        assert reason_of(session, graded.place, graded.standing) == "The question was unclear."


def test_the_check_counts_again_when_the_points_are_taken_back(centre: Centre) -> None:
    before = grades(centre, cell=CHECK)
    replace_score(centre, learner(0), "4")
    replace_score(centre, learner(0), "1")

    take_back(
        centre, check_of(centre, learner(0)).place, trainer="c1-t-amina2", seen=sight_of(check_of(centre, learner(0)).standing), now=NOW
    )

    assert grades(centre, cell=CHECK) == before
    with session_of(centre) as session:
        assert all(row.undone_at for row in session.query(Override))


@pytest.mark.parametrize("points", ["", "five", "-1", "4.5", "1e0", "2.555", "NaN", "1/2"])
def test_points_that_cannot_be_given_are_refused(centre: Centre, points: str) -> None:
    with pytest.raises(Refused, match="from 0 to 4"):
        replace_score(centre, learner(0), points)
    assert grades(centre, cell=CHECK)[learner(0)] == (None, 3.0, False, "")


def test_without_a_reason_nothing_is_replaced(centre: Centre) -> None:
    with pytest.raises(Refused, match="reason"):
        replace_score(centre, learner(0), "4", reason="  ? ")


def test_who_saw_something_else_replaces_nothing(centre: Centre) -> None:
    seen = sight_of(check_of(centre, learner(0)).standing)
    replace_score(centre, learner(0), "4")

    with pytest.raises(MarkedMeanwhile):
        replace_score(centre, learner(0), "0", seen=seen)
    assert grades(centre, cell=CHECK)[learner(0)][0] == 4.0


def test_digits_of_an_arabic_keyboard_are_points(centre: Centre) -> None:
    replace_score(centre, learner(1), "٣٫٢٥")

    assert grades(centre, cell=CHECK)[learner(1)][0] == 3.25


@given(st.integers(0, 400))
def test_every_hundredth_of_a_point_goes_in_and_comes_out_exactly(hundredths: int) -> None:
    from decimal import Decimal

    assert _points(f"{hundredths / 100:.2f}", Decimal(4), EMPTY) == Decimal(hundredths) / 100
