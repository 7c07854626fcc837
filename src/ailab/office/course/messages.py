"""Every message of a course, with the place it comes from."""

import ast
import io
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from ailab.office.course.prose import messages
from ailab.office.course.records import Cell, Course, Exercise, Lesson, Module

Message = tuple[str, str]
"""The English text and the file it stands in, relative to the root."""

_TOLD: Final = {"Misconception": 2}
"""Positional argument that holds a text for learners, by the name of what is called."""


def messages_of(course: Course) -> dict[Path, list[Message]]:
    """Return, for each folder with a catalogue, its messages in order."""
    found: dict[Path, list[Message]] = {course.root / "course": [(course.title, "course/course.toml"), *_track_titles(course)]}
    for module in course.modules:
        found[module.path.parent] = list(_module_messages(course, module))
        if module.exercises:
            found[module.exercises[0].path.parent] = [
                message for exercise in module.exercises for message in _exercise_messages(course, exercise)
            ]
        rubrics = course.root / "graders" / "rubrics" / module.slug
        if rubrics.is_dir():
            found[rubrics] = [message for path in sorted(rubrics.glob("*.toml")) for message in _rubric_messages(course, path)]
    for book in course.books:
        found[book.path.parent] = [(text, course.relative(book.path)) for text in messages(book.text)]
    return found


def _track_titles(course: Course) -> Iterator[Message]:
    titles = [*(track.title for track in course.tracks), *(path.title for path in course.short_paths)]
    return ((title, "course/course.toml") for title in titles)


def _module_messages(course: Course, module: Module) -> Iterator[Message]:
    place = course.relative(module.path)
    yield from ((text, place) for text in (module.title, module.summary, *module.outcomes.values()))
    for lesson in module.lessons:
        yield from _lesson_messages(course, lesson)


def _lesson_messages(course: Course, lesson: Lesson) -> Iterator[Message]:
    place = course.relative(lesson.path)
    for cell in lesson.cells:
        yield from ((text, place) for text in cell_messages(cell, comments=True))


def _exercise_messages(course: Course, exercise: Exercise) -> Iterator[Message]:
    place = course.relative(exercise.path)
    yield exercise.title, course.relative(exercise.path.with_name("exercises.toml"))
    for cell in exercise.cells:
        yield from ((text, place) for text in cell_messages(cell, comments=False))
    if exercise.check_path.is_file():
        yield from ((text, course.relative(exercise.check_path)) for text in shown_texts(exercise.check_path))


def cell_messages(cell: Cell, *, comments: bool) -> Iterator[str]:
    """Yield the messages of one cell: its prose, or its `t("…")` texts and, in lessons, its comments."""
    if cell.role == "prose":
        yield from messages(cell.source)
    elif cell.is_code:
        yield from _told(cell.source, "t", 0)
        if comments:
            yield from (text for _, text in code_comments(cell.source))


def shown_texts(check_path: Path) -> Iterator[str]:
    """Yield the labels, hints and rungs of a check file; a file that is no Python yields none."""
    source = check_path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("label", "hint"):
            yield from _text(node.value)
        yield from (text for rung in _rungs(node) for text in _text(rung))
    for name, position in _TOLD.items():
        yield from _told(source, name, position)


def _rungs(node: ast.AST) -> list[ast.expr]:
    # LADDER = ("…", "…") and steps=("…", "…")
    match node:
        case ast.Assign(targets=[ast.Name(id="LADDER")], value=ast.Tuple(elts=rungs)):
            return rungs
        case ast.keyword(arg="steps", value=ast.Tuple(elts=rungs)):
            return rungs
    return []


def code_comments(source: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield (row, column) and text of each comment that has words."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            text = token.string.lstrip("#").strip()
            if token.type == tokenize.COMMENT and not token.string.startswith("###") and any(map(str.isalpha, text)):
                yield token.start, text
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return


def translate_comments(source: str, translate: Callable[[str], str]) -> str:
    """Return code with its comments translated; its syntax tree stays the same."""
    lines = source.split("\n")
    for (row, column), text in code_comments(source):
        lines[row - 1] = f"{lines[row - 1][:column]}# {translate(text)}"
    return "\n".join(lines)


def _rubric_messages(course: Course, path: Path) -> Iterator[Message]:
    try:
        criteria = tomllib.loads(path.read_text(encoding="utf-8")).get("criteria", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return
    for criterion in criteria.values():
        yield from ((text, course.relative(path)) for text in (criterion.get("title", ""), *criterion.get("levels", ())) if text)


def _told(source: str, function: str, position: int) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function and len(node.args) > position:
            yield from _text(node.args[position])


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
