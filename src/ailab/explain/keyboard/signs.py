"""Signs of Arabic and French keyboards and of word processors, and what stands for them in code."""

from typing import Final

SIGNS: Final = {
    "،": ",",
    "؛": ";",
    "٫": ".",
    "٬": "",
    "٪": "%",
    "٭": "*",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "…": "...",
    "：": ":",
}
DIGITS: Final = {digit: str(number) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for number, digit in enumerate(digits)}
INVISIBLE: Final = {
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
    # Marks of direction and joiners; a text copied from an Arabic page is full of them.
    **dict.fromkeys("\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", ""),
}
DOUBLE: Final = "“”„‟«»"
SINGLE: Final = "‘’‚‛′"
