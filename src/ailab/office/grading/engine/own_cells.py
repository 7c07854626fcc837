"""A learner's own cells run to see what comes of them, not to grade them: what the page of a project shows.

    sandboxed_answer     in the sandbox, or not at all: for whatever others wrote
    answer_at_home       the same where there is a sandbox, else in a process with limits and without a network: for a
                         learner's own cells on the learner's own machine, where a kernel runs them anyway

What comes back is data from a stranger, as everywhere in the engine.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import Any, Final

from ailab.checks.answer import Answer
from ailab.errors import Refused
from ailab.office.grading.engine.remote import MOST_ANSWER, RemoteAnswer
from ailab.office.grading.engine.warm import ALWAYS
from ailab.office.sandbox import Limits, Template, TemplateGone, View
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

_ENTRY: Final = "ailab.office.grading.engine.session:serve"
_MODULES: Final = (*ALWAYS, "ailab.checks.screen", "ailab.robot.run")
_LIMITS: Final = Limits(seconds=30.0, cpu_s=20, memory_mib=512, file_mib=4)
_CELLS_S: Final = 15.0
"""For all cells together."""
_QUESTIONS_S: Final = 15.0
_START_S: Final = 30.0


@contextmanager
def sandboxed_answer(cells: Sequence[str]) -> Iterator[Answer]:
    """Run these cells in the sandbox and give what they define.

    Raises
    ------
    Refused
        When this machine has no sandbox; nothing was run then.
    """
    with Template(_MODULES, view=View()) as template:
        try:
            child = template.fork(_ENTRY, {}, limits=_LIMITS)
        except TemplateGone as error:
            raise Refused(f"The sandbox ended before anything was run: {error}. Run: ailab doctor") from None
        try:
            yield _answer(child.channel, cells)
        finally:
            child.close()


@contextmanager
def answer_at_home(cells: Sequence[str]) -> Iterator[Answer]:
    """Run a learner's own cells on the learner's own machine and give what they define."""
    with ExitStack() as stack:
        try:
            answer = stack.enter_context(sandboxed_answer(cells))
        except (Refused, OSError):
            answer = stack.enter_context(limited_answer(cells))
        yield answer


@contextmanager
def limited_answer(cells: Sequence[str]) -> Iterator[Answer]:
    """Run these cells in a process with limits and without a network: a belt for one's own mistakes, no wall against strangers."""
    ours, theirs = socket.socketpair()
    with ours, TemporaryDirectory(prefix="ailab-own-", ignore_cleanup_errors=True) as folder:
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-m", "ailab.office.grading.engine.own_process", str(theirs.fileno()), folder],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                start_new_session=True,
            )
        try:
            yield _answer(ours, cells)
        finally:
            process.kill()
            process.wait()


def _answer(channel: socket.socket, cells: Sequence[str]) -> RemoteAnswer:
    """Return the answer these cells make; one that took too long or died says so to every question."""
    answer = RemoteAnswer(channel, cells, budget_s=_QUESTIONS_S)
    deadline = time.monotonic() + _CELLS_S
    try:
        for number, cell in enumerate(cells):
            # A process that has just begun imports first.
            _run(channel, cell, deadline + (0 if number else _START_S))
    except TimeoutError:
        answer.trouble = "TimeUp"
    except (EOFError, FrameRefused, OSError):
        answer.trouble = "Died"
    with suppress(OSError):
        channel.settimeout(None)
    return answer


def _run(channel: socket.socket, cell: str, deadline: float) -> Any:
    channel.settimeout(max(0.001, deadline - time.monotonic()))
    send_frame(channel, {"do": "run", "source": cell})
    return receive_frame(channel, most_bytes=MOST_ANSWER, seconds=max(0.001, deadline - time.monotonic()))
