"""Plain data: exact copies of a learner's values, without the learner's objects."""

from typing import Any, Final

_ATOMS: Final = frozenset({int, float, str, bytes, bool, type(None), type(...), complex})
_MOST: Final = 100_000
"""Items copied at most: a billion-element list is not an answer."""
_DEEPEST: Final = 30
_LONGEST_INT: Final = 14_000
"""Bits of the largest integer that is copied: Python writes no more than 4,300 digits."""


class NotPlain(ValueError):
    """A value that is not plain data, or too much of it."""


def plain(value: Any) -> Any:
    """Return a copy made of built-in types alone.

    NumPy scalars become numbers, arrays and pandas columns lists, tables dicts of lists.

    Raises
    ------
    NotPlain
        For any other object, more than 100,000 items or more than 30 levels.
    """
    return _copy(value, _Budget(), 0)


class _Budget:
    """Counts items over the whole copy."""

    def __init__(self) -> None:
        self.left = _MOST

    def spend(self, items: int) -> None:
        self.left -= items
        if self.left < 0:
            raise NotPlain(f"more than {_MOST} items")


def _copy(value: Any, budget: _Budget, depth: int) -> Any:
    kind = type(value)
    if kind in _ATOMS:
        if kind is int and value.bit_length() > _LONGEST_INT:
            raise NotPlain("a huge whole number")
        if kind in (str, bytes):
            budget.spend(len(value) // 100)
        return value
    if depth >= _DEEPEST:
        raise NotPlain("data nested too deeply")
    if kind in (list, tuple, set, frozenset):
        budget.spend(len(value))
        return kind(_copy(item, budget, depth + 1) for item in value)
    # Counter, defaultdict and OrderedDict are honest dictionaries.
    if kind is dict or (kind.__module__ == "collections" and isinstance(value, dict)):
        budget.spend(len(value))
        return {_copy(k, budget, depth + 1): _copy(v, budget, depth + 1) for k, v in dict.items(value)}
    return _copy_foreign(value, budget, depth)


def _copy_foreign(value: Any, budget: _Budget, depth: int) -> Any:
    # By name, so that nothing heavy is imported for a learner who never used it.
    home = type(value).__module__.split(".")[0]
    name = type(value).__name__
    if home == "numpy" and hasattr(value, "tolist"):
        budget.spend(int(getattr(value, "size", 1)))
        return _copy(value.tolist(), budget, depth + 1)
    if home == "pandas" and name in ("Series", "Index", "RangeIndex"):
        return _copy(value.tolist(), budget, depth + 1)
    if home == "pandas" and name == "DataFrame":
        return {str(column): _copy(value[column].tolist(), budget, depth + 1) for column in value.columns}
    raise NotPlain(f"an object of type {name}")
