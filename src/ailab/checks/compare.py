"""When two plain values count as the same answer."""

import math
from collections.abc import Callable
from typing import Any

Compare = Callable[[Any, Any], bool]
"""From the value given and the value expected to: same answer?"""


def equal(given: Any, expected: Any) -> bool:
    """Tell whether two plain values are the same answer, numbers within rounding.

    A list and a tuple with the same items are the same answer; True is not 1; NaN equals nothing.
    """
    return _same(given, expected, relative=1e-9, absolute=1e-12)


def close(*, absolute: float) -> Compare:
    """Return a comparison that forgives numbers an absolute difference."""
    return lambda given, expected: _same(given, expected, relative=0.0, absolute=absolute)


def same_items(given: Any, expected: Any) -> bool:
    """Tell whether two collections hold the same items, in any order."""
    if not isinstance(given, list | tuple | set | frozenset):
        return False
    left = list(given)
    for item in expected:
        match = next((i for i, other in enumerate(left) if equal(other, item)), None)
        if match is None:
            return False
        del left[match]
    return not left


def _same(given: Any, expected: Any, *, relative: float, absolute: float) -> bool:
    if isinstance(given, bool) or isinstance(expected, bool):
        return given is expected
    if isinstance(given, int | float) and isinstance(expected, int | float):
        return given == expected or _near(given, expected, relative, absolute)
    if isinstance(given, list | tuple) and isinstance(expected, list | tuple):
        return len(given) == len(expected) and all(
            _same(a, b, relative=relative, absolute=absolute) for a, b in zip(given, expected, strict=True)
        )
    if isinstance(given, dict) and isinstance(expected, dict):
        return given.keys() == expected.keys() and all(
            _same(given[key], expected[key], relative=relative, absolute=absolute) for key in expected
        )
    return type(given) is type(expected) and bool(given == expected)


def _near(given: float, expected: float, relative: float, absolute: float) -> bool:
    try:
        return math.isfinite(given) and math.isfinite(expected) and abs(given - expected) <= max(relative * abs(expected), absolute)
    except OverflowError:  # a whole number beyond every decimal one
        return False
