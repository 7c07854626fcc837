"""Synthetic data sets: the same bytes from the same seed, with what their descriptions promise."""

from collections import Counter
from itertools import combinations

import pytest

from ailab.data import GENERATORS, make, write_csv
from ailab.errors import UnknownName

SEEDS = (0, 5, 7)


@pytest.mark.parametrize("name", GENERATORS)
def test_a_seed_gives_the_same_bytes_again_and_another_seed_others(name: str) -> None:
    assert write_csv(make(name, 3)) == write_csv(make(name, 3))
    assert write_csv(make(name, 3)) != write_csv(make(name, 4))


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="rain_cities"):
        make("rain_city")


@pytest.mark.parametrize("seed", SEEDS)
def test_twelve_towns_have_twelve_months_of_rain(seed: int) -> None:
    rows = make("rain_cities", seed)

    assert len({row["city"] for row in rows}) == 12
    assert set(Counter(row["city"] for row in rows).values()) == {12}
    assert all(int(row["rain_mm"]) >= 0 for row in rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_landscapes_keep_their_shape_of_the_year(seed: int) -> None:
    rows = make("rain_cities", seed)
    rain = {(row["landscape"], row["city"], int(row["month"])): int(row["rain_mm"]) for row in rows}

    assert all(mm <= 10 for (landscape, _, _), mm in rain.items() if landscape == "desert")
    assert all(mm > 0 for (landscape, _, _), mm in rain.items() if landscape == "mountain")
    assert all(mm == 0 for (landscape, _, month), mm in rain.items() if landscape == "coast" and month in (7, 8))


def predicted_right(rows: list[dict[str, str]], clues: tuple[str, str]) -> float:
    """Return the share of today's fruits that the nearest fruit of yesterday names rightly."""
    days: dict[str, list[tuple[list[float], str]]] = {"yesterday": [], "today": []}
    for row in rows:
        days[row["day"]].append(([float(row[clue]) for clue in clues], row["kind"]))
    hits = sum(_nearest(point, days["yesterday"]) == kind for point, kind in days["today"])
    return hits / len(days["today"])


def _nearest(point: list[float], examples: list[tuple[list[float], str]]) -> str:
    return min(examples, key=lambda example: sum((a - b) ** 2 for a, b in zip(point, example[0], strict=True)))[1]


@pytest.mark.parametrize("seed", range(12))
def test_width_and_one_other_measure_of_the_fruit_are_the_only_good_clues(seed: int) -> None:
    rows = make("fruit_clues", seed)
    good = {("length", "width"), ("width", "color")}

    for clues in combinations(("length", "width", "color", "basket", "stall"), 2):
        assert (predicted_right(rows, clues) >= 0.9) == (clues in good), clues


def test_yesterday_each_kind_has_its_own_basket_and_today_it_has_not() -> None:
    pairs = {day: {(row["kind"], row["basket"]) for row in make("fruit_clues", 5) if row["day"] == day} for day in ("yesterday", "today")}

    assert len(pairs["yesterday"]) == 3
    assert len(pairs["today"]) == 9
