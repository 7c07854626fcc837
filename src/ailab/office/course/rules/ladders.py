"""Rules on ladders of hints: short, translated, and never the solution itself."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ailab.checks.files import CheckFile, read_check
from ailab.errors import CheckBroken
from ailab.office.course.messages import shown_texts
from ailab.office.course.records import Course, Exercise, Form, Problem

_RUNGS: Final = (2, 4)
_SENTENCES: Final = 2
_SOLUTION: Final = re.compile(r"### BEGIN SOLUTION[^\n]*\n(.*?)### END SOLUTION", re.DOTALL)


def ladders_lead_on(course: Course) -> Iterator[Problem]:
    """A ladder has two to four rungs of at most two sentences, and does not tell the solution."""
    for exercise in course.exercises:
        if not exercise.points:
            continue
        try:
            definition = read_check(exercise.check_path, exercise.slug)
        except CheckBroken:
            continue  # checks_can_be_used reports it
        path = course.relative(exercise.check_path)
        for what, remedy in _complaints(exercise, definition):
            yield Problem(path=path, line=1, what=what, remedy=remedy)


def _complaints(exercise: Exercise, definition: CheckFile) -> Iterator[tuple[str, str]]:
    ladders = [("LADDER", definition.ladder)] if definition.ladder else []
    ladders += [(f"Misconception '{each.id}'", (each.hint, *each.steps)) for each in definition.misconceptions if each.steps]
    translated = set(shown_texts(exercise.check_path))
    for name, rungs in ladders:
        if not _RUNGS[0] <= len(rungs) <= _RUNGS[1]:
            yield f"{name} has {len(rungs)} rungs.", "Give two to four: a nudge, an idea, a worked step."
        for number, rung in enumerate(rungs, 1):
            if _sentences(rung) > _SENTENCES:
                yield f"{name}: rung {number} has more than two sentences.", "Say one thing, or make two rungs of it."
            if rung not in translated:
                yield f"{name}: rung {number} cannot be translated.", "Write the rungs as plain texts in a tuple."
        if any(_tells_all(exercise, form, rungs) for form in exercise.forms):
            yield f"{name} tells the solution.", "Leave the last step to the learner, or show it with another example."


def _sentences(text: str) -> int:
    words = re.sub(r"`[^`]+`", "x", text)
    return len([part for part in re.split(r"[.!?…]+(?:\s|$)", words) if part.strip()])


def _tells_all(exercise: Exercise, form: Form, rungs: Sequence[str]) -> bool:
    told = "".join("".join(rungs).split())
    lines = list(_solution_lines(exercise, form))
    return bool(lines) and all(line in told for line in lines)


def _solution_lines(exercise: Exercise, form: Form) -> Iterator[str]:
    for cell in exercise.cells:
        if cell.role == "answer" and cell.form in (None, form):
            for solution in _SOLUTION.findall(cell.source):
                yield from ("".join(line.split()) for line in solution.splitlines() if line.strip())
