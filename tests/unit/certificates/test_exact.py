"""Exact numbers and canonical JSON."""

from fractions import Fraction

import pytest

from ailab.office.certificates.exact import canonical, exact, share


def test_decimal_text_becomes_the_exact_fraction() -> None:
    assert exact("69.96") == Fraction(6996, 100)


@pytest.mark.parametrize("text", ["69,5", "٦٩", "NaN", "inf", "", "absent", "-1", "1e3", " 1", "1_0", "70%"])
def test_what_is_no_plain_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no plain decimal"):
        exact(text)


def test_sixty_percent_is_three_fifths() -> None:
    assert share("60%") == Fraction(3, 5)


@pytest.mark.parametrize("text", ["60", "100.1%", "0.6"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no percentage"):
        share(text)


def test_canonical_json_depends_on_values_alone() -> None:
    first = canonical({"b": Fraction(1, 2), "a": frozenset({"y", "x"}), "ç": None})

    assert first == '{"a":["x","y"],"b":"1/2","ç":null}'.encode()
    assert first == canonical({"ç": None, "a": frozenset({"x", "y"}), "b": Fraction(2, 4)})


def test_a_float_has_no_canonical_form() -> None:
    with pytest.raises(TypeError, match="Fraction"):
        canonical({"points": 0.7})
