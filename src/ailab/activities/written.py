"""Answers as the text that stands in a notebook's cell, and back. Nothing but plain data."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any, Final

_WIDEST: Final = 72
_INDENT: Final = "    "
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩٫−", "0123456789.-")
_NUMBER: Final = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,9})?")


def answer_text(name: str, value: Any) -> str:
    """Return the assignment of this value as short lines of Python."""
    return f"{name} = {_written(value, '')}"


def read_answer(text: str) -> object:
    """Return the value this text writes down, plain data whatever it is.

    Raises
    ------
    ValueError
        When it is no Python value written out.
    """
    try:
        return ast.literal_eval(text.strip())
    except (SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError(str(error)) from None


def number_or_text(text: str) -> int | float | str:
    """Return the number somebody typed, with any of our digits and either decimal sign, or their text."""
    plain = " ".join(text.split())
    number = plain.translate(_DIGITS)
    if not _NUMBER.fullmatch(number):
        return plain
    return float(number.replace(",", ".")) if "." in number or "," in number else int(number)


def _written(value: Any, indent: str) -> str:
    whole = _on_one_line(value)
    if not isinstance(value, list | dict) or (len(indent) + len(whole) <= _WIDEST and not _is_table(value)):
        return whole
    inner = indent + _INDENT
    begin, end = "[]" if isinstance(value, list) else "{}"
    return "\n".join((begin, *_lines(value, inner), f"{indent}{end}"))


def _lines(value: list[Any] | dict[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines between the brackets: a pair or a list takes its own, words and numbers share one."""
    if isinstance(value, dict):
        yield from (f"{indent}{_on_one_line(key)}: {_written(part, indent)}," for key, part in value.items())
        return
    line = indent
    for part in value:
        piece = f"{_written(part, indent)}, "
        alone = isinstance(part, list | dict)
        if line.strip() and (alone or len(line) + len(piece) > _WIDEST):
            yield line.rstrip()
            line = indent
        line += piece
        if alone:
            yield line.rstrip()
            line = indent
    if line.strip():
        yield line.rstrip()


def _is_table(value: object) -> bool:
    """Tell whether these are rows, which read best one below the other."""
    return isinstance(value, list) and len(value) > 1 and all(isinstance(row, list) and row and isinstance(row[0], int) for row in value)


def _on_one_line(value: Any) -> str:
    """Return a value as it is written; texts in double quotes, as in our lessons."""
    if isinstance(value, list):
        return f"[{', '.join(map(_on_one_line, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_on_one_line(key)}: {_on_one_line(part)}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
