"""Every count of a report and every sum that a reader can form: what suppression works on.

Classes part the learners of a center, and each dimension parts the learners of a class. So each table has a margin on
both sides, the tables of different dimensions share the totals, and whoever attended was enrolled: all of that can be
used to work out a cell that is kept back, and all of it stands here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from ailab.office.centre.report.records import DIMENSIONS, MEASURES, Measure, Row

EVERYBODY: Final = ""
"""Of a group: the center. Of a dimension: the total, whose category is empty too."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where a count stands."""

    measure: Measure
    group: str
    dimension: str
    category: str

    @property
    def enrolled(self) -> "Key":
        """Return the same place among the enrolled."""
        return Key("enrolled", self.group, self.dimension, self.category)


Sum = tuple[Key, tuple[Key, ...]]
"""A whole and its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cube:
    """Counts of all places where anybody was enrolled, and how they add up."""

    counts: Mapping[Key, int]
    sums: tuple[Sum, ...]

    @property
    def nested(self) -> Iterator[tuple[Key, Key]]:
        """Yield each count with the count of those enrolled, which it cannot exceed."""
        return ((key, key.enrolled) for key in self.counts if key.measure != "enrolled")


def cube_of(rows: Sequence[Row]) -> Cube:
    """Return the counts of these learners; a center with one class is that class."""
    groups = sorted({row.group for row in rows})
    scopes = [EVERYBODY, *(groups if len(groups) > 1 else ())]
    found: Counter[Key] = Counter()
    for row, measure in product(rows, MEASURES):
        for scope in (EVERYBODY, row.group) if len(groups) > 1 else (EVERYBODY,):
            for at, category in _places(row):
                found[Key(measure, scope, at, category)] += row.counts_for(measure)
    counts = {key: found[key] for key in sorted(found)}
    return Cube(counts=counts, sums=tuple(_sums(counts, scopes)))


def _places(row: Row) -> Iterator[tuple[str, str]]:
    yield EVERYBODY, EVERYBODY
    yield from ((dimension, row.category(dimension)) for dimension in DIMENSIONS)


def _sums(counts: Mapping[Key, int], scopes: Sequence[str]) -> Iterator[Sum]:
    places = dict.fromkeys((key.dimension, key.category) for key in counts)
    for measure in MEASURES:
        for scope, dimension in product(scopes, DIMENSIONS):
            own = (Key(measure, scope, dimension, category) for at, category in places if at == dimension)
            yield from _sum(counts, Key(measure, scope, EVERYBODY, EVERYBODY), own)
        for at, category in places:
            own = (Key(measure, scope, at, category) for scope in scopes if scope != EVERYBODY)
            yield from _sum(counts, Key(measure, EVERYBODY, at, category), own)


def _sum(counts: Mapping[Key, int], whole: Key, parts: Iterable[Key]) -> Iterator[Sum]:
    # Where nobody was enrolled, everybody may know that: no count, and none to be added.
    there = tuple(part for part in parts if part in counts)
    if whole in counts and there:
        yield whole, there


def closed(cube: Cube, suppressed: Collection[Key]) -> frozenset[Key]:
    """Return the places together with those that would tell of them: what is kept back of the enrolled is kept back of all."""
    return frozenset(key for key in cube.counts if key in suppressed or key.enrolled in suppressed)
