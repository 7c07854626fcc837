"""The learner's side of a grading job, inside the sandbox: run cells, answer questions with plain data.

Everything here shares a process with a stranger's code and is believed by nobody: what it sends is data.

    {"do": "run", "source": …}                      ─▶ {"outputs": […], "fine": bool}
    {"do": "ask", "question": "call", "with": […]}  ─▶ {"value": …} or {"error": …, "message": …}, with "printed"
    {"do": "names"}                                 ─▶ {"names": […]}
"""

import os
import random
import signal
import socket
import sys
from typing import Any, Final

from ailab.checks.answer import Outcome
from ailab.checks.local import LocalAnswer
from ailab.checks.plain import NotPlain
from ailab.checks.wire import from_wire, to_wire
from ailab.office.grading.engine.shell import NotebookShell, new_shell, own_folders, run_cell
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

_MOST_NAMES: Final = 2_000
_MOST_PRINTED: Final = 10_000
_shell: NotebookShell | None = None


def prepare_template() -> None:
    """Make the shell; compute nothing."""
    global _shell  # noqa: PLW0603 - the one thing a template keeps for its forks
    _shell = new_shell()
    # The first cell of a shell makes its parts ready; so every fork need not.
    _shell.run_cell("pass", store_history=False)
    if "matplotlib" in sys.modules:
        _shell.enable_matplotlib("inline")


def serve(channel: socket.socket, payload: dict[str, Any]) -> None:
    """Do what the grader asks until it closes the channel."""
    shell = _shell or new_shell()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own_folders()
    os.environ.update(payload.get("environment", {}))
    _fresh_randomness()
    sys.path.insert(0, "")
    cells: list[str] = []
    while True:
        try:
            order = receive_frame(channel)
        except (EOFError, FrameRefused):
            return
        if order["do"] == "run":
            cells.append(order["source"])
            outputs, fine = _interruptible(shell, order["source"])
            _send_outputs(channel, outputs, fine)
        elif order["do"] == "names":
            names = sorted(name for name in shell.user_ns if isinstance(name, str) and not name.startswith("_"))
            send_frame(channel, {"names": names[:_MOST_NAMES]})
        else:
            send_frame(channel, _answered(LocalAnswer(shell.user_ns, cells, patience_s=order["patience_s"]), order))


def _interruptible(shell: NotebookShell, source: str) -> tuple[list[dict[str, Any]], bool]:
    # As a kernel: an interrupt that comes a moment late, between cells, ends nothing.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return run_cell(shell, source)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _fresh_randomness() -> None:
    # NumPy's global stream is a copy of the template's in every fork.
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(int.from_bytes(os.urandom(4), "big"))
    random.seed()


def _send_outputs(channel: socket.socket, outputs: list[dict[str, Any]], fine: bool) -> None:
    try:
        send_frame(channel, {"outputs": outputs, "fine": fine})
    except (TypeError, ValueError, RecursionError):
        # A learner's own display data may be anything; what is no JSON is shown as text.
        send_frame(channel, {"outputs": [_as_text(output) for output in outputs], "fine": fine})


def _as_text(output: dict[str, Any]) -> dict[str, Any]:
    if "data" not in output:
        return output
    return {**output, "metadata": {}, "data": {str(kind): value for kind, value in output["data"].items() if isinstance(value, str)}}


def _answered(answer: LocalAnswer, order: dict[str, Any]) -> dict[str, Any]:
    given = from_wire(order["with"])
    match order["question"]:
        case "call":
            outcome = answer.call(given[0], *given[1], **given[2])
        case "use":
            outcome = answer.use(given[0], given[1], *given[2], **given[3])
        case _:
            outcome = answer.read(given[0])
    return _as_frame(outcome)


def _as_frame(outcome: Outcome) -> dict[str, Any]:
    printed = to_wire(outcome.printed[:_MOST_PRINTED])
    if outcome.error:
        return {"error": to_wire(outcome.error[:200]), "message": to_wire(outcome.message[:300]), "printed": printed}
    try:
        return {"value": to_wire(outcome.value), "printed": printed}
    except NotPlain as error:
        return {"error": "NotPlainData", "message": str(error), "printed": printed}
