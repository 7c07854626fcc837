"""Points into nbgrader's database: a learner whole or not at all, several in one transaction where there are several."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What the gradebook is to hold of one learner."""

    learner: str
    timestamp: Any
    scored: Sequence[Scored]
    handed_in: Collection[str]
    """What was not gets nbgrader's 0; what was and has no result stays as it is."""


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

    def write(self, submissions: Sequence[Submission]) -> Iterator[Submission]:
        """Save submissions and yield each one once it is.

        Raises
        ------
        Refused
            When the gradebook does not take one; nothing of this learner is saved then.
        """
        if len(submissions) > 1 and self._is_written(submissions):
            yield from submissions
            return
        for submission in submissions:
            self._write_patiently(submission)
            yield submission

    def _is_written(self, submissions: Sequence[Submission]) -> bool:
        """Tell whether the gradebook took them together: a disk is waited for once then, not once for each."""
        try:
            self._write(submissions)
        except Exception:  # noqa: BLE001 - each alone says what is wrong with it, and the others are saved
            self._session.rollback()
            return False
        return True

    def _write_patiently(self, submission: Submission) -> None:
        for left in reversed(range(_TRIES)):
            try:
                self._write([submission])
                return
            except Exception as error:
                self._session.rollback()
                # Another grader entered the same learner meanwhile, or the server went away for a moment: look again.
                if not (left and isinstance(error, DBAPIError)):
                    raise Refused(
                        f"The gradebook did not take the points of {submission.learner}: {why_refused(error)} Nothing of them was saved; who came before keeps theirs."
                    ) from error

    def _write(self, submissions: Sequence[Submission]) -> None:
        entered = [(self._entered(each), each) for each in submissions]
        self._session.flush()
        for found, submission in entered:
            self._penalize(found, submission)
        self._session.commit()

    def _entered(self, submission: Submission) -> Any:
        """Return a submission as the gradebook knows it, with its points."""
        if self._session.get(Student, submission.learner) is None:
            self._session.add(Student(id=submission.learner))
        found = self._found(submission.learner) or self._new(submission.learner)
        if submission.timestamp is not None:
            found.timestamp = submission.timestamp
        scored = {each.name: each for each in submission.scored}
        for notebook in found.notebooks:
            entry = self._entries[notebook.notebook_id]
            if entry.name in scored:
                _save(notebook, entry, scored[entry.name])
            elif entry.name not in submission.handed_in:
                _give_nothing(notebook)
        return found

    def _found(self, learner: str) -> Any:
        return self._session.scalars(
            select(SubmittedAssignment)
            .where(SubmittedAssignment.assignment_id == self._assignment, SubmittedAssignment.student_id == learner)
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.grades))
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.comments))
        ).first()

    def _new(self, learner: str) -> Any:
        submission = SubmittedAssignment(id=new_uuid(), assignment_id=self._assignment, student_id=learner)
        submission.notebooks = [_new_notebook(entry) for entry in self._entries.values()]
        self._session.add(submission)
        return submission

    def _penalize(self, found: Any, submission: Submission) -> None:
        late = found.total_seconds_late
        graded = {each.name for each in submission.scored if not each.refused}
        for notebook in found.notebooks if late > 0 else ():
            if self._entries[notebook.notebook_id].name in graded:
                self._session.refresh(notebook)
                score = notebook.score
                penalty = self._penalties.plugin_inst.late_submission_penalty(submission.learner, score, late)
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
