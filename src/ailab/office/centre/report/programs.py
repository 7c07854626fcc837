"""The two questions of cell suppression as programs: how far a kept-back count can be known, and what else to keep back.

Cells that are kept back are whole numbers of which a reader knows: sums, that nobody attended who was not enrolled, and
that where a count of the enrolled is kept back there was somebody.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from ailab.office.centre.report.cube import Cube, Key

_MOST: Final = 10_000.0
"""More learners than a center has: beyond, a count is as good as without bound."""
_CLOSE: Final = 1e-6


Seen = dict[Key, tuple[float, float]]
"""The smallest and the largest value of kept-back counts among the tables looked at so far."""


class Ranges:
    """Which values the kept-back counts of a cube can have, for all that a reader knows; found out as far as it is asked."""

    def __init__(self, cube: Cube, suppressed: Collection[Key], seen: Seen | None = None) -> None:
        self._free = sorted(suppressed)
        self._at = {key: at for at, key in enumerate(self._free)}
        self._rules = _rules(cube, self._at)
        self._lowest = [float(key.measure == "enrolled") for key in self._free]
        self.seen: Seen = {key: (cube.counts[key], cube.counts[key]) for key in self._free} | dict(seen or {})

    def are_apart(self, key: Key, width: int) -> bool:
        """Tell whether two possible values of a count lie this far apart."""
        for toward in (1.0, -1.0):
            if self._width(key) < width:
                self._look(key, toward)
        return self._width(key) >= width

    def of(self, key: Key) -> tuple[float, float]:
        """Return the smallest and the largest possible value of a count."""
        self._look(key, 1.0)
        self._look(key, -1.0)
        return self.seen[key]

    def _width(self, key: Key) -> float:
        low, high = self.seen[key]
        return high - low

    def _look(self, key: Key, toward: float) -> None:
        """Find the table in which a count is smallest (1) or largest (-1); each table widens what is known of all counts."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        goal = np.zeros(len(self._free))
        goal[self._at[key]] = toward
        matrix, low, high = self._rules
        rules = [LinearConstraint(matrix, low, high)] if matrix is not None else []
        found = milp(goal, integrality=np.ones(len(self._free)), bounds=Bounds(self._lowest, _MOST), constraints=rules)
        if found.x is None:
            raise ArithmeticError(f"no table fits what is published, which holds {key}")
        for each, value in zip(self._free, np.round(found.x), strict=True):
            least, most = self.seen[each]
            self.seen[each] = min(least, float(value)), max(most, float(value))


def _rules(cube: Cube, at: Mapping[Key, int]) -> tuple[Any, list[float], list[float]]:
    """Return what a reader knows of the kept-back counts: lines of a matrix, and bounds of what they give."""
    rows: list[dict[int, float]] = []
    low: list[float] = []
    high: list[float] = []

    def add(terms: list[tuple[Key, float]], lowest: float, highest: float) -> None:
        known = sum(factor * cube.counts[key] for key, factor in terms if key not in at)
        if free := {at[key]: factor for key, factor in terms if key in at}:
            rows.append(free)
            low.append(lowest - known)
            high.append(highest - known)

    for whole, parts in cube.sums:
        add([(whole, -1.0), *((part, 1.0) for part in parts)], 0.0, 0.0)
    for inner, outer in cube.nested:
        add([(outer, 1.0), (inner, -1.0)], 0.0, _MOST)
    return (_matrix(rows, len(at)) if rows else None), low, high


def _matrix(rows: list[dict[int, float]], width: int) -> Any:
    from scipy.sparse import csr_array

    numbers = [factor for row in rows for factor in row.values()]
    down = [at for at, row in enumerate(rows) for _ in row]
    across = [column for row in rows for column in row]
    return csr_array((numbers, (down, across)), shape=(len(rows), width))


def cheapest_moves(
    cube: Cube, suppressed: Collection[Key], key: Key, width: int, cost: Callable[[Key, Mapping[Key, int]], float]
) -> frozenset[Key]:
    """Return the published counts that have to be kept back as well, so that a count could lie further down, or up."""
    lowest = 1 if key.measure == "enrolled" else 0
    down = min(width, cube.counts[key] - lowest)
    found: frozenset[Key] = frozenset()
    for step in (-down, width - down):
        if step:
            found |= _moved(cube, suppressed, key, float(step), cost)
    return found


def _moved(
    cube: Cube, suppressed: Collection[Key], key: Key, step: float, cost: Callable[[Key, Mapping[Key, int]], float]
) -> frozenset[Key]:
    """Return which published counts change when one count is moved by a step, and all sums stay right, at the least cost."""
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, hstack

    keys = sorted(cube.counts)
    at = {each: place for place, each in enumerate(keys)}
    sums = [{at[whole]: -1.0, **{at[part]: 1.0 for part in parts}} for whole, parts in cube.sums]
    nested = [({at[inner]: 1.0, at[outer]: -1.0}, cube.counts[outer] - cube.counts[inner]) for inner, outer in cube.nested]
    prices = [0.0 if each in suppressed else cost(each, cube.counts) for each in keys]
    up = [(0.0, None) for _ in keys]
    down: list[tuple[float, float | None]] = [(0.0, float(cube.counts[each] - (each.measure == "enrolled"))) for each in keys]
    up[at[key]], down[at[key]] = ((step, step), (0.0, 0.0)) if step > 0 else ((0.0, 0.0), (-step, -step))  # type: ignore[assignment]
    equal = _matrix(sums, len(keys)) if sums else csr_array((1, len(keys)))
    inside = _matrix([row for row, _ in nested], len(keys))
    solved = linprog(
        [*(price + _CLOSE for price in prices), *(price + _CLOSE for price in prices)],
        A_ub=hstack([inside, -inside]),
        b_ub=[room for _, room in nested],
        A_eq=hstack([equal, -equal]),
        b_eq=np.zeros(equal.shape[0]),
        bounds=[*up, *down],
    )
    if solved.x is None:
        return frozenset()
    change = np.abs(solved.x[: len(keys)] - solved.x[len(keys) :])
    return frozenset(each for each in keys if each not in suppressed and change[at[each]] > _CLOSE)
