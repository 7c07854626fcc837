"""The learner's side of a grading job, inside the sandbox: run cells, answer questions with plain data.

Everything here shares a process with a stranger's code and is believed by nobody: what it sends is data.

    {"do": "run", "source": …}                      ─▶ {"outputs": […], "fine": bool}
    {"do": "ask", "question": "call", "with": […]}  ─▶ {"value": …} or {"error": …, "message": …}, with "printed"
    {"do": "names"}                                 ─▶ {"names": […]}
    {"do": "meet", "with": […], "verbs": […]}       ─▶ as often as wanted {"tell": verb, "with": […]}, each answered with
                                                       {"told": …}, {"refused": …, "message": …} or {"over": true}; then as for "ask"
"""

import asyncio
import os
import random
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ailab.checks.answer import Outcome
from ailab.checks.local import LocalAnswer
from ailab.checks.meet import EndOfRun
from ailab.checks.plain import NotPlain
from ailab.checks.wire import from_wire, to_wire
from ailab.office.grading.engine.shell import NotebookShell, new_shell, open_streams, own_folders, run_cell
from ailab.office.grading.engine.warm import AT_FIRST_USE
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

_MOST_NAMES: Final = 2_000
_MOST_PRINTED: Final = 10_000
_TURNS: Final = 100
"""How often the event loop turns before the next cell when tasks are waiting; a kernel's turns for some milliseconds."""
_ARGUMENTS: Final = ("ipykernel_launcher.py", "-f", "/tmp/kernel.json", "--HistoryManager.hist_file=:memory:")  # noqa: S108 - names no file
_WARM: Final = frozenset({"PIL", "ipywidgets", "matplotlib", "numpy", "pandas", "scipy", "sklearn"})
_DEADLY: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGABRT, signal.SIGSEGV, signal.SIGHUP, signal.SIGQUIT)
_real_kill = os.kill
_shell: NotebookShell | None = None


def prepare_template() -> None:
    """Make the shell; compute nothing."""
    global _shell  # noqa: PLW0603 - the one thing a template keeps for its forks
    _shell = new_shell()
    # The first cell of a shell makes its parts ready; so every fork need not.
    _shell.run_cell("pass", store_history=False)
    if "matplotlib" in sys.modules:
        _shell.enable_matplotlib("inline")
    for name in AT_FIRST_USE:
        if name.partition(".")[0] in sys.modules:
            with suppress(ImportError):
                import_module(name)


def serve(channel: socket.socket, payload: dict[str, Any]) -> None:
    """Do what the grader asks until it closes the channel."""
    shell = _shell or new_shell()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own_folders()
    os.environ.update(payload.get("environment", {}))
    # Programs of this interpreter before the system's, as where a notebook server was started.
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    if payload.get("folder"):
        Path(payload["folder"]).mkdir(parents=True, exist_ok=True)
        os.chdir(payload["folder"])
    _fresh_randomness()
    _find_modules_here()
    sys.argv = list(_ARGUMENTS)
    shell.like_stock = bool(payload.get("like_stock"))
    open_streams(shell)
    os.kill = _kill
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_answer_all(shell, channel))


async def _answer_all(shell: NotebookShell, channel: socket.socket) -> None:
    cells: list[str] = []
    while True:
        try:
            order = await _next_order(channel)
        except (EOFError, FrameRefused):
            return
        if order["do"] == "run":
            cells.append(order["source"])
            outputs, fine = await _interruptible(shell, order["source"])
            _send_outputs(channel, outputs, fine)
        elif order["do"] == "names":
            names = sorted(name for name in shell.user_ns if isinstance(name, str) and not name.startswith("_"))
            send_frame(channel, {"names": names[:_MOST_NAMES]})
        elif order["do"] == "meet":
            send_frame(channel, _met(channel, LocalAnswer(shell.user_ns, cells, patience_s=order["patience_s"]), order))
        else:
            send_frame(channel, _answered(LocalAnswer(shell.user_ns, cells, patience_s=order["patience_s"]), order))


async def _next_order(channel: socket.socket) -> Any:
    """Wait as a kernel does between cells: tasks that cells have begun go on."""
    loop = asyncio.get_running_loop()
    for _ in range(_TURNS if len(asyncio.all_tasks()) > 1 else 0):
        await asyncio.sleep(0)
    ready = loop.create_future()
    loop.add_reader(channel, lambda: None if ready.done() else ready.set_result(None))
    try:
        await ready
    finally:
        loop.remove_reader(channel)
    return receive_frame(channel)


async def _interruptible(shell: NotebookShell, source: str) -> tuple[list[dict[str, Any]], bool]:
    # As a kernel: an interrupt that comes a moment late, between cells, ends nothing.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return await run_cell(shell, source)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _find_modules_here() -> None:
    """Let notebooks import what stands beside them, as IPython does: after the standard library, before installed packages."""
    where = next((at for at, path in enumerate(sys.path) if path.endswith(("site-packages", "dist-packages"))), 0)
    sys.path.insert(where, "")
    # A learner's own numpy.py is what a fresh kernel would import.
    shadowed = {path.stem for path in Path().iterdir() if path.suffix == ".py" or path.is_dir()} & _WARM
    for name in list(sys.modules) if shadowed else ():
        if name.partition(".")[0] in shadowed:
            del sys.modules[name]


def _kill(pid: int, number: int, /) -> None:
    # The first process of a namespace gets no signal of its own that it does not handle; a kernel would end.
    if pid == os.getpid() and signal.getsignal(number) is signal.SIG_DFL and number in _DEADLY:
        os._exit(128 + number)
    _real_kill(pid, number)


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


class _Distant:
    """The way to a partner on the other end of the channel."""

    def __init__(self, channel: socket.socket, verbs: frozenset[str]) -> None:
        self._channel, self.verbs = channel, verbs

    def tell(self, verb: str, /, *args: Any, **kwargs: Any) -> Any:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})  # an exchange is made whole, then the time is up
        try:
            send_frame(self._channel, {"tell": verb, "with": to_wire((args, kwargs))})
            answer = receive_frame(self._channel)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        if "told" in answer:
            return from_wire(answer["told"])
        if "refused" in answer:
            raise (TypeError if answer["refused"] == "TypeError" else ValueError)(from_wire(answer["message"]))
        raise EndOfRun

    def result(self) -> None:
        """Nothing is known here."""


def _met(channel: socket.socket, answer: LocalAnswer, order: dict[str, Any]) -> dict[str, Any]:
    function, args = from_wire(order["with"])
    return _as_frame(answer.meet(function, lambda: _Distant(channel, frozenset(order["verbs"])), *args))


def _as_frame(outcome: Outcome) -> dict[str, Any]:
    printed = to_wire(outcome.printed[:_MOST_PRINTED])
    if outcome.error:
        return {"error": to_wire(outcome.error[:200]), "message": to_wire(outcome.message[:300]), "printed": printed}
    try:
        return {"value": to_wire(outcome.value), "printed": printed}
    except NotPlain as error:
        return {"error": "NotPlainData", "message": str(error), "printed": printed}
