"""The sorter of a project: the examples a learner chose, as data that a page can sort with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from ailab.errors import Refused
from ailab.office.build.take_home.own_work import NOTHING, OwnNotebook
from ailab.office.build.take_home.plain_words import plain_words
from ailab.office.build.take_home.project_source import SORTER, Found, NotThere, Source

MOST_EXAMPLES: Final = 200
MOST_KINDS: Final = 8
_LARGEST: Final = 1_000_000
_LONGEST_KIND: Final = 40
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One thing that was measured."""

    shines: float
    soft: float
    kind: int
    """Its number among the kinds."""
    name: str
    """What its card says; empty for one that was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorter:
    """A model: nothing but its examples."""

    kinds: tuple[str, ...]
    """As the reader calls them."""
    examples: tuple[Example, ...]
    """In the learner's order: of two that are equally near, the first one counts."""


def own_sorter(source: Source) -> Found[Sorter]:
    """Return the learner's sorter, or raise NotThere."""
    notebook = source.notebook(SORTER)
    rows = list(_rows_of_cards(notebook, source)) if "bins" in notebook.values else list(_rows(_examples(notebook, source)))
    if not rows:
        raise NotThere(source.nothing())
    kinds = tuple(dict.fromkeys(kind for row in rows if row for kind in row[2:3]))[:MOST_KINDS]
    kept = [row for row in rows if row and row[2] in kinds][:MOST_EXAMPLES]
    if not kept:
        raise NotThere(source.say("No example is a row of two numbers and a kind."))
    lacks = source.say("Examples that could not be read: {count}.").format(count=len(rows) - len(kept)) if len(kept) < len(rows) else ""
    examples = tuple(Example(shines=x, soft=y, kind=kinds.index(kind), name=name) for x, y, kind, name in kept)
    return Found(Sorter(kinds=tuple(_label(kind, notebook, source) for kind in kinds), examples=examples), lacks)


Row = tuple[float, float, str, str]


def _rows_of_cards(notebook: OwnNotebook, source: Source) -> Iterator[Row | None]:
    """Yield the cards in their bins as rows, in the order in which the exercise puts them; None for what is none."""
    bins, measured = notebook.value("bins"), notebook.given.get("measured")
    for kind, cards in bins.items() if isinstance(bins, dict) else ():
        for card in cards if isinstance(cards, list | tuple) else ():
            place = measured.get(card) if isinstance(measured, dict) and isinstance(card, str) else None
            name = source.words_of(notebook, "bins", card)
            yield _row([*place, kind], name) if isinstance(place, list | tuple) else None


def _examples(notebook: OwnNotebook, source: Source) -> Any:
    """Return the examples as the learner's cells make them, else as they are written."""
    written = notebook.value("examples")
    if source.open_answer is None:
        return written
    try:
        with source.open_answer(notebook.cells) as answer:
            found = answer.read("examples")
            return written if found.error else found.value
    except Refused:
        return written


def _rows(examples: Any) -> Iterator[Row | None]:
    for row in examples if isinstance(examples, list | tuple) else () if examples is NOTHING else (None,):
        yield _row(row, "")


def _row(row: Any, name: str) -> Row | None:
    if not isinstance(row, list | tuple) or len(row) != 3 or not all(map(_is_number, row[:2])) or not isinstance(row[2], str):
        return None
    kind = plain_words(row[2], _LONGEST_KIND)
    return (row[0], row[1], kind, plain_words(name, _LONGEST_NAME)) if kind else None


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and isfinite(value) and abs(value) <= _LARGEST


def _label(kind: str, notebook: OwnNotebook, source: Source) -> str:
    known: Mapping[str, str] = notebook.words.get("bins", {})
    return plain_words(source.translate(known.get(kind, kind)), _LONGEST_KIND) or kind
