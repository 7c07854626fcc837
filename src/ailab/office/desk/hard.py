"""Where a class struggles, and who may need a trainer now: with reasons, in no order of merit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ailab.lang import Translations
from ailab.office.centre.outline import Module
from ailab.office.centre.standing import HardPlace, Need, Reason, hard_places, who_needs_help
from ailab.office.centre.tables import Person
from ailab.office.desk.draw import apart
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.ideas import idea_words
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_LESSON: Final = "/hub/user-redirect/doc/tree/lessons/{module}/{lesson}.ipynb"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaSeen:
    """A wrong idea in words, and who has it."""

    words: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSeen:
    """An exercise and how the class gets on with it."""

    place: HardPlace
    title: str
    module: str
    lesson: str
    """Title of the lesson that leads to it."""
    link: str
    percent: int | None
    ideas: tuple[IdeaSeen, ...]
    is_hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedSeen:
    """A learner and the reasons in words."""

    person: Person
    reasons: tuple[str, ...]


class Hard(DeskPage):
    """Both questions on one page."""

    _HARD: Final = 50
    """Percent of the graded: below it an exercise is shown first."""

    def look(self, *parts: str) -> Answer:
        """Show learners with reasons, then the exercises."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            places = [self._place(known, each) for each in hard_places(known.known)]
            return self.show(
                "hard.html",
                group=group,
                learners=len(known.ids),
                needs=[self.need(known, each) for each in who_needs_help(known.known)],
                hard=[each for each in places if each.is_hard],
                others=[each for each in places if not each.is_hard],
            )

    def need(self, known: Gathered, need: Need) -> NeedSeen:
        """Return a learner with the reasons in words."""
        person = next(each for each in known.people if each.id == need.learner)
        words = ReasonWords(self, known)
        return NeedSeen(person=person, reasons=tuple(words.of(reason) for reason in need.reasons))

    def _place(self, known: Gathered, place: HardPlace) -> PlaceSeen:
        module = next(each for each in known.modules if each.slug == place.module)
        exercise = next(each for each in module.exercises if each.slug == place.exercise)
        lesson = module.lesson_before(exercise)
        percent = None if place.solved is None else round(place.solved * 100)
        return PlaceSeen(
            place=place,
            title=exercise.title(self.language),
            module=module.title(self.language),
            lesson=module.lesson_title(lesson, self.language) if lesson else "",
            link=_LESSON.format(module=module.slug, lesson=lesson) if lesson else "",
            percent=percent,
            ideas=tuple(self._ideas(known, place)),
            is_hard=percent is not None and percent < self._HARD,
        )

    def _ideas(self, known: Gathered, place: HardPlace) -> Iterator[IdeaSeen]:
        for each in place.ideas:
            people = tuple(person for person in known.people if person.id in each.learners)
            words = idea_words(self.centre, place.module, place.exercise, each.misconception, self.language)
            yield IdeaSeen(words=words, people=people)


class ReasonWords:
    """Reasons as a trainer reads them."""

    def __init__(self, page: DeskPage, known: Gathered) -> None:
        self._say: Translations = page.say
        self._page, self._known = page, known
        self._titles = known.titles(page.language)

    def of(self, reason: Reason) -> str:
        """Return one reason in words."""
        items = self._listed([self._titles.get(each, each) for each in reason.items])
        match reason.kind:
            case "not_handed_in":
                return self._say("The last day has passed, nothing was handed in: {items}").format(items=items)
            case "unreadable":
                return self._say("Handed in, but the file can't be read: {items}").format(items=items)
            case "stuck":
                return self._say("Stuck: {count} attempts with the same wrong idea in “{items}”: {idea}").format(
                    count=reason.count, items=items, idea=apart(self._idea(reason))
                )
            case "repeated":
                return self._say("The same wrong idea in several exercises ({items}): {idea}").format(
                    items=items, idea=apart(self._idea(reason))
                )
            case "absent":
                return self._say("Absent {count} times in a row").format(count=reason.count)
            case "hints":
                return self._say("{count} hints in “{items}” and not there yet").format(count=reason.count, items=items)

    def _idea(self, reason: Reason) -> str:
        module = self._module_of(reason.items[0])
        return idea_words(self._page.centre, module.slug, reason.items[0], reason.misconception, self._page.language) if module else ""

    def _module_of(self, exercise: str) -> Module | None:
        return next((module for module in self._known.modules if exercise in {each.slug for each in module.exercises}), None)

    def _listed(self, items: Sequence[str]) -> str:
        return ("، " if self._page.language == "ar" else ", ").join(map(apart, items))


ADDRESSES: Final = [(f"class/{SLUG}/hard/", Hard)]
