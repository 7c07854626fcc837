"""An assignment as nbgrader's gradebook knows it, read once; and what to say when it cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nbgrader.api import Assignment, Notebook
from sqlalchemy import make_url, select
from sqlalchemy.orm import Session, selectinload

from ailab.errors import Refused, UnknownName
from ailab.office.gradebook.database import open_database, shown_url

_REMEDIES: Final[Mapping[str, str]] = {
    "database is locked": "Another program holds it: close the formgrader or the other grading run, and run the same command again.",
    "no such table": "It holds nothing of nbgrader's: move it away, and run nbgrader generate_assignment.",
    "no such column": "It is of another nbgrader: run nbgrader db upgrade on a copy.",
    "not a database": "It is damaged: put a copy in its place.",
    "malformed": "It is damaged: put a copy in its place.",
    "readonly": "Give yourself the right to write it and its folder, and run the same command again.",
    "unable to open": "Give yourself the right to read and write it and its folder, and run the same command again.",
    "disk is full": "Make room, and run the same command again.",
    "disk I/O error": "Look at the disk, and run the same command again.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCell:
    """A cell as the gradebook keeps it; the names are nbgrader's."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedCell:
    """A cell that gives points."""

    id: str
    name: str
    max_score: float
    is_task: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotebookEntry:
    """One notebook of an assignment in the gradebook."""

    id: str
    name: str
    kernelspec: str | None
    source_cells: Mapping[str, SourceCell]
    graded_cells: Mapping[str, GradedCell]
    commented_cells: Mapping[str, str]
    """Ids of solution and task cells, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An assignment as the gradebook knows it, read once."""

    assignment: str
    id: str
    notebooks: Mapping[str, NotebookEntry]


def read_snapshot(url: str, assignment: str) -> Snapshot:
    """Return an assignment from the gradebook.

    Raises
    ------
    UnknownName
        When the gradebook has no such assignment.
    Refused
        When there is no gradebook, or it cannot be read.
    """
    _expect_file(url, assignment)
    engine = open_database(url)
    try:
        with Session(engine) as session:
            found = session.scalars(select(Assignment).where(Assignment.name == assignment)).first()
            if found is None:
                raise UnknownName("assignment", assignment, session.scalars(select(Assignment.name)))
            notebooks = session.scalars(
                select(Notebook).where(Notebook.assignment_id == found.id).options(selectinload(Notebook.source_cells))
            ).all()
            return Snapshot(assignment=assignment, id=found.id, notebooks={each.name: _entry(each) for each in notebooks})
    except UnknownName:
        raise
    except Exception as error:
        raise Refused(f"The gradebook {shown_url(url)} cannot be read: {why_refused(error)}") from error
    finally:
        engine.dispose()


def _expect_file(url: str, assignment: str) -> None:
    # SQLite makes an empty file of a name that is not there.
    path = make_url(url).database
    if url.startswith("sqlite") and path and not Path(path).is_file():
        raise Refused(f"There is no gradebook at {path}. Make it in the course folder with: nbgrader generate_assignment {assignment}")


def why_refused(error: Exception) -> str:
    """Return what is wrong with a gradebook, and what helps."""
    said = str(getattr(error, "orig", None) or error)
    return next((f"{said}. {help_}" for part, help_ in _REMEDIES.items() if part in said), f"{type(error).__name__}: {said}")


def _entry(notebook: Any) -> NotebookEntry:
    graded = [*notebook.grade_cells, *notebook.task_cells]
    commented = [*notebook.solution_cells, *notebook.task_cells]
    return NotebookEntry(
        id=notebook.id,
        name=notebook.name,
        kernelspec=notebook.kernelspec,
        source_cells={
            cell.name: SourceCell(name=cell.name, cell_type=cell.cell_type, locked=cell.locked, source=cell.source, checksum=cell.checksum)
            for cell in notebook.source_cells
        },
        graded_cells={
            cell.name: GradedCell(id=cell.id, name=cell.name, max_score=float(cell.max_score), is_task=cell.type == "TaskCell")
            for cell in graded
        },
        commented_cells={cell.name: cell.id for cell in commented},
    )
