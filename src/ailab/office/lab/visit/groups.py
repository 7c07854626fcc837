"""A run along a short path: which path, in which folder, and clearing it for the next group.

    <folder>/.ailab/visit.json    says that this folder belongs to visits, and how many groups there were

A folder without that file is never cleared, and one that holds somebody's work never becomes a visit's.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.lang import Translations, library_translations
from ailab.office.lab.coursemap import CourseMap, ShortPath
from ailab.office.lab.files import Write, refusal, write_all
from ailab.office.lab.folder import lay_out
from ailab.office.lab.memory import STATE, read_memory
from ailab.office.lab.settings import Place, state_writes

FORMAT_VERSION: Final = 1
_VISITS: Final = "visits"
_DATA: Final = "data"
_KEPT_DATA: Final = ("nbsignatures.db", "notebook_secret")
"""The server holds them open; fingerprints stand in them, and nothing that anybody wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a visit's folder remembers: nothing of any guest."""

    path: str
    groups: int = 0
    """Groups that have left."""


def wanted_path(environ: Mapping[str, str], course: CourseMap, say: Translations) -> ShortPath | None:
    """Return the short path of AILAB_PATH, None when there is none.

    Raises
    ------
    Refused
        When the course has no such path.
    """
    slug = environ.get("AILAB_PATH", "")
    found = next((path for path in course.short_paths if path.slug == slug), None)
    if found or not slug:
        return found
    known = [path.slug for path in course.short_paths]
    if not known:
        raise Refused(say("There is no path “{path}”: this course has no short paths. Start it without one.").format(path=slug))
    words = say("There is no path “{path}”. This course has: {known}. Start it for example with AILAB_PATH={example}.")
    raise Refused(words.format(path=slug, known=", ".join(known), example=known[0]))


def visit_folder(root: Path, environ: Mapping[str, str], path: ShortPath) -> Path:
    """Return where guests work: AILAB_FOLDER, else a place of the path's own among what is generated."""
    wanted = environ.get("AILAB_FOLDER", "")
    return Path(wanted).expanduser().resolve() if wanted else root / "build" / _VISITS / path.slug


def claim(folder: Path, path: ShortPath, say: Translations) -> None:
    """Make a folder a visit's.

    Raises
    ------
    Refused
        When it holds work that belongs to no visit, or cannot be written.
    """
    visit = read_visit(folder)
    if visit is None and folder.is_dir() and any(folder.iterdir()):
        words = say(
            "The folder “{folder}” holds work of no visit, and a visit is cleared for each group. Choose another folder with AILAB_FOLDER."
        )
        raise Refused(words.format(folder=folder))
    write_all([_visit_write(folder, Visit(path=path.slug, groups=visit.groups if visit else 0))], folder=folder, say=say)


def read_visit(folder: Path) -> Visit | None:
    """Return what a visit's folder remembers, None when it is none."""
    try:
        data = json.loads(_visit_path(folder).read_text(encoding="utf-8"))
        return Visit(path=str(data["path"]), groups=int(data["groups"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def clear(place: Place) -> Visit:
    """Take everything of this group out of the visit's folder, lay it out afresh in the same language and form, and count the group.

    Raises
    ------
    Refused
        When the folder is no visit's, or the disk says no.
    """
    memory = read_memory(place.folder, say=library_translations("en"))
    say = library_translations(memory.language if memory else "en")
    visit = read_visit(place.folder)
    if not place.path or visit is None:
        raise Refused(say("This folder belongs to no visit. Nothing was cleared."))
    left = replace(visit, groups=visit.groups + 1)
    try:
        _wipe(place.folder)
    except OSError as error:
        raise refusal(place.folder, error, folder=place.folder, say=say) from error
    done = lay_out(
        place.build, place.folder, language=memory.language if memory else None, form=memory.form if memory else None, path=place.path
    )
    write_all([*state_writes(place, done.memory.language), _visit_write(place.folder, left)], folder=place.folder, say=say)
    return left


def _wipe(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.name != STATE:
            _remove(entry)
    state = folder / STATE
    for entry in state.iterdir():
        # What says that this is a visit's folder goes last, that is never: a clearing that was interrupted can be made again.
        if entry.name not in (_DATA, _visit_path(folder).name):
            _remove(entry)
    for entry in (state / _DATA).iterdir() if (state / _DATA).is_dir() else ():
        if not entry.name.startswith(_KEPT_DATA):
            _remove(entry)


def _remove(entry: Path) -> None:
    # What a link leads to is not ours.
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink(missing_ok=True)


def _visit_path(folder: Path) -> Path:
    return folder / STATE / "visit.json"


def _visit_write(folder: Path, visit: Visit) -> Write:
    data = {"format_version": FORMAT_VERSION, "path": visit.path, "groups": visit.groups}
    return Write(_visit_path(folder), (json.dumps(data, indent=1, sort_keys=True) + "\n").encode())
