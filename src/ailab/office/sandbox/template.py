"""The parent's side of a template: start it, ask for jobs, end them.

A job is a name `module:function` that exists in the template, called in the isolated fork as
`function(channel, payload)`. The parent keeps the other end of the channel.
"""

import array
import json
import os
import shutil
import socket
import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from threading import Condition, Thread
from typing import Any, Final, Self

from ailab.errors import Refused
from ailab.office.sandbox.cgroup import Group
from ailab.office.sandbox.child import Child
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame
from ailab.office.sandbox.launch import last_words, launch, new_folder
from ailab.office.sandbox.limits import Limits
from ailab.office.sandbox.view import View
from ailab.office.sandbox.warm import MOST_MESSAGE

_START_S: Final = 120.0
_ANSWER_S: Final = 30.0
_NO_SANDBOX: Final = "The sandbox could not be set up, so nothing was run: {why}. Run: ailab doctor"


class TemplateGone(Exception):
    """The template process ended; whatever it had started ended with it."""


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
        run = new_folder()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            process = launch(run, theirs)
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
            return Child(job, pid, channel, limits=limits, group=group, ended=self.wait)
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
                    self._gone = f"the template ended. {last_words(run)}".strip()
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


def _first_word(channel: socket.socket) -> str:
    """Return why the job could not settle, or an empty text."""
    try:
        said = receive_frame(channel, seconds=_ANSWER_S)
    except (EOFError, FrameRefused, OSError) as error:
        return f"{type(error).__name__}: {error}"
    channel.settimeout(None)
    return "" if said.get("settled") is True else str(said.get("why"))
