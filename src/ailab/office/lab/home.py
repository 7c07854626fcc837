"""The home page drawn: from the course, the learner's folder and what it remembers to the record the template lays out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ailab.checks.findings import MOST_STARS, Results
from ailab.checks.show import drawn_stars
from ailab.lang import Language, Translations, decimal_text, library_translations
from ailab.office.lab.cards import Card, Choice, Item, Next, Page, Section
from ailab.office.lab.coursemap import CourseMap, Entry, Module, Track, word
from ailab.office.lab.folder import KINDS, Kind
from ailab.office.lab.hand_in.of_round import EMPTY_ROUND, OfRound
from ailab.office.lab.hand_in.send import Sending, sending_of
from ailab.office.lab.memory import Memory
from ailab.office.lab.notebook import SUFFIX, Notebook, NotebookBroken, NotebookTooNew, read_notebook
from ailab.office.lab.progress import NOT_STARTED, Progress, exercise_progress, lesson_progress
from ailab.office.lab.project.own import project_link

NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
MARKS: Final = {"new": "○", "started": "◐", "done": "✔"}
_HOUR: Final = 60
_LONGEST_IN_MINUTES: Final = 120
_TEMPLATES: Final = Path(__file__).parent / "templates"


def home_page(
    course: CourseMap,
    memory: Memory,
    folder: Path,
    *,
    address: str,
    forgets: bool,
    said: tuple[str, ...] = (),
    trouble: str = "",
    leave: str = "",
    round_: Mapping[str, OfRound] = EMPTY_ROUND,
) -> Page:
    """Return what the home page shows; `address` is the server's base, ending with a slash."""
    say = library_translations(memory.language)
    draw = _Draw(language=memory.language, edition=course.edition, folder=folder, address=address, say=say, round_=round_)
    return Page(
        language=memory.language,
        direction="rtl" if memory.language == "ar" else "ltr",
        arrow="←" if memory.language == "ar" else "→",
        title=word(course.title, memory.language),
        languages=tuple(Choice(value=language, name=NAMES[language], current=language == memory.language) for language in course.languages),
        forms=_forms(course, memory, say),
        sections=tuple(map(draw.section, course.tracks)),
        forgets=forgets,
        said=said,
        trouble=trouble,
        leave=leave,
    )


def render(page: Page, *, address: str, token: str) -> str:
    """Return the page as HTML; `token` is the server's protection against forged requests."""
    return render_with("home.html", page, page.language, address=address, token=token)


def render_with(template: str, page: object, language: Language, *, address: str, token: str) -> str:
    """Return a page of ours laid out by this template."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["code"] = _code
    facts: dict[str, Any] = {"page": page, "say": library_translations(language), "address": address, "token": token}
    return environment.get_template(template).render(facts)


def _code(text: str) -> Markup:
    """Return a sentence of the course with its inline code marked."""
    return Markup(re.sub(r"`([^`]+)`", r'<code dir="ltr">\1</code>', str(escape(text))))  # noqa: S704 - escaped just here


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draw:
    """Cards for one reader."""

    language: Language
    edition: str
    folder: Path
    address: str
    say: Translations
    round_: Mapping[str, OfRound]

    def section(self, track: Track) -> Section:
        cards = tuple(self._card(module, track.results) for module in track.modules)
        return Section(title=word(track.title, self.language), cards=cards, next=self._next(cards))

    def _next(self, cards: tuple[Card, ...]) -> Next | None:
        items = [item for card in cards for item in card.way]
        todo = [item for item in items if item.state != "done"]
        required = [item for item in todo if item.required]
        if not todo:
            return None
        if not required:
            return Next(words=self.say("If you would like more:"), item=todo[0])
        is_new = all(item.state == "new" for item in items)
        return Next(words=self.say("Begin here:") if is_new else self.say("What comes next:"), item=_next_of(items) or required[0])

    def _card(self, module: Module, results: Results) -> Card:
        drawn = {entry.slug: self._item(kind, module, entry, results) for kind in KINDS for entry in getattr(module, kind)}
        required = [item for item in drawn.values() if item.required]
        done = [item for item in required if item.state == "done"]
        of_round = self.round_.get(module.slug)
        return Card(
            slug=module.slug,
            title=word(module.title, self.language),
            summary=word(module.summary, self.language),
            picture=f"{self.address}files/lessons/{quote(module.slug)}/{quote(module.picture)}" if module.picture else "",
            lessons=tuple(drawn[entry.slug] for entry in module.lessons),
            exercises=tuple(drawn[entry.slug] for entry in module.exercises),
            way=tuple(drawn[entry.slug] for entry in module.way),
            done=len(done),
            all=len(required),
            progress=self.say("{done} of {all} done").format(done=len(done), all=len(required)),
            left=self._left(sum(item.minutes for item in required if item.state != "done")),
            sending=self._sending(module, begun=any(drawn[entry.slug].state != "new" for entry in module.exercises)),
            due=of_round.due if of_round else "",
            results=of_round.results if of_round else "",
            project=project_link(module, {slug: item.state for slug, item in drawn.items()}, self.address),
        )

    def _sending(self, module: Module, *, begun: bool) -> Sending | None:
        return sending_of(
            module, folder=self.folder, begun=begun, address=self.address, language=self.language, edition=self.edition, say=self.say
        )

    def _left(self, minutes: int) -> str:
        if minutes <= 0:
            return ""
        if minutes <= _LONGEST_IN_MINUTES:
            return self.say("{minutes} min left").format(minutes=minutes)
        return self.say("{hours} h left").format(hours=self._hours(minutes))

    def _item(self, kind: Kind, module: Module, entry: Entry, results: Results) -> Item:
        path = f"{kind}/{module.slug}/{entry.slug}{SUFFIX}"
        is_exercise = kind == "exercises"
        progress = read_progress(self.folder / path, exercise_progress if is_exercise else lesson_progress)
        has_stars = is_exercise and results == "stars" and entry.points > 0
        return Item(
            kind=kind,
            path=path,
            title=word(entry.title, self.language),
            link=f"{self.address}doc/tree/{quote(path)}",
            minutes=entry.minutes,
            time=self._time(entry.minutes),
            state=progress.state,
            mark=MARKS[progress.state],
            word=self._word(progress, results),
            stars=drawn_stars(progress.stars or 0) if has_stars else "",
            required=not is_exercise or entry.core or not module.has_core,
            weight=self._weight(entry) if is_exercise and module.has_core else "",
        )

    def _weight(self, entry: Entry) -> str:
        return self.say("core") if entry.core else self.say("for those who are ahead")

    def _word(self, progress: Progress, results: Results) -> str:
        words = {"new": self.say("Not started"), "started": self.say("Started"), "done": self.say("Done")}
        score = self._score(progress, results)
        return f"{words[progress.state]} · {score}" if score else words[progress.state]

    def _score(self, progress: Progress, results: Results) -> str:
        if progress.points is None or progress.maximum is None:
            return ""
        if results == "stars":
            return self.say("{stars} of {all} stars").format(stars=progress.stars, all=MOST_STARS)
        return self.say("{points} of {maximum} points").format(points=self._number(progress.points), maximum=self._number(progress.maximum))

    def _number(self, value: float) -> str:
        return decimal_text(value, self.language)

    def _time(self, minutes: int) -> str:
        if minutes <= 0:
            return ""
        if minutes <= _LONGEST_IN_MINUTES:
            return self.say("{minutes} min").format(minutes=minutes)
        return self.say("{hours} h").format(hours=self._hours(minutes))

    def _hours(self, minutes: int) -> str:
        return self._number(round(minutes / _HOUR * 2) / 2)


def _next_of(items: Sequence[Item]) -> Item | None:
    # Who went on from a lesson without running its last cell is not sent back to it.
    begun = max((place for place, item in enumerate(items) if item.state != "new"), default=0)
    return next(
        (
            item
            for place, item in enumerate(items)
            if item.required and (item.state == "new" or (item.state == "started" and (item.kind == "exercises" or place >= begun)))
        ),
        None,
    )


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
