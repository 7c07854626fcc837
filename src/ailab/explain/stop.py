"""Where and why a learner's program stopped: the facts that rules look at."""

import ast
import linecache
import re
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import FrameType, TracebackType
from typing import Any, Final

_LONGEST: Final = 40
_PLAIN: Final = (str, int, float, bool, type(None))


class Unknown(LookupError):
    """What a piece of code stands for cannot be told without running it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A program that stopped."""

    error: BaseException
    source: str = ""
    """The whole cell; empty when unknown."""
    line: int | None = None
    part: str = ""
    """The piece of the line that Python was working on; empty when unknown."""
    file: str = ""
    names: Mapping[str, Any] = field(default_factory=dict)
    """What the program sees at this place."""

    @property
    def message(self) -> str:
        """Return what Python says about it."""
        return str(self.error.msg) if isinstance(self.error, SyntaxError) else str(self.error)

    @property
    def code(self) -> str:
        """Return the line where it stopped."""
        lines = self.source.splitlines()
        return lines[self.line - 1].strip() if self.line and self.line <= len(lines) else ""

    def says(self, pattern: str) -> re.Match[str] | None:
        """Return the match of a pattern in Python's message."""
        return re.search(pattern, self.message)

    def piece(self) -> ast.expr | None:
        """Return the piece that Python was working on, as a tree."""
        try:
            return ast.parse(self.part.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            return None

    def value(self, node: ast.expr) -> Any:
        """Return what a name, or an element of a list or dictionary, stands for; nothing of the learner's is run.

        Raises
        ------
        Unknown
            When only running the piece would tell.
        """
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name) if name in self.names:
                return self.names[name]
            case ast.Subscript(value=inner, slice=place):
                return _element(self.value(inner), self.value(place))
        raise Unknown


def _element(holder: Any, place: Any) -> Any:
    if type(holder) in {dict, list, tuple} and type(place) in {str, int}:
        try:
            return holder[place]
        except (LookupError, TypeError):
            raise Unknown from None
    raise Unknown


def stop_of(error: BaseException, namespace: Mapping[str, Any]) -> Stop:
    """Return where this error stopped the program whose names stand in `namespace`."""
    found = _last_of_the_learner(error.__traceback__, namespace)
    if isinstance(error, SyntaxError) and error.filename and (found is None or not _raised_by_hand(error)):
        return _unreadable(error, namespace)
    if found is None:
        return Stop(error=error, names=namespace)
    frame, line, place = found.tb_frame, found.tb_lineno, found.tb_lasti
    source = _source(frame.f_code.co_filename)
    return Stop(
        error=error,
        source=source,
        line=line,
        part=_part(frame, place, source),
        file=frame.f_code.co_filename,
        names=ChainMap(frame.f_locals, frame.f_globals),
    )


def _raised_by_hand(error: SyntaxError) -> bool:
    return error.lineno is None


def _unreadable(error: SyntaxError, namespace: Mapping[str, Any]) -> Stop:
    source = _source(str(error.filename))
    # Only the line is left of a text that was never a cell, such as one given to `eval`.
    line = error.lineno if source else 1
    return Stop(error=error, source=source or (error.text or ""), line=line, file=str(error.filename), names=namespace)


def _last_of_the_learner(trace: TracebackType | None, namespace: Mapping[str, Any]) -> TracebackType | None:
    found = None
    while trace is not None:
        if trace.tb_frame.f_globals is namespace:
            found = trace
        trace = trace.tb_next
    return found


def _source(file: str) -> str:
    return "".join(linecache.getlines(file))


def _part(frame: FrameType, place: int, source: str) -> str:
    first, last, begin, end = next(islice(frame.f_code.co_positions(), place // 2, None), (None,) * 4)
    if first is None or first != last or begin is None or end is None:
        return ""
    line = source.splitlines()[first - 1 : first]
    # Columns count bytes.
    return line[0].encode()[begin:end].decode(errors="ignore") if line else ""


def shown(value: object) -> str:
    """Return a plain value as the learner would write it, cut when long; only the kind of any other."""
    text = repr(value) if type(value) in _PLAIN else type(value).__name__
    text = text.replace("`", "'")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
