"""A report as a PDF that can be kept and heard by a screen reader (PDF/A-3a, PDF/UA-1)."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.centre.report.words import Words
from ailab.office.paper import AMIRI, SignLacking, press

_TEMPLATE: Final = Path(__file__).resolve().parent / "report.typ"


def report_pdf(words: Words) -> bytes:
    """Return the report as PDF; equal reports of one day give equal bytes.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    Refused
        When no font has a letter of a city's or a class's name.
    """
    at = datetime.fromisoformat(words.about.made_on).replace(tzinfo=UTC)
    inputs = {"report": json.dumps(words.plain(), ensure_ascii=False, sort_keys=True), "date": words.about.made_on}
    try:
        return press(_TEMPLATE, inputs, fonts=(AMIRI,), standards=("a-3a", "ua-1"), at=at)
    except SignLacking as error:
        raise Refused(f"No font has a sign for '{error.sign}'. Write this city or class in Arabic or Latin letters.") from None
