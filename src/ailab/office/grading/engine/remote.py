"""The grader's side: a learner's answer on the other end of a channel.

Whatever comes back is checked again: exact types, capped sizes, no claims.
"""

import ast
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from ailab.checks.answer import Outcome, Partner
from ailab.checks.local import bound_names
from ailab.checks.meet import with_result
from ailab.checks.plain import NotPlain
from ailab.checks.wire import from_wire, to_wire
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

MOST_ANSWER: Final = 16 << 20
"""Bytes of one answer."""
_MOST_NAMES: Final = 2_000
_LONGEST_NAME: Final = 100
_LONGEST_MESSAGE: Final = 300
_LONGEST_CELL: Final = 100_000
_MOST_SOURCE: Final = 1_000_000
_GRACE_S: Final = 3.0


class RemoteAnswer:
    """Implements `Answer` by asking a job in the sandbox."""

    def __init__(self, channel: socket.socket, cells: Sequence[str], *, patience_s: float = 5.0, budget_s: float = 60.0) -> None:
        """Take the channel and the sources that were run, oldest first: trees are read here, not there.

        `patience_s` is for one question, `budget_s` for all.
        """
        self._channel = channel
        self._sources = _by_name(cells)
        self._patience_s = patience_s
        self._left_s = budget_s
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

    def meet(self, function: str, partner: Callable[[], Partner], /, *args: Any) -> Outcome:
        """Call a function with a stand-in for a partner that lives here, and return the partner's result."""
        met = partner()
        patience_s = min(self._patience_s, self._left_s)
        order = {"do": "meet", "with": to_wire((function, args)), "verbs": sorted(met.verbs), "patience_s": patience_s}
        found = self._exchange(order)
        deadline = time.monotonic() + patience_s + _GRACE_S
        while isinstance(found, dict) and "tell" in found:
            if time.monotonic() > deadline:  # never ending talk keeps no grader
                self.trouble = self.trouble or "TimeUp"
            found = self._exchange(_told(met, found))
        return with_result(self._as_outcome(found), met.result())

    def names(self) -> frozenset[str]:
        """Return the public names of the learner's namespace."""
        found = self._exchange({"do": "names"})
        names = found.get("names", ()) if isinstance(found, dict) else ()
        return frozenset(name for name in names[:_MOST_NAMES] if _is_name(name)) if isinstance(names, list) else frozenset()

    def tree(self, name: str) -> ast.Module | None:
        """Return the syntax tree of the last cell that binds this name."""
        source = self._sources.get(name)
        return None if source is None else ast.parse(source)

    def sources(self) -> Mapping[str, str]:
        """Return the source of the last cell that binds each name."""
        return dict(self._sources)

    def _ask(self, question: str, given: tuple[Any, ...]) -> Outcome:
        order = {"do": "ask", "question": question, "with": to_wire(given), "patience_s": min(self._patience_s, self._left_s)}
        return self._as_outcome(self._exchange(order))

    def _as_outcome(self, found: Any) -> Outcome:
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
        if self._left_s <= 0:
            self.trouble = self.trouble or "TimeUp"
        if self.trouble:
            return None
        begin = time.monotonic()
        try:
            self._channel.settimeout(_GRACE_S)
            send_frame(self._channel, order)
            return receive_frame(self._channel, most_bytes=MOST_ANSWER, seconds=min(self._patience_s, self._left_s) + _GRACE_S)
        except TimeoutError:
            self.trouble = "TimeUp"
        except (EOFError, FrameRefused, OSError):
            self.trouble = "Died"
        finally:
            self._left_s -= time.monotonic() - begin
        return None


def _told(partner: Partner, call: dict[str, Any]) -> dict[str, Any]:
    """Return the partner's answer to a stranger's call."""
    verb = call["tell"]
    try:
        args, named = from_wire(call.get("with"))
        if verb not in partner.verbs:
            raise ValueError("no such verb")
        return {"told": to_wire(partner.tell(verb, *args, **named))}
    except Exception as error:  # noqa: BLE001 - a stranger's arguments may do anything to a partner; the grader goes on
        if getattr(error, "ends_run", False):
            return {"over": True}
        return {"refused": type(error).__name__, "message": to_wire(str(error)[:_LONGEST_MESSAGE])}


def _is_name(name: Any) -> bool:
    # Names are shown beside the one that was looked for.
    return isinstance(name, str) and len(name) <= _LONGEST_NAME and name.isidentifier()


def _by_name(cells: Sequence[str]) -> dict[str, str]:
    """Return the source of the last cell that binds each name; what nobody writes by hand is not read: parsing costs the grader time and memory."""
    found: dict[str, str] = {}
    left = _MOST_SOURCE
    for cell in cells:
        left -= len(cell)
        if left >= 0 and len(cell) <= _LONGEST_CELL:
            with suppress(Exception):  # whatever the parser says of a stranger's cell: it binds nothing then
                found |= dict.fromkeys(bound_names(cell), cell)
    return found
