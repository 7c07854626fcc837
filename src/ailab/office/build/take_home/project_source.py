"""Where a project is read from, and how a part says that it cannot be shown."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from ailab.checks.answer import Answer
from ailab.lang import EMPTY, Language, Translations, folder_translations, library_translations
from ailab.office.build.take_home.own_work import OwnNotebook, Unreadable, language_of, read_own_notebook
from ailab.office.build.take_home.plain_words import plain_words

MODULE: Final = "robot_project"
WORLD, SORTER, PLAN, SHOW = EXERCISES = ("test_own_world", "sort_waste", "plan_robot_project", "show_and_promise")
LONGEST: Final = 300
"""Letters of a sentence on a page."""

Opener = Callable[[Sequence[str]], AbstractContextManager[Answer]]
"""From a learner's cells to what they define, run where that may happen; raises Refused where it may not."""
T = TypeVar("T")


class NotThere(Exception):
    """A part of a project cannot be shown; the text says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A part of a project."""

    value: T
    lacks: str = ""
    """What is missing in it, in words; empty when nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody's notebooks, and the words for a page made of them."""

    place: Path
    language: Language
    translate: Translations
    """The texts of the exercises."""
    open_answer: Opener | None
    """Where typed programs may run; None where they may not."""

    @property
    def say(self) -> Translations:
        """Return the words of the page."""
        return library_translations(self.language)

    def notebook(self, exercise: str) -> OwnNotebook:
        """Return an exercise that was begun, or raise NotThere."""
        try:
            found = read_own_notebook(self.place / f"{exercise}.ipynb")
        except Unreadable:
            words = self.say("The file “{name}” could not be read. Open the exercise again, or show it to your trainer.")
            raise NotThere(words.format(name=f"{exercise}.ipynb")) from None
        if found is None or not found.begun:
            raise NotThere(self.nothing())
        return found

    def nothing(self) -> str:
        """Return what is said of a part that nobody has begun."""
        return self.say("Nothing stands here yet.")

    def words_of(self, notebook: OwnNotebook, activity: str, name: Any) -> str:
        """Return what a card, a box or an option says; what was typed stands for itself."""
        known = notebook.words.get(activity, {})
        text = self.translate(known[name]) if isinstance(name, str) and name in known else name
        return plain_words(text, LONGEST) if isinstance(text, str) else ""


def source_of(folder: Path, language: Language, *, open_answer: Opener | None, words: Path | None) -> Source:
    """Return where the project in this folder is read from; `words` holds the exercises' catalogues, else they lie beside the notebooks."""
    place = project_folder(folder)
    return Source(place=place, language=language, translate=_translations(words or place, language), open_answer=open_answer)


def project_folder(folder: Path) -> Path:
    """Return where the project's notebooks lie: in a learner's folder, in one that was handed in, or in this very one."""
    places = (folder / "exercises" / MODULE, folder / MODULE, folder)
    return next((place for place in places if any((place / f"{name}.ipynb").is_file() for name in EXERCISES)), folder)


def project_language(folder: Path) -> str:
    """Return the language the project's notebooks are in; empty when they say none."""
    place = project_folder(folder)
    return next((found for name in EXERCISES if (found := language_of(place / f"{name}.ipynb"))), "")


def _translations(folder: Path, language: Language) -> Translations:
    try:
        return folder_translations(folder, language)
    except Exception:  # noqa: BLE001 - a stranger's catalogue may be anything; the texts are then in English
        return EMPTY
