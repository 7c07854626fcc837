"""Dates, olives and figs with five clues, on a market of yesterday and on one of today.

Means and spreads are stated below and are the whole truth about this data. Length and color together do not tell a
date from a fig; width with either of them does. The number of the basket is a planted false clue: yesterday each kind
lay in a basket of its own, today the baskets are mixed. The number of the stall tells nothing on either day.
"""

from random import Random
from typing import Final, NamedTuple

from ailab.data.make import Edition, Rows


class Kind(NamedTuple):
    """A kind of fruit: mean and spread of its sizes in millimeters and of its color, 0 light to 100 dark; its basket."""

    name: str
    length: tuple[float, float]
    width: tuple[float, float]
    color: tuple[float, float]
    basket: int


KINDS: Final = (
    Kind("date", (40.0, 2.5), (19.0, 1.5), (74.0, 6.0), 15),
    Kind("olive", (22.0, 2.0), (18.0, 1.5), (38.0, 6.0), 50),
    Kind("fig", (41.0, 2.5), (36.0, 2.5), (72.0, 6.0), 85),
)
DAYS: Final = ("yesterday", "today")
OF_EACH: Final = 20
STALLS: Final = 99


def rows(seed: int, _edition: Edition) -> Rows:
    """Return 120 fruits, those of yesterday first, in random order within a day."""
    random = Random(seed)
    return [fruit for day in DAYS for fruit in _market(day, random)]


def _market(day: str, random: Random) -> Rows:
    fruits = [_fruit(kind, day, random) for kind in KINDS for _ in range(OF_EACH)]
    # The stable sort on one drawn number per row is a shuffle that no version of Python changes.
    drawn = [(random.random(), number) for number in range(len(fruits))]
    return [fruits[number] for _, number in sorted(drawn)]


def _fruit(kind: Kind, day: str, random: Random) -> dict[str, str]:
    mixed = KINDS[int(len(KINDS) * random.random())].basket
    return {
        "kind": kind.name,
        "length": f"{_bell(random, *kind.length):.1f}",
        "width": f"{_bell(random, *kind.width):.1f}",
        "color": f"{_bell(random, *kind.color):.0f}",
        "basket": str(kind.basket if day == DAYS[0] else mixed),
        "stall": str(1 + int(STALLS * random.random())),
        "day": day,
    }


def _bell(random: Random, mean: float, spread: float) -> float:
    # Twelve uniform numbers minus six: nearly Gaussian, and exact on every machine.
    return mean + spread * (sum(random.random() for _ in range(12)) - 6)
