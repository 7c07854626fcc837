"""Bring every catalogue up to date with the sources."""

from collections.abc import Iterator

from ailab.office.course.catalogue import update_catalogue
from ailab.office.course.messages import messages_of
from ailab.office.course.records import Course


def update_catalogues(course: Course) -> Iterator[tuple[str, int, int]]:
    """Yield path, messages without translation, and translations dropped, writing each catalogue."""
    for folder, messages in messages_of(course).items():
        for language in course.languages:
            if language != "en":
                path = folder / "locale" / f"{language}.po"
                missing, dropped = update_catalogue(path, language, messages)
                yield course.relative(path), missing, dropped
