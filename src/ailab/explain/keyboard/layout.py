"""Words typed while the keyboard was on Arabic: which Latin letters stand on the same keys."""

from collections.abc import Collection, Iterator
from itertools import islice, product
from typing import Final

# The letters of each row, from left to right, on an Arabic keyboard and on one with Latin letters.
_ROWS: Final = (
    ("ضصثقفغعهخحجد", "qwertyuiop[]"),
    ("شسيبلاتنمكط", "asdfghjkl;'"),
    ("ئءؤرىةوزظ", "zxcvnm,./"),
)
_WITH_SHIFT: Final = {
    "َ": "Q",
    "ً": "W",
    "ُ": "E",
    "ٌ": "R",
    "إ": "Y",
    "ِ": "A",
    "ٍ": "S",
    "أ": "H",
    "آ": "N",
    "ْ": "X",
}
_TWO_SIGNS: Final = {"لا": "b", "لإ": "T", "لأ": "G", "لآ": "B"}
"""Keys that type two signs at once; the same signs can come from two keys."""
_QWERTY: Final = {arabic: latin for row in _ROWS for arabic, latin in zip(*row, strict=True)} | _WITH_SHIFT
_MOVED: Final = str.maketrans("qwazQWAZ;m", "azqwAZQWm,")
_AZERTY: Final = {arabic: latin.translate(_MOVED) for arabic, latin in _QWERTY.items()}
_MOST: Final = 64
LETTERS: Final = "".join(sorted(_QWERTY))


def meant(word: str, known: Collection[str], *, behind_a_dot: bool = False) -> str | None:
    """Return the known Latin word that stands on the same keys; behind a dot any word is as good as a known one."""
    candidates = [text for text in _candidates(word) if all(part.isidentifier() for part in text.split("."))]
    spelled = {name.lower(): name for name in known}
    for text in candidates:
        first, dot, rest = text.partition(".")
        if first in known:
            return text
        if first.lower() in spelled:
            return f"{spelled[first.lower()]}{dot}{rest}"
    return candidates[0] if behind_a_dot and candidates else None


def _candidates(word: str) -> Iterator[str]:
    for layout in (_QWERTY, _AZERTY):
        choices = list(_choices(word, layout))
        yield from ("".join(letters) for letters in islice(product(*choices), _MOST))


def _choices(word: str, layout: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield what each key may have meant."""
    place = 0
    while place < len(word):
        pair = word[place : place + 2]
        if pair in _TWO_SIGNS:
            yield (_TWO_SIGNS[pair], "".join(layout.get(sign, sign) for sign in pair))
            place += 2
        else:
            yield (layout.get(word[place], word[place]),)
            place += 1
