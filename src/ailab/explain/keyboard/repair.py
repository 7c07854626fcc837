"""`repair`: code as it was meant, where a keyboard or a word processor put other signs into it.

What stands in texts and comments is left alone, but for the quotation marks around a text.
"""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ailab.explain.keyboard.course import WORDS
from ailab.explain.keyboard.layout import LETTERS, meant
from ailab.explain.keyboard.signs import DIGITS, DOUBLE, INVISIBLE, SIGNS, SINGLE
from ailab.explain.near import BUILTINS, KEYWORDS

Why = Literal["sign", "word", "invisible", "brackets"]

_PIECES: Final = re.compile(
    rf"""
      (?P<comment>\#[^\n]*)
    | (?P<text>\"\"\"(?:\\.|[^\\])*?(?:\"\"\"|\Z) | '''(?:\\.|[^\\])*?(?:'''|\Z) | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*')
    | (?P<double>["{DOUBLE}](?P<said>[^"{DOUBLE}\n]*)["{DOUBLE}])
    | (?P<single>['{SINGLE}](?P<told>(?:[^'{SINGLE}\n]|(?<=\w)['{SINGLE}](?=\w))*)['{SINGLE}])
    | (?P<word>[{LETTERS}][{LETTERS}_0-9]*)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was put right."""

    line: int
    found: str
    put: str
    why: Why


@dataclass(frozen=True, slots=True)
class Repaired:
    """Code as it was meant, and what was changed on the way."""

    source: str
    changes: tuple[Change, ...]


def repair(source: str, known: Collection[str] = ()) -> Repaired:
    """Put right what a keyboard or a word processor did to code.

    Parameters
    ----------
    source : str
        Code as it was typed.
    known : collection of str, optional
        Names that words typed on the Arabic layout may stand for, beside those of Python, of the course and
        of the code itself.

    Returns
    -------
    Repaired
        The code as it was meant, and the changes in order; without any, the code as it was.

    Examples
    --------
    >>> repair("print(٣، “mint”)").source
    'print(3, "mint")'
    >>> repair("قخلاخف.بخقصشقي(4)").source
    'robot.forward(4)'
    >>> repair("price = 3").changes
    ()
    """
    names = {*known, *WORDS, *KEYWORDS, *BUILTINS, *re.findall(r"[A-Za-z_]\w*", source)}
    pieces, changes = [], []
    for found in _PIECES.finditer(source):
        before = source[found.start() - 1 : found.start()]
        put, why = _put(found, names, behind_a_dot=before in {".", "ز"})
        pieces.append(put)
        if put != found[0]:
            changes.append(Change(source.count("\n", 0, found.start()) + 1, *_smallest(found[0], put), why))
    return _turn_brackets("".join(pieces), tuple(changes))


def _put(found: re.Match[str], known: Collection[str], *, behind_a_dot: bool) -> tuple[str, Why]:
    """Return what stands for a piece of code, and why."""
    piece = found[0]
    match found.lastgroup:
        case "double":
            return f'"{found["said"]}"', "sign"
        case "single":
            mark = '"' if "'" in found["told"] else "'"
            return f"{mark}{found['told']}{mark}", "sign"
        case "word":
            return meant(piece, known, behind_a_dot=behind_a_dot) or piece, "word"
        case "sign" if piece in INVISIBLE:
            return INVISIBLE[piece], "invisible"
        case "sign":
            return {**SIGNS, **DIGITS}.get(piece, piece), "sign"
    return piece, "sign"


def _smallest(found: str, put: str) -> tuple[str, str]:
    """Return the first mark alone where only the marks of a text change."""
    if found[1:-1] and found[1:-1] == put[1:-1]:
        return (found[0], put[0]) if found[0] != put[0] else (found[-1], put[-1])
    return found, put


def _turn_brackets(source: str, changes: tuple[Change, ...]) -> Repaired:
    """Turn round brackets that an Arabic keyboard mirrored, if that makes the code readable."""
    lines = tuple(_mirrored(source))
    if not lines or _reads(source):
        return Repaired(source, changes)
    turned = "\n".join(_turned(line) if number in lines else line for number, line in enumerate(source.split("\n"), 1))
    if not _reads(turned):
        return Repaired(source, changes)
    return Repaired(turned, (*changes, *(Change(number, ")…(", "(…)", "brackets") for number in lines)))


def _mirrored(source: str) -> Iterator[int]:
    for number, line in enumerate(source.split("\n"), 1):
        brackets = re.sub(r"[^()]", "", _TEXT.sub("", line))
        if brackets.startswith(")") and brackets.endswith("("):
            yield number


_TEXT: Final = re.compile(r"""("[^"\n]*"|'[^'\n]*'|#.*)""")


def _turned(line: str) -> str:
    mirror = str.maketrans("()", ")(")
    return "".join(part if place % 2 else part.translate(mirror) for place, part in enumerate(_TEXT.split(line)))


def _reads(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True
