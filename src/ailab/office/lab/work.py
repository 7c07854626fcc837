"""The learner's work as one file: save it here, bring it back there.

A machine on loan and a Binder session forget everything; a file on a stick doesn't. Only notebooks
travel. What comes back is merged into the course as it is here, and nothing here is written over
without a copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ailab.errors import Refused
from ailab.lang import Translations
from ailab.office.grading.archive import ArchiveForeign, ArchiveTooLarge, unzipped, zipped
from ailab.office.lab.coursemap import CourseMap
from ailab.office.lab.files import Write, free_path
from ailab.office.lab.folder import notebooks_of
from ailab.office.lab.memory import Memory
from ailab.office.lab.merge import laid, merge
from ailab.office.lab.notebook import SUFFIX, Notebook, NotebookBroken, NotebookTooNew, expect_known_format, notebook_bytes, read_notebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What bringing work back takes, and what to say about it."""

    writes: tuple[Write, ...]
    messages: tuple[str, ...]


def save_work(folder: Path) -> bytes:
    """Return one zip with every notebook of the folder; the same notebooks give the same bytes."""
    return zipped((path.relative_to(folder).as_posix(), path.read_bytes()) for path in learner_notebooks(folder))


def learner_notebooks(folder: Path) -> Iterator[Path]:
    """Yield the notebooks of a folder, hidden places and links left out."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield path


def bring_back(data: bytes, *, folder: Path, build: Path, course: CourseMap, memory: Memory, say: Translations) -> Return:
    """Return what bringing this file back takes; changes nothing.

    Raises
    ------
    Refused
        When it is no file that `save_work` made: nothing of it is used then.
    """
    sources = {source.path: source.built for source in notebooks_of(course, build, memory)}
    writes: list[Write] = []
    messages: list[str] = []
    count = 0
    for name, content in _unpacked(data, say):
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            raise _foreign(say)
        try:
            brought = read_notebook(content)
            expect_known_format(brought)
        except (NotebookBroken, NotebookTooNew):
            messages.append(say("“{path}” could not be read and was left out.").format(path=name))
            continue
        count += 1
        built = sources.get(name)
        writes += _placed(folder / name, brought, read_notebook(built.read_bytes()) if built else None)
    messages.insert(0, say("Your work is back: {count} notebooks.").format(count=count))
    copies = [write.path.name for write in writes if ".before-" in write.path.name]
    if copies:
        messages.append(say("What stood here before is kept beside it: {names}.").format(names=", ".join(copies)))
    return Return(writes=tuple(writes), messages=tuple(messages))


def _placed(target: Path, brought: Notebook, release: Notebook | None) -> list[Write]:
    """Return the writes for one notebook: a copy of what would be lost, then the notebook."""
    wanted = merge(brought, release) if release else brought
    if not target.exists():
        return [Write(target, notebook_bytes(wanted))]
    present = target.read_bytes()
    try:
        here = read_notebook(present)
    except (NotebookBroken, NotebookTooNew):
        return [Write(free_path(target, "before"), present), Write(target, notebook_bytes(wanted))]
    if here == wanted:
        return []
    untouched = release is not None and here == laid(release)
    copy = [] if untouched else [Write(free_path(target, "before"), present)]
    return [*copy, Write(target, notebook_bytes(wanted))]


def _unpacked(data: bytes, say: Translations) -> Iterator[tuple[str, bytes]]:
    try:
        yield from unzipped(data)
    except ArchiveForeign:
        raise _foreign(say) from None
    except ArchiveTooLarge:
        raise _too_large(say) from None


def _foreign(say: Translations) -> Refused:
    return Refused(say("This file was not made by “Save my work”. Nothing was changed. Choose the file named ailab-work.zip."))


def _too_large(say: Translations) -> Refused:
    return Refused(say("This file is too large. Nothing was changed. Choose the file named ailab-work.zip."))
