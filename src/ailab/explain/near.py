"""The name a learner most likely meant."""

import builtins
import keyword
import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final

_SIMILAR: Final = 0.65
_SHORTEST: Final = 2
BUILTINS: Final = frozenset(name for name in dir(builtins) if not name.startswith("_"))
KEYWORDS: Final = frozenset(keyword.kwlist)
_OF_THE_NOTEBOOK: Final = {"In", "Out", "exit", "quit", "get_ipython", "open", "display"}


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is nearest; capital and small letters count little."""
    spelled = {word.lower(): word for word in sorted(known, reverse=True)}
    if len(name) < _SHORTEST:
        return None
    near = get_close_matches(name.lower(), spelled, n=1, cutoff=_SIMILAR)
    return spelled[near[0]] if near else None


def own_names(names: Mapping[str, Any]) -> list[str]:
    """Return the names that a learner's program made."""
    return [name for name in names if not name.startswith("_") and name not in _OF_THE_NOTEBOOK]


def course_words() -> tuple[str, ...]:
    """Return the learner's vocabulary: what `from ailab import …` offers."""
    # This package is a room of it, so it is loaded; importing it by name would be a way up to every floor.
    return tuple(sys.modules["ailab"].__all__)
