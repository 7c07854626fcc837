"""Visits and guests: opened, joined, counted, ended."""

import sqlite3

import pytest

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Guest
from ailab.office.centre.visit import Admitted, Status, Turned, admit_guest, end_visit, guest_of, is_guest, open_visit, past_visits, running
from ailab.office.centre.visit.animals import animals
from ailab.office.centre.visit.guests import leave

from .conftest import at, come_in, open_now


def enter(centre: Centre, code: str, minutes: float = 1) -> Admitted | Turned:
    with session_of(centre) as session:
        return admit_guest(session, centre, code, clock=at(minutes))


def test_a_guest_comes_in_under_an_animals_name_and_an_id_that_says_nothing(centre: Centre, visit: Status) -> None:
    guest = come_in(centre, visit.code)

    assert is_guest(guest.id)
    assert guest.animal in animals()
    assert guest.animal not in guest.id
    assert guest.name == animals()[guest.animal].fr


@pytest.mark.parametrize("person", ["c1-a7k2mn", "c1-t-a7k2mn", "c1-guest", "c1-guesta7k2mn9", "../c1-guesta7k2mnp9", "c1-guestA7k2mnp9"])
def test_nobody_elses_id_is_a_guests(person: str) -> None:
    assert not is_guest(person)


def test_without_a_language_of_their_own_guests_read_the_visits(centre: Centre, visit: Status) -> None:
    done = enter(centre, visit.code)

    assert isinstance(done, Admitted)
    assert done.language == "ar"


@pytest.mark.parametrize("code", ["", "00000", "%", "' OR 1=1", "٢"])
def test_a_wrong_code_opens_nothing(centre: Centre, visit: Status, code: str) -> None:
    assert enter(centre, code) is Turned.WRONG


def test_all_names_are_used_before_one_gets_a_number(centre: Centre) -> None:
    visit = open_now(centre, most=200)

    guests = [come_in(centre, visit.code) for _ in range(len(animals()) + 2)]

    names = [(guest.animal, guest.number) for guest in guests]
    assert len(set(names)) == len(names)
    assert [number for _, number in names] == [1] * len(animals()) + [2, 2]


def test_the_last_place_is_given_once(centre: Centre) -> None:
    visit = open_now(centre, most=2)
    come_in(centre, visit.code)
    come_in(centre, visit.code)

    assert enter(centre, visit.code) is Turned.FULL
    with session_of(centre) as session:
        assert running(session, at(2)).counted == 2  # type: ignore[union-attr]


def test_in_the_last_minutes_of_grace_nobody_new_comes_in(centre: Centre, visit: Status) -> None:
    guest = come_in(centre, visit.code)

    assert enter(centre, visit.code, 95) is Turned.OVER
    with session_of(centre) as session:
        here = guest_of(session, guest.id, at(95))
    assert here is not None
    assert not here.is_over


def test_after_the_end_the_code_opens_nothing_and_a_guest_is_over(centre: Centre, visit: Status) -> None:
    guest = come_in(centre, visit.code)
    with session_of(centre) as session:
        ended = end_visit(session, at(10))

    assert ended is not None
    assert ended.is_ended
    assert enter(centre, visit.code, 11) is Turned.WRONG
    with session_of(centre) as session:
        assert guest_of(session, guest.id, at(11)).is_over  # type: ignore[union-attr]


def test_one_visit_at_a_time(centre: Centre, visit: Status) -> None:
    with pytest.raises(Refused, match=visit.code):
        open_now(centre, at(5))


def test_two_visits_on_one_day_are_counted_apart(centre: Centre, visit: Status) -> None:
    come_in(centre, visit.code)
    with session_of(centre) as session:
        end_visit(session, at(80))
    second = open_now(centre, at(120))
    come_in(centre, second.code, at(121))
    come_in(centre, second.code, at(121))

    assert second.code != visit.code
    assert enter(centre, visit.code, 122) is Turned.WRONG
    with session_of(centre) as session:
        assert [past.counted for past in past_visits(session)] == [2, 1]


@pytest.mark.parametrize(
    ("minutes", "most", "path"),
    [(0, 60, "caravan_visit"), (481, 60, "caravan_visit"), (90, 0, "caravan_visit"), (90, 501, "caravan_visit"), (90, 60, "moon")],
)
def test_what_cannot_be_is_refused_with_what_can(centre: Centre, minutes: int, most: int, path: str) -> None:
    with session_of(centre) as session, pytest.raises(Refused, match=r"Choose 1 to|caravan_visit"):
        open_visit(session, centre, place="", language="fr", clock=at(0), minutes=minutes, most=most, path=path)


def test_without_a_course_no_visit_is_opened(centre: Centre) -> None:
    (centre.build / "map.json").unlink()

    with pytest.raises(Refused, match="Is it built"):
        open_now(centre)


def test_ending_when_nothing_is_open_is_no_error(centre: Centre) -> None:
    with session_of(centre) as session:
        assert end_visit(session, at(0)) is None


def test_a_guest_who_leaves_cannot_come_back_under_that_name(centre: Centre, visit: Status) -> None:
    guest = come_in(centre, visit.code)
    with session_of(centre) as session:
        assert leave(session, guest.id)

    with session_of(centre) as session:
        assert guest_of(session, guest.id, at(2)).is_over  # type: ignore[union-attr]


def test_two_with_one_name_at_one_instant_are_refused_by_the_database(centre: Centre, visit: Status) -> None:
    come_in(centre, visit.code)
    connection = sqlite3.connect(centre.folder / "centre.sqlite")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO guests SELECT 'c1-guestaaaaaaaa', visit, animal, number, language, 0, 0 FROM guests")
    connection.close()


def test_no_row_says_when_a_guest_came_or_from_where() -> None:
    assert {column.name for column in Guest.__table__.columns} == {"id", "visit", "animal", "number", "language", "is_gone", "is_counted"}
