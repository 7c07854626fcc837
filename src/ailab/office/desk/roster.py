"""The learners of a class: list, new secrets shown once, moving and leaving."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from tornado.web import HTTPError

from ailab.errors import Refused
from ailab.lang import as_language
from ailab.office.centre.groups import in_order
from ailab.office.centre.people import (
    PICTURES,
    NewSecret,
    add_learners,
    enrol,
    is_locked,
    learners_of,
    leave,
    login_cards,
    picture_file,
    picture_name,
    reset_secret,
    unlock,
)
from ailab.office.centre.tables import Enrolment, Person, Try
from ailab.office.desk.draw import apart
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

PERSON: Final = "([a-z0-9-]{3,50})"
_MOST_AT_ONCE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerSeen:
    """A line of the list."""

    person: Person
    last_seen: str
    """UTC instant of the last log-in; empty for never."""
    is_locked: bool
    is_online: bool


class Learners(DeskPage):
    """Everybody in a class."""

    def look(self, *parts: str) -> Answer:
        """Show the list, and who left."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            people = in_order(learners_of(session, slug))
            online, seen = self.site.online() or frozenset(), last_log_ins(session, people)
            lines = [
                LearnerSeen(
                    person=person,
                    last_seen=seen.get(person.id, ""),
                    is_locked=is_locked(session, person=person.id, now=self.site.now()),
                    is_online=person.id in online,
                )
                for person in people
            ]
            return self.show("learners.html", group=group, lines=lines, left=left_of(session, slug))

    def act(self, *parts: str) -> Answer:
        """Add learners without a list: pseudonyms and secrets are made for them."""
        (slug,) = parts
        text = self.field("count", 4)
        if not (text.isascii() and text.isdecimal() and 0 < int(text) <= _MOST_AT_ONCE):
            raise Refused(self.say("Write how many learners to add: 1 to {most}.").format(most=_MOST_AT_ONCE))
        kind = self.field("kind")
        with self.session() as session:
            group = self.group(session, slug)
            made = add_learners(
                session, self.centre, group=group.id, count=int(text), kind="pictures" if kind == "pictures" else "pin", now=self.site.now()
            )
        return self.go(f"class/{slug}/learners/secrets/?key={self.site.once.keep(self.trainer.id, made)}")


class OneLearner(DeskPage):
    """What is done with one learner of the list."""

    def act(self, *parts: str) -> Answer:
        """Do what was pressed."""
        slug, person = parts
        do = self.field("do")
        with self.session() as session:
            if do == "return":
                found = self.learner(session, slug, person, left=True)
                enrol(session, person=found.id, group=slug, now=self.site.now())
                return self.go(f"class/{slug}/learners/", self.say("{name} is in the class again.").format(name=apart(found.pseudonym)))
            found = self.learner(session, slug, person)
            match do:
                case "pin" | "pictures":
                    made = reset_secret(session, person=found.id, kind="pin" if do == "pin" else "pictures", now=self.site.now())
                    return self.go(f"class/{slug}/learners/secrets/?key={self.site.once.keep(self.trainer.id, (made,))}")
                case "unlock":
                    unlock(session, person=found.id)
                    words = self.say("{name} can log in again.")
                case "leave":
                    leave(session, person=found.id, group=slug, now=self.site.now())
                    words = self.say("{name} has left the class. The work stays.")
                case "move":
                    words = self._move(session, slug, found)
                case "language":
                    found.language = as_language(self.field("language")) or ""
                    words = self.say("{name}: the language is changed. Notebooks change when they are opened the next time.")
                case _:
                    self.missing()
            return self.go(self._next(slug, person, do), words.format(name=apart(found.pseudonym)))

    def back(self, *parts: str) -> str:
        """Return the page of the learner."""
        return f"class/{parts[0]}/learner/{parts[1]}/"

    def _next(self, slug: str, person: str, do: str) -> str:
        return f"class/{slug}/learners/" if do in ("leave", "move") else f"class/{slug}/learner/{person}/"

    def _move(self, session: Session, slug: str, person: Person) -> str:
        target = self.group(session, self.field("to"))
        if target.id == slug:
            raise Refused(self.say("Choose another class."))
        leave(session, person=person.id, group=slug, now=self.site.now())
        enrol(session, person=person.id, group=target.id, now=self.site.now())
        return self.say("{name} is in the other class now.")


class Secrets(DeskPage):
    """New secrets, as long as they are not older than ten minutes: to read out, or to print as cards."""

    def look(self, *parts: str) -> Answer:
        """Show them once more."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            secrets = self.secrets()
            return self.show("secrets.html", group=group, secrets=secrets, key=self.field("key"), picture_name=picture_name)

    def secrets(self) -> tuple[NewSecret, ...]:
        """Return what was kept for this trainer; nothing when it is too old."""
        kept = self.site.once.look(self.trainer.id, self.field("key"))
        return kept if isinstance(kept, tuple) and all(isinstance(each, NewSecret) for each in kept) else ()


class Cards(Secrets):
    """The same as a sheet of cards."""

    def look(self, *parts: str) -> Answer:
        """Send the PDF."""
        with self.session() as session:
            group = self.group(session, parts[0])
        if not (secrets := self.secrets()):
            self.missing()
        address = f"{self.request.protocol}://{self.request.host}/"
        language = as_language(group.language) or self.language
        pdf = login_cards(secrets, address=address, centre=self.centre.settings.name, language=language, at=self.site.now())
        return self.file(pdf, "application/pdf", "cards.pdf")


class Picture(DeskPage):
    """One of the pictures that a secret is made of."""

    def look(self, *parts: str) -> Answer:
        """Send it."""
        if parts[0] not in PICTURES:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        return self.file(picture_file(parts[0]).read_bytes(), "image/svg+xml")


def last_log_ins(session: Session, people: Sequence[Person]) -> dict[str, str]:
    """Return when each of these people logged in last."""
    asked = select(Try.person, func.max(Try.at)).where(Try.worked, Try.person.in_([person.id for person in people])).group_by(Try.person)
    return {person: at for person, at in session.execute(asked) if person}


def left_of(session: Session, group: str) -> list[Person]:
    """Return who learned in a class and left it."""
    left = select(Enrolment.person).where(Enrolment.group == group, Enrolment.role == "learner", Enrolment.left_at != "")
    return list(session.scalars(select(Person).where(Person.id.in_(left)).order_by(Person.pseudonym)))


ADDRESSES: Final = [
    (f"class/{SLUG}/learners/", Learners),
    (f"class/{SLUG}/learners/secrets/", Secrets),
    (f"class/{SLUG}/learners/cards.pdf", Cards),
    (f"class/{SLUG}/learners/{PERSON}/do", OneLearner),
    ("picture/([a-z_]{1,40})", Picture),
]
