"""What stands beside a notebook when it runs: the learner's files, and ours in their place."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_MOST_BYTES: Final = 30 << 20
_MOST_FILES: Final = 2_000
_LONGEST_PATH: Final = 500


def files_beside(folder: Path) -> dict[str, bytes]:
    """Return the regular files of a folder but its notebooks; links, what cannot be read and what is too much stay away."""
    found: dict[str, bytes] = {}
    left = _MOST_BYTES
    for path in _regular(folder):
        with suppress(OSError):
            left -= path.stat().st_size
            if left < 0 or len(found) >= _MOST_FILES:
                break
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def _regular(folder: Path) -> Iterator[Path]:
    # os.walk goes through no links and into no folder it may not read.
    for top, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(top, name)
            if len(os.fsencode(path)) - len(os.fsencode(folder)) <= _LONGEST_PATH and path.suffix != ".ipynb" and _is_regular(path):
                yield path


def _is_regular(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file() and not path.is_symlink()
    return False


def together(theirs: Mapping[str, bytes], ours: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return both; ours win, also where a file of theirs bears the name of a folder of ours, or the reverse."""
    taken = {*ours, *(parent for name in ours for parent in _parents(name))}
    kept = {name: content for name, content in theirs.items() if name not in taken and not any(parent in ours for parent in _parents(name))}
    return {**kept, **ours}


def _parents(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))
