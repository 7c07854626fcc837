"""TOML files into records, every mistake with its line."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ailab.office.course.records import FORMAT_VERSION, Problem

T = TypeVar("T")


class Unfit(Exception):
    """A file that cannot be read as what it should be."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem to show."""
        super().__init__(str(problem))
        self.problem = problem


def read_toml(path: Path, kind: type[T], *, root: Path) -> T:
    """Return the file as a record of this kind.

    Raises
    ------
    Unfit
        With the line, when it is missing, is no TOML, or holds a wrong or unknown key.
    """
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise Unfit(
            Problem(path=name, line=1, what="This file is missing.", remedy="Create it, or take its name out of the list that asks for it.")
        ) from None
    except UnicodeDecodeError as error:
        raise Unfit(Problem(path=name, line=1, what=f"Not UTF-8 ({error.reason}).", remedy="Save it as UTF-8.")) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise Unfit(
            Problem(path=name, line=int(found[1]) if found else 1, what=f"Not valid TOML: {error}.", remedy="Mend the syntax at this line.")
        ) from None
    _expect_version(data, name)
    try:
        return msgspec.convert(data, kind, strict=True)
    except msgspec.ValidationError as error:
        raise Unfit(_problem_of(str(error), text, name)) from None


def line_of(text: str, key: str) -> int:
    """Return the line where a key or a table of this name first stands, else 1."""
    pattern = re.compile(rf'^\s*(\[+[^\]\n]*\b{re.escape(key)}\b[^\n]*|"?{re.escape(key)}"?\s*=)')
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


def _expect_version(data: dict[str, Any], name: str) -> None:
    version = data.pop("format_version", None)
    if version == FORMAT_VERSION:
        return
    remedy = (
        "Update ailab: this file is newer than it."
        if isinstance(version, int) and version > FORMAT_VERSION
        else f"Begin the file with: format_version = {FORMAT_VERSION}"
    )
    raise Unfit(Problem(path=name, line=1, what=f"format_version is {version!r}, expected {FORMAT_VERSION}.", remedy=remedy))


def _problem_of(message: str, text: str, name: str) -> Problem:
    # msgspec says: Expected `int`, got `str` - at `$.exercises[...].points`, or: … unknown field `pionts`
    words = re.findall(r"`([^`$]+)`", message)
    path = re.findall(r"`\$\.([^`]+)`", message)
    keys = [*(word for word in words if "field" in message), *reversed(re.split(r"[.\[\]]+", path[0]) if path else [])]
    line = next((line for key in keys if key and key != "..." and (line := line_of(text, key)) > 1), 1)
    return Problem(path=name, line=line, what=f"{message}.", remedy="Give the key as graders/README.md and course/STYLE.md list it.")
