"""`build/map.json` as frozen records: what the home page shows and the folder lays out."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ailab.checks.findings import Results
from ailab.errors import CourseUnreadable, UnknownName
from ailab.lang import Language, as_language

FORMAT_VERSION: Final = 1

Words = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A lesson or an exercise."""

    slug: str
    title: Words
    minutes: int
    points: int = 0
    """Points of an exercise, those marked by a person included."""
    forms: tuple[str, ...] = ()
    core: bool = False
    """An exercise for everybody."""
    after: str = ""
    """The lesson that leads to an exercise; empty for the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A short question for who comes back after days away."""

    question: Words
    answer: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One card of the map."""

    slug: str
    title: Words
    summary: Words
    minutes: int
    picture: str
    """Path below the built lessons of the module, or empty."""
    lessons: tuple[Entry, ...]
    exercises: tuple[Entry, ...]
    recall: tuple[Recall, ...] = ()
    """On what its last lesson has checked."""

    @property
    def has_core(self) -> bool:
        """Tell whether some exercises are for everybody and others for those who are ahead."""
        return any(exercise.core for exercise in self.exercises) and not all(exercise.core for exercise in self.exercises)

    @property
    def way(self) -> tuple[Entry, ...]:
        """Return lessons and exercises as they are best gone through: each lesson, then what it leads to."""
        last = self.lessons[-1].slug if self.lessons else ""
        followers = {lesson.slug: [each for each in self.exercises if (each.after or last) == lesson.slug] for lesson in self.lessons}
        way = [entry for lesson in self.lessons for entry in (lesson, *followers[lesson.slug])]
        return (*way, *(exercise for exercise in self.exercises if exercise not in way))


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Modules in order."""

    slug: str
    title: Words
    modules: tuple[Module, ...]
    results: Results = "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPath:
    """A way through parts of several modules, for a visit of an hour or two."""

    slug: str
    title: Words
    minutes: int
    steps: tuple[str, ...]
    """Slugs of lessons and exercises, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseMap:
    """The whole course as built."""

    title: Words
    release: str
    languages: tuple[Language, ...]
    tracks: tuple[Track, ...]
    edition: str = "ma"
    short_paths: tuple[ShortPath, ...] = ()

    @property
    def modules(self) -> tuple[Module, ...]:
        """Return each module once, in order."""
        return tuple({module.slug: module for track in self.tracks for module in track.modules}.values())

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the forms in which exercises can be written."""
        return tuple(dict.fromkeys(form for module in self.modules for exercise in module.exercises for form in exercise.forms))


def read_map(build: Path, path: str = "") -> CourseMap:
    """Return the map of the course built in this folder; with a short path, of that path's steps alone.

    Raises
    ------
    CourseUnreadable
        When there is none, or it is of another format than this ailab reads.
    UnknownName
        When it has no such path.
    """
    course = _read_map(build)
    return along(course, short_path(course, path)) if path else course


def short_path(course: CourseMap, slug: str) -> ShortPath:
    """Return a short path by its slug.

    Raises
    ------
    UnknownName
        When there is none of this name.
    """
    known = {path.slug: path for path in course.short_paths}
    if slug not in known:
        raise UnknownName("short path", slug, known)
    return known[slug]


def along(course: CourseMap, path: ShortPath) -> CourseMap:
    """Return the course with the steps of a path and nothing else."""
    tracks = (replace(track, modules=tuple(_along(module, path) for module in track.modules)) for track in course.tracks)
    kept = (replace(track, modules=tuple(each for each in track.modules if each.way)) for track in tracks)
    return replace(course, tracks=tuple(track for track in kept if track.modules))


def of_class(course: CourseMap, *, tracks: Collection[str], modules: Collection[str]) -> CourseMap:
    """Return what a class does: the modules named, and those of the tracks named; all of the course when nothing of it is."""
    kept = tuple(
        replace(track, modules=tuple(module for module in track.modules if track.slug in tracks or module.slug in modules))
        for track in course.tracks
    )
    found = tuple(track for track in kept if track.modules)
    return replace(course, tracks=found) if found else course


def _along(module: Module, path: ShortPath) -> Module:
    lessons = tuple(each for each in module.lessons if each.slug in path.steps)
    return replace(module, lessons=lessons, exercises=tuple(each for each in module.exercises if each.slug in path.steps), recall=())


def _read_map(build: Path) -> CourseMap:
    path = build / "map.json"
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        version = data["format_version"]
        if version == FORMAT_VERSION:
            return _course_map(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseUnreadable(f"{path}: {type(error).__name__}: {error}. Run: ailab course build") from None
    remedy = "Update ailab." if isinstance(version, int) and version > FORMAT_VERSION else "Run: ailab course build"
    raise CourseUnreadable(f"{path}: format_version {version} is not {FORMAT_VERSION}. {remedy}")


def word(words: Words, language: Language) -> str:
    """Return the text in this language, else in English."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


def _course_map(data: dict[str, Any]) -> CourseMap:
    return CourseMap(
        title=data["title"],
        release=str(data["release"]),
        edition=str(data.get("edition", "ma")),
        short_paths=tuple(
            ShortPath(slug=path["id"], title=path["title"], minutes=path["minutes"], steps=tuple(path["steps"]))
            for path in data.get("short_paths", ())
        ),
        languages=tuple(language for name in data["languages"] if (language := as_language(name))),
        tracks=tuple(
            Track(
                slug=track["id"],
                title=track["title"],
                modules=tuple(_module(module) for module in track["modules"]),
                results="stars" if track.get("results") == "stars" else "points",
            )
            for track in data["tracks"]
        ),
    )


def _module(data: dict[str, Any]) -> Module:
    return Module(
        slug=data["slug"],
        title=data["title"],
        summary=data["summary"],
        minutes=data["minutes"],
        picture=data.get("picture", ""),
        lessons=tuple(_entry(entry) for entry in data["lessons"]),
        exercises=tuple(_entry(entry) for entry in data["exercises"]),
        recall=tuple(Recall(question=each["question"], answer=each["answer"]) for each in data.get("recall", ())),
    )


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(
        slug=data["slug"],
        title=data["title"],
        minutes=data["minutes"],
        points=data.get("points", 0) + data.get("written_points", 0),
        forms=tuple(data.get("forms", ())),
        core=data.get("core", False),
        after=data.get("after", ""),
    )
