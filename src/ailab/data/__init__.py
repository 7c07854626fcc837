"""Data sets of the course: shipped files by name, synthetic ones from a seed."""

from ailab.data.load import load
from ailab.data.make import GENERATORS, make, write_csv

__all__ = ["GENERATORS", "load", "make", "write_csv"]
