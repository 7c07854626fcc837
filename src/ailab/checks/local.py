"""An answer in this very process: the learner's namespace, asked directly.

Good for the learner's own screen and for stock nbgrader. Grading engines put a process boundary here.
"""

import ast
import io
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from typing import Any

from ailab.checks.answer import Outcome, Partner
from ailab.checks.meet import introduce, with_result
from ailab.checks.plain import NotPlain, plain

_PATIENCE_S = 5.0


class TimeUp(BaseException):
    """The learner's code did not end in time. Not an Exception: `except Exception` must not catch it."""


class LocalAnswer:
    """Implements `Answer` on a namespace of this process."""

    def __init__(self, namespace: Mapping[str, Any], cells: Sequence[str], *, patience_s: float = _PATIENCE_S) -> None:
        """Take the namespace and the sources of the cells run so far, oldest first."""
        self._namespace = namespace
        self._cells = tuple(cells)
        self._patience_s = patience_s

    def call(self, function: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a function that the learner wrote, with copies of the arguments."""
        return self._ask(lambda: self._find(function)(*deepcopy(args), **deepcopy(kwargs)))

    def read(self, name: str, /) -> Outcome:
        """Read a variable."""
        return self._ask(lambda: self._find(name))

    def use(self, name: str, method: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a method of an object, or read an attribute that is no method."""

        def ask() -> Any:
            found = getattr(self._find(name), method)
            return found(*deepcopy(args), **deepcopy(kwargs)) if callable(found) else found

        return self._ask(ask)

    def meet(self, function: str, partner: Callable[[], Partner], /, *args: Any) -> Outcome:
        """Call a function with a stand-in for a new partner, and return the partner's result."""
        met = partner()

        def tell(verb: str, given: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
            return met.tell(verb, *plain(given), **plain(dict(named)))

        outcome = self._ask(lambda: introduce(self._find(function), met.verbs, tell, deepcopy(args)))
        return with_result(outcome, met.result())

    def names(self) -> frozenset[str]:
        """Return the public names of the namespace."""
        return frozenset(name for name in self._namespace if not name.startswith("_"))

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

    def _find(self, name: str) -> Any:
        if name not in self._namespace:
            raise _NotDefined(name)
        return self._namespace[name]

    def _ask(self, question: Callable[[], Any]) -> Outcome:
        printed = io.StringIO()
        try:
            with redirect_stdout(printed), redirect_stderr(io.StringIO()), _time_limit(self._patience_s):
                value = plain(question())
        except _NotDefined as error:
            return Outcome(error="NotDefined", message=str(error))
        except NotPlain as error:
            return Outcome(error="NotPlainData", message=str(error), printed=printed.getvalue())
        except TimeUp:
            return Outcome(error="TimeUp", printed=printed.getvalue()[:1000])
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - SystemExit too: the learner's code must not end the check
            return Outcome(error=type(error).__name__, message=_text(error), printed=printed.getvalue())
        return Outcome(value=value, printed=printed.getvalue())


class _NotDefined(Exception):
    """A name the learner has not defined."""


def _text(error: BaseException) -> str:
    try:
        return str(error)[:300]
    except Exception:  # noqa: BLE001 - the learner may have written __str__
        return ""


def bound_names(cell: str) -> Iterator[str]:
    """Yield the names that a cell binds at top level; a cell that is no Python binds none."""
    try:
        body = ast.parse(cell).body
    except (SyntaxError, ValueError, RecursionError):
        return
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement.name
        else:
            yield from (node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    # Signals reach the main thread alone; elsewhere (and on Windows) the caller's limits must do.
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
