"""Taking a stranger's folder away, whatever was made of it: no link is followed, no depth is too deep, no closed door stops it."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

ATTIC: Final = ".leaving-"
"""Begins the name of a folder that is on its way out: one that was broken off is finished by the next."""
_DIRECTORY: Final = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_LOOK_ALONE: Final = getattr(os, "O_PATH", os.O_RDONLY)


def remove_folder(path: Path) -> None:
    """Take a folder and everything in it away; one that is not there is no error.

    Raises
    ------
    OSError
        When the disk says no.
    """
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    attic = path.parent / f"{ATTIC}{token_hex(8)}"
    attic.mkdir(mode=0o700)
    _open_up(path)
    # Gone under its own name at once; a power cut from here on leaves an attic alone.
    path.rename(attic / "0")
    finish(attic)


def finish(attic: Path) -> None:
    """Empty an attic: each folder found in a folder is first brought to the top, so that depth costs nothing."""
    count = 0
    while waiting := sorted(attic.iterdir()):
        for folder in waiting:
            count = _empty(folder, count)
            folder.rmdir()
    attic.rmdir()


def _empty(folder: Path, count: int) -> int:
    door = os.open(folder, os.O_RDONLY | _DIRECTORY)
    try:
        with os.scandir(door) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
        for inner, is_folder in found:
            if is_folder:
                _open_up(inner, door)
                count += 1
                os.rename(inner, folder.parent / f"{token_hex(4)}-{count}", src_dir_fd=door)
            else:
                os.unlink(inner, dir_fd=door)
    finally:
        os.close(door)
    return count


def _open_up(path: str | Path, door: int | None = None) -> None:
    """Give ourselves back the rights that its owner took away."""
    with suppress(OSError):
        found = os.open(path, _LOOK_ALONE | _DIRECTORY, dir_fd=door)
        try:
            # Through the descriptor: what was looked at is what is changed.
            Path(f"/proc/self/fd/{found}").chmod(0o700)
        finally:
            os.close(found)
