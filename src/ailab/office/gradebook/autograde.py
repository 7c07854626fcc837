"""What `nbgrader autograde` does before and after running a notebook, without its kernel and its many commits.

    snapshot ─▶ sanitize (nbgrader's own steps, the database read once) ─▶ … run elsewhere … ─▶ finish (its own
    steps again) ─▶ Scored ─▶ one transaction per learner in `Writer`

Parity is judged by results: points, marks to be given by hand, comments and late penalties equal stock's.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any, Final, Self

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader import utils
from nbgrader.api import Comment, Grade, MissingEntry, Student, SubmittedAssignment, SubmittedNotebook, new_uuid
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
)
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, selectinload
from traitlets.config import Config

from ailab.errors import Refused
from ailab.office.gradebook.database import open_database
from ailab.office.gradebook.snapshot import GradedCell, NotebookEntry, Snapshot, SourceCell, why_refused

_TRIES: Final = 3
"""How often a learner's points are offered to the gradebook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellScore:
    """What one graded cell got: nbgrader's auto_score, None where a person must mark."""

    cell: str
    points: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A notebook after all steps."""

    name: str
    notebook: Any
    scores: tuple[CellScore, ...]
    comments: Mapping[str, str | None]
    """By name of solution or task cell."""
    refused: str = ""
    """Why nbgrader's rules stopped at a cell; what came before it counts, as it does there."""


class _Lookup:
    """The questions nbgrader's OverwriteCells asks its gradebook."""

    def __init__(self, entry: NotebookEntry) -> None:
        self._entry = entry

    def find_source_cell(self, name: str, _notebook: str, _assignment: str) -> SourceCell:
        if name not in self._entry.source_cells:
            raise MissingEntry(name)
        return self._entry.source_cells[name]

    def find_graded_cell(self, name: str, _notebook: str, _assignment: str) -> GradedCell:
        if name not in self._entry.graded_cells:
            raise MissingEntry(name)
        return self._entry.graded_cells[name]

    def find_notebook(self, _name: str, _assignment: str) -> SimpleNamespace:
        graded = self._entry.graded_cells.values()
        return SimpleNamespace(
            source_cells=list(self._entry.source_cells.values()),
            grade_cells=[cell for cell in graded if not cell.is_task],
            task_cells=[cell for cell in graded if cell.is_task],
            solution_cells=[SimpleNamespace(name=name) for name in self._entry.commented_cells],
        )


class _OverwriteCells(OverwriteCells):
    """nbgrader's own step on what was read before."""

    entry: NotebookEntry

    def preprocess(self, nb: Any, resources: Any) -> Any:
        self.notebook_id, self.assignment_id = self.entry.name, ""
        self.gradebook = _Lookup(self.entry)
        for index, cell in enumerate(nb.cells):
            nb.cells[index], resources = self.preprocess_cell(cell, resources, index)
        if self.add_missing_cells:
            nb, resources = self.add_missing_grade_cells(nb, resources)
            nb, resources = self.add_missing_task_cells(nb, resources)
        return nb, resources


def sanitize(notebook: Any, entry: NotebookEntry, config: Config) -> Any:
    """Return a submitted notebook as nbgrader would run it."""
    for step in (ClearOutput(config=config), DeduplicateIds(config=config)):
        notebook, _ = step(notebook, {})
    kernelspec = json.loads(entry.kernelspec) if entry.kernelspec else None
    if kernelspec:
        notebook.metadata["kernelspec"] = kernelspec
    overwrite = _OverwriteCells(config=config)
    overwrite.entry = entry
    for last in (overwrite, CheckCellMetadata(config=config)):
        notebook, _ = last(notebook, {})
    return notebook


def finish(notebook: Any, entry: NotebookEntry, config: Config) -> Scored:
    """Return a notebook that was run with its points, as nbgrader determines them."""
    for step in (IgnorePattern(config=config), ClearMetadataPreprocessor(config=config), LimitOutput(config=config)):
        # Called, not .preprocess: a step that the configuration turns off is off here too.
        notebook, _ = step(notebook, {})
    scores: list[CellScore] = []
    comments: dict[str, str | None] = {}
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if utils.is_grade(cell) and name in entry.graded_cells:
            try:
                points, _ = utils.determine_grade(cell)
            except Exception as error:  # noqa: BLE001 - a result above the maximum, a cell type that is none …
                return Scored(
                    name=entry.name, notebook=notebook, scores=tuple(scores), comments=comments, refused=f"{type(error).__name__}: {error}"
                )
            scores.append(CellScore(cell=name, points=points))
        if (utils.is_solution(cell) or utils.is_task(cell)) and name in entry.commented_cells:
            untouched = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell) and not utils.is_task(cell)
            comments[name] = "No response." if untouched else None
    notebook, _ = CheckCellMetadata(config=config)(notebook, {})
    return Scored(name=entry.name, notebook=notebook, scores=tuple(scores), comments=comments)


def submitted_at(folder: Path) -> Any:
    """Return the UTC instant in a submission's timestamp.txt, or None."""
    path = folder / "timestamp.txt"
    return utils.parse_utc(path.read_text(encoding="utf-8").strip()) if path.is_file() else None


class Writer:
    """The one that writes points into the gradebook: one transaction per learner."""

    def __init__(self, url: str, snapshot: Snapshot, config: Config) -> None:
        """Open the gradebook."""
        self._snapshot = snapshot
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
        submission = self._submission(learner, timestamp)
        by_name = {each.name: each for each in scored}
        for notebook in submission.notebooks:
            found = by_name.get(notebook.name)
            if found:
                self._save(notebook, found)
            elif notebook.name not in handed_in:
                _give_nothing(notebook)
        self._session.flush()
        for notebook in submission.notebooks:
            if notebook.name in by_name and not by_name[notebook.name].refused:
                self._penalize(submission, notebook, learner)
        self._session.commit()

    def _submission(self, learner: str, timestamp: Any) -> Any:
        if self._session.get(Student, learner) is None:
            self._session.add(Student(id=learner))
        found = self._session.scalars(
            select(SubmittedAssignment)
            .where(SubmittedAssignment.assignment_id == self._snapshot.id, SubmittedAssignment.student_id == learner)
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.grades))
            .options(selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.comments))
        ).first()
        if found is None:
            found = self._new_submission(learner)
        if timestamp is not None:
            found.timestamp = timestamp
        return found

    def _new_submission(self, learner: str) -> Any:
        submission = SubmittedAssignment(id=new_uuid(), assignment_id=self._snapshot.id, student_id=learner)
        self._session.add(submission)
        for entry in self._snapshot.notebooks.values():
            notebook = new_uuid()
            self._session.add(SubmittedNotebook(id=notebook, notebook_id=entry.id, assignment_id=submission.id))
            self._session.add_all(Grade(id=new_uuid(), cell_id=cell.id, notebook_id=notebook) for cell in entry.graded_cells.values())
            self._session.add_all(Comment(id=new_uuid(), cell_id=cell, notebook_id=notebook) for cell in entry.commented_cells.values())
        self._session.flush()
        self._session.refresh(submission)
        return submission

    def _save(self, notebook: Any, scored: Scored) -> None:
        entry = self._snapshot.notebooks[scored.name]
        ids = {cell.id: cell.name for cell in entry.graded_cells.values()}
        given = {score.cell: score.points for score in scored.scores}
        for grade in notebook.grades:
            name = ids[grade.cell_id]
            if name in given:
                grade.auto_score = given[name]
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        names = {cell: name for name, cell in entry.commented_cells.items()}
        for comment in notebook.comments:
            if names[comment.cell_id] in scored.comments:
                comment.auto_comment = scored.comments[names[comment.cell_id]]

    def _penalize(self, submission: Any, notebook: Any, learner: str) -> None:
        self._session.refresh(notebook)
        notebook.late_submission_penalty = None
        late = submission.total_seconds_late
        if late > 0:
            score = notebook.score
            penalty = self._penalties.plugin_inst.late_submission_penalty(learner, score, late)
            if penalty is not None:
                notebook.late_submission_penalty = min(max(penalty, 0), score)


def _give_nothing(notebook: Any) -> None:
    for grade in notebook.grades:
        grade.auto_score = 0.0
        grade.needs_manual_grade = False
