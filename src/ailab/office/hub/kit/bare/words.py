"""What is said, in the reader's language: the kit carries the few texts it needs."""

import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "fr", "ar")
Say = Callable[[str], str]


def read_words(folder: Path) -> dict[str, dict[str, str]]:
    """Return the translations in a kit, by language."""
    try:
        found: dict[str, dict[str, str]] = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # a damaged kit must be able to say so, in English at least
    return found


def speak(words: dict[str, dict[str, str]], language: str) -> Say:
    """Return what gives a text in a language, named as "fr" or "fr_MA.UTF-8"."""
    own = words.get(language[:2].lower(), {})
    return lambda text: own.get(text, text)


def in_words(error: OSError, target: Path, say: Say) -> str:
    """Return what the system said no to."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("The disk is full. Nothing has changed. Make room, or choose another disk with --to, and start again.")
    reason = error.strerror or str(error)
    return say("Cannot write {path}: {reason}. Choose another folder with --to.").format(path=error.filename or target, reason=reason)
