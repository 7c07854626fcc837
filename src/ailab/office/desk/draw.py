"""Templates into HTML: direction, words, dates and ways for the reader at hand. Everything is escaped."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ailab.lang import LANGUAGES, Language, library_translations
from ailab.office.centre.tables import Group
from ailab.office.desk.site import Said, Site
from ailab.office.desk.when import When

if TYPE_CHECKING:
    from ailab.office.desk.page import Trainer

_HERE: Final = Path(__file__).parent
TEMPLATES: Final = tuple(_HERE / room / "templates" for room in ("", "marking", "report", "visit"))
NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one set of templates of this process: the desk's own and those of its rooms."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["code"] = _code
    made.filters["apart"] = apart
    return made


def _code(text: str) -> Markup:
    """Return a sentence with its inline code marked."""
    return Markup(re.sub(r"`([^`]+)`", r'<code dir="ltr">\1</code>', str(escape(text))))  # noqa: S704 - escaped just here


def apart(text: object) -> str:
    """Return a name or a title fit to stand within a sentence that runs the other way; numbers stay as they are."""
    return f"\u2068{text}\u2069" if isinstance(text, str) else str(text)


def draw(template: str, words: Mapping[str, Any], *, site: Site, trainer: "Trainer", said: Said, token: str, here: str) -> str:
    """Return a page as HTML."""
    group = words.get("group")
    settings = site.centre.settings
    when = When(
        language=trainer.language,
        edition=group.edition if isinstance(group, Group) else settings.edition,
        zone=group.time_zone if isinstance(group, Group) else settings.time_zone,
    )
    facts: dict[str, Any] = {
        "say": library_translations(trainer.language),
        "language": trainer.language,
        "direction": "rtl" if trainer.language == "ar" else "ltr",
        "languages": [(each, NAMES[each]) for each in ("ar", "fr", "en") if each in LANGUAGES],
        "arrow": "←" if trainer.language == "ar" else "→",
        "trainer": trainer,
        "centre": settings,
        "prefix": site.prefix,
        "token": token,
        "said": said,
        "here": here,
        "when": when,
        "group": None,
        "ways": [each for each in site.entries if not each.of_class and (trainer.is_lead or not each.for_leads)],
        "class_ways": [each for each in site.entries if each.of_class and (trainer.is_lead or not each.for_leads)],
    }
    return environment().get_template(template).render(facts | dict(words))
