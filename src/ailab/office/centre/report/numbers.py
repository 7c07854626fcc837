"""From rows to a report: counted, small cells suppressed, in tables."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from ailab.office.centre.report.cube import EVERYBODY, Cube, Key, cube_of
from ailab.office.centre.report.records import (
    DIMENSIONS,
    MEASURES,
    NOT_GIVEN,
    SMALLEST,
    Dimension,
    Line,
    Number,
    Period,
    Report,
    Row,
    Section,
    Table,
)
from ailab.office.centre.report.suppression import suppressed_of

ALWAYS: Final[dict[Dimension, tuple[str, ...]]] = {"gender": ("f", "m", NOT_GIVEN), "city": (), "band": ()}
"""Categories that have a line even when nobody is in them."""
BANDS: Final = ("8-10", "11-14", "15-17", "18-35", "teachers")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Everything the tables are filled from."""

    rows: tuple[Row, ...]
    cube: Cube
    suppressed: Collection[Key]


def report(rows: Sequence[Row], period: Period) -> Report:
    """Return the report of these learners: the same for any order of rows, and without anything that could be counted back."""
    cube = cube_of(rows)
    counted = _Counted(rows=tuple(rows), cube=cube, suppressed=suppressed_of(cube))
    titles = {row.group: row.title for row in rows}
    groups = sorted(titles, key=lambda group: (titles[group], group))
    sections = [_section(counted, EVERYBODY, "")]
    if len(groups) > 1:
        sections += [_section(counted, group, titles[group]) for group in groups]
    return Report(period=period, sections=tuple(sections))


def _section(counted: _Counted, group: str, title: str) -> Section:
    return Section(group=group, title=title, tables=tuple(_table(counted, group, dimension) for dimension in DIMENSIONS))


def _table(counted: _Counted, group: str, dimension: Dimension) -> Table:
    found = {key.category for key in counted.cube.counts if (key.group, key.dimension) == (group, dimension)}
    categories = sorted({*found, *ALWAYS[dimension]}, key=lambda category: _order(dimension, category))
    lines = [_line(counted, group, dimension, category) for category in categories]
    return Table(dimension=dimension, lines=(*lines, _line(counted, group, EVERYBODY, EVERYBODY)))


def _order(dimension: Dimension, category: str) -> tuple[bool, int, str]:
    known = (*ALWAYS[dimension], *BANDS)
    return category == NOT_GIVEN, known.index(category) if category in known else len(known), category


def _line(counted: _Counted, group: str, dimension: str, category: str) -> Line:
    keys = [Key(measure, group, dimension, category) for measure in MEASURES]
    numbers = tuple(_number(counted, key) for key in keys)
    return Line(
        category=category,
        is_total=dimension == EVERYBODY,
        numbers=numbers,
        mean_minutes=_mean(counted, group, dimension, category) if numbers[0].value else None,
    )


def _number(counted: _Counted, key: Key) -> Number:
    if key not in counted.cube.counts:
        # Nobody enrolled is a count like any other; nobody who could have attended is none.
        return Number(value=0) if key.measure == "enrolled" else Number(value=None, is_empty=True)
    return Number(value=None if key in counted.suppressed else counted.cube.counts[key])


def _mean(counted: _Counted, group: str, dimension: str, category: str) -> Decimal | None:
    """Return the mean time spent in meetings, in whole tens of minutes: fine sums could be subtracted from each other."""
    here = [row for row in counted.rows if group in (EVERYBODY, row.group) and _is_in(row, dimension, category)]
    known = [row.minutes for row in here if row.minutes is not None]
    if len(known) < SMALLEST:
        return None
    return (Decimal(sum(known)) / len(known) / 10).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * 10


def _is_in(row: Row, dimension: str, category: str) -> bool:
    return dimension == EVERYBODY or str(getattr(row, dimension)) == category
