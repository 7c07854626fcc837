"""Nobody sees or presses anything but who may."""

import pytest
from tests.unit.desk.addresses import CHILD, PAGES, PRESSES
from tests.unit.desk.conftest import Desk
from tests.unit.desk.sample import CLASS, OTHER, learner_id

from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Person


@pytest.mark.parametrize("path", ["", *PAGES])
def test_without_a_cookie_one_is_sent_to_log_in(desk: Desk, path: str) -> None:
    answer = desk.browser("").get(path)

    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (302, "/hub/login")


def test_a_press_without_a_cookie_does_nothing(desk: Desk) -> None:
    for path in PRESSES:
        assert desk.browser("").client.post(path).status_code == 403


@pytest.mark.parametrize("who", [learner_id(1), "c1-nobody", "../etc/passwd"])
def test_a_learner_or_a_stranger_is_told_that_the_desk_is_not_theirs(desk: Desk, who: str) -> None:
    browser = desk.browser(who)

    assert [browser.get(path).status_code for path in ("", *PAGES)] == [403] * (len(PAGES) + 1)


def test_a_trainer_of_another_class_finds_nothing_there(desk: Desk) -> None:
    other = desk.browser("other")

    assert [path for path in PAGES if other.get(path).status_code != 404] == []
    assert [path for path in PRESSES if other.press(path).status_code != 404] == []
    assert CLASS not in other.page()


def test_a_learner_of_another_class_is_not_reached_through_ones_own(desk: Desk) -> None:
    trainer = desk.browser("trainer")

    assert trainer.get(f"class/{CLASS}/learner/c1-other1/").status_code == 404
    assert trainer.press(f"class/{CLASS}/learners/c1-other1/do", {"do": "pin"}).status_code == 404
    assert trainer.press(f"class/{CLASS}/consent/", {"person": "c1-other1", "results": "yes", "on": "2026-11-01"}).status_code == 404
    assert trainer.press(f"class/{CLASS}/attendance/1/", {"person": "c1-other1", "state": "here"}).status_code == 404


def test_a_learner_is_not_moved_into_a_class_that_is_not_ones_own(desk: Desk) -> None:
    assert desk.browser("trainer").press(f"class/{CLASS}/learners/{CHILD}/do", {"do": "move", "to": OTHER}).status_code == 404


def test_a_lead_sees_every_class(desk: Desk) -> None:
    lead = desk.browser("lead")

    assert [path for path in PAGES if lead.get(path).status_code != 200] == []
    assert "Evening class" in lead.page()


def test_forgetting_is_for_leads_alone(desk: Desk) -> None:
    path = f"class/{CLASS}/learner/{CHILD}/forget/"

    assert desk.browser("trainer").get(path).status_code == 403
    assert desk.browser("trainer").press(path, {"sure": "1", "pseudonym": "Gazelle 3"}).status_code == 403
    assert desk.browser("lead").get(path).status_code == 200


def test_a_trainer_who_has_left_the_center_is_out_at_once(desk: Desk, centre: Centre) -> None:
    trainer = desk.browser("trainer")
    trainer.page()
    with session_of(centre) as session:
        person = session.get(Person, desk.staff["trainer"])
        assert person is not None
        person.is_active = False

    assert trainer.get().status_code == 403


@pytest.mark.parametrize("path", [*PRESSES, "language"])
def test_a_press_from_elsewhere_is_refused(desk: Desk, path: str) -> None:
    trainer = desk.browser("trainer")
    trainer.page()

    assert trainer.client.post(path).status_code == 403
    assert trainer.client.post(path, data={"_xsrf": "2|1234|guess|1"}).status_code == 403


def test_no_page_may_be_framed_or_hold_a_script_of_another(desk: Desk) -> None:
    answer = desk.browser("trainer").get()

    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["class/nothing/", "class/%2e%2e/", f"class/{CLASS}/attendance/999999/", "class/Monday/", "nowhere", "assets/../page.py"]
)
def test_what_is_not_there_is_said_in_the_trainers_words(desk: Desk, path: str) -> None:
    answer = desk.browser("trainer").get(path)

    assert answer.status_code == 404


def test_the_font_is_served_and_nothing_else_beside_it(desk: Desk) -> None:
    trainer = desk.browser("trainer")

    assert trainer.get("fonts/noto-naskh-arabic.woff2").status_code == 200
    assert trainer.get("fonts/home.js").status_code == 404
    assert trainer.get("assets/desk.css").headers["content-type"] == "text/css"


def test_whoever_watches_over_the_machine_needs_no_log_in(desk: Desk) -> None:
    assert desk.browser("").get("health").text == "ok"
