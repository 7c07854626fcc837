"""Read a course tree: everything that can be read, and every problem met on the way."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ailab.errors import CourseUnreadable
from ailab.lang import LANGUAGES, Language
from ailab.office.course.catalogue import read_catalogue
from ailab.office.course.files import CourseFile, EditionFile, ExercisesFile, ExerciseTable, ModuleFile
from ailab.office.course.records import (
    Book,
    Catalogue,
    Cell,
    Course,
    DataSet,
    Edition,
    Exercise,
    Lesson,
    Module,
    Problem,
    ShortPath,
    Term,
    Track,
)
from ailab.office.course.source import read_source, title_of
from ailab.office.course.toml import Unfit, line_of, read_toml

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A course as far as it could be read."""

    course: Course
    problems: tuple[Problem, ...]


def read_course(root: Path) -> Reading:
    """Return the course below `root` (the folder that holds course/) and all problems of reading.

    Raises
    ------
    CourseUnreadable
        When there is no course/course.toml at all.
    """
    root = root.resolve()
    if not (root / "course" / "course.toml").is_file():
        raise CourseUnreadable(f"There is no course/course.toml in {root}. Go to the project's folder, or name it with --root.")
    return _Reader(root).read()


class _Reader:
    """Collects problems while it reads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def read(self) -> Reading:
        top = self._toml(self.root / "course" / "course.toml", CourseFile)
        tracks = top.tracks if top else []
        slugs = [slug for track in tracks for slug in track.modules]
        modules = [module for slug in dict.fromkeys(slugs) if (module := self._module(slug))]
        course = Course(
            root=self.root,
            title=top.title if top else "",
            languages=tuple(top.languages) if top else (),
            edition=top.edition if top else "",
            tracks=tuple(Track(slug=track.id, title=track.title, modules=tuple(track.modules), results=track.results) for track in tracks),
            modules=tuple(modules),
            editions=self._editions(),
            catalogues=self._catalogues(modules),
            glossary=self._glossary(),
            books=self._books(),
            short_paths=tuple(
                ShortPath(slug=path.id, title=path.title, minutes=path.minutes, steps=tuple(path.steps))
                for path in (top.short_paths if top else ())
            ),
        )
        return Reading(course=course, problems=tuple(self.problems))

    def _toml(self, path: Path, kind: type[T]) -> T | None:
        try:
            return read_toml(path, kind, root=self.root)
        except Unfit as error:
            self.problems.append(error.problem)
            return None

    def _note(self, path: Path, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(path=path.relative_to(self.root).as_posix(), line=line, what=what, remedy=remedy))

    def _module(self, slug: str) -> Module | None:
        path = self.root / "course" / "modules" / slug / "module.toml"
        table = self._toml(path, ModuleFile)
        if table is None:
            return None
        lessons = [lesson for name in table.lessons if (lesson := self._lesson(path.with_name(f"{name}.py"), path))]
        return Module(
            slug=slug,
            path=path,
            title=table.title,
            summary=table.summary,
            picture=table.picture,
            minutes=table.minutes,
            prerequisites=tuple(table.prerequisites),
            outcomes=table.outcomes,
            frameworks=_frozen(table.frameworks),
            lessons=tuple(lessons),
            exercises=tuple(self._exercises(slug, table.exercises, path)),
            data=tuple(
                DataSet(
                    name=name,
                    kind=data.kind,
                    licence=data.licence,
                    bias=data.bias,
                    source=data.source,
                    generator=data.generator,
                    seed=data.seed,
                    sha256=data.sha256,
                )
                for name, data in table.data.items()
            ),
        )

    def _lesson(self, path: Path, listed_in: Path) -> Lesson | None:
        cells = self._cells(path, "lesson", listed_in)
        if cells is None:
            return None
        return Lesson(slug=path.stem, path=path, title=title_of(cells), cells=cells, minutes=_minutes(cells))

    def _exercises(self, module: str, order: Iterable[str], listed_in: Path) -> Iterable[Exercise]:
        folder = self.root / "course" / "exercises" / module
        tables = self._toml(folder / "exercises.toml", ExercisesFile)
        if tables is None:
            return
        for slug in order:
            if slug not in tables.exercises:
                line = line_of(listed_in.read_text(encoding="utf-8"), "exercises")
                self._note(
                    listed_in,
                    line,
                    f"Exercise '{slug}' has no table in exercises.toml.",
                    f"Add [exercises.{slug}], or take it out of the list.",
                )
        for slug in tables.exercises:
            if slug not in order:
                line = line_of((folder / "exercises.toml").read_text(encoding="utf-8"), slug)
                self._note(
                    folder / "exercises.toml", line, f"Exercise '{slug}' is not in the list of module.toml.", "Add it there, at its place."
                )
        for slug in order:
            table = tables.exercises.get(slug)
            cells = self._cells(folder / f"{slug}.py", "exercise", folder / "exercises.toml") if table else None
            if table and cells is not None:
                yield _exercise(slug, module, folder / f"{slug}.py", table, cells)

    def _cells(self, path: Path, kind: str, listed_in: Path) -> tuple[Cell, ...] | None:
        try:
            text = path.read_text(encoding="utf-8")
        except OSError:
            line = line_of(listed_in.read_text(encoding="utf-8"), path.stem) if listed_in.is_file() else 1
            self._note(
                listed_in,
                line,
                f"{path.name} is listed and does not exist.",
                f"Write {path.relative_to(self.root).as_posix()}, or take it out.",
            )
            return None
        except UnicodeDecodeError as error:
            self._note(path, 1, f"Not UTF-8 ({error.reason}).", "Save it as UTF-8.")
            return None
        name = path.relative_to(self.root).as_posix()
        cells, problems = read_source(text, slug=path.stem, kind=kind, path=name)
        self.problems += problems
        return cells

    def _books(self) -> tuple[Book, ...]:
        return tuple(book for path in sorted((self.root / "course" / "books").glob("*/book.md")) if (book := self._book(path)))

    def _book(self, path: Path) -> Book | None:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._note(path, 1, f"This book can't be read: {error}.", "Save it as UTF-8.")
            return None
        slug = path.parent.name
        module = self.root / "course" / "modules" / slug
        heading = next((line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")), "")
        return Book(slug=slug, path=path, title=heading.strip(), text=text, figures=module if module.is_dir() else path.parent)

    def _editions(self) -> Mapping[str, Edition]:
        found = {}
        for path in sorted((self.root / "course" / "editions").glob("*.toml")):
            table = self._toml(path, EditionFile)
            if table:
                found[path.stem] = Edition(
                    slug=path.stem,
                    title=table.title,
                    time_zone=table.time_zone,
                    weekend=tuple(table.weekend),
                    locales=dict(table.locales),
                    words={key: dict(words) for key, words in table.words.items()},
                )
        return found

    def _catalogues(self, modules: Iterable[Module]) -> Mapping[tuple[str, Language], Catalogue]:
        folders = [self.root / "course", *(path.parent for path in sorted((self.root / "course" / "books").glob("*/book.md")))]
        for module in modules:
            folders += [
                module.path.parent,
                self.root / "course" / "exercises" / module.slug,
                self.root / "graders" / "rubrics" / module.slug,
            ]
        found: dict[tuple[str, Language], Catalogue] = {}
        for folder in folders:
            for language in LANGUAGES:
                path = folder / "locale" / f"{language}.po"
                if path.is_file() and (catalogue := self._catalogue(path, language)):
                    found[folder.relative_to(self.root).as_posix(), language] = catalogue
        return found

    def _catalogue(self, path: Path, language: Language) -> Catalogue | None:
        try:
            return read_catalogue(path, language)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            self._note(path, 1, f"Not a PO file: {str(error).replace(str(self.root), '.')}.", "Mend it in a PO editor, or restore it.")
            return None

    def _glossary(self) -> tuple[Term, ...]:
        path = self.root / "course" / "glossary.csv"
        if not path.is_file():
            return ()
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if not {"term", *LANGUAGES} <= set(reader.fieldnames or ()):
                self._note(path, 1, "The glossary lacks a column.", "Its columns are: term,en,fr,ar,note,wrong_fr,wrong_ar")
                return ()
            return tuple(_term(row, reader.line_num) for row in reader)


def _term(row: Mapping[str, str | None], line: int) -> Term:
    wrong = {
        language: tuple(form.strip() for form in (row.get(f"wrong_{language}") or "").split(";") if form.strip()) for language in LANGUAGES
    }
    return Term(key=row["term"] or "", words={language: row[language] or "" for language in LANGUAGES}, forbidden=wrong, line=line)


def _exercise(slug: str, module: str, path: Path, table: ExerciseTable, cells: tuple[Cell, ...]) -> Exercise:
    return Exercise(
        slug=slug,
        module=module,
        path=path,
        title=table.title,
        cells=cells,
        kinds=tuple(table.kinds),
        points=table.points,
        written_points=table.written_points,
        names=tuple(table.names),
        outcomes=tuple(table.outcomes),
        frameworks=_frozen(table.frameworks),
        minutes=table.minutes,
        forms=tuple(table.forms),
        data=tuple(table.data),
        seconds=table.seconds,
        core=table.core,
        after=table.after,
    )


def _frozen(frameworks: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(codes) for name, codes in frameworks.items()}


def _minutes(cells: tuple[Cell, ...]) -> int:
    for cell in cells[:3]:
        if found := re.search(r"\b(\d{1,3}) minutes\b", cell.source):
            return int(found[1])
    return 0
