"""Who reads a page of the hub, and in which language: for templates, which are told the user alone."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from jinja2 import Environment
from jinja2.ext import Extension
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import LANGUAGES, Language, Translations, as_language, library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.people.classes import language_of
from ailab.office.centre.tables import Person
from ailab.office.centre.visit import clock_now, guest_of, is_guest

NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
DESK: Final = "/services/desk/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whoever looks at a page."""

    language: Language
    name: str = ""
    """Their pseudonym; empty for who is not in."""
    is_trainer: bool = False
    centre: str = ""

    @property
    def direction(self) -> str:
        """Return where lines begin."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def arrow(self) -> str:
        """Return the way on."""
        return "←" if self.language == "ar" else "→"

    @property
    def say(self) -> Translations:
        """Return our words in their language."""
        return library_translations(self.language)


def reader_of(centre: Centre, person: str) -> Reader:
    """Return the reader with this name at the hub; empty for somebody who is not in."""
    settings = centre.settings
    nobody = Reader(language=settings.language, centre=settings.name)
    if not person:
        return nobody
    try:
        with session_of(centre) as session:
            return _found(session, centre, person) or nobody
    except (Refused, DBAPIError):
        # The page may be the one that says what is wrong: it must not fail as well.
        return nobody


def _found(session: Session, centre: Centre, person: str) -> Reader | None:
    settings = centre.settings
    if is_guest(person):
        guest = guest_of(session, person, clock_now())
        return Reader(language=guest.language, name=guest.name, centre=settings.name) if guest else None
    found = session.get(Person, person)
    if found is None:
        return None
    language = as_language(found.language or language_of(session, person)) or settings.language
    return Reader(language=language, name=found.pseudonym, is_trainer=found.kind != "learner", centre=settings.name)


@lru_cache(maxsize=4)
def reading(centre: Centre) -> type[Extension]:
    """Return what teaches JupyterHub's templates to ask for their reader: reader(user)."""

    class Reading(Extension):
        """Adds reader(user)."""

        def __init__(self, environment: Environment) -> None:
            super().__init__(environment)
            environment.globals["reader"] = _reader
            environment.globals["language_names"] = [(each, NAMES[each]) for each in sorted(LANGUAGES)]

    def _reader(user: Any) -> Reader:
        return reader_of(centre, str(getattr(user, "name", "") or ""))

    return Reading
