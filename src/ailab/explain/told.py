"""What a rule tells: what happened, and one next step."""

from collections.abc import Callable
from dataclasses import dataclass

from ailab.explain.stop import Stop
from ailab.lang import Translations


@dataclass(frozen=True, slots=True)
class Told:
    """Two sentences for a learner; `code` stands in backticks."""

    what: str
    step: str


Rule = Callable[[Stop, Translations], Told | None]
"""A recognizer: what it tells about a stop, or None when the stop is none of its business."""
