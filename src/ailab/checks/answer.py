"""The learner's work seen from outside: questions in, plain data out."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


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

    def names(self) -> frozenset[str]:
        """Return the names the learner's work defines."""

    def tree(self, name: str) -> ast.Module | None:
        """Return the syntax tree of the last cell that binds this name."""

    def sources(self) -> Mapping[str, str]:
        """Return, for each name bound at top level, the source of the last cell that binds it."""
