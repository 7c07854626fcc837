"""The learner's work as one file: save it here, bring it back there.

A machine on loan and a Binder session forget everything; a file on a stick doesn't. Only notebooks
travel. What comes back is merged into the course as it is here, and nothing here is written over
without a copy.
"""

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from ailab.errors import Refused
from ailab.lang import Translations
from ailab.office.lab.coursemap import CourseMap
from ailab.office.lab.files import Write, free_path
from ailab.office.lab.folder import notebooks_of
from ailab.office.lab.memory import Memory
from ailab.office.lab.merge import laid, merge
from ailab.office.lab.notebook import SUFFIX, Notebook, NotebookBroken, NotebookTooNew, expect_known_format, notebook_bytes, read_notebook

LARGEST_UPLOAD: Final = 50 * 2**20
LARGEST_NOTEBOOK: Final = 20 * 2**20
LARGEST_TOTAL: Final = 200 * 2**20
MOST_NOTEBOOKS: Final = 2000
_DEEPEST: Final = 8
_LONGEST_NAME: Final = 120
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN: Final = frozenset('\\:*?"<>|')
_DEVICES: Final = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))})
"""Names that Windows keeps for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What bringing work back takes, and what to say about it."""

    writes: tuple[Write, ...]
    messages: tuple[str, ...]


def save_work(folder: Path) -> bytes:
    """Return one zip with every notebook of the folder; the same notebooks give the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in learner_notebooks(folder):
            entry = ZipInfo(path.relative_to(folder).as_posix(), date_time=_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return packed.getvalue()


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
    if len(data) > LARGEST_UPLOAD:
        raise _too_large(say)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if not entries or not all(_is_safe(entry) for entry in entries) or len({entry.filename for entry in entries}) < len(entries):
                raise _foreign(say)
            if len(entries) > MOST_NOTEBOOKS or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
                raise _too_large(say)
            for entry in entries:
                yield entry.filename, _content(archive, entry, say)
    except (BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ValueError):
        raise _foreign(say) from None


def _content(archive: ZipFile, entry: ZipInfo, say: Translations) -> bytes:
    # The sizes in the directory of a zip are claims: read no more than is allowed.
    with archive.open(entry) as stream:
        content = stream.read(LARGEST_NOTEBOOK + 1)
    if len(content) > LARGEST_NOTEBOOK:
        raise _too_large(say)
    return content


def _is_safe(entry: ZipInfo) -> bool:
    """Tell whether an entry is an ordinary notebook below the folder, on every system."""
    parts = entry.filename.split("/")
    mode = entry.external_attr >> 16
    return (
        entry.filename.endswith(SUFFIX)
        and len(parts) <= _DEEPEST
        and (stat.S_IFMT(mode) in (0, stat.S_IFREG))
        and not entry.flag_bits & 1
        and all(_is_plain_name(part) for part in parts)
    )


def _is_plain_name(part: str) -> bool:
    if not 0 < len(part) <= _LONGEST_NAME or part[0] in ". " or part[-1] in ". " or not part.isprintable():
        return False
    return not _FORBIDDEN & set(part) and part.split(".")[0].upper() not in _DEVICES


def _foreign(say: Translations) -> Refused:
    return Refused(say("This file was not made by “Save my work”. Nothing was changed. Choose the file named ailab-work.zip."))


def _too_large(say: Translations) -> Refused:
    return Refused(say("This file is too large. Nothing was changed. Choose the file named ailab-work.zip."))
