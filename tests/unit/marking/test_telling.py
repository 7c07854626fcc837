"""Ledger and learners are told what changed: once, also after a power cut, and not what was undone meanwhile."""

from collections.abc import Sequence

import pytest
from tests.unit.marking.marked_class import EXERCISE, MODULE, NOW, learner
from tests.unit.marking.test_marks import AMINA, EVERYBODY, mark

from ailab.office.centre import Centre, session_of
from ailab.office.centre.marking import tell, undo, untold
from ailab.office.centre.marking.telling import is_telling, tell_apart, tell_until_done
from ailab.office.centre.tables import MarkMade
from ailab.office.grading.alone import AlreadyGraded, Holder

Told = list[tuple[str, tuple[str, ...]]]


def recorder(told: Told) -> object:
    def record(_centre: Centre, module: str, learners: Sequence[str], _now: str) -> None:
        told.append((module, tuple(learners)))

    return record


def tell_now(centre: Centre, told: Told) -> int:
    return tell(centre, now=lambda: NOW, record=recorder(told))  # type: ignore[arg-type]


def test_each_mark_is_told_once(centre: Centre) -> None:
    told: Told = []
    mark(centre, learner(0), (1, 1, 1))
    mark(centre, learner(2), (1, 1, 1))

    assert untold(centre) == {MODULE: [learner(0), learner(2)]}
    assert (tell_now(centre, told), tell_now(centre, told)) == (2, 0)
    assert told == [(MODULE, (learner(0), learner(2)))]


def test_a_mark_that_is_undone_is_told_again(centre: Centre) -> None:
    told: Told = []
    mark(centre, learner(0), (1, 1, 1))
    tell_now(centre, told)

    undo(centre, trainer=AMINA, module=MODULE, exercise=EXERCISE, learners=EVERYBODY, now=NOW)

    assert untold(centre) == {MODULE: [learner(0)]}


def test_what_is_undone_while_it_is_told_stays_to_be_told(centre: Centre) -> None:
    mark(centre, learner(0), (1, 1, 1))

    def undone_meanwhile(*_given: object) -> None:
        undo(centre, trainer=AMINA, module=MODULE, exercise=EXERCISE, learners=EVERYBODY, now=NOW)

    tell(centre, now=lambda: NOW, record=undone_meanwhile)

    assert untold(centre) == {MODULE: [learner(0)]}


def test_a_run_of_the_grader_is_waited_for(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(centre, learner(0), (1, 1, 1))
    busy = [True, False]
    slept: list[float] = []

    def record(*_given: object) -> None:
        if busy.pop(0):
            raise AlreadyGraded(centre.course, MODULE, Holder())

    monkeypatch.setattr("ailab.office.centre.marking.telling._record", record)
    tell_until_done(centre, sleep=slept.append)

    assert (len(slept), untold(centre)) == (1, {})


def test_nothing_is_started_when_nothing_is_to_be_told(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("ailab.office.centre.marking.telling.subprocess.run", lambda *given, **_named: started.append(given))

    tell_apart(centre)
    mark(centre, learner(0), (1, 1, 1))
    tell_apart(centre)

    assert len(started) == 1
    assert not is_telling(centre)


def test_forgetting_a_learner_takes_their_marks_along(centre: Centre) -> None:
    from ailab.office.centre.tables import Person

    mark(centre, learner(0), (1, 1, 1))
    with session_of(centre) as session:
        session.delete(session.get_one(Person, learner(0)))

    with session_of(centre) as session:
        assert session.query(MarkMade).count() == 0
