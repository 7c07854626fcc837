"""The page of one answer: read it, give levels, say something kind, and on to the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from sqlalchemy.orm import Session

from ailab.errors import AilabError, Refused
from ailab.lang import LANGUAGES, Language, as_language, decimal_text
from ailab.office.centre.marking import (
    Answer,
    Criterion,
    Mark,
    MarkedMeanwhile,
    Pile,
    Said,
    add_comment,
    bank_of,
    comment_for,
    give_mark,
    given_mark,
    override,
    points_of,
    reason_of,
    rubric_for,
    rubric_lines,
    set_aside,
    sight_of,
    take_back,
)
from ailab.office.centre.marking.reading import question_of, read_answer
from ailab.office.centre.tables import Group, Person
from ailab.office.desk import site
from ailab.office.desk.draw import NAMES
from ailab.office.desk.marking.place import Place, people_of, pile_at, place_at, title_at
from ailab.office.desk.marking.soon import tell_soon
from ailab.office.desk.page import DeskPage
from ailab.office.gradebook.by_hand import GradedPlace

COMMENT_KEYS: Final = ("A/Q", "S", "D", "F", "G", "H", "J", "K", "L")
"""The middle row of letters: the same places on French, English and Arabic keyboards."""
_LONGEST: Final = 2000
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form: from the mark that counts, or as it was just typed."""

    levels: tuple[int | None, ...] = ()
    said: Said = Said()  # noqa: RUF009 - frozen
    comment: tuple[tuple[Language, str], ...] = ()
    """A new comment for the bank that was not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Everything about the answer at this address."""

    place: Place
    group: Group
    people: dict[str, Person]
    pile: Pile
    answer: Answer

    def language(self) -> Language:
        """Return the language that its learner reads."""
        return as_language(self.people[self.answer.learner].language) or as_language(self.group.language) or "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The points of a check, as the page shows them."""

    graded: GradedPlace
    measured: str
    given: str
    maximum: str
    reason: str
    seen: str

    @property
    def waiting(self) -> bool:
        """Tell whether a person has to look."""
        return self.graded.standing.waiting


class AnswerPage(DeskPage):
    """One answer, without a name."""

    def look(self, *parts: str) -> site.Answer:
        """Show the answer and the rubric beside it."""
        with self.session() as session:
            return self._page(session, self._here(session, place_at(parts), parts[-1]))

    def act(self, *parts: str) -> site.Answer:
        """Save what was pressed."""
        with self.session() as session:
            here = self._here(session, place_at(parts), parts[-1])
        match self.field("do"):
            case "later":
                return self._later(here)
            case "override" | "take_back":
                return self._correct(here)
            case "new_comment":
                return self._new_comment(here)
        return self._save(here)

    def _here(self, session: Session, place: Place, token: str) -> Here:
        group, people = people_of(self, session, place.group)
        pile = pile_at(self, session, place, people)
        answer = pile.find(token)
        if answer is None:
            self.missing()
        return Here(place=place, group=group, people=people, pile=pile, answer=answer)

    # --- what is pressed ----------------------------------------------------------------------------------------------------

    def _save(self, here: Here) -> site.Answer:
        written = here.answer.written
        if written is None:
            self.missing()
        typed = self._typed(len(self._criteria(written, self.language)))
        try:
            mark = self._mark(here, written, typed)
            give_mark(self.centre, mark, trainer=self.trainer.id, seen=self.field("seen"), now=self.site.stamp())
        except MarkedMeanwhile:
            said = self.say(
                "Somebody marked this answer while you looked at it. Nothing of theirs was replaced; your levels still stand here."
            )
            return self._again(here, typed, said)
        except AilabError as error:
            return self._again(here, typed, str(error))
        tell_soon(self.centre)
        return self._go_on(here)

    def _mark(self, here: Here, written: GradedPlace, typed: Typed) -> Mark:
        levels = tuple(level for level in typed.levels if level is not None)
        if len(levels) < len(typed.levels):
            raise Refused(self.say("Give each criterion one of its levels, then save."))
        language = here.language()
        theirs = self._criteria(written, language)
        with self.session() as session:
            bank = bank_of(session, here.place.exercise)
        return Mark(
            place=written.place,
            levels=levels,
            points=points_of(theirs, levels),
            said=typed.said,
            comment=comment_for(bank, typed.said.bank, own=typed.said.own, rubric=rubric_lines(theirs, levels), language=language),
        )

    def _later(self, here: Here) -> site.Answer:
        facts = {"trainer": self.trainer.id, "module": here.place.module, "exercise": here.place.exercise}
        with self.session() as session:
            set_aside(session, learner=here.answer.learner, now=self.site.stamp(), **facts)
        return self._go_on(here)

    def _go_on(self, here: Here) -> site.Answer:
        with self.session() as session:
            following = pile_at(self, session, here.place, here.people).after(here.answer.token)
        return self.go(here.place.answer(following.token) if following else here.place.path)

    def _correct(self, here: Here) -> site.Answer:
        number = self._number("check")
        if number is None or number >= len(here.answer.checks):
            self.missing()
        graded, facts = here.answer.checks[number], {"trainer": self.trainer.id, "seen": self.field("seen"), "now": self.site.stamp()}
        back = here.place.answer(here.answer.token)
        try:
            if self.field("do") == "take_back":
                take_back(self.centre, graded.place, **facts)
                words = self.say("The points of the check count again.")
            else:
                override(self.centre, graded, points=self.field("points"), reason=self.field("reason"), say=self.say, **facts)
                words = self.say("Your points count now, with your reason.")
        except MarkedMeanwhile:
            return self.go(
                back, trouble=self.say("Somebody changed these points while you looked at them. Nothing was replaced: look again.")
            )
        tell_soon(self.centre)
        return self.go(back, words)

    def _new_comment(self, here: Here) -> site.Answer:
        typed = self._typed(len(self._criteria(here.answer.written, self.language)) if here.answer.written else 0)
        words: dict[Language, str] = {language: self.field(f"new-{language}", _LONGEST) for language in LANGUAGES}
        exercise = "" if self.field("everywhere") else here.place.exercise
        try:
            with self.session() as session:
                number = add_comment(session, exercise=exercise, words=words, by=self.trainer.id, now=self.site.stamp(), say=self.say)
        except Refused as error:
            return self._again(here, replace(typed, comment=tuple(words.items())), str(error))
        return self._again(here, replace(typed, said=replace(typed.said, bank=(*typed.said.bank, number))), "")

    # --- what is shown ------------------------------------------------------------------------------------------------------

    def _again(self, here: Here, typed: Typed, trouble: str) -> site.Answer:
        with self.session() as session:
            return self._page(session, self._here(session, here.place, here.answer.token), typed, trouble)

    def _page(self, session: Session, here: Here, typed: Typed | None = None, trouble: str = "") -> site.Answer:
        answer, written = here.answer, here.answer.written
        criteria = self._criteria(written, self.language) if written else ()
        read = read_answer(self.centre, answer.learner, here.place.module, here.place.exercise)
        number, of = here.pile.position(answer)
        before, after = here.pile.beside(answer.token, -1), here.pile.beside(answer.token, 1)
        return self.show(
            "marking_answer.html",
            group=here.group,
            place=here.place,
            title=title_at(self, here.place),
            answer=answer,
            number=number,
            of=of,
            marked=here.pile.count("marked"),
            read=read,
            question=question_of(self.centre, here.place.module, here.place.exercise, self.language),
            criteria=criteria,
            highest=max((len(each.levels) for each in criteria), default=1) - 1,
            typed=typed or self._standing_mark(session, written, criteria),
            seen=sight_of(written.standing) if written else "",
            standing=self._stands(written),
            maximum=self._points(written.maximum) if written else "",
            bank=bank_of(session, here.place.exercise),
            keys=COMMENT_KEYS,
            tongues=[(each, NAMES[each]) for each in ("ar", "fr", "en")],
            checks=[self._checked(session, each) for each in answer.checks],
            before=here.place.answer(before.token) if before else "",
            after=here.place.answer(after.token) if after else "",
            trouble=trouble,
            points=self._points,
        )

    def _standing_mark(self, session: Session, written: GradedPlace | None, criteria: Sequence[Criterion]) -> Typed:
        given = given_mark(session, written.place, written.standing) if written else None
        if given is None or len(given.levels) != len(criteria):
            return Typed(levels=(None,) * len(criteria))
        return Typed(levels=given.levels, said=given.said)

    def _stands(self, written: GradedPlace | None) -> str:
        if written is None or written.standing.given is None:
            return ""
        points = self._points(Decimal(written.standing.given))
        if written.standing.waiting:
            return self.say("An earlier attempt had {points} points. This one is new: look at it again.").format(points=points)
        return self.say("{points} of {maximum} points stand in the gradebook.").format(points=points, maximum=self._points(written.maximum))

    def _checked(self, session: Session, graded: GradedPlace) -> Checked:
        standing = graded.standing
        return Checked(
            graded=graded,
            measured="" if standing.measured is None else self._points(Decimal(standing.measured)),
            given="" if standing.given is None else self._points(Decimal(standing.given)),
            maximum=self._points(graded.maximum),
            reason=reason_of(session, graded.place, standing),
            seen=sight_of(standing),
        )

    def _points(self, number: Decimal) -> str:
        return decimal_text(float(number), self.language)

    # --- what was typed -----------------------------------------------------------------------------------------------------

    def _criteria(self, written: GradedPlace, language: Language) -> tuple[Criterion, ...]:
        return rubric_for(self.centre, written, language)

    def _typed(self, criteria: int) -> Typed:
        bank = tuple(int(text) for text in self.get_arguments("bank") if _NUMBER.fullmatch(text))
        own = self.get_argument("own", "")[:_LONGEST].strip()
        return Typed(levels=tuple(self._number(f"level-{at}") for at in range(criteria)), said=Said(bank=bank, own=own))

    def _number(self, name: str) -> int | None:
        text = self.field(name)
        return int(text) if _NUMBER.fullmatch(text) else None
