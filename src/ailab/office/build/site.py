"""Everything a course builds to, as paths and bytes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path, PurePosixPath
from typing import Any, Final

import nbformat

from ailab.checks.files import FORMAT_VERSION, MANIFEST, hidden_path
from ailab.lang import Language
from ailab.office.build.cells import exercise_cell, lesson_code_cell, new_notebook, notebook_bytes, prose_cell
from ailab.office.build.localise import localise_release
from ailab.office.build.recall import recall_of
from ailab.office.course.catalogue import compiled
from ailab.office.course.datasets import data_files
from ailab.office.course.messages import cell_messages, shown_texts
from ailab.office.course.records import Course, Exercise, Form, Lesson, Module
from ailab.office.course.trial import STUB, WRITTEN_STUB
from ailab.office.gradebook import release_notebook

Files = Mapping[PurePosixPath, bytes]
"""Paths relative to build/, and what stands there."""

SOURCE_LANGUAGE: Final[Language] = "en"
DEFAULT_FORM: Final[Form] = "python"
_APART: Final = frozenset({"__pycache__", "books"})
"""What stands in no notebook."""
_FOR_TRAINERS: Final = ("rubrics", "policies")
"""What a centre needs where the course's sources are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rendering depends on besides its cells."""

    course: Course
    edition: str
    release: str


def build_course(course: Course, *, edition: str | None = None) -> Files:
    """Return lessons in every language, the nbgrader source and the map of the course."""
    context = Context(course=course, edition=edition or course.edition, release=release_version(course))
    files: dict[PurePosixPath, bytes] = {}
    for module in course.modules:
        for language in course.languages:
            files |= _under(PurePosixPath(language, "lessons", module.slug), _lesson_files(context, module, language))
        source = assignment_files(context, module)
        files |= _under(PurePosixPath("nbgrader", "source", module.slug), source)
        files |= release_files(context, module, source)
    files[PurePosixPath("map.json")] = _json(_map(context))
    files |= _under(PurePosixPath("nbgrader"), grader_files(course))
    return files


def release_files(context: Context, module: Module, source: Files) -> Files:
    """Return the releases of a module, each language and form in its folder, from its nbgrader source."""
    notebooks = {exercise.slug: _released(source[PurePosixPath(f"{exercise.slug}.ipynb")]) for exercise in module.exercises}
    beside = {path: content for path, content in source.items() if path.suffix != ".ipynb"}
    files: dict[PurePosixPath, bytes] = {}
    for language, form in product(context.course.languages, _forms(module)):
        folder = PurePosixPath("release", language if form == DEFAULT_FORM else f"{language}-{form}", module.slug)
        files |= _under(folder, beside)
        for exercise in module.exercises:
            own = form if form in exercise.forms else exercise.forms[0]
            localised = localise_release(
                notebooks[exercise.slug], context.course, exercise, language=language, form=own, edition=context.edition
            )
            files[folder / f"{exercise.slug}.ipynb"] = notebook_bytes(localised)
    return files


def _forms(module: Module) -> list[Form]:
    extra = {form for exercise in module.exercises for form in exercise.forms if len(exercise.forms) > 1}
    return [DEFAULT_FORM, *sorted(extra - {DEFAULT_FORM})]


def _released(source: bytes) -> Any:
    return release_notebook(nbformat.reads(source.decode(), as_version=4), code_stub=STUB, text_stub=WRITTEN_STUB)


def grader_files(course: Course) -> Files:
    """Return what stands beside source/ in an nbgrader course: its configuration, the hidden cases, rubrics and policies."""
    graders = course.root / "graders"
    files = {PurePosixPath("nbgrader_config.py"): (graders / "nbgrader_config.py").read_bytes()}
    for module in course.modules:
        for exercise in module.exercises:
            path = hidden_path(graders, module.slug, exercise.slug)
            if path.is_file():
                files[PurePosixPath("graders", "checks", module.slug, path.name)] = path.read_bytes()
    for path in sorted(path for kind in _FOR_TRAINERS for path in (graders / kind).rglob("*") if path.suffix in (".toml", ".po")):
        files[PurePosixPath("graders") / path.relative_to(graders).as_posix()] = path.read_bytes()
    return files


def release_version(course: Course) -> str:
    """Return a short hash over every source of the course: equal sources, equal release."""
    digest = sha256()
    folders = (course.root / "course", course.root / "graders" / "checks")
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and not _APART & set(path.parts)):
        digest.update(f"{course.relative(path)}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _under(folder: PurePosixPath, files: Files) -> Files:
    return {folder / path: content for path, content in files.items()}


def _lesson_files(context: Context, module: Module, language: Language) -> Files:
    files = {
        PurePosixPath(f"{lesson.slug}.ipynb"): notebook_bytes(lesson_notebook(context, module, lesson, language))
        for lesson in module.lessons
    }
    files |= _data(context, module, tuple(data.name for data in module.data)) | _figures(module)
    texts = [text for lesson in module.lessons for cell in lesson.cells if cell.is_code for text in cell_messages(cell, comments=False)]
    return files | _messages(context.course, module.path.parent, texts)


def lesson_notebook(context: Context, module: Module, lesson: Lesson, language: Language) -> Any:
    """Return a lesson in a language."""
    catalogue = context.course.catalogue(module.path.parent, language)
    edition = context.course.editions[context.edition]
    cells = [
        lesson_code_cell(cell, catalogue, language) if cell.is_code else prose_cell(cell, catalogue, edition, language)
        for cell in lesson.cells
    ]
    return new_notebook(cells, {**_facts(context, module, language), "lesson": lesson.slug})


def assignment_files(context: Context, module: Module) -> Files:
    """Return the nbgrader source of a module: English, solutions and all forms inside."""
    files = {
        PurePosixPath(f"{exercise.slug}.ipynb"): notebook_bytes(source_notebook(context, module, exercise)) for exercise in module.exercises
    }
    texts: list[str] = []
    for exercise in module.exercises:
        if exercise.check_path.is_file():
            files[PurePosixPath(exercise.check_path.name)] = exercise.check_path.read_bytes()
            texts += shown_texts(exercise.check_path)
        texts += [text for cell in exercise.cells if cell.is_code for text in cell_messages(cell, comments=False)]
    names = tuple(dict.fromkeys(name for exercise in module.exercises for name in exercise.data))
    files |= _data(context, module, names) | _used_figures(module)
    files[PurePosixPath(MANIFEST)] = _json(_manifest(context, module))
    if module.exercises:
        files |= _messages(context.course, module.exercises[0].path.parent, texts)
    return files


def source_notebook(context: Context, module: Module, exercise: Exercise) -> Any:
    """Return an exercise as nbgrader's source version."""
    folder = exercise.path.parent
    catalogue = context.course.catalogue(folder, SOURCE_LANGUAGE)
    edition = context.course.editions[context.edition]
    cells = [
        prose_cell(cell, catalogue, edition, SOURCE_LANGUAGE) if cell.role == "prose" else exercise_cell(cell, exercise)
        for cell in exercise.cells
    ]
    return new_notebook(cells, {**_facts(context, module, SOURCE_LANGUAGE), "exercise": exercise.slug, "form": exercise.forms[-1]})


def _facts(context: Context, module: Module, language: Language) -> dict[str, str]:
    return {
        "module": module.slug,
        "language": language,
        "edition": context.edition,
        "release": context.release,
        "results": context.course.results_of(module.slug),
        "format_version": str(FORMAT_VERSION),
    }


def _data(context: Context, module: Module, names: tuple[str, ...]) -> dict[PurePosixPath, bytes]:
    texts = data_files(context.course, module.slug, names, context.edition)
    return {PurePosixPath("data", f"{name}.csv"): text.encode() for name, text in texts.items()}


def _figures(module: Module) -> dict[PurePosixPath, bytes]:
    folder = module.path.parent / "figures"
    return {PurePosixPath("figures", path.name): path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}


def _used_figures(module: Module) -> dict[PurePosixPath, bytes]:
    prose = "\n".join(cell.source for exercise in module.exercises for cell in exercise.cells if cell.role == "prose")
    return {path: content for path, content in _figures(module).items() if f"({path})" in prose}


def _messages(course: Course, folder: Path, texts: list[str]) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath("locale", f"{language}.mo"): compiled(course.catalogue(folder, language), texts)
        for language in course.languages
        if language != SOURCE_LANGUAGE
    }


def _manifest(context: Context, module: Module) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "module": module.slug,
        "release": context.release,
        "results": context.course.results_of(module.slug),
        "exercises": {exercise.slug: {"points": exercise.points, "names": list(exercise.names)} for exercise in module.exercises},
    }


def _map(context: Context) -> dict[str, Any]:
    course = context.course
    modules = {module.slug: module for module in course.modules}
    return {
        "format_version": FORMAT_VERSION,
        "title": _titles(course, course.root / "course", course.title),
        "edition": context.edition,
        "release": context.release,
        "languages": list(course.languages),
        "tracks": [
            {
                "id": track.slug,
                "title": _titles(course, course.root / "course", track.title),
                "results": track.results,
                "modules": [_module_map(context, modules[slug]) for slug in track.modules if slug in modules],
            }
            for track in course.tracks
        ],
        "short_paths": [
            {
                "id": path.slug,
                "title": _titles(course, course.root / "course", path.title),
                "minutes": path.minutes,
                "steps": list(path.steps),
            }
            for path in course.short_paths
        ],
    }


def _module_map(context: Context, module: Module) -> dict[str, Any]:
    course = context.course
    folder = module.path.parent
    return {
        "slug": module.slug,
        "title": _titles(course, folder, module.title),
        "summary": _titles(course, folder, module.summary),
        "picture": module.picture,
        "minutes": module.minutes,
        "lessons": [
            {"slug": lesson.slug, "title": _titles(course, folder, lesson.title), "minutes": lesson.minutes} for lesson in module.lessons
        ],
        "exercises": list(_exercise_maps(course, module)),
        "recall": recall_of(course, module, context.edition),
        "reviewed_by": _reviewers(course, module),
    }


def _reviewers(course: Course, module: Module) -> dict[str, str]:
    """Return who has read a module's texts in each language; empty where a part of them was read by nobody."""
    folders = [module.path.parent, *(exercise.path.parent for exercise in module.exercises[:1])]
    read = {language: [course.catalogue(folder, language).reviewed_by for folder in folders] for language in course.languages}
    return {language: ", ".join(dict.fromkeys(names)) if all(names) else "" for language, names in read.items()}


def _exercise_maps(course: Course, module: Module) -> Iterator[dict[str, Any]]:
    for exercise in module.exercises:
        yield {
            "slug": exercise.slug,
            "title": _titles(course, exercise.path.parent, exercise.title),
            "points": exercise.points,
            "written_points": exercise.written_points,
            "minutes": exercise.minutes,
            "forms": list(exercise.forms),
            "core": exercise.core,
            "after": exercise.after,
        }


def _titles(course: Course, folder: Path, text: str) -> dict[str, str]:
    return {language: course.catalogue(folder, language).translate(text) for language in course.languages}


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
