"""What there is to run, and the shape of what runs it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from ailab.lang import Language

LOG: Final = "nbgrader.log"
FEEDBACK: Final = "feedback"
"""Where a course folder keeps the pages for learners."""

Mode = Literal["certificate", "parity"]
"""certificate: checks outside, hidden cases by learner; parity: stock nbgrader's rules to the letter."""

Progress = Callable[[int, int], None]
"""Told how many learners are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One learner's notebooks to run."""

    root: Path
    module: str
    learner: str
    language: Language
    notebooks: tuple[str, ...]
    """Those that have to run."""
    fit: tuple[str, ...]
    """All that can."""

    @property
    def is_all(self) -> bool:
        """Tell whether nothing of this learner stands yet."""
        return len(self.notebooks) == len(self.fit)


Engine = Callable[[Sequence[Work], Progress], None]
"""Runs notebooks and saves their points; one learner's trouble is nobody else's."""
