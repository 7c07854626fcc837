"""Who comes in: an id that says nothing, an animal's name, a language. No row of a guest outlives the visit."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from secrets import choice
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ailab.lang import Language, as_language
from ailab.office.centre.folder import Centre
from ailab.office.centre.tables import Guest, Visit
from ailab.office.centre.visit.animals import animal_name, animals
from ailab.office.centre.visit.clock import Clock
from ailab.office.centre.visit.codes import folded
from ailab.office.centre.visit.visits import running

_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH: Final = 8
_GUEST: Final = re.compile(rf"[a-z][a-z0-9]{{0,9}}-guest[{_SIGNS}]{{{_LENGTH}}}")

Choose = Callable[[Sequence[str]], str]


class Turned(Enum):
    """Why somebody does not come in."""

    WRONG = "wrong"
    """No visit has this code now; whether one ever had it is not told."""
    OVER = "over"
    """The last minute has gone by."""
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A guest who came in."""

    id: str
    animal: str
    number: int
    language: Language

    @property
    def name(self) -> str:
        """Return what they are called, in their language."""
        return animal_name(self.animal, self.number, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestHere:
    """A guest whose visit may still be going on."""

    id: str
    name: str
    language: Language
    path: str
    is_over: bool
    minutes_left: int


def is_guest(person: str) -> bool:
    """Tell by the id alone whether this is a guest's."""
    return _GUEST.fullmatch(person) is not None


def admit_guest(
    session: Session, centre: Centre, code: str, *, clock: Clock, language: Language | None = None, choose: Choose = choice
) -> Admitted | Turned:
    """Let somebody in who typed a code.

    Two who come at the same instant may be given one name; the database then refuses the second, who tries again.

    Raises
    ------
    IntegrityError
        When somebody else was given the name just now.
    """
    status = running(session, clock)
    if status is None or folded(code) != status.code:
        return Turned.WRONG
    if status.minutes_left == 0:
        return Turned.OVER
    room = update(Visit).where(Visit.id == status.id, Visit.counted < Visit.most, Visit.ended_at == "")
    # Counted first: the count is then locked until the guest is in, and no two are the last one.
    if session.connection().execute(room.values(counted=Visit.counted + 1)).rowcount != 1:
        return Turned.FULL
    animal, number = _free_name(session, status.id, choose)
    person = f"{centre.settings.code}-guest{''.join(choose(_SIGNS) for _ in range(_LENGTH))}"
    session.add(Guest(id=person, visit=status.id, animal=animal, number=number, language=language or status.language))
    session.flush()
    return Admitted(id=person, animal=animal, number=number, language=language or status.language)


def guest_of(session: Session, person: str, clock: Clock) -> GuestHere | None:
    """Return a guest, or None when nobody has this id now."""
    guest = session.get(Guest, person) if is_guest(person) else None
    visit = session.get(Visit, guest.visit) if guest else None
    if guest is None or visit is None:
        return None
    now = running(session, clock)
    is_over = now is None or now.id != visit.id or guest.is_gone or guest.is_counted
    language = as_language(guest.language) or "en"
    return GuestHere(
        id=guest.id,
        name=animal_name(guest.animal, guest.number, language),
        language=language,
        path=visit.path,
        is_over=is_over,
        minutes_left=now.minutes_left if now and not is_over else 0,
    )


def leave(session: Session, person: str) -> bool:
    """Note that a guest has gone, so that their traces can be wiped before the visit ends; tell whether they were here."""
    guest = session.get(Guest, person) if is_guest(person) else None
    if guest is None:
        return False
    guest.is_gone = True
    session.flush()
    return True


def _free_name(session: Session, visit: int, choose: Choose) -> tuple[str, int]:
    taken = {(animal, number) for animal, number in session.execute(select(Guest.animal, Guest.number).where(Guest.visit == visit))}
    number = 1
    while not (free := [slug for slug in animals() if (slug, number) not in taken]):
        number += 1
    return choose(free), number
