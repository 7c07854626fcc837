"""Who is counted where: from the database and the ledger of the sample class."""

from collections.abc import Callable

import pytest
from tests.unit.desk.sample import CLASS, OTHER, SIZE, STAMP, learner_id

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.report import Period, Row, period_of, rows_of
from ailab.office.centre.tables import Enrolment, Group, Issued, Person

AUTUMN = Period(first="2026-11-01", last="2026-11-20")
CHILD = learner_id(3)


def rows(centre: Centre, period: Period = AUTUMN) -> tuple[Row, ...]:
    with session_of(centre) as session:
        return rows_of(session, centre, period)


def row_of(centre: Centre, number: int, period: Period = AUTUMN) -> Row:
    """Return the row of a sample learner: rows stand in order of ids, which nobody but a test knows."""
    people = sorted([*(learner_id(each) for each in range(1, SIZE + 1)), "c1-other1"])
    return rows(centre, period)[people.index(learner_id(number))]


def change(centre: Centre, do: Callable[[Person], None], number: int = 3) -> None:
    with session_of(centre) as session:
        do(session.get_one(Person, learner_id(number)))


def test_everybody_in_a_class_within_the_period_has_one_row(centre: Centre) -> None:
    found = rows(centre)

    assert len(found) == SIZE + 1
    assert sum(row.group == CLASS for row in found) == SIZE


def test_who_changed_class_is_counted_in_the_one_joined_last(centre: Centre) -> None:
    with session_of(centre) as session:
        session.add(Enrolment(person=CHILD, group=OTHER, role="learner", since="2026-11-20T09:00:00Z"))

    assert len(rows(centre)) == SIZE + 1
    assert row_of(centre, 3).group == OTHER


def test_who_left_before_or_came_after_the_period_is_not_counted(centre: Centre) -> None:
    assert rows(centre, Period(first="2026-09-01", last="2026-11-19")) == ()
    with session_of(centre) as session:
        for enrolment in session.query(Enrolment).filter_by(role="learner"):
            enrolment.left_at = "2026-11-20T12:00:00Z"

    assert len(rows(centre)) == SIZE + 1
    assert rows(centre, Period(first="2026-11-21", last="2026-12-31")) == ()


def test_trainers_are_not_counted(centre: Centre) -> None:
    with session_of(centre) as session:
        session.add(Enrolment(person=session.query(Person).filter_by(kind="lead").one().id, group=CLASS, role="trainer", since=STAMP))

    assert len(rows(centre)) == SIZE + 1


def test_an_empty_register_makes_nobody_present_and_nobody_absent(centre: Centre) -> None:
    other = next(row for row in rows(centre) if row.group == OTHER)

    assert (other.minutes, other.attended) == (None, False)
    assert row_of(centre, 5).minutes == 0
    assert not row_of(centre, 5).attended


def test_three_quarters_of_the_scheduled_time_count_as_attended(centre: Centre) -> None:
    found = [row_of(centre, number) for number in range(1, SIZE + 1)]

    # Four sessions of three hours were held within the period; a fifth is planned for today.
    assert all(not row.attended for row in found if (row.minutes or 0) < 405)
    assert any(row.attended for row in found)


def test_finishing_a_module_needs_a_result_in_every_core_exercise(centre: Centre) -> None:
    # Every eighth handed in nothing, every fourth still waits for a mark, the tenth's notebook could not be read.
    done = {number for number in range(1, SIZE + 1) if row_of(centre, number).completed}

    assert done == {number for number in range(1, SIZE + 1) if number % 4 and number != 10}


def test_results_after_the_period_do_not_count(centre: Centre) -> None:
    with session_of(centre) as session:
        for enrolment in session.query(Enrolment):
            enrolment.since = "2026-11-01T08:00:00Z"

    assert not any(row.completed for row in rows(centre, Period(first="2026-11-01", last="2026-11-18")))


@pytest.mark.parametrize(
    ("at", "revoked", "counted"),
    [("2026-11-19T10:00:00Z", "", True), ("2026-11-19T10:00:00Z", "2026-11-19T11:00:00Z", False), ("2026-11-20T23:30:00Z", "", False)],
)
def test_certificates_count_in_their_period_until_they_are_taken_back(centre: Centre, at: str, revoked: str, counted: bool) -> None:
    # The last instant is the day after, by the clocks of Morocco.
    with session_of(centre) as session:
        facts = {"policy": "p", "version": "1", "kind": "statement", "decision": "d", "credential": "urn:uuid:1", "file": "f", "by": "t"}
        session.add(Issued(person=CHILD, group=CLASS, at=at, revoked_at=revoked, **facts))

    assert row_of(centre, 3).certified == counted


@pytest.mark.parametrize(("gender", "shown"), [("f", "f"), ("m", "m"), ("", ""), ("other words", "")])
def test_a_gender_that_was_not_given_stays_not_given(centre: Centre, gender: str, shown: str) -> None:
    change(centre, lambda person: setattr(person, "gender", gender))

    assert row_of(centre, 3).gender == shown


@pytest.mark.parametrize(
    ("birth_year", "band"), [(2015, "11-14"), (2016, "8-10"), (2012, "11-14"), (2010, "15-17"), (1990, ""), (None, ""), (2024, "")]
)
def test_the_band_is_the_classes_or_else_the_age_in_the_first_year(centre: Centre, birth_year: int | None, band: str) -> None:
    change(centre, lambda person: setattr(person, "birth_year", birth_year))
    assert row_of(centre, 3).band == band

    with session_of(centre) as session:
        session.get_one(Group, CLASS).band = "15-17"
    assert row_of(centre, 3).band == "15-17"


def test_a_row_holds_no_name_and_no_id(centre: Centre) -> None:
    text = str(rows(centre))

    assert not [word for word in ("Gazelle", "Sample learner", "c1-") if word in text]


@pytest.mark.parametrize(
    ("first", "last"), [("", "2026-11-20"), ("20.11.2026", "2026-11-20"), ("2026-11-21", "2026-11-20"), ("2026-02-30", "2026-11-20")]
)
def test_days_that_are_none_are_refused(first: str, last: str) -> None:
    with pytest.raises(Refused):
        period_of(first, last)
