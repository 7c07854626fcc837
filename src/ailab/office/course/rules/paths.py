"""Rules on short paths through the course."""

from collections.abc import Iterator

from ailab.office.course.records import Course, Problem
from ailab.office.course.toml import line_of

_FILE = "course/course.toml"


def short_paths_can_be_walked(course: Course) -> Iterator[Problem]:
    """Each step of a short path exists, and together they fit its time."""
    known: dict[str, int] = {lesson.slug: lesson.minutes for module in course.modules for lesson in module.lessons}
    known |= {exercise.slug: exercise.minutes for exercise in course.exercises}
    for path in course.short_paths:
        line = line_of((course.root / _FILE).read_text(encoding="utf-8"), path.slug)
        for slug in path.steps:
            if slug not in known:
                what = f"Short path '{path.slug}' leads to '{slug}', which is no lesson and no exercise."
                yield Problem(path=_FILE, line=line, what=what, remedy="Name one of the course, or take it out.")
        needed = sum(known[slug] for slug in path.steps if slug in known)
        if needed > path.minutes:
            what = f"The steps of short path '{path.slug}' take {needed} minutes, it has {path.minutes}."
            yield Problem(path=_FILE, line=line, what=what, remedy="Take a step out, or give it more time.")
