"""Which counts are kept back, so that no small one can be worked out.

Counts under five are kept back first. Then others, as few and as small as can be, until a reader who adds, subtracts
and compares everything that is published can narrow down

* no count under five to fewer than five possible values in a row, and
* no other count that is kept back to a single one.

This is cell suppression with an attacker's feasibility intervals: for each kept-back cell, the smallest and the largest
value over all tables of whole numbers that fit what is published are found by integer programming (the attacker's
subproblem), and further cells are chosen by a linear program for the cheapest way to let a cell move. See
Fischetti and Salazar-González, "Models and algorithms for optimizing cell suppression in tabular data with linear
constraints", Journal of the American Statistical Association 95 (2000) 916-928, and Hundepool et al., "Statistical
Disclosure Control", Wiley 2012, chapter 4. The rows and columns of a table alone would not do: tables share totals.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ailab.office.centre.report.cube import EVERYBODY, Cube, Key, closed
from ailab.office.centre.report.programs import Ranges, Seen, cheapest_moves
from ailab.office.centre.report.records import SMALLEST

WIDEST: Final = SMALLEST - 1
"""0 to 4, or any other five numbers in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """How far apart the possible values of a kept-back count have to lie."""

    key: Key
    width: int


def suppressed_of(cube: Cube) -> frozenset[Key]:
    """Return the places whose counts are not published."""
    found = closed(cube, [key for key, count in cube.counts.items() if count < SMALLEST])
    seen: Seen = {}
    while True:
        # Tables that fitted what was published fit still when less is: nothing is looked for twice.
        ranges = Ranges(cube, found, seen)
        short = [need for need in _needs(cube, found) if not ranges.are_apart(need.key, need.width)]
        if not short:
            return found
        found, seen = _more(cube, found, short), ranges.seen


def _more(cube: Cube, found: frozenset[Key], short: Sequence[Need]) -> frozenset[Key]:
    more = found
    for need in short:
        more |= cheapest_moves(cube, more, need.key, need.width, _cost)
    # Where nothing that is published could move, what stands beside goes: better no report than a child's result.
    return closed(cube, more if more != found else found | _nearest(cube, found, short[0].key))


def _needs(cube: Cube, found: Collection[Key]) -> Iterator[Need]:
    for key in sorted(found):
        small = cube.counts[key] < SMALLEST
        yield Need(key=key, width=_possible(cube, key) if small else 1)


def _possible(cube: Cube, key: Key) -> int:
    """Return how wide a small count can be made: nobody attended who was not enrolled."""
    return WIDEST if key.measure == "enrolled" else min(WIDEST, max(1, cube.counts[key.enrolled]))


def _cost(key: Key, counts: Mapping[Key, int]) -> float:
    """Return what it costs a reader to lose a count: more for large ones, much more for totals."""
    totals = (key.group == EVERYBODY) + (key.dimension == EVERYBODY)
    return (1 + counts[key]) * 5.0**totals


def _nearest(cube: Cube, found: Collection[Key], key: Key) -> frozenset[Key]:
    beside = {each for whole, parts in cube.sums if key in (whole, *parts) for each in (whole, *parts)}
    published = sorted(beside - set(found)) or sorted(set(cube.counts) - set(found))
    return frozenset(published[:1])
