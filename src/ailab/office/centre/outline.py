"""What the course built for this centre is made of: titles and points, read from build/map.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ailab.errors import CourseUnreadable
from ailab.lang import Language
from ailab.office.centre.folder import Centre

_MAP: Final = "map.json"
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of a module."""

    slug: str
    titles: Mapping[str, str]
    points: int
    """All that can be reached, points of a person's mark among them."""
    written_points: int
    is_core: bool
    after: str
    """The lesson that leads to it."""

    def title(self, language: Language) -> str:
        """Return its title in a language."""
        return _word(self.titles, language, self.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One module and its exercises, in order."""

    slug: str
    titles: Mapping[str, str]
    track: str
    results: str
    """"stars" or "points"."""
    lessons: Mapping[str, Mapping[str, str]]
    """Titles by slug."""
    exercises: tuple[Exercise, ...]

    def title(self, language: Language) -> str:
        """Return its title in a language."""
        return _word(self.titles, language, self.slug)

    def lesson_title(self, slug: str, language: Language) -> str:
        """Return the title of one of its lessons."""
        return _word(self.lessons.get(slug, {}), language, slug)

    def lesson_before(self, exercise: Exercise) -> str:
        """Return the lesson that leads to an exercise: the last one when none is named; empty without lessons."""
        return exercise.after or next(reversed(tuple(self.lessons)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The modules of the course, in order."""

    release: str
    languages: tuple[str, ...]
    tracks: Mapping[str, Mapping[str, str]]
    """Titles by slug."""
    modules: tuple[Module, ...]

    def module(self, slug: str) -> Module | None:
        """Return a module by its slug."""
        return next((module for module in self.modules if module.slug == slug), None)

    def exercise(self, module: str, slug: str) -> Exercise | None:
        """Return an exercise by its slug."""
        found = self.module(module)
        return next((each for each in found.exercises if each.slug == slug), None) if found else None

    def titles(self, language: Language) -> dict[str, str]:
        """Return the words for the slugs of modules and exercises."""
        modules = {module.slug: module.title(language) for module in self.modules}
        return modules | {each.slug: each.title(language) for module in self.modules for each in module.exercises}


NOTHING: Final = Outline(release="", languages=(), tracks={}, modules=())


def outline_of(centre: Centre) -> Outline:
    """Return what the course of a centre is made of; nothing while it has not been built there.

    Raises
    ------
    CourseUnreadable
        When it was built by an ailab of another format.
    """
    path = centre.build / _MAP
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return NOTHING


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Outline:
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if data["format_version"] != _FORMAT:
            raise CourseUnreadable(
                f"{path}: format_version is {data['format_version']}, this ailab reads {_FORMAT}. Build the course again."
            )
        tracks = data["tracks"]
        modules = {each["slug"]: _module(each, track) for track in tracks for each in track["modules"]}
        return Outline(
            release=str(data["release"]),
            languages=tuple(data["languages"]),
            tracks={track["id"]: track["title"] for track in tracks},
            modules=tuple(modules.values()),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise CourseUnreadable(f"{path}: {type(error).__name__}: {error}. Build the course again.") from error


def _module(data: Mapping[str, Any], track: Mapping[str, Any]) -> Module:
    return Module(
        slug=data["slug"],
        titles=data["title"],
        track=track["id"],
        results="stars" if track.get("results") == "stars" else "points",
        lessons={lesson["slug"]: lesson["title"] for lesson in data["lessons"]},
        exercises=tuple(
            Exercise(
                slug=each["slug"],
                titles=each["title"],
                points=each["points"] + each.get("written_points", 0),
                written_points=each.get("written_points", 0),
                is_core=bool(each.get("core")),
                after=each.get("after", ""),
            )
            for each in data["exercises"]
        ),
    )


def _word(titles: Mapping[str, str], language: Language, slug: str) -> str:
    return titles.get(language) or titles.get("en") or slug
