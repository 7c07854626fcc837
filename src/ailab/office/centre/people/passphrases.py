"""Passphrases of trainers: words that are typed without thinking, enough of them that nobody guesses."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from secrets import choice
from typing import Final

from ailab.errors import Refused
from ailab.lang import Language, library_translations

FEWEST_WORDS: Final = 4
FEWEST_SIGNS: Final = 14
_FEWEST_SIGNS_OF_WORDS: Final = 12
_MADE: Final = 5
"""Words of those made here: five of 128 are one of 34 thousand million."""
_FEWEST_DIFFERENT: Final = 6
_FOLDER: Final = Path(__file__).resolve().parent


def new_passphrase(language: Language, *, draw: Callable[[Sequence[str]], str] = choice) -> str:
    """Return words of this language."""
    return " ".join(draw(_words(language)) for _ in range(_MADE))


def typed_passphrase(text: str) -> str:
    """Return a passphrase without what typing may change: capitals, accents, vowel marks, hyphens, the number of spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold()).replace("-", " ").replace("\u0640", "")
    return " ".join("".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf")).split())


def expect_passphrase(text: str, login: str, language: Language = "en") -> str:
    """Return what is kept of a passphrase that somebody chose.

    Raises
    ------
    Refused
        When it is short, of few different signs, or holds the login.
    """
    say = library_translations(language)
    phrase = typed_passphrase(text)
    is_wordy = len(set(phrase.split())) >= FEWEST_WORDS and len(phrase) >= _FEWEST_SIGNS_OF_WORDS
    if len(phrase) < FEWEST_SIGNS and not is_wordy:
        raise Refused(
            say("This passphrase is short. Write at least {words} words, or {signs} signs.").format(words=FEWEST_WORDS, signs=FEWEST_SIGNS)
        )
    if len(set(phrase.replace(" ", "").replace(login, ""))) < _FEWEST_DIFFERENT:
        raise Refused(say("This passphrase is easy to guess. Take words that have nothing to do with each other, or with the login."))
    return phrase


@cache
def _words(language: Language) -> tuple[str, ...]:
    return tuple((_FOLDER / f"words_{language}.txt").read_text(encoding="utf-8").split())
