"""Marks reach nbgrader's gradebook exactly, come back out of it, and never take the place of somebody else's unseen."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from tests.unit.marking.marked_class import EXERCISE, MODULE, NOW, grades, learner

from ailab.office.centre import Centre, session_of
from ailab.office.centre.marking import (
    Mark,
    MarkedMeanwhile,
    Pile,
    Said,
    give_mark,
    given_mark,
    pile_of,
    points_of,
    redo,
    rubric_for,
    set_aside,
    sight_of,
    undo,
    waiting_of,
)
from ailab.office.centre.tables import MarkMade

AMINA, YOUCEF = "c1-t-amina2", "c1-t-youcef"
FOUR = tuple(learner(number) for number in range(4))
EVERYBODY = tuple(learner(number) for number in range(5))


def pile(centre: Centre, trainer: str = AMINA) -> Pile:
    with session_of(centre) as session:
        return pile_of(session, centre, trainer=trainer, module=MODULE, exercise=EXERCISE, learners=EVERYBODY)


def mark(centre: Centre, who: str, levels: tuple[int, ...], *, trainer: str = AMINA, seen: str = "", comment: str = "Well seen.") -> int:
    answer = next(each for each in pile(centre, trainer).answers if each.learner == who)
    assert answer.written is not None
    criteria = rubric_for(centre, answer.written, "en")
    wanted = Mark(place=answer.written.place, levels=levels, points=points_of(criteria, levels), said=Said(own=comment), comment=comment)
    return give_mark(centre, wanted, trainer=trainer, seen=seen or sight_of(answer.written.standing), now=NOW)


def take_back(centre: Centre, trainer: str = AMINA) -> str | None:
    place = undo(centre, trainer=trainer, module=MODULE, exercise=EXERCISE, learners=EVERYBODY, now=NOW)
    return place.learner if place else None


def do_again(centre: Centre, trainer: str = AMINA) -> str | None:
    place = redo(centre, trainer=trainer, module=MODULE, exercise=EXERCISE, learners=EVERYBODY, now=NOW)
    return place.learner if place else None


def test_a_mark_stands_in_the_gradebook_as_if_nbgraders_own_page_had_given_it(centre: Centre) -> None:
    mark(centre, learner(0), (2, 1, 0))

    assert grades(centre)[learner(0)] == (3.0, None, False, "Well seen.")
    assert pile(centre).count("marked") == 1


def test_who_wrote_nothing_waits_for_nobody(centre: Centre) -> None:
    found = pile(centre)

    assert (found.count("waiting"), found.count("blank")) == (4, 1)
    assert found.answers[-1].learner == learner(4)
    assert len(found.to_mark) == 4


def test_each_trainer_has_an_order_of_their_own_that_stays(centre: Centre) -> None:
    once, again, other = pile(centre), pile(centre), pile(centre, YOUCEF)

    assert [each.token for each in once.answers] == [each.token for each in again.answers]
    assert not {each.token for each in once.answers} & {each.token for each in other.answers}
    assert not any(each.learner[3:] in each.token for each in once.answers)


def test_undo_puts_back_exactly_what_stood_there(centre: Centre) -> None:
    before = grades(centre)
    mark(centre, learner(1), (0, 0, 1))
    mark(centre, learner(1), (2, 1, 1), comment="On second thought.")

    assert take_back(centre) == learner(1)
    assert grades(centre)[learner(1)][0] == 1.0
    assert take_back(centre) == learner(1)
    assert grades(centre) == before
    assert take_back(centre) is None


def test_who_was_slower_is_told_and_replaces_nothing(centre: Centre) -> None:
    written = pile(centre, YOUCEF).answers[0].written
    assert written is not None
    who, seen = written.place.learner, sight_of(written.standing)
    mark(centre, who, (2, 1, 1))

    with pytest.raises(MarkedMeanwhile) as told:
        mark(centre, who, (0, 0, 0), trainer=YOUCEF, seen=seen)

    assert told.value.standing is not None
    assert told.value.standing.given == "4"
    assert grades(centre)[who][0] == 4.0
    assert take_back(centre, YOUCEF) is None


def test_pressing_twice_is_one_mark(centre: Centre) -> None:
    written = pile(centre).answers[0].written
    assert written is not None
    who, seen = written.place.learner, sight_of(written.standing)

    assert mark(centre, who, (1, 1, 1), seen=seen) == mark(centre, who, (1, 1, 1), seen=seen)
    assert take_back(centre) == who
    assert take_back(centre) is None


def test_what_another_trainer_changed_since_is_not_undone(centre: Centre) -> None:
    mark(centre, learner(0), (1, 0, 0))
    mark(centre, learner(0), (2, 0, 0), trainer=YOUCEF)

    assert take_back(centre) is None
    assert grades(centre)[learner(0)][0] == 2.0
    assert take_back(centre, YOUCEF) == learner(0)
    assert take_back(centre) == learner(0)


def test_what_nbgraders_own_page_changed_since_is_not_undone(centre: Centre) -> None:
    from nbgrader.api import Gradebook

    mark(centre, learner(0), (1, 0, 0))
    with Gradebook(centre.database_url("gradebook"), "ailab") as book:
        book.find_grade("written-1", EXERCISE, MODULE, learner(0)).manual_score = 4
        book.db.commit()

    with pytest.raises(MarkedMeanwhile):
        take_back(centre)
    assert grades(centre)[learner(0)][0] == 4.0


def test_a_mark_that_a_power_cut_kept_from_the_gradebook_is_undone_without_harm(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_given: object, **_named: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("ailab.office.centre.marking.marks.move", power_cut)
    with pytest.raises(KeyboardInterrupt):
        mark(centre, learner(0), (2, 1, 1))
    monkeypatch.undo()

    assert pile(centre).count("waiting") == 4
    assert take_back(centre) == learner(0)
    assert grades(centre)[learner(0)] == (None, None, True, "")


def test_the_next_answer_is_one_that_waits_and_those_set_aside_come_last(centre: Centre) -> None:
    first, second, third, fourth = pile(centre).to_mark
    with session_of(centre) as session:
        set_aside(session, trainer=AMINA, module=MODULE, exercise=EXERCISE, learner=second.learner, now=NOW)
    mark(centre, first.learner, (0, 0, 0))

    found = pile(centre)
    nexts = [found.after(each.token) for each in (first, second, third, fourth)]

    assert [each.token for each in nexts if each] == [third.token, third.token, fourth.token, third.token]
    for each in (third, fourth):
        mark(centre, each.learner, (0, 0, 0))
    left = pile(centre).after(fourth.token)
    assert left is not None
    assert left.token == second.token
    mark(centre, second.learner, (0, 0, 0))
    assert pile(centre).after(second.token) is None


def test_how_a_mark_came_is_shown_again_only_while_it_stands(centre: Centre) -> None:
    mark(centre, learner(0), (2, 1, 0))
    written = next(each.written for each in pile(centre).answers if each.learner == learner(0))
    assert written is not None

    with session_of(centre) as session:
        shown = given_mark(session, written.place, written.standing)

    assert shown is not None
    assert (shown.levels, shown.said.own, shown.by) == ((2, 1, 0), "Well seen.", AMINA)
    take_back(centre)
    now = next(each.written for each in pile(centre).answers if each.learner == learner(0))
    assert now is not None
    with session_of(centre) as session:
        assert given_mark(session, now.place, now.standing) is None


def test_what_waits_is_counted_by_exercise(centre: Centre) -> None:
    mark(centre, learner(0), (0, 0, 0))

    (found,) = waiting_of(centre, (MODULE,), EVERYBODY)

    assert (found.exercise, found.written, found.marked, found.checks) == (EXERCISE, 3, 1, 0)


def test_a_course_folder_without_a_gradebook_has_nothing_to_mark(centre: Centre) -> None:
    Path(centre.database_url("gradebook").removeprefix("sqlite:///")).unlink()

    assert waiting_of(centre, (MODULE,), EVERYBODY) == ()
    assert pile(centre).answers == ()


Moves = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, 3), st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 1))),
        st.just(("undo",)),
        st.just(("redo",)),
    ),
    max_size=10,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(Moves)
def test_undo_and_redo_are_a_straight_way_back_and_forth(centre: Centre, moves: list[tuple[object, ...]]) -> None:
    while take_back(centre) is not None:
        pass
    with session_of(centre) as session:
        session.execute(delete(MarkMade))
    states, at = [grades(centre)], 0
    for kind, *rest in moves:
        if kind == "mark":
            number, levels = rest
            assert isinstance(number, int)
            mark(centre, learner(number), levels, comment=f"{levels}")  # type: ignore[arg-type]
            states = [*states[: at + 1], grades(centre)]
            at += 1
        elif kind == "undo":
            assert (take_back(centre) is not None) == (at > 0)
            at = max(0, at - 1)
        else:
            assert (do_again(centre) is not None) == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        assert grades(centre) == states[at]


@given(st.lists(st.integers(0, 2), min_size=3, max_size=3))
def test_points_are_exact_sums_of_levels(levels: list[int]) -> None:
    from ailab.office.centre.marking import Criterion, Level

    criteria = tuple(
        Criterion(title="x", levels=tuple(Level(points=Decimal(number) / 10, title="y") for number in range(3))) for _ in range(3)
    )

    assert points_of(criteria, levels) == Decimal(sum(levels)) / 10
