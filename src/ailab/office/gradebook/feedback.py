"""Feedback pages: nbgrader makes them, with a template and filters of ours.

A page reads in the learner's language and direction, needs no network, and holds nothing that could run:
whatever a notebook shows is cut down to harmless markup. Of a check it shows the report alone, never a
traceback, in which hidden cases could stand.
"""

import base64
import mimetypes
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import Any, Final

import bleach
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.filters import markdown2html_mistune

from ailab.checks.findings import MOST_STARS, stars
from ailab.checks.show import FINDINGS_TYPE, drawn_stars
from ailab.lang import Language, as_language, library_translations

Messages = Callable[[str, str], tuple[str, ...]]
"""From learner and exercise to what a person should be told, in their language."""

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
_TEMPLATE: Final = "ailab_feedback"

_TAGS: Final = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "hr",
            "i",
            "img",
            "ins",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "kbd",
            "li",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "summary",
            "sup",
        ),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_PICTURE_INSIDE: Final = re.compile(r"data:image/(?:gif|jpeg|png|svg\+xml);base64,[A-Za-z0-9+/=\s]*|(?!\s*//)[^:]*")
"""What a picture may show: itself, or a file beside the notebook. An SVG in an `img` runs nothing and loads nothing."""


_ANYWHERE: Final = ["aria-hidden", "class", "dir", "lang", "style"]


def _may_be_shown(_tag: str, name: str, value: str) -> bool:
    return name in ("alt", *_ANYWHERE) or (name == "src" and _PICTURE_INSIDE.fullmatch(value) is not None)


def _may_be_linked(_tag: str, name: str, value: str) -> bool:
    return name in _ANYWHERE or (name == "href" and not value.strip().lower().startswith("data:"))


_ATTRIBUTES: Final[dict[str, Any]] = {
    "*": _ANYWHERE,
    "a": _may_be_linked,
    "img": _may_be_shown,
    "ol": ["start"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}
_STYLES: Final = CSSSanitizer(
    allowed_css_properties=["color", "display", "font-weight", "gap", "line-height", "list-style", "margin", "padding", "text-align"]
)
_PICTURE: Final = re.compile(r'(<img\b[^>]*?\bsrc=")([^":]+)(")')
_ANSI: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_LARGEST_PICTURE: Final = 300_000
_LONGEST_ERROR: Final = 300


def no_messages(_learner: str, _exercise: str) -> tuple[str, ...]:
    """Return no message, for anybody."""
    return ()


def feedback_options(messages: Messages = no_messages) -> Mapping[str, Mapping[str, Any]]:
    """Return nbgrader's options that make it write our pages; `c.merge(Config(…))` in a configuration file does too."""
    return {
        "HTMLExporter": {
            "template_name": _TEMPLATE,
            "extra_template_basedirs": [str(_TEMPLATES)],
            "filters": {
                "ailab_language": page_language,
                "ailab_say": _say,
                "ailab_harmless": harmless,
                "ailab_pictures": with_pictures,
                "ailab_report": report_of,
                "ailab_error": error_line,
                "ailab_score": score_line,
                "ailab_comment": comment_markup,
                "ailab_messages": lambda page: messages(page["student"], page["notebook"]),
            },
        }
    }


def page_language(notebook: Any) -> Language:
    """Return the language of a notebook's page."""
    facts = notebook.metadata.get("ailab", {})
    return as_language(facts.get("language")) or "en"


def _say(text: str, language: Language, **words: str) -> str:
    return library_translations(language)(text).format(**words)


def score_line(points: object, notebook: Any, maximum: object) -> str:
    """Return a score in the words of the notebook's track: points, or stars as shapes and in words."""
    language = page_language(notebook)
    if notebook.metadata.get("ailab", {}).get("results") != "stars":
        return _say("{points} of {maximum} points.", language, points=_number(points), maximum=_number(maximum))
    earned = stars(_share(points, maximum))
    return f"{drawn_stars(earned)} {_say('{stars} of {all} stars', language, stars=str(earned), all=str(MOST_STARS))}"


def _share(points: object, maximum: object) -> Fraction:
    possible = Fraction(str(maximum or 0))
    return min(Fraction(str(points or 0)) / possible, Fraction(1)) if possible else Fraction(0)


def _number(number: object) -> str:
    return f"{round(float(str(number or 0)), 2):g}"


def harmless(markup: str) -> str:
    """Return markup without anything that runs, loads or covers the page."""
    cleaned: str = bleach.clean(
        markup, tags=_TAGS, attributes=_ATTRIBUTES, protocols=["data", "http", "https"], css_sanitizer=_STYLES, strip=True
    )
    return cleaned


def harmless_markdown(source: str) -> str:
    """Return Markdown as harmless markup."""
    return harmless(markdown2html_mistune(source))


def with_pictures(markup: str, resources: Mapping[str, Any]) -> str:
    """Return markup with the pictures beside the notebook put inside, so that the page stands alone."""
    folder = Path(resources.get("metadata", {}).get("path") or ".").resolve()
    return _PICTURE.sub(lambda found: f"{found[1]}{_inline(folder, found[2])}{found[3]}", markup)


def _inline(folder: Path, name: str) -> str:
    path = (folder / name).resolve()
    kind = mimetypes.guess_type(path.name)[0] or ""
    if not path.is_relative_to(folder) or not path.is_file() or not kind.startswith("image/") or path.stat().st_size > _LARGEST_PICTURE:
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def report_of(cell: Any) -> str:
    """Return the report that a check displayed, or an empty text."""
    for output in cell.get("outputs", []):
        if FINDINGS_TYPE in output.get("data", {}):
            return harmless(output.data.get("text/html", ""))
    return ""


def error_line(output: Any) -> str:
    """Return what went wrong in one line, without the traceback."""
    text = _ANSI.sub("", f"{output.get('ename', '')}: {output.get('evalue', '')}")
    return text.strip().rstrip(":")[:_LONGEST_ERROR]


def comment_markup(cell: Any) -> str:
    """Return a person's comment on a cell as paragraphs, or an empty text."""
    comment = str(cell.metadata.get("nbgrader", {}).get("comment") or "")
    if comment == "No response.":  # nbgrader's own, in English; our page says so in the learner's words
        return ""
    return "".join(f'<p dir="auto">{escape(line)}</p>' for line in comment.splitlines() if line.strip())


def message_page(title: str, messages: tuple[str, ...], language: Language) -> str:
    """Return the page for a notebook that could not be run: what happened, and what helps."""
    style = (_TEMPLATES / _TEMPLATE / "page.css").read_text(encoding="utf-8")
    direction = "rtl" if language == "ar" else "ltr"
    told = "".join(f'<li dir="auto">{escape(message)}</li>' for message in messages)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n'
        f'<body>\n<header><h1 dir="auto">{escape(title)}</h1></header>\n<main><ul class="messages">{told}</ul></main>\n</body>\n</html>\n'
    )
