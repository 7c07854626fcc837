"""The trainer's part in the demonstration: levels of the rubric, and a comment in the learner's language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ailab.office.course import Course, Exercise, Module
from ailab.office.course.rubric import Criterion, read_rubric, rubric_path
from ailab.office.demo.people import Person
from ailab.office.demo.work import Text
from ailab.office.gradebook import mark_by_hand, read_marks

_HALF: Final = 2


def mark_written_answers(
    root: Path, course: Course, module: Module, people: Mapping[str, Person], texts: Mapping[tuple[str, str], Text]
) -> int:
    """Give points and a comment for every text that waits for a person, and return how many there were."""
    exercises = {exercise.slug: exercise for exercise in module.exercises if exercise.written_points}
    waiting = [
        (learner, exercise, mark.cell)
        for (learner, exercise), marks in read_marks(root, module.slug).items()
        for mark in marks
        if mark.kind == "written" and mark.waiting and exercise in exercises
    ]
    for learner, slug, cell in waiting:
        points, comment = _marked(course, exercises[slug], people[learner], texts[learner, slug])
        mark_by_hand(root, module.slug, learner, slug, cell, points=points, comment=comment)
    return len(waiting)


def _marked(course: Course, exercise: Exercise, person: Person, text: Text) -> tuple[int, str]:
    criteria = read_rubric(course.root, exercise.module, exercise.slug)
    say = course.catalogue(rubric_path(course.root, exercise.module, exercise.slug).parent, person.language).translate
    chosen = [(criterion, _level(criterion, text)) for criterion in criteria]
    lines = [f"{say(criterion.title)}: {say(criterion.levels[level])}" for criterion, level in chosen]
    return sum(criterion.points[level] for criterion, level in chosen), "\n".join(lines)


def _level(criterion: Criterion, text: Text) -> int:
    highest = len(criterion.levels) - 1
    return {"full": highest, "thin": highest // _HALF, "none": 0}[text]
