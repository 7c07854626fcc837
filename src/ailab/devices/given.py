"""What a learner gave: functions and numbers, checked where they come in."""

import inspect
from collections.abc import Callable
from math import isfinite
from numbers import Real
from typing import Any

from ailab.devices.errors import WrongValue, say, shown


def a_callable(given: object) -> Callable[..., Any]:
    """Return a function, or say that one is needed."""
    if not callable(given):
        text = say("Here a function is needed; you gave {given}. Give its name alone, without brackets.")
        raise WrongValue(text.format(given=shown(given)))
    return given


def a_function(given: object, *parameters: str) -> None:
    """Raise unless this is a function that can be called with these values."""
    function = a_callable(given)
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # built-in functions need not tell
        return
    try:
        signature.bind(*parameters)
    except TypeError:
        name = getattr(given, "__name__", shown(given))
        text = say("`{name}` cannot be called here. It must be a function like `def {name}({parameters}):`.")
        raise WrongValue(text.format(name=name, parameters=", ".join(parameters))) from None


def a_number(given: object, name: str, *, at_least: float) -> float:
    """Return a finite number, or say what was expected."""
    if isinstance(given, bool) or not isinstance(given, Real) or not isfinite(given) or given < at_least:
        text = say("`{name}` is a number from {least} up; you gave {given}.")
        raise WrongValue(text.format(name=name, least=f"{at_least:g}", given=shown(given)))
    return float(given)


def a_seed(given: object) -> int:
    """Return a whole number, or say what was expected."""
    if isinstance(given, bool) or not isinstance(given, int):
        raise WrongValue(say("A seed is a whole number, for example 7; you gave {given}.").format(given=shown(given)))
    return given


def is_same_function(first: Callable[..., Any], second: Callable[..., Any]) -> bool:
    """Say whether the second is the first, or the first written again: a notebook's cell that was run twice."""
    return first == second or (_home(first) is not None and _home(first) == _home(second))


def _home(function: Callable[..., Any]) -> tuple[str, str] | None:
    name = getattr(function, "__qualname__", "<")
    if getattr(function, "__module__", None) != "__main__" or "<" in name or inspect.ismethod(function):
        return None
    return "__main__", name
