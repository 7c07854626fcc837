"""A learner's folder: the notebook, and what stands beside it when it runs, ours in the place of theirs."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import nbformat

_LARGEST_NOTEBOOK: Final = 100 << 20
_MOST_BYTES: Final = 30 << 20
_MOST_FILES: Final = 2_000
_LONGEST_PATH: Final = 500
_LONGEST_NAME: Final = 255
_LONGEST_LINE: Final = 300


def read_notebook(path: Path) -> Any:
    """Return a notebook, which must be a file and no link: a link could hand in the solution, or a neighbor's work."""
    if any(each.is_symlink() for each in (path, path.parent, path.parent.parent)):
        raise PermissionError("the notebook is a link")
    if not path.is_file():
        raise IsADirectoryError("the notebook is no file")  # a pipe would be waited for without end
    if path.stat().st_size > _LARGEST_NOTEBOOK:
        raise ValueError(f"the notebook has more than {_LARGEST_NOTEBOOK >> 20} MiB")
    return nbformat.read(path, as_version=nbformat.current_nbformat)


def printable(error: Exception) -> str:
    """Return an error in one short line: it may quote a stranger's file, and a terminal obeys what it shows."""
    line = f"{type(error).__name__}: {error}"[:_LONGEST_LINE]
    return "".join(sign if sign.isprintable() else " " for sign in line)


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
            if path.suffix != ".ipynb" and _fits(path.relative_to(folder)) and _is_regular(path):
                yield path


def _fits(path: Path) -> bool:
    # Other file systems take longer names than the job's own.
    parts = [len(os.fsencode(part)) for part in path.parts]
    return max(parts) <= _LONGEST_NAME and sum(parts) <= _LONGEST_PATH


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


def write_folder(folder: Path, files: Mapping[str, bytes], notebooks: Mapping[str, Any]) -> None:
    """Write files and notebooks into a new folder, notebooks to be read only, as nbgrader does."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, notebook in notebooks.items():
        path = folder / f"{name}.ipynb"
        # A source may hold half of a surrogate pair, which no file can.
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", errors="replace")
        path.chmod(0o444)
