"""From the bytes of a list to its lines, as Excel, LibreOffice and a text editor save them: or a word on how to save it again.

Which letters a file holds is never guessed: a wrong guess would turn a child's name into nonsense, and print it.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from typing import Final

from ailab.lang import Language, Translations, library_translations

LARGEST: Final = 2 * 1024 * 1024
MOST_LINES: Final = 2000
_SIGNS_TO_JUDGE: Final = 20_000
_DELIMITERS: Final = (";", "\t", ",")
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_BROKEN: Final = ("Ã", "Ø", "Ù", "Â")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a list, at which line; 0 for the whole of it."""

    line: int
    message: str


class ListUnreadable(ValueError):
    """The list as a whole can't be read; the text says why and what helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list, its number as an editor counts."""

    number: int
    cells: tuple[str, ...]


def read_lines(data: bytes | str, language: Language) -> tuple[Line, ...]:
    """Return the lines that hold something.

    Raises
    ------
    ListUnreadable
        When it is empty, very long, no text, or saved with letters that can't be told.
    """
    say = library_translations(language)
    if len(data) > LARGEST:
        raise ListUnreadable(
            say("This file has {size} MB; a list of learners is never larger than {most} MB. Is it the right file?").format(
                size=round(len(data) / 1024 / 1024, 1), most=LARGEST // 1024 // 1024
            )
        )
    text = data if isinstance(data, str) else _text(data, say)
    if not text.strip():
        raise ListUnreadable(
            say("This file is empty. Write the names of the columns into its first line, and a learner into each line below.")
        )
    _expect_whole(text, say)
    lines = _lines(text.removeprefix("\ufeff"), say)
    if len(lines) > MOST_LINES:
        raise ListUnreadable(
            say("This list has {count} lines. At most {most} are taken at once: cut it in two.").format(count=len(lines), most=MOST_LINES)
        )
    return lines


def _text(data: bytes, say: Translations) -> str:
    if data.startswith(_WORKBOOKS):
        raise ListUnreadable(
            say("This is a workbook, not a list. Open it, choose “Save as”, then the type “CSV UTF-8”, and take that file.")
        )
    try:
        # A byte order mark says without doubt which letters these are.
        return data.decode("utf-16") if data.startswith(_WIDE) else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ListUnreadable(
            say(
                "The letters of this file are saved as {encoding}, not as UTF-8. Save it again with the type “CSV UTF-8”; names would come out wrong."
            ).format(encoding=_likely(data, say))
        ) from None


def _likely(data: bytes, say: Translations) -> str:
    """Return the name of what these bytes seem to be; it is told, never used."""
    high = [byte for byte in data[:_SIGNS_TO_JUDGE] if byte > 0x7F]
    if b"\x00" in data[:_SIGNS_TO_JUDGE]:
        return say("no text at all")
    # Arabic words are runs of high bytes; in French one accent stands among plain letters.
    pairs = sum(1 for here, after in pairwise(data[:_SIGNS_TO_JUDGE]) if here > 0xBF and after > 0xBF)
    return "Windows-1256" if pairs * 3 > len(high) else "Windows-1252"


def _expect_whole(text: str, say: Translations) -> None:
    """Refuse a text whose letters were broken earlier, by a program that guessed."""
    sample = text[:_SIGNS_TO_JUDGE]
    if "\ufffd" in sample:
        raise ListUnreadable(
            say("Some letters of this file are lost already (�). Take the file from which it was made, and save it as “CSV UTF-8”.")
        )
    if "\x00" in sample:
        raise ListUnreadable(say("This is no list. Choose a CSV file."))
    for word in {word for word in sample.split() if any(sign in word for sign in _BROKEN)}:
        if _was_broken(word):
            raise ListUnreadable(
                say(
                    "The letters of this file were broken when it was saved (“{word}”). Take the file from which it was made, and save it as “CSV UTF-8”."
                ).format(word=word[:30])
            )


def _was_broken(word: str) -> bool:
    for earlier in ("cp1252", "latin-1", "cp1256"):
        try:
            word.encode(earlier).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        return True
    return False


def _lines(text: str, say: Translations) -> tuple[Line, ...]:
    stream = StringIO(text, newline="")
    first = stream.readline()
    if first.lower().startswith("sep="):
        delimiter, before = (first[4:5] if first[4:5] in _DELIMITERS else _DELIMITERS[0]), 1
    else:
        delimiter, before = _delimiter(first), 0
        stream.seek(0)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    found, number = [], before
    try:
        for cells in reader:
            start, number = number + 1, before + reader.line_num
            if any(cell.strip() for cell in cells):
                found.append(Line(number=start, cells=tuple(" ".join(cell.split()) for cell in cells)))
    except csv.Error:
        raise ListUnreadable(
            say("Line {line}: a quotation mark is opened and not closed. Take it away, or write it twice.").format(
                line=before + reader.line_num
            )
        ) from None
    return tuple(found)


def _delimiter(first: str) -> str:
    counts: Sequence[tuple[int, str]] = [(first.count(sign), sign) for sign in _DELIMITERS]
    return max(counts, key=lambda each: each[0])[1]
