"""A learner's notebook without a kernel: IPython's shell, its outputs caught as nbformat knows them.

Made in the warm template, so that a fork finds everything imported; used in the sandbox.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

Emit = Callable[[dict[str, Any]], None]

_MOST_TEXT: Final = 4 << 20
"""Characters of all outputs of one cell; the rest is cut, as a trainer would."""
_SHORT: Final = 1_000


class Outputs:
    """Collects the outputs of one cell."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self._size = 0

    def add(self, output: dict[str, Any]) -> None:
        """Keep an output, unless the cell has said more than enough; what decides points is kept, cut short."""
        self._size += _size_of(output)
        if self._size <= _MOST_TEXT:
            self.found.append(output)
        elif output["output_type"] == "error":
            self.found.append(
                {**output, "evalue": output["evalue"][:_SHORT], "traceback": [line[:_SHORT] for line in output["traceback"][-1:]]}
            )
        elif output["output_type"] == "execute_result":
            self.found.append({**output, "metadata": {}, "data": {"text/plain": str(output["data"].get("text/plain", ""))[:_SHORT]}})

    def write(self, name: str, text: str) -> None:
        """Keep text of a stream, joined to the last piece of the same stream."""
        self._size += len(text)
        if self._size > _MOST_TEXT:
            if name == "stdout" or any(output.get("name") == name for output in self.found):
                return
            text = text[:_SHORT]  # nbgrader counts a line on stderr as an error
        if self.found and self.found[-1].get("name") == name:
            self.found[-1]["text"].append(text)
        else:
            self.found.append({"output_type": "stream", "name": name, "text": [text]})

    def taken(self) -> list[dict[str, Any]]:
        """Return the outputs, and forget them."""
        found, self.found, self._size = self.found, [], 0
        for output in found:
            if output["output_type"] == "stream":
                output["text"] = "".join(output["text"])
        return found


def _size_of(output: dict[str, Any]) -> int:
    data = output.get("data", {})
    return sum(len(value) for value in data.values() if isinstance(value, str | bytes)) + sum(map(len, output.get("traceback", ())))


class _Stream(io.TextIOBase):
    """stdout or stderr of a cell."""

    def __init__(self, name: str, outputs: Outputs) -> None:
        super().__init__()
        self._name, self._outputs = name, outputs

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "UTF-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.write(self._name, text)
        return len(text)

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


class _Publisher(DisplayPublisher):
    outputs: Outputs

    def publish(self, data: Any, metadata: Any = None, source: Any = None, **_more: Any) -> None:
        self.outputs.add({"output_type": "display_data", "data": dict(data), "metadata": metadata or {}})

    def clear_output(self, wait: bool = False) -> None:
        self.outputs.taken()


class _Hook(DisplayHook):
    outputs: Outputs

    def start_displayhook(self) -> None:
        self._data: dict[str, Any] = {}
        self._metadata: dict[str, Any] = {}

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self._data, self._metadata = format_dict, md_dict or {}

    def finish_displayhook(self) -> None:
        if self._data:
            self.outputs.add(
                {
                    "output_type": "execute_result",
                    "data": dict(self._data),
                    "metadata": dict(self._metadata),
                    "execution_count": self.prompt_count,
                }
            )


class NotebookShell(InteractiveShell):
    """IPython's shell for one notebook."""

    outputs: Outputs

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        self.outputs.add({"output_type": "error", "ename": _name(etype), "evalue": _text(evalue), "traceback": [str(line) for line in stb or ()]})

    def raw_input(self, *_: Any) -> str:
        """Refuse: nobody is there to answer."""
        raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")

    def init_virtualenv(self) -> None:
        """Nothing to look for: the interpreter is the right one."""

    def ask_exit(self) -> None:
        """`exit()` ends nothing here: the cells after it still count."""

    def enable_gui(self, gui: Any = None) -> None:
        """No event loop of a window here."""


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
        "HistoryManager": {"enabled": False},  # it starts a thread, and threads do not survive a fork
        "InteractiveShell": {"colors": "NoColor", "autoindent": False, "xmode": "Plain"},  # quick, and as Python itself says it
        "InlineBackend": {"close_figures": True},
    }
)


def new_shell() -> NotebookShell:
    """Return the shell of this process; one is enough."""
    shell = NotebookShell.instance(config=_CONFIG, displayhook_class=_Hook, display_pub_class=_Publisher)
    outputs = Outputs()
    parts: tuple[Any, ...] = (shell, shell.displayhook, shell.display_pub)
    for part in parts:
        part.outputs = outputs
    shell.user_ns["input"] = shell.raw_input
    return shell


def run_cell(shell: NotebookShell, source: str) -> tuple[list[dict[str, Any]], bool]:
    """Run a cell as a kernel would; return its outputs and whether it went well."""
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Stream("stdout", shell.outputs), _Stream("stderr", shell.outputs)
    try:
        result = shell.run_cell(source, store_history=True)
        fine = bool(result.success)
        _add_unreported(shell, result.error_before_exec or result.error_in_exec)
    except SystemExit as error:
        shell.outputs.add(
            {"output_type": "error", "ename": "SystemExit", "evalue": str(error.code), "traceback": [f"SystemExit: {error.code}"]}
        )
        fine = False
    except KeyboardInterrupt:
        shell.outputs.add({"output_type": "error", "ename": "KeyboardInterrupt", "evalue": "", "traceback": ["KeyboardInterrupt"]})
        fine = False
    except BaseException as error:  # noqa: BLE001 - whatever a cell throws is its output
        _add_unreported(shell, error)
        fine = False
    finally:
        sys.stdout, sys.stderr = streams
    return shell.outputs.taken(), fine


def _add_unreported(shell: NotebookShell, error: BaseException | None) -> None:
    # As nbgrader does with a kernel's reply: an error that no traceback showed is an error all the same.
    name = _name(type(error))
    if error is not None and not any(output.get("ename") == name for output in shell.outputs.found):
        line = "ERROR: An error occurred while showtraceback was disabled"
        shell.outputs.add({"output_type": "error", "ename": name, "evalue": _text(error), "traceback": [line]})


def own_folders() -> None:
    """Point what libraries write at this job's own folders."""
    for name, folder in (("MPLCONFIGDIR", "/tmp/mpl"), ("IPYTHONDIR", "/tmp/ipython")):  # noqa: S108 - the job's own
        os.environ[name] = folder
        Path(folder).mkdir(parents=True, exist_ok=True)
