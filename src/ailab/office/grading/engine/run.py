"""Grade a module with the engine: notebooks in parallel in the sandbox, one writer at the gradebook.

Writes what `nbgrader autograde` writes. Each learner is one transaction and one folder put in place at
once, so a run that is killed anywhere and started again ends with the same gradebook.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import nbformat

from ailab.checks.files import hidden_path, read_manifest
from ailab.checks.seed import seed_of
from ailab.lang import Language
from ailab.office.gradebook import (
    Config,
    Scored,
    Snapshot,
    Writer,
    database_url,
    finish,
    open_course,
    read_snapshot,
    sanitize,
    submitted_at,
)
from ailab.office.grading.engine.drive import Done, Job, files_beside
from ailab.office.grading.engine.outside import CheckText
from ailab.office.grading.engine.runners import Runner
from ailab.office.sandbox import Limits

Mode = Literal["certificate", "parity"]
_AHEAD: Final = 3
"""Notebooks prepared per worker before the next result is waited for."""
_NBGRADERS_TIMEOUT_S: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One notebook of one learner."""

    learner: str
    name: str
    path: Path
    language: Language


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A notebook that could not be graded, and why, for the trainer."""

    name: str
    why: str


def open_assignment(root: Path, module: str, mode: Mode) -> Assignment:
    """Return what is needed to grade a module of an nbgrader course folder."""
    config = open_course(root).config
    source = root / "source" / module
    return Assignment(
        root=root,
        module=module,
        snapshot=read_snapshot(database_url(root), module),
        config=config,
        mode=mode,
        source_files=files_beside(source) if source.is_dir() else {},
        limits=Limits(seconds=600.0),
    )


def grade_learners(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], *, runner: Runner, done: Callable[[int], None]
) -> dict[str, list[Failed]]:
    """Run and save every learner's notebooks; return what could not be graded."""
    failed: dict[str, list[Failed]] = {}
    with Writer(database_url(assignment.root), assignment.snapshot, assignment.config) as writer:
        for count, (learner, results) in enumerate(_by_learner(assignment, learners, runner), 1):
            _save(assignment, writer, learner, results)
            failed[learner] = [each for each in results if isinstance(each, Failed)]
            done(count)
    return failed


def _by_learner(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], runner: Runner
) -> Iterator[tuple[str, list[Scored | Failed]]]:
    """Yield each learner once all of their notebooks have been run."""
    open_tasks = {learner: len(tasks) for learner, tasks in learners.items()}
    results: dict[str, list[Scored | Failed]] = {learner: [] for learner in learners}
    for task, result in _results(assignment, [task for tasks in learners.values() for task in tasks], runner):
        results[task.learner].append(result)
        open_tasks[task.learner] -= 1
        if not open_tasks[task.learner]:
            yield task.learner, results.pop(task.learner)


def _results(assignment: Assignment, tasks: Sequence[Task], runner: Runner) -> Iterator[tuple[Task, Scored | Failed]]:
    again: list[tuple[Task, Job]] = []
    waiting: dict[Future[Done], tuple[Task, Job]] = {}
    for task in tasks:
        job = _job(assignment, task)
        if isinstance(job, Failed):
            yield task, job
        else:
            waiting[runner.submit(job)] = task, job
        # What is done is written while the rest runs, and memory holds few notebooks at a time.
        full = len(waiting) >= _AHEAD * runner.workers
        for future in _finished(waiting, all_of_them=False) if full else ():
            yield from _one(assignment, future, *waiting.pop(future), again, runner)
    while waiting:
        for future in _finished(waiting, all_of_them=False):
            yield from _one(assignment, future, *waiting.pop(future), again, runner)
    for task, job in again:
        # Load must not turn into zeros: what ran out of time or memory beside others is run once more, alone.
        yield task, _finish(assignment, task, runner.submit(job).result())


def _finished(waiting: Iterable[Future[Done]], *, all_of_them: bool) -> set[Future[Done]]:
    return wait(waiting, return_when=ALL_COMPLETED if all_of_them else FIRST_COMPLETED).done


def _one(
    assignment: Assignment, future: Future[Done], task: Task, job: Job, again: list[tuple[Task, Job]], runner: Runner
) -> Iterator[tuple[Task, Scored | Failed]]:
    finished = future.result()
    if finished.trouble and runner.workers > 1:
        again.append((task, job))
    else:
        yield task, _finish(assignment, task, finished)


def _finish(assignment: Assignment, task: Task, finished: Done) -> Scored | Failed:
    try:
        return finish(finished.notebook, assignment.snapshot.notebooks[task.name], assignment.config)
    except Exception as error:  # noqa: BLE001 - nbgrader's own rules say no to this notebook, and to no other
        return Failed(name=task.name, why=f"{type(error).__name__}: {error}")


def _job(assignment: Assignment, task: Task) -> Job | Failed:
    try:
        notebook = sanitize(
            nbformat.read(task.path, as_version=nbformat.current_nbformat), assignment.snapshot.notebooks[task.name], assignment.config
        )
    except Exception as error:  # noqa: BLE001 - a stranger's file: one broken notebook costs one learner one message
        return Failed(name=task.name, why=f"{type(error).__name__}: {error}")
    execute = assignment.config.get("Execute", {})
    return Job(
        notebook=notebook,
        files={**files_beside(task.path.parent), **assignment.source_files},
        check=_check(assignment, task) if notebook.metadata.get("ailab") else None,
        cell_seconds=execute.get("timeout", _NBGRADERS_TIMEOUT_S),
        limits=assignment.limits,
        language=task.language,
        timeout_output=dict(execute.get("error_on_timeout", {})),
        environment={"NBGRADER_EXECUTION": "autograde"} if assignment.mode == "parity" else {},
    )


def _check(assignment: Assignment, task: Task) -> CheckText | None:
    """Return the check of one of our exercises as text; None for notebooks of others."""
    source = assignment.root / "source" / assignment.module
    path = source / f"{task.name}_check.py"
    if not path.is_file():
        return None
    manifest = read_manifest(source, task.name)
    hidden = hidden_path(assignment.root / "graders", assignment.module, task.name)
    catalogue = source / "locale" / f"{task.language}.mo"
    # Stock nbgrader knows no learner, so parity takes the same seed for all.
    seed = seed_of(manifest.release, task.name) if assignment.mode == "parity" else seed_of(task.learner, manifest.release, task.name)
    return CheckText(
        visible=path.read_text(encoding="utf-8"),
        hidden=hidden.read_text(encoding="utf-8"),
        messages=catalogue.read_bytes() if catalogue.is_file() else b"",
        manifest=manifest,
        seed=seed,
    )


def _save(assignment: Assignment, writer: Writer, learner: str, results: Sequence[Scored | Failed]) -> None:
    folder = assignment.root / "submitted" / learner / assignment.module
    target = assignment.root / "autograded" / learner / assignment.module
    scored = sorted((each for each in results if isinstance(each, Scored)), key=lambda each: each.name)
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, content in {**files_beside(folder), **assignment.source_files}.items():
        path = part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for each in scored:
        path = part / f"{each.name}.ipynb"
        path.write_text(nbformat.writes(each.notebook) + "\n", encoding="utf-8")
        path.chmod(0o444)
    writer.write(learner, submitted_at(folder), scored)
    # Only now: an autograded folder says that its points are saved.
    shutil.rmtree(target, ignore_errors=True)
    part.replace(target)
