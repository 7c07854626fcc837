"""Consent: what families answered on paper, who has not answered, and the page to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ailab.errors import Refused
from ailab.lang import Language, as_language, library_translations
from ailab.office.centre.awards import language_of
from ailab.office.centre.consent import PURPOSES, Answers, consents_of, enter_consent, unanswered
from ailab.office.centre.groups import in_order
from ailab.office.centre.people import learners_of
from ailab.office.centre.tables import Person
from ailab.office.desk.draw import apart
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.roster import PERSON
from ailab.office.desk.site import Answer
from ailab.office.desk.when import When

_PAGE: Final = "parents_page.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersSeen:
    """A learner and what the family said."""

    person: Person
    answers: Answers
    missing: int


def purpose_words(language: Language) -> Mapping[str, str]:
    """Return the questions of the parents' page, in short."""
    say = library_translations(language)
    return {
        "results": say("Results are kept"),
        "certificate": say("Certificate with the name"),
        "showing": say("Project is shown"),
    }


class ConsentPage(DeskPage):
    """The answers of a class."""

    def look(self, *parts: str) -> Answer:
        """Show who said what, those without an answer first."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            people = in_order(learners_of(session, slug))
            answers = consents_of(session, [person.id for person in people])
            seen = [AnswersSeen(person=each, answers=answers[each.id], missing=len(unanswered(answers[each.id]))) for each in people]
            return self.show(
                "consent.html",
                group=group,
                lines=sorted(seen, key=lambda each: not each.missing),
                purposes=purpose_words(self.language),
                missing=sum(bool(each.missing) for each in seen),
                today=self.today(group.time_zone),
                pages=[language for language in ("ar", "fr", "en") if self.printed(language)],
            )

    def act(self, *parts: str) -> Answer:
        """Write down the answers of one family."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            person = self.learner(session, slug, self.field("person"))
            given = {purpose: self.field(purpose) for purpose in PURPOSES if self.field(purpose) in ("yes", "no")}
            if not given:
                raise Refused(self.say("Choose yes or no for at least one question."))
            for purpose, answer in given.items():
                enter_consent(
                    session,
                    person.id,
                    purpose,
                    is_given=answer == "yes",
                    on=self.field("on"),
                    today=self.today(group.time_zone),
                    by=self.trainer.id,
                    at=self.site.stamp(),
                    say=self.say,
                )
        return self.go(f"class/{slug}/consent/#{person.id}", self.say("Written down for {name}.").format(name=apart(person.pseudonym)))

    def today(self, zone: str) -> str:
        """Return the day it is where the class is."""
        return When(language=self.language, edition="", zone=zone).today(self.site.now()).isoformat()

    def printed(self, language: str) -> bool:
        """Tell whether the parents' page lies in the build, ready to print."""
        return (self.centre.build / "books" / language / _PAGE).is_file()


class Withdraw(ConsentPage):
    """A yes that is taken back: from today it is a no."""

    def look(self, *parts: str) -> Answer:
        """Have no page."""
        self.missing()

    def act(self, *parts: str) -> Answer:
        """Write down the no, with today's date."""
        slug, person = parts
        with self.session() as session:
            group, found = self.group(session, slug), self.learner(session, slug, person)
            today = self.today(group.time_zone)
            enter_consent(
                session,
                found.id,
                self.field("purpose"),
                is_given=False,
                on=today,
                today=today,
                by=self.trainer.id,
                at=self.site.stamp(),
                say=self.say,
            )
        return self.go(
            f"class/{slug}/consent/#{person}", self.say("Taken back for {name}, from today.").format(name=apart(found.pseudonym))
        )

    def back(self, *parts: str) -> str:
        """Return the answers of the class."""
        return f"class/{parts[0]}/consent/"


class Sheets(DeskPage):
    """A consent form for each child, in the language of the family."""

    def look(self, *parts: str) -> Answer:
        """Show forms that print one to a sheet; all, or those of whom nothing is known, or one."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            people = in_order(learners_of(session, slug))
            answers = consents_of(session, [person.id for person in people])
            one, only_open = self.field("person"), bool(self.field("open"))
            wanted = [each for each in people if (not one or each.id == one) and (not only_open or unanswered(answers[each.id]))]
            chosen = as_language(self.field("language"))
            forms = [(each, chosen or language_of(each, group)) for each in wanted]
            return self.show(
                "consent_sheets.html", group=group, forms=forms, translations=library_translations, chosen=chosen or "", one=one
            )


class ParentsPage(ConsentPage):
    """The whole page for parents, as it was built."""

    def look(self, *parts: str) -> Answer:
        """Send the PDF."""
        (language,) = parts
        if not self.printed(language):
            self.missing()
        return self.file((self.centre.build / "books" / language / _PAGE).read_bytes(), "application/pdf")


ADDRESSES: Final = [
    (f"class/{SLUG}/consent/", ConsentPage),
    (f"class/{SLUG}/consent/sheets/", Sheets),
    (f"class/{SLUG}/consent/{PERSON}/withdraw", Withdraw),
    ("parents-page-(ar|fr|en).pdf", ParentsPage),
]
