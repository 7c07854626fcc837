"""When two answers are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.checks import close, equal, same_items

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN)
def test_a_value_equals_itself(value: object) -> None:
    assert equal(value, value)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [(0.1 + 0.2, 0.3), (3, 3.0), ((1, 2), [1, 2]), ({"a": [0.1 * 3]}, {"a": [0.3]}), ({2, 1}, {1, 2}), (float("inf"), float("inf"))],
    ids=repr,
)
def test_the_same_answer(given_value: object, expected: object) -> None:
    assert equal(given_value, expected)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        (True, 1),
        (1, True),
        ("3", 3),
        (None, 0),
        ([1], [1, 2]),
        ({"a": 1}, {"a": 1, "b": 2}),
        (float("nan"), float("nan")),
        (1.001, 1.0),
        (..., None),
        (10**400, 1.5),
        (1.5, 10**400),
    ],
    ids=repr,
)
def test_another_answer(given_value: object, expected: object) -> None:
    assert not equal(given_value, expected)


def test_close_forgives_an_absolute_difference() -> None:
    compare = close(absolute=0.01)

    assert compare([1.005], [1.0])
    assert not compare([1.02], [1.0])


def test_same_items_in_any_order_counts_repeats() -> None:
    assert same_items(["b", "a", "a"], ["a", "b", "a"])
    assert not same_items(["a", "b", "b"], ["a", "b", "a"])
    assert not same_items(3, [3])
