"""Days of a class, more time for one learner, in the class's own time zone."""

import pytest

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round.dates import (
    Dates,
    dates_of,
    due_of,
    dues_of,
    effective_due,
    extend,
    extensions_of,
    instant_of,
    is_late,
    local_of,
    opens_of,
    set_dates,
    take_back_extension,
    zone_of,
)
from ailab.office.centre.tables import Enrolment

from .conftest import MODULE, NOW, ONE, OTHER, TRAINER, TWO

DUE, LATER = "2026-11-27T18:00:00Z", "2026-12-01T18:00:00Z"


def test_class_has_no_last_day_until_one_is_set(centre: Centre) -> None:
    with session_of(centre) as session:
        assert due_of(session, ONE, MODULE) == ""
        set_dates(session, "monday", MODULE, opens_at=NOW, due_at=DUE)

        assert dates_of(session, "monday") == {MODULE: Dates(opens_at=NOW, due_at=DUE)}
        assert dues_of(session, MODULE, (ONE, OTHER)) == {ONE: DUE, OTHER: ""}
        assert opens_of(session, ONE, MODULE) == NOW


def test_extension_is_one_learners_and_can_be_taken_back(centre: Centre) -> None:
    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at=DUE)
        extend(session, ONE, MODULE, LATER, reason="was ill", by=TRAINER, now=NOW)

        assert dues_of(session, MODULE, (ONE, TWO)) == {ONE: LATER, TWO: DUE}
        assert [(row.person, row.reason) for row in extensions_of(session, "monday")] == [(ONE, "was ill")]
        assert take_back_extension(session, ONE, MODULE)
        assert due_of(session, ONE, MODULE) == DUE


def test_second_extension_takes_the_place_of_the_first(centre: Centre) -> None:
    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at=DUE)
        extend(session, ONE, MODULE, "2026-12-24T18:00:00Z", reason="", by=TRAINER, now=NOW)
        extend(session, ONE, MODULE, LATER, reason="", by=TRAINER, now=NOW)

        assert due_of(session, ONE, MODULE) == LATER


def test_who_left_a_class_no_longer_has_its_days(centre: Centre) -> None:
    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at=DUE)
        row = session.query(Enrolment).filter_by(person=ONE).one()
        row.left_at = NOW
        session.flush()

        assert due_of(session, ONE, MODULE) == ""


@pytest.mark.parametrize(
    ("dues", "extension", "expected"),
    [
        pytest.param([], "", "", id="no class says anything"),
        pytest.param([DUE], "", DUE, id="one class"),
        pytest.param([DUE, LATER], "", LATER, id="two classes: the later"),
        pytest.param([DUE, ""], LATER, "", id="a class without a last day"),
        pytest.param([LATER], DUE, LATER, id="an extension takes no time away"),
        pytest.param([DUE], LATER, LATER, id="an extension gives time"),
    ],
)
def test_effective_day_is_the_kindest(dues: list[str], extension: str, expected: str) -> None:
    assert effective_due(dues, extension) == expected


def test_late_is_after_the_instant_itself() -> None:
    assert not is_late(DUE, DUE)
    assert is_late("2026-11-27T18:00:01Z", DUE)
    assert not is_late(LATER, "")


def test_typed_day_is_read_in_the_zone_of_the_class() -> None:
    assert instant_of("2026-11-27", "18:00", "Africa/Casablanca") == "2026-11-27T17:00:00Z"
    assert instant_of("2026-11-27", "18:00", "Africa/Algiers") == "2026-11-27T17:00:00Z"
    # In Ramadan clocks in Morocco go back to UTC.
    assert instant_of("2026-03-01", "18:00", "Africa/Casablanca") == "2026-03-01T18:00:00Z"
    assert local_of("2026-03-01T18:00:00Z", "Africa/Casablanca") == ("2026-03-01", "18:00")
    assert local_of("", "Africa/Algiers") == ("", "")


@pytest.mark.parametrize(("day", "hour"), [("27/11/2026", "18:00"), ("2026-11-31", "18:00"), ("2026-11-27", "25:00"), ("x", "")])
def test_what_is_no_day_is_refused(day: str, hour: str) -> None:
    with pytest.raises(Refused, match="no day and hour"):
        instant_of(day, hour, "Africa/Algiers")


def test_dates_that_end_before_they_begin_change_nothing(centre: Centre) -> None:
    with session_of(centre) as session:
        with pytest.raises(Refused, match="before its first"):
            set_dates(session, "monday", MODULE, opens_at=LATER, due_at=DUE)
        with pytest.raises(Refused, match="no instant"):
            set_dates(session, "monday", MODULE, due_at="2026-1-1T1:00:00Z")

        assert dates_of(session, "monday") == {}


def test_zone_is_that_of_the_class(centre: Centre) -> None:
    with session_of(centre) as session:
        assert zone_of(session, OTHER, "UTC") == "Africa/Algiers"
        assert zone_of(session, "nobody", "UTC") == "UTC"
