"""A report in a reader's language: titles, categories, numbers and what each of them means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from babel import Locale
from babel.dates import format_date

from ailab.lang import Language, library_translations
from ailab.office.centre.report.records import NOT_GIVEN, SMALLEST, Dimension, Line, Measure, Number, Report, Section

KEPT_BACK: Final = "×"
NOBODY: Final = "–"
_AGES: Final = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a report says of itself."""

    centre: str
    place: str
    edition: str
    made_on: str
    """A day."""
    share: int = 75
    """Percent of the scheduled time that counts as attended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one report for one reader."""

    report: Report
    about: About
    language: Language

    def say(self, text: str, **given: object) -> str:
        """Return a message in the reader's language."""
        return library_translations(self.language)(text).format(**given)

    @property
    def title(self) -> str:
        """Return the title."""
        return self.say("Learners, attendance and results")

    @property
    def period(self) -> str:
        """Return the days it is about."""
        return self.say("{first} to {last}", first=self.day(self.report.period.first), last=self.day(self.report.period.last))

    @property
    def made(self) -> str:
        """Return when it was made."""
        return self.say("Made on {day}", day=self.day(self.about.made_on))

    def day(self, text: str) -> str:
        """Return a day in words."""
        locale = "en" if self.language == "en" else f"{self.language}_{self.about.edition.upper()}"
        pattern = "d'er' MMMM y" if self.language == "fr" and text.endswith("-01") else "d MMMM y"
        return str(format_date(date.fromisoformat(text), pattern, Locale.parse(locale)))

    def section(self, section: Section) -> str:
        """Return the title of a section."""
        return section.title or self.say("The whole center")

    def measures(self) -> Mapping[Measure, str]:
        """Return the heads of the columns."""
        return {
            "enrolled": self.say("Enrolled"),
            "attended": self.say("Attended"),
            "completed": self.say("Completed"),
            "certified": self.say("Certified"),
        }

    @property
    def mean(self) -> str:
        """Return the head of the last column."""
        return self.say("Mean time (min)")

    def dimension(self, dimension: Dimension) -> str:
        """Return the title of a table."""
        titles = {"city": self.say("By city or wilaya"), "gender": self.say("By gender"), "band": self.say("By band")}
        return titles[dimension]

    def category(self, dimension: Dimension, line: Line) -> str:
        """Return the name of a line."""
        if line.is_total:
            return self.say("Total")
        if line.category == NOT_GIVEN:
            return self.say("Not given")
        known = {"f": self.say("Girls and women"), "m": self.say("Boys and men"), "teachers": self.say("Teachers")}
        if dimension == "band" and (ages := _AGES.fullmatch(line.category)):
            # In words: with a dash between them, numbers change places in an Arabic line.
            return self.say("{low} to {high} years", low=ages[1], high=ages[2])
        return line.category if dimension == "city" else known.get(line.category, line.category)

    def number(self, number: Number) -> str:
        """Return a cell."""
        return NOBODY if number.is_empty else KEPT_BACK if number.value is None else str(number.value)

    def mean_of(self, line: Line) -> str:
        """Return the mean time of a line."""
        if line.mean_minutes is not None:
            return f"{line.mean_minutes:f}"
        return KEPT_BACK if line.numbers[0].value != 0 else NOBODY

    def definitions(self) -> Iterator[tuple[str, str]]:
        """Yield each number's name and what it means."""
        measures = self.measures()
        yield (
            measures["enrolled"],
            self.say("Learners who were in a class on at least one day of the period. Each is counted once, in the class joined last."),
        )
        yield (
            measures["attended"],
            self.say(
                "Of the enrolled, those there for at least {share} % of the scheduled time within the period. An empty register makes nobody present, and nobody absent.",
                share=self.about.share,
            ),
        )
        yield (
            measures["completed"],
            self.say("Of the enrolled, those with a result in every core exercise of at least one module, at the end of the period."),
        )
        yield (
            measures["certified"],
            self.say("Of the enrolled, those who were given a certificate within the period that has not been taken back."),
        )
        yield (
            self.mean,
            self.say(
                "Mean of the minutes spent in sessions, in whole tens, of those of whom the register says anything; kept back when they are under {smallest}.",
                smallest=SMALLEST,
            ),
        )
        yield self.say("Band"), self.say("That of the class; in a mixed class, the age in the first year of the period.")
        yield (
            self.say("Not given"),
            self.say("City, gender and age are given freely. Whoever did not give one stands in a line of their own."),
        )
        yield (
            KEPT_BACK,
            self.say(
                "Kept back: a number under {smallest}, or one from which a number under {smallest} could be worked out.", smallest=SMALLEST
            ),
        )
        yield NOBODY, self.say("Nobody of this kind was enrolled; that is not zero.")

    @property
    def warning(self) -> str:
        """Return what whoever publishes it has to know."""
        return self.say("Two reports over periods that overlap can be subtracted from each other. Publish one report for a period.")

    def plain(self) -> dict[str, Any]:
        """Return everything as data that a template lays out."""
        return {
            "language": self.language,
            "title": self.title,
            "centre": self.about.centre,
            "place": self.about.place,
            "period": self.period,
            "made": self.made,
            "columns": [*self.measures().values(), self.mean],
            "page": self.say("Page"),
            "sections": [self._plain(section) for section in self.report.sections],
            "meaning": self.say("What the numbers mean"),
            "definitions": [list(each) for each in self.definitions()],
            "warning": self.warning,
        }

    def _plain(self, section: Section) -> dict[str, Any]:
        tables = [
            {"title": self.dimension(table.dimension), "lines": [self.cells(table.dimension, line) for line in table.lines[:-1]]}
            for table in section.tables
        ]
        return {"title": self.section(section), "total": self.cells("city", section.total), "tables": tables}

    def cells(self, dimension: Dimension, line: Line) -> list[str]:
        """Return a line as texts: its name, its counts, the mean time."""
        return [self.category(dimension, line), *(self.number(number) for number in line.numbers), self.mean_of(line)]
