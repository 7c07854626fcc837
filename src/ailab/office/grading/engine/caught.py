"""What the cells of a notebook say, caught in the learner's process as nbformat knows it.

Three ways lead here: the streams of Python, the descriptors 1 and 2 that programs and C code write to, and
the messages of an IPython shell (`take`), which nbclient would have turned into outputs.
"""

import io
import os
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, Final

_MOST_TEXT: Final = 4 << 20
"""Characters of all outputs of one cell; the rest is cut, as a trainer would."""
_SHORT: Final = 1_000
_OUTPUT_WIDGET: Final = "OutputModel"


class Outputs:
    """Collects the outputs of one cell."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self.cell = ""
        """The message that asked for the running cell; what answers an older one comes too late, as in a notebook."""
        self.parent: ContextVar[str] = ContextVar("parent")
        self._size = 0
        self._clear_first = False
        self._shown: dict[str, list[dict[str, Any]]] = {}
        self._boxes: set[str] = set()
        self._open_boxes: list[str] = []

    def begin(self, cell: str) -> None:
        """Begin a cell."""
        self.cell = cell
        self.parent.set(cell)
        self.found, self._size, self._clear_first = [], 0, False
        self._shown, self._open_boxes = {}, []

    @property
    def _elsewhere(self) -> bool:
        # A thread knows no parent and speaks in the cell that runs; a task speaks in the cell that began it.
        return self.parent.get(self.cell) != self.cell or bool(self._open_boxes)

    def add(self, output: dict[str, Any], display_id: str = "") -> None:
        """Keep an output, unless the cell has said more than enough; what decides points is kept, cut short."""
        if self._elsewhere:
            return
        self._clear_if_due()
        self._size += _size_of(output)
        if self._size <= _MOST_TEXT:
            self.found.append(output)
            if display_id:
                self._shown.setdefault(display_id, []).append(output)
        elif output["output_type"] == "error":
            self.found.append(
                {**output, "evalue": output["evalue"][:_SHORT], "traceback": [line[:_SHORT] for line in output["traceback"][-1:]]}
            )
        elif output["output_type"] == "execute_result":
            self.found.append({**output, "metadata": {}, "data": {"text/plain": str(output["data"].get("text/plain", ""))[:_SHORT]}})

    def write(self, name: str, text: str) -> None:
        """Keep text of a stream, joined to the last piece of the same stream."""
        if not text or self._elsewhere:
            return
        self._clear_if_due()
        self._size += len(text)
        if self._size > _MOST_TEXT:
            if name == "stdout" or any(output.get("name") == name for output in self.found):
                return
            text = text[:_SHORT]  # nbgrader counts a line on stderr as an error
        if self.found and self.found[-1].get("name") == name:
            self.found[-1]["text"].append(text)
        else:
            self.found.append({"output_type": "stream", "name": name, "text": [text]})

    def clear(self, *, wait: bool) -> None:
        """Forget what the cell has said, now or when it speaks again."""
        if self._elsewhere:
            return
        self._clear_first = wait
        if not wait:
            self.found.clear()

    def _clear_if_due(self) -> None:
        if self._clear_first:
            self._clear_first = False
            self.found.clear()

    def update(self, display_id: str, data: dict[str, Any], metadata: dict[str, Any]) -> None:
        """Change what this cell has displayed under an id."""
        for output in self._shown.get(display_id, ()):
            output["data"], output["metadata"] = data, metadata

    def take(self, kind: str, content: dict[str, Any]) -> None:
        """Keep what a message of a shell says."""
        display_id = str((content.get("transient") or {}).get("display_id") or "")
        if kind == "clear_output":
            self.clear(wait=bool(content.get("wait")))
        elif kind == "update_display_data":
            self.update(display_id, dict(content["data"]), dict(content["metadata"] or {}))
        elif kind == "error":
            self.add({"output_type": kind, "ename": content["ename"], "evalue": content["evalue"], "traceback": content["traceback"]})
        elif kind in ("display_data", "execute_result"):
            more = {"execution_count": content.get("execution_count")} if kind == "execute_result" else {}
            self.add({"output_type": kind, "data": dict(content["data"]), "metadata": dict(content["metadata"] or {}), **more}, display_id)

    def widget(self, name: str, state: dict[str, Any]) -> None:
        """Follow a widget's state: while an Output widget is open, what is said belongs to it and to no cell."""
        if state.get("_model_name") == _OUTPUT_WIDGET:
            self._boxes.add(name)
        if name in self._boxes and state.get("msg_id"):
            self._open_boxes.append(name)
        elif name in self._boxes and "msg_id" in state and self._open_boxes:
            self._open_boxes.pop()

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


class Stream(io.TextIOBase):
    """sys.stdout or sys.stderr of a notebook, and the descriptor below it."""

    def __init__(self, name: str, number: int, outputs: Outputs) -> None:
        super().__init__()
        self.name = name
        self._number, self._outputs = number, outputs
        self._process = os.getpid()
        self._aside = os.open(os.devnull, os.O_WRONLY)
        self._file = _file_for(number)
        self._read = 0

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Return what a kernel says."""
        return "UTF-8"

    def writable(self) -> bool:
        """Return that it is."""
        return True

    def write(self, text: str, /) -> int:
        """Keep text as an output of the running cell."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if os.getpid() == self._process:
            self._outputs.write(self.name, text)
        else:
            # A process of the notebook's own speaks through the descriptor it shares.
            os.write(self._number, text.encode("utf-8", "replace"))
        return len(text)

    def flush(self) -> None:
        """Take over what programs and C code have written meanwhile."""
        if os.getpid() != self._process:
            return
        with suppress(OSError):
            while data := os.pread(self._file, 1 << 20, self._read):
                self._read += len(data)
                self._outputs.write(self.name, data.decode(errors="replace"))
            if self._read > _MOST_TEXT:
                os.ftruncate(self._file, 0)
                self._read = 0

    def fileno(self) -> int:
        """Return a descriptor that leads where the notebook does not look, as a kernel's does."""
        return self._aside


def _file_for(number: int) -> int:
    """Put a file without a name in the place of a descriptor: it never blocks who writes, and needs no thread that reads."""
    path = f"/tmp/.stream-{number}"  # noqa: S108 - the job's own
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    os.unlink(path)  # noqa: PTH108 - beside the other calls on descriptors
    os.dup2(handle, number)
    return handle
