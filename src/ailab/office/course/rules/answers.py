"""Rules on checks and known answers: each exercise proves itself."""

from collections.abc import Iterator
from typing import Final

from ailab.checks.files import hidden_path, read_check, read_hidden
from ailab.errors import CheckBroken
from ailab.office.course.records import Course, Exercise, Problem
from ailab.office.course.trial import KnownAnswer, known_answers, try_exercise

_RIGHT_AT_LEAST: Final = 2
_WRONG_AT_LEAST: Final = 3


def checks_can_be_used(course: Course) -> Iterator[Problem]:
    """Visible cases are labelled, hidden ones exist and are the same kinds for every seed."""
    for exercise in course.exercises:
        path = course.relative(exercise.check_path)
        hidden = hidden_path(course.root / "graders", exercise.module, exercise.slug)
        if not exercise.points:
            continue
        try:
            definition = read_check(exercise.check_path, exercise.slug)
        except CheckBroken as error:
            yield Problem(path=path, line=1, what=_without_root(course, error), remedy="See graders/README.md.")
            continue
        for case in definition.visible:
            if not case.label:
                yield Problem(
                    path=path, line=1, what=f"The visible case '{case.name}' has no label.", remedy="Say in label=… what it looks at."
                )
        try:
            kinds = {tuple(case.name for case in read_hidden(hidden, seed)) for seed in range(3)}
        except CheckBroken as error:
            yield Problem(
                path=course.relative(hidden), line=1, what=_without_root(course, error), remedy="Define cases(seed); see graders/README.md."
            )
            continue
        if len(kinds) > 1 or not all(kinds):
            yield Problem(
                path=course.relative(hidden),
                line=1,
                what="Not every seed gives the same kinds of cases.",
                remedy="Let a seed change values, never the names of cases.",
            )


def enough_known_answers(course: Course) -> Iterator[Problem]:
    """At least two other right answers and three typical wrong ones, with a hint each."""
    for exercise in course.exercises:
        if not exercise.points:
            continue
        folder = course.root / "tests" / "submissions" / exercise.module / exercise.slug
        path = folder.relative_to(course.root).as_posix()
        try:
            answers = known_answers(course, exercise)
        except ValueError as error:
            yield Problem(path=path, line=1, what=str(error), remedy="Begin it with '# points: …' and '# hint: …'.")
            continue
        right = [answer for answer in answers if answer.points == exercise.points]
        if len(right) < _RIGHT_AT_LEAST:
            yield Problem(
                path=path, line=1, what=f"{len(right)} other right answers.", remedy=f"Write at least {_RIGHT_AT_LEAST}, different in idea."
            )
        hints = {answer.hint for answer in answers if answer.points < exercise.points and answer.hint}
        if len(hints) < _WRONG_AT_LEAST:
            yield Problem(
                path=path,
                line=1,
                what=f"{len(hints)} typical wrong answers with a hint of their own.",
                remedy=f"Write at least {_WRONG_AT_LEAST}.",
            )
        yield from _hints_without_answer(course, exercise, answers)


def _hints_without_answer(course: Course, exercise: Exercise, answers: tuple[KnownAnswer, ...]) -> Iterator[Problem]:
    try:
        ids = {each.id for each in read_check(exercise.check_path, exercise.slug).misconceptions}
    except CheckBroken:
        return
    for unseen in sorted(ids - {answer.hint for answer in answers}):
        what = f"No known answer shows the misconception '{unseen}'."
        yield Problem(
            path=course.relative(exercise.check_path),
            line=1,
            what=what,
            remedy="Write one under tests/submissions/, or drop the misconception.",
        )


def submissions_belong_to_an_exercise(course: Course) -> Iterator[Problem]:
    """No known answers of an exercise that does not exist."""
    known = {(exercise.module, exercise.slug) for exercise in course.exercises}
    for folder in sorted((course.root / "tests" / "submissions").glob("*/*/")):
        if (folder.parent.name, folder.name) not in known and any(folder.glob("*.py")):
            yield Problem(
                path=course.relative(folder),
                line=1,
                what="These known answers belong to no exercise.",
                remedy="Rename the folder, or remove it.",
            )


def known_answers_get_what_they_must(course: Course) -> Iterator[Problem]:
    """The solution earns all, the stub nothing, every known answer its points and its hint."""
    for exercise in course.exercises:
        if not exercise.points:
            continue
        try:
            read_check(exercise.check_path, exercise.slug)
            read_hidden(hidden_path(course.root / "graders", exercise.module, exercise.slug), 0)
            trials = list(try_exercise(course, exercise))
        except (CheckBroken, ValueError):
            continue  # checks_can_be_used and enough_known_answers report it
        for trial in trials:
            if not trial.is_right:
                path = course.root / "tests" / "submissions" / exercise.module / exercise.slug / f"{trial.name}.py"
                what = trial.trouble or (
                    f"'{trial.name}' gets {trial.points:g} points and hint '{trial.hint or 'none'}', expected {trial.expected_points:g} and '{trial.expected_hint or 'none'}'."
                )
                place = path if path.is_file() else exercise.path
                yield Problem(path=course.relative(place), line=1, what=what, remedy=f"See: ailab exercise try {exercise.slug}")


def _without_root(course: Course, error: Exception) -> str:
    return str(error).replace(f"{course.root}/", "")
