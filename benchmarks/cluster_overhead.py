"""What Dask adds to a notebook: two workers of a cluster on this machine beside the local pool of two."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from distributed import LocalCluster
from nbformat.v4 import new_code_cell, new_notebook

from ailab.office.grading.engine.cluster import Scheduler, cluster_runner
from ailab.office.grading.engine.drive import Job
from ailab.office.grading.engine.runners import Runner, local_runner
from benchmarks.measure import Row, in_turns

_WORKERS = 2
_NOTEBOOKS = 60
_REPEATS = 5


def rows() -> list[Row]:
    """Run the same small notebooks through both, warm, in turns."""
    with _two_dask_workers() as cluster, local_runner(_WORKERS) as pool:
        for runner in (cluster, pool):
            _run(runner)  # templates warm up
        there, here = in_turns(lambda: _run(cluster), lambda: _run(pool), repeats=_REPEATS)
    return [
        Row(
            name=f"one notebook, {_WORKERS} Dask workers",
            ours=there / _NOTEBOOKS,
            theirs=here / _NOTEBOOKS,
            against=f"the local pool; Dask adds {1000 * (there - here) / _NOTEBOOKS:.1f} ms",
            unit="s",
        )
    ]


@contextmanager
def _two_dask_workers() -> Iterator[Runner]:
    workers = {"n_workers": _WORKERS, "threads_per_worker": 1, "processes": True}
    started = LocalCluster(**workers, host="127.0.0.1", dashboard_address=None)  # type: ignore[no-untyped-call]
    with started, cluster_runner(Scheduler(address=started.scheduler_address)) as runner:
        while runner.workers < _WORKERS:
            time.sleep(0.1)
        yield runner


def _run(runner: Runner) -> None:
    notebooks = [new_notebook(cells=[new_code_cell(f"number = {number}\nnumber + 1")]) for number in range(_NOTEBOOKS)]
    for waiting in [runner.submit(Job(notebook=notebook, files={})) for notebook in notebooks]:
        waiting.result()
