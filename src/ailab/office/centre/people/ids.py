"""Ids of people: random, carrying nothing, and never the same twice."""

from collections.abc import Callable, Sequence
from secrets import choice
from typing import Final

from sqlalchemy.orm import Session

from ailab.office.centre.tables import Guest, Person

_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit that looks like another one."""
_LENGTH: Final = 6
TRAINER: Final = "-t"


def new_id(session: Session, code: str, *, trainer: bool = False, draw: Callable[[Sequence[str]], str] = choice) -> str:
    """Return an id that nobody of this centre has, such as c1-a7k2mn, or c1-t-a7k2mn for a trainer."""
    while True:
        made = f"{code}{TRAINER if trainer else ''}-{''.join(draw(_SIGNS) for _ in range(_LENGTH))}"
        if session.get(Person, made) is None and session.get(Guest, made) is None:
            return made
