"""Chance for devices: one private stream each, the same numbers on every machine."""

from math import cos, log, pi, sqrt
from random import Random


class Chance:
    """Draws from `Random(seed).random()` alone: the other streams of `random` may change between versions."""

    def __init__(self, seed: int) -> None:
        """Begin the stream of this seed."""
        self._random = Random(seed)

    def between(self, low: float, high: float) -> float:
        """Return a number between two others."""
        return low + (high - low) * self._random.random()

    def normal(self, deviation: float) -> float:
        """Return a number around zero, after Box and Muller; two draws, always."""
        radius = sqrt(-2 * log(1 - self._random.random()))
        return round(deviation * radius * cos(2 * pi * self._random.random()), 9)

    def index(self, count: int) -> int:
        """Return a whole number from 0 to count - 1."""
        return int(self._random.random() * count)
