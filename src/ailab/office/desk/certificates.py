"""Who has earned which certificate and why; printing, handing out, taking back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from ailab.errors import AilabError, Refused
from ailab.lang import Language, library_translations
from ailab.office.centre.awards import (
    Standing,
    certificate_pdf,
    issue,
    issued_in,
    language_of,
    policies_for,
    policies_of,
    revoke,
    standings_of,
)
from ailab.office.centre.bound import bound
from ailab.office.centre.consent import consents_of
from ailab.office.centre.tables import Group, Issued, Meeting, Person
from ailab.office.certificates import Policy
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer
from ailab.office.desk.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSeen:
    """One learner and one policy."""

    person: Person
    standing: Standing
    head: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySeen:
    """One kind of certificate and everybody in the class."""

    policy: Policy
    title: str
    criteria: str
    lines: tuple[LineSeen, ...]

    @property
    def ready(self) -> int:
        """Return for how many one can be printed now."""
        return sum(not line.standing.obstacle for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSeen:
    """A certificate that was handed out."""

    row: Issued
    name: str
    title: str


def words_for(meetings: Sequence[Meeting], group: Group, titles: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return the words for every slug that stands in a decision."""
    when = When(language=language, edition=group.edition, zone=group.time_zone)
    days = {meeting.title: f"{when.day(meeting.starts_at)} {when.hour(meeting.starts_at)}" for meeting in meetings}
    return {**titles, **days, group.series: library_translations(language)("Workshop")}


class Certificates(DeskPage):
    """Every policy that concerns the class."""

    def look(self, *parts: str) -> Answer:
        """Show who stands where, with reasons, and what was handed out."""
        (slug,) = parts
        with self.session() as session:
            known = self.gathered(session, slug)
            people = {person.id: person for person in known.people}
            policies = policies_for(known.group, policies_of(self.centre), known.outline)
            titles = words_for(known.meetings, known.group, known.titles(self.language), self.language)
            standings = self.standings(session, known, policies)
            return self.show(
                "certificates.html",
                group=known.group,
                policies=[self._policy(policy, standings, people, titles) for policy in policies],
                issued=[self._issued(session, row, policies) for row in reversed(issued_in(session, slug))],
            )

    def act(self, *parts: str) -> Answer:
        """Print certificates for those who are ticked."""
        (slug,) = parts
        ticked = set(self.get_arguments("person"))
        with self.session() as session:
            known = self.gathered(session, slug)
            policy = next((each for each in policies_of(self.centre) if each.id == self.field("policy")), None)
            if policy is None:
                self.missing()
            wanted = [each for each in self.standings(session, known, (policy,)) if each.person in ticked and not each.obstacle]
            if not wanted:
                raise Refused(self.say("Tick at least one learner who has earned it."))
            troubles = [trouble for standing in wanted if (trouble := self._issue(session, known, standing))]
        done = self.say("Printed: {count}. “Print all” sends them as one file.").format(count=len(wanted) - len(troubles))
        return self.go(f"class/{slug}/certificates/", done, trouble=" ".join(troubles))

    def gathered(self, session: Session, slug: str) -> Gathered:
        """Return what is known about the class."""
        return Gathered(session=session, centre=self.centre, group=self.group(session, slug), now=self.site.now())

    def standings(self, session: Session, known: Gathered, policies: Sequence[Policy]) -> tuple[Standing, ...]:
        """Return where everybody stands now."""
        return standings_of(
            session,
            known.group,
            known.people,
            results=known.results,
            consents=consents_of(session, known.ids),
            policies=policies,
            outline=known.outline,
            as_of=known.stamp,
        )

    def _issue(self, session: Session, known: Gathered, standing: Standing) -> str:
        person = next(each for each in known.people if each.id == standing.person)
        language = language_of(person, known.group)
        titles = words_for(known.meetings, known.group, known.titles(language), language)
        try:
            issue(session, self.centre, known.group, person, standing, titles=titles, by=self.trainer.id, at=known.stamp, say=self.say)
        except AilabError as error:
            # One name that can't be printed must not keep the others waiting.
            return f"{person.pseudonym}: {error}"
        return ""

    def _policy(self, policy: Policy, standings: Sequence[Standing], people: Mapping[str, Person], titles: Mapping[str, str]) -> PolicySeen:
        own = [each for each in standings if each.policy.id == policy.id]
        lines = [(each, each.reasons(self.language, titles)) for each in own]
        return PolicySeen(
            policy=policy,
            title=self.say(policy.title),
            criteria=self.say(policy.criteria),
            lines=tuple(
                LineSeen(person=people[each.person], standing=each, head=reasons[0], reasons=reasons[1:]) for each, reasons in lines
            ),
        )

    def _issued(self, session: Session, row: Issued, policies: Sequence[Policy]) -> IssuedSeen:
        person = session.get(Person, row.person)
        title = next((policy.title for policy in policies if policy.id == row.policy), row.policy)
        return IssuedSeen(row=row, name=person.pseudonym if person else row.person, title=self.say(title))


class _OneIssued(DeskPage):
    """A page about one certificate."""

    def issued(self, session: Session, slug: str, number: str) -> Issued:
        """Return a certificate of this class, else 404."""
        self.group(session, slug)
        found = session.get(Issued, int(number))
        if found is None or found.group != slug:
            self.missing()
        return found


class CertificatePage(_OneIssued):
    """The PDF of one."""

    def look(self, *parts: str) -> Answer:
        """Send it."""
        slug, number = parts
        with self.session() as session:
            found = self.issued(session, slug, number)
            if found.revoked_at:
                self.missing()
            return self.file(certificate_pdf(self.centre, found, say=self.say), "application/pdf")


class Revoke(_OneIssued):
    """Take one back."""

    def act(self, *parts: str) -> Answer:
        """Write down why."""
        slug, number = parts
        with self.session() as session:
            found = self.issued(session, slug, number)
            if not found.revoked_at:
                revoke(self.centre, found, why=self.field("why", 300), at=self.site.stamp(), say=self.say)
        return self.go(f"class/{slug}/certificates/", self.say("Taken back. It can be printed again when it is earned."))

    def back(self, *parts: str) -> str:
        """Return the certificates of the class."""
        return f"class/{parts[0]}/certificates/"


class AllCertificates(DeskPage):
    """Every certificate of a class as one file."""

    def look(self, *parts: str) -> Answer:
        """Send it."""
        (slug,) = parts
        with self.session() as session:
            self.group(session, slug)
            pages = [certificate_pdf(self.centre, row, say=self.say) for row in issued_in(session, slug) if not row.revoked_at]
        if not pages:
            self.missing()
        return self.file(bound(pages, at=self.site.now()), "application/pdf")


ADDRESSES: Final = [
    (f"class/{SLUG}/certificates/", Certificates),
    (f"class/{SLUG}/certificates/all.pdf", AllCertificates),
    (f"class/{SLUG}/certificates/([0-9]{{1,9}}).pdf", CertificatePage),
    (f"class/{SLUG}/certificates/([0-9]{{1,9}})/revoke", Revoke),
]
