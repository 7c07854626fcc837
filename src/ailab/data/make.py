"""Synthetic data sets, the same bytes from the same seed on every machine.

A generator is a module of this package with `rows(seed, edition)`. It draws from
`random.Random(seed).random()` alone and rounds early: streams of other distributions may change
between versions of Python.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, Literal

from ailab.errors import UnknownName

Edition = Literal["ma", "dz"]
Rows = list[dict[str, str]]

GENERATORS: Final = ("fruit_clues", "olive_argan", "olive_leaves", "rain_cities", "souk_prices")


def make(name: str, seed: int = 0, *, edition: Edition = "ma") -> Rows:
    """Return the rows of a synthetic data set.

    Parameters
    ----------
    name : str
        Name of the generator.
    seed : int
        The same seed gives the same rows, everywhere and for ever.
    edition : {"ma", "dz"}
        Goods and prices of Morocco or Algeria.

    Returns
    -------
    list of dict
        One dict per row, column names to text, as a CSV file holds them.

    Raises
    ------
    UnknownName
        When no generator has this name.
    """
    if name not in GENERATORS:
        raise UnknownName("data set", name, GENERATORS)
    rows: Rows = import_module(f"ailab.data.{name}").rows(seed, edition)
    return rows


def write_csv(rows: Sequence[Mapping[str, str]]) -> str:
    r"""Return rows as CSV text with `\n` line ends."""
    if not rows:
        return ""
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    return "\n".join(lines) + "\n"
