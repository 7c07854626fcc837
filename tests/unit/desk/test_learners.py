"""The list of a class: secrets shown to who made them, lists taken in whole or not at all."""

import re

import pytest
from tests.unit.desk.addresses import CHILD
from tests.unit.desk.conftest import Browser, Desk
from tests.unit.desk.sample import CLASS, NOW, OTHER, SIZE, learner_id

from ailab.office.centre import Centre, session_of
from ailab.office.centre.people import authenticate, learners_of
from ailab.office.centre.tables import Person

DO = f"class/{CLASS}/learners/{CHILD}/do"
LIST = f"class/{CLASS}/learners/list/"


def names(centre: Centre, group: str = CLASS) -> set[str]:
    with session_of(centre) as session:
        return {person.pseudonym for person in learners_of(session, group)}


def upload(trainer: Browser, content: bytes, name: str = "class.csv") -> str:
    return trainer.press(LIST, files={"list": (name, content, "text/csv")}).text


def key_of(page: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_new_pin_is_shown_and_opens_the_door(centre: Centre, trainer: Browser) -> None:
    page = trainer.press(DO, {"do": "pin"}).text

    shown = re.search(r'<bdi dir="ltr">([^<]+)</bdi>', page)
    assert shown
    with session_of(centre) as session:
        admitted = authenticate(session, login="Gazelle 3", secret=shown[1].replace("\u00a0", ""), address="a", now=NOW)
    assert getattr(admitted, "person", "") == CHILD


def test_new_secrets_are_shown_to_who_made_them_and_to_nobody_else(desk: Desk, trainer: Browser) -> None:
    address = str(trainer.press(DO, {"do": "pin"}).url)
    path = address.split("/", 3)[3]

    assert 'class="secret"' in trainer.page(path)
    assert 'class="secret"' not in desk.browser("lead").page(path)


def test_pictures_are_shown_as_pictures_and_cards_are_printed(trainer: Browser) -> None:
    answer = trainer.press(DO, {"do": "pictures"})
    pictures = re.findall(r'src="/(picture/[a-z_]+)"', answer.text)

    assert pictures
    assert trainer.get(pictures[0]).headers["content-type"] == "image/svg+xml"
    cards = trainer.get(f"class/{CLASS}/learners/cards.pdf?{answer.url.query.decode()}")
    assert cards.content.startswith(b"%PDF")


def test_learners_are_added_without_a_list(centre: Centre, trainer: Browser) -> None:
    page = trainer.press(f"class/{CLASS}/learners/", {"count": "3", "kind": "pin"}).text

    assert page.count('class="secret"') == 3
    assert len(names(centre)) == SIZE + 3


@pytest.mark.parametrize("count", ["0", "-1", "61", "many", "", "٣"])
def test_a_wrong_number_of_learners_is_refused(centre: Centre, trainer: Browser, count: str) -> None:
    assert 'role="alert"' in trainer.press(f"class/{CLASS}/learners/", {"count": count, "kind": "pin"}).text
    assert len(names(centre)) == SIZE


def test_leaving_and_coming_back(centre: Centre, trainer: Browser) -> None:
    trainer.press(DO, {"do": "leave"})
    assert "Gazelle 3" not in names(centre)
    assert trainer.get(f"class/{CLASS}/learner/{CHILD}/").status_code == 404

    trainer.press(DO, {"do": "return"})
    assert "Gazelle 3" in names(centre)


def test_a_lead_moves_a_learner_to_another_class(centre: Centre, desk: Desk) -> None:
    desk.browser("lead").press(DO, {"do": "move", "to": OTHER})

    assert "Gazelle 3" in names(centre, OTHER)
    assert "Gazelle 3" not in names(centre)


def test_the_language_of_a_learner_is_changed(centre: Centre, trainer: Browser) -> None:
    trainer.press(DO, {"do": "language", "language": "fr"})

    with session_of(centre) as session:
        person = session.get(Person, CHILD)
        assert person is not None
        assert person.language == "fr"


def test_a_press_that_nobody_knows_is_not_there(trainer: Browser) -> None:
    assert trainer.press(DO, {"do": "explode"}).status_code == 404


def test_a_list_with_excels_semicolons_is_shown_first_and_taken_in_with_one_press(centre: Centre, trainer: Browser) -> None:
    page = upload(trainer, "login;name;language\nFennec 1;Sample learner 101;fr\nFennec 2;Sample learner 102;ar\n".encode("utf-8-sig"))
    assert "Fennec 1" in page
    assert "Fennec 1" not in names(centre)

    page = trainer.press(f"{LIST}take-in", {"key": key_of(page)}).text

    assert {"Fennec 1", "Fennec 2"} <= names(centre)
    assert page.count('class="secret"') == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\xff\xfe\x00",
        b"login;birth_year\nFennec 1;yesterday\n",
        b"login\nFennec 1\nFennec 1\n",
        b"nothing\nof\nthis\n",
    ],
)
def test_a_list_with_a_problem_is_taken_in_by_no_part(centre: Centre, trainer: Browser, content: bytes) -> None:
    page = upload(trainer, content)

    assert 'role="alert"' in page
    assert 'name="key"' not in page
    assert len(names(centre)) == SIZE


def test_a_list_can_not_change_learners_or_classes_of_others(centre: Centre, trainer: Browser) -> None:
    for content in (f"login;class\nFennec 1;{OTHER}\n", "login;name\nJerboa;Somebody else\n"):
        page = upload(trainer, content.encode())
        assert 'role="alert"' in page
        assert 'name="key"' not in page
    assert names(centre, OTHER) == {"Jerboa"}


def test_no_file_or_a_forgotten_one_is_said(trainer: Browser) -> None:
    assert "Choose a file first" in trainer.press(LIST).text
    assert "not there any more" in trainer.press(f"{LIST}take-in", {"key": "unknown"}).text


def test_a_hostile_file_name_is_shown_and_never_run(trainer: Browser) -> None:
    page = upload(trainer, b"login\nFennec 1\n", name="<script>alert(1)</script>.csv")

    assert "<script>alert" not in page


def test_a_list_to_fill_in_can_be_had(trainer: Browser) -> None:
    assert trainer.get("class-list.csv").content.startswith(b"\xef\xbb\xbf")


def test_a_locked_learner_is_unlocked(centre: Centre, trainer: Browser) -> None:
    with session_of(centre) as session:
        person = session.get(Person, CHILD)
        assert person is not None
        person.secret = ""
    trainer.press(DO, {"do": "pin"})
    for number in range(12):
        with session_of(centre) as session:
            authenticate(session, login="Gazelle 3", secret=f"{number:06d}", address=f"a{number}", now=NOW)
    assert "locked out" in trainer.page(f"class/{CLASS}/learners/")

    trainer.press(DO, {"do": "unlock"})

    assert "locked out" not in trainer.page(f"class/{CLASS}/learners/")
    assert learner_id(3) == CHILD
