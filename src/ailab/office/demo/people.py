"""The class: obviously sample learners."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from ailab.lang import Language, library_translations

CENTER: Final = "sample"
SEED: Final = 20261102
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit that looks like another one."""

KINDS: Final = (
    "right", "partial", "blank", "late", "syntax_error", "endless_loop", "huge_output", "deleted_check",
    "duplicated_check", "renamed", "broken_json", "missing", "mixed", "wrong", "mixed", "right",
)  # fmt: skip
"""What a learner hands in, in the order of the class; `work.py` knows what each means."""

_CARRYING_ON: Final = ("right", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A sample learner."""

    id: str
    number: int
    language: Language
    kind: str

    @property
    def name(self) -> str:
        """Return the name that stands on a certificate, in their language."""
        return library_translations(self.language)("Sample learner {number}").format(number=self.number)


def sample_class(size: int, languages: Sequence[Language]) -> tuple[Person, ...]:
    """Return a class, its languages taking turns."""
    random = Random(SEED)
    ids: dict[str, None] = {}
    while len(ids) < size:
        ids[f"{CENTER}-{''.join(random.choices(_SIGNS, k=6))}"] = None
    spoken = sorted(languages)
    return tuple(
        Person(id=name, number=at + 1, language=spoken[at % len(spoken)], kind=KINDS[at] if at < len(KINDS) else KINDS[12 + at % 4])
        for at, name in enumerate(ids)
    )


def carrying_on(people: Sequence[Person], size: int) -> tuple[Person, ...]:
    """Return those who are through the second module too, as many of each language as can be."""
    able = [person for person in people if person.kind in _CARRYING_ON]
    seen: Counter[Language] = Counter()
    turns = {}
    for person in able:
        turns[person.id] = seen[person.language]
        seen[person.language] += 1
    chosen = sorted(able, key=lambda person: (turns[person.id], person.number))[:size]
    return tuple(sorted(chosen, key=lambda person: person.number))
