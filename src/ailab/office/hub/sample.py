"""`ailab centre up --sample`: a class of samples to look around in. Their secrets are made at random, and kept in a file, which real ones never are."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from ailab.office.centre import Centre, session_of
from ailab.office.centre.people import NewSecret, add_learners, add_trainer, make_group
from ailab.office.centre.people.cards import login_cards
from ailab.office.centre.people.keys import SecretKind
from ailab.office.centre.tables import Group, Meeting, Person

GROUP: Final = "sample"
LOGINS: Final = "sample-logins.txt"
CARDS: Final = "sample-cards.pdf"
_OWNER_ALONE: Final = 0o600
_KINDS: Final[tuple[tuple[SecretKind, int], ...]] = (("pictures", 12), ("pin", 12))
_HALF_DAY_MINUTES: Final = 180
_PLACES: Final = {"ma": ("Berkane", "Oujda", "Rabat"), "dz": ("Oran", "Alger", "Annaba")}


def sample_class(centre: Centre, *, now: datetime, address: str) -> tuple[str, ...]:
    """Make the sample class if it is not there yet, and return what to print: every login with its secret."""
    path = centre.folder / LOGINS
    if not path.is_file():
        with session_of(centre) as session:
            if session.get(Group, GROUP) is not None:
                return (f"The sample class is there; {path}, which held its logins, is not. New ones: ailab centre reset LOGIN",)
            secrets = _made(session, centre, now)
            session.flush()
            _describe(session, centre, secrets)
        _write(
            centre.folder / CARDS,
            login_cards(secrets[1:], address=address, centre=centre.settings.name, language=centre.settings.language, at=now),
        )
        _write(path, "".join(f"{line}\n" for line in _lines(secrets)).encode())
    return (
        "The sample class:",
        *(f"  {line}" for line in path.read_text(encoding="utf-8").splitlines()),
        f"Login cards: {centre.folder / CARDS}",
    )


def _made(session: Session, centre: Centre, now: datetime) -> list[NewSecret]:
    settings = centre.settings
    make_group(
        session,
        id=GROUP,
        title="Sample class",
        language=settings.language,
        edition=settings.edition,
        time_zone=settings.time_zone,
        band="11-14",
        form="pad",
        track="explorers",
        now=now,
    )
    trainer = add_trainer(
        session, centre, login="trainer", display_name="Sample trainer", language=settings.language, groups=(GROUP,), lead=True, now=now
    )
    for day in range(5):
        starts = (now + timedelta(days=day)).replace(hour=8, minute=0, second=0, microsecond=0)
        session.add(
            Meeting(group=GROUP, title=f"Day {day + 1}", starts_at=starts.strftime("%Y-%m-%dT%H:%M:%SZ"), minutes=_HALF_DAY_MINUTES)
        )
    learners: list[NewSecret] = []
    for kind, count in _KINDS:
        learners += add_learners(session, centre, group=GROUP, count=count, kind=kind, now=now)
    return [trainer, *learners]


def _describe(session: Session, centre: Centre, secrets: Sequence[NewSecret]) -> None:
    """Give the samples what a report counts by; nothing of it is anybody's."""
    places = _PLACES[centre.settings.edition]
    for number, secret in enumerate(secrets[1:], 1):
        person = session.get(Person, secret.person)
        if person:
            person.display_name = f"Sample learner {number}"
            person.birth_year, person.gender, person.place = 2013 + number % 3, ("f", "m")[number % 2], places[number % 3]


def _lines(secrets: Sequence[NewSecret]) -> Iterator[str]:
    for secret in secrets:
        yield f"{secret.pseudonym}\t{secret.language or '-'}\t{secret.kind}\t{secret.words('en')}"


def _write(path: os.PathLike[str], content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ALONE), "wb") as stream:
        stream.write(content)
