"""A class list from a file: first everything that it would do and all that is wrong with it, then one press."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre.people import RosterPlan, import_roster, learners_of, plan_roster, sample_roster
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A file that waits for a yes."""

    group: str
    name: str
    content: bytes


class Upload(DeskPage):
    """From a file to a plan."""

    def look(self, *parts: str) -> Answer:
        """Show what a list must look like, or the plan of the one that was given."""
        (slug,) = parts
        kept = self.site.once.look(self.trainer.id, key := self.field("key"))
        with self.session() as session:
            group = self.group(session, slug)
            plan = self.plan(session, kept) if isinstance(kept, List) and kept.group == slug else None
            trouble = self.not_theirs(session, plan) if plan else ()
            return self.show(
                "upload.html", group=group, plan=plan, key=key, name=kept.name if isinstance(kept, List) else "", trouble=trouble
            )

    def act(self, *parts: str) -> Answer:
        """Keep the file for a moment and show its plan."""
        (slug,) = parts
        with self.session() as session:
            self.group(session, slug)
        files = self.request.files.get("list") or []
        if not files or not files[0]["filename"]:
            raise Refused(self.say("Choose a file first."))
        kept = List(group=slug, name=files[0]["filename"][-60:], content=files[0]["body"])
        return self.go(f"class/{slug}/learners/list/?key={self.site.once.keep(self.trainer.id, kept)}")

    def plan(self, session: Session, kept: List) -> RosterPlan:
        """Return what a list would do."""
        return plan_roster(session, self.centre, kept.content, group=kept.group, language=self.language, now=self.site.now())

    def not_theirs(self, session: Session, plan: RosterPlan) -> tuple[str, ...]:
        """Return what stands in the way of this trainer: lines of classes, or about learners, that are not theirs."""
        groups = {group.id for group in self.groups(session)}
        own = {person.id for group in groups for person in learners_of(session, group)}
        told = self.say("Line {line}: this learner or class is not yours. The lead of the center can take such a list in.")
        entries = (*plan.added, *plan.changed, *plan.same)
        strangers = (each for each in entries if each.group not in groups or (each.person and each.person not in own))
        return () if self.trainer.is_lead else tuple(told.format(line=each.line) for each in strangers)


class TakeIn(Upload):
    """From a plan to the class."""

    def look(self, *parts: str) -> Answer:
        """Have no page."""
        self.missing()

    def act(self, *parts: str) -> Answer:
        """Take the list in, all of it or nothing."""
        (slug,) = parts
        kept = self.site.once.look(self.trainer.id, key := self.field("key"))
        if not isinstance(kept, List) or kept.group != slug:
            raise Refused(self.say("The file is not there any more. Choose it again."))
        with self.session() as session:
            self.group(session, slug)
            if self.not_theirs(session, self.plan(session, kept)):
                return self.go(f"class/{slug}/learners/list/?key={key}")
            done = import_roster(session, self.centre, kept.content, group=slug, language=self.language, now=self.site.now())
        if not done.is_well:
            return self.go(f"class/{slug}/learners/list/?key={key}")
        self.site.once.take(self.trainer.id, key)
        words = self.say("Added: {added}. Changed: {changed}. As before: {same}.")
        said = words.format(added=len(done.added), changed=len(done.changed), same=len(done.same))
        if not done.secrets:
            return self.go(f"class/{slug}/learners/", said)
        return self.go(f"class/{slug}/learners/secrets/?key={self.site.once.keep(self.trainer.id, tuple(done.secrets))}", said)

    def back(self, *parts: str) -> str:
        """Return the page where a file is chosen."""
        return f"class/{parts[0]}/learners/list/"


class Sample(DeskPage):
    """A list to fill in."""

    def look(self, *parts: str) -> Answer:
        """Send it."""
        return self.file(sample_roster(self.language), "text/csv; charset=utf-8", "class-list.csv")


ADDRESSES: Final = [
    (f"class/{SLUG}/learners/list/", Upload),
    (f"class/{SLUG}/learners/list/take-in", TakeIn),
    ("class-list.csv", Sample),
]
