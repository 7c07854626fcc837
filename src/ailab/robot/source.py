"""The text of a program and the lines of it that use the robot."""

import inspect
import linecache
from collections.abc import Callable
from textwrap import dedent
from types import CodeType, FrameType, FunctionType
from typing import Any, Final

from ailab.robot.mistakes import RobotMisused, say, shown

_DEEPEST: Final = 30
"""Frames between a verb and the program."""
_LONGEST: Final = 20_000
"""Letters of a program that are kept."""


def check_program(program: Any) -> None:
    """Tell the learner when this is no function that takes a robot."""
    if getattr(program, "outcome", None) is not None and hasattr(program, "trace"):
        raise RobotMisused(
            say("`simulate` needs your program, not the robot. Define `def program(robot): …`, then `simulate(program, …)`.")
        )
    if program is None:
        raise RobotMisused(say("`simulate` got `None`. Give it the name of your program, without brackets: `simulate(program, …)`."))
    if not callable(program):
        raise RobotMisused(
            say("`simulate` got `{given}`. It needs the name of a function: `def program(robot): …`, then `simulate(program, …)`.").format(
                given=shown(program)
            )
        )
    if inspect.isgeneratorfunction(program) or inspect.iscoroutinefunction(program):
        raise RobotMisused(say("Your program holds `yield` or `async`. A program for a robot is written without them."))
    try:
        inspect.signature(program).bind(None)
    except ValueError:
        return  # some built-in functions tell nothing about themselves
    except TypeError:
        name = getattr(program, "__name__", "program")
        raise RobotMisused(
            say("Your program needs one name between its brackets, for the robot: `def {name}(robot):`.").format(name=name)
        ) from None


def program_text(program: Any) -> tuple[str, int]:
    """Return the text of a program and the line of its file at which this text begins; empty when unknown.

    A cell of a notebook is shown whole, so that the functions it calls are there too.
    """
    drawn = getattr(program, "source_text", None)
    if isinstance(drawn, str):
        return drawn[:_LONGEST], 1
    code = program_code(program)
    if code is None:
        return "", 1
    lines = linecache.getlines(code.co_filename)
    if lines and _is_cell(code.co_filename):
        return "".join(lines)[:_LONGEST], 1
    try:
        own, first = inspect.getsourcelines(code)
    except (OSError, TypeError, IndexError, SyntaxError):
        return "", 1
    return dedent("".join(own))[:_LONGEST], max(first, 1)


def _is_cell(filename: str) -> bool:
    return "ipykernel_" in filename or filename.startswith("<")


def program_code(program: Any) -> CodeType | None:
    """Return the code of a function, a method or an object that can be called."""
    found = inspect.unwrap(program) if isinstance(program, FunctionType) else program
    found = getattr(found, "func", found)  # functools.partial
    found = getattr(found, "__func__", found)
    code = getattr(found, "__code__", None) or getattr(vars(type(found)).get("__call__"), "__code__", None)
    return code if isinstance(code, CodeType) else None


def locator(program: Any, first: int, length: int) -> Callable[[FrameType], int]:
    """Return a function from the frame that used a verb to a line of the program's text, 0 when it is none of its."""
    if isinstance(getattr(program, "source_text", None), str):
        return lambda _frame: int(program.line)
    code = program_code(program)
    filename = code.co_filename if code else ""

    def locate(frame: FrameType) -> int:
        """Return the line of the nearest frame that is the program's."""
        here: FrameType | None = frame
        for _ in range(_DEEPEST):
            if here is None:
                return 0
            if here.f_code.co_filename == filename:
                line = here.f_lineno - first + 1
                if 1 <= line <= length:
                    return line
            here = here.f_back
        return 0

    return locate
