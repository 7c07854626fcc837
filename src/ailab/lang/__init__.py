"""Which language the reader reads, and the words in it.

Knows gettext catalogues and the language of the notebook at hand; leaves to others what is said.
"""

from ailab.lang.catalogues import EMPTY, Translations, folder_translations, library_translations
from ailab.lang.numbers import decimal_text
from ailab.lang.reader import LANGUAGES, Language, as_language, reader_language
from ailab.lang.words import t

__all__ = [
    "EMPTY",
    "LANGUAGES",
    "Language",
    "Translations",
    "as_language",
    "decimal_text",
    "folder_translations",
    "library_translations",
    "reader_language",
    "t",
]
