"""Rules on names, order, data and lessons."""

import ast
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from ailab.errors import UnknownName
from ailab.office.course.datasets import data_files
from ailab.office.course.frameworks import is_known_code
from ailab.office.course.records import PHASES, Course, DataSet, Exercise, Lesson, Module, Problem
from ailab.office.course.toml import line_of

_SLUG: Final = re.compile(r"^[a-z]+(_[a-z]+)*$")
_LONGEST_SLUG: Final = 32


def _key_line(path: Path, key: str) -> int:
    return line_of(path.read_text(encoding="utf-8"), key) if path.is_file() else 1


def _notebooks_of(module: Module) -> tuple[Lesson | Exercise, ...]:
    return (*module.lessons, *module.exercises)


def _notebooks(course: Course) -> tuple[Lesson | Exercise, ...]:
    return tuple(part for module in course.modules for part in _notebooks_of(module))


def slugs_are_slugs(course: Course) -> Iterator[Problem]:
    """Ids are snake_case without digits, at most 32 characters."""
    places = [(module.slug, course.root / "course" / "course.toml", "modules") for module in course.modules]
    for module in course.modules:
        places += [(lesson.slug, module.path, "lessons") for lesson in module.lessons]
        places += [(exercise.slug, exercise.path.with_name("exercises.toml"), exercise.slug) for exercise in module.exercises]
        places += [(data.name, module.path, data.name) for data in module.data]
    for slug, path, key in places:
        if not _SLUG.match(slug) or len(slug) > _LONGEST_SLUG:
            what = f"'{slug}' is no slug."
            yield Problem(
                path=course.relative(path),
                line=_key_line(path, key),
                what=what,
                remedy="Use a-z and single underscores, at most 32 characters.",
            )


def ids_are_unique(course: Course) -> Iterator[Problem]:
    """No id stands for two things, and no cell id stands twice in a notebook."""
    seen: dict[str, str] = {}
    for module in course.modules:
        for slug, path in [
            (module.slug, module.path),
            *((exercise.slug, exercise.path) for exercise in module.exercises),
            *((lesson.slug, lesson.path) for lesson in module.lessons),
        ]:
            if slug in seen:
                yield Problem(
                    path=course.relative(path),
                    line=1,
                    what=f"The id '{slug}' is already used by {seen[slug]}.",
                    remedy="Rename one of them.",
                )
            seen.setdefault(slug, course.relative(path))
    for part in _notebooks(course):
        ids: set[str] = set()
        for cell in part.cells:
            if cell.id in ids:
                yield Problem(
                    path=course.relative(part.path),
                    line=cell.line,
                    what=f"The cell id '{cell.id}' stands twice.",
                    remedy='Give this cell another name="…".',
                )
            ids.add(cell.id)


def order_is_complete(course: Course) -> Iterator[Problem]:
    """Every module stands once in the order, and no file lies about unused."""
    top = course.root / "course" / "course.toml"
    listed = [slug for track in course.tracks for slug in track.modules]
    for slug in {slug for track in course.tracks for slug in track.modules if track.modules.count(slug) > 1}:
        yield Problem(
            path=course.relative(top),
            line=_key_line(top, "modules"),
            what=f"Module '{slug}' is listed twice in a track.",
            remedy="List it once.",
        )
    for folder in sorted((course.root / "course" / "modules").glob("*/")):
        if folder.name not in listed:
            yield Problem(
                path=course.relative(folder),
                line=1,
                what="This module is in no track.",
                remedy="Add it to a track of course.toml, or remove the folder.",
            )
    for module in course.modules:
        known = {lesson.path for lesson in module.lessons}
        known |= {path for exercise in module.exercises for path in (exercise.path, exercise.check_path)}
        folders = (module.path.parent, course.root / "course" / "exercises" / module.slug, course.root / "graders" / "checks" / module.slug)
        hidden = {folders[2] / exercise.path.name for exercise in module.exercises}
        for path in sorted(path for folder in folders for path in folder.glob("*.py")):
            if path not in known | hidden:
                yield Problem(
                    path=course.relative(path),
                    line=1,
                    what="This file belongs to no lesson and no exercise.",
                    remedy="List it in module.toml or exercises.toml, or remove it.",
                )


def prerequisites_come_before(course: Course) -> Iterator[Problem]:
    """What a module builds on stands before it in its track."""
    for track in course.tracks:
        for position, slug in enumerate(track.modules):
            module = next((each for each in course.modules if each.slug == slug), None)
            for needed in module.prerequisites if module else ():
                if module and needed not in track.modules[:position]:
                    line = _key_line(module.path, "prerequisites")
                    yield Problem(
                        path=course.relative(module.path),
                        line=line,
                        what=f"It needs '{needed}', which does not come before it in {track.slug}.",
                        remedy="Change the order or the prerequisites.",
                    )


def editions_are_complete(course: Course) -> Iterator[Problem]:
    """Every edition has the same words, each in every language."""
    folder = course.root / "course" / "editions"
    keys = {key for edition in course.editions.values() for key in edition.words}
    for slug, edition in course.editions.items():
        path = folder / f"{slug}.toml"
        for key in sorted(keys):
            absent = [language for language in course.languages if not edition.words.get(key, {}).get(language)]
            if absent:
                yield Problem(
                    path=course.relative(path),
                    line=_key_line(path, key),
                    what=f"The word '{key}' lacks {', '.join(absent)}.",
                    remedy="Give it in every language, in every edition.",
                )
    if course.edition not in course.editions:
        top = course.root / "course" / "course.toml"
        yield Problem(
            path=course.relative(top),
            line=_key_line(top, "edition"),
            what=f"There is no edition '{course.edition}'.",
            remedy=f"Known: {', '.join(sorted(course.editions))}.",
        )


def frameworks_are_known(course: Course) -> Iterator[Problem]:
    """Competence codes exist in the framework they name."""
    for module in course.modules:
        parts = [(module.path, module.slug, module.frameworks)]
        parts += [(exercise.path.with_name("exercises.toml"), exercise.slug, exercise.frameworks) for exercise in module.exercises]
        for path, key, frameworks in parts:
            for framework, codes in frameworks.items():
                for code in codes:
                    if not is_known_code(framework, code):
                        yield Problem(
                            path=course.relative(path),
                            line=_key_line(path, key),
                            what=f"Unknown competence code {framework} {code}.",
                            remedy="See src/ailab/office/course/frameworks.py for the codes.",
                        )


def data_sets_match_their_datasheet(course: Course) -> Iterator[Problem]:
    """A data set has a licence, a source and the hash it is said to have, in every edition."""
    for module in course.modules:
        for data in module.data:
            line = _key_line(module.path, data.name)
            for what, remedy in _datasheet_faults(course, module, data):
                yield Problem(path=course.relative(module.path), line=line, what=what, remedy=remedy)


def _datasheet_faults(course: Course, module: Module, data: DataSet) -> Iterator[tuple[str, str]]:
    for key in ("licence", "source", "bias"):
        if not getattr(data, key).strip():
            yield f"Data set '{data.name}' does not say its {key}.", f"Write {key} = …"
    for edition in course.editions if data.kind == "synthetic" else ("all",):
        try:
            text = data_files(course, module.slug, [data.name], edition)[data.name]
        except (OSError, UnknownName, ImportError) as error:
            yield f"Data set '{data.name}' cannot be made: {error}", "Give a generator of ailab.data, or the file under data/."
            return
        digest = sha256(text.encode()).hexdigest()
        if data.sha256.get(edition) != digest:
            yield (
                f"Data set '{data.name}', edition {edition}, has another hash than stated.",
                f'Look at what changed; then: sha256.{edition} = "{digest}"',
            )


def lessons_follow_primm(course: Course) -> Iterator[Problem]:
    """A lesson predicts, runs, investigates, modifies and makes, in this order, and says how long it takes."""
    for lesson in (lesson for module in course.modules for lesson in module.lessons):
        path = course.relative(lesson.path)
        if not lesson.title:
            yield Problem(path=path, line=1, what="The lesson has no title.", remedy='Begin with a "# title" in Markdown.')
        if not lesson.minutes:
            yield Problem(
                path=path, line=1, what="The lesson does not say how long it takes.", remedy='Write "About 45 minutes" in its first cells.'
            )
        yield from _phase_problems(lesson, path)


def _phase_problems(lesson: Lesson, path: str) -> Iterator[Problem]:
    marked = [cell for cell in lesson.cells if cell.phase]
    phases = list(dict.fromkeys(cell.phase for cell in marked))
    for phase in PHASES:
        if phase not in phases:
            yield Problem(
                path=path,
                line=1,
                what=f"The lesson has no '{phase}' phase.",
                remedy=f'Mark the cell that opens it: # %% [markdown] phase="{phase}"',
            )
    order = [PHASES.index(cell.phase) for cell in marked]
    for cell, before, after in zip(marked[1:], order, order[1:], strict=False):
        if after < before:
            yield Problem(
                path=path, line=cell.line, what=f"The phase '{cell.phase}' comes too late.", remedy=f"The order is: {', '.join(PHASES)}."
            )


def lessons_run_from_source(course: Course) -> Iterator[Problem]:
    """The code of a lesson is valid Python."""
    for part in _notebooks(course):
        for cell in part.cells:
            if not cell.is_code:
                continue
            try:
                ast.parse(cell.source)
            except SyntaxError as error:
                line = cell.line + (error.lineno or 1)
                yield Problem(
                    path=course.relative(part.path), line=line, what=f"Not valid Python: {error.msg}.", remedy="Mend the code of this cell."
                )


_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def pictures_have_words(course: Course) -> Iterator[Problem]:
    """Every picture exists, has a text twin, and comes from the module's own folder."""
    for module in course.modules:
        for part in _notebooks_of(module):
            for cell in part.cells:
                for words, target in _PICTURE.findall(cell.source) if cell.role == "prose" else ():
                    problem = _picture_fault(module, words, target)
                    if problem:
                        yield Problem(path=course.relative(part.path), line=cell.line, what=problem[0], remedy=problem[1])


def _picture_fault(module: Module, words: str, target: str) -> tuple[str, str] | None:
    if len(words.split()) < 3:
        return f"The picture {target} has no text twin.", "Say in its brackets what it shows."
    if "://" in target or not (module.path.parent / target).is_file():
        return f"There is no picture {target}.", "Put it into the module's figures/ folder."
    return None
