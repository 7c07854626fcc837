"""What guests leave in the state folder, and taking it away: homes, words in logs, free pages of the databases.

    homes/<guest>/           removed
    anything named after one removed (a log of their server, a socket)
    hub/**/*.log             their ids overwritten where they stand: other processes go on writing there
    *.sqlite                 written afresh, so that deleted rows are no longer in them

Rows themselves are deleted by who owns them: ours by the keeper, JupyterHub's by JupyterHub.
"""

import os
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ailab.office.centre.folder import Centre
from ailab.office.centre.tables import Guest, Visit
from ailab.office.centre.visit.clock import Clock, stamp
from ailab.office.centre.visit.guests import is_guest
from ailab.office.centre.visit.removing import ATTIC, finish, remove_folder
from ailab.office.centre.visit.steps import got_there, last_step

_ANY: Final = re.compile(rb"-(?:2d)?guest([a-z2-9]{8})")
"""The part of a guest's id that is theirs alone, also as JupyterHub spells it in names of its own."""
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 64
_PATIENCE_S: Final = 30.0


def leaving(session: Session) -> list[str]:
    """Return the guests whose visit has ended, or who left before."""
    wanted = select(Guest.id).join(Visit, Guest.visit == Visit.id).where((Visit.ended_at != "") | Guest.is_gone)
    return list(session.scalars(wanted.order_by(Guest.id)))


def staying(session: Session) -> set[str]:
    """Return the guests of a visit that is going on."""
    wanted = select(Guest.id).join(Visit, Guest.visit == Visit.id).where(Visit.ended_at == "", ~Guest.is_gone)
    return set(session.scalars(wanted))


def count(session: Session, centre: Centre, person: str) -> None:
    """Count once whether a guest got to the last step."""
    guest = session.get(Guest, person)
    visit = session.get(Visit, guest.visit) if guest else None
    if guest is None or visit is None or guest.is_counted:
        return
    there = got_there(centre.home(person), last_step(centre.build, visit.path))
    guest.is_counted = True
    session.execute(update(Visit).where(Visit.id == visit.id).values(finished=Visit.finished + there))


def forget(session: Session, person: str) -> None:
    """Delete the row of a guest whose traces are gone."""
    session.execute(delete(Guest).where(Guest.id == person))


def close_visit(session: Session, visit: int, clock: Clock) -> None:
    """Note that nothing of a visit's guests is left."""
    session.execute(update(Visit).where(Visit.id == visit, Visit.wiped_at == "").values(wiped_at=stamp(clock.wall)))


def wipe_files(centre: Centre, keep: Collection[str]) -> None:
    """Take away everything in the state folder that belongs to guests, except to those who stay.

    Raises
    ------
    OSError
        When the disk says no.
    """
    for entry in sorted(centre.homes.iterdir()) if centre.homes.is_dir() else ():
        if entry.name.startswith(ATTIC):
            finish(entry)
        elif is_guest(entry.name) and entry.name not in keep:
            remove_folder(entry)
    for path in _named_after_guests(centre, keep):
        remove_folder(path)
    for log in sorted(centre.hub.rglob("*.log*")):
        if log.is_file() and not log.is_symlink():
            scrub(log, keep)


def scrub(log: Path, keep: Collection[str]) -> None:
    """Overwrite guests' ids in a file that others may be writing to: nothing moves."""
    with log.open("r+b", buffering=0) as stream:
        door, place = stream.fileno(), 0
        while text := os.pread(door, _CHUNK + _OVERLAP, place):
            for found in _ANY.finditer(text):
                if not _stays(found[1], keep):
                    os.pwrite(door, b"-" * len(found[0]), place + found.start())
            place += _CHUNK


def compact(centre: Centre) -> None:
    """Write the databases afresh, so that deleted rows are no longer in their files; a PostgreSQL server does so by itself.

    Raises
    ------
    sqlite3.Error
        When somebody holds one of them for long.
    """
    if centre.settings.database:
        return
    for of in ("centre", "hub"):
        path = Path(centre.database_url(of).removeprefix("sqlite:///"))
        if path.is_file():
            with closing(sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)) as connection:
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for copy in sorted(centre.folder.glob("centre.sqlite.*.bak")):
        _forget_in_copy(copy)


def _forget_in_copy(copy: Path) -> None:
    """Delete guests from a copy that an upgrade put aside in the middle of a visit."""
    with closing(sqlite3.connect(copy, timeout=_PATIENCE_S, isolation_level=None)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'guests'").fetchone():
            connection.execute("DELETE FROM guests")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _named_after_guests(centre: Centre, keep: Collection[str]) -> Iterator[Path]:
    """Yield what carries a guest's id in its name, outside homes and the course as it is shown."""
    for folder, folders, files in os.walk(centre.folder):
        here = Path(folder)
        if here == centre.folder:
            folders[:] = [name for name in folders if here / name not in (centre.homes, centre.build)]
        for name in (*folders, *files):
            if any(not _stays(found, keep) for found in _ANY.findall(os.fsencode(name))):
                yield here / name


def _stays(own: bytes, keep: Collection[str]) -> bool:
    return any(person.endswith(own.decode()) for person in keep)
