"""Codes: five digits, never twice, however they are typed; and guessing them takes too long."""

from itertools import cycle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.office.centre.visit import Guesses
from ailab.office.centre.visit.codes import LENGTH, SIGNS, folded, new_code


def test_a_code_was_never_given_before() -> None:
    signs = cycle("2345724683")  # 23457 first, then 24683

    assert new_code({"23457"}, lambda _choices: next(signs)) == "24683"


@pytest.mark.parametrize("poor", ["22222", "22332", "23456", "98765"])
def test_codes_that_one_tries_first_are_not_given(poor: str) -> None:
    signs = iter(f"{poor}24683")

    assert new_code((), lambda _choices: next(signs)) == "24683"


@given(st.integers())
def test_codes_hold_no_sign_that_looks_like_a_letter(seed: int) -> None:
    code = new_code((), Random(seed).choice)

    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert not set(SIGNS) & set("01")


@pytest.mark.parametrize("typed", ["24683", " 246 83 ", "2-4-6-8-3", "٢٤٦٨٣", "۲۴۶۸۳", "２４６８３", "24683\n"])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert folded(typed) == "24683"


@given(st.text())
def test_anything_can_be_typed(text: str) -> None:
    assert set(folded(text)) <= set("0123456789?")


def test_who_tries_codes_has_to_wait_and_nobody_else() -> None:
    guesses = Guesses(most=20, window_s=300)
    for second in range(20):
        assert guesses.wait_s("10.0.0.7", second) == 0
        guesses.wrong("10.0.0.7", second)

    assert guesses.wait_s("10.0.0.7", 20) == pytest.approx(280)
    assert guesses.wait_s("10.0.0.8", 20) == 0
    assert guesses.wait_s("10.0.0.7", 301) == 0


def test_a_whole_visit_of_guessing_is_unlikely_to_hit() -> None:
    tries_in_a_visit = 20 * (100 * 60 / 300)

    assert tries_in_a_visit / len(SIGNS) ** LENGTH < 0.02


def test_a_storm_of_addresses_fills_no_memory() -> None:
    guesses = Guesses()
    for number in range(5000):
        guesses.wrong(f"10.0.{number // 250}.{number % 250}", 0)

    assert len(guesses._wrong) <= 4096
