"""The language of whoever reads this kernel's output."""

import json
import os
from pathlib import Path
from typing import Final, Literal, get_args

Language = Literal["ar", "en", "fr"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


def as_language(word: object) -> Language | None:
    """Return the language this word names ('fr', 'fr_FR', 'ar-MA'), or None."""
    if not isinstance(word, str):
        return None
    short = word.replace("-", "_").split("_")[0].lower()
    return next((language for language in LANGUAGES if language == short), None)


def reader_language() -> Language:
    """Return AILAB_LANG when set, else the language of the open notebook, else English.

    Read at each call: a notebook whose language was switched answers in the new one.
    """
    return as_language(os.environ.get("AILAB_LANG")) or _notebook_language() or "en"


def _notebook_language() -> Language | None:
    # Jupyter Server names the notebook of a kernel here; kernels see no metadata by themselves.
    name = os.environ.get("JPY_SESSION_NAME", "")
    if not name.endswith(".ipynb"):
        return None
    try:
        notebook = json.loads(Path(name).read_text(encoding="utf-8"))
        return as_language(notebook["metadata"]["ailab"]["language"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
