"""Grade a module through stock nbgrader: repair, run, record. Two learners at a time, one at the gradebook."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from ailab.errors import UnknownName
from ailab.lang import Language
from ailab.office.gradebook import StepFailed, Turn, autograde, expect_module, generate_assignment, is_known, logging_to, read_marks
from ailab.office.grading.intake import Learner, keep_originals, learners_of, read_intake, read_releases, write_submitted
from ailab.office.grading.results import AUTOGRADED, LEDGER, check_hash, record_results, release_of
from ailab.office.ledger import Result, latest_results, read_ledger

LOG: Final = "nbgrader.log"
_TURN: Final = ".gradebook.turn"
_MOST_WORKERS: Final = 2
"""More than two processes mostly wait for each other's turn at the gradebook."""

Progress = Callable[[int, int], None]
"""Told how many learners are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One learner's notebooks to run."""

    root: Path
    module: str
    learner: str
    language: Language
    notebooks: tuple[str, ...]
    """Those that have to run."""
    is_all: bool
    """Nothing of this learner stands yet: one run of nbgrader does."""


def grade_module(
    root: Path,
    module: str,
    *,
    recorded_at: str,
    only: str | None = None,
    languages: Mapping[str, Language] | None = None,
    progress: Progress = lambda _done, _of: None,
) -> int:
    """Grade what was handed in for a module and return how many result records are new.

    What has been graded already, and has not changed since, is not run again.

    Raises
    ------
    UnknownName
        When there is no such module, or `only` handed in nothing.
    """
    expect_module(root, module)
    if not is_known(root, module) or not (root / "release" / "all" / module).is_dir():
        generate_assignment(root, module)
    releases = read_releases(root, module)
    wanted = _wanted(root, module, only, tuple(languages or ()))
    for learner in wanted:
        keep_originals(root, module, learner)
    learners = [read_intake(root, module, learner, releases, language=(languages or {}).get(learner)) for learner in wanted]
    _run_all(_jobs(root, module, learners), progress)
    return record_results(root, module, learners, releases, recorded_at=recorded_at)


def _wanted(root: Path, module: str, only: str | None, roster: Iterable[str]) -> tuple[str, ...]:
    known = tuple(sorted({*learners_of(root, module), *roster}))
    if only is not None and only not in known:
        raise UnknownName("learner", only, known)
    return (only,) if only is not None else known


def _jobs(root: Path, module: str, learners: Sequence[Learner]) -> list[_Job]:
    marks = read_marks(root, module)
    known = {(result.learner, result.exercise, result.submission): result for result in latest_results(read_ledger(root / LEDGER)) if result.module == module}
    release = release_of(root, module)
    jobs = []
    for learner in learners:
        fit = [intake for intake in learner.intakes if intake.notebook is not None]
        names = tuple(
            intake.exercise
            for intake in fit
            if (learner.id, intake.exercise) not in marks
            or not _holds(known.get((learner.id, intake.exercise, intake.submission)), root, module, release)
        )
        if names:
            write_submitted(root, module, learner)
            is_all = len(names) == len(fit)
            jobs.append(_Job(root=root, module=module, learner=learner.id, language=learner.language, notebooks=names, is_all=is_all))
    return jobs


def _holds(result: Result | None, root: Path, module: str, release: str) -> bool:
    """Tell whether a record still stands for what was handed in: same release, same check, with points, and the notebook is there."""
    return (
        result is not None
        and result.points is not None
        and result.release == release
        and result.check == check_hash(root, module, result.exercise)
        and (root / AUTOGRADED / result.learner / module / f"{result.exercise}.ipynb").is_file()
    )


def _run_all(jobs: Sequence[_Job], progress: Progress) -> None:
    progress(0, len(jobs))
    unfinished = _in_pool(jobs, min(_MOST_WORKERS, os.cpu_count() or 1), lambda done: progress(done, len(jobs)))
    for job in unfinished:
        # A learner's program killed a worker. Each notebook that was under way gets a worker of its own.
        for notebook in job.notebooks:
            _in_pool([replace(job, notebooks=(notebook,), is_all=False)], 1, lambda _done: None)
    progress(len(jobs), len(jobs))


def _in_pool(jobs: Sequence[_Job], workers: int, done: Callable[[int], None]) -> list[_Job]:
    """Run jobs and return those whose worker did not come back."""
    lost = []
    # spawn: a fork would share what nbgrader, sqlalchemy and the event loop hold open.
    with ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(_run, job): job for job in jobs}
        for count, future in enumerate(as_completed(futures), 1):
            if isinstance(error := future.exception(), BrokenProcessPool):
                lost.append(futures[future])
            elif error:
                raise error
            done(count)
    return lost


def _run(job: _Job) -> None:
    turn = Turn(job.root / _TURN)
    with logging_to(job.root / LOG):
        # When one notebook stops the others, each runs on its own, so that only that one stays without points.
        if not (job.is_all and _run_some(job, "*", turn)):
            for notebook in job.notebooks:
                _run_some(job, notebook, turn)


def _run_some(job: _Job, notebooks: str, turn: Turn) -> bool:
    """Run notebooks by name or pattern and tell whether all went well; the log knows more, and so does the result's note."""
    try:
        autograde(job.root, job.module, job.learner, language=job.language, turn=turn, notebook=notebooks)
    except StepFailed:
        return False
    return True
