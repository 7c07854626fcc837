"""What waits for a mark, by exercise; and the page of an exercise, which leads to the next answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ailab.errors import Refused
from ailab.office.centre.groups import modules_of
from ailab.office.centre.marking import TOKEN, MarkedMeanwhile, Pile, Waiting, fill_bank, redo, undo, waiting_of
from ailab.office.centre.outline import Module, outline_of
from ailab.office.desk.marking.place import Place, people_of, pile_at, place_at, title_at
from ailab.office.desk.marking.soon import tell_soon
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An exercise on the overview."""

    place: Place
    title: str
    waiting: Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A module on the overview."""

    title: str
    lines: tuple[Line, ...]


class OverviewPage(DeskPage):
    """All exercises of a class on which a person's eye is wanted."""

    def look(self, *parts: str) -> Answer:
        """Show how much waits."""
        (slug,) = parts
        with self.session() as session:
            group, people = people_of(self, session, slug)
            fill_bank(session, now=self.site.stamp())
        tell_soon(self.centre)  # what a desk that was stopped had not told yet
        modules = modules_of(group, outline_of(self.centre))
        found = waiting_of(self.centre, [module.slug for module in modules], people)
        blocks = [block for module in modules if (block := self._block(slug, module, found)).lines]
        return self.show("marking_overview.html", group=group, blocks=blocks, waiting=sum(each.written + each.checks for each in found))

    def _block(self, slug: str, module: Module, found: Sequence[Waiting]) -> Block:
        own = [each for each in found if each.module == module.slug]
        order = [each.slug for each in module.exercises]
        own.sort(key=lambda each: order.index(each.exercise) if each.exercise in order else len(order))
        places = [(Place(group=slug, module=module.slug, exercise=each.exercise), each) for each in own]
        lines = tuple(Line(place=place, title=title_at(self, place), waiting=each) for place, each in places)
        return Block(title=module.title(self.language), lines=lines)


class ExercisePage(DeskPage):
    """The answers to one exercise: the next one that waits, or how it stands when none does."""

    def look(self, *parts: str) -> Answer:
        """Go on with the next answer; show the end when there is none."""
        place = place_at(parts)
        with self.session() as session:
            group, people = people_of(self, session, place.group)
            pile = pile_at(self, session, place, people)
        if not pile.answers:
            self.missing()
        following = pile.after(self.field("after")) if self.field("all") != "1" else None
        if following is not None:
            return self.go(place.answer(following.token))
        if self.field("all") != "1":
            tell_soon(self.centre, 0)
        return self.show("marking_done.html", group=group, place=place, title=title_at(self, place), pile=pile)

    def act(self, *parts: str) -> Answer:
        """Take back the latest mark, or give it again; its answer is shown."""
        place = place_at(parts)
        with self.session() as session:
            _, people = people_of(self, session, place.group)
            pile = pile_at(self, session, place, people)
        again = self.field("do") == "redo"
        try:
            facts = {"trainer": self.trainer.id, "module": place.module, "exercise": place.exercise, "now": self.site.stamp()}
            moved = (redo if again else undo)(self.centre, learners=people, **facts)
        except MarkedMeanwhile as error:
            return self._stays(place, pile, error)
        if moved is None:
            raise Refused(
                self.say("There is no mark to give again.") if again else self.say("There is no mark of yours left to take back.")
            )
        tell_soon(self.centre)
        words = (
            self.say("The mark stands again.") if again else self.say("The mark is taken back. What stood there before stands there again.")
        )
        return self.go(_answer_of(place, pile, moved.learner), words)

    def back(self, *parts: str) -> str:
        """Stay with the answer that was looked at when a button was pressed."""
        at, path = self.field("at"), super().back(*parts)
        if self.request.method != "POST":
            return path
        # The page of the exercise itself leads on to an answer, and what was to be said would be lost.
        return f"{path}{at}/" if re.fullmatch(TOKEN, at) else f"{path}?all=1"

    def _stays(self, place: Place, pile: Pile, error: MarkedMeanwhile) -> Answer:
        said = self.say("Somebody changed these points after you. They stay as they are.")
        return self.go(_answer_of(place, pile, error.place.learner), trouble=said)


def _answer_of(place: Place, pile: Pile, learner: str) -> str:
    token = next((answer.token for answer in pile.answers if answer.learner == learner), "")
    return place.answer(token) if token else place.path
