"""Writing to a learner's disk: each file whole or not at all, every refusal in words that help."""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from ailab.errors import Refused
from ailab.lang import Translations

Writer = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class Write:
    """A file as it shall be."""

    path: Path
    data: bytes


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, a power cut or a full disk never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".ailab-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode_of(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that can be written again should a power cut take it: no waiting for the disk, which has a hundred folders to fill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_all(writes: Iterable[Write], *, folder: Path, say: Translations, write: Writer = write_whole) -> None:
    """Write these files of a learner's folder in order.

    Raises
    ------
    Refused
        When the disk says no; files written before stay, each of them whole.
    """
    for one in writes:
        try:
            write(one.path, one.data)
        except OSError as error:
            raise refusal(one.path, error, folder=folder, say=say) from error


def refusal(path: Path, error: OSError, *, folder: Path, say: Translations) -> Refused:
    """Return what to tell the learner when this path of their folder cannot be used."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = say("The disk is full: “{path}” could not be saved. Your work is as it was. Make room on the disk, then start again.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        text = say(
            "The folder “{folder}” is read-only. Nothing in it was changed. Choose another folder with AILAB_FOLDER, or ask for the right to write there."
        )
    else:
        text = say(
            "“{path}” could not be saved ({reason}). Your work is as it was. Choose another folder with AILAB_FOLDER, then start again."
        )
    return Refused(text.format(path=path, folder=folder, reason=error.strerror or type(error).__name__))


def free_path(path: Path, word: str) -> Path:
    """Return the first of `<name>.<word>-1.<suffix>`, `-2`, … that does not exist."""
    number = 1
    while (found := path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")).exists():
        number += 1
    return found


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o644
