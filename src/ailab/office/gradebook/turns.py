"""Turns at the gradebook, so that two processes can grade without ever meeting in SQLite.

A process holds the turn during everything nbgrader does, and lets it go only while a learner's cells run: no
connection to the database is open then. The system gives the turn back when a process dies.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from nbgrader.preprocessors import Execute, NbGraderPreprocessor

TRUNCATED: Final = "... Output truncated ..."
"""What nbgrader's LimitOutput writes too."""

_LONGEST_TEXT: Final = 20_000
_LONGEST_HTML: Final = 200_000
_MOST_OUTPUTS: Final = 100


class Turn:
    """A lock that processes share through a file."""

    def __init__(self, path: Path) -> None:
        """Take the file; nothing is locked yet."""
        self._stream = path.open("a")

    def __enter__(self) -> Self:
        """Wait for the turn."""
        fcntl.flock(self._stream, fcntl.LOCK_EX)
        return self

    def __exit__(self, *_error: object) -> None:
        """Let the others."""
        fcntl.flock(self._stream, fcntl.LOCK_UN)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let the others, then wait for the turn again."""
        self.__exit__()
        try:
            yield
        finally:
            self.__enter__()


def turn_taking_execute(turn: Turn) -> type[Any]:
    """Return nbgrader's Execute, lending the turn while cells run."""

    class TurnTakingExecute(Execute):
        def preprocess(self, nb: Any, resources: Any = None, km: Any = None) -> Any:
            with turn.lent():
                return super().preprocess(nb, resources, km)

    return TurnTakingExecute


class CapOutput(NbGraderPreprocessor):
    """Cuts what LimitOutput lets through: it counts lines, and a flood may be one line, or a thousand pictures."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> Any:
        """Cut the outputs of one cell; results and errors, which decide a grade, stay."""
        if cell.cell_type == "code":
            for output in cell.outputs:
                _cut(output)
            if len(cell.outputs) > _MOST_OUTPUTS and not cell.metadata.get("nbgrader", {}).get("grade"):
                cell.outputs = [*cell.outputs[:_MOST_OUTPUTS], _truncated()]
        return cell, resources


def _cut(output: Any) -> None:
    if output.output_type == "stream" and len(output.text) > _LONGEST_TEXT:
        output.text = f"{output.text[:_LONGEST_TEXT]}\n{TRUNCATED}"
    if output.output_type == "display_data":
        for kind, content in output.data.items():
            if kind.startswith("text/") and len(content) > _LONGEST_HTML:
                output.data[kind] = TRUNCATED
    if output.output_type == "error":
        output.evalue = output.evalue[:_LONGEST_TEXT]
        output.traceback = [line[:_LONGEST_TEXT] for line in output.traceback]


def _truncated() -> Any:
    from nbformat.v4 import new_output

    return new_output("stream", name="stdout", text=f"{TRUNCATED}\n")
