"""What a course is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, get_args

from ailab.checks.findings import Results
from ailab.lang import Language

FORMAT_VERSION: Final = 1

Role = Literal["prose", "run", "given", "try", "answer", "check", "written"]
"""What a cell is for.

prose    Markdown, translated                       run      code of a lesson
given    code of an exercise, locked                try      code to play with, not graded
answer   code the learner writes                    check    holds `check("…")` alone, gives the points
written  Markdown the learner writes, marked by a person
"""
ROLES: Final[tuple[Role, ...]] = get_args(Role)

Form = Literal["pad", "python"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)

Phase = Literal["predict", "run", "investigate", "modify", "make", ""]
PHASES: Final[tuple[Phase, ...]] = ("predict", "run", "investigate", "modify", "make")
"""PRIMM: Sentance, Waite and Kallia (2019), doi 10.1080/08993408.2019.1608781."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something an author has to mend."""

    path: str
    """Relative to the root of the course."""
    line: int
    """1 when the whole file is meant."""
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return one line for a terminal."""
        return f"{self.path}:{self.line}: {self.what} {self.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a source."""

    role: Role
    source: str
    line: int
    id: str
    """Stable over languages; over releases as long as the English text (prose) or the role and name (code) stay."""
    form: Form | None = None
    """The one form this cell belongs to; None for both."""
    phase: Phase = ""

    @property
    def is_code(self) -> bool:
        """Tell code from Markdown."""
        return self.role not in ("prose", "written")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A notebook to read and run."""

    slug: str
    path: Path
    title: str
    cells: tuple[Cell, ...]
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One graded notebook."""

    slug: str
    module: str
    path: Path
    title: str
    cells: tuple[Cell, ...]
    kinds: tuple[str, ...]
    points: int
    """Points of the check cell; 0 when everything is marked by hand."""
    written_points: int
    names: tuple[str, ...]
    """Names the learner must define."""
    outcomes: tuple[str, ...]
    frameworks: Mapping[str, tuple[str, ...]]
    minutes: int
    forms: tuple[Form, ...]
    data: tuple[str, ...]
    seconds: int
    """Time limit of a run of the whole notebook."""
    core: bool = False
    """For everybody; the others of a module that has such exercises are for those who are ahead."""
    after: str = ""
    """The lesson that leads to it; empty for the last one."""

    @property
    def check_path(self) -> Path:
        """Return where the visible cases lie."""
        return self.path.with_name(f"{self.slug}_check.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set and its datasheet."""

    name: str
    kind: Literal["synthetic", "real"]
    licence: str
    bias: str
    source: str
    generator: str
    seed: int
    sha256: Mapping[str, str]
    """By edition; a real set has one entry, "all"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A week or a half-day: lessons and one nbgrader assignment."""

    slug: str
    path: Path
    """Its module.toml."""
    title: str
    summary: str
    picture: str
    minutes: int
    prerequisites: tuple[str, ...]
    outcomes: Mapping[str, str]
    frameworks: Mapping[str, tuple[str, ...]]
    lessons: tuple[Lesson, ...]
    exercises: tuple[Exercise, ...]
    data: tuple[DataSet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Modules in order, for one audience."""

    slug: str
    title: str
    modules: tuple[str, ...]
    results: Results = "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPath:
    """A way through parts of several modules, for a visit of an hour or two."""

    slug: str
    title: str
    minutes: int
    steps: tuple[str, ...]
    """Slugs of lessons and exercises, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Words and habits of one country."""

    slug: str
    title: str
    time_zone: str
    weekend: tuple[str, ...]
    locales: Mapping[Language, str]
    """Babel locale for each language."""
    words: Mapping[str, Mapping[Language, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One translated message."""

    text: str
    line: int
    fuzzy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The translations of one folder into one language."""

    path: Path
    language: Language
    entries: Mapping[str, Entry] = field(default_factory=dict)
    reviewed_by: str = ""

    def translate(self, message: str) -> str:
        """Return the finished translation, or the message itself."""
        entry = self.entries.get(message)
        return entry.text if entry and entry.text and not entry.fuzzy else message


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the glossary."""

    key: str
    words: Mapping[Language, str]
    forbidden: Mapping[Language, tuple[str, ...]]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Pages for those who teach or for parents: Markdown, translated and printed."""

    slug: str
    """A module's, for the book of who teaches it; else its own."""
    path: Path
    title: str
    text: str
    figures: Path
    """The folder that its pictures are named from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The whole course, read."""

    root: Path
    """The folder that holds course/, graders/ and tests/submissions/."""
    title: str
    languages: tuple[Language, ...]
    edition: str
    tracks: tuple[Track, ...]
    modules: tuple[Module, ...]
    editions: Mapping[str, Edition]
    catalogues: Mapping[tuple[str, Language], Catalogue]
    """By folder relative to the root, and language."""
    glossary: tuple[Term, ...]
    books: tuple[Book, ...] = ()
    short_paths: tuple[ShortPath, ...] = ()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Return the exercises of all modules, in order."""
        return tuple(exercise for module in self.modules for exercise in module.exercises)

    def results_of(self, module: str) -> Results:
        """Return how a module shows its results: as the first track that holds it."""
        return next((track.results for track in self.tracks if module in track.modules), "points")

    def relative(self, path: Path) -> str:
        """Return a path as problems show it."""
        return path.relative_to(self.root).as_posix()

    def catalogue(self, folder: Path, language: Language) -> Catalogue:
        """Return the translations of a folder; an absent catalogue is an empty one."""
        found = self.catalogues.get((self.relative(folder), language))
        return found or Catalogue(path=folder / "locale" / f"{language}.po", language=language)
