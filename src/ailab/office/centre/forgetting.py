"""Destroy what a centre keeps about one learner: exchange, course folder, home, database. What stands on paper and in copies is not reached."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from ailab.errors import Refused, UnknownName
from ailab.lang import EMPTY, Translations
from ailab.office.centre.folder import Centre
from ailab.office.centre.round.forget import forget_hand_ins
from ailab.office.centre.tables import Person, Try
from ailab.office.centre.visit.traces import compact
from ailab.office.grading.forget import forget

_PATIENCE_S: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was there."""

    attempts: int
    results: int


def forget_learner(session: Session, centre: Centre, person: Person, *, say: Translations = EMPTY) -> Gone:
    """Take a learner out of everything; the row goes last, so that a run that was broken off can be done again.

    Raises
    ------
    Refused
        When this is no learner, or a folder can't be removed.
    """
    if person.kind != "learner":
        raise Refused(say("Only learners are forgotten here."))
    attempts = forget_hand_ins(centre, person.id)
    try:
        results = forget(centre.course, person.id).results
    except UnknownName:
        results = 0  # nothing was graded yet
    try:
        shutil.rmtree(centre.home(person.id))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise Refused(
            say("The folder of this learner can't be removed ({reason}). Close their notebooks, then press again.").format(
                reason=error.strerror
            )
        ) from error
    _forget_in_logs(centre, person.id)
    session.execute(delete(Try).where(Try.login == person.login))
    session.delete(person)
    session.flush()
    return Gone(attempts=attempts, results=results)


def _forget_in_logs(centre: Centre, person: str) -> None:
    """Overwrite an id in logs that others may be writing to: nothing moves, and nothing is lost but the id."""
    (centre.logs / "servers" / f"{person}.log").unlink(missing_ok=True)
    for log in (path for folder in (centre.hub, centre.course) for path in folder.rglob("*.log*") if path.is_file()):
        with log.open("r+b") as stream:
            if not os.fstat(stream.fileno()).st_size:
                continue
            with mmap(stream.fileno(), 0) as text:
                place = -1
                while (place := text.find(person.encode(), place + 1)) >= 0:
                    text[place : place + len(person)] = b"-" * len(person)


def rewrite_databases(centre: Centre) -> bool:
    """Write SQLite's files afresh, so that deleted rows are no longer in them, and tell whether it could be done; a server does so by itself."""
    path = Path(centre.database_url("gradebook").removeprefix("sqlite:///"))
    try:
        compact(centre)
        if not centre.settings.database and path.is_file():
            with closing(sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)) as connection:
                connection.execute("VACUUM")
    except sqlite3.Error:
        return False  # somebody is writing: the next time does it for all
    return True
