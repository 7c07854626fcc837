"""The parent's side of a template: start it, ask for jobs, end them.

A job is a name `module:function` that exists in the template, called in the isolated fork as
`function(channel, payload)`. The parent keeps the other end of the channel.
"""

import array
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Any, Final, Self

from ailab.errors import Refused
from ailab.office.sandbox.cgroup import Group, remove_leftovers
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame
from ailab.office.sandbox.limits import Limits
from ailab.office.sandbox.view import TMP, WORK, View
from ailab.office.sandbox.warm import MOST_MESSAGE

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_PREFIX: Final = "ailab-template-"
_START_S: Final = 120.0
_ANSWER_S: Final = 30.0
_GLANCE_S: Final = 0.25


class TemplateGone(Exception):
    """The template process ended; whatever it had started ended with it."""


class Child:
    """One job: a channel to it, and its end."""

    def __init__(self, template: "Template", job: int, pid: int, channel: socket.socket, limits: Limits, group: Group | None) -> None:
        self._template = template
        self._job = job
        self.pid = pid
        """As the host sees it; PID 1 in its own namespace, so its end is the end of all it started."""
        self.channel = channel
        self._group = group
        self.over_memory = False
        """Whether it was ended for using too much memory; known where no control group does that."""
        # A handle, not a number: a number may soon be somebody else's.
        self._handle = os.pidfd_open(pid)
        self._closing = Event()
        self._watcher = None if group else Thread(target=self._watch, args=(limits.memory_mib,), name=f"ailab-job-{job}", daemon=True)
        if self._watcher:
            self._watcher.start()

    def kill(self) -> None:
        """End the job and everything it started."""
        self._signal(signal.SIGKILL)

    def interrupt(self) -> None:
        """Ask the job's main program to stop what it is doing."""
        self._signal(signal.SIGINT)

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, number)

    def _watch(self, most_mib: int) -> None:
        while not self._closing.wait(_GLANCE_S):
            if self.resident_mib() > most_mib:
                self.over_memory = True
                self.kill()
                return

    def resident_mib(self) -> int:
        """Return about how much memory the job and all it started use."""
        return sum(_own_bytes(pid) for pid in _family(self.pid)) >> 20

    def close(self) -> int:
        """End the job if it still runs, and return its wait status."""
        self.channel.close()
        self.kill()
        status = self._template.wait(self._job)
        self._closing.set()
        if self._watcher:
            self._watcher.join()  # it holds the handle
        # Nobody reaps for a template that was killed: the job's end is heard from the kernel.
        select.select([self._handle], [], [], _ANSWER_S)
        os.close(self._handle)
        if self._group:
            self._group.remove()
        return status


class Template:
    """A warm process, and the jobs forked from it. Any thread may ask for forks."""

    def __init__(self, modules: Sequence[str], *, view: View | None = None) -> None:
        """Name the modules to import; one with a function `prepare_template` has it called."""
        self._modules = tuple(modules)
        self._view = view or View()
        self._news = Condition()
        """Guards everything below; notified when the process has said something."""
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._run = ""
        self._warm = False
        self._gone = "it was not started"
        self._refused = ""
        self._answers: dict[int, dict[str, Any]] = {}
        self._ended: dict[int, int] = {}
        self._count = 0

    def __enter__(self) -> Self:
        """Start the template."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it and every job."""
        self.stop()

    @property
    def pid(self) -> int:
        """Return the PID of the template process."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the process and return at once; the first fork waits until it is warm."""
        remove_leftovers()
        _sweep()
        run = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
        Path(run).chmod(0o755)
        for name in ("base", "root"):
            (Path(run) / name).mkdir(mode=0o755)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, (Path(run) / "stderr").open("wb") as errors:
            process = subprocess.Popen(
                [sys.executable, "-I", "-m", "ailab.office.sandbox.warm", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=template_environment(run),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd="/",
                start_new_session=True,
            )
        order = {
            "modules": self._modules,
            "shown": self._view.shown,
            "size_mib": self._view.size_mib,
            "base": f"{run}/base",
            "root": f"{run}/root",
        }
        ours.sendall(json.dumps(order).encode())
        with self._news:
            self._process, self._control, self._run = process, ours, run
            self._warm, self._gone, self._refused = False, "", ""
            self._answers, self._ended = {}, {}
        Thread(target=self._listen, args=(ours, run), name="ailab-template", daemon=True).start()

    def restart(self, pid: int) -> None:
        """Start a new process in place of the one with this PID; when another thread has done so already, do nothing."""
        with self._news:
            if self.pid == pid:
                self.stop()
                self.start()

    def wait_until_warm(self) -> None:
        """Return when the template can fork.

        Raises
        ------
        Refused
            When it cannot: a module that does not import, a layer that this machine lacks.
        """
        with self._news:
            self._wait_for(lambda: self._warm, _START_S)

    def fork(self, entry: str, payload: Any, *, limits: Limits, files: Mapping[str, bytes] | None = None) -> Child:
        """Return a job that runs `entry(channel, payload)` in isolation, with these files in its own folder.

        Raises
        ------
        Refused
            When the isolation could not be set up: then nothing was run.
        TemplateGone
            When the template process has ended.
        """
        self.wait_until_warm()
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                job = self._send(limits, theirs.fileno())
            child = self._child(job, self._started(job), ours, limits)
        except BaseException:
            ours.close()
            raise
        # When the job cannot take it, its first word says why.
        with suppress(OSError):
            send_frame(
                ours,
                {
                    "entry": entry,
                    "payload": payload,
                    "files": {name: b64encode(content).decode("ascii") for name, content in (files or {}).items()},
                },
            )
        why = _first_word(ours)
        if why:
            child.close()
            self._expect_alive()
            raise Refused(_NO_SANDBOX.format(why=why))
        return child

    def _started(self, job: int) -> int:
        """Return the PID of a job that was asked for."""
        with self._news:
            self._wait_for(lambda: job in self._answers, _ANSWER_S)
            answer = self._answers.pop(job)
        if "refused" in answer:
            raise Refused(_NO_SANDBOX.format(why=answer["why"]))
        return int(answer["pid"])

    def _child(self, job: int, pid: int, channel: socket.socket, limits: Limits) -> Child:
        # Nothing of a stranger runs yet: the job waits for its first frame.
        group = Group.make(f"{os.getpid()}-{job}", limits)
        try:
            if group:
                group.add(pid)
            return Child(self, job, pid, channel, limits, group)
        except OSError as error:
            if group:
                group.remove()
            raise TemplateGone(str(error)) from None

    def wait(self, job: int) -> int:
        """Return the wait status of a job that is ending, or -1 when the template is gone and nobody knows."""
        with self._news:
            try:
                self._wait_for(lambda: job in self._ended, _ANSWER_S)
            except (TemplateGone, Refused):
                return -1
            return self._ended.pop(job)

    def stop(self) -> None:
        """End the template and all its jobs."""
        with self._news:
            if self._control:
                self._control.close()
                self._control = None
            if self._process:
                self._process.kill()
                self._process.wait()
                self._process = None
            self._gone = "it was stopped"
            self._news.notify_all()
            shutil.rmtree(self._run, ignore_errors=True)

    def _send(self, limits: Limits, handle: int) -> int:
        with self._news:
            self._expect_alive()
            self._count += 1
            message = json.dumps({"job": self._count, "limits": asdict(limits)}).encode()
            try:
                assert self._control is not None
                self._control.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [handle]))])
            except OSError as error:
                raise TemplateGone(str(error)) from None
            return self._count

    def _wait_for(self, true: Callable[[], bool], seconds: float) -> None:
        if not self._news.wait_for(lambda: true() or bool(self._gone or self._refused), timeout=seconds):
            raise TemplateGone(f"the template said nothing for {seconds:.0f} s")
        if not true():
            self._expect_alive()

    def _expect_alive(self) -> None:
        if self._refused:
            raise Refused(f"The warm template cannot start: {self._refused}. Run: ailab doctor")
        if self._gone:
            raise TemplateGone(self._gone)

    def _listen(self, control: socket.socket, run: str) -> None:
        """Hear what one process says, in a thread of its own, until it ends."""
        while True:
            try:
                data = control.recv(MOST_MESSAGE)
            except OSError:
                data = b""
            with self._news:
                if control is not self._control:
                    return  # of a process that was replaced
                if data:
                    self._hear(json.loads(data))
                else:
                    self._gone = f"the template ended. {_last_words(run)}".strip()
                self._news.notify_all()
            if not data:
                return

    def _hear(self, message: dict[str, Any]) -> None:
        if "ready" in message:
            self._warm = True
        elif "failed" in message:
            self._refused = message["failed"]
        elif "ended" in message:
            self._ended[message["ended"]] = message["status"]
        else:
            self._answers[message["started"] if "started" in message else message["refused"]] = message


def _sweep() -> None:
    """Remove what runs that were killed left behind."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        owner = path.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdecimal() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(path, ignore_errors=True)


def _last_words(run: str) -> str:
    try:
        return (Path(run) / "stderr").read_text(encoding="utf-8", errors="replace")[-500:]
    except OSError:
        return ""


_NO_SANDBOX: Final = "The sandbox could not be set up, so nothing was run: {why}. Run: ailab doctor"


def _family(pid: int) -> list[int]:
    found, waiting = [pid], [pid]
    while waiting and len(found) < 1000:
        try:
            children = [
                int(each)
                for path in Path(f"/proc/{waiting.pop()}/task").glob("*/children")
                for each in path.read_text(encoding="ascii").split()
            ]
        except OSError:
            continue  # it has ended meanwhile
        found += children
        waiting += children
    return found


def _own_bytes(pid: int) -> int:
    """Return the memory a process uses, what it shares divided among those who share it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) << 10
    except (OSError, IndexError):
        # It may have hidden its maps; then all it touches counts as its own.
        return _resident_bytes(pid)


def _resident_bytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0  # it has ended meanwhile


def _first_word(channel: socket.socket) -> str:
    """Return why the job could not settle, or an empty text."""
    try:
        said = receive_frame(channel, seconds=_ANSWER_S)
    except (EOFError, FrameRefused, OSError) as error:
        return f"{type(error).__name__}: {error}"
    channel.settimeout(None)
    return "" if said.get("settled") is True else str(said.get("why"))


def _font_cache(run: str) -> str:
    # matplotlib looks for fonts for seconds when it finds no list of them; the operator's own folder keeps it.
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(home) / "ailab" / "matplotlib"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return run
    return str(folder)


def template_environment(run: str) -> dict[str, str]:
    """Return the whole environment of a template: nothing of the operator's, threads of libraries off."""
    threads = dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
    )
    return {
        **threads,
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": WORK,
        "TMPDIR": TMP,
        "MPLCONFIGDIR": _font_cache(run),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": f"{TMP}/ipython",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }
