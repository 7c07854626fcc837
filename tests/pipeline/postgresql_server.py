"""A PostgreSQL server of our own for tests: on a socket in a folder, reached by nobody else, gone at the end."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text

from .machines import running, until


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server on a socket in a folder."""

    socket: Path
    user: str

    def new_database(self, name: str) -> str:
        """Return the URL of a new database."""
        server = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        server.dispose()
        return self.url(name)

    def url(self, name: str) -> str:
        """Return the URL of a database, which need not be there."""
        return f"postgresql+pg8000://{self.user}@/{name}?unix_sock={self.socket}"


def programs() -> Path | None:
    """Return where PostgreSQL's programs are; Debian keeps them out of PATH."""
    found = [
        Path(name).resolve()
        for name in (shutil.which("initdb"), *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb"))))
        if name
    ]
    return found[-1].parent if found else None


def another_user() -> str | None:
    """Return whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@contextmanager
def postgresql_server() -> Iterator[Server]:
    """Run a server to the end of the block."""
    # A path of a socket has at most 107 characters, and the server's user must be able to walk to it: not pytest's own folder.
    folder = Path(subprocess.run(["mktemp", "-d", "/tmp/ailab-pg-XXXXXX"], check=True, capture_output=True, text=True).stdout.strip())
    user = another_user()
    if user:
        shutil.chown(folder, user)
    as_user = ["runuser", "-u", user, "--"] if user else []
    data = folder / "data"
    place = programs()
    assert place is not None
    try:
        subprocess.run(
            [*as_user, str(place / "initdb"), "-D", str(data), "-A", "trust", "-U", "grader", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off", "-c", "shared_buffers=16MB"]
        with running([*as_user, str(place / "postgres"), "-D", str(data), *options], folder.with_suffix(".log"), politely=signal.SIGINT):
            socket = folder / ".s.PGSQL.5432"
            until(lambda: socket.exists() and "ready to accept" in folder.with_suffix(".log").read_text(), "the server's start")
            yield Server(socket=socket, user="grader")
    finally:
        shutil.rmtree(folder)
        folder.with_suffix(".log").unlink(missing_ok=True)
