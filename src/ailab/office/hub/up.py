"""`ailab centre up`: a supervisor that starts a centre's processes, starts again what dies, and ends them all.

supervisor ─┬─ template   (warm; learners' servers are forked from it)
            └─ jupyterhub ─┬─ proxy
                           └─ round, desk, formgrader, visit, idle-culler
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import BinaryIO, Final

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.centre.folder import keep_private
from ailab.office.hub.config import STATE, hub_command
from ailab.office.hub.leftovers import end_leftovers, note_part
from ailab.office.hub.ports import Ports, expect_free
from ailab.office.hub.proxy_program import proxy_arguments, proxy_command, proxy_environment
from ailab.office.hub.routes import proxy_knows
from ailab.office.hub.secrets_files import make_cookie_secret
from ailab.office.hub.servers import template_socket
from ailab.office.hub.services import services_of
from ailab.office.hub.warm.client import answers, start_template, stop_servers, stop_template

_GLANCE_S: Final = 0.5
_FAREWELL_S: Final = 45.0
_START_S: Final = 120.0
_WARM_S: Final = 40.0
_MOST_STARTS: Final = 5
"""Within a minute; then something is wrong that starting again does not mend."""
_MINUTE_S: Final = 60.0
_LOG_LINES: Final = 20
_NEEDED: Final = ("proxy", "hub")
"""Without these nobody can work; what else ends is started again."""
_OWNER_ALONE: Final = 0o600

Out = Callable[[str], None]


@dataclass(slots=True)
class Part:
    """A process that is to run as long as the centre does."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str]
    process: "subprocess.Popen[bytes] | None" = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it, its words going to its log."""
        self.starts = [*(at for at in self.starts if at > time.monotonic() - _MINUTE_S), time.monotonic()]
        with self.log.open("ab") as log:
            os.fchmod(log.fileno(), _OWNER_ALONE)
            self.process = subprocess.Popen(
                list(self.command),
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd=self.log.parent,
            )

    def ended(self) -> bool:
        """Tell whether it runs no longer."""
        return self.process is not None and self.process.poll() is not None


def up(
    centre: Centre,
    *,
    prepared: Callable[[], None] = lambda: None,
    out: Out = print,
    environ: Mapping[str, str] = os.environ,
    ready: Callable[[], None] = lambda: None,
) -> int:
    """Run a centre until it is told to stop; return the exit code. `prepared` sets it up, once nobody else is at this folder.

    Raises
    ------
    Refused
        When it is up already, a port is busy, or a part does not stay up.
    """
    with ExitStack() as stack:
        stack.enter_context(disk_words(centre))
        stack.enter_context(_alone(centre))
        keep_private(centre)
        if end_leftovers(centre):
            out("The centre was not closed in order the last time. What still ran of it was ended; nobody's work is touched.")
        expect_free(centre.settings.address, Ports(public=centre.settings.port))
        prepared()
        make_cookie_secret(centre)
        parts = _parts(centre, _environment(environ))
        stop = stack.enter_context(_told_to_stop())
        stack.callback(end_leftovers, centre)  # a template that is not warm yet listens to nobody
        stack.callback(stop_template, template_socket(centre))
        stack.callback(stop_servers, template_socket(centre))
        stack.callback(_end, parts)
        template = start_template(template_socket(centre), centre.logs / "warm.log")
        note_part(centre, "template", template.pid)
        for part in parts:
            _start(centre, part)
        _wait_until_up(centre, parts, stop)
        out(f"The centre is open at {address_of(centre)} (stop it with Ctrl-C, or: ailab centre down)")
        ready()
        knows = True
        while not stop:
            time.sleep(_GLANCE_S)
            for part in parts:
                if part.ended() and not stop:
                    knows &= part.name != "proxy"
                    _start_again(centre, part, out)
            knows = knows or proxy_knows(centre)
    return 0


@contextmanager
def disk_words(centre: Centre) -> Iterator[None]:
    """Say in words what a disk that is full, read-only or gone says to what is done here.

    Raises
    ------
    Refused
        With the file and the remedy.
    """
    try:
        yield
    except OSError as error:
        raise Refused(
            f"{error.filename or centre.folder}: {error.strerror}. The centre needs a disk that can be written and has space. Nobody's work is touched."
        ) from error


def _parts(centre: Centre, shared: Mapping[str, str]) -> tuple[Part, ...]:
    """Return every process of a centre, in the order they are started in."""
    hub = {**shared, STATE: str(centre.folder)}

    def part(name: str, command: Sequence[str], environment: Mapping[str, str]) -> Part:
        return Part(name=name, command=command, log=centre.logs / f"{name}.log", environment=environment)

    return (
        part("proxy", [*proxy_command(), *proxy_arguments(centre)], {**shared, **proxy_environment(centre)}),
        part("hub", hub_command(), hub),
        *(part(each.name, each.command, {**shared, **each.environment(centre)}) for each in services_of(centre)),
    )


def address_of(centre: Centre) -> str:
    """Return what is typed into a browser on this machine."""
    settings = centre.settings
    host = "127.0.0.1" if settings.address in ("", "0.0.0.0", "::") else settings.address  # noqa: S104 - compared, not bound
    return f"{'https' if settings.tls else 'http'}://{host}:{settings.port}/"


def down(centre: Centre) -> bool:
    """Tell a running centre to stop and wait until it has; tell whether one ran, or what a killed one left."""
    pid = running(centre)
    if pid is None:
        stop_template(template_socket(centre))
        return end_leftovers(centre) + stop_servers(template_socket(centre)) > 0
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + _FAREWELL_S + 5
    while time.monotonic() < deadline:
        if running(centre) is None:
            return True
        time.sleep(0.1)
    raise Refused(f"The centre did not stop in {_FAREWELL_S:.0f} seconds. Its log is {centre.logs / 'hub.log'}.")


def running(centre: Centre) -> int | None:
    """Return the PID of the supervisor, or None while none runs."""
    try:
        with (centre.hub / "up.lock").open("r+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return int((centre.hub / "up.lock").read_text(encoding="ascii") or "0") or None
    except FileNotFoundError:
        return None
    return None


@contextmanager
def _alone(centre: Centre) -> Iterator[None]:
    """Hold the lock of a state folder; a process that is killed lets go of it."""
    path = centre.hub / "up.lock"
    stream: BinaryIO
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, _OWNER_ALONE), "r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(f"The centre in {centre.folder} is up already: {address_of(centre)} (stop it with: ailab centre down)") from None
        stream.truncate(0)
        stream.write(str(os.getpid()).encode())
        stream.flush()
        yield


@contextmanager
def _told_to_stop() -> Iterator[list[int]]:
    """Give a list that is no longer empty once somebody wants an end."""
    told: list[int] = []
    before = {number: signal.signal(number, lambda number, _frame: told.append(number)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    # What was set for somebody's own Jupyter must not reach a hub of a hundred.
    kept = {name: value for name, value in environ.items() if not name.startswith(("JUPYTER", "AILAB_", "IPYTHON", "CONFIGPROXY"))}
    return {**kept, "PYTHONUNBUFFERED": "1", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{environ.get('PATH', os.defpath)}"}


def _wait_until_up(centre: Centre, parts: Sequence[Part], stop: Sequence[int]) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and not stop:
        for part in parts:
            if part.ended() and part.name in _NEEDED:
                raise Refused(_last_words(part, "did not start"))
        # Who comes before the template is warm would wait longer than it takes to warm up.
        if is_up(centre) and (answers(template_socket(centre)) or time.monotonic() > deadline - _START_S + _WARM_S):
            return
        time.sleep(_GLANCE_S)
    if not stop:
        hub = next(part for part in parts if part.name == "hub")
        raise Refused(_last_words(hub, f"did not answer in {_START_S:.0f} seconds"))


def is_up(centre: Centre) -> bool:
    """Tell whether the hub answers through its proxy's back door."""
    ports = Ports(public=centre.settings.port)
    connection = HTTPConnection("127.0.0.1", ports.of("hub"), timeout=2)
    try:
        connection.request("GET", "/hub/health")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _start(centre: Centre, part: Part) -> None:
    part.start()
    if part.process:
        note_part(centre, part.name, part.process.pid)


def _start_again(centre: Centre, part: Part, out: Out) -> None:
    code = part.process.returncode if part.process else 0
    if len([at for at in part.starts if at > time.monotonic() - _MINUTE_S]) >= _MOST_STARTS:
        if part.name in _NEEDED:
            raise Refused(_last_words(part, "ended again and again"))
        return  # the others go on; in a minute it is tried again
    out(f"The centre's {part.name} ended ({code}) and is started again.")
    _start(centre, part)


def _last_words(part: Part, what: str) -> str:
    lines = part.log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:] if part.log.is_file() else []
    return "\n".join([f"The centre's {part.name} {what}. Nobody's work is touched. The end of {part.log}:", *lines])


def _end(parts: Sequence[Part]) -> None:
    """End the services, then the hub, which stops the servers, then what those stand on."""
    _end_together([part for part in parts if part.name not in _NEEDED])
    for name in ("hub", "proxy"):
        _end_together([part for part in parts if part.name == name])


def _end_together(parts: Sequence[Part]) -> None:
    running = [part.process for part in parts if part.process and part.process.poll() is None]
    for process in running:
        process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + _FAREWELL_S
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
