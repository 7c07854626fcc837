"""Markdown as messages: what translators see, and putting it back.

A message is one heading, paragraph, list item, quote or table row, soft line breaks joined.
Code blocks, formula blocks and bare HTML tags are never messages.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_ITEM: Final = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?)(.*)$")
_HEADING: Final = re.compile(r"^(#{1,6}\s+)(.*)$")
_QUOTE: Final = re.compile(r"^(\s*(?:>\s?)+)(.*)$")
_SUMMARY: Final = re.compile(r"^(\s*(?:<details>)?<summary>)(.*)(</summary>\s*)$")
_TAGS_ONLY: Final = re.compile(r"^\s*(?:</?[a-zA-Z][^>]*>\s*)+$|^\s*<!--.*-->\s*$")
_RULE: Final = re.compile(r"^\s*(?:\|?[\s:|-]*-{3,}[\s:|-]*|\*{3,}|_{3,})\s*$")
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of Markdown: a message between a prefix and a suffix, or verbatim text."""

    prefix: str
    message: str
    suffix: str = ""

    @property
    def is_message(self) -> bool:
        """Tell whether there is something to translate."""
        return bool(_LETTER.search(_without_code(self.message)))


def pieces(markdown: str) -> Iterator[Piece]:
    """Yield the Markdown line group by line group; joined again they make the text."""
    lines = markdown.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        fence = re.match(r"^\s*(```+|~~~+|\$\$)", line)
        if fence:
            end = _end_of_block(lines, index, fence[1])
            yield Piece("\n".join(lines[index : end + 1]), "")
            index = end + 1
        elif not line.strip() or _RULE.match(line) or _TAGS_ONLY.match(line):
            yield Piece(line, "")
            index += 1
        else:
            piece, index = _text_piece(lines, index)
            yield piece


def messages(markdown: str) -> Iterator[str]:
    """Yield the messages of a Markdown text."""
    return (piece.message for piece in pieces(markdown) if piece.is_message)


def translate_markdown(markdown: str, translate: Callable[[str], str]) -> str:
    """Return the text with every message replaced."""
    return "\n".join(
        f"{piece.prefix}{translate(piece.message) if piece.is_message else piece.message}{piece.suffix}" for piece in pieces(markdown)
    )


def _text_piece(lines: list[str], index: int) -> tuple[Piece, int]:
    line = lines[index]
    if found := _SUMMARY.match(line):
        return Piece(found[1], found[2], found[3]), index + 1
    if found := _HEADING.match(line):
        return Piece(found[1], found[2].strip()), index + 1
    if line.lstrip().startswith("|"):
        return Piece("", line.strip()), index + 1
    if found := _ITEM.match(line):
        text, end = _continued(lines, index + 1, [found[2]])
        return Piece(found[1], text), end
    if found := _QUOTE.match(line):
        return _quote(lines, index, found[1])
    indent = line[: len(line) - len(line.lstrip())]
    text, end = _continued(lines, index + 1, [line])
    return Piece(indent, text), end


def _quote(lines: list[str], index: int, prefix: str) -> tuple[Piece, int]:
    parts: list[str] = []
    while index < len(lines) and (found := _QUOTE.match(lines[index])) and found[2].strip():
        parts.append(found[2].strip())
        index += 1
    if not parts:
        return Piece(lines[index], ""), index + 1
    return Piece(prefix, " ".join(parts)), index


def _continued(lines: list[str], index: int, parts: list[str]) -> tuple[str, int]:
    while index < len(lines) and _continues(lines[index]):
        parts.append(lines[index])
        index += 1
    return " ".join(part.strip() for part in parts), index


def _continues(line: str) -> bool:
    starts_something = _ITEM.match(line) or _HEADING.match(line) or _QUOTE.match(line) or _TAGS_ONLY.match(line) or _SUMMARY.match(line)
    return bool(line.strip()) and not starts_something and not line.lstrip().startswith(("|", "```", "~~~", "$$"))


def _end_of_block(lines: list[str], start: int, fence: str) -> int:
    if fence == "$$" and lines[start].count("$$") > 1:
        return start
    return next((number for number in range(start + 1, len(lines)) if lines[number].strip().endswith(fence)), len(lines) - 1)


_KEPT: Final = (
    re.compile(r"`[^`]+`"),
    re.compile(r"\$[^$\s](?:[^$]*[^$\s])?\$"),
    re.compile(r"(?<=\])\([^)\s]+\)"),
    re.compile(r"\{\{[a-z0-9_]+\}\}"),
    re.compile(r"(?<!\{)\{[a-z_]+\}(?!\})"),
    re.compile(r"</?[a-zA-Z][^>]*>"),
)


def kept_parts(message: str) -> Counter[str]:
    """Return what a translation must hold unchanged: inline code, formulas, link targets, placeholders, tags."""
    return Counter(found for pattern in _KEPT for found in pattern.findall(message))


def _without_code(text: str) -> str:
    for pattern in _KEPT:
        text = pattern.sub("", text)
    return text
