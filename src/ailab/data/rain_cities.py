"""Rain of one invented year in twelve invented towns, month by month.

    rain = shape of the town's landscape × (1 + 0.15 × noise), rounded to the millimeter

Noise is the scaled sum of three uniform draws, between -1 and 1. The shapes below and the towns are the authors'
choices: wet winters and dry summers as children of the Maghreb see them, rain in every month in the mountains, next
to nothing at the oases. They are no measurements, and nothing about a real town follows from them. A file with
measurements may take the place of this generator later: its columns are the same.
"""

from random import Random
from typing import Final, NamedTuple

from ailab.data.make import Edition, Rows

_SPREAD: Final = 0.15


class _Landscape(NamedTuple):
    """Millimeters of rain from January to December, and the towns that have this shape."""

    months: tuple[int, ...]
    towns: tuple[str, ...]


_LANDSCAPES: Final = {
    "coast": _Landscape((80, 70, 60, 40, 20, 5, 0, 0, 10, 50, 80, 100), ("old_harbor", "lighthouse", "fishing_bay")),
    "plain": _Landscape((40, 40, 45, 40, 25, 10, 0, 0, 15, 60, 50, 45), ("river_plain", "olive_plain", "wide_plain")),
    "mountain": _Landscape((70, 75, 90, 110, 80, 30, 15, 20, 40, 60, 70, 75), ("cedar_hill", "high_pass", "apple_valley")),
    "desert": _Landscape((6, 5, 5, 3, 2, 1, 0, 0, 2, 4, 5, 8), ("palm_oasis", "salt_lake", "dune_gate")),
}


def rows(seed: int, _edition: Edition) -> Rows:
    """Return 144 rows: the twelve months of each town, town after town."""
    random = Random(seed)
    return [
        {"city": town, "landscape": name, "month": str(month), "rain_mm": str(_rain(usual, random))}
        for name, landscape in _LANDSCAPES.items()
        for town in landscape.towns
        for month, usual in enumerate(landscape.months, 1)
    ]


def _rain(usual: int, random: Random) -> int:
    noise = (random.random() + random.random() + random.random() - 1.5) / 1.5
    return round(round(usual * (1 + _SPREAD * noise), 6))
