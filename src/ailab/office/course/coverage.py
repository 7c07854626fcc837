"""Which part of the course serves which code of a competence framework."""

from collections.abc import Iterator
from typing import Any

from ailab.office.course.records import Course, Module

Coverage = dict[str, dict[str, dict[str, Any]]]
"""By framework and code: the modules that name it, and how many exercises do."""


def coverage(course: Course) -> Coverage:
    """Return who serves which code; frameworks and codes in order of their names."""
    found: Coverage = {}
    for module in course.modules:
        for name, code, exercises in _served(module):
            entry = found.setdefault(name, {}).setdefault(code, {"modules": [], "exercises": 0})
            entry["modules"].append(module.slug)
            entry["exercises"] += exercises
    return {name: dict(sorted(codes.items())) for name, codes in sorted(found.items())}


def _served(module: Module) -> Iterator[tuple[str, str, int]]:
    counts: dict[tuple[str, str], int] = {(name, code): 0 for name, codes in module.frameworks.items() for code in codes}
    for exercise in module.exercises:
        for name, codes in exercise.frameworks.items():
            for code in codes:
                counts[name, code] = counts.get((name, code), 0) + 1
    return ((name, code, exercises) for (name, code), exercises in counts.items())


def coverage_table(found: Coverage) -> Iterator[str]:
    """Yield the lines of a table: framework, code, exercises, modules."""
    yield f"{'framework':11}{'code':9}{'exercises':>9}  modules"
    for name, codes in found.items():
        for code, entry in codes.items():
            yield f"{name:11}{code:9}{entry['exercises']:>9}  {', '.join(entry['modules'])}"
