"""Plain copies of a learner's values."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ailab.checks.plain import NotPlain, plain


@pytest.mark.parametrize(
    "value",
    [1, 1.5, "mint", b"x", True, None, ..., [1, [2]], (1, "a"), {"a": [1]}, {1, 2}, 3 + 2j],
    ids=repr,
)
def test_built_in_values_come_back_equal(value: object) -> None:
    assert plain(value) == value


def test_a_copy_is_not_the_original() -> None:
    original = {"prices": [1, 2]}

    plain(original)["prices"].append(3)

    assert original == {"prices": [1, 2]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.float64(1.5), 1.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (pd.Series([1, 2]), [1, 2]),
        (pd.DataFrame({"a": [1, 2]}), {"a": [1, 2]}),
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(int, x=1), {"x": 1}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_foreign_values_become_built_in_ones(value: object, expected: object) -> None:
    copied = plain(value)

    assert copied == expected
    assert type(copied) is type(expected)


class EqualToAll:
    """A rigged object."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class RiggedInt(int):
    """A number that lies."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


def nested(depth: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


@pytest.mark.parametrize(
    "value",
    [EqualToAll(), RiggedInt(3), [EqualToAll()], object(), print, nested(100), 1 << 100_000, list(range(200_000))],
    ids=lambda v: type(v).__name__,
)
def test_anything_else_is_not_plain(value: object) -> None:
    with pytest.raises(NotPlain):
        plain(value)


def test_a_list_that_holds_itself_is_not_plain() -> None:
    loop: list[Any] = []
    loop.append(loop)

    with pytest.raises(NotPlain):
        plain(loop)
