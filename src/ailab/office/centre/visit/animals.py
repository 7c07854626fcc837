"""Names for guests: animals of the Maghreb, none of which anybody is called in anger, and none for girls or boys alone."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ailab.lang import Language

_LIST: Final = Path(__file__).parent / "animals.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    """One name, in three languages."""

    slug: str
    en: str
    fr: str
    ar: str


@cache
def animals() -> Mapping[str, Animal]:
    """Return every animal by its slug."""
    with _LIST.open(encoding="utf-8", newline="") as stream:
        return {row["slug"]: Animal(**row) for row in csv.DictReader(stream)}


def animal_name(slug: str, number: int, language: Language) -> str:
    """Return what a guest is called: “Fennec”, or “Fennec 2” for the second one."""
    name = str(getattr(animals()[slug], language))
    # A no-break space: name and number stay on one line.
    return name if number == 1 else f"{name}\u00a0{number}"
