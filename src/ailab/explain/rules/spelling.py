"""Text that Python cannot read, where Python only says "invalid syntax"."""

import ast
import re
from typing import Final

from ailab.explain.near import KEYWORDS, nearest
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations

_FOREIGN: Final = (
    ("&&", "and"),
    ("||", "or"),
    ("===", "=="),
    ("!==", "!="),
    ("=<", "<="),
    ("=>", ">="),
    ("<>", "!="),
    ("++", "+= 1"),
    ("--", "-= 1"),
)
_STARTERS: Final = KEYWORDS | {"print"}
_BLOCKS: Final = re.compile(r"(if|elif|else|for|while|def|class|try|except|finally|with|match|case|lambda)\b")


def _plain(stop: Stop) -> bool:
    # Python 3.14 adds a guess behind these words.
    return stop.message.startswith(("invalid syntax", "Expected one or more names", "expected 'else'", "'elif' block"))


def _from_here(stop: Stop) -> tuple[str, str]:
    """Return the line up to the place Python points at, and from there on."""
    line = stop.source.splitlines()[stop.line - 1] if stop.line and stop.line <= len(stop.source.splitlines()) else ""
    offset = (getattr(stop.error, "offset", None) or 1) - 1
    return line[:offset], line[offset:]


def else_alone(stop: Stop, say: Translations) -> Told | None:
    """`else` that follows no `if`."""
    found = re.match(r"(else|elif|except|finally)\b", stop.code)
    if not _plain(stop) or not found or _from_here(stop)[0].strip():
        return None
    partner = "if" if found[1] in {"else", "elif"} else "try"
    return Told(
        say("This `{word}` has no `{partner}` that it belongs to.").format(word=found[1], partner=partner),
        say("Let `{word}` begin exactly below its `{partner}`, with nothing between their blocks.").format(word=found[1], partner=partner),
    )


def else_on_the_same_line(stop: Stop, say: Translations) -> Told | None:
    """`if x: a else: b` on one line."""
    if not _plain(stop) or not _from_here(stop)[1].startswith(("else", "elif")) or ":" not in _from_here(stop)[0]:
        return None
    return Told(
        say("`{word}` stands on a line of its own.").format(word="else"),
        say("Begin a new line for `{word}`, exactly below its `{partner}`.").format(word="else", partner="if"),
    )


def foreign_sign(stop: Stop, say: Translations) -> Told | None:
    """`&&`, `=<`, `++` and the like."""
    outside = re.sub(r"""(["']).*?\1""", "", stop.code)
    found = next(((sign, python) for sign, python in sorted(_FOREIGN, key=lambda pair: -len(pair[0])) if sign in outside), None)
    if not _plain(stop) or found is None:
        return None
    return Told(
        say("Python has no sign `{sign}` in code.").format(sign=found[0]),
        say("In Python it is written `{python}`.").format(python=found[1]),
    )


def keyword_as_name(stop: Stop, say: Translations) -> Told | None:
    """`class = 3`."""
    found = re.match(r"(?:for\s+(?=\w+\s+in\b)|def\s+(?=\w+\s*\()|(?=\w+\s*=(?!=)))(\w+)", stop.code)
    if not _plain(stop) or not found or found[1] not in KEYWORDS:
        return None
    return Told(
        say("`{word}` is a word of Python and cannot be a name of yours.").format(word=found[1]),
        say("Choose another name, for instance `my_{word}`.").format(word=found[1]),
    )


def word_instead_of_colon(stop: Stop, say: Translations) -> Told | None:
    """`if x == 3 then`."""
    found = re.search(r"\b(then|do)\b\s*:?$", stop.code)
    if not _plain(stop) or not found:
        return None
    return Told(
        say("Python has no word `{word}` here.").format(word=found[1]),
        say("Write a colon `:` in its place."),
    )


def for_without_in(stop: Stop, say: Translations) -> Told | None:
    """`for i on range(3)`."""
    if not _plain(stop) or not re.match(r"for\b", stop.code) or re.match(r"for\s+\w+(\s*,\s*\w+)*\s+in\b", stop.code):
        return None
    return Told(
        say("A `for` names a variable, then the word `in`, then what it goes through."),
        say("Write it like this: `{code}`.").format(code="for i in range(3):"),
    )


def misspelled_word(stop: Stop, say: Translations) -> Told | None:
    """A keyword with a typo, or `function f():`."""
    found = re.match(r"(\w+)\s+\S", stop.code)
    if not _plain(stop) or not found or found[1] in KEYWORDS:
        return None
    near = "def" if found[1] in {"function", "func", "fonction"} else nearest(found[1], _STARTERS)
    if near is None:
        return None
    return Told(
        say("Python cannot read this line: `{word}` at its beginning is no word of Python.").format(word=found[1]),
        say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near),
    )


def name_with_space(stop: Stop, say: Translations) -> Told | None:
    """`my name = 3`."""
    found = re.match(r"([^\W\d]\w*(?: +[^\W\d]\w*)+)\s*=(?!=)", stop.code)
    if not _plain(stop) or not found or set(found[1].split()) & KEYWORDS:
        return None
    return Told(
        say("A name has no spaces in it, and here stands `{name}`.").format(name=found[1]),
        say("Join its words with `_`: `{name}`.").format(name="_".join(found[1].split())),
    )


def two_lines_in_one(stop: Stop, say: Translations) -> Told | None:
    """`x = 5 print(x)`."""
    before, after = _from_here(stop)
    if not _plain(stop) or not before.strip() or not _reads(before) or not _reads(after):
        return None
    return Told(
        say("Two instructions stand on one line."),
        say("Begin a new line before `{code}`.").format(code=after.strip().replace("`", "'")),
    )


def _reads(code: str) -> bool:
    try:
        ast.parse(code.strip())
    except (SyntaxError, ValueError):
        return False
    return bool(code.strip())


def colon_too_many(stop: Stop, say: Translations) -> Told | None:
    """`x == 3:`."""
    if not _plain(stop) or not stop.code.endswith(":") or _BLOCKS.match(stop.code):
        return None
    return Told(
        say("A colon at the end opens a block, and this line begins with no word that has one."),
        say("Begin the line with `if`, `for`, `while` or `def`, or take the colon away."),
    )


def unreadable(stop: Stop, say: Translations) -> Told | None:
    """Everything else that Python cannot read."""
    after = _from_here(stop)[1].strip()
    part = (re.match(r"\w+|\S", after) or [""])[0].replace("`", "'")
    if not part or part == "#":
        return Told(say("Python cannot read this line: something is missing at its end."), _compare(say))
    return Told(say("Python cannot read this line from `{part}` on.").format(part=part), _compare(say))


def _compare(say: Translations) -> str:
    return say("Look at the sign before this place, and compare the line with one that works.")
