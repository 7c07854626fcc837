"""Names as they may stand on paper."""

import unicodedata

import pytest

from ailab.office.certificates import NameUnprintable, printable_name


@pytest.mark.parametrize("name", ["سلمى بنت عبد الرحمن", "Marie-Françoise d’Oujda", "learner dz-7f3a", "#import *x* $a$"])
def test_a_name_stays_as_it_is(name: str) -> None:
    assert printable_name(name) == name


def test_spaces_are_single_and_letters_composed() -> None:
    assert printable_name(unicodedata.normalize("NFD", "  Zoé   Saïdi ")) == "Zoé Saïdi"


def test_direction_marks_left_by_copying_go() -> None:
    assert printable_name("\u200fسلمى\u200e\ufeff") == "سلمى"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\n", "\x00", "\u2028", "\ue000"])
def test_other_invisible_signs_are_refused_and_named(sign: str) -> None:
    with pytest.raises(NameUnprintable, match=f"U\\+{ord(sign):04X}.*Type it again"):
        printable_name(f"Salma{sign}Idrissi")


@pytest.mark.parametrize("name", ["", "   ", "123", "\u200f"])
def test_a_name_has_a_letter(name: str) -> None:
    with pytest.raises(NameUnprintable, match="no letter"):
        printable_name(name)


def test_a_name_has_an_end() -> None:
    with pytest.raises(NameUnprintable, match="101 signs"):
        printable_name("a" * 101)
