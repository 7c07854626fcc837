"""What one run grades: an assignment, its notebooks, and what could not be graded."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ailab.lang import Language
from ailab.office.gradebook import Config, Snapshot, database_url, open_course, read_snapshot
from ailab.office.gradebook.execution import Execution, execution_of
from ailab.office.grading.engine.beside import files_beside
from ailab.office.grading.work import Mode
from ailab.office.sandbox import Limits

_LONGEST_S: Final = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One notebook of one learner."""

    learner: str
    name: str
    path: Path
    language: Language | None = None
    """Of what the learner reads; None where the notebook itself says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What every task of a run shares."""

    root: Path
    module: str
    snapshot: Snapshot
    config: Config
    mode: Mode
    source_files: Mapping[str, bytes]
    limits: Limits
    execution: Execution
    excluded: frozenset[str]
    """Learners that the configuration leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A notebook that could not be graded, and why, for the trainer."""

    name: str
    why: str


def open_assignment(root: Path, module: str, mode: Mode) -> Assignment:
    """Return what is needed to grade a module of an nbgrader course folder."""
    opened = open_course(root)
    source = root / "source" / module
    execution = execution_of(opened.config)
    return Assignment(
        root=root,
        module=module,
        snapshot=read_snapshot(database_url(root), module),
        config=opened.config,
        mode=mode,
        source_files=_source_files(opened.config, source, module) if source.is_dir() else {},
        # Stock has no limit for a whole notebook but that of its cells.
        limits=Limits(seconds=_LONGEST_S, cpu_s=int(_LONGEST_S)) if mode == "parity" else Limits(seconds=_LONGEST_S),
        execution=execution,
        excluded=frozenset(opened.directory.student_id_exclude.split(",")),
    )


def _source_files(config: Config, source: Path, module: str) -> dict[str, bytes]:
    """Return what replaces learners' files: all that stands beside the source, unless the configuration excepts it."""
    kept = config.get("Autograde", {}).get("exclude_overwriting", {}).get(module, ())
    return {name: content for name, content in files_beside(source).items() if name not in kept}
