"""Numbers as people read them."""

from fractions import Fraction

import pytest

from ailab.lang import Language
from ailab.office.certificates.display import amount, hours, percent


@pytest.mark.parametrize(("language", "text"), [("en", "54.5"), ("fr", "54,5"), ("ar", "54,5")])
def test_each_language_has_its_decimal_mark(language: Language, text: str) -> None:
    assert amount(Fraction(109, 2), language) == text


@pytest.mark.parametrize(("number", "text"), [("0", "0"), ("10", "10"), ("0.125", "0.12"), ("0.135", "0.14"), ("0.999", "1")])
def test_amounts_round_half_to_even_without_idle_zeros(number: str, text: str) -> None:
    assert amount(Fraction(number), "en") == text


def test_a_share_just_below_is_not_shown_as_the_share_needed() -> None:
    assert percent(Fraction("0.6996"), "en", unlike=Fraction("0.7")) == "69.96%"
    assert percent(Fraction("0.69999"), "fr", unlike=Fraction("0.7")) == "69,999\N{NO-BREAK SPACE}%"


def test_a_share_equal_to_the_one_needed_is_shown_plainly() -> None:
    assert percent(Fraction("0.7"), "en", unlike=Fraction("0.7")) == "70%"


def test_minutes_are_told_in_hours() -> None:
    assert hours(Fraction(90), "en") == "1.5"
