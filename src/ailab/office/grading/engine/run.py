"""Grade a module with the engine: notebooks in parallel in the sandbox, one writer at the gradebook.

Writes what `nbgrader autograde` writes. Each learner is one transaction and one folder put in place at
once, so a run that is killed anywhere and started again ends with the same gradebook.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import nbformat

from ailab.checks.files import hidden_cases, read_check, read_manifest
from ailab.checks.seed import seed_of
from ailab.errors import AilabError, Refused
from ailab.lang import Language, folder_translations
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
from ailab.office.grading.engine.drive import MODULES, Done, Job, OutsideCheck, files_beside, outside_checks, run_notebook
from ailab.office.sandbox import Limits, Template, TemplateGone, View

Mode = Literal["certificate", "parity"]
_TRIES: Final = 3
"""How often a notebook is begun again when the template under it was killed."""


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
    cell_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A notebook that could not be graded, and why, for the trainer."""

    name: str
    why: str


def open_assignment(root: Path, module: str, mode: Mode) -> Assignment:
    """Return what is needed to grade a module of an nbgrader course folder."""
    config = open_course(root).config
    execute = config.get("Execute", {})
    source = root / "source" / module
    return Assignment(
        root=root,
        module=module,
        snapshot=read_snapshot(database_url(root), module),
        config=config,
        mode=mode,
        source_files=files_beside(source) if source.is_dir() else {},
        limits=Limits(seconds=600.0),
        cell_seconds=execute.get("timeout", 30),
    )


def grade_learners(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], *, workers: int, done: Callable[[int], None]
) -> dict[str, list[Failed]]:
    """Run and save every learner's notebooks; return what could not be graded."""
    failed: dict[str, list[Failed]] = {}
    with _template() as template, Writer(database_url(assignment.root), assignment.snapshot, assignment.config) as writer:
        for count, (learner, results) in enumerate(_by_learner(assignment, learners, template, workers), 1):
            _save(assignment, writer, learner, results)
            failed[learner] = [each for each in results if isinstance(each, Failed)]
            done(count)
    return failed


def _template() -> Template:
    return Template(MODULES, view=View())


def _by_learner(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], template: Template, workers: int
) -> Iterable[tuple[str, list[Scored | Failed]]]:
    """Yield each learner once all of their notebooks have been run."""
    open_tasks = {learner: len(tasks) for learner, tasks in learners.items()}
    results: dict[str, list[Scored | Failed]] = {learner: [] for learner in learners}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures: dict[Future[Scored | Failed | None], Task] = {
            pool.submit(_grade, assignment, task, template, alone=workers == 1): task for tasks in learners.values() for task in tasks
        }
        again: list[Task] = []
        for future in as_completed(futures):
            task = futures[future]
            result = future.result()
            if result is None:
                again.append(task)
                continue
            results[task.learner].append(result)
            open_tasks[task.learner] -= 1
            if not open_tasks[task.learner]:
                yield task.learner, results.pop(task.learner)
    # Load must not turn into zeros: what ran out of time or memory beside others is run once more, alone.
    for task in again:
        result = _grade(assignment, task, template, alone=True)
        results[task.learner].append(result or Failed(name=task.name, why="it did not end"))
        open_tasks[task.learner] -= 1
        if not open_tasks[task.learner]:
            yield task.learner, results.pop(task.learner)


def _grade(assignment: Assignment, task: Task, template: Template, *, alone: bool) -> Scored | Failed | None:
    """Return the result; None when it should be tried once more without others beside it."""
    entry = assignment.snapshot.notebooks[task.name]
    try:
        notebook = sanitize(_read(task.path), entry, assignment.config)
        finished = _run(assignment, task, notebook, template)
        if finished.trouble and not alone:
            return None
        return finish(finished.notebook, entry, assignment.config)
    except AilabError:
        raise  # no sandbox, no gradebook: nothing can be graded, and that is not one learner's matter
    except Exception as error:  # noqa: BLE001 - a stranger's notebook: one broken one costs one learner one message
        return Failed(name=task.name, why=f"{type(error).__name__}: {error}")


def _read(path: Path) -> Any:
    return nbformat.read(path, as_version=nbformat.current_nbformat)


def _run(assignment: Assignment, task: Task, notebook: Any, template: Template) -> Done:
    folder = task.path.parent
    job = Job(
        notebook=notebook,
        files={**files_beside(folder), **assignment.source_files},
        checks=_outside(assignment, task) if _is_ours(notebook) else {},
        cell_seconds=assignment.cell_seconds,
        limits=assignment.limits,
        language=task.language,
        timeout_output=assignment.config.get("Execute", {}).get("error_on_timeout", {}),
    )
    for attempt in range(1, _TRIES + 1):
        pid = template.pid
        try:
            return run_notebook(template, job)
        except TemplateGone:
            if attempt == _TRIES:
                raise Refused(
                    "The sandbox was stopped again and again. Run the same command once more; what is graded stays graded."
                ) from None
            template.restart(pid)
    raise AssertionError("not reached")


def _is_ours(notebook: Any) -> bool:
    return bool(notebook.metadata.get("ailab"))


def _outside(assignment: Assignment, task: Task) -> dict[str, OutsideCheck]:
    source = assignment.root / "source" / assignment.module
    manifest = read_manifest(source, task.name)
    seed = _seed(assignment, task, manifest.release)
    check = OutsideCheck(
        definition=read_check(source / f"{task.name}_check.py", task.name),
        hidden=hidden_cases(assignment.root / "graders", assignment.module, task.name, seed),
        manifest=manifest,
        language=task.language,
        translate=folder_translations(source, task.language),
    )
    return outside_checks([check])


def _seed(assignment: Assignment, task: Task, release: str) -> int:
    # Stock nbgrader knows no learner, so parity takes the same seed for all.
    return seed_of(release, task.name) if assignment.mode == "parity" else seed_of(task.learner, release, task.name)


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
