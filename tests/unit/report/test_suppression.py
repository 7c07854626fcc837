"""No count that is kept back can be worked out from what is published; looked for by trying every table there is."""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import product
from math import prod
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ailab.office.centre.report import SMALLEST, Row, report
from ailab.office.centre.report.cube import Cube, Key, cube_of
from ailab.office.centre.report.records import Measure, Period
from ailab.office.centre.report.suppression import suppressed_of

PERIOD = Period(first="2026-09-01", last="2026-12-31")
CAP = 24
MOST_TABLES = 1_500_000


def row(group: str = "a", city: str = "Oujda", gender: str = "f", *, attended: bool = True, certified: bool = False) -> Row:
    return Row(
        group=group,
        title=group,
        city=city,
        gender=gender,
        band="15-17",
        minutes=100,
        attended=attended,
        completed=attended,
        certified=certified,
    )


def sample(seed: int, size: int, groups: int, cities: int) -> list[Row]:
    """Return learners who live and attend by chance."""
    dice = random.Random(seed)
    return [
        row(
            f"g{dice.randrange(groups)}",
            f"city{min(dice.randrange(cities * 2), cities - 1)}",
            dice.choice("fm"),
            attended=dice.random() < 0.7,
        )
        for _ in range(size)
    ]


# --- every table there is ---------------------------------------------------------------------------------------------------
# Written without a look at the programs under test: cells of two classes by one dimension, enrolled and attended.

MEASURED: tuple[Measure, ...] = ("enrolled", "attended")
Values = dict[Key, Any]
"""One array a place; the same position in all of them is one table."""


def tables_of(cube: Cube, published: Mapping[Key, int], dimension: str) -> Values:
    """Return every table of one dimension that fits what is published, with all of its margins."""
    groups = sorted({key.group for key in cube.counts} - {""})
    sides = [classes_of(cube, published, group, dimension) for group in groups]
    sizes = [len(next(iter(side.values()))) for side in sides]
    if prod(sizes) > MOST_TABLES:
        raise TooMany
    chosen = np.indices(sizes, dtype=np.int32).reshape(len(sides), prod(sizes))
    found: Values = {key: values[at] for side, at in zip(sides, chosen, strict=True) for key, values in side.items()}
    for key in [key for key in cube.counts if key.group == "" and key.measure in MEASURED and key.dimension in ("", dimension)]:
        found[key] = sum(
            found[part] for part in (Key(key.measure, group, key.dimension, key.category) for group in groups) if part in found
        )
    return fitting(found, published)


def classes_of(cube: Cube, published: Mapping[Key, int], group: str, dimension: str) -> Values:
    """Return every line of a table for one class."""
    categories = sorted({key.category for key in cube.counts if key.dimension == dimension and key.group == group})
    choices = [np.array(list(pairs(published, group, dimension, category)), dtype=np.int16) for category in categories]
    chosen = np.indices([len(each) for each in choices], dtype=np.int16).reshape(len(choices), -1)
    found: Values = {}
    for at, measure in enumerate(MEASURED):
        for category, pair, index in zip(categories, choices, chosen, strict=True):
            found[Key(measure, group, dimension, category)] = pair[index, at]
        found[Key(measure, group, "", "")] = sum(found[Key(measure, group, dimension, category)] for category in categories)
    return fitting(found, published)


def fitting(found: Values, published: Mapping[Key, int]) -> Values:
    fits = np.logical_and.reduce(
        [
            np.ones(len(next(iter(found.values()))), dtype=bool),
            *(values == published[key] for key, values in found.items() if key in published),
        ]
    )
    return {key: values[fits] for key, values in found.items()}


def pairs(published: Mapping[Key, int], group: str, dimension: str, category: str) -> Iterator[tuple[int, int]]:
    """Yield what a cell can be: how many enrolled, and how many of them attended."""
    enrolled = published.get(Key("enrolled", group, dimension, category))
    attended = published.get(Key("attended", group, dimension, category))
    bounds = (
        published.get(Key("enrolled", one, at, which), CAP) for one, at, which in ((group, "", ""), ("", dimension, category), ("", "", ""))
    )
    for many in range(1, min(bounds) + 1) if enrolled is None else (enrolled,):
        yield from ((many, few) for few in (range(many + 1) if attended is None else (attended,)) if few <= many)


def values_of(cube: Cube, suppressed: Collection[Key]) -> dict[Key, Any]:
    """Return, for each cell that is kept back, every value that it can have for a reader."""
    published = {key: count for key, count in cube.counts.items() if key not in suppressed and key.measure in MEASURED}
    sides = [tables_of(cube, published, dimension) for dimension in ("city", "gender")]
    groups = sorted({key.group for key in cube.counts} - {""})
    totals = [Key(measure, group, "", "") for measure in MEASURED for group in groups]
    codes = [sum(side[key].astype(np.int64) << (6 * at) for at, key in enumerate(totals)) for side in sides]
    together = np.intersect1d(*codes)
    found: dict[Key, Any] = {}
    for side, code in zip(sides, codes, strict=True):
        fits = np.isin(code, together)
        found |= {key: np.unique(values[fits]) for key, values in side.items() if key in suppressed}
    return found


class TooMany(Exception):
    """More tables fit than can be tried: all the better for who is in them."""


@pytest.mark.parametrize("seed", [117, 118, 119, 134, 208, 222, 223, 233, 263, 264, 283, 290])
def test_no_kept_back_count_can_be_worked_out_by_trying_every_table(seed: int) -> None:
    assert_safe(sample(seed, 8 + seed % 15, 2, 2))


@pytest.mark.proof
def test_no_kept_back_count_can_be_worked_out_in_many_tables() -> None:
    tried = 0
    for seed in range(100, 500):
        with suppress(TooMany):
            assert_safe(sample(seed, 8 + seed % 15, 2, 2))
            tried += 1

    assert tried > 150


def assert_safe(rows: Sequence[Row]) -> None:
    if len({each.group for each in rows}) < 2:
        return
    cube = cube_of(rows)
    suppressed = suppressed_of(cube)

    found = values_of(cube, suppressed)
    for key, values in found.items():
        count = cube.counts[key]
        assert count in values, key
        assert len(values) > 1, (key, count)
        if count < SMALLEST:
            # No more than were enrolled can have attended.
            widest = SMALLEST - 1 if key.measure == "enrolled" else min(SMALLEST - 1, cube.counts[key.enrolled])
            assert values.max() - values.min() >= widest, (key, count, values)


# --- larger tables: by linear algebra ---------------------------------------------------------------------------------------


def determined(cube: Cube, suppressed: Collection[Key]) -> list[Key]:
    """Return the kept-back cells that sums alone give away: their unit vectors are combinations of the rows of the sums."""
    free = sorted(suppressed)
    lines = []
    for measure, dimension in product(("enrolled", "attended", "completed", "certified"), ("city", "gender", "band")):
        for group in {key.group for key in free} | {""}:
            parts = [key for key in cube.counts if (key.measure, key.group, key.dimension) == (measure, group, dimension)]
            lines += [[*parts, Key(measure, group, "", "")]] if parts else []  # type: ignore[arg-type]
    for whole in [key for key in cube.counts if key.group == ""]:
        parts = [
            key
            for key in cube.counts
            if key.group and (key.measure, key.dimension, key.category) == (whole.measure, whole.dimension, whole.category)
        ]
        lines += [[*parts, whole]] if parts else []
    matrix = np.array([[(1.0 if key != line[-1] else -1.0) if key in line else 0.0 for key in free] for line in lines])
    if not free:
        return []
    _, sizes, directions = np.linalg.svd(matrix)
    kernel = directions[(sizes > 1e-9).sum() :]
    return [key for at, key in enumerate(free) if not np.any(np.abs(kernel[:, at]) > 1e-9)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(1, 4), st.integers(1, 4))
def test_sums_alone_give_no_count_away(seed: int, size: int, groups: int, cities: int) -> None:
    cube = cube_of(sample(seed, size, groups, cities))
    suppressed = suppressed_of(cube)

    assert {key for key, count in cube.counts.items() if count < SMALLEST} <= suppressed
    assert determined(cube, suppressed) == []


def test_the_checker_of_this_file_notices_when_only_small_cells_are_kept_back() -> None:
    cube = cube_of([*(row(gender="f") for _ in range(3)), *(row(gender="m") for _ in range(9))])
    primary = {key for key, count in cube.counts.items() if count < SMALLEST}

    assert Key("enrolled", "", "gender", "f") in determined(cube, primary)


def test_the_other_cell_goes_when_a_total_would_give_the_small_one_away() -> None:
    cube = cube_of([*(row(gender="f") for _ in range(3)), *(row(gender="m") for _ in range(9))])

    suppressed = suppressed_of(cube)

    assert {Key("enrolled", "", "gender", "f"), Key("enrolled", "", "gender", "m")} <= suppressed
    assert Key("enrolled", "", "", "") not in suppressed


def test_two_small_cells_with_a_small_sum_are_not_left_to_guess() -> None:
    # Both under five, together two: with the total published, each would be 1, since nobody is shown as nobody.
    cube = cube_of([*(row(gender="f", city="Oujda") for _ in range(1)), *(row(gender="m", city="Oujda") for _ in range(1))])

    assert set(cube.counts) == set(suppressed_of(cube))


def test_large_cells_are_all_published() -> None:
    cube = cube_of(
        [row(group, city, gender, certified=True) for group in "ab" for city in ("Oujda", "Nador") for gender in "fm" for _ in range(5)]
    )

    assert suppressed_of(cube) == frozenset()


def test_what_nobody_could_have_done_is_not_zero() -> None:
    found = report([row(certified=True) for _ in range(6)], PERIOD)

    (gender,) = (table for table in found.sections[0].tables if table.dimension == "gender")
    girls, boys, unsaid, total = gender.lines
    assert [number.value for number in girls.numbers] == [6, 6, 6, 6]
    assert (boys.numbers[0].value, boys.numbers[1].value, boys.numbers[1].is_empty) == (0, None, True)
    assert unsaid.category == ""
    assert total.is_total


def test_a_center_with_nobody_has_a_report_too() -> None:
    found = report([], PERIOD)

    assert [number.value for number in found.sections[0].total.numbers] == [0, None, None, None]


def test_the_order_of_learners_means_nothing() -> None:
    rows = sample(5, 30, 3, 3)

    assert report(rows, PERIOD) == report(rows[::-1], PERIOD)


def test_mean_minutes_are_rounded_and_only_of_groups_that_are_published() -> None:
    rows = [*(row(gender="m") for _ in range(9)), *(row(gender="f") for _ in range(2))]

    (gender,) = (table for table in report(rows, PERIOD).sections[0].tables if table.dimension == "gender")

    assert [line.mean_minutes for line in gender.lines] == [None, None, None, 100]
