"""Rubrics: criteria and levels for what machines can't judge."""

from pathlib import Path

import msgspec

from ailab.office.course.records import Problem
from ailab.office.course.toml import Unfit, line_of, read_toml


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to look at; level n gives points[n]."""

    title: str
    points: list[int]
    levels: list[str]


class _RubricFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    criteria: dict[str, Criterion]


def rubric_path(root: Path, module: str, exercise: str) -> Path:
    """Return where the rubric of an exercise lies."""
    return root / "graders" / "rubrics" / module / f"{exercise}.toml"


def read_rubric(root: Path, module: str, exercise: str) -> tuple[Criterion, ...]:
    """Return the criteria of an exercise's rubric.

    Raises
    ------
    Unfit
        When the file is missing or wrong, with the line.
    """
    path = rubric_path(root, module, exercise)
    criteria = read_toml(path, _RubricFile, root=root).criteria
    for key, criterion in criteria.items():
        if len(criterion.points) != len(criterion.levels) or len(criterion.levels) < 2:
            line = line_of(path.read_text(encoding="utf-8"), key)
            what = f"Criterion '{key}' has {len(criterion.points)} points for {len(criterion.levels)} levels."
            raise Unfit(
                Problem(path=path.relative_to(root).as_posix(), line=line, what=what, remedy="Give as many points as levels, at least two.")
            )
    return tuple(criteria.values())
