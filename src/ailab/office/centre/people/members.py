"""People who are made and found."""

from collections.abc import Callable, Sequence
from datetime import datetime
from secrets import choice
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused, UnknownName
from ailab.lang import Language, as_language
from ailab.office.centre.folder import Centre
from ailab.office.centre.people.classes import enrol, expect_group
from ailab.office.centre.people.ids import new_id
from ailab.office.centre.people.instants import instant_text
from ailab.office.centre.people.keys import Made, NewSecret, SecretKind, give, made_secret, made_secrets
from ailab.office.centre.people.logins import LoginUnfit, as_written, expect_login, folded
from ailab.office.centre.people.passphrases import expect_passphrase
from ailab.office.centre.tables import Group, Person
from ailab.office.centre.visit.animals import animals

_HIGHEST_NUMBER: Final = 99
_DRAWS: Final = 200


def person_of(session: Session, login: str) -> str:
    """Return the id of who has this login, however it is typed.

    Raises
    ------
    UnknownName
        When nobody has it.
    """
    found = session.scalars(select(Person.id).where(Person.login == folded(login))).one_or_none()
    if found is None:
        raise UnknownName("login", login, session.scalars(select(Person.login)))
    return found


def add_trainer(
    session: Session,
    centre: Centre,
    *,
    login: str,
    display_name: str = "",
    language: str = "",
    groups: Sequence[str] = (),
    lead: bool = False,
    now: datetime,
    passphrase: str | None = None,
) -> NewSecret:
    """Make a trainer, or a lead, of these classes.

    Raises
    ------
    Refused
        When the login is taken or can't be one, or the passphrase is weak.
    UnknownName
        When there is no such class.
    """
    tongue: Language = as_language(language) or centre.settings.language
    try:
        name = expect_login(login, tongue)
    except LoginUnfit as error:
        raise Refused(str(error)) from None
    if is_taken(session, name):
        raise Refused(f"Somebody has the login '{as_written(login)}' already. Choose another one.")
    classes = [expect_group(session, group).id for group in groups]
    phrase = "" if passphrase is None else expect_passphrase(passphrase, name, tongue)
    person = Person(
        id=new_id(session, centre.settings.code, trainer=True),
        kind="lead" if lead else "trainer",
        login=name,
        pseudonym=as_written(login),
        display_name=display_name.strip(),
        language=language,
        created_at=instant_text(now),
    )
    session.add(person)
    session.flush()
    for group in classes:
        enrol(session, person=person.id, group=group, role="trainer", now=now)
    return give(session, person, made_secret("passphrase", tongue, phrase), now)


def add_learners(
    session: Session, centre: Centre, *, group: str, count: int, kind: SecretKind = "pin", language: str = "", now: datetime
) -> tuple[NewSecret, ...]:
    """Make learners without a list: each gets an animal's name and a number in their language."""
    found = expect_group(session, group)
    tongue = as_language(language or found.language) or "en"
    made = made_secrets([kind] * count, tongue)
    return tuple(_add_learner(session, centre, found, tongue, secret, now) for secret in made)


def _add_learner(session: Session, centre: Centre, group: Group, language: Language, secret: Made, now: datetime) -> NewSecret:
    pseudonym = new_pseudonym(language, lambda login: is_taken(session, login))
    person = add_person(session, centre, login=folded(pseudonym), pseudonym=pseudonym, now=now)
    person.language = "" if language == group.language else language
    enrol(session, person=person.id, group=group.id, now=now)
    return give(session, person, secret, now)


def add_person(session: Session, centre: Centre, *, login: str, pseudonym: str, now: datetime) -> Person:
    """Make a learner who has no secret yet, hence gets in nowhere."""
    person = Person(
        id=new_id(session, centre.settings.code),
        kind="learner",
        login=login,
        pseudonym=pseudonym,
        language="",
        created_at=instant_text(now),
    )
    session.add(person)
    session.flush()
    return person


def is_taken(session: Session, login: str) -> bool:
    """Tell whether somebody has this folded login."""
    return session.scalar(select(Person.id).where(Person.login == login)) is not None


def new_pseudonym(language: Language, is_had: Callable[[str], bool], *, draw: Callable[[Sequence[Any]], Any] = choice) -> str:
    """Return a pseudonym that is free: an animal's name and a number, as short as can be."""
    kinds = tuple(animals().values())
    for length in range(_DRAWS):
        # Two digits, and only in a crowded centre more of them.
        made = f"{getattr(draw(kinds), language)} {draw(range(2, _HIGHEST_NUMBER * 10 ** (length // 50)))}"
        if not is_had(folded(made)):
            return made
    raise Refused("There is no free pseudonym left. Write logins of your own into the list.")
