"""Olives and argan nuts by size: two clusters, and a small group of round olives between them.

Means and spreads are stated below and are the whole truth about this data. Sizes do not depend on the edition.
"""

from random import Random
from typing import Final, NamedTuple

from ailab.data.make import Edition, Rows


class Cluster(NamedTuple):
    """Fruits of one kind and variety: how many, and mean and spread of their sizes in millimeters."""

    kind: str
    variety: str
    rows: int
    length: tuple[float, float]
    width: tuple[float, float]


CLUSTERS: Final = (
    Cluster("olive", "common", 53, (22.0, 2.2), (15.0, 1.4)),
    Cluster("olive", "round", 7, (21.0, 1.5), (19.0, 1.0)),
    Cluster("argan", "common", 60, (24.2, 2.4), (20.5, 1.7)),
)


def rows(seed: int, _edition: Edition) -> Rows:
    """Return 120 fruits in random order: kind, length, width and variety."""
    random = Random(seed)
    fruits = [_fruit(cluster, random) for cluster in CLUSTERS for _ in range(cluster.rows)]
    # The stable sort on one drawn number per row is a shuffle that no version of Python changes.
    drawn = [(random.random(), number) for number in range(len(fruits))]
    return [fruits[number] for _, number in sorted(drawn)]


def _fruit(cluster: Cluster, random: Random) -> dict[str, str]:
    return {
        "kind": cluster.kind,
        "length_mm": f"{_bell(random, *cluster.length):.1f}",
        "width_mm": f"{_bell(random, *cluster.width):.1f}",
        "variety": cluster.variety,
    }


def _bell(random: Random, mean: float, spread: float) -> float:
    # Twelve uniform numbers minus six: nearly Gaussian, and exact on every machine.
    return mean + spread * (sum(random.random() for _ in range(12)) - 6)
