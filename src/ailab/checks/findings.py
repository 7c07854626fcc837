"""What a check found out."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, Literal

Results = Literal["points", "stars"]
"""How a track shows results to its learners; grades are points everywhere."""

MOST_STARS: Final = 3
_TWO_STARS: Final = Fraction(2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The fate of one case."""

    case: str
    passed: bool
    weight: int
    hidden: bool
    label: str = ""
    error: str = ""
    message: str = ""
    given: Any = None
    expected: str = ""
    """What was expected, as Python writes it; always empty for hidden cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything a check found out about one answer."""

    exercise: str
    cases: tuple[Finding, ...]
    misconception: str = ""
    """Id of the recognised misconception, or empty."""
    hint: str = ""
    missing: tuple[tuple[str, str], ...] = ()
    """Names asked for and not defined, each with the nearest name the learner has, or an empty text."""

    @property
    def share(self) -> Fraction:
        """Share of the weight that was earned, 0 to 1."""
        possible = sum(finding.weight for finding in self.cases)
        earned = sum(finding.weight for finding in self.cases if finding.passed)
        return Fraction(earned, possible) if possible else Fraction(0)


def points(share: Fraction, maximum: int) -> float:
    """Return the points a share earns, to the hundredth, as a built-in float.

    nbgrader gives full marks to a result that is not a built-in number.
    """
    return float(round(share * maximum, 2))


def stars(share: Fraction) -> int:
    """Return the stars of a share: 3 for all, 2 from two thirds, 1 when something is right."""
    return MOST_STARS if share == 1 else 2 if share >= _TWO_STARS else int(share > 0)
