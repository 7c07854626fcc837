"""Points in nbgrader's database: read them, and write what a person gave."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from ailab.errors import Refused
from ailab.office.gradebook.course import COURSE
from ailab.office.gradebook.database import database_url, open_database, shown_url
from ailab.office.gradebook.snapshot import why_refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The points of one graded cell of one learner."""

    cell: str
    kind: Literal["check", "written"]
    points: Decimal | None
    """None while neither nbgrader nor a person has given any."""
    maximum: Decimal
    by_hand: bool
    """A person gave the points."""
    waiting: bool
    """A person has to look."""


Marks = Mapping[tuple[str, str], tuple[Mark, ...]]
"""By learner and exercise."""


def read_marks(root: Path, module: str) -> Marks:
    """Return every mark of a module; an empty mapping when the gradebook knows no such module."""
    with _gradebook(root) as book:
        try:
            book.find_assignment(module)
        except MissingEntry:
            return {}
        return {
            (submission.student.id, notebook.name): tuple(_mark(grade) for grade in _in_order(notebook.grades))
            for submission in book.assignment_submissions(module)
            for notebook in submission.notebooks
        }


def _in_order(grades: Any) -> list[Any]:
    # A database that nobody asks for an order gives one of its own: PostgreSQL the latest change last.
    return sorted(grades, key=lambda grade: str(grade.cell.name))


def _mark(grade: Any) -> Mark:
    points = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return Mark(
        cell=grade.cell.name,
        kind="check" if grade.cell.cell_type == "code" else "written",
        points=None if points is None else _decimal(points),
        maximum=_decimal(grade.cell.max_score),
        by_hand=grade.manual_score is not None,
        waiting=bool(grade.needs_manual_grade),
    )


def mark_by_hand(root: Path, module: str, learner: str, exercise: str, cell: str, *, points: int, comment: str) -> None:
    """Save the points and the comment that a person gives for a written answer."""
    with _gradebook(root) as book:
        grade = book.find_grade(cell, exercise, module, learner)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.find_comment(cell, exercise, module, learner).manual_comment = comment
        book.db.commit()


def is_known(root: Path, module: str) -> bool:
    """Tell whether the gradebook has an entry for the module."""
    url = make_url(database_url(root))
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return False
    with _gradebook(root) as book:
        return any(assignment.name == module for assignment in book.assignments)


def set_due(root: Path, module: str, due: str) -> None:
    """Save until when a module is to be handed in: a UTC instant."""
    with _gradebook(root) as book:
        book.update_or_create_assignment(module, duedate=datetime.fromisoformat(due).astimezone(UTC).replace(tzinfo=None))


def due(root: Path, module: str) -> str:
    """Return until when a module is to be handed in, or an empty text."""
    with _gradebook(root) as book:
        found = next((assignment.duedate for assignment in book.assignments if assignment.name == module), None)
    return f"{found.isoformat(timespec='seconds')}Z" if found else ""


def name_learner(root: Path, learner: str, name: str) -> None:
    """Enter a learner with the name that nbgrader's own pages show."""
    with _gradebook(root) as book:
        book.update_or_create_student(learner, first_name=name, last_name="")


def forget_learner(root: Path, learner: str) -> bool:
    """Take a learner with all submissions, marks and comments out of the gradebook; tell whether they were in it."""
    with _gradebook(root) as book:
        try:
            book.remove_student(learner)
        except MissingEntry:
            return False
    return True


@contextmanager
def _gradebook(root: Path) -> Iterator[Any]:
    url = database_url(root)
    open_database(url).dispose()  # says what is missing; nbgrader would not
    try:
        book = Gradebook(url, COURSE)
    except DBAPIError as error:
        remedy = why_refused(error) if url.startswith("sqlite") else f"{error.orig}. Is its server running, and may we in?"
        raise Refused(f"The gradebook {shown_url(url)} cannot be opened: {remedy}") from error
    with book:
        yield book


def _decimal(number: float) -> Decimal:
    # nbgrader keeps binary fractions; points have at most two decimals.
    return Decimal(repr(round(float(number), 2))).normalize()
