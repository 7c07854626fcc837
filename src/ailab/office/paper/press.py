"""From a template and data to a PDF.

Words reach a template as data, never as markup: a name that looks like a command is printed as it is. Fonts come from
what is installed with ailab alone, so every machine makes the same bytes.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from ailab.errors import ExtraMissing

if TYPE_CHECKING:
    from typst import Compiler

Standard = Literal["a-3a", "ua-1"]

AMIRI: Final = Path(__file__).resolve().parent / "fonts"
"""Arabic and Latin letters; SIL Open Font License."""


def _with_matplotlib() -> Path:
    found = find_spec("matplotlib")
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" if found and found.origin else AMIRI


SYMBOLS: Final = _with_matplotlib()
"""DejaVu: arrows, boxes to tick, stars and letters of equal width; it is installed with matplotlib."""


class SignLacking(ValueError):
    """No font has this sign."""

    def __init__(self, sign: str) -> None:
        super().__init__(f"no font has a sign for '{sign}'")
        self.sign = sign


def press(template: Path, inputs: Mapping[str, str], *, fonts: tuple[Path, ...], standards: Sequence[Standard], at: datetime) -> bytes:
    """Return a PDF; equal inputs give equal bytes.

    Parameters
    ----------
    template
        A typst file; it reads nothing outside its folder.
    inputs
        What the template finds in `sys.inputs`.
    fonts
        Folders of fonts, and no other fonts than these.
    standards
        As typst names them: "a-3a", "ua-1".
    at
        The instant the document says it was made.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    SignLacking
        When no font has one of the signs.
    """
    compiler = _compiler(template, fonts)
    from typst import TypstError

    try:
        pdf = compiler.compile(sys_inputs=dict(inputs), format="pdf", pdf_standards=list(standards), timestamp=at.replace(microsecond=0))
    except TypstError as error:
        # PDF/A and PDF/UA forbid empty boxes, so typst names the first sign that the fonts lack.
        lacking = re.search(r'the text `"(.+)"` could not be displayed', error.message)
        if not lacking:
            raise
        raise SignLacking(lacking[1]) from None
    assert isinstance(pdf, bytes)  # no output file: typst gives bytes
    return pdf


def forget_fonts() -> None:
    """Give back what the fonts that were read hold."""
    _compiler.cache_clear()


@lru_cache(maxsize=4)
def _compiler(template: Path, fonts: tuple[Path, ...]) -> "Compiler":
    # Reading the fonts costs more than a page: one compiler serves a whole class.
    try:
        from typst import Compiler, Fonts
    except ImportError:
        raise ExtraMissing("office", "typst") from None
    own = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder) for folder in fonts])
    return Compiler(str(template), root=str(template.parent), font_paths=own)
