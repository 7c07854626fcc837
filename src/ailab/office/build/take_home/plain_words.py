"""Words that somebody typed, made fit for a page: nothing invisible, nothing that turns the line around, an end."""

import re
from typing import Final
from unicodedata import category

_JOINERS: Final = "\u200c\u200d"
"""Arabic and other scripts write with them."""
_NOT_SEEN: Final = ("Cc", "Cf", "Cn", "Co", "Cs")
_MOST_MARKS: Final = 4
"""On one letter: more than an Arabic vowel with shadda are no vowels."""
_CONTACT: Final = re.compile(r"(?:\d[\s.-]?){6,}|@")
"""Six digits in a row, or an address of e-mail."""


def plain_words(text: str, longest: int) -> str:
    """Return a text on one line, without signs that cannot be seen, cut at its longest."""
    words = " ".join("".join(_seen(text[: 4 * longest])).split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def plain_lines(text: str) -> str:
    """Return a drawing made of letters, line by line, without signs that cannot be seen."""
    return "\n".join("".join(_seen(line)) for line in text.splitlines())


def tells_contact(text: str) -> bool:
    """Tell whether a number to call or an address stands in a text; a page goes from hand to hand."""
    return bool(_CONTACT.search(text))


def _seen(text: str) -> list[str]:
    found: list[str] = []
    marks = 0
    for sign in text:
        kind = category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if sign in " \t\n":
            found.append(" ")
        elif sign in _JOINERS or (kind not in _NOT_SEEN and kind not in ("Zl", "Zp") and marks <= _MOST_MARKS):
            found.append(sign)
    return found
