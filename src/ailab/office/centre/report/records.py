"""What a report is made of: one row a learner, then counts in tables, some of them suppressed.

Row ─ report() ─▶ Report ─┬─ Section (the center, then each class) ─ Table (by city, gender, band) ─ Line ─ Number
                          └─ notes
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Measure = Literal["enrolled", "attended", "completed", "certified"]
MEASURES: Final[tuple[Measure, ...]] = ("enrolled", "attended", "completed", "certified")
Dimension = Literal["city", "gender", "band"]
DIMENSIONS: Final[tuple[Dimension, ...]] = ("city", "gender", "band")
SMALLEST: Final = 5
"""A cell under this is not published."""
NOT_GIVEN: Final = ""
"""Category of those who did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a report is about, both included."""

    first: str
    """Like 2026-09-01."""
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One learner in the class they joined last within the period; no name, no id."""

    group: str
    title: str
    """Of the class."""
    city: str
    gender: str
    band: str
    minutes: int | None
    """Spent in meetings; None while no register says anything of them."""
    attended: bool
    completed: bool
    certified: bool

    def counts_for(self, measure: Measure) -> bool:
        """Tell whether the learner is counted there."""
        return measure == "enrolled" or bool(getattr(self, measure))

    def category(self, dimension: Dimension) -> str:
        """Return where the learner stands in a table."""
        return str(getattr(self, dimension))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One cell. Without a value it is suppressed, unless nobody was there to be counted."""

    value: int | None
    is_empty: bool = False
    """Nobody of this kind was enrolled."""

    @property
    def is_suppressed(self) -> bool:
        """Tell whether the count is kept back."""
        return self.value is None and not self.is_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One category of a table, or its total."""

    category: str
    is_total: bool
    numbers: tuple[Number, ...]
    """In the order of MEASURES."""
    mean_minutes: Decimal | None
    """Of those of whom a register says anything; None when nothing is known, or too few are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The learners of a section by one dimension; the total stands last."""

    dimension: Dimension
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The center as a whole, or a class."""

    group: str
    """Empty for the center."""
    title: str
    tables: tuple[Table, ...]

    @property
    def total(self) -> Line:
        """Return the line for everybody."""
        return self.tables[0].lines[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Numbers that may leave the center."""

    period: Period
    sections: tuple[Section, ...]

    @property
    def has_suppressed(self) -> bool:
        """Tell whether anything is kept back."""
        numbers = (number for section in self.sections for table in section.tables for line in table.lines for number in line.numbers)
        return any(number.is_suppressed for number in numbers)
