"""From a notebook that was handed in to a job for the sandbox."""

from typing import Any

import nbformat

from ailab.checks.files import hidden_path, read_manifest
from ailab.checks.seed import seed_of
from ailab.lang import Language, as_language
from ailab.office.gradebook import sanitize
from ailab.office.gradebook.execution import expect_python
from ailab.office.grading.engine.assignment import Assignment, Failed, Task
from ailab.office.grading.engine.beside import files_beside, printable, read_notebook, together
from ailab.office.grading.engine.drive import Job
from ailab.office.grading.engine.outside import CheckText


def prepare(assignment: Assignment, task: Task) -> Job | Failed:
    """Return what is to be run, or why nothing can be."""
    try:
        received = read_notebook(task.path)
        language = task.language or _language_of(received)
        notebook = sanitize(received, assignment.snapshot.notebooks[task.name], assignment.config)
        files = together(files_beside(task.path.parent), assignment.source_files)
        if assignment.mode == "parity":
            expect_python(notebook)
            files = _as_autograded(assignment, task, files, nbformat.writes(notebook).encode("utf-8", "replace"))
    except Exception as error:  # noqa: BLE001 - a stranger's file: one broken notebook costs one learner one message
        return Failed(name=task.name, why=printable(error))
    execution = assignment.execution
    return Job(
        notebook=notebook,
        files=files,
        folder=assignment.module if assignment.mode == "parity" else "",
        check=_check(assignment, task, language),
        cell_seconds=execution.cell_seconds,
        interrupts=execution.interrupts,
        skip_tag=execution.skip_tag,
        limits=assignment.limits,
        language=language,
        timeout_output=execution.timeout_output,
        like_stock=assignment.mode == "parity",
        environment={"NBGRADER_EXECUTION": "autograde"} if assignment.mode == "parity" else {},
    )


def _language_of(notebook: Any) -> Language:
    facts = notebook.metadata.get("ailab")
    return (as_language(facts.get("language")) if isinstance(facts, dict) else None) or "en"


def _as_autograded(assignment: Assignment, task: Task, files: dict[str, bytes], own: bytes) -> dict[str, bytes]:
    """Return the folder as stock nbgrader runs notebooks in it: named like the assignment, and the notebook is there."""
    return {f"{assignment.module}/{name}": content for name, content in {**files, f"{task.name}.ipynb": own}.items()}


def _check(assignment: Assignment, task: Task, language: Language) -> CheckText | None:
    """Return the check of one of our exercises as text; None for notebooks of others."""
    source = assignment.root / "source" / assignment.module
    path = source / f"{task.name}_check.py"
    if not path.is_file():
        return None
    manifest = read_manifest(source, task.name)
    hidden = hidden_path(assignment.root / "graders", assignment.module, task.name)
    catalogue = source / "locale" / f"{language}.mo"
    # Stock nbgrader knows no learner, so parity takes the same seed for all.
    seed = seed_of(manifest.release, task.name) if assignment.mode == "parity" else seed_of(task.learner, manifest.release, task.name)
    return CheckText(
        visible=path.read_text(encoding="utf-8"),
        hidden=hidden.read_text(encoding="utf-8"),
        messages=catalogue.read_bytes() if catalogue.is_file() else b"",
        manifest=manifest,
        seed=seed,
    )
