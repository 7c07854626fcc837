"""Rules on the books of those who teach."""

import re
from collections.abc import Iterator
from typing import Final

from ailab.office.course.records import Book, Course, Module, Problem

SECTIONS: Final = (
    "Goals",
    "Minute plan",
    "What children often get wrong",
    "When the power fails",
    "Questions to ask",
    "Everyone can take part",
    "Privacy and safety",
    "What you need",
)
"""Headings of the book of a module."""
_ROW_OF_MINUTES: Final = re.compile(r"^\|\s*(\d+)\s*\|", re.MULTILINE)


def books_are_whole(course: Course) -> Iterator[Problem]:
    """The book of a module says everything that a facilitator who is no programmer needs, minute by minute."""
    modules = {module.slug: module for module in course.modules}
    for book in course.books:
        path = course.relative(book.path)
        if not book.title:
            yield Problem(path=path, line=1, what="This book has no title.", remedy="Begin it with a line like '# Hello, machine!'.")
        if book.slug in modules:
            yield from _sections(path, book)
            yield from _minutes(path, book, modules[book.slug])


def tracks_have_all_their_books(course: Course) -> Iterator[Problem]:
    """Once one module of a track has a book, each has."""
    written = {book.slug for book in course.books}
    for track in course.tracks:
        if written.intersection(track.modules):
            for slug in track.modules:
                if slug not in written:
                    what = f"Module '{slug}' has no book, other modules of its track have."
                    yield Problem(path="course/course.toml", line=1, what=what, remedy=f"Write course/books/{slug}/book.md.")


def _sections(path: str, book: Book) -> Iterator[Problem]:
    found = {line.removeprefix("## ").strip() for line in book.text.splitlines() if line.startswith("## ")}
    for name in SECTIONS:
        if name not in found:
            yield Problem(
                path=path, line=1, what=f"This book has no section '{name}'.", remedy=f"Add a heading '## {name}' and what belongs there."
            )


def _minutes(path: str, book: Book, module: Module) -> Iterator[Problem]:
    plan = re.search(r"^## Minute plan$(.*?)(?=^## |\Z)", book.text, re.MULTILINE | re.DOTALL)
    planned = sum(int(number) for number in _ROW_OF_MINUTES.findall(plan[1])) if plan else module.minutes
    if planned != module.minutes:
        line = book.text[: plan.start()].count("\n") + 1 if plan else 1
        what = f"The minute plan has {planned} minutes, the module {module.minutes}."
        yield Problem(path=path, line=line, what=what, remedy="Begin each row with its minutes, and make them add up.")
