"""A report of a centre, made from its database: what the desk and the command line call."""

from functools import lru_cache

from sqlalchemy.orm import Session

from ailab.lang import Language
from ailab.office.centre.folder import Centre
from ailab.office.centre.report.numbers import report
from ailab.office.centre.report.records import Period, Report, Row
from ailab.office.centre.report.rows import rows_of, share_of
from ailab.office.centre.report.words import About, Words


def make_report(session: Session, centre: Centre, period: Period, *, made_on: str, language: Language) -> Words:
    """Return the report of a period in a reader's language; `made_on` is a day."""
    settings = centre.settings
    about = About(centre=settings.name, place=settings.place, edition=settings.edition, made_on=made_on, share=share_of(centre))
    return Words(report=_made(rows_of(session, centre, period), period), about=about, language=language)


@lru_cache(maxsize=4)
def _made(rows: tuple[Row, ...], period: Period) -> Report:
    # Looked at first, then taken home as PDF and CSV: counted once.
    return report(rows, period)
