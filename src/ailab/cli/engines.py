"""Which engine runs notebooks, as commands name it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ailab.office.grading.engine.run import Mode
from ailab.office.grading.engine.run import engine as engine_of
from ailab.office.grading.engine.runners import local_runner
from ailab.office.grading.stock import run_stock
from ailab.office.grading.work import Engine

engine_option = click.option(
    "--engine", type=click.Choice(["ailab", "nbgrader"]), default="ailab", show_default=True, help="What runs the notebooks."
)


def worker_count(wanted: int | None) -> int:
    """Return how many notebooks run at a time: what was asked for, else the cores of this machine."""
    return wanted or os.cpu_count() or 1


@contextmanager
def opened_engine(name: str, *, mode: Mode = "certificate", workers: int | None = None) -> Iterator[Engine]:
    """Open an engine by its name."""
    if name == "nbgrader":
        yield run_stock
        return
    with local_runner(worker_count(workers)) as runner:
        yield engine_of(mode, runner)
