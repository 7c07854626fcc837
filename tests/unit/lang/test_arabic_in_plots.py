"""Arabic words in plots: joined, and from right to left, by matplotlib itself; every label is passed as it is written."""

from typing import Any, Final

import numpy as np
import pytest
from matplotlib import _text_helpers, font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font

WORD: Final = "درجة"
DRAWN: Final = "\N{ARABIC LETTER TEH MARBUTA FINAL FORM}\N{ARABIC LETTER JEEM INITIAL FORM}رد"
"""What an eye meets from left to right: two letters that join, two that stand alone."""


@pytest.fixture(scope="module")
def font() -> FT2Font:
    """Return the font that matplotlib brings along."""
    return FT2Font(font_manager.findfont("DejaVu Sans"))


def laid_out(text: str, font: FT2Font) -> list[Any]:
    """Return the glyphs of a text from left to right, as the backends draw them."""
    return list(_text_helpers.layout(text, font))


def picture(text: str) -> np.ndarray[Any, Any]:
    """Return a label as dark pixels."""
    figure = Figure(figsize=(3, 1))
    canvas = FigureCanvasAgg(figure)
    figure.text(0.1, 0.4, text, size=30, family="DejaVu Sans")
    canvas.draw()  # type: ignore[no-untyped-call]
    return np.asarray(canvas.buffer_rgba())[:, :, 0] < 128  # type: ignore[no-untyped-call]


def test_label_is_drawn_from_right_to_left(font: FT2Font) -> None:
    assert [item.char for item in laid_out(WORD, font)] == list(reversed(WORD))


def test_letters_of_a_label_are_joined(font: FT2Font) -> None:
    glyphs = [item.glyph_index for item in laid_out(WORD, font)]

    assert glyphs == [font.get_char_index(ord(form)) for form in DRAWN]
    assert glyphs != [font.get_char_index(ord(letter)) for letter in reversed(WORD)]


def test_number_after_a_word_stands_to_its_left(font: FT2Font) -> None:
    assert [item.char for item in laid_out(f"{WORD} 12", font)] == [*"12 ", *reversed(WORD)]


def test_picture_of_a_label_begins_on_the_right() -> None:
    """Dal, alone and low, stands on the right; ta marbuta with its two dots on the left."""
    word, last = picture(WORD), picture("د")
    columns, alone = (np.flatnonzero(drawn.any(axis=0)) for drawn in (word, last))
    rightmost = word[:, columns[-1] - (alone[-1] - alone[0]) : columns[-1] + 1]

    assert np.mean(rightmost == last[:, alone[0] : alone[-1] + 1]) > 0.98


def test_reshaped_text_would_be_drawn_wrong(font: FT2Font) -> None:
    """The recipe of old, which turns words around before they are drawn, turns them around a second time."""
    assert [item.char for item in laid_out(WORD[::-1], font)] == list(WORD)
