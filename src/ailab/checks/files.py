"""Where checks lie: beside the notebook, and, where grading happens, under AILAB_GRADERS.

The folder of an assignment as shipped holds `<exercise>_check.py`, `ailab.json` and `locale/`.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeVar

from ailab.checks.case import Case, Misconception
from ailab.checks.compare import Compare, equal
from ailab.checks.findings import Results
from ailab.errors import CheckBroken, UnknownName

MANIFEST: Final = "ailab.json"
FORMAT_VERSION: Final = 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFile:
    """One exercise's check, as its two files define it."""

    exercise: str
    visible: tuple[Case, ...]
    misconceptions: tuple[Misconception, ...]
    compare: Compare
    ladder: tuple[str, ...] = ()
    """Hints from a nudge to a worked step, in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the build says of one exercise in the shipped folder."""

    module: str
    exercise: str
    points: int
    names: tuple[str, ...]
    release: str
    results: Results = "points"


def read_check(path: Path, exercise: str) -> CheckFile:
    """Return the visible part of a check.

    Raises
    ------
    CheckBroken
        When the file is missing, does not run or lacks its cases.
    """
    code = _run_file(path, f"{exercise}_check")
    misconceptions = _tuple_of(code, "MISCONCEPTIONS", Misconception, path)
    for each in misconceptions:
        _expect_texts(each.steps, f"steps of '{each.id}'", path)
    return CheckFile(
        exercise=exercise,
        visible=_tuple_of(code, "CASES", Case, path),
        misconceptions=misconceptions,
        compare=getattr(code, "compare", equal),
        ladder=_expect_texts(getattr(code, "LADDER", ()), "LADDER", path),
    )


def read_hidden(path: Path, seed: int) -> tuple[Case, ...]:
    """Return the hidden cases for a seed."""
    code = _run_file(path, f"hidden_{path.stem}")
    try:
        cases = tuple(code.cases(seed))
    except Exception as error:
        raise CheckBroken(f"{path}: cases({seed}) failed: {type(error).__name__}: {error}") from error
    return cases


def hidden_path(graders: Path, module: str, exercise: str) -> Path:
    """Return where the hidden cases of an exercise lie."""
    return graders / "checks" / module / f"{exercise}.py"


def hidden_cases(graders: Path, module: str, exercise: str, seed: int) -> tuple[Case, ...]:
    """Return the hidden cases of an exercise in a graders folder."""
    return read_hidden(hidden_path(graders, module, exercise), seed)


def graders_folder() -> Path | None:
    """Return AILAB_GRADERS, set only where grading happens."""
    value = os.environ.get("AILAB_GRADERS", "")
    return Path(value) if value else None


def read_manifest(folder: Path, exercise: str) -> Manifest:
    """Return what the shipped folder says of an exercise."""
    path = folder / MANIFEST
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CheckBroken(f"{path}: {error}. Open the notebook from the course folder.") from error
    if data.get("format_version") != FORMAT_VERSION:
        raise CheckBroken(
            f"{path}: format_version {data.get('format_version')} is not {FORMAT_VERSION}. Build the course again, or update ailab."
        )
    known: dict[str, Any] = data["exercises"]
    if exercise not in known:
        raise UnknownName("exercise", exercise, known)
    entry = known[exercise]
    return Manifest(
        module=data["module"],
        exercise=exercise,
        points=entry["points"],
        names=tuple(entry["names"]),
        release=data["release"],
        # A folder built before there were stars says nothing, and means points.
        results="stars" if data.get("results") == "stars" else "points",
    )


def _run_file(path: Path, name: str) -> ModuleType:
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CheckBroken(f"{path}: there is no such check.")
    code = module_from_spec(spec)
    try:
        spec.loader.exec_module(code)
    except Exception as error:
        raise CheckBroken(f"{path}: {type(error).__name__}: {error}") from error
    return code


def _tuple_of(code: ModuleType, name: str, kind: type[T], path: Path) -> tuple[T, ...]:
    found: Sequence[object] = getattr(code, name, ())
    if not found or not all(isinstance(item, kind) for item in found):
        raise CheckBroken(f"{path}: {name} must be a tuple of {kind.__name__}.")
    return tuple(item for item in found if isinstance(item, kind))


def _expect_texts(texts: object, name: str, path: Path) -> tuple[str, ...]:
    # One text in brackets without a comma is no tuple: its letters would become hints.
    if not isinstance(texts, tuple) or not all(isinstance(text, str) and text for text in texts):
        raise CheckBroken(f"{path}: {name} must be a tuple of texts. A tuple of one text ends with a comma.")
    return texts
