"""A learner's project: the world and robot, sorter, plan, slides and promise that stand in four exercises, as one record.

A part that is missing or broken costs that part alone, and says why.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from ailab.lang import Language, library_translations
from ailab.office.build.take_home.own_work import OwnNotebook
from ailab.office.build.take_home.plain_words import tells_contact
from ailab.office.build.take_home.project_robot import own_run
from ailab.office.build.take_home.project_sorter import Sorter, own_sorter
from ailab.office.build.take_home.project_source import PLAN, SHOW, Found, NotThere, Opener, Source, source_of
from ailab.robot.run import Run

_PLAN_BOXES: Final = ("who", "problem", "data", "unsure")
_SLIDES: Final = ("helps", "examples", "limits")
_MOST_CARDS: Final = 12
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A question or a title, and what stands below it."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part that is not on the page, or not whole."""

    part: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a learner's notebooks say about a project."""

    language: Language
    run: Run | None
    sorter: Sorter | None
    plan: tuple[Box, ...]
    slides: tuple[Box, ...]
    promise: str
    left_out: tuple[LeftOut, ...]

    @property
    def there(self) -> tuple[str, ...]:
        """Return the titles of the parts that can be shown."""
        parts = (self.run, self.sorter, self.plan, self.slides, self.promise)
        return tuple(title for title, part in zip(titles(self.language), parts, strict=True) if part)


def titles(language: Language) -> tuple[str, ...]:
    """Return what the parts of a project are called."""
    say = library_translations(language)
    return (say("My robot at work"), say("My sorting robot"), say("My plan"), say("My slides"), say("My promise"))


def read_project(folder: Path, language: Language, *, open_answer: Opener | None, words: Path | None = None) -> Project:
    """Return the project in a learner's folder.

    Parameters
    ----------
    folder
        A learner's folder, or one that holds the project's exercises.
    language
        The language of the page, whatever that of the notebooks.
    open_answer
        Where typed programs may run; None where they may not.
    words
        A folder with the exercises' catalogues, for who trusts or has none beside the notebooks.
    """
    source = source_of(folder, language, open_answer=open_answer, words=words)
    left_out: list[LeftOut] = []

    def part(title: str, read: Callable[[Source], Found[T]]) -> T | None:
        try:
            found = read(source)
        except NotThere as error:
            left_out.append(LeftOut(part=title, why=str(error)))
            return None
        if found.lacks:
            left_out.append(LeftOut(part=title, why=found.lacks))
        return found.value

    robot, sorter, plan, slides, promise = titles(language)
    return Project(
        language=language,
        run=part(robot, own_run),
        sorter=part(sorter, own_sorter),
        plan=part(plan, _own_plan) or (),
        slides=part(slides, _own_slides) or (),
        promise=part(promise, _own_promise) or "",
        left_out=tuple(left_out),
    )


def _own_plan(source: Source) -> Found[tuple[Box, ...]]:
    return _boxes(source, source.notebook(PLAN), "plan", _PLAN_BOXES)


def _own_slides(source: Source) -> Found[tuple[Box, ...]]:
    return _boxes(source, source.notebook(SHOW), "slides", _SLIDES)


def _own_promise(source: Source) -> Found[str]:
    notebook = source.notebook(SHOW)
    text = source.words_of(notebook, "promise", notebook.value("promise"))
    if not text:
        raise NotThere(source.nothing())
    if tells_contact(text):
        raise NotThere(_private(source))
    return Found(text)


def _boxes(source: Source, notebook: OwnNotebook, name: str, titles: tuple[str, ...]) -> Found[tuple[Box, ...]]:
    """Return what lies in the boxes of an answer, without what is private; raise NotThere when nothing does."""
    answer = notebook.value(name)
    said = {title: tuple(_texts(source, notebook, name, answer, title)) for title in titles}
    kept = {title: tuple(text for text in texts if not tells_contact(text)) for title, texts in said.items()}
    lacks = _private(source) if kept != said else ""
    if not any(kept.values()):
        raise NotThere(lacks or source.nothing())
    return Found(tuple(Box(title=source.words_of(notebook, name, title), texts=texts) for title, texts in kept.items()), lacks)


def _texts(source: Source, notebook: OwnNotebook, name: str, answer: Any, title: str) -> Iterator[str]:
    found = answer.get(title) if isinstance(answer, Mapping) else None
    cards = [found] if isinstance(found, str) else found[:_MOST_CARDS] if isinstance(found, list | tuple) else []
    yield from filter(None, (source.words_of(notebook, name, card) for card in cards))


def _private(source: Source) -> str:
    return source.say("A sentence with a number to call or an address is left out: a page goes from hand to hand.")
