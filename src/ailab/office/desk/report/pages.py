"""The report of a period: a form, the tables as they will be printed, and two files."""

from datetime import date
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from ailab.errors import Refused
from ailab.lang import as_language
from ailab.office.centre.report import Words, make_report, period_of, report_csv, report_pdf
from ailab.office.desk.draw import NAMES
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_KINDS: Final = {"pdf": "application/pdf", "csv": "text/csv; charset=utf-8"}
_SEPTEMBER: Final = 9


class _AboutPeriod(DeskPage):
    """A page for leads about the days that its address names."""

    for_leads = True

    @property
    def today(self) -> date:
        """Return the day it is at the center."""
        return self.site.now().astimezone(ZoneInfo(self.centre.settings.time_zone)).date()

    def asked(self) -> dict[str, str]:
        """Return the period and the language that are asked for: the school year so far, in the lead's language, when nothing is said."""
        year = self.today.year - (self.today.month < _SEPTEMBER)
        return {
            "first": self.field("first") or f"{year}-09-01",
            "last": self.field("last") or self.today.isoformat(),
            "language": as_language(self.field("language")) or self.language,
        }

    def words(self, asked: dict[str, str]) -> Words:
        """Return the report."""
        period = period_of(asked["first"], asked["last"], say=self.say)
        with self.session() as session:
            return make_report(
                session, self.centre, period, made_on=self.today.isoformat(), language=as_language(asked["language"]) or self.language
            )


class ReportPage(_AboutPeriod):
    """What the report says."""

    def look(self, *parts: str) -> Answer:
        """Show the form and the tables, in the lead's own language; the files are in the language chosen."""
        asked, words, trouble = self.asked(), None, ""
        try:
            words = self.words(asked | {"language": self.language})
        except Refused as error:
            trouble = str(error)
        return self.show(
            "report_preview.html",
            asked=asked,
            query=urlencode(asked),
            words=words,
            trouble=trouble,
            tongues=[(each, NAMES[each]) for each in ("ar", "fr", "en")],
        )


class ReportFile(_AboutPeriod):
    """The report as a file."""

    def look(self, *parts: str) -> Answer:
        """Send it."""
        asked, (kind,) = self.asked(), parts
        try:
            words = self.words(asked)
            content = report_pdf(words) if kind == "pdf" else report_csv(words)
        except Refused as error:
            return self.go(f"report/?{urlencode(asked)}", trouble=str(error))
        return self.file(content, _KINDS[kind], f"report-{asked['first']}-{asked['last']}-{asked['language']}.{kind}")
