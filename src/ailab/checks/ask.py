"""Questions to an answer, written as data of a case."""

from collections.abc import Callable
from typing import Any

from ailab.checks.answer import Answer, Outcome

Ask = Callable[[Answer], Outcome]


def call(function: str, /, *args: Any, **kwargs: Any) -> Ask:
    """Ask for the result of a function call."""
    return lambda answer: answer.call(function, *args, **kwargs)


def read(name: str, /) -> Ask:
    """Ask for the value of a variable."""
    return lambda answer: answer.read(name)


def use(name: str, method: str, /, *args: Any, **kwargs: Any) -> Ask:
    """Ask an object's method, as `use("model", "predict", rows)`."""
    return lambda answer: answer.use(name, method, *args, **kwargs)
