"""Grade a module with the engine: notebooks in parallel in the sandbox, one writer at the gradebook.

Writes what `nbgrader autograde` writes. Each learner is one transaction and one folder put in place at
once, so a run that is killed anywhere and started again ends with the same gradebook.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from ailab.errors import AilabError, UnknownName
from ailab.office.gradebook import Scored, Writer, database_url, finish, submitted_at
from ailab.office.grading.engine.assignment import Assignment, Failed, Task, open_assignment
from ailab.office.grading.engine.beside import files_beside, printable, together, write_folder
from ailab.office.grading.engine.claims import judge_claims
from ailab.office.grading.engine.drive import Done, Job
from ailab.office.grading.engine.prepare import prepare
from ailab.office.grading.engine.runners import Runner
from ailab.office.grading.work import Engine, Mode, Progress, Work

__all__ = ["Assignment", "Failed", "Task", "engine", "grade_learners", "grade_like_stock", "open_assignment"]

_AHEAD: Final = 3
"""Notebooks prepared per worker before the next result is waited for."""
_NOTHING_KNOWN: Final = "no notebook of this assignment is in the folder; it has {names}"


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
    empty = {learner: [Failed(name="", why="no notebook is in the folder")] for learner, path in wanted.items() if not any(path.glob("*.ipynb"))}
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
        for count, (learner, results) in enumerate(_by_learner(assignment, learners, runner), 1):
            failed[learner] = _save(assignment, writer, learner, results)
            done(count)
    return failed


def _by_learner(
    assignment: Assignment, learners: Mapping[str, Sequence[Task]], runner: Runner
) -> Iterator[tuple[str, list[Scored | Failed]]]:
    """Yield each learner once all of their notebooks have been run; first those who have none."""
    yield from ((learner, []) for learner, tasks in learners.items() if not tasks)
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
    try:
        for task in tasks:
            job = prepare(assignment, task)
            if isinstance(job, Failed):
                yield task, job
            else:
                waiting[runner.submit(job)] = task, job
            # What is done is written while the rest runs, and memory holds few notebooks at a time.
            full = len(waiting) >= _AHEAD * runner.workers
            for future in _finished(waiting) if full else ():
                yield from _one(assignment, future, *waiting.pop(future), again, runner)
        while waiting:
            for future in _finished(waiting):
                yield from _one(assignment, future, *waiting.pop(future), again, runner)
        for task, job in again:
            # Load must not turn into zeros: what ran out of time or memory beside others is run once more, alone.
            yield task, _finish(assignment, task, _outcome(runner.submit(job)))
    finally:
        # Whoever interrupts waits for the notebooks at work, not for those that have not begun.
        for future in waiting:
            future.cancel()


def _finished(waiting: Iterable[Future[Done]]) -> set[Future[Done]]:
    return wait(waiting, return_when=FIRST_COMPLETED).done


def _one(
    assignment: Assignment, future: Future[Done], task: Task, job: Job, again: list[tuple[Task, Job]], runner: Runner
) -> Iterator[tuple[Task, Scored | Failed]]:
    finished = _outcome(future)
    if isinstance(finished, Done) and finished.trouble and runner.workers > 1:
        again.append((task, job))
    else:
        yield task, _finish(assignment, task, finished)


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


def _save(assignment: Assignment, writer: Writer, learner: str, results: Sequence[Scored | Failed]) -> list[Failed]:
    """Write a learner's folder and points; return what has none."""
    folder = assignment.root / "submitted" / learner / assignment.module
    target = assignment.root / "autograded" / learner / assignment.module
    ordered = sorted(results, key=lambda each: each.name)
    try:
        handed_in_at = submitted_at(folder)
    except Exception as error:  # noqa: BLE001 - a stranger's file again; without a time nobody knows how late it is
        return [Failed(name=each.name, why=f"timestamp.txt: {printable(error)}") for each in ordered]
    if assignment.mode == "parity" and not results:
        # nbgrader has entered the submission when it finds no notebook of the assignment in it.
        writer.write(learner, handed_in_at, (), handed_in=assignment.snapshot.notebooks)
        return [Failed(name="", why=_NOTHING_KNOWN.format(names=", ".join(assignment.snapshot.notebooks)))]
    failed = [_failure(each) for each in ordered if isinstance(each, Failed) or each.refused]
    if assignment.mode == "parity" and failed:
        # nbgrader stops a learner at the first notebook it cannot grade; what it saved before stays.
        ordered = [each for each in ordered if each.name <= failed[0].name]
    scored = [each for each in ordered if isinstance(each, Scored)]
    part = target.with_name(f".{target.name}.part")
    files = together(files_beside(folder), assignment.source_files)
    write_folder(part, files, {each.name: each.notebook for each in scored})
    writer.write(learner, handed_in_at, scored, handed_in={path.stem for path in folder.glob("*.ipynb")})
    # Only now: an autograded folder says that its points are saved.
    shutil.rmtree(target, ignore_errors=True)
    if assignment.mode == "parity" and failed:
        shutil.rmtree(part)
    else:
        part.replace(target)
    return failed


def _failure(result: Scored | Failed) -> Failed:
    return result if isinstance(result, Failed) else Failed(name=result.name, why=result.refused)
