"""Rubrics at a centre: criteria in a reader's language, and from levels to points."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from ailab.errors import Refused
from ailab.lang import Language, library_translations
from ailab.office.centre.folder import Centre
from ailab.office.course.catalogue import read_catalogue
from ailab.office.course.rubric import read_rubric, rubric_path
from ailab.office.gradebook.by_hand import GradedPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a criterion."""

    points: Decimal
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing to look at, in somebody's language."""

    title: str
    levels: tuple[Level, ...]


def rubric_for(centre: Centre, written: GradedPlace, language: Language) -> tuple[Criterion, ...]:
    """Return the criteria for a written answer, worth as much as the gradebook gives; one of plain points where there is no rubric.

    Raises
    ------
    Unfit
        When the rubric's file is wrong.
    Refused
        When its best levels are worth something else than what the gradebook expects.
    """
    module, exercise = written.place.module, written.place.exercise
    path = rubric_path(centre.course, module, exercise)
    if not path.is_file():
        return (_plain_points(written.maximum, language),)
    say = words_beside(path, language)
    criteria = tuple(
        Criterion(
            title=say(each.title),
            levels=tuple(Level(points=Decimal(points), title=say(title)) for points, title in zip(each.points, each.levels, strict=True)),
        )
        for each in read_rubric(centre.course, module, exercise)
    )
    best = sum((max(level.points for level in each.levels) for each in criteria), Decimal(0))
    if best != written.maximum:
        raise Refused(
            f"{path}: its best levels give {best} points, the gradebook knows {written.maximum}. Grade the module again, or mend the rubric."
        )
    return criteria


def _plain_points(maximum: Decimal, language: Language) -> Criterion:
    levels = tuple(Level(points=Decimal(number), title="") for number in range(int(maximum) + 1))
    return Criterion(title=library_translations(language)("Points"), levels=levels)


def points_of(criteria: Sequence[Criterion], levels: Sequence[int]) -> Decimal:
    """Return what these levels are worth, exactly.

    Raises
    ------
    Refused
        When a criterion has no level, or one that it does not have.
    """
    if len(levels) != len(criteria) or any(not 0 <= level < len(each.levels) for each, level in zip(criteria, levels, strict=False)):
        raise Refused("Give each criterion one of its levels.")
    return sum((each.levels[level].points for each, level in zip(criteria, levels, strict=True)), Decimal(0))


def rubric_lines(criteria: Sequence[Criterion], levels: Sequence[int]) -> tuple[str, ...]:
    """Return what the levels say, one line a criterion; nothing where levels are mere numbers."""
    chosen = ((each, each.levels[level]) for each, level in zip(criteria, levels, strict=True))
    return tuple(f"{each.title}: {level.title}" for each, level in chosen if level.title)


def words_beside(path: Path, language: Language) -> Callable[[str], str]:
    """Return the translations that stand beside a rubric's file."""
    found = path.parent / "locale" / f"{language}.po"
    try:
        words = _read(found, language, found.stat().st_mtime_ns)
    except OSError:
        words = {}
    return lambda text: words.get(text) or text


@lru_cache(maxsize=32)
def _read(path: Path, language: Language, _changed: int) -> Mapping[str, str]:
    return {message: entry.text for message, entry in read_catalogue(path, language).entries.items() if not entry.fuzzy}
