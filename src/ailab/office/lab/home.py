"""The home page as a record: what stands on it, in the reader's language. The template only lays it out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ailab.lang import Language, Translations, decimal_text, library_translations
from ailab.office.lab.coursemap import CourseMap, Entry, Module, word
from ailab.office.lab.folder import Kind
from ailab.office.lab.memory import Memory
from ailab.office.lab.notebook import SUFFIX, Notebook, NotebookBroken, NotebookTooNew, read_notebook
from ailab.office.lab.progress import NOT_STARTED, Progress, exercise_progress, lesson_progress

NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
MARKS: Final = {"new": "○", "started": "◐", "done": "★"}
_HOUR: Final = 60
_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One lesson or exercise on a card."""

    title: str
    link: str
    time: str
    state: str
    mark: str
    """A shape, so that colour is not needed to read it."""
    word: str
    """What the mark means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One module."""

    slug: str
    title: str
    summary: str
    time: str
    picture: str
    lessons: tuple[Item, ...]
    exercises: tuple[Item, ...]
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One track."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One button of several, of which one is current."""

    value: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the home page."""

    language: Language
    direction: str
    title: str
    languages: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    sections: tuple[Section, ...]
    forgets: bool
    """Whether this machine loses everything at the end (Binder)."""
    said: tuple[str, ...]
    trouble: str


def home_page(
    course: CourseMap, memory: Memory, folder: Path, *, address: str, forgets: bool, said: tuple[str, ...] = (), trouble: str = ""
) -> Page:
    """Return what the home page shows; `address` is the server's base, ending with a slash."""
    say = library_translations(memory.language)
    draw = _Draw(language=memory.language, folder=folder, address=address, say=say)
    return Page(
        language=memory.language,
        direction="rtl" if memory.language == "ar" else "ltr",
        title=word(course.title, memory.language),
        languages=tuple(Choice(value=language, name=NAMES[language], current=language == memory.language) for language in course.languages),
        forms=_forms(course, memory, say),
        sections=tuple(
            Section(title=word(track.title, memory.language), cards=tuple(map(draw.card, track.modules))) for track in course.tracks
        ),
        forgets=forgets,
        said=said,
        trouble=trouble,
    )


def render(page: Page, *, address: str, token: str) -> str:
    """Return the page as HTML; `token` is the server's protection against forged requests."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    facts: dict[str, Any] = {"page": page, "say": library_translations(page.language), "address": address, "token": token}
    return environment.get_template("home.html").render(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draw:
    """Cards for one reader."""

    language: Language
    folder: Path
    address: str
    say: Translations

    def card(self, module: Module) -> Card:
        lessons = tuple(self._item("lessons", module, entry) for entry in module.lessons)
        exercises = tuple(self._item("exercises", module, entry) for entry in module.exercises)
        done = sum(item.state == "done" for item in (*lessons, *exercises))
        return Card(
            slug=module.slug,
            title=word(module.title, self.language),
            summary=word(module.summary, self.language),
            time=self._time(module.minutes),
            picture=f"{self.address}files/lessons/{quote(module.slug)}/{quote(module.picture)}" if module.picture else "",
            lessons=lessons,
            exercises=exercises,
            done=self.say("{done} of {all} done").format(done=done, all=len(lessons) + len(exercises)),
        )

    def _item(self, kind: Kind, module: Module, entry: Entry) -> Item:
        path = f"{kind}/{module.slug}/{entry.slug}{SUFFIX}"
        progress = read_progress(self.folder / path, exercise_progress if kind == "exercises" else lesson_progress)
        return Item(
            title=word(entry.title, self.language),
            link=f"{self.address}doc/tree/{quote(path)}",
            time=self._time(entry.minutes),
            state=progress.state,
            mark=MARKS[progress.state],
            word=self._word(progress),
        )

    def _word(self, progress: Progress) -> str:
        words = {"new": self.say("Not started"), "started": self.say("Started"), "done": self.say("Done")}
        if progress.points is None or progress.maximum is None:
            return words[progress.state]
        score = self.say("{points} of {maximum} points").format(
            points=self._number(progress.points), maximum=self._number(progress.maximum)
        )
        return f"{words[progress.state]} · {score}"

    def _number(self, value: float) -> str:
        return decimal_text(value, self.language)

    def _time(self, minutes: int) -> str:
        if minutes <= 0:
            return ""
        if minutes <= 2 * _HOUR:
            return self.say("{minutes} min").format(minutes=minutes)
        return self.say("{hours} h").format(hours=self._number(round(minutes / _HOUR * 2) / 2))


def read_progress(path: Path, measure: Callable[[Notebook], Progress]) -> Progress:
    """Return how far a notebook is; one that cannot be read has not been started."""
    try:
        return measure(read_notebook(path.read_bytes()))
    except (OSError, NotebookBroken, NotebookTooNew):
        return NOT_STARTED


def _forms(course: CourseMap, memory: Memory, say: Translations) -> tuple[Choice, ...]:
    names = {"python": say("I type Python"), "pad": say("I press command keys")}
    known = [form for form in course.forms if form in names]
    return tuple(Choice(value=form, name=names[form], current=form == memory.form) for form in known) if len(known) > 1 else ()
