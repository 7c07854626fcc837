"""Pages to print: the one room that knows typst."""

from ailab.office.paper.press import AMIRI, SYMBOLS, SignLacking, forget_fonts, press

__all__ = ["AMIRI", "SYMBOLS", "SignLacking", "forget_fonts", "press"]
