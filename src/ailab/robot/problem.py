"""What is wrong with a world: where, what, and what helps."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, for whoever drew the world."""

    what: str
    remedy: str
    file: str = ""
    line: int = 0
    fatal: bool = True
    """False: the world can be used, and yet its author will want to know."""

    def __str__(self) -> str:
        """Return one line: where, what, remedy."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.remedy}" if place else f"{self.what} {self.remedy}"


def together(problems: Iterable[Problem]) -> str:
    """Return all problems as one text, one a line."""
    return "\n".join(map(str, problems))
