"""What learners handed in: found in received/, repaired, written to submitted/."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import nbformat

from ailab.lang import Language, as_language
from ailab.office.gradebook import RECEIVED
from ailab.office.grading.handing import instant
from ailab.office.grading.repair import (
    LARGEST_NOTEBOOK,
    Repaired,
    Unreadable,
    exercise_of,
    hints_shown,
    language_of,
    read_json,
    repair_notebook,
)

SUBMITTED: Final = "submitted"
_RECEIPTS: Final = ("timestamp.txt", "submission_secret.txt")

Releases = Mapping[str, Any]
"""nbgrader's release of a module: notebooks by exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One exercise of one learner as it came in."""

    exercise: str
    submission: str
    """SHA-256 of the file, or empty when there is none."""
    notebook: Any | None
    """Repaired; None when it is missing or cannot be read."""
    notes: tuple[str, ...]
    hints: int = 0
    """How many hints it says it showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """One learner's submission of a module."""

    id: str
    language: Language
    handed_in: str
    """UTC instant, or empty when unknown."""
    intakes: tuple[Intake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A file in the folder: data when it could be read, else what is wrong with it."""

    path: Path
    submission: str
    data: dict[str, Any] | None
    wrong: str = ""


def read_releases(root: Path, module: str) -> Releases:
    """Return the release that nbgrader generated for a module."""
    folder = root / "release" / "all" / module
    return {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}


def learners_of(root: Path, module: str) -> tuple[str, ...]:
    """Return who handed in something, wherever nbgrader collected it."""
    folders = (*root.glob(f"{RECEIVED}/*/{module}"), *root.glob(f"{SUBMITTED}/*/{module}"))
    return tuple(sorted({folder.parent.name for folder in folders if folder.is_dir() and not folder.is_symlink()}))


def keep_originals(root: Path, module: str, learner: str) -> None:
    """Copy a submission that stock nbgrader collected to received/, before submitted/ is rewritten."""
    received, submitted = root / RECEIVED / learner / module, root / SUBMITTED / learner / module
    if submitted.is_dir() and not received.exists():
        shutil.copytree(submitted, received, symlinks=True)


def read_intake(root: Path, module: str, learner: str, releases: Releases, *, language: Language | None = None) -> Learner:
    """Return what a learner handed in for a module, repaired; never fails, whatever was handed in."""
    folder = root / RECEIVED / learner / module
    found = tuple(_files(folder))
    spoken = [word for each in found if each.data and (word := as_language(language_of(each.data)))]
    return Learner(
        id=learner,
        language=language or (spoken[0] if spoken else "en"),
        handed_in=_instant(folder / "timestamp.txt"),
        intakes=tuple(_intake(folder, exercise, release, found) for exercise, release in releases.items()),
    )


def spoken_languages(root: Path, module: str) -> Mapping[str, Language]:
    """Return the language of each learner's notebooks."""
    releases = read_releases(root, module)
    return {learner: read_intake(root, module, learner, releases).language for learner in learners_of(root, module)}


def _files(folder: Path) -> Iterator[_Found]:
    for path in sorted(folder.glob("*.ipynb")):
        if path.is_file() and not path.is_symlink():
            yield _read(path)


def _read(path: Path) -> _Found:
    with path.open("rb") as stream:
        content = stream.read(LARGEST_NOTEBOOK + 1)
    submission = sha256(content).hexdigest()
    try:
        return _Found(path=path, submission=submission, data=read_json(content))
    except Unreadable as error:
        return _Found(path=path, submission=submission, data=None, wrong=str(error))


def _intake(folder: Path, exercise: str, release: Any, found: tuple[_Found, ...]) -> Intake:
    own = next((each for each in found if each.path.stem == exercise), None)
    if own and own.data and exercise_of(own.data) in (exercise, ""):
        return _repaired(exercise, own, release, ())
    other = next((each for each in found if each.data and each is not own and exercise_of(each.data) == exercise), None)
    if other:
        return _repaired(exercise, other, release, ("renamed",))
    if own:
        return Intake(exercise=exercise, submission=own.submission, notebook=None, notes=(own.wrong or "damaged",))
    link = (folder / f"{exercise}.ipynb").is_symlink()
    return Intake(exercise=exercise, submission="", notebook=None, notes=("link" if link else "missing",))


def _repaired(exercise: str, found: _Found, release: Any, notes: tuple[str, ...]) -> Intake:
    assert found.data is not None
    try:
        repaired = repair_notebook(found.data, release)
    except Exception:  # noqa: BLE001 - a stranger's file: whatever it still manages to upset is this one learner's
        repaired = Repaired(notebook=None, notes=("damaged",))
    return Intake(
        exercise=exercise,
        submission=found.submission,
        notebook=repaired.notebook,
        notes=(*notes, *repaired.notes),
        hints=hints_shown(found.data),
    )


def write_submitted(root: Path, module: str, learner: Learner) -> None:
    """Write the repaired notebooks, and nothing else a learner sent, where nbgrader grades from."""
    received, target = root / RECEIVED / learner.id / module, root / SUBMITTED / learner.id / module
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for intake in learner.intakes:
        if intake.notebook is not None:
            (target / f"{intake.exercise}.ipynb").write_text(nbformat.writes(intake.notebook), encoding="utf-8")
    for name in _RECEIPTS:
        if (received / name).is_file() and not (received / name).is_symlink():
            shutil.copyfile(received / name, target / name)


def _instant(path: Path) -> str:
    """Return nbgrader's timestamp as a UTC instant, or an empty text."""
    try:
        return instant(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
