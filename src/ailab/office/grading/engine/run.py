"""Grade a module with the engine: notebooks in parallel in the sandbox, one writer at the gradebook.

Writes what `nbgrader autograde` writes. Each learner is one transaction and one folder put in place at
once, so a run that is killed anywhere and started again ends with the same gradebook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from ailab.errors import AilabError, UnknownName
from ailab.office.gradebook import Scored, Writer, database_url, finish, submitted_at
from ailab.office.grading.engine.assignment import Assignment, Failed, Task, open_assignment
from ailab.office.grading.engine.beside import printable
from ailab.office.grading.engine.claims import judge_claims
from ailab.office.grading.engine.drive import Done, Job
from ailab.office.grading.engine.prepare import prepare
from ailab.office.grading.engine.runners import Runner
from ailab.office.grading.engine.save import save
from ailab.office.grading.work import Engine, Mode, Progress, Work

__all__ = ["Assignment", "Failed", "Task", "engine", "grade_learners", "grade_like_stock", "open_assignment"]

_AHEAD: Final = 3
"""Notebooks prepared per worker before the next result is waited for."""


def engine(mode: Mode, runner: Runner) -> Engine:
    """Return what `grade_module` runs notebooks with."""

    def run(work: Sequence[Work], progress: Progress) -> None:
        progress(0, len(work))
        if work:
            assignment = open_assignment(work[0].root, work[0].module, mode)
            grade_learners(
                assignment, {each.learner: _tasks(each) for each in work}, runner=runner, done=lambda done: progress(done, len(work))
            )

    return run


def _tasks(work: Work) -> list[Task]:
    folder = work.root / "submitted" / work.learner / work.module
    return [Task(learner=work.learner, name=name, path=folder / f"{name}.ipynb", language=work.language) for name in work.fit]


def grade_like_stock(root: Path, module: str, *, only: str | None, runner: Runner, progress: Progress) -> dict[str, list[Failed]]:
    """Grade the submissions of any nbgrader course exactly as `nbgrader autograde` would; return what it would have refused.

    Raises
    ------
    UnknownName
        When there is no such assignment, or `only` handed in nothing.
    """
    assignment = open_assignment(root, module, "parity")
    folders = {path.parent.name: path for path in sorted((root / "submitted").glob(f"*/{module}")) if path.is_dir()}
    if only is not None and only not in folders:
        raise UnknownName("learner", only, folders)
    wanted = {
        learner: path
        for learner, path in folders.items()
        if only in (None, learner) and learner not in assignment.excluded and not _stands(root, learner, module)
    }
    # As nbgrader: a folder without any notebook is passed over.
    empty = {
        learner: [Failed(name="", why="no notebook is in the folder")] for learner, path in wanted.items() if not any(path.glob("*.ipynb"))
    }
    learners = {learner: _known_notebooks(assignment, learner, path) for learner, path in wanted.items() if learner not in empty}
    progress(0, len(learners))
    return empty | grade_learners(assignment, learners, runner=runner, done=lambda done: progress(done, len(learners)))


def _stands(root: Path, learner: str, module: str) -> bool:
    """Tell whether nbgrader would skip a learner: graded already, and nothing newer handed in."""
    autograded, submitted = (root / step / learner / module for step in ("autograded", "submitted"))
    if not autograded.is_dir():
        return False
    with suppress(Exception):  # a stranger's file: what holds no time is not newer
        old, new = submitted_at(autograded), submitted_at(submitted)
        return not (old is not None and new is not None and new > old)
    return True


def _known_notebooks(assignment: Assignment, learner: str, folder: Path) -> list[Task]:
    known = sorted(path for path in folder.glob("*.ipynb") if path.stem in assignment.snapshot.notebooks)
    return [Task(learner=learner, name=path.stem, path=path) for path in known]


def grade_learners(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], *, runner: Runner, done: Callable[[int], None]
) -> dict[str, list[Failed]]:
    """Run and save every learner's notebooks; return what could not be graded."""
    failed: dict[str, list[Failed]] = {}
    with Writer(database_url(assignment.root), assignment.snapshot, assignment.config) as writer:
        for ready in _by_learner(assignment, learners, runner):
            for learner, lost in save(assignment, writer, ready):
                failed[learner] = lost
                done(len(failed))
    return failed


def _by_learner(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], runner: Runner
) -> Iterator[Mapping[str, Sequence[Scored | Failed]]]:
    """Yield learners once all of their notebooks have been run; first those who have none."""
    yield from ({learner: []} for learner, tasks in learners.items() if not tasks)
    open_tasks = {learner: len(tasks) for learner, tasks in learners.items()}
    results: dict[str, list[Scored | Failed]] = {learner: [] for learner in learners}
    for found in _results(assignment, [task for tasks in learners.values() for task in tasks], runner):
        for task, result in found:
            results[task.learner].append(result)
            open_tasks[task.learner] -= 1
        yield {task.learner: results.pop(task.learner) for task, _ in found if not open_tasks[task.learner] and task.learner in results}


def _results(assignment: Assignment, tasks: Sequence[Task], runner: Runner) -> Iterator[list[tuple[Task, Scored | Failed]]]:
    """Yield what is done meanwhile, all of it at once: it is saved together."""
    again: list[tuple[Task, Job]] = []
    waiting: dict[Future[Done], tuple[Task, Job]] = {}
    try:
        for task in tasks:
            job = prepare(assignment, task)
            if isinstance(job, Failed):
                yield [(task, job)]
            else:
                waiting[runner.submit(job)] = task, job
            # What is done is written while the rest runs, and memory holds few notebooks at a time.
            if len(waiting) >= _AHEAD * runner.workers:
                yield _taken(assignment, waiting, again, runner)
        while waiting:
            yield _taken(assignment, waiting, again, runner)
        for task, job in again:
            # Load must not turn into zeros: what ran out of time or memory beside others is run once more, alone.
            yield [(task, _finish(assignment, task, _outcome(runner.submit(job))))]
    finally:
        # Whoever interrupts waits for the notebooks at work, not for those that have not begun.
        for future in waiting:
            future.cancel()


def _taken(
    assignment: Assignment, waiting: dict[Future[Done], tuple[Task, Job]], again: list[tuple[Task, Job]], runner: Runner
) -> list[tuple[Task, Scored | Failed]]:
    """Wait for notebooks, take them from those waited for, and return them; what is to run again goes there."""
    found: list[tuple[Task, Scored | Failed]] = []
    for future in _finished(waiting):
        task, job = waiting.pop(future)
        finished = _outcome(future)
        if isinstance(finished, Done) and finished.trouble and runner.workers > 1:
            again.append((task, job))
        else:
            found.append((task, _finish(assignment, task, finished)))
    return found


def _finished(waiting: Iterable[Future[Done]]) -> set[Future[Done]]:
    return wait(waiting, return_when=FIRST_COMPLETED).done


def _outcome(future: Future[Done]) -> Done | Exception:
    """Return what came of a notebook; what the engine itself lacks is raised, what a notebook upsets is the notebook's."""
    try:
        return future.result()
    except (AilabError, CancelledError, BrokenExecutor, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - parity mode repairs nothing: cells may lack anything
        return error


def _finish(assignment: Assignment, task: Task, finished: Done | Exception) -> Scored | Failed:
    if isinstance(finished, Exception):
        return Failed(name=task.name, why=printable(finished))
    if assignment.mode == "parity" and not finished.alive:
        return Failed(name=task.name, why="its process ended before its last cell")
    try:
        waiting = judge_claims(finished.notebook) if assignment.mode == "certificate" else frozenset()
        scored = finish(finished.notebook, assignment.snapshot.notebooks[task.name], assignment.config)
        return replace(scored, scores=tuple(replace(each, points=None) if each.cell in waiting else each for each in scored.scores))
    except Exception as error:  # noqa: BLE001 - nbgrader's own steps say no to this notebook, and to no other
        return Failed(name=task.name, why=printable(error))
