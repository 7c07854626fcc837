"""Destroy what a course folder keeps about one learner."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ailab.errors import Refused, UnknownName
from ailab.office.gradebook import DATABASE, RECEIVED, forget_learner
from ailab.office.grading.intake import SUBMITTED
from ailab.office.grading.receive import KEPT, expect_learner
from ailab.office.grading.results import AUTOGRADED
from ailab.office.ledger import LEDGER, forget_results

_FOLDERS: Final = (KEPT, RECEIVED, SUBMITTED, AUTOGRADED, "feedback", "certificates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was there, and is no more."""

    folders: tuple[str, ...]
    gradebook: bool
    results: int


def forget(root: Path, learner: str) -> Forgotten:
    """Take a learner out of every folder, the gradebook and the ledger of a course.

    What stands elsewhere is not reached: an exchange, sticks, paper, copies.

    Raises
    ------
    Refused
        When the id is no id, or a folder can't be removed; running it again goes on from there.
    UnknownName
        When nothing is kept about such a learner.
    """
    expect_learner(learner)
    places = [path for name in _FOLDERS for path in _of(root / name, learner)]
    for path in places:
        _remove(path)
    in_book = (root / DATABASE).is_file() and forget_learner(root, learner)
    results = forget_results(root / LEDGER, learner)
    if not (places or in_book or results):
        raise UnknownName("learner", learner, {path.name for name in _FOLDERS[:-1] for path in (root / name).glob("*") if path.is_dir()})
    return Forgotten(folders=tuple(path.relative_to(root).as_posix() for path in places), gradebook=in_book, results=results)


def _of(folder: Path, learner: str) -> list[Path]:
    return [path for path in (folder / learner, *sorted(folder.glob(f"{learner}-*.pdf"))) if path.exists() or path.is_symlink()]


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise Refused(f"{error.filename or path}: {error.strerror}. Free this folder, then run the same command again.") from error
