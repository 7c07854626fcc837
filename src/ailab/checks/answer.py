"""The learner's work seen from outside: questions in, plain data out."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Partner(Protocol):
    """What a learner's function can be asked to meet; it lives outside the learner's process (see `meet`)."""

    @property
    def verbs(self) -> frozenset[str]:
        """What may be called on the stand-in."""

    def tell(self, verb: str, /, *args: Any, **kwargs: Any) -> Any:
        """Take one call and return plain data.

        The caller is a stranger: check every argument. A `ValueError` or `TypeError` is raised again in the
        learner's function, an exception with a true `ends_run` ends it.
        """

    def result(self) -> Any:
        """Return plain data that tells what has happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came back from one question."""

    value: Any = None
    """Plain data: numbers, text, bytes, lists, tuples, sets, dicts. Copies, never the learner's objects."""
    error: str = ""
    """Name of the exception type, `NotDefined`, `TimeUp` or `NotPlainData`; empty when all went well."""
    message: str = ""
    printed: str = ""
    """What was written to stdout meanwhile."""


class Answer(Protocol):
    """What a check may ask of the learner's work."""

    def call(self, function: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a function that the learner wrote."""

    def read(self, name: str, /) -> Outcome:
        """Read a variable."""

    def use(self, name: str, method: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Call a method of an object, as `model.predict(X)`."""

    def meet(self, function: str, partner: Callable[[], Partner], /, *args: Any) -> Outcome:
        """Call a function that the learner wrote with a stand-in for a new partner, whose result is the outcome's value."""

    def names(self) -> frozenset[str]:
        """Return the names the learner's work defines."""

    def tree(self, name: str) -> ast.Module | None:
        """Return the syntax tree of the last cell that binds this name."""

    def sources(self) -> Mapping[str, str]:
        """Return, for each name bound at top level, the source of the last cell that binds it."""
