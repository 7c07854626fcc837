"""Rules on catalogues and the glossary."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ailab.lang import Language
from ailab.office.course.edition import PLACEHOLDER, words_of
from ailab.office.course.messages import messages_of
from ailab.office.course.prose import kept_parts
from ailab.office.course.records import Catalogue, Course, Problem

_SOURCE: Final = "en"
_EASTERN: Final = re.compile(r"[٠-٩۰-۹٫٬]")


def _catalogues(course: Course) -> Iterator[tuple[Path, Language, Catalogue, list[tuple[str, str]]]]:
    for folder, messages in messages_of(course).items():
        for language in course.languages:
            if language != _SOURCE:
                yield folder, language, course.catalogue(folder, language), messages


def _problem(course: Course, catalogue: Catalogue, message: str, what: str, remedy: str) -> Problem:
    entry = catalogue.entries.get(message)
    return Problem(path=course.relative(catalogue.path), line=entry.line if entry else 1, what=what, remedy=remedy)


def catalogues_are_complete(course: Course) -> Iterator[Problem]:
    """Every message is translated, none is fuzzy, none is left over."""
    for _, _, catalogue, messages in _catalogues(course):
        asked = dict.fromkeys(message for message, _ in messages)
        for message in asked:
            entry = catalogue.entries.get(message)
            if entry is None:
                yield _problem(
                    course,
                    catalogue,
                    message,
                    f"Not in the catalogue: “{_short(message)}”.",
                    "Run: ailab course update; then translate it.",
                )
            elif not entry.text:
                yield _problem(course, catalogue, message, f"Not translated: “{_short(message)}”.", "Translate it.")
            elif entry.fuzzy:
                yield _problem(
                    course, catalogue, message, f"Fuzzy: “{_short(message)}”.", "Check the translation and take the fuzzy mark away."
                )
        for message in catalogue.entries.keys() - asked.keys():
            yield _problem(course, catalogue, message, f"Nobody asks for “{_short(message)}” any more.", "Run: ailab course update")


def _short(message: str) -> str:
    return message if len(message) <= 60 else f"{message[:59]}…"


def kept_parts_are_kept(course: Course) -> Iterator[Problem]:
    """Inline code, formulas, link targets, placeholders and tags are the same in a translation."""
    for _, _, catalogue, _ in _catalogues(course):
        for message, entry in catalogue.entries.items():
            if not entry.text:
                continue
            wanted, found = kept_parts(message), kept_parts(entry.text)
            for part in wanted - found:
                yield _problem(course, catalogue, message, f"The translation lacks {part}.", "Copy it unchanged from the English text.")
            for part in found - wanted:
                yield _problem(
                    course, catalogue, message, f"The translation adds {part}.", "Take it out, or put it into the English text too."
                )


def glossary_is_sound(course: Course) -> Iterator[Problem]:
    """Terms are unique and given in every language."""
    seen: set[str] = set()
    for term in course.glossary:
        path = "course/glossary.csv"
        if term.key in seen:
            yield Problem(path=path, line=term.line, what=f"The term '{term.key}' stands twice.", remedy="Keep one line.")
        seen.add(term.key)
        absent = [language for language in course.languages if not term.words[language]]
        if absent:
            yield Problem(path=path, line=term.line, what=f"The term '{term.key}' lacks {', '.join(absent)}.", remedy="Fill it in.")


def glossary_is_followed(course: Course) -> Iterator[Problem]:
    """No translation holds a variant that the glossary lists as wrong."""
    patterns = {language: _forbidden(course, language) for language in course.languages}
    for _, language, catalogue, _ in _catalogues(course):
        for message, entry in catalogue.entries.items():
            text = _plain(entry.text)
            for pattern, chosen in patterns[language].items():
                if found := re.search(pattern, text, flags=re.IGNORECASE):
                    yield _problem(course, catalogue, message, f"The glossary forbids “{found[0]}”.", f"Say: {chosen}")


def _forbidden(course: Course, language: Language) -> Mapping[str, str]:
    # As whole words: the Arabic article and prefixes may stand before a word.
    prefix = r"(?<!\w)(?:[وفبكل]?ال|[وفبكل])?" if language == "ar" else r"(?<!\w)"
    return {rf"{prefix}{re.escape(form)}(?!\w)": term.words[language] for term in course.glossary for form in term.forbidden[language]}


def _plain(text: str) -> str:
    return re.sub(r"`[^`]+`|\]\([^)]+\)|\{+[a-z0-9_]+\}+", " ", text)


def arabic_digits_are_latin(course: Course) -> Iterator[Problem]:
    """Digits are 0–9, as schools in Morocco and Algeria write them."""
    for _, language, catalogue, _ in _catalogues(course):
        for message, entry in catalogue.entries.items() if language == "ar" else ():
            # Some lessons speak of such digits; then the English text holds them too.
            if _EASTERN.search(entry.text) and not _EASTERN.search(message):
                yield _problem(course, catalogue, message, "The translation holds Eastern digits.", "Write 0–9.")


def placeholders_are_known(course: Course) -> Iterator[Problem]:
    """Every {{word}} is one of the edition's."""
    edition = course.editions.get(course.edition)
    known = words_of(edition, _SOURCE).keys() if edition else set()
    for messages in messages_of(course).values():
        for message, place in messages:
            for word in set(PLACEHOLDER.findall(message)) - known:
                line = _line_holding(course.root / place, f"{{{{{word}}}}}")
                yield Problem(
                    path=place, line=line, what=f"No edition has the word '{word}'.", remedy=f"Known: {', '.join(sorted(known))}."
                )


def _line_holding(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
