"""Names for guests: enough of them, each different in each language, printable, and none that hurts."""

import re
import unicodedata

import pytest

from ailab.lang import LANGUAGES, Language
from ailab.office.centre.visit import animal_name, animals

HURTFUL = {"pig", "donkey", "monkey", "ape", "snake", "rat", "cow", "dog", "hyena", "jackal", "crow", "owl", "gecko", "louse"}
"""Animals that children are called in anger, or that are of ill omen."""


def test_there_are_more_names_than_a_visit_has_places() -> None:
    assert len(animals()) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_is_given_once_in_each_language(language: Language) -> None:
    names = [animal_name(slug, 1, language).casefold() for slug in animals()]

    assert len(set(names)) == len(names)
    assert all(name == name.strip() and 2 <= len(name) <= 20 for name in names)


def test_arabic_names_are_arabic_and_the_others_latin() -> None:
    for animal in animals().values():
        assert re.fullmatch(r"[\u0621-\u063a\u0641-\u064a ]+", animal.ar), animal
        for name in (animal.en, animal.fr):
            assert all(unicodedata.name(sign).startswith("LATIN") or sign in " -" for sign in name), animal


def test_no_name_hurts() -> None:
    assert not {word for animal in animals().values() for word in re.split(r"[ -]", animal.en.casefold())} & HURTFUL


@pytest.mark.parametrize(("number", "name"), [(1, "فنك"), (2, "فنك\u00a02")])
def test_the_second_fennec_has_a_number(number: int, name: str) -> None:
    assert animal_name("fennec", number, "ar") == name
