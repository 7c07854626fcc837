"""The name of a person as it may stand on paper."""

import unicodedata
from typing import Final

from ailab.office.certificates.errors import NameUnprintable

LONGEST: Final = 100

_LEFT_BY_COPYING: Final = dict.fromkeys(map(ord, "\u200e\u200f\u061c\ufeff"))
"""Direction marks and the byte order mark: pages and messengers leave them behind, and without them a name reads the same."""

_UNWANTED: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def printable_name(name: str) -> str:
    """Return the name in Unicode's composed form, with single spaces.

    Raises
    ------
    NameUnprintable
        When it has no letter, is very long, or holds signs that nobody sees: some of these turn the order of what stands beside them.
    """
    cleaned = unicodedata.normalize("NFC", name.translate(_LEFT_BY_COPYING))
    if hidden := [f"U+{ord(sign):04X}" for sign in cleaned if unicodedata.category(sign) in _UNWANTED]:
        raise NameUnprintable(f"The name {name!a} holds invisible signs ({', '.join(hidden)}). Type it again by hand.")
    words = " ".join(cleaned.split())
    if not any(unicodedata.category(sign).startswith("L") for sign in words):
        raise NameUnprintable(f"The name {name!a} has no letter. Give the name that the certificate is to show.")
    if len(words) > LONGEST:
        raise NameUnprintable(f"The name has {len(words)} signs, {LONGEST} fit. Ask its bearer for a shorter form.")
    return words
