"""A line of a list as what it says about a learner, or all that is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from ailab.lang import Language, Translations, library_translations
from ailab.office.centre.people.columns import COLUMNS, column_of, column_title, value_of, values_of
from ailab.office.centre.people.lists import Line, Problem
from ailab.office.centre.people.logins import as_written, expect_login, folded
from ailab.office.centre.people.pins import typed_pin
from ailab.office.certificates.errors import NameUnprintable
from ailab.office.certificates.name import printable_name

_YOUNGEST: Final = 4
_OLDEST: Final = 100
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A learner, as a line of the list tells."""

    line: int
    login: str = ""
    """Folded; empty when one is to be made."""
    pseudonym: str = ""
    display_name: str = ""
    birth_year: int | None = None
    band: str = ""
    gender: str = ""
    place: str = ""
    institution: str = ""
    group: str = ""
    """As written."""
    secret_kind: str = ""
    language: str = ""

    @property
    def names(self) -> str:
        """Return who this is for somebody who reads the list."""
        return self.pseudonym or self.display_name


@dataclass(slots=True)
class Read:
    """What was read from a list."""

    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_rows(lines: tuple[Line, ...], language: Language, now: datetime) -> Read:
    """Return what the lines say; the first one names the columns."""
    say, read = library_translations(language), Read()
    titles = lines[0].cells
    columns = [column_of(title) if title else None for title in titles]
    read.columns = tuple(column for column in columns if column)
    _look_at_titles(read, lines[0], columns, language, say)
    if not read.problems:
        for line in lines[1:]:
            _read_row(read, line, columns, _Cells(language=language, say=say, latest=now.year))
        if len(lines) == 1:
            read.problems.append(Problem(line=lines[0].number, message=say("There is no learner below the names of the columns.")))
    return read


def _look_at_titles(read: Read, line: Line, columns: list[str | None], language: Language, say: Translations) -> None:
    known = ", ".join(column_title(column, language) for column in COLUMNS)
    if not {"login", "display_name"} & set(read.columns):
        told = say("The first line must name the columns, and one of them must be the login or the name. Known are: {columns}.")
        read.problems.append(Problem(line=line.number, message=told.format(columns=known)))
    for column in dict.fromkeys(read.columns):
        if read.columns.count(column) > 1:
            told = say("The column {column} stands there twice. Keep one of them.")
            read.problems.append(Problem(line=line.number, message=told.format(column=column_title(column, language))))
    strange = [title for title, column in zip(line.cells, columns, strict=True) if title and column is None]
    if strange and not read.problems:
        told = say("Not read and not stored: {columns}. Known columns are: {known}.")
        read.notes.append(told.format(columns=", ".join(f"“{title[:30]}”" for title in strange), known=known))


def _read_row(read: Read, line: Line, columns: list[str | None], cells: "_Cells") -> None:
    found = {column: text for column, text in zip(columns, line.cells, strict=False) if column}
    problems = [*_wrong_shape(line, len(columns), cells.say)]
    values: dict[str, object] = {}
    # Where a line has slipped, what stands in its cells says nothing.
    for column, text in ({} if problems else found).items():
        try:
            values |= cells.read(column, text)
        except ValueError as error:
            problems.append(str(error))
    row = Row(line=line.number, **values)  # type: ignore[arg-type]
    if not problems and not row.names:
        problems.append(cells.say("This line has neither a login nor a name."))
    read.problems += [Problem(line=line.number, message=message) for message in problems]
    if not problems:
        read.rows.append(row)


def _wrong_shape(line: Line, columns: int, say: Translations) -> Iterator[str]:
    if any(line.cells[columns:]):
        told = say(
            "This line has {count} cells, the first line {columns}. Is there a comma or a semicolon within a name? Put the name in quotation marks."
        )
        yield told.format(count=len(line.cells), columns=columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """How the cells of each column are read."""

    language: Language
    say: Translations
    latest: int

    def read(self, column: str, text: str) -> Mapping[str, object]:
        """Return what a cell says; a ValueError says what is wrong with it."""
        if not text:
            return {}
        how: Mapping[str, Callable[[str], Mapping[str, object]]] = {
            "login": self._login,
            "display_name": self._name,
            "birth_year": self._year,
            "class": lambda text: {"group": self._plain(text)},
            "place": lambda text: {"place": self._plain(text)},
            "institution": lambda text: {"institution": self._plain(text)},
        }
        return how[column](text) if column in how else {column: self._known(column, text)}

    def _login(self, text: str) -> Mapping[str, object]:
        return {"login": expect_login(text, self.language), "pseudonym": as_written(text)}

    def _name(self, text: str) -> Mapping[str, object]:
        try:
            return {"display_name": printable_name(text)}
        except NameUnprintable:
            told = self.say(
                "The name {text} can't be printed on a certificate. Write it with letters, at most 100, and without invisible signs."
            )
            raise ValueError(told.format(text=_shown(text))) from None

    def _year(self, text: str) -> Mapping[str, object]:
        digits = typed_pin(text)
        if not digits.isdecimal() or not self.latest - _OLDEST <= int(digits[:6]) <= self.latest - _YOUNGEST:
            told = self.say("{text} is no year of birth. Write the year alone, like {example}: the day is not needed and not kept.")
            raise ValueError(told.format(text=_shown(text), example=self.latest - 13))
        return {"birth_year": int(digits)}

    def _known(self, column: str, text: str) -> str:
        value = value_of(column, text)
        if value is None:
            told = self.say("{text} is not known in the column {column}. Write one of these, or nothing: {values}.")
            title = column_title(column, self.language)
            raise ValueError(told.format(text=_shown(text), column=title, values=", ".join(values_of(column))))
        return value

    def _plain(self, text: str) -> str:
        if len(text) > _LONGEST or not text.isprintable():
            raise ValueError(self.say("{text} is too long, or holds invisible signs. Type it again.").format(text=_shown(text)))
        return text


def _shown(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "“" + "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in short) + "”"


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same person's, as far as writing goes."""
    return folded(one) == folded(other)
