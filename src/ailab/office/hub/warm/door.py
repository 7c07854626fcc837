"""The template's socket: where it listens, and how it is reached however long the path of a centre is."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

MOST_MESSAGE: Final = 60_000
_ANSWER_S: Final = 30.0
_WAITING: Final = 128


class TemplateAbsent(Exception):
    """No template of this version answers."""


def listen(path: Path) -> socket.socket:
    """Return a listening socket of the owner's alone, which has its name once it is ready."""
    door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    aside = path.with_name(f"{path.name}.new")
    aside.unlink(missing_ok=True)
    before = os.umask(0o177)
    try:
        with _short(aside) as name:
            door.bind(name)
    finally:
        os.umask(before)
    door.listen(_WAITING)
    aside.rename(path)
    return door


def connect(path: Path) -> socket.socket:
    """Return a line to the template.

    Raises
    ------
    TemplateAbsent
        When nobody answers.
    """
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        line.settimeout(_ANSWER_S)
        with _short(path) as name:
            line.connect(name)
    except OSError as error:
        line.close()
        raise TemplateAbsent(str(error)) from None
    return line


def answers(path: Path) -> bool:
    """Tell whether a template listens at this socket."""
    with suppress(TemplateAbsent):
        connect(path).close()
        return True
    return False


@contextmanager
def _short(path: Path) -> Iterator[str]:
    # An address has room for 107 bytes, less than many a path.
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
