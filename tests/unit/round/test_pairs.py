"""Two hand in together once both have said so."""

import pytest

from ailab.errors import Refused
from ailab.lang import library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.round.pairs import Standing, ask_pair, classmates, confirm_pair, end_pair, pairs_of, refuse_pair, standing_of
from ailab.office.centre.tables import Enrolment, Pair

from .conftest import MODULE, NOW, ONE, OTHER, THREE, TWO, inbox_of, sent

SAY = library_translations("en")


def ask(centre: Centre, person: str, mate: str) -> None:
    with session_of(centre) as session:
        ask_pair(session, person, MODULE, mate, now=NOW, say=SAY)


def confirm(centre: Centre, person: str, mate: str) -> None:
    with session_of(centre) as session:
        confirm_pair(session, person, MODULE, mate, now=NOW, say=SAY)


def standing(centre: Centre, person: str) -> Standing:
    with session_of(centre) as session:
        return standing_of(session, person, MODULE)


def test_pair_needs_both(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    assert standing(centre, ONE) == Standing(waiting_for=TWO)
    assert standing(centre, TWO) == Standing(asked_by=(ONE,))

    confirm(centre, TWO, ONE)

    assert standing(centre, ONE) == Standing(partner=TWO)
    assert standing(centre, TWO) == Standing(partner=ONE)


def test_two_who_ask_each_other_are_a_pair(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    ask(centre, TWO, ONE)

    assert standing(centre, ONE).partner == TWO


def test_asking_another_takes_the_first_question_back(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    ask(centre, ONE, THREE)

    assert standing(centre, TWO) == Standing()
    assert standing(centre, ONE) == Standing(waiting_for=THREE)


def test_being_asked_keeps_nobody_from_choosing(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    ask(centre, TWO, THREE)
    confirm(centre, THREE, TWO)

    assert standing(centre, TWO) == Standing(partner=THREE)
    assert standing(centre, ONE) == Standing()


@pytest.mark.parametrize("mate", [OTHER, ONE, "", "c1-zzzzzz"])
def test_only_somebody_of_the_class_can_be_asked(centre: Centre, mate: str) -> None:
    with pytest.raises(Refused, match="not in your class"):
        ask(centre, ONE, mate)


def test_who_is_in_a_pair_can_neither_ask_nor_be_asked(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    confirm(centre, TWO, ONE)

    with pytest.raises(Refused, match="somebody else"):
        ask(centre, THREE, TWO)
    with pytest.raises(Refused, match="somebody already"):
        ask(centre, TWO, THREE)


def test_nobody_can_confirm_what_was_not_asked(centre: Centre) -> None:
    ask(centre, ONE, TWO)

    with pytest.raises(Refused, match="no longer open"):
        confirm(centre, ONE, TWO)
    with pytest.raises(Refused, match="no longer open"):
        confirm(centre, THREE, ONE)


def test_either_ends_it_and_a_no_is_a_no(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    with session_of(centre) as session:
        assert refuse_pair(session, TWO, MODULE, ONE, now=NOW)
    ask(centre, ONE, TWO)
    confirm(centre, TWO, ONE)
    with session_of(centre) as session:
        assert end_pair(session, TWO, MODULE, now=NOW)

    assert standing(centre, ONE) == standing(centre, TWO) == Standing()
    with session_of(centre) as session:
        assert pairs_of(session, "monday") == ()
        assert session.query(Pair).count() == 2


def test_classmates_are_named_by_pseudonym_alone(centre: Centre) -> None:
    with session_of(centre) as session:
        assert classmates(session, ONE) == {TWO: "Sample learner 2", THREE: "Sample learner 3"}
        assert classmates(session, OTHER) == {}


def test_hand_in_of_a_pair_stands_for_both(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    confirm(centre, TWO, ONE)
    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    with session_of(centre) as session:
        (own,), (other,) = attempts_of(session, ONE, MODULE), attempts_of(session, TWO, MODULE)
    assert (own.partner, other.partner) == (TWO, ONE)
    assert (own.code, own.at) == (other.code, other.at)
    assert own.folder != other.folder


def test_hand_in_before_the_yes_is_the_askers_alone(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    row = inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    with session_of(centre) as session:
        assert row.partner == ""
        assert attempts_of(session, TWO, MODULE) == ()


def test_pair_does_not_outlive_the_class(centre: Centre) -> None:
    ask(centre, ONE, TWO)
    confirm(centre, TWO, ONE)
    with session_of(centre) as session:
        session.query(Enrolment).filter_by(person=TWO).one().left_at = NOW

    assert inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1").partner == ""
