"""What a kit carries beside wheels: the course, the installer, the words it says, and a page on how to begin."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from shutil import copy
from typing import Final

from ailab.errors import Refused
from ailab.lang import LANGUAGES, Language, library_translations
from ailab.office.build import build_course
from ailab.office.course import read_course
from ailab.office.hub.kit.archive import pack, tree

BARE: Final = Path(__file__).parent / "bare"
_FRONT: Final = "front.py"
_SOURCES: Final = ("course", "graders")
_LICENSES: Final = ("LICENSE", "LICENSE-content")
_BOOK: Final = "READ-ME.txt"


def pack_course(root: Path, archive: Path) -> None:
    """Pack the course, built in its own edition, and its sources, from which a centre builds another edition.

    Raises
    ------
    Refused
        When the course has problems.
    """
    reading = read_course(root)
    if reading.problems:
        raise Refused("The course cannot be built. Run: ailab course check\n" + "\n".join(map(str, reading.problems)))
    top = PurePosixPath("course")
    files: dict[PurePosixPath, Path | bytes] = {top / "build" / path: content for path, content in build_course(reading.course).items()}
    for name in _SOURCES:
        files |= {path: content for path, content in tree(root / name, under=f"course/{name}").items() if "__pycache__" not in path.parts}
    pack(files | {top / name: root / name for name in _LICENSES}, archive)


def copy_installer(folder: Path) -> None:
    """Put install.py and what it needs into a kit."""
    bare = folder / BARE.name
    bare.mkdir()
    for path in sorted(BARE.iterdir()):
        if path.is_file() and path.name != _FRONT:
            copy(path, bare)
    copy(BARE / _FRONT, folder / "install.py")
    words = {language: _translated(language) for language in LANGUAGES if language != "en"}
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")


def _translated(language: Language) -> dict[str, str]:
    say = library_translations(language)
    return {text: say(text) for text in installer_texts()}


def installer_texts() -> tuple[str, ...]:
    """Return every text that the installer says."""
    found = {text for path in BARE.glob("*.py") for text in _said(ast.parse(path.read_text(encoding="utf-8")))}
    return tuple(sorted(found))


def _said(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _speaks(node.func) and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)


def _speaks(function: ast.expr) -> bool:
    if isinstance(function, ast.Call):
        return isinstance(function.func, ast.Name) and function.func.id == "speak"
    return getattr(function, "id", getattr(function, "attr", "")) == "say"


def write_book(folder: Path) -> None:
    """Write the page that says how to begin, in every language."""
    lines = []
    for language in LANGUAGES:
        say = library_translations(language)
        lines += [
            say("A center's kit: everything for one machine, without a network."),
            say("Open a terminal in this folder, type the line below, and follow what it says."),
            "",
        ]
    (folder / _BOOK).write_text("\n".join([*lines, "    python3 install.py", ""]), encoding="utf-8")
