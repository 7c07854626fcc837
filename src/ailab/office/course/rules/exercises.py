"""Rules on exercises: their cells, points, rubrics and data."""

import ast
import re
from collections.abc import Iterator

from ailab.office.course.records import Course, Exercise, Problem
from ailab.office.course.rubric import read_rubric, rubric_path
from ailab.office.course.toml import Unfit, line_of


def _table(course: Course, exercise: Exercise) -> tuple[str, int]:
    path = exercise.path.with_name("exercises.toml")
    return course.relative(path), line_of(path.read_text(encoding="utf-8"), exercise.slug)


def cells_fit_an_exercise(course: Course) -> Iterator[Problem]:
    """An exercise has a title, an answer in each form and one check."""
    for exercise in course.exercises:
        path = course.relative(exercise.path)
        roles = [cell.role for cell in exercise.cells]
        if not exercise.cells or exercise.cells[0].role != "prose" or not exercise.cells[0].source.startswith("# "):
            yield Problem(path=path, line=1, what="The exercise has no title.", remedy='Begin with a Markdown cell and "# title".')
        for form in exercise.forms:
            if not any(cell.role in ("answer", "written") and cell.form in (None, form) for cell in exercise.cells):
                yield Problem(
                    path=path, line=1, what=f"There is no answer cell in the form '{form}'.", remedy="Add a cell with the role answer."
                )
        if roles.count("check") != (1 if exercise.points else 0):
            yield Problem(
                path=path, line=1, what=f"There are {roles.count('check')} check cells.", remedy="An exercise with points has exactly one."
            )
        if roles.count("written") > 1 or bool(exercise.written_points) != ("written" in roles):
            yield Problem(
                path=path,
                line=1,
                what="Written cell and written_points do not fit together.",
                remedy="One written cell when written_points is more than 0, else none.",
            )
        for cell in exercise.cells:
            if cell.form and (cell.form not in exercise.forms or cell.role in ("check", "written")):
                yield Problem(
                    path=path,
                    line=cell.line,
                    what=f"This cell cannot belong to the form '{cell.form}'.",
                    remedy="List the form in exercises.toml; check and written cells serve all forms.",
                )


def check_cell_holds_check_alone(course: Course) -> Iterator[Problem]:
    """The test cell holds `check("<exercise>")` and nothing else."""
    for exercise in course.exercises:
        for cell in exercise.cells:
            wanted = f'check("{exercise.slug}")'
            if cell.role == "check" and cell.source.strip() != wanted:
                yield Problem(
                    path=course.relative(exercise.path),
                    line=cell.line,
                    what="The check cell holds something else.",
                    remedy=f"Write {wanted} and nothing more.",
                )


def answers_hold_a_solution(course: Course) -> Iterator[Problem]:
    """An answer cell marks its solution, and the stub that is left is valid Python."""
    from ailab.office.course.trial import stub_of

    for exercise in course.exercises:
        path = course.relative(exercise.path)
        if not any("check" in _imports(cell.source) for cell in exercise.cells if cell.role == "given"):
            yield Problem(path=path, line=1, what="`check` is never imported.", remedy="Add a given cell: from ailab import check")
        for cell in exercise.cells:
            if cell.role != "answer":
                continue
            begins, ends = cell.source.count("### BEGIN SOLUTION"), cell.source.count("### END SOLUTION")
            if not begins or begins != ends:
                yield Problem(
                    path=path,
                    line=cell.line,
                    what="The solution is not marked.",
                    remedy="Put it between ### BEGIN SOLUTION and ### END SOLUTION.",
                )
            elif not _is_python(stub_of(cell.source)):
                yield Problem(
                    path=path,
                    line=cell.line,
                    what="Without its solution the cell is no valid Python.",
                    remedy="Let the marked part be whole statements.",
                )


def _imports(source: str) -> set[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return set()
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "ailab" for alias in node.names}


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def outcomes_are_the_modules(course: Course) -> Iterator[Problem]:
    """An exercise serves outcomes of its module, and every outcome is practiced."""
    for module in course.modules:
        for exercise in module.exercises:
            path, line = _table(course, exercise)
            unknown = sorted(set(exercise.outcomes) - module.outcomes.keys())
            if unknown or not exercise.outcomes:
                what = f"Unknown outcome '{unknown[0]}'." if unknown else "The exercise serves no outcome."
                yield Problem(path=path, line=line, what=what, remedy=f"Known: {', '.join(module.outcomes)}.")
        practiced = {outcome for exercise in module.exercises for outcome in exercise.outcomes}
        for outcome in sorted(module.outcomes.keys() - practiced):
            line = line_of(module.path.read_text(encoding="utf-8"), outcome)
            yield Problem(
                path=course.relative(module.path),
                line=line,
                what=f"No exercise serves the outcome '{outcome}'.",
                remedy="Name it in an exercise, or drop it.",
            )


def points_and_rubric_agree(course: Course) -> Iterator[Problem]:
    """Points are positive; a written part has a rubric whose best levels add up to its points."""
    for exercise in course.exercises:
        path, line = _table(course, exercise)
        if exercise.points < 0 or exercise.written_points < 0 or exercise.points + exercise.written_points == 0:
            yield Problem(
                path=path, line=line, what="The exercise gives no points.", remedy="Give points or written_points a positive whole number."
            )
        if not exercise.written_points:
            continue
        try:
            rubric = read_rubric(course.root, exercise.module, exercise.slug)
        except Unfit as error:
            yield error.problem
            continue
        best = sum(max(criterion.points) for criterion in rubric)
        if best != exercise.written_points:
            what = f"The best levels give {best} points, written_points is {exercise.written_points}."
            yield Problem(
                path=course.relative(rubric_path(course.root, exercise.module, exercise.slug)), line=1, what=what, remedy="Make them equal."
            )


def data_are_declared(course: Course) -> Iterator[Problem]:
    """What a notebook loads travels with it."""
    for module in course.modules:
        known = {data.name for data in module.data}
        for exercise in module.exercises:
            path, line = _table(course, exercise)
            for name in sorted(set(exercise.data) - known):
                yield Problem(
                    path=path,
                    line=line,
                    what=f"The module has no data set '{name}'.",
                    remedy=f"Known: {', '.join(sorted(known)) or 'none'}.",
                )
            for cell in exercise.cells:
                for name in _loaded(cell.source) - set(exercise.data) if cell.is_code else ():
                    yield Problem(
                        path=course.relative(exercise.path),
                        line=cell.line,
                        what=f"It loads '{name}', which does not travel with it.",
                        remedy=f"Add it to data = […] of [exercises.{exercise.slug}].",
                    )


def exercises_follow_a_lesson(course: Course) -> Iterator[Problem]:
    """The lesson an exercise comes after is one of its module."""
    for module in course.modules:
        known = [lesson.slug for lesson in module.lessons]
        for exercise in module.exercises:
            if exercise.after and exercise.after not in known:
                path, line = _table(course, exercise)
                yield Problem(
                    path=path, line=line, what=f"The module has no lesson '{exercise.after}'.", remedy=f"Known: {', '.join(known)}."
                )


def results_are_shown_one_way(course: Course) -> Iterator[Problem]:
    """A module in several tracks shows its results alike in all of them: its notebooks are the same."""
    path = course.root / "course" / "course.toml"
    for track in course.tracks:
        for slug in track.modules:
            if track.results != course.results_of(slug):
                yield Problem(
                    path=course.relative(path),
                    line=line_of(path.read_text(encoding="utf-8"), "results"),
                    what=f"Module '{slug}' shows points in one track and stars in another.",
                    remedy="Give these tracks the same results.",
                )


def _loaded(source: str) -> set[str]:
    return set(re.findall(r"\bload\(\s*[\"']([a-z_]+)[\"']", source))
