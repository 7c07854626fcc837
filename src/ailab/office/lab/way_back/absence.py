"""Coming back: where one was, and after days away a way back of ten minutes. Pure, the clock is passed in.

Made of what the course has anyway: titles, progress, summaries, and the recall questions of a module where it has some.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from ailab.lang import Language
from ailab.office.lab.cards import Card, Here, Item, Page, Question, Section, WayBack
from ailab.office.lab.coursemap import CourseMap, word
from ailab.office.lab.way_back.place import Places, has_just_returned, is_away

LINGERS: Final = timedelta(hours=1)
"""Who opens a notebook on the way back still finds the page as it was."""
_MOST_DONE: Final = 3

Part = Callable[[str, str], str]
"""The heading above a cell of a notebook."""


def welcomed(page: Page, course: CourseMap, places: Places, now: datetime, part: Part) -> Page:
    """Return the page with where one was and, after days away, the way back."""
    sections = tuple(replace(section, here=here(section, places, part)) for section in page.sections)
    return replace(page, sections=sections, back=way_back(course, sections, places, now, page.language))


def here(section: Section, places: Places, part: Part) -> Here | None:
    """Return where one was last, when that is in this track and not done."""
    if places.latest is None:
        return None
    path, spot = places.latest
    item = next((item for card in section.cards for item in card.way if item.path == path and item.state != "done"), None)
    return Here(item=item, part=part(path, spot.cell)) if item else None


def way_back(course: CourseMap, sections: Sequence[Section], places: Places, now: datetime, language: Language) -> WayBack | None:
    """Return the way back for who has been away, None for who was here the other day or never."""
    if not (is_away(places, now) or has_just_returned(places, now, within=LINGERS)):
        return None
    did = tuple(_worked_on(sections, places))
    if not did:
        return None
    section, card = next((section, card) for section in sections for card in section.cards if did[0] in card.way)
    return WayBack(
        did=did[:_MOST_DONE],
        warm_up=_smallest_done(card, section.cards),
        recall=tuple(_recall(course, _learned(card, section.cards), language)),
        title=card.title,
        idea=card.summary,
        next=did[0] if did[0].state == "started" else section.next.item if section.next else None,
    )


def _worked_on(sections: Sequence[Section], places: Places) -> Iterator[Item]:
    items = {item.path: item for section in sections for card in section.cards for item in card.way}
    return (items[path] for path in reversed(tuple(places.spots)) if path in items and items[path].state != "new")


def _recall(course: CourseMap, slug: str, language: Language) -> Iterator[Question]:
    for module in course.modules:
        for each in module.recall if module.slug == slug else ():
            yield Question(question=word(each.question, language), answer=word(each.answer, language))


def _learned(card: Card, cards: Sequence[Card]) -> str:
    """Return the module whose last lesson one has been in: this one, or the nearest before it. Its questions can be answered."""
    learned = (each.slug for each in _back_from(card, cards) if each.lessons and each.lessons[-1].state != "new")
    return next(learned, "")


def _smallest_done(card: Card, cards: Sequence[Card]) -> Item | None:
    """Return the shortest exercise that is done, of this module or else of the nearest one before it."""
    for each in _back_from(card, cards):
        done = [item for item in each.exercises if item.state == "done"]
        if done:
            return min(done, key=lambda item: item.minutes)
    return None


def _back_from(card: Card, cards: Sequence[Card]) -> Iterator[Card]:
    return reversed(cards[: cards.index(card) + 1])
