"""Machines for tests: a Dask scheduler and workers as programs of their own, each worker in a network of its own where that is possible."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ailab.office.grading.engine.cluster import Scheduler

_PATIENCE_S: Final = 30.0
_NETWORK: Final = "198.18.77"
"""Addresses that are set aside for tests of networks."""
_CAP_NET_ADMIN: Final = 12
_CAP_SYS_ADMIN: Final = 21
_EXTENSIONS: Final = "basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A certificate, its key and the CA that signed it."""

    ca: Path
    certificate: Path
    key: Path

    @property
    def options(self) -> tuple[str, ...]:
        """Return it as Dask's programs take it."""
        return ("--tls-ca-file", str(self.ca), "--tls-cert", str(self.certificate), "--tls-key", str(self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A scheduler and its workers."""

    scheduler: Scheduler
    process: "subprocess.Popen[bytes]"
    workers: "Mapping[str, subprocess.Popen[bytes]]" = field(default_factory=dict)


def make_identities(folder: Path, *names: str) -> dict[str, Identity]:
    """Return certificates of one new CA."""
    folder.mkdir()
    (folder / "extensions").write_text(_EXTENSIONS, encoding="ascii")
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    _openssl(folder, "req", "-x509", *new_key, "-subj", "/CN=ailab test CA", "-keyout", "ca-key.pem", "-out", "ca.pem")
    for name in names:
        _openssl(folder, "req", *new_key[:-2], "-subj", f"/CN={name}", "-keyout", f"{name}-key.pem", "-out", f"{name}.csr")
        signing = ("-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-days", "2", "-extfile", "extensions")
        _openssl(folder, "x509", "-req", "-in", f"{name}.csr", *signing, "-out", f"{name}.pem")
    return {name: Identity(ca=folder / "ca.pem", certificate=folder / f"{name}.pem", key=folder / f"{name}-key.pem") for name in names}


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


@contextmanager
def running(command: Sequence[str], log: Path, *, politely: signal.Signals = signal.SIGKILL) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a program until the end of the block; `politely` gives it ten seconds first."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
    try:
        yield process
    finally:
        # The session was made for this program: whatever it started is in it.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, politely)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + _PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"{what} did not happen in {_PATIENCE_S:.0f} s"
        time.sleep(0.05)


def can_make_networks() -> bool:
    """Tell whether this machine lets us make networks: `ip`, and the rights to administrate networks and namespaces."""
    status = Path("/proc/self/status")
    if shutil.which("ip") is None or not status.is_file():
        return False
    rights = next(int(line.split()[1], 16) for line in status.read_text(encoding="ascii").splitlines() if line.startswith("CapEff:"))
    return all(rights >> each & 1 for each in (_CAP_NET_ADMIN, _CAP_SYS_ADMIN))


@contextmanager
def network(number: int) -> Iterator[str]:
    """Give the name of a network namespace whose one cable leads to this machine; we are .1 there, it is .2."""
    name, address = f"ailab-{os.getpid()}-{number}", f"{_NETWORK}.{4 * number}"
    near, far = (f"{_NETWORK}.{4 * number + each}" for each in (1, 2))
    assert _ip("netns", "add", name), address
    try:
        assert _ip("link", "add", _end(number), "type", "veth", "peer", "name", "inside", "netns", name)
        assert _ip("addr", "add", f"{near}/30", "dev", _end(number))
        assert _ip("link", "set", _end(number), "up")
        assert _ip("-n", name, "addr", "add", f"{far}/30", "dev", "inside")
        assert _ip("-n", name, "link", "set", "inside", "up")
        assert _ip("-n", name, "link", "set", "lo", "up")
        yield name
    finally:
        _ip("link", "del", _end(number))  # at once; with its network it would go a moment later
        _ip("netns", "del", name)


def near_end(number: int) -> str:
    """Return our address on the cable of a network."""
    return f"{_NETWORK}.{4 * number + 1}"


def _end(number: int) -> str:
    return f"al{os.getpid()}n{number}"


def _ip(*words: str) -> bool:
    return subprocess.run(["ip", *words], capture_output=True, check=False).returncode == 0


@contextmanager
def scheduler_at(host: str, folder: Path, identity: Identity | None) -> "Iterator[tuple[int, subprocess.Popen[bytes]]]":
    """Start a scheduler; give its port and process."""
    file = folder / "scheduler.json"
    options = ("--protocol", "tls", *identity.options) if identity else ("--protocol", "tcp")
    command = [*_dask("scheduler"), "--host", host, "--port", "0", "--no-dashboard", "--scheduler-file", str(file), *options]
    with running(command, folder / "scheduler.log") as process:
        until(lambda: file.is_file() and file.read_bytes().endswith(b"}"), "the scheduler's start")
        yield int(json.loads(file.read_text(encoding="utf-8"))["address"].rpartition(":")[2]), process


@contextmanager
def worker_of(
    address: str, name: str, folder: Path, identity: Identity | None, *, inside: Sequence[str] = (), options: Sequence[str] = ("--no-nanny",)
) -> "Iterator[subprocess.Popen[bytes]]":
    """Start a worker of one thread."""
    (folder / name).mkdir()
    own = ("--nthreads", "1", "--name", name, "--no-dashboard", "--local-directory", str(folder / name), "--death-timeout", "60")
    tls = identity.options if identity else ()
    with running([*inside, *_dask("worker"), address, *own, *tls, *options], folder / f"{name}.log") as process:
        yield process


def _dask(what: str) -> list[str]:
    return [sys.executable, "-m", f"distributed.cli.dask_{what}"]


@contextmanager
def plain_cluster(folder: Path, workers: int = 1) -> Iterator[Cluster]:
    """Start a scheduler and workers on the loopback, without TLS."""
    with ExitStack() as stack:
        port, process = stack.enter_context(scheduler_at("127.0.0.1", folder, None))
        address = f"tcp://127.0.0.1:{port}"
        names = [f"worker-{number}" for number in range(workers)]
        started = {name: stack.enter_context(worker_of(address, name, folder, None)) for name in names}
        yield Cluster(scheduler=Scheduler(address=address), process=process, workers=started)


@contextmanager
def secure_cluster(folder: Path, identities: Mapping[str, Identity], *, networks: bool) -> Iterator[Cluster]:
    """Start a scheduler and two workers with TLS: one under Dask's nanny, as operators start it, one bare."""
    with ExitStack() as stack:
        inside = [("ip", "netns", "exec", stack.enter_context(network(number))) if networks else () for number in (1, 2)]
        port, process = stack.enter_context(scheduler_at("0.0.0.0" if networks else "127.0.0.1", folder, identities["scheduler"]))
        hosts = [near_end(number) if networks else "127.0.0.1" for number in (1, 2)]
        workers = {
            name: stack.enter_context(
                worker_of(f"tls://{host}:{port}", name, folder, identities["worker"], inside=within, options=options)
            )
            for name, host, within, options in zip(("guarded", "bare"), hosts, inside, (("--nanny",), ("--no-nanny",)), strict=True)
        }
        office = identities["office"]
        place = Scheduler(address=f"tls://127.0.0.1:{port}", ca=office.ca, certificate=office.certificate, key=office.key)
        yield Cluster(scheduler=place, process=process, workers=workers)
