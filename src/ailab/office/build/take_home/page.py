"""A page that stands alone: what is on it as a record, and the record as HTML. It knows nothing of courses and builds."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ailab.lang import Language, Translations, library_translations
from ailab.office.build.take_home.script import page_script, page_style, policy
from ailab.office.build.take_home.slim import slim

_TEMPLATES: Final = Path(__file__).parent / "templates"
_KIND: Final = re.compile(r'"kind":"(\w+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A lesson, an exercise or a project."""

    id: str
    kind: Literal["lesson", "exercise"]
    title: str
    pieces: tuple[str, ...]
    """HTML, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on a page."""

    language: Language
    title: str
    summary: str
    picture: str
    """An address that holds the picture, or empty."""
    release: str
    reviewed: str
    """Who has read these texts, in words."""
    chapters: tuple[Chapter, ...]

    @property
    def direction(self) -> str:
        """Return where lines begin."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of the activities on the page, each once."""
        living = (piece for chapter in self.chapters for piece in chapter.pieces if piece.startswith('<div class="living"'))
        return tuple(dict.fromkeys(kind for piece in living for kind in _KIND.findall(piece)))


def render(page: Page) -> bytes:
    """Return the page as HTML, the same bytes for the same page."""
    say = library_translations(page.language)
    script = page_script(page.kinds)
    facts: dict[str, Any] = {"page": page, "say": say, "script": script, "policy": policy(script), "style": page_style(page.kinds)}
    words = json.dumps(report_words(say), ensure_ascii=False).replace("<", "\\u003c")
    return slim(template("page.html.j2").render(facts, words=words)).encode()


def template(name: str) -> Template:
    """Return a template of ours; what it is given is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)


def report_words(say: Translations) -> dict[str, str]:
    """Return what is said beside what the visible cases say."""
    return {
        "incomplete": say("Something is still missing. Finish your answer first, then check it."),
        "right": say("All right!"),
        "again": say("Change your answer and check again as often as you like."),
        "hint": say("Hint:"),
        "hints": say("Hint {number} of {all}:"),
        "part": say("This page checks a part of it. The rest is checked when you hand your work in."),
    }
