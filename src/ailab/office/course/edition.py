"""Words that change with the edition: `{{currency}}`, `{{month_8}}`, `{{weekend}}`."""

import re
from collections.abc import Mapping
from typing import Final

from babel import Locale
from babel.lists import format_list

from ailab.lang import Language
from ailab.office.course.records import Edition

PLACEHOLDER: Final = re.compile(r"\{\{([a-z0-9_]+)\}\}")
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def words_of(edition: Edition, language: Language) -> Mapping[str, str]:
    """Return every word an edition defines in a language, months and weekend included."""
    locale = Locale.parse(edition.locales[language])
    months = {f"month_{number}": str(name) for number, name in locale.months["format"]["wide"].items()}
    days = [str(locale.days["format"]["wide"][_DAYS.index(day)]) for day in edition.weekend]
    own = {key: words[language] for key, words in edition.words.items() if language in words}
    return {**months, "weekend": format_list(days, locale=locale), **own}


def fill(text: str, words: Mapping[str, str]) -> str:
    """Return the text with the edition's words; unknown placeholders stay, and a rule reports them."""
    return PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)
