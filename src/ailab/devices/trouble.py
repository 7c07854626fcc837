"""Troubles in functions that somebody else calls: one line for the learner, each only once."""

from collections.abc import Callable
from typing import Any

from ailab.devices.errors import DeviceError, say


class Trouble:
    """Says what went wrong, on the learner's screen and never on stderr: nbgrader gives no points for that."""

    def __init__(self) -> None:
        """Begin without any."""
        self.lines: list[str] = []

    def report(self, function: Callable[..., Any], error: BaseException) -> None:
        """Print one line about this error, unless it has been said."""
        self.say(str(error) if isinstance(error, DeviceError) else _line(function, error))

    def say(self, line: str) -> None:
        """Print a line, unless it has been said."""
        if line not in self.lines:
            self.lines.append(line)
            print(line)


def _line(function: Callable[..., Any], error: BaseException) -> str:
    name = getattr(function, "__name__", type(function).__name__)
    return say("`{name}` stopped at its line {line} with `{error}`: {text}. The other functions went on.").format(
        name=name, line=_line_number(function, error), error=type(error).__name__, text=_text(error)
    )


def _line_number(function: Callable[..., Any], error: BaseException) -> int:
    """Return the line, counted from the `def`, at which the function was when the error came."""
    code = getattr(function, "__code__", None)
    trace = error.__traceback__
    number = 0
    while trace is not None:
        if trace.tb_frame.f_code is code:
            number = trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno + 1
        trace = trace.tb_next
    return number


def _text(error: BaseException) -> str:
    try:
        return str(error)[:200].rstrip(".")
    except Exception:  # noqa: BLE001 - the learner may have written __str__
        return type(error).__name__
