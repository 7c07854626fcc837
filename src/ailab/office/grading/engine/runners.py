"""Where notebooks run: a pool on this machine, or workers elsewhere. One port, shaped like concurrent.futures.

Light to import: a template is started before anything else is loaded, and warms up meanwhile.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from ailab.errors import Refused
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Template, TemplateGone, View

if TYPE_CHECKING:
    from ailab.office.grading.engine.drive import Done, Job

_TRIES: Final = 3
"""How often a notebook is begun again when the template under it was killed."""


class Runner(Protocol):
    """Runs notebooks."""

    @property
    def workers(self) -> int:
        """Return how many run at a time."""

    def submit(self, job: "Job") -> "Future[Done]":
        """Have a notebook run; the future gives it back with its outputs."""


class LocalRunner:
    """A pool of threads over one warm template: the threads wait, the forks work."""

    def __init__(self, template: Template, pool: ThreadPoolExecutor, workers: int) -> None:
        """Take what `local_runner` has opened."""
        self._template, self._pool = template, pool
        self.workers = workers

    def submit(self, job: "Job") -> "Future[Done]":
        """Have a notebook run in a fork of the template."""
        return self._pool.submit(run_patiently, self._template, job)


@contextmanager
def local_runner(workers: int, *, modules: Sequence[str] | None = None) -> Iterator[LocalRunner]:
    """Open a pool on this machine; its template imports these modules (None: what any lesson may need) meanwhile."""
    with Template(modules or MODULES, view=View()) as template, ThreadPoolExecutor(max_workers=workers) as pool:
        yield LocalRunner(template, pool, workers)


def run_patiently(template: Template, job: "Job", restart: Callable[[int], None] | None = None) -> "Done":
    """Run a notebook; begin anew on a new template when the old one was killed under it.

    The template lives no longer than the thread that starts it: where the caller's is short-lived, `restart` uses another.

    Raises
    ------
    Refused
        When there is no sandbox, or templates are killed again and again.
    """
    from ailab.office.grading.engine.drive import run_notebook

    for _ in range(_TRIES):
        pid = template.pid
        try:
            return run_notebook(template, job)
        except TemplateGone:
            (restart or template.restart)(pid)
    raise Refused("The sandbox was stopped again and again. Run the same command once more; what is graded stays graded.")
