"""Logins as children type them: any capitals, spaces, accents, digits and forms of a letter lead to the same person."""

import unicodedata
from typing import Final

from ailab.lang import Language, library_translations

SHORTEST: Final = 2
LONGEST: Final = 32
_LONGEST_TYPED: Final = 200
_JOINERS: Final = frozenset("-_\u2010\u2011\u2012\u2013\u2019'")
_ONE_LETTER: Final = str.maketrans(
    {
        "\u0640": "",  # tatweel only makes a word longer
        "\u0629": "\u0647",  # teh marbuta, often typed as heh
        "\u0649": "\u064a",  # alef maksura, often typed as yeh
        "\u0671": "\u0627",
        "\u06a9": "\u0643",  # kaf and yeh of Persian keyboards
        "\u06cc": "\u064a",
        "\u06c1": "\u0647",
        "œ": "oe",
        "æ": "ae",
    }
)


class LoginUnfit(ValueError):
    """A login that cannot be one; the text says why, in the reader's language."""


def folded(text: str) -> str:
    """Return a text without what typing may change: capitals, spaces, accents, vowel marks, kinds of digits and of alef."""
    apart = unicodedata.normalize("NFKD", text[:_LONGEST_TYPED].casefold())
    return "".join(map(_fold, apart)).translate(_ONE_LETTER)


def _fold(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    # Marks and invisible signs say nothing; hyphens and spaces are typed or left out.
    return "" if kind in ("Mn", "Me", "Cf", "Zs") or sign in _JOINERS or sign.isspace() else sign


def expect_login(text: str, language: Language = "en") -> str:
    """Return the folded form of a login that may be given to somebody.

    Raises
    ------
    LoginUnfit
        When it is empty, too long, or holds a sign that is neither letter nor digit.
    """
    say = library_translations(language)
    login = folded(text)
    if strange := [sign for sign in login if not sign.isalnum()]:
        raise LoginUnfit(
            say("The login {text} holds {sign}. Use letters and digits alone.").format(text=_shown(text), sign=_shown(strange[0]))
        )
    if not SHORTEST <= len(login) <= LONGEST or len(text) > _LONGEST_TYPED:
        raise LoginUnfit(
            say("The login {text} has {count} signs. Use {least} to {most} letters and digits.").format(
                text=_shown(text), count=len(text), least=SHORTEST, most=LONGEST
            )
        )
    return login


def as_written(text: str) -> str:
    """Return how a login is shown: what was written, with single spaces and without what nobody sees."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in ("Cf", "Cc") or sign.isspace())
    return " ".join(seen.split())


def _shown(text: str) -> str:
    """Return a text in quotation marks, invisible signs made visible, cut where it is long."""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return "“" + "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in short) + "”"
