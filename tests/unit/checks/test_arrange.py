"""Orders with more than one right answer."""

import pytest

from ailab.checks import Outcome, any_order

TEA = any_order({"boil": [], "mint": ["boil"], "sugar": ["boil"], "pour": ["mint", "sugar"]})


@pytest.mark.parametrize(
    "order",
    [
        ["boil", "mint", "sugar", "pour"],
        ["boil", "sugar", "mint", "pour"],
        ("boil", ["sugar", ["mint"]], "pour"),
        {"1": ["boil"], "2": ["sugar", "mint", "pour"]},
    ],
    ids=["one", "other", "further in", "parts"],
)
def test_every_order_in_which_each_comes_after_what_it_needs_is_right(order: object) -> None:
    assert TEA(Outcome(value=order))


@pytest.mark.parametrize(
    "order",
    [
        None,
        3,
        "boil",
        [],
        ["mint", "boil", "sugar", "pour"],
        ["boil", "mint", "pour"],
        ["boil", "boil", "mint", "sugar", "pour"],
        ["boil", "mint", "sugar", "pour", "salt"],
    ],
    ids=["nothing", "number", "text", "empty", "too early", "missing", "twice", "too many"],
)
def test_any_other_order_is_wrong(order: object) -> None:
    assert not TEA(Outcome(value=order))
