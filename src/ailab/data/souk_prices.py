"""Prices of 40 goods over the twelve months of one invented year.

    price = base × (1 + swing × season) × (1 + spread × noise), rounded to the coin

Season is a cosine that is 1 in the good's dearest month and -1 half a year later. Noise is the
scaled sum of three uniform draws, between -1 and 1. Base prices, swings and dearest months are the
authors' choices of a plausible size, not a survey: nothing about a real market follows from them.
Left out: feasts and the month of fasting, drought, the road to the market, months in which a fruit
is not sold at all. Both editions have the same goods, since the code of a lesson is the same.
"""

from random import Random
from typing import Final, NamedTuple

_SEASON: Final = (1.0, 0.866, 0.5, 0.0, -0.5, -0.866, -1.0, -0.866, -0.5, 0.0, 0.5, 0.866)
"""A cosine in steps of a month, written out: the last digit of `math.cos` may differ between machines."""

_COIN: Final = {"ma": 1, "dz": 5}
"""Prices are whole multiples of this many dirhams or dinars."""


class _Good(NamedTuple):
    item: str
    shelf: str
    unit: str
    ma: int
    """Base price in dirhams."""
    dz: int
    """Base price in dinars."""
    swing: float
    dearest: int
    """Month, 1 to 12."""
    spread: float


_GOODS: Final = (
    _Good("bread", "grain", "piece", 2, 15, 0.0, 1, 0.02),
    _Good("flour", "grain", "kg", 7, 60, 0.02, 5, 0.04),
    _Good("couscous", "grain", "kg", 14, 120, 0.02, 5, 0.04),
    _Good("rice", "grain", "kg", 18, 200, 0.02, 8, 0.05),
    _Good("lentils", "grain", "kg", 22, 250, 0.06, 4, 0.06),
    _Good("chickpeas", "grain", "kg", 22, 300, 0.06, 4, 0.06),
    _Good("beans", "grain", "kg", 24, 300, 0.06, 4, 0.06),
    _Good("sugar", "grocery", "kg", 7, 100, 0.0, 1, 0.03),
    _Good("tea", "grocery", "kg", 70, 1400, 0.0, 1, 0.04),
    _Good("olive_oil", "grocery", "liter", 75, 1000, 0.08, 10, 0.05),
    _Good("olives", "grocery", "kg", 24, 400, 0.10, 9, 0.06),
    _Good("dates", "grocery", "kg", 40, 600, 0.15, 8, 0.08),
    _Good("figs", "grocery", "kg", 60, 900, 0.12, 6, 0.08),
    _Good("almonds", "grocery", "kg", 110, 2200, 0.08, 5, 0.06),
    _Good("raisins", "grocery", "kg", 60, 900, 0.08, 6, 0.06),
    _Good("honey", "grocery", "kg", 180, 3000, 0.06, 2, 0.06),
    _Good("cumin", "grocery", "kg", 90, 1500, 0.04, 4, 0.05),
    _Good("saffron", "grocery", "gram", 40, 800, 0.06, 9, 0.06),
    _Good("eggs", "animal", "tray", 42, 500, 0.12, 12, 0.08),
    _Good("milk", "animal", "liter", 8, 120, 0.05, 9, 0.04),
    _Good("butter", "animal", "kg", 110, 1600, 0.05, 9, 0.04),
    _Good("chicken", "animal", "kg", 20, 400, 0.15, 7, 0.10),
    _Good("sardines", "animal", "kg", 18, 700, 0.22, 1, 0.15),
    _Good("tomatoes", "vegetable", "kg", 7, 120, 0.38, 1, 0.14),
    _Good("potatoes", "vegetable", "kg", 6, 80, 0.18, 3, 0.12),
    _Good("onions", "vegetable", "kg", 6, 60, 0.28, 3, 0.14),
    _Good("carrots", "vegetable", "kg", 5, 80, 0.20, 9, 0.12),
    _Good("peppers", "vegetable", "kg", 9, 150, 0.34, 2, 0.12),
    _Good("zucchini", "vegetable", "kg", 8, 120, 0.34, 1, 0.14),
    _Good("cauliflower", "vegetable", "kg", 6, 100, 0.28, 8, 0.12),
    _Good("oranges", "fruit", "kg", 6, 180, 0.32, 8, 0.10),
    _Good("clementines", "fruit", "kg", 7, 200, 0.36, 7, 0.10),
    _Good("apples", "fruit", "kg", 15, 350, 0.18, 5, 0.08),
    _Good("grapes", "fruit", "kg", 14, 300, 0.36, 3, 0.10),
    _Good("melons", "fruit", "kg", 7, 120, 0.40, 1, 0.12),
    _Good("watermelons", "fruit", "kg", 4, 60, 0.40, 1, 0.12),
    _Good("pomegranates", "fruit", "kg", 12, 250, 0.32, 5, 0.10),
    _Good("apricots", "fruit", "kg", 14, 250, 0.40, 12, 0.10),
    _Good("mint", "herb", "bunch", 3, 30, 0.30, 1, 0.15),
    _Good("parsley", "herb", "bunch", 2, 20, 0.20, 1, 0.15),
)


def rows(seed: int, edition: str) -> list[dict[str, str]]:
    """Return 480 rows: the twelve months of each good, month after month."""
    random = Random(seed)
    return [_row(good, month, _noise(random), edition) for good in _GOODS for month in range(1, 13)]


def _row(good: _Good, month: int, noise: float, edition: str) -> dict[str, str]:
    base = good.dz if edition == "dz" else good.ma
    season = _SEASON[(month - good.dearest) % 12]
    price = round(base * (1 + good.swing * season) * (1 + good.spread * noise), 6)
    return {
        "item": good.item,
        "shelf": good.shelf,
        "unit": good.unit,
        "month": str(month),
        "price": str(_to_coins(price, _COIN[edition])),
    }


def _to_coins(price: float, coin: int) -> int:
    return max(coin, coin * round(price / coin))


def _noise(random: Random) -> float:
    return (random.random() + random.random() + random.random() - 1.5) / 1.5
