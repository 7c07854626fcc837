"""The path of a visit: whether the course has it, which step is its last, and whether a guest got there.

What lies in a guest's folder is theirs: it may be anything, and nothing in it is followed, waited for or believed beyond a yes.
"""

import json
import os
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ailab.errors import Refused

_LARGEST: Final = 8_000_000
_INSIDE: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def expect_path(build: Path, path: str) -> None:
    """Do nothing when the course has this short path.

    Raises
    ------
    Refused
        When it has not, or there is no course yet.
    """
    known = [str(each.get("id")) for each in _map(build).get("short_paths", [])]
    if path not in known:
        raise Refused(f"The course in {build} has no short path '{path}'. It has: {', '.join(known) or 'none'}. Is it built?")


def last_step(build: Path, path: str) -> PurePosixPath | None:
    """Return where the notebook of the last step lies in a guest's folder."""
    data = _map(build)
    steps: list[str] = next((each.get("steps", []) for each in data.get("short_paths", []) if each.get("id") == path), [])
    for track in data.get("tracks", []):
        for module in track.get("modules", []):
            for kind in ("lessons", "exercises"):
                if steps and steps[-1] in [entry.get("slug") for entry in module.get(kind, [])]:
                    return PurePosixPath(kind, module["slug"], f"{steps[-1]}.ipynb")
    return None


def got_there(home: Path, step: PurePosixPath | None) -> bool:
    """Tell whether something was run in this notebook of a guest."""
    if step is None:
        return False
    try:
        cells = json.loads(_read_inside(home, step))["cells"]
        return any(type(cell.get("execution_count")) is int for cell in cells if cell.get("cell_type") == "code")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _map(build: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        data = json.loads((build / "map.json").read_text(encoding="utf-8"))
        return data if isinstance(data, dict) else {}
    return {}


def _read_inside(home: Path, path: PurePosixPath) -> bytes:
    """Return a file's bytes; no link on the way to it is followed."""
    found = os.open(home, _INSIDE)
    for part in path.parts:
        try:
            inner = os.open(part, _INSIDE, dir_fd=found)
        finally:
            os.close(found)
        found = inner
    with os.fdopen(found, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise ValueError(path)
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(path)
    return data
