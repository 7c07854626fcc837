"""Running notebooks of the course in processes of their own, on copies, and getting back what their cells show."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from ailab.errors import Refused
from ailab.lang import Language

Shown = Mapping[str, Any]
"""One thing a cell shows: {"text": printed} or {"data": by mime type}."""

_CHILD: Final = "ailab.office.build.take_home.child"
_PATIENCE_S: Final = 300
_MOST_AT_ONCE: Final = 4
_NOT_FOR_COURSES: Final = ("AILAB_GRADERS", "JPY_SESSION_NAME")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """A built notebook that was run."""

    path: Path
    cells: tuple[Mapping[str, Any], ...]
    shown: Mapping[str, Sequence[Shown]]
    """What the cells show, by their ids."""


def run_notebooks(paths: Sequence[Path], language: Language) -> dict[Path, Notebook]:
    """Return these built notebooks with what their cells show; each folder is run in a process of its own.

    Raises
    ------
    Refused
        When a notebook of the course does not run to its end in time, or the process dies.
    """
    folders = list(dict.fromkeys(path.parent for path in paths))
    with ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as pool:
        found = pool.map(lambda folder: _run_folder(folder, [path.name for path in paths if path.parent == folder], language), folders)
        shown = dict(zip(folders, found, strict=True))
    return {path: _read(path, shown[path.parent][path.name]) for path in paths}


def _run_folder(folder: Path, names: Sequence[str], language: Language) -> dict[str, Any]:
    """Run notebooks on a copy of their folder: lessons write files, and the build stays as it is."""
    with TemporaryDirectory(prefix="ailab-take-home-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        shutil.copytree(folder, place / "course")
        return _run(names, language, place)


def _run(names: Sequence[str], language: Language, place: Path) -> dict[str, Any]:
    asked, found = place / "asked.json", place / "found.json"
    asked.write_text(json.dumps({"language": language, "notebooks": list(names)}), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_COURSES}
    try:
        done = subprocess.run(
            [sys.executable, "-m", _CHILD, asked, found],
            cwd=place / "course",
            # A set's order must not depend on the day: equal courses give equal pages.
            env={**environment, "IPYTHONDIR": str(place / "ipython"), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"{', '.join(names)}: not run to the end within {_PATIENCE_S} seconds. Look for a cell that never ends.") from None
    if done.returncode != 0 or not found.is_file():
        last = done.stderr.strip().splitlines()[-1:] or ["no word of why"]
        raise Refused(f"{', '.join(names)}: could not be run for the page: {last[0]}. Run: ailab course check")
    result: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return result


def _read(path: Path, shown: Mapping[str, Sequence[Shown]]) -> Notebook:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return Notebook(path=path, cells=tuple({**cell, "source": "".join(cell["source"])} for cell in cells), shown=shown)
