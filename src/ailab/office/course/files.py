"""The keys of the course's TOML files. Unknown keys are mistakes."""

from typing import Literal

import msgspec

from ailab.checks.findings import Results
from ailab.office.course.records import Form


class TrackTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [[tracks]] table."""

    id: str
    title: str
    modules: list[str]
    results: Results = "points"


class ShortPathTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [[short_paths]] table."""

    id: str
    title: str
    minutes: int
    steps: list[str]


class CourseFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """course/course.toml."""

    title: str
    languages: list[Literal["ar", "en", "fr"]]
    edition: str
    tracks: list[TrackTable]
    short_paths: list[ShortPathTable] = []


class DataTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [data.<name>] table of a module."""

    kind: Literal["synthetic", "real"]
    licence: str
    bias: str
    source: str
    generator: str = ""
    seed: int = 0
    sha256: dict[str, str]


class ModuleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """course/modules/<module>/module.toml."""

    title: str
    summary: str
    minutes: int
    lessons: list[str]
    exercises: list[str]
    outcomes: dict[str, str]
    frameworks: dict[str, list[str]]
    picture: str = ""
    prerequisites: list[str] = []
    data: dict[str, DataTable] = {}


class ExerciseTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [exercises.<slug>] table."""

    title: str
    kinds: list[Literal["P", "PZ", "I", "M", "K", "Q", "W"]]
    points: int
    names: list[str]
    outcomes: list[str]
    minutes: int
    frameworks: dict[str, list[str]] = {}
    written_points: int = 0
    forms: list[Form] = msgspec.field(default_factory=lambda: ["python"])
    data: list[str] = []
    seconds: int = 30
    core: bool = False
    after: str = ""


class ExercisesFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """course/exercises/<module>/exercises.toml."""

    exercises: dict[str, ExerciseTable]


class EditionFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """course/editions/<edition>.toml."""

    title: str
    time_zone: str
    weekend: list[str]
    locales: dict[Literal["ar", "en", "fr"], str]
    words: dict[str, dict[Literal["ar", "en", "fr"], str]]
