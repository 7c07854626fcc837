"""New secrets: made, stored as a hash, shown once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from os import cpu_count
from typing import Final, Literal

from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import Language, as_language, library_translations
from ailab.office.centre.people.classes import first_class
from ailab.office.centre.people.doors import unlock
from ailab.office.centre.people.hashes import hashed, matches
from ailab.office.centre.people.instants import instant_text
from ailab.office.centre.people.passphrases import expect_passphrase, new_passphrase, typed_passphrase
from ailab.office.centre.people.pictures import new_pictures, picture_name
from ailab.office.centre.people.pins import new_pin
from ailab.office.centre.tables import Person

SecretKind = Literal["pin", "pictures", "passphrase"]
_OF_TRAINERS: Final = "passphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSecret:
    """A secret that was just made: shown or printed once, stored nowhere."""

    person: str
    pseudonym: str
    kind: SecretKind
    shown: str
    """The PIN, the passphrase, or the slugs of the pictures with commas between."""
    language: str = ""
    """Of its owner's card; empty when nobody said."""
    group: str = ""
    """Title of the class."""

    def words(self, language: Language) -> str:
        """Return what to read out."""
        match self.kind:
            case "pin":
                return f"{self.shown[:3]}\u00a0{self.shown[3:]}"
            case "pictures":
                return {"ar": "، "}.get(language, ", ").join(picture_name(slug, language) for slug in self.shown.split(","))
        return self.shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A secret and what is stored of it."""

    kind: SecretKind
    shown: str
    stored: str


def made_secret(kind: SecretKind, language: Language, passphrase: str = "") -> Made:
    """Make a secret of this kind; hashing takes its time and needs no database."""
    match kind:
        case "pin":
            shown = new_pin()
        case "pictures":
            shown = ",".join(new_pictures())
        case "passphrase":
            shown = passphrase or new_passphrase(language)
    return Made(kind=kind, shown=shown, stored=hashed(typed_passphrase(shown) if kind == "passphrase" else shown))


def made_secrets(kinds: Sequence[SecretKind], language: Language) -> list[Made]:
    """Make secrets of these kinds, on all cores."""
    with ThreadPoolExecutor(max_workers=cpu_count()) as pool:
        return list(pool.map(lambda kind: made_secret(kind, language), kinds))


def give(session: Session, person: Person, made: Made, now: datetime) -> NewSecret:
    """Store a secret's hash and return the secret, to be shown once."""
    person.secret_kind, person.secret, person.secret_at = made.kind, made.stored, instant_text(now)
    session.flush()
    group = first_class(session, person.id)
    return NewSecret(
        person=person.id,
        pseudonym=person.pseudonym or person.login,
        kind=made.kind,
        shown=made.shown,
        language=person.language or (group.language if group else ""),
        group=group.title if group else "",
    )


def reset_secret(session: Session, *, person: str, kind: SecretKind | None = None, now: datetime) -> NewSecret:
    """Make a new secret, of another kind on request; the old one is worth nothing then, and the door is open again.

    Raises
    ------
    Refused
        When there is no such person, or a trainer was to get a child's secret.
    """
    found = session.get(Person, person)
    if found is None:
        raise Refused(f"Nobody has the id '{person}'.")
    kind = kind or _kind_of(found)
    if found.kind != "learner" and kind != "passphrase":
        raise Refused("Trainers have a passphrase: what they may see is worth more than six digits.")
    unlock(session, person=person)
    return give(session, found, made_secret(kind, _language(session, found)), now)


def change_passphrase(session: Session, *, person: str, old: str, new: str, language: Language, now: datetime) -> None:
    """Let a trainer choose their own passphrase.

    Raises
    ------
    Refused
        When the old one is another one, or the new one is weak.
    """
    say = library_translations(language)
    found = session.get(Person, person)
    if found is None or found.secret_kind != _OF_TRAINERS or not matches(typed_passphrase(old), found.secret):
        raise Refused(say("The passphrase until now is another one. Nothing was changed."))
    give(session, found, made_secret("passphrase", language, expect_passphrase(new, found.login, language)), now)


def _kind_of(person: Person) -> SecretKind:
    if person.kind != "learner":
        return "passphrase"
    return "pictures" if person.secret_kind == "pictures" else "pin"  # noqa: S105 - a kind


def _language(session: Session, person: Person) -> Language:
    group = first_class(session, person.id)
    return as_language(person.language) or (as_language(group.language) if group else None) or "en"
