"""Points into nbgrader's database: one transaction per learner, in as few questions as that takes."""

from collections.abc import Collection, Sequence
from types import TracebackType
from typing import Any, Final, Self

from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook, new_uuid
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, selectinload
from traitlets.config import Config

from ailab.errors import Refused
from ailab.office.gradebook.autograde import Scored
from ailab.office.gradebook.database import open_database
from ailab.office.gradebook.snapshot import NotebookEntry, Snapshot, why_refused

_TRIES: Final = 3
"""How often a learner's points are offered to the gradebook."""


class Writer:
    """The one that writes points into the gradebook."""

    def __init__(self, url: str, snapshot: Snapshot, config: Config) -> None:
        """Open the gradebook."""
        self._assignment = snapshot.id
        self._entries = {entry.id: entry for entry in snapshot.notebooks.values()}
        self._engine = open_database(url)
        self._session = Session(self._engine, autoflush=False)
        self._penalties = AssignLatePenalties(config=config)
        self._penalties.init_plugin()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the gradebook; what was not committed is gone."""
        self._session.close()
        self._engine.dispose()

    def write(self, learner: str, timestamp: Any, scored: Sequence[Scored], *, handed_in: Collection[str]) -> None:
        """Save one learner's points. What was not handed in gets nbgrader's 0; what was and has no result stays as it is.

        Raises
        ------
        Refused
            When the gradebook does not take them; nothing of this learner is saved then.
        """
        for left in reversed(range(_TRIES)):
            try:
                self._write_once(learner, timestamp, scored, handed_in)
                return
            except Exception as error:
                self._session.rollback()
                # Another grader entered the same learner meanwhile, or the server went away for a moment: look again.
                if not (left and isinstance(error, DBAPIError)):
                    raise Refused(
                        f"The gradebook did not take the points of {learner}: {why_refused(error)} Nothing of them was saved; who came before keeps theirs."
                    ) from error

    def _write_once(self, learner: str, timestamp: Any, scored: Sequence[Scored], handed_in: Collection[str]) -> None:
        if self._session.get(Student, learner) is None:
            self._session.add(Student(id=learner))
        submission = self._submission(learner) or self._new_submission(learner)
        if timestamp is not None:
            submission.timestamp = timestamp
        by_name = {each.name: each for each in scored}
        for notebook in submission.notebooks:
            entry = self._entries[notebook.notebook_id]
            found = by_name.get(entry.name)
            if found:
                _save(notebook, entry, found)
            elif entry.name not in handed_in:
                _give_nothing(notebook)
        self._session.flush()
        late = submission.total_seconds_late
        for notebook in submission.notebooks if late > 0 else ():
            found = by_name.get(self._entries[notebook.notebook_id].name)
            if found and not found.refused:
                self._penalize(notebook, learner, late)
        self._session.commit()

    def _submission(self, learner: str) -> Any:
        return self._session.scalars(
            select(SubmittedAssignment)
            .where(SubmittedAssignment.assignment_id == self._assignment, SubmittedAssignment.student_id == learner)
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.grades))
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.comments))
        ).first()

    def _new_submission(self, learner: str) -> Any:
        submission = SubmittedAssignment(id=new_uuid(), assignment_id=self._assignment, student_id=learner)
        submission.notebooks = [_new_notebook(entry) for entry in self._entries.values()]
        self._session.add(submission)
        return submission

    def _penalize(self, notebook: Any, learner: str, late: float) -> None:
        self._session.refresh(notebook)
        score = notebook.score
        penalty = self._penalties.plugin_inst.late_submission_penalty(learner, score, late)
        if penalty is not None:
            notebook.late_submission_penalty = min(max(penalty, 0), score)


def _new_notebook(entry: NotebookEntry) -> Any:
    return SubmittedNotebook(
        id=new_uuid(),
        notebook_id=entry.id,
        grades=[Grade(id=new_uuid(), cell_id=cell.id) for cell in entry.graded_cells.values()],
        comments=[Comment(id=new_uuid(), cell_id=cell) for cell in entry.commented_cells.values()],
    )


def _save(notebook: Any, entry: NotebookEntry, scored: Scored) -> None:
    names = {cell.id: cell.name for cell in entry.graded_cells.values()}
    given = {score.cell: score.points for score in scored.scores}
    for grade in notebook.grades:
        name = names[grade.cell_id]
        if name in given:
            grade.auto_score = given[name]
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    commented = {cell: name for name, cell in entry.commented_cells.items()}
    for comment in notebook.comments:
        if commented[comment.cell_id] in scored.comments:
            comment.auto_comment = scored.comments[commented[comment.cell_id]]
    if not scored.refused:
        notebook.late_submission_penalty = None  # as nbgrader: given anew at each run


def _give_nothing(notebook: Any) -> None:
    for grade in notebook.grades:
        grade.auto_score = 0.0
        grade.needs_manual_grade = False
