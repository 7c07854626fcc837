"""A few lines of Python, run step by step under watch: which line, which values, what was printed. Bounded in steps."""

import ast
import builtins
import io
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from reprlib import Repr
from types import FrameType, FunctionType, ModuleType
from typing import Any, Final

_FILE: Final = "<watched>"
_LONGEST_PRINTED: Final = 4000
_SHORT: Final = Repr()
_SHORT.maxstring = _SHORT.maxother = 40
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxdict = _SHORT.maxset = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The moment before a line runs, or, with line 0, the end."""

    line: int
    names: tuple[tuple[str, str], ...]
    """Variables with their values as text, in the order in which they came."""
    printed: str
    """All that was printed so far."""
    function: str = ""
    """Name of the function the line stands in; empty at top level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A run that was watched."""

    steps: tuple[Step, ...]
    printed: str
    error: str = ""
    """Name and text of the exception that ended the run."""
    cut: bool = False
    """True: the run was stopped, because it took too many steps."""


class _Enough(BaseException):
    """Ends a run that takes too long; not an Exception, so that the program's own `except` lets it pass."""


class _KeepEnough(ast.NodeTransformer):
    """Lets bare `except:` catch exceptions only: nothing in the program may hold up the end of its run."""

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        """Give a handler that would catch everything the name Exception."""
        self.generic_visit(node)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "BaseException"):
            node.type = ast.copy_location(ast.Name("Exception", ast.Load()), node)
        return node


def trace(code: str, most: int) -> Traced:
    """Run a program under watch, for at most so many steps.

    Raises
    ------
    SyntaxError
        When it is no Python.
    """
    program = compile(_KeepEnough().visit(ast.parse(code, _FILE)), _FILE, "exec")
    steps: list[Step] = []
    printed = io.StringIO()
    world: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}

    def follow(frame: FrameType, event: str, _value: Any) -> Any:
        if frame.f_code.co_filename != _FILE or _is_inner(frame):
            return None
        if event == "line":
            if len(steps) >= most:
                raise _Enough
            steps.append(_step(frame, printed))
        return follow

    error, cut, before = "", False, sys.gettrace()
    try:
        with redirect_stdout(printed):
            sys.settrace(follow)
            exec(program, world)  # noqa: S102 - the program stands in the notebook, in front of who runs it
    except _Enough:
        cut = True
    except Exception as caught:  # noqa: BLE001 - whatever ends the program is shown
        error = f"{type(caught).__name__}: {caught}"
    finally:
        sys.settrace(before)
    end = Step(line=0, names=_names(world), printed=_text(printed))
    return Traced(steps=(*steps, end), printed=_text(printed), error=error, cut=cut)


def _is_inner(frame: FrameType) -> bool:
    """Tell whether this is the inside of a comprehension, which older versions of Python run as a function."""
    return frame.f_code.co_name.startswith("<") and frame.f_code.co_name not in ("<module>", "<lambda>")


def _step(frame: FrameType, printed: io.StringIO) -> Step:
    name = frame.f_code.co_name
    return Step(line=frame.f_lineno, names=_names(frame.f_locals), printed=_text(printed), function="" if name == "<module>" else name)


def _names(values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    shown = ((name, value) for name, value in values.items() if not name.startswith(("_", ".")))
    return tuple((name, _SHORT.repr(value)) for name, value in shown if not isinstance(value, ModuleType | FunctionType | type))


def _text(printed: io.StringIO) -> str:
    return printed.getvalue()[:_LONGEST_PRINTED]
