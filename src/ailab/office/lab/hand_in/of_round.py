"""What the home page says of a centre's round: the agreed day of a module, and whether something came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from ailab.lang import Language
from ailab.office.lab.hand_in.send import when_text, zone_named

RESULTS: Final = "ailab/results"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRound:
    """Of one module."""

    due: str
    results: str
    """Where they are read; empty before anything came back."""


EMPTY_ROUND: Final[Mapping[str, OfRound]] = MappingProxyType({})


def of_round(mine: Mapping[str, Any] | None, *, address: str, language: Language, edition: str) -> Mapping[str, OfRound]:
    """Return what the centre says, by module; nothing where it says nothing that we understand."""
    try:
        zone = zone_named(str(mine["zone"])) if mine else None
        return {
            str(slug): OfRound(
                due=when_text(str(facts["due_at"]), language, edition, zone) if facts["due_at"] else "",
                results=f"{address}{RESULTS}#{slug}" if facts["results"] else "",
            )
            for slug, facts in (mine["modules"] if mine else {}).items()
        }
    except (KeyError, TypeError, AttributeError):
        return EMPTY_ROUND
