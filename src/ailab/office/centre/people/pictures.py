"""Picture passwords: three of twelve pictures, in their order, for those who can't read yet.

A language's names are known to everybody who speaks it, and a picture is never called by two names: a child may learn
the order by heart as three words.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from secrets import choice
from typing import Final

from ailab.lang import EMPTY, Language, Translations, library_translations

COUNT: Final = 3
_FOLDER: Final = Path(__file__).resolve().parent / "pictures"


def _names(say: Translations) -> Mapping[str, str]:
    return {
        "robot": say("robot"),
        "palm": say("palm tree"),
        "well": say("well"),
        "lamp": say("lamp"),
        "star": say("star"),
        "fish": say("fish"),
        "cat": say("cat"),
        "sun": say("sun"),
        "bread": say("bread"),
        "bicycle": say("bicycle"),
        "teapot": say("teapot"),
        "drum": say("drum"),
    }


PICTURES: Final[Mapping[str, str]] = _names(EMPTY)
"""English names by slug, in the order of the pad."""


def new_pictures(*, draw: Callable[[Sequence[str]], str] = choice) -> tuple[str, ...]:
    """Return three different pictures in an order."""
    chosen: list[str] = []
    while len(chosen) < COUNT:
        chosen.append(draw([slug for slug in PICTURES if slug not in chosen]))
    return tuple(chosen)


def chosen_pictures(text: str) -> str:
    """Return the secret that a choice stands for, "cat,sun,bread"; what is no choice of pictures becomes empty."""
    slugs = [slug.strip() for slug in text.split(",")]
    return ",".join(slugs) if len(slugs) == COUNT and all(slug in PICTURES for slug in slugs) else ""


def picture_file(slug: str) -> Path:
    """Return the drawing."""
    return _FOLDER / f"{slug}.svg"


def picture_name(slug: str, language: Language) -> str:
    """Return what the picture shows, in one or two words."""
    return _names(library_translations(language))[slug]
