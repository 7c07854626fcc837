"""Leaves of olive trees, healthy or sick: few are sick, and sick leaves of young trees show few spots.

Means and spreads are stated below and are the whole truth about this data. Leaves do not depend on the edition.
"""

from random import Random
from typing import Final, NamedTuple

from ailab.data.make import Edition, Rows


class Cluster(NamedTuple):
    """Leaves of one state from old or young trees: how many, and mean and spread of each measure."""

    state: str
    tree: str
    rows: int
    length: tuple[float, float]
    width: tuple[float, float]
    spots: tuple[float, float]


CLUSTERS: Final = (
    Cluster("healthy", "old", 144, (62.0, 5.0), (13.0, 1.3), (6.0, 2.5)),
    Cluster("sick", "old", 32, (55.0, 5.0), (12.0, 1.3), (16.0, 4.0)),
    Cluster("healthy", "young", 16, (48.0, 4.0), (10.5, 1.0), (4.0, 1.5)),
    Cluster("sick", "young", 8, (45.0, 4.0), (10.0, 1.0), (7.0, 2.0)),
)


def rows(seed: int, _edition: Edition) -> Rows:
    """Return 200 leaves in random order: state, length, width, share of spots and age of the tree."""
    random = Random(seed)
    leaves = [_leaf(cluster, random) for cluster in CLUSTERS for _ in range(cluster.rows)]
    # The stable sort on one drawn number per row is a shuffle that no version of Python changes.
    drawn = [(random.random(), number) for number in range(len(leaves))]
    return [leaves[number] for _, number in sorted(drawn)]


def _leaf(cluster: Cluster, random: Random) -> dict[str, str]:
    return {
        "state": cluster.state,
        "length_mm": f"{_bell(random, *cluster.length):.1f}",
        "width_mm": f"{_bell(random, *cluster.width):.1f}",
        "spot_percent": f"{max(0.0, _bell(random, *cluster.spots)):.1f}",
        "tree": cluster.tree,
    }


def _bell(random: Random, mean: float, spread: float) -> float:
    # Twelve uniform numbers minus six: nearly Gaussian, and exact on every machine.
    return mean + spread * (sum(random.random() for _ in range(12)) - 6)
