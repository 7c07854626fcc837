"""Cards as text: short lines that Python reads back as the same cards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailab.activities.source import Card, cards_text, every_card, read_cards

VERBS = st.sampled_from(["forward", "turn_left", "turn_right", "pick", "put", "water"])
PLAIN: st.SearchStrategy[Card] = VERBS | st.sampled_from(["red", "blue"]).map(lambda color: ["paint", color])
CARDS: st.SearchStrategy[list[Card]] = st.recursive(
    st.lists(PLAIN, max_size=12),
    lambda inner: st.lists(
        PLAIN
        | st.tuples(st.integers(1, 20), inner).map(lambda both: ["repeat", *both])
        | st.tuples(inner, inner).map(lambda both: ["if_wall", *both])
        | inner.map(lambda cards: ["repeat_until_goal", cards]),
        max_size=5,
    ),
    max_leaves=5,
)


def test_no_cards_are_an_empty_list() -> None:
    assert cards_text([]) == "cards = []"


def test_plain_cards_share_lines() -> None:
    assert cards_text(["forward"] * 6) == ('cards = [\n    "forward", "forward", "forward", "forward", "forward",\n    "forward",\n]')


def test_short_nested_cards_take_one_line_each() -> None:
    text = cards_text(["forward", ["repeat", 3, ["forward", "water"]], ["if_wall", ["turn_left"], []]])

    assert text == 'cards = [\n    "forward",\n    ["repeat", 3, ["forward", "water"]],\n    ["if_wall", ["turn_left"], []],\n]'


def test_long_nested_cards_open_up() -> None:
    text = cards_text([["if_wall", ["turn_left"] * 3, ["forward"] * 4]])

    assert text.splitlines() == [
        "cards = [",
        '    ["if_wall", [',
        '        "turn_left", "turn_left", "turn_left",',
        "    ], [",
        '        "forward", "forward", "forward", "forward",',
        "    ]],",
        "]",
    ]


@settings(max_examples=150, deadline=None)
@given(cards=CARDS)
def test_text_reads_back_as_the_same_cards_in_lines_that_fit(cards: list[Card]) -> None:
    text = cards_text(cards)

    assert read_cards(text.removeprefix("cards = ")) == cards
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    "text", ["...(", "forward", "[1, open('x')]", "print()", "[" * 300], ids=["syntax", "name", "call", "program", "deep"]
)
def test_what_is_no_plain_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_cards(text)


def test_cards_are_counted_inside_other_cards_too() -> None:
    cards: list[Card] = ["forward", ["repeat", 2, ["paint", ["paint", "red"]]], ["if_wall", [], ["turn_left"]]]

    assert [card if isinstance(card, str) else card[0] for card in every_card(cards)] == [
        "forward",
        "repeat",
        "paint",
        "paint",
        "if_wall",
        "turn_left",
    ]
