"""What happens in a Dask worker: bytes in, the sandbox runs the notebook, bytes out.

A learner's code never runs in the worker's process, nor in a child that inherits its memory: the warm template is
started anew as a program of its own. Whoever may give a worker tasks may do anything with it: hence TLS both ways.
"""

import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from distributed import Reschedule, Worker, WorkerPlugin, get_worker

from ailab.errors import AilabError
from ailab.office.grading.engine.drive import Done, Job
from ailab.office.grading.engine.runners import run_patiently
from ailab.office.grading.engine.travel import Reply, edition, pack_reply, unpack_request
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Template, View

PLUGIN: Final = "ailab-template"


class WarmTemplate(WorkerPlugin):
    """One warm template per worker process."""

    name = PLUGIN
    idempotent = True
    """A second office that connects leaves the first one's templates alone."""

    def setup(self, worker: Worker) -> None:
        """Begin to warm up, from a thread that lives as long as the worker: the kernel ends a template with the thread that started it."""
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix=PLUGIN)
        self._template = Template(MODULES, view=View())
        self._started: Future[None] = self._starter.submit(self._template.start)
        self._closing = False

    def teardown(self, worker: Worker) -> None:
        """End the template with the worker."""
        self._closing = True
        self._starter.submit(self._template.stop)
        self._starter.shutdown(wait=False)

    def run(self, job: Job) -> Done:
        """Run a notebook in a fork of the template.

        Raises
        ------
        Reschedule
            When this worker is leaving: another one takes the job.
        """
        try:
            self._started.result()
            return run_patiently(self._template, job, self._restart)
        except Exception:
            if self._closing:
                raise Reschedule from None
            raise

    def _restart(self, pid: int) -> None:
        self._starter.submit(self._template.restart, pid).result()


def run_request(request: bytes) -> bytes:
    """Return the reply to a request: the one function that an office has workers call."""
    worker = get_worker()
    try:
        return pack_reply(_reply(worker, request))
    except AilabError as error:
        return pack_reply(Reply(refused=f"The worker at {worker.address}: {error}"))
    except Reschedule:
        raise
    except Exception:  # noqa: BLE001 - told as text: an exception would come back pickled
        return pack_reply(Reply(refused=f"The worker at {worker.address} stumbled.\n{traceback.format_exc()}"))


def _reply(worker: Worker, data: bytes) -> Reply:
    request = unpack_request(data)
    if request.edition != edition():
        return Reply(refused=_UNLIKE.format(address=worker.address, theirs=edition(), ours=request.edition))
    template = worker.plugins[PLUGIN]
    assert isinstance(template, WarmTemplate)
    return Reply(done=template.run(request.job))


_UNLIKE: Final = (
    "The worker at {address} has another edition of ailab or of its libraries ({theirs}, here {ours}), so points could differ. "
    "Install the same on both, and start the worker again."
)
