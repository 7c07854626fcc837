"""Stops that are about the way of the program: zero, calls without end, assertions."""

import ast

from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations


def by_zero(stop: Stop, say: Translations) -> Told | None:
    """A division by zero."""
    node = stop.piece()
    divisor = ast.unparse(node.right) if isinstance(node, ast.BinOp) else ""
    what = say("Here something is divided by zero, and that has no result.")
    if divisor and not divisor.replace(".", "").isdigit():
        return Told(what, say("`{divisor}` is 0 here. Ask first with `if {divisor} != 0:`.").format(divisor=divisor))
    return Told(what, say("Divide by another number, or ask with `if` before you divide."))


def without_end(_stop: Stop, say: Translations) -> Told | None:
    """A function that calls itself for ever."""
    return Told(
        say("A function calls itself again and again and never comes to an end."),
        say("Write an `if` at its beginning that ends it with `return` and without a call."),
    )


def untrue(stop: Stop, say: Translations) -> Told | None:
    """A bare `assert`, or one with words."""
    condition = _condition(stop)
    if not condition:
        return Told(say("An `assert` asks for something to be true, and it is not."), _look(say))
    return Told(say("`assert` asks for `{condition}` to be true, and it is not.").format(condition=condition), _look(say))


def _look(say: Translations) -> str:
    return say("Look at the values in it with `print(…)` before this line.")


def _condition(stop: Stop) -> str:
    try:
        statement = ast.parse(stop.code).body[0]
    except (SyntaxError, IndexError):
        return ""
    return ast.unparse(statement.test).replace("`", "'") if isinstance(statement, ast.Assert) else ""


def something_else(stop: Stop, say: Translations) -> Told | None:
    """Any error that no rule knows."""
    return Told(
        say("The program stopped here with `{error}`.").format(error=type(stop.error).__name__),
        say("Read the last line above: it says why. Change one thing and run the cell again."),
    )
