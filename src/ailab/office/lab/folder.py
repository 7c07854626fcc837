"""The learner's own folder: lessons and exercises in one language, answers kept.

    <folder>/lessons/<module>/<lesson>.ipynb       with data/, figures/, locale/
    <folder>/exercises/<module>/<exercise>.ipynb   with the check, data/ and locale/
    <folder>/.ailab/                               settings

First everything is read and decided (`plan`), then written (`lay_out`): a folder that is refused
has not been touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from ailab.errors import Refused
from ailab.lang import Language, Translations, library_translations
from ailab.office.lab.coursemap import CourseMap, Module, read_map
from ailab.office.lab.files import Write, Writer, free_path, refusal, write_all, write_whole
from ailab.office.lab.memory import FORM, Memory, memory_path, memory_write, read_memory
from ailab.office.lab.merge import laid, merge
from ailab.office.lab.notebook import SUFFIX, NotebookBroken, NotebookTooNew, expect_known_format, notebook_bytes, read_notebook

Kind = Literal["lessons", "exercises"]
KINDS: Final[tuple[Kind, ...]] = ("lessons", "exercises")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A built file and where it goes."""

    built: Path
    path: str
    """Relative to the learner's folder, with slashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be written, and what to say about it."""

    writes: tuple[Write, ...]
    messages: tuple[str, ...]
    memory: Memory


def choose(memory: Memory | None, course: CourseMap, wanted: Language | None) -> Language:
    """Return the language to use: the one wanted, else the one remembered, else English or the first there is."""
    candidates = (wanted, memory.language if memory else None, "en", *course.languages)
    return next(language for language in candidates if language in course.languages)


def lay_out(
    build: Path,
    folder: Path,
    *,
    language: Language | None = None,
    form: str | None = None,
    first: Language | None = None,
    first_form: str | None = None,
    path: str = "",
    write: Writer = write_whole,
) -> Plan:
    """Bring the learner's folder up to date with the built course, and return what was done.

    Parameters
    ----------
    build, folder
        The built course, and the learner's folder, which need not exist.
    language, form
        The language and the form to switch to; None keeps what the folder has.
    first, first_form
        The language and the form of a folder that has none yet.
    path
        A short path, whose steps alone are laid out; empty for the whole course.
    write
        What writes one file.

    Raises
    ------
    CourseUnreadable
        When there is no course of a format we read.
    Refused
        When the folder is from a newer ailab, read-only, or the disk is full.
    """
    done = plan(build, folder, language=language, form=form, first=first, first_form=first_form, path=path)
    write_all(done.writes, folder=folder, say=library_translations(done.memory.language), write=write)
    return done


def plan(
    build: Path,
    folder: Path,
    *,
    language: Language | None = None,
    form: str | None = None,
    first: Language | None = None,
    first_form: str | None = None,
    path: str = "",
) -> Plan:
    """Return what bringing the folder up to date takes; changes nothing."""
    course = read_map(build, path)
    old = read_memory(folder, say=library_translations(language or first or "en"))
    chosen = choose(old, course, language or (None if old else first))
    memory = Memory(
        language=chosen,
        form=form or (old.form if old else _known_form(first_form, course)),
        release=course.release,
        laid=old.laid if old else {},
    )
    say = library_translations(chosen)
    writes: list[Write] = []
    messages: list[str] = []
    for source in notebooks_of(course, build, memory):
        found, words = _notebook_writes(source, folder, say)
        writes += found
        messages += words
    fingerprints = dict(memory.laid)
    for source in companions_of(course, build, memory):
        found, words = _companion_writes(source, folder, fingerprints, say)
        writes += found
        messages += words
    memory = replace(memory, laid=fingerprints)
    if old and old.release and old.release != course.release:
        messages.insert(0, say("The course has a new version. The texts are up to date now, and your answers are where they were."))
    if old != memory or not memory_path(folder).exists():
        writes.append(memory_write(folder, memory))
    return Plan(writes=tuple(writes), messages=tuple(messages), memory=memory)


def _known_form(wanted: str | None, course: CourseMap) -> str:
    return wanted if wanted and wanted in course.forms else FORM


def built_folder(kind: Kind, module: Module, build: Path, memory: Memory) -> Path:
    """Return where the build keeps a module's lessons or exercises for this reader."""
    if kind == "lessons":
        return build / memory.language / "lessons" / module.slug
    in_form = build / "release" / f"{memory.language}-{memory.form}" / module.slug
    return in_form if in_form.is_dir() else build / "release" / memory.language / module.slug


def notebooks_of(course: CourseMap, build: Path, memory: Memory) -> Iterator[Source]:
    """Yield the notebooks of the course that are built in this language."""
    plain = build / "release" / memory.language
    for module in course.modules:
        for kind in KINDS:
            folder = built_folder(kind, module, build, memory)
            for entry in module.lessons if kind == "lessons" else module.exercises:
                name = f"{entry.slug}{SUFFIX}"
                # An exercise without this form is done in the other one.
                built = next((path for path in (folder / name, plain / module.slug / name) if path.is_file()), None)
                if built:
                    yield Source(built=built, path=f"{kind}/{module.slug}/{name}")


def companions_of(course: CourseMap, build: Path, memory: Memory) -> Iterator[Source]:
    """Yield the files that lie beside the notebooks: checks, data, pictures, words."""
    for module in course.modules:
        for kind in KINDS:
            folder = built_folder(kind, module, build, memory)
            for path in sorted(folder.rglob("*")):
                inside = path.relative_to(folder)
                if path.is_file() and path.suffix != SUFFIX and not any(part.startswith((".", "__pycache__")) for part in inside.parts):
                    yield Source(built=path, path=f"{kind}/{module.slug}/{inside.as_posix()}")


def _notebook_writes(source: Source, folder: Path, say: Translations) -> tuple[list[Write], list[str]]:
    target = folder / source.path
    release = read_notebook(source.built.read_bytes())
    old = _bytes_of(target, folder, say)
    if old is None:
        return [Write(target, notebook_bytes(laid(release)))], []
    try:
        mine = read_notebook(old)
        expect_known_format(mine)
    except NotebookTooNew:
        raise Refused(_too_new(say, source.path)) from None
    except NotebookBroken:
        aside = free_path(target, "broken")
        words = say("“{path}” could not be read. It is kept as “{aside}”, and a fresh copy lies in its place.")
        return [Write(aside, old), Write(target, notebook_bytes(laid(release)))], [words.format(path=source.path, aside=aside.name)]
    merged = merge(mine, release)
    return ([] if merged == mine else [Write(target, notebook_bytes(merged))]), []


def _too_new(say: Translations, path: str) -> str:
    return say(
        "“{path}” was made by a newer ailab or Jupyter. Nothing was changed. Update ailab, or choose another folder with AILAB_FOLDER."
    ).format(path=path)


def _companion_writes(source: Source, folder: Path, fingerprints: dict[str, str], say: Translations) -> tuple[list[Write], list[str]]:
    """Return the writes for a file beside a notebook, and note its fingerprint in `fingerprints`."""
    target = folder / source.path
    data = source.built.read_bytes()
    old = _bytes_of(target, folder, say)
    known = fingerprints.get(source.path)
    fingerprints[source.path] = _fingerprint(data)
    if old == data:
        return [], []
    if old is None or known == _fingerprint(old):
        return [Write(target, data)], []
    aside = free_path(target, "mine")
    words = say("You had changed “{path}”. Your version is kept as “{aside}”.")
    return [Write(aside, old), Write(target, data)], [words.format(path=source.path, aside=aside.name)]


def _bytes_of(path: Path, folder: Path, say: Translations) -> bytes | None:
    """Return the bytes of a file, None when there is none; a file we may not read is never written over."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refusal(path, error, folder=folder, say=say) from error


def _fingerprint(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
