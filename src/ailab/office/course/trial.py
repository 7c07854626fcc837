"""Try known answers against their checks, in this process.

For the course's own files alone: what strangers hand in is run by a grading engine.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final

from ailab.checks.files import hidden_path, read_check, read_hidden
from ailab.checks.findings import Findings, points
from ailab.checks.local import LocalAnswer
from ailab.checks.run import run_checks
from ailab.office.course.datasets import data_files
from ailab.office.course.records import FORMS, Cell, Course, Exercise, Form

STUB: Final = "...  # ✎"
"""What replaces a solution; every language reads it."""

WRITTEN_STUB: Final = "✎"

_HEADER: Final = re.compile(r"^#\s*(points|hint|why|form):\s*(.*)$")
_SOLUTION: Final = re.compile(r"^([ \t]*)### BEGIN SOLUTION[^\n]*\n.*?^[ \t]*### END SOLUTION[^\n]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAnswer:
    """An answer whose points and hint are known."""

    name: str
    path: Path
    points: float
    hint: str
    """Id of the misconception, or empty."""
    why: str
    cells: tuple[str, ...]
    form: Form = "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What an answer got."""

    name: str
    points: float
    hint: str
    expected_points: float
    expected_hint: str
    trouble: str = ""

    @property
    def is_right(self) -> bool:
        """Tell whether points and hint are the expected ones."""
        return not self.trouble and self.points == self.expected_points and self.hint == self.expected_hint


def stub_of(source: str) -> str:
    """Return an answer cell without its solution, as nbgrader's ClearSolutions makes it."""
    if "### BEGIN SOLUTION" not in source:
        return STUB
    return _SOLUTION.sub(lambda found: f"{found[1]}{STUB}", source)


def known_answers(course: Course, exercise: Exercise) -> tuple[KnownAnswer, ...]:
    """Return the answers under tests/submissions/ of an exercise, in order of their names.

    Raises
    ------
    ValueError
        When a header lacks its points or hint, or names no form; the text names the file.
    """
    folder = course.root / "tests" / "submissions" / exercise.module / exercise.slug
    return tuple(_known_answer(path) for path in sorted(folder.glob("*.py")))


def _known_answer(path: Path) -> KnownAnswer:
    lines = path.read_text(encoding="utf-8").splitlines()
    header: dict[str, str] = {}
    while lines and (found := _HEADER.match(lines[0])):
        header[found[1]] = found[2].strip()
        lines.pop(0)
    try:
        worth = float(header["points"])
        hint = header["hint"]
    except (KeyError, ValueError):
        raise ValueError(f"{path.name} does not begin with its '# points:' and '# hint:' lines.") from None
    form = header.get("form", "python")
    if form not in FORMS:
        raise ValueError(f"{path.name} has a line '# form: {form}'; known forms: {', '.join(FORMS)}.")
    cells = tuple(part.strip("\n") for part in re.split(r"^# %%[^\n]*\n", "\n".join(lines) + "\n", flags=re.MULTILINE) if part.strip())
    return KnownAnswer(
        name=path.stem, path=path, points=worth, hint="" if hint == "none" else hint, why=header.get("why", ""), cells=cells, form=form
    )


def try_exercise(course: Course, exercise: Exercise, *, seed: int = 0) -> Iterator[Trial]:
    """Yield what solution, stub and every known answer get."""
    full = float(exercise.points)
    for form in exercise.forms:
        name = "" if len(exercise.forms) == 1 else f" ({form})"
        yield _trial(course, exercise, f"solution{name}", None, full, "", seed, form=form)
        yield _trial(course, exercise, f"stub{name}", _stubs(exercise, form), 0.0, None, seed, form=form)
    for known in known_answers(course, exercise):
        yield _trial(course, exercise, known.name, known.cells, known.points, known.hint, seed, form=known.form)


def _stubs(exercise: Exercise, form: Form) -> tuple[str, ...]:
    return tuple(stub_of(cell.source) for cell in _answers(exercise, form))


def _answers(exercise: Exercise, form: Form) -> list[Cell]:
    return [cell for cell in exercise.cells if cell.role == "answer" and cell.form in (None, form)]


def _trial(
    course: Course,
    exercise: Exercise,
    name: str,
    answers: Sequence[str] | None,
    expected: float,
    hint: str | None,
    seed: int,
    *,
    form: Form = "python",
) -> Trial:
    try:
        findings = examine(course, exercise, answers, seed=seed, form=form if form in exercise.forms else exercise.forms[0])
    except Exception as error:  # noqa: BLE001 - reported with its type
        return Trial(
            name=name, points=0.0, hint="", expected_points=expected, expected_hint=hint or "", trouble=f"{type(error).__name__}: {error}"
        )
    return Trial(
        name=name,
        points=points(findings.share, exercise.points),
        hint=findings.misconception,
        expected_points=expected,
        # An untouched stub may show any hint, or none.
        expected_hint=findings.misconception if hint is None else hint,
    )


def examine(course: Course, exercise: Exercise, answers: Sequence[str] | None, *, seed: int = 0, form: Form = "python") -> Findings:
    """Return the findings on these answer cells; None means the solution.

    Raises
    ------
    CheckBroken
        When a check file cannot be used.
    ValueError
        When there are not as many answers as answer cells.
    """
    definition = read_check(exercise.check_path, exercise.slug)
    hidden = read_hidden(hidden_path(course.root / "graders", exercise.module, exercise.slug), seed)
    cells = _with_answers(exercise, answers, form)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with _working_folder(course, exercise), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        for cell in cells:
            _run_cell(cell, namespace)
        return run_checks(
            LocalAnswer(namespace, cells),
            exercise=exercise.slug,
            visible=definition.visible,
            hidden=hidden,
            misconceptions=definition.misconceptions,
            names=exercise.names,
            compare=definition.compare,
        )


def _run_cell(source: str, namespace: dict[str, Any]) -> None:
    # As in a notebook: a cell that fails leaves what it did, and the next one runs.
    try:
        exec(compile(source, "<cell>", "exec"), namespace)  # noqa: S102 - the course's own files
    except Exception:  # noqa: BLE001 - see above
        return


def _with_answers(exercise: Exercise, answers: Sequence[str] | None, form: Form) -> list[str]:
    asked = _answers(exercise, form)
    if answers is not None and len(answers) != len(asked):
        raise ValueError(f"{len(answers)} answer cells given, {exercise.slug} has {len(asked)}. Separate them by lines '# %%'.")
    given = iter([cell.source for cell in asked] if answers is None else answers)
    cells = [cell for cell in exercise.cells if cell.role in ("given", "answer") and cell.form in (None, form)]
    return [next(given) if cell.role == "answer" else cell.source for cell in cells]


@contextmanager
def _working_folder(course: Course, exercise: Exercise) -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in data_files(course, exercise.module, exercise.data, course.edition).items():
            path = Path(folder) / "data" / f"{name}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        os.chdir(folder)  # the course's own code opens data/ beside its notebook
        try:
            yield
        finally:
            os.chdir(before)
            shutil.rmtree(folder, ignore_errors=True)
