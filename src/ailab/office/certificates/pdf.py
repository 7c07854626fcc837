"""A certificate as a PDF that can be kept for decades (PDF/A-3a) and heard by a screen reader (PDF/UA-1)."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from ailab.office.certificates.certificate import Certificate
from ailab.office.certificates.errors import NameUnprintable
from ailab.office.certificates.facts import instant
from ailab.office.paper import AMIRI, SignLacking, press

_TEMPLATE: Final = Path(__file__).resolve().parent / "certificate.typ"


def render_pdf(certificate: Certificate) -> bytes:
    """Return the page as PDF; the same certificate gives the same bytes.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    NameUnprintable
        When the font has no sign for a letter of the name or of another text.
    """
    date = instant(certificate.credential.valid_from)
    words = json.dumps(asdict(certificate), ensure_ascii=False, sort_keys=True)
    inputs = {"certificate": words, "date": f"{date:%Y-%m-%d}"}
    try:
        return press(_TEMPLATE, inputs, fonts=(AMIRI,), standards=("a-3a", "ua-1"), at=date)
    except SignLacking as error:
        raise NameUnprintable(f"The font has no sign for '{error.sign}'. Write this name or title in Arabic or Latin letters.") from None
