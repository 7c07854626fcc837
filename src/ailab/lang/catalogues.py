"""Catalogues as gettext translations: the library's own and those shipped beside a notebook."""

from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final

from ailab.lang.reader import Language

Translations = Callable[[str], str]
"""A function from an English text to the reader's words; unknown texts come back unchanged."""


def _same(text: str) -> str:
    return text


EMPTY: Final[Translations] = _same


@lru_cache
def library_translations(language: Language) -> Translations:
    """Return the library's own messages in this language."""
    source = files("ailab").joinpath("locale", f"{language}.po")
    if language == "en" or not source.is_file():
        return EMPTY
    import polib  # only a message in another language needs it

    binary = polib.pofile(source.read_text(encoding="utf-8")).to_binary()
    return _lookup(GNUTranslations(BytesIO(binary)))


def folder_translations(folder: Path, language: Language) -> Translations:
    """Return the messages shipped in `folder/locale/<language>.mo`; none is no error."""
    path = folder / "locale" / f"{language}.mo"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return EMPTY


@lru_cache
def _read(path: Path, _changed: int) -> Translations:
    with path.open("rb") as stream:
        return _lookup(GNUTranslations(stream))


def _lookup(catalogue: NullTranslations) -> Translations:
    # gettext gives its header for the empty text: nobody wants to read that.
    return lambda text: catalogue.gettext(text) if text else text
