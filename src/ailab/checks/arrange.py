"""Orders with more than one right answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ailab.checks.answer import Outcome


def any_order(needs: Mapping[str, Sequence[str]]) -> Callable[[Outcome], bool]:
    """Return what accepts every order of exactly these names in which each comes after those it needs.

    Lists inside lists (lines that stand further in) and parts in a dictionary count as what they hold.

    Examples
    --------
    >>> accept = any_order({"boil": [], "mint": [], "pour": ["boil", "mint"]})
    >>> accept(Outcome(value=["mint", "boil", "pour"])), accept(Outcome(value=["pour", "mint", "boil"]))
    (True, False)
    """

    def accept(outcome: Outcome) -> bool:
        names = _names(outcome.value)
        place = {name: index for index, name in enumerate(names)}
        right = len(names) == len(place) and set(place) == set(needs)
        return right and all(place[before] < place[name] for name in needs for before in needs[name])

    return accept


def _names(value: Any) -> list[str]:
    """Return the names in an order from first to last; what is no name makes it no order."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ["?", "?"]
    return [name for part in parts for name in _names(part)]
