"""Notebooks run by Dask workers on other machines: TLS both ways, or the loopback.

    dask scheduler --protocol tls --tls-ca-file ca.pem --tls-cert scheduler.pem --tls-key scheduler-key.pem
    dask worker tls://SCHEDULER:8786 --tls-ca-file ca.pem --tls-cert worker.pem --tls-key worker-key.pem
    ailab grade run … --scheduler tls://SCHEDULER:8786 --tls-ca ca.pem --tls-cert office.pem --tls-key office-key.pem

Whoever holds a certificate of that CA may read notebooks and hidden checks and run anything on the workers, so the CA
is one made for this alone. Without the options, Dask's own configuration (`distributed.comm.tls`) names the files.
"""

import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from ailab.errors import ExtraMissing, Refused
from ailab.office.grading.engine.drive import Done, Job
from ailab.office.grading.engine.travel import Reply, ReplyWrong, Request, edition, pack_request, unpack_reply

if TYPE_CHECKING:
    from distributed import Client, Security

_CONNECT_S: Final = 15.0
_GLANCE_S: Final = 2.0
_SAFE_SERIALIZERS: Final = ("dask", "msgpack")
"""Results are bytes; what a worker sends is never unpickled here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduler:
    """Where a Dask scheduler listens, and what proves who we are."""

    address: str
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    patience_s: float = 120.0
    """How long a run waits while there is no worker at all."""


class DaskRunner:
    """Has the workers of a cluster run notebooks; Dask gives the jobs of a worker that died to others."""

    def __init__(self, client: "Client", scheduler: Scheduler) -> None:
        """Take what `cluster_runner` has opened."""
        self._client, self._scheduler = client, scheduler
        self._executor = client.get_executor(pure=False)
        self._guard = Lock()
        self._waiting: set[Future[Done]] = set()
        self._trouble = ""
        self._seen = time.monotonic()
        self.workers = 1

    def submit(self, job: Job) -> Future[Done]:
        """Have a notebook run; the future gives it back with its outputs."""
        from ailab.office.grading.engine.worker import run_request

        promised: Future[Done] = Future()
        with self._guard:
            if self._trouble:
                raise Refused(self._trouble)
            self._waiting.add(promised)
        try:
            answer = self._executor.submit(run_request, pack_request(Request(job=job, edition=edition())))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this job's
            self._end(promised, error)
        else:
            answer.add_done_callback(partial(self._hear, promised, job))
        return promised

    def _hear(self, promised: Future[Done], job: Job, answer: "Future[bytes]") -> None:
        try:
            self._end(promised, _expect_done(unpack_reply(answer.result(), job)))
        except CancelledError:
            self._end(promised, Refused(f"The scheduler at {self._scheduler.address} is gone. {_AGAIN}"))
        except ReplyWrong as error:
            self._end(promised, Refused(f"A worker sent what is no result: {error}"))
        except Exception as error:  # noqa: BLE001 - told by the future, as concurrent.futures does
            self._end(promised, Refused(_DIED.format(error=error)) if type(error).__name__ == "KilledWorker" else error)

    def _end(self, promised: Future[Done], end: Done | Exception) -> None:
        with self._guard:
            self._waiting.discard(promised)
        with suppress(InvalidStateError):
            if isinstance(end, Done):
                promised.set_result(end)
            else:
                promised.set_exception(end)

    def look(self) -> None:
        """See who is there: count the workers, and stop everything when there is none for long, or one that is not safe."""
        workers = self._client.scheduler_info()["workers"]
        if workers:
            self._seen = time.monotonic()
            self.workers = max(1, sum(int(each["nthreads"]) for each in workers.values()))
        elif time.monotonic() - self._seen > self._scheduler.patience_s:
            self._give_up(_no_worker(self._scheduler))
        unsafe = next((address for address in workers if not is_safe(address)), None)
        if unsafe:
            self._give_up(f"The worker at {unsafe} speaks without TLS. Start it with a tls:// address and its certificate.")

    def _give_up(self, why: str) -> None:
        with self._guard:
            self._trouble = why
            waiting = tuple(self._waiting)
        for promised in waiting:
            self._end(promised, Refused(why))


@contextmanager
def cluster_runner(scheduler: Scheduler) -> Iterator[DaskRunner]:
    """Connect to a scheduler whose workers are to run notebooks.

    Raises
    ------
    Refused
        When the address is not safe, nobody answers there, or there is no worker.
    ExtraMissing
        When Dask is not installed.
    """
    _expect_safe(scheduler.address)
    with _connected(scheduler) as client:
        from ailab.office.grading.engine.worker import WarmTemplate

        runner = DaskRunner(client, scheduler)
        _expect_workers(client, scheduler)
        runner.look()
        client.register_plugin(WarmTemplate())
        with _watched(runner):
            yield runner


@contextmanager
def _connected(scheduler: Scheduler) -> Iterator["Client"]:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise ExtraMissing("programme", "distributed") from None
    options: dict[str, Any] = {"serializers": _SAFE_SERIALIZERS, "deserializers": _SAFE_SERIALIZERS}
    try:
        client = Client(scheduler.address, security=_security(scheduler), timeout=_CONNECT_S, set_as_default=False, **options)
    except OSError as error:
        raise Refused(_NO_ANSWER.format(address=scheduler.address, error=error)) from error
    try:
        yield client
    finally:
        client.close()


def _security(scheduler: Scheduler) -> "Security | None":
    from distributed import Security

    if not scheduler.address.startswith("tls://"):
        return None
    files = {"tls_ca_file": scheduler.ca, "tls_client_cert": scheduler.certificate, "tls_client_key": scheduler.key}
    security = Security(require_encryption=True, **{name: str(path) for name, path in files.items() if path})
    missing = [option for option, name in zip(("--tls-ca", "--tls-cert", "--tls-key"), files, strict=True) if not getattr(security, name)]
    if missing:
        raise Refused(f"{scheduler.address} needs {', '.join(missing)} (or distributed.comm.tls in Dask's own configuration).")
    return security


def _expect_workers(client: "Client", scheduler: Scheduler) -> None:
    try:
        client.wait_for_workers(1, timeout=_CONNECT_S)
    except TimeoutError:
        raise Refused(_no_worker(scheduler)) from None


@contextmanager
def _watched(runner: DaskRunner) -> Iterator[None]:
    ended = Event()

    def watch() -> None:
        while not ended.wait(_GLANCE_S):
            with suppress(Exception):  # a scheduler that does not answer ends its jobs by itself
                runner.look()

    watcher = Thread(target=watch, name="ailab-cluster", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join(_CONNECT_S)


def is_safe(address: str) -> bool:
    """Tell whether nobody on the way can read or change what goes to this address."""
    parts = urlsplit(address)
    return parts.scheme == "tls" or (parts.scheme == "tcp" and _is_loopback(parts.hostname or ""))


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _expect_safe(address: str) -> None:
    if not is_safe(address):
        raise Refused(f"{address} is no safe address of a scheduler. Write tls://HOST:PORT; tcp:// is for this machine alone.")


def _expect_done(reply: Reply) -> Done:
    if reply.done is None:
        raise Refused(reply.refused)
    return reply.done


def _no_worker(scheduler: Scheduler) -> str:
    return f"No worker is at {scheduler.address}. Start one there: dask worker {scheduler.address}. {_AGAIN}"


_AGAIN: Final = "Run the same command once more; what is graded stays graded."
_DIED: Final = "Workers died again and again: {error} " + _AGAIN
_NO_ANSWER: Final = (
    "The scheduler at {address} does not let us in: {error}. Is it running (dask scheduler), and are all certificates of one CA?"
)
