"""A report as CSV that opens with a double click: UTF-8 with a mark that says so, and the separator of the reader's Excel."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from ailab.lang import Language
from ailab.office.centre.report.words import Words

_SEPARATORS: Final[dict[Language, str]] = {"ar": ";", "fr": ";", "en": ","}
_BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


def report_csv(words: Words) -> bytes:
    """Return the report as a sheet: one line a category, then what the numbers mean."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=_SEPARATORS[words.language])
    writer.writerows([_harmless(cell) for cell in line] for line in _lines(words))
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode("utf-8")


def _lines(words: Words) -> Iterator[list[str]]:
    yield [words.title, words.about.centre, words.about.place, words.period, words.made]
    yield []
    yield [words.say("Class"), words.say("Table"), words.say("Line"), *words.measures().values(), words.mean]
    for section in words.report.sections:
        for table in section.tables:
            for line in table.lines:
                yield [words.section(section), words.dimension(table.dimension), *words.cells(table.dimension, line)]
    yield []
    for name, meaning in words.definitions():
        yield [name, meaning]
    yield [words.warning]


def _harmless(cell: str) -> str:
    # A spreadsheet takes such a text for a formula and runs it.
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
