"""Sessions and registers: planned in two presses, ticked with one each; what nobody ticked is no absence."""

from collections.abc import Iterator
from datetime import date, time
from threading import Thread
from typing import Any

import pytest
from sqlalchemy.orm import Session
from tests.unit.desk.conftest import Browser, Desk
from tests.unit.desk.sample import CLASS, SIZE, STAMP, learner_id

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.attendance import (
    LONGEST_MINUTES,
    MOST_MEETINGS,
    all_here,
    attendance_facts,
    call_off,
    enter,
    make_meetings,
    meetings_of,
    plan_meetings,
    register_of,
    remove_meeting,
)
from ailab.office.centre.tables import Group, Meeting

WEEK: dict[str, Any] = {
    "first": date(2026, 12, 7),
    "last": date(2026, 12, 11),
    "weekdays": range(5),
    "minutes": 180,
    "zone": "Africa/Casablanca",
}
TODAY = f"class/{CLASS}/attendance/5/"


@pytest.fixture
def session(centre: Centre) -> Iterator[Session]:
    with session_of(centre) as session:
        yield session


def today(session: Session) -> Meeting:
    found = session.get(Meeting, 5)
    assert found is not None
    return found


def test_a_week_of_half_days_is_five_sessions_at_the_hour_of_the_place() -> None:
    planned = plan_meetings(**WEEK, hours=[time(9)])

    assert [each.starts_at for each in planned] == [f"2026-12-{day:02d}T08:00:00Z" for day in range(7, 12)]
    assert [each.title for each in planned][:1] == ["2026-12-07 09:00"]


def test_the_hour_stays_the_same_when_the_clocks_of_the_place_change() -> None:
    summer = {**WEEK, "first": date(2027, 3, 26), "last": date(2027, 3, 30), "weekdays": range(7), "zone": "Europe/Paris"}
    planned = plan_meetings(**summer, hours=[time(9)])

    assert [each.starts_at[11:16] for each in planned] == ["08:00", "08:00", "07:00", "07:00", "07:00"]


@pytest.mark.parametrize(
    ("changed", "hours", "said"),
    [
        ({"last": date(2026, 12, 1)}, [time(9)], "before the first"),
        ({"weekdays": [6]}, [time(9)], "no such day of the week"),
        ({"weekdays": []}, [time(9)], "no such day of the week"),
        ({}, [], "no such day of the week"),
        ({"minutes": 0}, [time(9)], "minutes"),
        ({"minutes": LONGEST_MINUTES + 1}, [time(9)], "minutes"),
        ({"minutes": 180}, [time(9), time(11)], "overlap"),
        ({"last": date(2028, 12, 11)}, [time(9)], "year"),
        ({"last": date(2027, 6, 11)}, [time(9)], str(MOST_MEETINGS)),
    ],
)
def test_what_can_not_be_planned_is_refused_with_a_remedy(changed: dict[str, Any], hours: list[time], said: str) -> None:
    with pytest.raises(Refused, match=said):
        plan_meetings(**{**WEEK, **changed}, hours=hours)


def test_planning_the_same_week_twice_adds_nothing(session: Session) -> None:
    group = session.get(Group, CLASS)
    assert group is not None
    planned = plan_meetings(**WEEK, hours=[time(9), time(14)])

    assert (make_meetings(session, group, planned), make_meetings(session, group, planned)) == (10, 0)


def test_a_line_that_nobody_filled_in_is_open_and_no_absence(session: Session) -> None:
    assert {line.state for line in register_of(session, today(session), [learner_id(1), learner_id(2)]).values()} == {"open"}


@pytest.mark.parametrize(
    ("state", "late", "minutes", "seen"),
    [("here", 10, 180, "here"), ("late", 25, 155, "late"), ("absent", 10, 0, "absent"), ("excused", 10, None, "excused")],
)
def test_each_press_is_written_down(session: Session, state: str, late: int, minutes: int | None, seen: str) -> None:
    enter(session, today(session), learner_id(1), state, late=late, by="t", at=STAMP)

    line = register_of(session, today(session), [learner_id(1)])[learner_id(1)]
    assert (line.state, line.minutes) == (seen, minutes)


def test_the_last_press_counts_and_a_line_can_be_emptied(session: Session) -> None:
    for state in ("absent", "here", "open"):
        enter(session, today(session), learner_id(1), state, by="t", at=STAMP)

    assert register_of(session, today(session), [learner_id(1)])[learner_id(1)].state == "open"


@pytest.mark.parametrize(("state", "late"), [("late", 0), ("late", 180), ("late", 999), ("asleep", 10)])
def test_what_is_no_line_is_refused(session: Session, state: str, late: int) -> None:
    with pytest.raises(Refused):
        enter(session, today(session), learner_id(1), state, late=late, by="t", at=STAMP)


def test_all_here_changes_nothing_that_was_ticked(session: Session) -> None:
    meeting, people = today(session), [learner_id(number) for number in range(1, 5)]
    enter(session, meeting, people[0], "absent", by="t", at=STAMP)

    assert all_here(session, meeting, people, by="t", at=STAMP) == 3
    assert [line.state for line in register_of(session, meeting, people).values()] == ["absent", "here", "here", "here"]


def test_what_was_written_down_is_not_thrown_away_with_a_session(session: Session) -> None:
    meeting = today(session)
    enter(session, meeting, learner_id(1), "here", by="t", at=STAMP)

    with pytest.raises(Refused):
        remove_meeting(session, meeting)
    with pytest.raises(Refused):
        call_off(session, meeting, is_cancelled=True)


def test_a_session_that_was_called_off_takes_no_ticks(session: Session) -> None:
    meeting = today(session)
    call_off(session, meeting, is_cancelled=True)

    with pytest.raises(Refused, match="called off"):
        enter(session, meeting, learner_id(1), "here", by="t", at=STAMP)


def test_policies_get_the_schedule_and_only_what_was_filled_in(session: Session) -> None:
    group = session.get(Group, CLASS)
    assert group is not None
    meetings, presences = attendance_facts(session, group, learner_id(5))

    assert len(meetings) == len(meetings_of(session, CLASS)) == 10
    assert {presence.minutes for presence in presences} == {0}
    assert len(presences) == 4


def test_one_press_a_child_at_the_desk(trainer: Browser) -> None:
    answer = trainer.press(TODAY, {"person": learner_id(2), "state": "late", "late": "15"})

    assert answer.url.fragment == learner_id(2) or answer.status_code == 200
    assert "15 min late" in answer.text


def test_all_here_then_correct(trainer: Browser) -> None:
    answer = trainer.press(TODAY, {"all": "1"})
    assert f"{SIZE} are ticked as here" in answer.text

    assert "Absent: 1" in trainer.press(TODAY, {"person": learner_id(2), "state": "absent"}).text


def test_a_wrong_number_of_minutes_is_said_on_the_page(trainer: Browser) -> None:
    answer = trainer.press(TODAY, {"person": learner_id(2), "state": "late", "late": "500"})

    assert 'role="alert"' in answer.text
    assert "500" in answer.text


def test_a_week_is_planned_in_two_presses(trainer: Browser) -> None:
    data = {"first": "2026-12-07", "last": "2026-12-11", "hour": ["09:00", ""], "minutes": "180", "weekday": ["0", "1", "2", "3", "4"]}

    answer = trainer.press(f"class/{CLASS}/attendance/", data)

    assert "5 sessions are planned" in answer.text


@pytest.mark.parametrize(
    "changed",
    [{"first": "yesterday"}, {"first": ""}, {"hour": ["25:00"]}, {"minutes": "a lot"}, {"last": "2026-13-01"}, {"weekday": ["9"]}],
)
def test_a_wrong_date_or_hour_is_said_on_the_page_and_plans_nothing(centre: Centre, trainer: Browser, changed: dict[str, Any]) -> None:
    data = {"first": "2026-12-07", "last": "2026-12-11", "hour": ["09:00"], "minutes": "180", "weekday": ["0"]} | changed

    assert 'role="alert"' in trainer.press(f"class/{CLASS}/attendance/", data).text
    with session_of(centre) as session:
        assert len(meetings_of(session, CLASS)) == 10


def test_sessions_are_called_off_brought_back_and_taken_out(trainer: Browser) -> None:
    change = f"class/{CLASS}/attendance/8/change"

    assert "Called off" in trainer.press(change, {"do": "cancel"}).text
    assert "Called off" not in trainer.press(change, {"do": "restore"}).text
    trainer.press(change, {"do": "remove"})
    assert trainer.get(f"class/{CLASS}/attendance/8/").status_code == 404


def test_two_trainers_tick_the_same_register_at_once(desk: Desk) -> None:
    browsers = [desk.browser("trainer"), desk.browser("lead")]
    for browser in browsers:
        browser.press("language", {"language": "en", "here": ""})
    answers: list[int] = []

    def tick(browser: Browser) -> None:
        answers.extend(browser.press(TODAY, {"person": learner_id(number), "state": "here"}).status_code for number in range(1, 9))

    threads = [Thread(target=tick, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 16
    assert "Here: 8" in desk.browser("trainer").page(TODAY)


def test_the_register_on_paper_holds_every_learner(trainer: Browser) -> None:
    page = trainer.page(f"class/{CLASS}/attendance/paper/")

    assert all(f"Gazelle {number}</bdi>" in page for number in range(1, SIZE + 1))
