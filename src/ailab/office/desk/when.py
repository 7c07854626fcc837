"""Moments as a reader writes them, in a class's own time zone, digits 0–9."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names

from ailab.lang import Language
from ailab.office.centre.tables import Group

_WEEKENDS: Final = {"ma": (5, 6), "dz": (4, 5)}


@dataclass(frozen=True, kw_only=True)
class When:
    """Dates and hours for one reader and one place."""

    language: Language
    edition: str
    zone: str

    @cached_property
    def _locale(self) -> Any:
        try:
            return Locale.parse(self.language if self.language == "en" else f"{self.language}_{self.edition.upper()}")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(self.language)

    def local(self, instant: str) -> datetime:
        """Return an instant in the place's own time."""
        return datetime.fromisoformat(instant).astimezone(ZoneInfo(self.zone))

    def today(self, now: datetime) -> date:
        """Return the day it is in the place."""
        return now.astimezone(ZoneInfo(self.zone)).date()

    def day(self, instant: str) -> str:
        """Return a day with its name: "Friday, 20 November"."""
        return str(format_date(self.local(instant), "EEEE d MMMM", self._locale)) if instant else ""

    def date(self, instant: str) -> str:
        """Return a day with its year."""
        if not instant:
            return ""
        moment = self.local(instant) if "T" in instant else date.fromisoformat(instant)
        return str(format_date(moment, "d MMM y", self._locale))

    def hour(self, instant: str) -> str:
        """Return hours and minutes."""
        return f"{self.local(instant):%H:%M}" if instant else ""

    def moment(self, instant: str) -> str:
        """Return day and hour."""
        return f"{self.date(instant)}{'،' if self.language == 'ar' else ','} {self.hour(instant)}" if instant else ""

    def day_in(self, instant: str, group: Group) -> str:
        """Return a day as a class has it."""
        return self.of(group).day(instant)

    def hour_in(self, instant: str, group: Group) -> str:
        """Return an hour as the clocks of a class show it."""
        return self.of(group).hour(instant)

    def of(self, group: Group) -> "When":
        """Return the same for a class: its own place and country."""
        return When(language=self.language, edition=group.edition, zone=group.time_zone)

    def short_day(self, instant: str) -> str:
        """Return a day as the head of a narrow column."""
        return str(format_date(self.local(instant), "E d/M", self._locale)) if instant else ""

    def weekday(self, number: int) -> str:
        """Return the name of a day of the week; Monday is 0."""
        return str(get_day_names("wide", locale=self._locale)[number])

    def is_weekend(self, number: int) -> bool:
        """Tell whether a day of the week is free in this country."""
        return number in _WEEKENDS.get(self.edition, (5, 6))

    def session(self, instant: str) -> str:
        """Return day and hour of a session."""
        return f"{self.day(instant)}{'،' if self.language == 'ar' else ','} {self.hour(instant)}" if instant else ""

    def iso_day(self, instant: str) -> str:
        """Return a day as forms write it."""
        return f"{self.local(instant):%Y-%m-%d}" if instant else ""


def instant_text(moment: datetime) -> str:
    """Return a moment as records write it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
