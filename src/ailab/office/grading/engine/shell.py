"""A learner's notebook without a kernel: ipykernel's own shell, its messages caught before any socket.

Made in the warm template, so that a fork finds everything imported; used in the sandbox. What graded cells can
tell from a kernel is like in a kernel: a running event loop, `display` with ids, widgets, streams of programs.
"""

import asyncio
import builtins
import getpass
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import comm
import ipykernel.connect
from comm.base_comm import BaseComm
from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError, UsageError
from jupyter_client.session import Session
from traitlets.config import Config

from ailab.office.grading.engine.caught import Outputs, Stream

_CONNECTION_FILE: Final = "/tmp/kernel.json"  # noqa: S108 - names no file
_NO_INPUT: Final = "raw_input was called, but this frontend does not support input requests."
_WINDOWS: Final = ("qt", "qt5", "qt6", "gtk", "gtk3", "gtk4", "tk", "wx", "osx", "asyncio")


class _Outbox(Session):
    """Takes messages where a kernel has a socket."""

    outputs: Outputs

    def msg(self, msg_type: str, content: Any = None, parent: Any = None, *_: Any, **_more: Any) -> dict[str, Any]:
        return {"msg_type": msg_type, "content": {} if content is None else content, "parent_header": parent or {}}

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **_more: Any) -> Any:
        message = msg_or_type if isinstance(msg_or_type, dict) else self.msg(msg_or_type, content)
        self.outputs.take(message["msg_type"], message["content"])
        return message


class _Kernel:
    """What a shell and its users ask a kernel for."""

    eventloop = None
    iopub_socket = None

    def __init__(self, session: Session) -> None:
        self.session = session
        self.shell: Any = None

    @property
    def execution_count(self) -> int:
        return int(self.shell.execution_count)

    def get_parent(self, _channel: Any = None) -> Any:
        return self.shell.get_parent()

    def do_shutdown(self, restart: bool) -> dict[str, Any]:
        return {"status": "ok", "restart": restart}


class _Comm(BaseComm):
    """A widget's line to a browser that is not there."""

    outputs: Outputs

    def publish_msg(self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any) -> None:
        state = data.get("state") if isinstance(data, dict) else None
        if isinstance(state, dict):
            self.outputs.widget(self.comm_id, state)


class NotebookShell(ZMQInteractiveShell):
    """ipykernel's shell for one notebook."""

    outputs: Outputs
    like_stock = False

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        # A learner's exception may have a name, a text and a traceback of its own making.
        lines = [str(line) for line in stb or ()]
        if getattr(self.displayhook, "msg", None) is not None:
            self._last_traceback_during_displayhook = True
        sys.stdout.flush()
        sys.stderr.flush()
        self.outputs.add({"output_type": "error", "ename": _name(etype), "evalue": _text(evalue), "traceback": lines})
        self._last_traceback = lines

    def init_virtualenv(self) -> None:
        """Nothing to look for: the interpreter is the right one."""

    def ask_exit(self) -> None:
        """`exit()` ends nothing here: the cells after it still count."""

    def enable_gui(self, gui: Any = None) -> None:
        """No event loop of a window here."""
        if gui and gui not in ("inline", "nbagg", "notebook", "ipympl", "widget", *_WINDOWS):
            raise UsageError(f"Invalid GUI request {gui!r}, valid ones are: {list(_WINDOWS)}")
        self.active_eventloop = gui


NotebookShell.__name__ = ZMQInteractiveShell.__name__  # libraries tell a notebook by this name


def _name(etype: Any) -> str:
    # A learner's class may answer anything, or raise, whatever it is asked.
    try:
        return str(etype.__name__)
    except BaseException:  # noqa: BLE001 - see above
        return "Exception"


def _text(evalue: Any) -> str:
    try:
        return str(evalue)
    except BaseException:  # noqa: BLE001 - see above
        return "<no message>"


_CONFIG: Final = Config(
    {
        "HistoryManager": {"hist_file": ":memory:"},  # as nbclient has it; a file would start a thread, which survives no fork
        "InteractiveShell": {"colors": "NoColor", "autoindent": False, "xmode": "Plain"},  # quick, and as Python itself says it
        "InlineBackend": {"close_figures": True},
    }
)


def new_shell() -> NotebookShell:
    """Return the shell of this process; one is enough."""
    outputs = Outputs()
    session = _Outbox()
    session.outputs = outputs
    kernel = _Kernel(session)
    shell = NotebookShell.instance(config=_CONFIG, kernel=kernel, compiler_class=XCachingCompiler)
    kernel.shell = shell
    shell.outputs = outputs
    parts: tuple[Any, ...] = (shell.displayhook, shell.display_pub)
    for part in parts:
        part.session = session
    shell.run_line_magic("load_ext", "storemagic")  # a kernel has it
    _Comm.outputs = outputs
    ipykernel.get_connection_file = ipykernel.connect.get_connection_file = lambda *_: _CONNECTION_FILE
    return shell


def open_streams(shell: NotebookShell) -> None:
    """Put our streams in the place of this process's own, for good; nobody answers its questions."""
    sys.stdout, sys.stderr = Stream("stdout", 1, shell.outputs), Stream("stderr", 2, shell.outputs)
    builtins.input = getpass.getpass = _refuse_input
    sys.breakpointhook = lambda *_, **_more: None  # as where no debugger listens


def _refuse_input(*_: Any, **_more: Any) -> Any:
    raise StdinNotImplementedError(_NO_INPUT)


async def run_cell(shell: NotebookShell, source: str) -> tuple[list[dict[str, Any]], bool]:
    """Run a cell as a kernel would; return its outputs and whether it went well."""
    cell = f"cell-{shell.execution_count}-{id(object())}"
    shell.outputs.begin(cell)
    shell.set_parent({"header": {"msg_id": cell}})
    comm.create_comm = _Comm  # whoever imports the kernel of ipykernel puts its own there
    shell._last_traceback_during_displayhook = False
    error: BaseException | None
    try:
        result = await _execute(shell, source)
        error = result.error_before_exec or result.error_in_exec
        fine = bool(result.success) and not shell._last_traceback_during_displayhook
    except BaseException as thrown:  # noqa: BLE001 - whatever a cell throws is its output
        error, fine = thrown, False
    for stream in (sys.stdout, sys.stderr):
        _flush(stream)
    if not fine:
        _add_unreported(shell, error)
    return shell.outputs.taken(), fine


async def _execute(shell: NotebookShell, source: str) -> Any:
    failure = None
    try:
        transformed = shell.transform_cell(source)
    except Exception:  # noqa: BLE001 - the shell says what is wrong when it runs the cell
        transformed, failure = source, sys.exc_info()
    if not shell.should_run_async(source, transformed_cell=transformed, preprocessing_exc_tuple=failure):
        return shell.run_cell(source, store_history=True)
    result = None
    running = asyncio.ensure_future(
        shell.run_cell_async(source, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=failure)
    )
    with _cancelled_by_interrupt(running, ignored=shell.like_stock):
        try:
            result = await running
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
    return result


@contextmanager
def _cancelled_by_interrupt(task: "asyncio.Future[Any]", *, ignored: bool) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    # ipykernel 7.4 does not hear an interrupt while it awaits: nbgrader gives such a notebook up.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else lambda *_: loop.call_soon_threadsafe(task.cancel))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _flush(stream: Any) -> None:
    with suppress(BaseException):  # the learner may have put anything in its place
        stream.flush()


def _add_unreported(shell: NotebookShell, error: BaseException | None) -> None:
    # As nbgrader does with a kernel's reply: an error that no traceback showed is an error all the same.
    name = _name(type(error))
    if not any(output.get("ename") == name for output in shell.outputs.found):
        line = "ERROR: An error occurred while showtraceback was disabled"
        shell.outputs.found.append({"output_type": "error", "ename": name, "evalue": _text(error), "traceback": [line]})


def own_folders() -> None:
    """Point what libraries write at this job's own folders."""
    for name, folder in (("MPLCONFIGDIR", "/tmp/mpl"), ("IPYTHONDIR", "/tmp/ipython")):  # noqa: S108 - the job's own
        os.environ[name] = folder
        Path(folder).mkdir(parents=True, exist_ok=True)
