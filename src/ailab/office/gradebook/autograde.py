"""What `nbgrader autograde` does before and after running a notebook, without its kernel and its many commits.

    snapshot ─▶ sanitize (nbgrader's own steps, the database read once) ─▶ … run elsewhere … ─▶ finish (its own
    steps again) ─▶ Scored ─▶ writer.py

Parity is judged by results: points, marks to be given by hand, comments and late penalties equal stock's.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader import utils
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import (
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
)
from traitlets.config import Config

from ailab.office.gradebook.labels import CheckLabels
from ailab.office.gradebook.snapshot import GradedCell, NotebookEntry, SourceCell


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
    for last in (overwrite, CheckLabels(config=config)):
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
    notebook, _ = CheckLabels(config=config)(notebook, {})
    return Scored(name=entry.name, notebook=notebook, scores=tuple(scores), comments=comments)


def submitted_at(folder: Path) -> Any:
    """Return the UTC instant in a submission's timestamp.txt, or None."""
    path = folder / "timestamp.txt"
    return utils.parse_utc(path.read_text(encoding="utf-8").strip()) if path.is_file() else None
