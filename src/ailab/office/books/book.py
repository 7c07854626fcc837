"""A book of the course as a PDF that prints well and can be heard by a screen reader (PDF/UA-1) and be kept (PDF/A-3a)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from ailab.lang import Language, library_translations
from ailab.office.books.pages import markdown_tree
from ailab.office.course.edition import fill, words_of
from ailab.office.course.prose import translate_markdown
from ailab.office.course.records import Book, Course
from ailab.office.paper import AMIRI, SYMBOLS, press

_TEMPLATE: Final = Path(__file__).resolve().parent / "book.typ"
_ALWAYS: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A book says nothing of when it was printed: equal sources make equal bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One book in one language."""

    path: PurePosixPath
    """Below build/."""
    pdf: bytes


def printed_books(course: Course, *, edition: str | None = None) -> Iterator[Printed]:
    """Yield every book in every language, as soon as it is printed."""
    for book in course.books:
        for language in course.languages:
            path = PurePosixPath("books", language, f"{book.slug}.pdf")
            yield Printed(path=path, pdf=printed_book(course, book, language, edition=edition))


def printed_book(course: Course, book: Book, language: Language, *, edition: str | None = None) -> bytes:
    """Return a book as PDF.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    SignLacking
        When no font has one of its signs.
    OSError
        When a picture can't be read.
    """
    say = library_translations(language)
    catalogue = course.catalogue(book.path.parent, language)
    words = words_of(course.editions[edition or course.edition], language)
    text = fill(translate_markdown(book.text, catalogue.translate), words)
    facts = {
        "language": language,
        "title": catalogue.translate(book.title),
        "blocks": markdown_tree(text, lambda address: (book.figures / address).read_text(encoding="utf-8")),
        "footer": "" if catalogue.reviewed_by or language == "en" else say("No native teacher has reviewed this translation yet."),
        "licence": say("ailab course, CC BY 4.0"),
    }
    inputs = {"book": json.dumps(facts, ensure_ascii=False, sort_keys=True)}
    return press(_TEMPLATE, inputs, fonts=(AMIRI, SYMBOLS), standards=("a-3a", "ua-1"), at=_ALWAYS)
