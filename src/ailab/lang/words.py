"""`t`: the word for a text in the reader's language."""

from pathlib import Path

from ailab.lang.catalogues import folder_translations, library_translations
from ailab.lang.reader import reader_language


def t(text: str) -> str:
    """Return the text in the language of this notebook.

    Parameters
    ----------
    text : str
        English text, as it stands in the lesson.

    Returns
    -------
    str
        The translation, or the text itself when there is none.

    Examples
    --------
    >>> t("a text that no catalogue holds")
    'a text that no catalogue holds'
    """
    language = reader_language()
    translated = folder_translations(Path.cwd(), language)(text)
    return translated if translated != text else library_translations(language)(text)
