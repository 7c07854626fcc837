"""Addresses of the marking pages, and what all of them look up first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from ailab.office.centre.marking import TOKEN, Pile, pile_of
from ailab.office.centre.outline import outline_of
from ailab.office.centre.people import learners_of
from ailab.office.centre.tables import Group, Person
from ailab.office.desk.page import DeskPage

_GROUP: Final = "class/([a-z0-9_-]+)/marking/"
_SLUG: Final = "([a-z][a-z0-9_]*)"
OVERVIEW: Final = _GROUP
BANK: Final = f"{_GROUP}comments/"
EXERCISE: Final = f"{_GROUP}{_SLUG}/{_SLUG}/"
ANSWER: Final = f"{_GROUP}{_SLUG}/{_SLUG}/({TOKEN})/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An exercise of a class."""

    group: str
    module: str
    exercise: str

    @property
    def path(self) -> str:
        """Return its page, below the desk."""
        return f"class/{self.group}/marking/{self.module}/{self.exercise}/"

    def answer(self, token: str) -> str:
        """Return the page of an answer."""
        return f"{self.path}{token}/"


def place_at(parts: Sequence[str]) -> Place:
    """Return the exercise that an address names."""
    return Place(group=parts[0], module=parts[1], exercise=parts[2])


def people_of(page: DeskPage, session: Session, slug: str) -> tuple[Group, dict[str, Person]]:
    """Return a class of this trainer's and its learners by id."""
    group = page.group(session, slug)
    return group, {person.id: person for person in learners_of(session, group.id)}


def pile_at(page: DeskPage, session: Session, place: Place, people: dict[str, Person]) -> Pile:
    """Return the answers of a class to an exercise, in this trainer's order."""
    return pile_of(session, page.centre, trainer=page.trainer.id, module=place.module, exercise=place.exercise, learners=people)


def title_at(page: DeskPage, place: Place) -> str:
    """Return the title of an exercise in the trainer's language."""
    found = outline_of(page.centre).exercise(place.module, place.exercise)
    return found.title(page.language) if found else place.exercise
