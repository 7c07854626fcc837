"""What a trainer sees first: each class with today's session, who is in, and what waits; and the same for one class."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from ailab.lang import as_language
from ailab.office.centre.attendance import meetings_on, register_of
from ailab.office.centre.marking import waiting_of
from ailab.office.centre.standing import who_needs_help
from ailab.office.centre.tables import Group, Meeting, Person
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

SLUG: Final = "([a-z0-9][a-z0-9_-]*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSeen:
    """One of today's sessions."""

    meeting: Meeting
    here: int
    unsaid: int
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """One class this morning."""

    group: Group
    learners: int
    sessions: tuple[SessionSeen, ...]
    next: Meeting | None
    """The next session, when none is today."""
    open_before: int
    """Sessions of earlier days whose register has a gap."""
    online: int | None
    """How many have their notebooks open now; None when the hub does not say."""
    to_grade: tuple[tuple[str, str, int], ...]
    """Module, its title, how many handed in since it was graded."""
    to_mark: int
    in_need: int
    no_secret: int
    """Who cannot log in yet."""


class MorningPage(DeskPage):
    """All classes of a trainer."""

    def look(self, *parts: str) -> Answer:
        """Show each class, the open ones first."""
        with self.session() as session:
            groups = self.groups(session)
            seen = [self.morning(session, group) for group in groups if group.is_open]
            return self.show("morning.html", classes=seen, closed=[group for group in groups if not group.is_open], now=self.site.stamp())

    def morning(self, session: Session, group: Group) -> Morning:
        """Return what there is to know about one class this morning."""
        known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
        today = meetings_on([each for each in known.meetings if not each.is_cancelled], known.today, group.time_zone)
        ahead = [each for each in known.meetings if each.starts_at > known.stamp and not each.is_cancelled]
        online = self.site.online()
        return Morning(
            group=group,
            learners=len(known.ids),
            sessions=tuple(self._seen(session, known, each) for each in today),
            next=ahead[0] if ahead and not today else None,
            open_before=self._open_before(known),
            online=None if online is None else len(online & set(known.ids)),
            to_grade=tuple(
                (module.slug, module.title(self.language), count) for module in known.modules if (count := known.to_grade(module.slug))
            ),
            to_mark=sum(
                each.written + each.checks for each in waiting_of(self.centre, [module.slug for module in known.modules], known.ids)
            ),
            in_need=len(who_needs_help(known.known)),
            no_secret=sum(not person.secret for person in known.people),
        )

    def _seen(self, session: Session, known: Gathered, meeting: Meeting) -> SessionSeen:
        states = [line.state for line in register_of(session, meeting, known.ids).values()]
        begins = meeting.starts_at
        return SessionSeen(
            meeting=meeting,
            here=sum(state in ("here", "late") for state in states),
            unsaid=states.count("open"),
            is_now=begins <= known.stamp,
        )

    def _open_before(self, known: Gathered) -> int:
        past = [each for each in known.meetings if not each.is_cancelled and each.starts_at < known.stamp]
        today = {each.id for each in meetings_on(past, known.today, known.group.time_zone)}
        return sum(any(each.id not in known.register[person] for person in known.ids) for each in past if each.id not in today)


class ClassPage(MorningPage):
    """One class."""

    def look(self, *parts: str) -> Answer:
        """Show the day of one class."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            return self.show("class.html", group=group, seen=self.morning(session, group), now=self.site.stamp())


class LanguagePage(DeskPage):
    """The trainer's own language."""

    def act(self, *parts: str) -> Answer:
        """Keep the language and go back to where the press was made."""
        language = as_language(self.field("language"))
        with self.session() as session:
            person = session.get(Person, self.trainer.id)
            if language and person:
                person.language = language
        here = self.field("here")
        return self.go("" if here.startswith("/") or ":" in here or "\\" in here else here)


ADDRESSES: Final = [
    ("", MorningPage),
    ("language", LanguagePage),
    (f"class/{SLUG}/", ClassPage),
]
