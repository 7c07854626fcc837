"""A certificate as a PDF that can be kept for decades (PDF/A-3a) and heard by a screen reader (PDF/UA-1).

The one module that knows typst. Words reach the template as data, never as markup: a name that looks like a
command is printed as it is. Fonts come from this package alone, so every machine makes the same bytes.
"""

import json
import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ailab.errors import ExtraMissing
from ailab.office.certificates.certificate import Certificate
from ailab.office.certificates.errors import NameUnprintable
from ailab.office.certificates.facts import instant

if TYPE_CHECKING:
    from typst import Compiler

_HOME: Final = Path(__file__).resolve().parent
_TEMPLATE: Final = _HOME / "certificate.typ"
FONTS: Final = _HOME / "fonts"


def render_pdf(certificate: Certificate) -> bytes:
    """Return the page as PDF; the same certificate gives the same bytes.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    NameUnprintable
        When the font has no sign for a letter of the name or of another text.
    """
    compiler = _compiler()
    from typst import TypstError

    date = instant(certificate.credential.valid_from)
    words = json.dumps(asdict(certificate), ensure_ascii=False, sort_keys=True)
    inputs = {"certificate": words, "date": f"{date:%Y-%m-%d}"}
    try:
        pdf = compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=date)
    except TypstError as error:
        # PDF/A forbids empty boxes, so typst names the first sign that the font lacks.
        lacking = re.search(r'the text `"(.+)"` could not be displayed', error.message)
        if not lacking:
            raise
        raise NameUnprintable(f"The font has no sign for '{lacking[1]}'. Write this name or title in Arabic or Latin letters.") from None
    assert isinstance(pdf, bytes)  # one page, no output file: typst gives bytes
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> "Compiler":
    # Reading the fonts costs more than a page: one compiler serves a whole class.
    try:
        from typst import Compiler, Fonts
    except ImportError:
        raise ExtraMissing("office", "typst") from None
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return Compiler(str(_TEMPLATE), root=str(_HOME), font_paths=fonts)
