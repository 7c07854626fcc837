"""Which engine runs notebooks, as commands name it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ailab.office.grading.engine.runners import Runner, local_runner
from ailab.office.grading.work import Engine, Mode

if TYPE_CHECKING:
    from ailab.office.grading.engine.cluster import Scheduler

engine_option = click.option(
    "--engine", type=click.Choice(["ailab", "nbgrader"]), default="ailab", show_default=True, help="What runs the notebooks."
)

_file: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_CLUSTER: Final = (
    click.option("--scheduler", metavar="ADDRESS", default=None, help="Run the notebooks on Dask workers: tls://HOST:PORT."),
    click.option("--tls-ca", type=_file, default=None, help="The certificate of the CA that scheduler and workers know."),
    click.option("--tls-cert", type=_file, default=None, help="Our certificate of that CA."),
    click.option("--tls-key", type=_file, default=None, help="The key of our certificate."),
)


def cluster_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a cluster; it gets one `scheduler`: a record, or None."""

    @wraps(command)
    def bundled(*, scheduler: str | None, tls_ca: Path | None, tls_cert: Path | None, tls_key: Path | None, **others: Any) -> None:
        command(scheduler=_scheduler(scheduler, tls_ca, tls_cert, tls_key), **others)

    return reduce(lambda wrapped, option: option(wrapped), reversed(_CLUSTER), bundled)


def _scheduler(address: str | None, ca: Path | None, certificate: Path | None, key: Path | None) -> "Scheduler | None":
    if address is not None:
        from ailab.office.grading.engine.cluster import Scheduler

        return Scheduler(address=address, ca=ca, certificate=certificate, key=key)
    if ca or certificate or key:
        raise click.UsageError("--tls-ca, --tls-cert and --tls-key belong to a --scheduler.")
    return None


def worker_count(wanted: int | None) -> int:
    """Return how many notebooks run at a time: what was asked for, else the cores of this machine."""
    return wanted or os.cpu_count() or 1


@contextmanager
def opened_runner(workers: int | None, scheduler: "Scheduler | None" = None, *, modules: Sequence[str] | None = None) -> Iterator[Runner]:
    """Open a pool on this machine whose template imports these modules, or the way to a cluster."""
    if scheduler is None:
        with local_runner(worker_count(workers), modules=modules) as pool:
            yield pool
        return
    if workers is not None:
        raise click.UsageError("--workers is for this machine; a cluster knows its own workers.")
    from ailab.office.grading.engine.cluster import cluster_runner

    with cluster_runner(scheduler) as cluster:
        yield cluster


@contextmanager
def opened_engine(name: str, *, mode: Mode = "certificate", workers: int | None = None) -> Iterator[Engine]:
    """Open an engine by its name."""
    if name == "nbgrader":
        from ailab.office.grading.stock import run_stock

        yield run_stock
        return
    with opened_runner(workers) as runner:
        # Here, not above: the template warms up while nbgrader is loaded.
        from ailab.office.grading.engine.run import engine as engine_of

        yield engine_of(mode, runner)
