"""The grader's side: a learner's answer on the other end of a channel.

Whatever comes back is checked again: exact types, capped sizes, no claims.
"""

import ast
import socket
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ailab.checks.answer import Outcome
from ailab.checks.local import bound_names
from ailab.checks.plain import NotPlain
from ailab.checks.wire import from_wire, to_wire
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

MOST_ANSWER: Final = 16 << 20
"""Bytes of one answer."""
_GRACE_S: Final = 3.0


class RemoteAnswer:
    """Implements `Answer` by asking a job in the sandbox."""

    def __init__(self, channel: socket.socket, cells: Sequence[str], *, patience_s: float = 5.0) -> None:
        """Take the channel and the sources that were run, oldest first: trees are read here, not there."""
        self._channel = channel
        self._cells = tuple(cells)
        self._patience_s = patience_s
        self.trouble = ""
        """Why the job can no longer be asked: `TimeUp` or `Died`; empty while all is well."""

    def call(self, function: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a function that the learner wrote."""
        return self._ask("call", (function, args, kwargs))

    def read(self, name: str, /) -> Outcome:
        """Read a variable."""
        return self._ask("read", (name,))

    def use(self, name: str, method: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a method of an object, or read an attribute that is no method."""
        return self._ask("use", (name, method, args, kwargs))

    def names(self) -> frozenset[str]:
        """Return the public names of the learner's namespace."""
        found = self._exchange({"do": "names"})
        names = found.get("names", ()) if isinstance(found, dict) else ()
        return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()

    def tree(self, name: str) -> ast.Module | None:
        """Return the syntax tree of the last cell that binds this name."""
        source = self.sources().get(name)
        return None if source is None else ast.parse(source)

    def sources(self) -> Mapping[str, str]:
        """Return the source of the last cell that binds each name."""
        found: dict[str, str] = {}
        for cell in self._cells:
            found |= dict.fromkeys(bound_names(cell), cell)
        return found

    def _ask(self, question: str, given: tuple[Any, ...]) -> Outcome:
        order = {"do": "ask", "question": question, "with": to_wire(given), "patience_s": self._patience_s}
        found = self._exchange(order)
        if not isinstance(found, dict):
            return Outcome(error=self.trouble or "NotPlainData")
        try:
            printed = str(from_wire(found.get("printed", "")))
            if "value" not in found:
                return Outcome(
                    error=str(from_wire(found.get("error")) or "NotPlainData"),
                    message=str(from_wire(found.get("message", ""))),
                    printed=printed,
                )
            return Outcome(value=from_wire(found["value"]), printed=printed)
        except NotPlain as error:
            return Outcome(error="NotPlainData", message=str(error))

    def _exchange(self, order: dict[str, Any]) -> Any:
        if self.trouble:
            return None
        try:
            self._channel.settimeout(_GRACE_S)
            send_frame(self._channel, order)
            return receive_frame(self._channel, most_bytes=MOST_ANSWER, seconds=self._patience_s + _GRACE_S)
        except TimeoutError:
            self.trouble = "TimeUp"
        except (EOFError, FrameRefused, OSError):
            self.trouble = "Died"
        return None
