"""Points by hand: read as they stand, changed only while they still stand so, and put back exactly.

Takes the URL of a gradebook, not its folder: reading nbgrader's configuration changes the environment of the process
for a moment, which a server with threads cannot bear.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal

from nbgrader.api import Assignment, BaseCell, Comment, Grade, GradeCell, Notebook, SolutionCell, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, Select, make_url, select, update
from sqlalchemy.exc import DBAPIError

from ailab.errors import AilabError, Refused
from ailab.office.gradebook.database import open_database, shown_url
from ailab.office.gradebook.snapshot import why_refused

_DIGITS: Final = 2
"""Points have at most two decimals; nbgrader keeps them as binary fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A graded cell of one learner."""

    module: str
    exercise: str
    learner: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the gradebook holds of one graded cell."""

    given: str | None
    """Points that a person gave, as decimal text."""
    measured: str | None
    """Points of the check."""
    waiting: bool
    comment: str
    """What a person wrote; always empty where nbgrader keeps no comment."""

    @property
    def points(self) -> Decimal | None:
        """Return the points that count."""
        found = self.given if self.given is not None else self.measured
        return None if found is None else Decimal(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedPlace:
    """A graded cell and what stands there."""

    place: Place
    kind: Literal["check", "written"]
    maximum: Decimal
    standing: Standing


class ChangedMeanwhile(AilabError):
    """Somebody else changed these points since they were read."""

    def __init__(self, place: Place, standing: Standing) -> None:
        """Keep what stands there now."""
        self.place, self.standing = place, standing
        super().__init__(f"The points of {place.learner} in {place.exercise} were changed meanwhile. Nothing was saved: look again.")


def read_places(url: str, module: str, exercise: str | None = None) -> tuple[GradedPlace, ...]:
    """Return every graded cell of a module, or of one exercise, in order of exercise, learner and cell; none without a gradebook."""
    if not _is_there(url):
        return ()
    query = _query()
    query = query.where(query.selected_columns["module"] == module)
    if exercise is not None:
        query = query.where(query.selected_columns["exercise"] == exercise)
    with _connected(url) as connection:
        rows = connection.execute(query).all()
    return tuple(sorted((_place(row) for row in rows), key=lambda each: (each.place.exercise, each.place.learner, each.place.cell)))


def change_place(url: str, place: Place, *, expected: Standing, wanted: Standing) -> None:
    """Put points in the place of others, or change nothing.

    Raises
    ------
    ChangedMeanwhile
        When something else stands there than what was expected.
    """
    with _connected(url) as connection:
        row = _row(connection, place)
        if row is None:
            raise Refused(f"The gradebook has no cell {place.cell} of {place.learner} in {place.exercise}. Was it taken back meanwhile?")
        if _standing(row) != expected:
            raise ChangedMeanwhile(place, _standing(row))
        if not _is_changed(connection, row, wanted):
            connection.rollback()
            now = _row(connection, place)
            raise ChangedMeanwhile(place, _standing(now) if now is not None else expected)
        connection.commit()


def _is_changed(connection: Connection, row: Any, wanted: Standing) -> bool:
    """Change a row that is still as it was read: between reading and writing, somebody may have been quicker."""
    grades, comments = Grade.__table__, Comment.__table__
    still = grades.c.manual_score.is_not_distinct_from(row.manual_score) & (grades.c.needs_manual_grade == row.needs_manual_grade)
    still &= grades.c.auto_score.is_not_distinct_from(row.auto_score)
    points = None if wanted.given is None else float(Decimal(wanted.given))
    changed = update(grades).where(grades.c.id == row.grade, still).values(manual_score=points, needs_manual_grade=wanted.waiting)
    if connection.execute(changed).rowcount != 1:
        return False
    if row.comment is None:
        return True
    said = comments.c.manual_comment.is_not_distinct_from(row.manual_comment)
    told = update(comments).where(comments.c.id == row.comment, said).values(manual_comment=wanted.comment or None)
    return connection.execute(told).rowcount == 1


def _row(connection: Connection, place: Place) -> Any:
    query = _query()
    own = (query.selected_columns[name] == getattr(place, name) for name in ("module", "exercise", "learner", "cell"))
    row = connection.execute(query.where(*own)).first()
    connection.rollback()  # what was read is compared again when it is written: no lock is held meanwhile
    return row


def _query() -> Select[Any]:
    grade, cell, told, comment = Grade.__table__, GradeCell.__table__, SolutionCell.__table__, Comment.__table__
    # A cell for a text is two in the gradebook, of one name: one holds the points, the other the comment.
    named, commented = BaseCell.__table__.alias("named"), BaseCell.__table__.alias("commented")
    handed, notebook = SubmittedNotebook.__table__, Notebook.__table__
    submission, assignment = SubmittedAssignment.__table__, Assignment.__table__
    same = (commented.c.notebook_id == named.c.notebook_id) & (commented.c.name == named.c.name)
    same &= commented.c.id.in_(select(told.c.id))
    ground = (
        grade.join(named, named.c.id == grade.c.cell_id)
        .join(cell, cell.c.id == named.c.id)
        .join(handed, handed.c.id == grade.c.notebook_id)
        .join(notebook, notebook.c.id == handed.c.notebook_id)
        .join(submission, submission.c.id == handed.c.assignment_id)
        .join(assignment, assignment.c.id == submission.c.assignment_id)
        .outerjoin(commented, same)
        .outerjoin(comment, (comment.c.cell_id == commented.c.id) & (comment.c.notebook_id == handed.c.id))
    )
    return select(
        assignment.c.name.label("module"),
        notebook.c.name.label("exercise"),
        submission.c.student_id.label("learner"),
        named.c.name.label("cell"),
        cell.c.cell_type,
        cell.c.max_score,
        grade.c.id.label("grade"),
        grade.c.auto_score,
        grade.c.manual_score,
        grade.c.needs_manual_grade,
        comment.c.id.label("comment"),
        comment.c.manual_comment,
    ).select_from(ground)


def _place(row: Any) -> GradedPlace:
    return GradedPlace(
        place=Place(module=row.module, exercise=row.exercise, learner=row.learner, cell=row.cell),
        kind="check" if row.cell_type == "code" else "written",
        maximum=Decimal(_text(row.max_score) or "0"),
        standing=_standing(row),
    )


def _standing(row: Any) -> Standing:
    return Standing(
        given=_text(row.manual_score),
        measured=_text(row.auto_score),
        waiting=bool(row.needs_manual_grade),
        comment=row.manual_comment or "",
    )


def _text(number: float | None) -> str | None:
    return None if number is None else f"{Decimal(repr(round(float(number), _DIGITS))).normalize():f}"


def _is_there(url: str) -> bool:
    # SQLite makes an empty file of a name that is not there.
    found = make_url(url)
    return found.get_backend_name() != "sqlite" or Path(found.database or "").is_file()


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = open_database(url)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise Refused(f"The gradebook {shown_url(url)} does not take this now: {why_refused(error)} Nothing was saved.") from error
    finally:
        engine.dispose()
