"""Which page of logging in comes next: decisions alone.

    who ──a pseudonym──▶ pictures ──three of them──▶ try
     │                └▶ pin ──────digits──────────▶ try
     └──"I am a trainer"─▶ trainer ──both──────────▶ try

A pseudonym that nobody has leads to the same page as one whose owner has a PIN. Who has pictures can't read or type yet:
these pseudonyms, which say nothing about a child, stand on the first page of their class to be pressed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.office.centre.people import PICTURES, learners_of, open_groups
from ailab.office.centre.people.logins import folded
from ailab.office.centre.people.pictures import COUNT
from ailab.office.centre.tables import Person

Step = Literal["who", "pin", "pictures", "trainer"]
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What came from the page before."""

    login: str = ""
    step: str = ""
    secret: str = ""
    chosen: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether there is something to try."""
        return bool(self.login and (len(self.chosen) == COUNT if self.step == "pictures" else self.secret))

    @property
    def tried(self) -> str:
        """Return the secret to try."""
        return ",".join(self.chosen) if self.step == "pictures" else self.secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A class whose children press their pseudonym."""

    id: str
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What the next page shows."""

    step: Step
    login: str = ""
    chosen: tuple[str, ...] = ()
    trouble: str = ""
    classes: tuple[Names, ...] = ()
    """To choose from; of the one that was chosen, or of the only one, the names are shown."""
    opened: Names | None = None
    has_visit: bool = False


def typed(body: Mapping[str, str]) -> Typed:
    """Return what was typed or pressed; what no page of ours sends is left out."""
    before = [slug for slug in body.get("chosen", "").split(",") if slug in PICTURES]
    pressed = [slug for slug in (body.get("picture", ""),) if slug in PICTURES]
    # A picture that was pressed already is taken back.
    chosen = [slug for slug in before if slug not in pressed] if set(pressed) & set(before) else [*before, *pressed]
    return Typed(
        login=" ".join(body.get("login", "")[:_LONGEST].split()),
        step=body.get("step", ""),
        secret=body.get("secret", "")[:_LONGEST],
        chosen=() if "again" in body else tuple(dict.fromkeys(chosen))[:COUNT],
    )


def after(given: Typed, session: Session) -> Screen:
    """Return the page that asks for what is lacking still."""
    if not given.login:
        return Screen(step="trainer" if given.step == "trainer" else "who")
    return Screen(step=_step(given, session), login=given.login, chosen=given.chosen)


def _step(given: Typed, session: Session) -> Step:
    if given.step in ("pin", "pictures", "trainer"):
        return given.step  # type: ignore[return-value]
    kind = session.scalar(select(Person.secret_kind).where(Person.login == folded(given.login), Person.is_active))
    return "pictures" if kind == "pictures" else "pin"


def classes_of_names(session: Session) -> tuple[Names, ...]:
    """Return the open classes in which somebody has pictures, and those who have."""
    found = [(group, [person for person in learners_of(session, group.id) if _presses(person)]) for group in open_groups(session)]
    return tuple(
        Names(id=group.id, title=group.title, names=tuple(person.pseudonym for person in people)) for group, people in found if people
    )


def _presses(person: Person) -> bool:
    kind = "pictures"
    return person.secret_kind == kind
