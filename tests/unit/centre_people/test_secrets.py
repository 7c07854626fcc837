"""Secrets are hard to guess, hashed with salt, and an empty one never opens anything."""

from collections import Counter

import pytest
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.centre.people import PICTURES, add_learners, add_trainer, authenticate, change_passphrase, picture_file, reset_secret
from ailab.office.centre.people.doors import Admitted
from ailab.office.centre.people.hashes import hashed, matches
from ailab.office.centre.people.passphrases import expect_passphrase, new_passphrase, typed_passphrase
from ailab.office.centre.people.pictures import chosen_pictures, new_pictures, picture_name
from ailab.office.centre.people.pins import is_hard_to_guess, new_pin, typed_pin
from ailab.office.centre.tables import Person

from .conftest import NOW


def test_a_hash_says_its_parameters_and_not_the_secret(full_work: None) -> None:
    stored = hashed("482913")

    assert stored.startswith("scrypt$14$8$1$")
    assert "482913" not in stored
    assert matches("482913", stored)
    assert not matches("482914", stored)


def test_one_secret_is_stored_differently_for_two() -> None:
    assert hashed("482913") != hashed("482913")


@pytest.mark.parametrize(
    "stored", ["", "scrypt$14$8$1$$", "scrypt$14$8$1$AAAA$", "plain", "scrypt$99$8$1$AAAA$AAAA", "md5$1$1$1$AAAA$AAAA", "x" * 500]
)
@pytest.mark.parametrize("secret", ["", " ", "482913"])
def test_nothing_matches_an_empty_or_broken_hash(secret: str, stored: str) -> None:
    assert not matches(secret, stored)


def test_an_empty_secret_is_not_stored() -> None:
    with pytest.raises(ValueError, match="empty"):
        hashed("")


@pytest.mark.parametrize(
    "pin",
    [
        "123456",
        "000000",
        "654321",
        "111222",
        "121212",
        "123123",
        "123321",
        "201305",
        "052013",
        "120120",
        "198712",
        "456789",
        "147258",
        "221111",
    ],
)
def test_a_pin_that_people_try_first_is_not_given(pin: str) -> None:
    assert not is_hard_to_guess(pin)


def test_pins_are_six_digits_and_spread_evenly() -> None:
    pins = [new_pin() for _ in range(2000)]

    assert all(len(pin) == 6 and pin.isascii() and pin.isdigit() and is_hard_to_guess(pin) for pin in pins)
    assert min(Counter("".join(pins)).values()) > 800
    assert len(set(pins)) > 1980


@pytest.mark.parametrize("typed", ["482913", "٤٨٢٩١٣", "۴۸۲۹۱۳", " 482 913 ", "482-913", "\u200f٤٨٢\u00a0٩١٣"])
def test_a_pin_may_be_typed_with_the_digits_of_the_keyboard(typed: str) -> None:
    assert typed_pin(typed) == "482913"


def test_pictures_are_three_different_ones_in_an_order() -> None:
    made = new_pictures()

    assert len(set(made)) == 3
    assert chosen_pictures(",".join(made)) == ",".join(made)
    assert chosen_pictures(",".join(reversed(made))) != ",".join(made)


@pytest.mark.parametrize("text", ["", "cat", "cat,sun", "cat,sun,../etc", "cat,sun,bread,fish", "CAT,sun,bread"])
def test_what_is_no_choice_of_pictures_is_no_secret(text: str) -> None:
    assert chosen_pictures(text) == ""


@pytest.mark.parametrize("slug", PICTURES)
def test_every_picture_is_drawn_and_named(slug: str) -> None:
    drawing = picture_file(slug).read_text(encoding="utf-8")

    assert drawing.startswith("<svg")
    assert "<text" not in drawing
    assert picture_name(slug, "en")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_passphrases_are_words_that_are_typed_easily(language: str) -> None:
    words = {word for _ in range(200) for word in new_passphrase(language).split()}  # type: ignore[arg-type]

    assert len(words) > 100
    assert all(2 <= len(typed_passphrase(word)) <= 9 and typed_passphrase(word).isalpha() for word in words)
    assert expect_passphrase(new_passphrase(language), "trainer")  # type: ignore[arg-type]


def test_a_passphrase_is_the_same_in_capitals_with_accents_and_more_spaces() -> None:
    assert typed_passphrase("  Éclair   NAVIRE-fable ") == typed_passphrase("eclair navire fable")


@pytest.mark.parametrize("phrase", ["short", "123456", "a b c d", "aaaaaaaaaaaaaaaaaa", "ababababababababab", "sampletrainer1"])
def test_a_weak_passphrase_is_refused(phrase: str) -> None:
    with pytest.raises(Refused):
        expect_passphrase(phrase, "sampletrainer")


def test_four_words_or_fourteen_signs_are_enough() -> None:
    assert expect_passphrase("olive moon drum key", "x")
    assert expect_passphrase("Tr0ub4dor&3xyz", "x")


def test_a_new_secret_makes_the_old_one_worthless(session: Session, centre: Centre) -> None:
    [old] = add_learners(session, centre, group="monday", count=1, now=NOW)
    new = reset_secret(session, person=old.person, kind="pictures", now=NOW)

    def tries(secret: str) -> bool:
        return isinstance(authenticate(session, login=old.pseudonym, secret=secret, address="10.0.0.2", now=NOW), Admitted)

    assert not tries(old.shown)
    assert tries(new.shown)


def test_no_secret_stands_in_the_database(session: Session, centre: Centre) -> None:
    made = [*add_learners(session, centre, group="monday", count=2, now=NOW), add_trainer(session, centre, login="trainer", now=NOW)]
    stored = "".join(str(vars(session.get(Person, secret.person))) for secret in made)

    assert not any(secret.shown in stored for secret in made)


def test_a_trainer_gets_no_pin(session: Session, centre: Centre) -> None:
    trainer = add_trainer(session, centre, login="trainer", now=NOW)

    with pytest.raises(Refused, match="passphrase"):
        reset_secret(session, person=trainer.person, kind="pin", now=NOW)


def test_trainers_change_their_passphrase_when_they_know_the_old_one(session: Session, centre: Centre) -> None:
    trainer = add_trainer(session, centre, login="trainer", groups=("monday",), now=NOW)
    new = "olive moon drum key"

    with pytest.raises(Refused, match="another one"):
        change_passphrase(session, person=trainer.person, old="something else", new=new, language="en", now=NOW)
    change_passphrase(session, person=trainer.person, old=trainer.shown.upper(), new=new, language="en", now=NOW)

    assert isinstance(authenticate(session, login="Trainer", secret=new, address="10.0.0.2", now=NOW), Admitted)


def test_two_trainers_do_not_share_a_login(session: Session, centre: Centre) -> None:
    add_trainer(session, centre, login="Amina", now=NOW)

    with pytest.raises(Refused, match="already"):
        add_trainer(session, centre, login="amina", now=NOW)
