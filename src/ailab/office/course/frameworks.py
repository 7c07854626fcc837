"""Codes of the competence frameworks that modules and exercises cite. Codes only, no texts.

UNESCO AI competency framework for students (2024), doi 10.54675/JKJB9835, and for teachers (2024),
doi 10.54675/ZJTE2084; AI4K12 Five Big Ideas, touretzkyds/ai4k12 at 727b8bb; AILit (OECD and European
Commission, 2026), by domain; DigComp 2.2 (Joint Research Centre, 2022); Algorea's colours.
"""

from collections.abc import Mapping
from typing import Final

_STUDENTS: Final = frozenset(f"{level}{aspect}" for level in "UAC" for aspect in range(1, 5))
_TEACHERS: Final = frozenset(f"T{level}{aspect}" for level in "ADC" for aspect in range(1, 6))
_AI_IDEAS: Final = frozenset(
    f"{stem}-{part}"
    for stem, parts in {
        "1-A": ("i", "ii", "iii"),
        "1-B": ("i", "ii", "iii", "iv"),
        "1-C": ("i", "ii"),
        "2-A": ("i", "ii", "iii", "iv"),
        "2-B": ("i", "ii"),
        "2-C": ("i", "ii"),
        "3-A": ("i", "ii", "iii", "iv", "v", "vi"),
        "3-B": ("i", "ii"),
        "3-C": ("i", "ii", "iii"),
    }.items()
    for part in parts
) | {f"{idea}-{letter}" for idea in "45" for letter in "ABCD"}
_DIGCOMP: Final = frozenset(
    f"{area}.{number}" for area, last in zip("12345", (3, 6, 4, 4, 4), strict=True) for number in range(1, last + 1)
) | frozenset("12345")

CODES: Final[Mapping[str, frozenset[str]]] = {
    "cfs": _STUDENTS,
    "cft": _TEACHERS,
    "ai4k12": _AI_IDEAS,
    "ailit": frozenset({"Engage", "Create", "Manage", "Shape"}),
    "digcomp": _DIGCOMP,
    "algorea": frozenset({"white", "yellow", "orange", "green"}),
}


def is_known_code(framework: str, code: str) -> bool:
    """Tell whether a framework has this code."""
    return code in CODES.get(framework, ())
