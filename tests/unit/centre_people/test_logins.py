"""Ids carry nothing; a login is found however a child types it."""

import re

import pytest
from sqlalchemy.orm import Session

from ailab.office.centre import Centre, session_of
from ailab.office.centre.database import engine_of
from ailab.office.centre.folder import expect_id
from ailab.office.centre.people import add_learners, person_of
from ailab.office.centre.people.ids import new_id
from ailab.office.centre.people.logins import LoginUnfit, as_written, expect_login, folded
from ailab.office.centre.people.members import new_pseudonym
from ailab.office.centre.tables import Person
from ailab.office.hub.login.authenticator import RosterAuthenticator
from ailab.office.hub.login.readers import Reader, reader_of

from .conftest import NOW


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Gazelle 7", "gazelle7"),
        ("  GAZELLE-7 ", "gazelle7"),
        ("gazelle_٧", "gazelle7"),
        ("gazelle ۷", "gazelle7"),
        ("Lézard 12", "lezard12"),
        ("Ｇazelle７", "gazelle7"),
        ("أَسَد 7", "اسد7"),
        ("اســد ٧", "أسد 7"),
        ("إبرة", "ابرة"),
        ("غزالة", "غزاله"),
        ("موسى", "موسي"),
        ("کمون ی", "كمون ي"),
        ("\u200fأسد\u200e 7", "أسد7"),
    ],
)
def test_what_typing_may_change_does_not_matter(typed: str, same: str) -> None:
    assert folded(typed) == folded(same)


@pytest.mark.parametrize("text", ["../etc", "a/b", "..", ".", "con\\aux", "a\x00b", "a\nb;c", "%2e%2e", "lion*", "<b>", "'; drop", "~root"])
def test_a_login_like_a_path_or_a_command_is_refused(text: str) -> None:
    with pytest.raises(LoginUnfit):
        expect_login(text)


@pytest.mark.parametrize("text", ["", " ", "a", "x" * 33, "x" * 100_000, "\u200f\u200e"])
def test_an_empty_or_endless_login_is_refused(text: str) -> None:
    with pytest.raises(LoginUnfit):
        expect_login(text)


def test_a_refusal_shows_signs_that_nobody_sees() -> None:
    with pytest.raises(LoginUnfit, match=r"U\+0000"):
        expect_login("lion\x007")


def test_a_login_is_shown_as_it_was_written() -> None:
    assert as_written(" Lézard \u200f 12 ") == "Lézard 12"


def test_an_id_names_a_folder_and_a_user_and_nobody_else(session: Session, centre: Centre) -> None:
    made = new_id(session, "c1")

    assert re.fullmatch(r"c1-[a-z0-9]{6}", expect_id(made))
    assert re.fullmatch(r"c1-t-[a-z0-9]{6}", expect_id(new_id(session, "c1", trainer=True)))


def test_an_id_that_is_taken_is_drawn_again(session: Session) -> None:
    session.add(Person(id="c1-aaaaaa", kind="learner", login="one", created_at="2026-11-20T10:00:00Z"))
    session.flush()
    signs = iter("aaaaaabbbbbb")

    assert new_id(session, "c1", draw=lambda _: next(signs)) == "c1-bbbbbb"


def test_ids_are_names_that_the_hub_takes() -> None:
    authenticator = RosterAuthenticator()

    assert all(map(authenticator.validate_username, ("c1-a7k2mn", "c1-t-a7k2mn", "c1-guesta7k2mnpq")))
    assert not any(map(authenticator.validate_username, ("../etc", "c1-a7k2mn/..", "C1 A7", "root", "c1-", "a" * 80)))


def test_learners_without_a_list_are_found_by_their_pseudonym(session: Session, centre: Centre) -> None:
    made = add_learners(session, centre, group="young", count=30, now=NOW)

    assert len({secret.pseudonym for secret in made}) == len({secret.person for secret in made}) == 30
    assert all(person_of(session, secret.pseudonym) == secret.person for secret in made)


def test_a_pseudonym_is_in_the_language_of_the_class(session: Session, centre: Centre) -> None:
    [arabic], [french] = (add_learners(session, centre, group=group, count=1, now=NOW) for group in ("young", "monday"))

    assert re.match(r"[\u0600-\u06ff]", arabic.pseudonym)
    assert french.pseudonym.isascii() or re.match(r"[A-Za-zÀ-ÿ]", french.pseudonym)


def test_a_crowded_centre_gets_longer_numbers() -> None:
    free = new_pseudonym("en", lambda login: len(re.sub(r"\D", "", login)) < 3)

    assert re.search(r"\d{3}", free)


def test_a_page_is_drawn_for_its_reader_and_for_nobody_when_the_database_fails(centre: Centre) -> None:
    with session_of(centre) as session:
        [pupil] = add_learners(session, centre, group="young", count=1, now=NOW)

    assert reader_of(centre, pupil.person) == Reader(language="ar", name=pupil.pseudonym, centre="Sample")
    assert reader_of(centre, "") == reader_of(centre, "c1-nobody") == Reader(language="fr", centre="Sample")
    engine_of(centre.database_url()).dispose()
    (centre.folder / "centre.sqlite").write_bytes(b"no database at all" * 100)
    assert reader_of(centre, pupil.person) == Reader(language="fr", centre="Sample")
