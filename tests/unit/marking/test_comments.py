"""The bank begins with kind comments in three languages, is the centre's own, and speaks each learner's language."""

import re

import pytest
from tests.unit.marking.marked_class import EXERCISE, NOW

from ailab.errors import Refused
from ailab.lang import EMPTY, LANGUAGES
from ailab.office.centre import Centre, session_of
from ailab.office.centre.marking import add_comment, bank_of, change_comment, comment_for, fill_bank, take_comment_away
from ailab.office.centre.marking.comments import starting_comments


def test_every_starting_comment_stands_in_three_languages() -> None:
    comments = starting_comments()

    assert len(comments) >= 12
    for _, words in comments:
        assert all(words[language].strip() for language in LANGUAGES)
        assert re.search(r"[\u0600-\u06ff]", words["ar"])
        assert not re.search(r"[٠-٩]", words["ar"])
        assert "'" not in words["fr"]
        assert not re.search(r"(?<!\u00a0)[:;!?]", words["fr"]), words["fr"]


def test_a_bank_is_filled_once(centre: Centre) -> None:
    with session_of(centre) as session:
        assert fill_bank(session, now=NOW) == 0
        own = bank_of(session, EXERCISE)

    assert [each.exercise for each in own] == [EXERCISE] * 4 + [""] * 2


def test_a_comment_is_added_changed_and_taken_away(centre: Centre) -> None:
    with session_of(centre) as session:
        number = add_comment(session, exercise=EXERCISE, words={"fr": " Bien   vu. "}, by="c1-t-amina2", now=NOW, say=EMPTY)
        change_comment(session, number, words={"fr": "Très bien vu.", "ar": "ملاحظة دقيقة."}, by="c1-t-youcef", now=NOW, say=EMPTY)
        (made,) = (each for each in bank_of(session, EXERCISE) if each.number == number)
        take_comment_away(session, number)
        assert number not in {each.number for each in bank_of(session, EXERCISE)}

    assert (made.text("fr"), made.text("ar"), made.text("en")) == ("Très bien vu.", "ملاحظة دقيقة.", "Très bien vu.")
    assert not made.has("en")


@pytest.mark.parametrize("words", [{}, {"fr": "   "}, {"en": "x" * 501}], ids=["nothing", "spaces", "too_long"])
def test_an_empty_or_endless_comment_is_refused(centre: Centre, words: dict) -> None:  # type: ignore[type-arg]
    with session_of(centre) as session, pytest.raises(Refused):
        add_comment(session, exercise="", words=words, by="x", now=NOW, say=EMPTY)


def test_the_learner_reads_the_comment_in_their_own_language(centre: Centre) -> None:
    with session_of(centre) as session:
        bank = bank_of(session, EXERCISE)
    first = bank[0]

    text = comment_for(bank, (first.number, 999_999), own="À demain.\n\n", rubric=("معيار: مستوى",), language="ar")

    assert text == f"معيار: مستوى\n{first.words['ar']}\nÀ demain."
