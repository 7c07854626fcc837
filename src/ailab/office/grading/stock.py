"""Run notebooks through stock nbgrader: two learners at a time, one at the gradebook."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from typing import Final

from ailab.office.gradebook import StepFailed, Turn, autograde, logging_to
from ailab.office.grading.work import LOG, Progress, Work

_TURN: Final = ".gradebook.turn"
_MOST_WORKERS: Final = 2
"""More than two processes mostly wait for each other's turn at the gradebook."""


def run_stock(jobs: Sequence[Work], progress: Progress) -> None:
    """Run the notebooks of these learners and save their points."""
    progress(0, len(jobs))
    unfinished = _in_pool(jobs, min(_MOST_WORKERS, os.cpu_count() or 1), lambda done: progress(done, len(jobs)))
    for job in unfinished:
        # A learner's program killed a worker. Each notebook that was under way gets a worker of its own.
        for notebook in job.notebooks:
            _in_pool([replace(job, notebooks=(notebook,))], 1, lambda _done: None)
    progress(len(jobs), len(jobs))


def _in_pool(jobs: Sequence[Work], workers: int, done: Callable[[int], None]) -> list[Work]:
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


def _run(job: Work) -> None:
    turn = Turn(job.root / _TURN)
    with logging_to(job.root / LOG):
        # When one notebook stops the others, each runs on its own, so that only that one stays without points.
        if not (job.is_all and _run_some(job, "*", turn)):
            for notebook in job.notebooks:
                _run_some(job, notebook, turn)


def _run_some(job: Work, notebooks: str, turn: Turn) -> bool:
    """Run notebooks by name or pattern and tell whether all went well; the log knows more, and so does the result's note."""
    try:
        autograde(job.root, job.module, job.learner, language=job.language, turn=turn, notebook=notebooks)
    except StepFailed:
        return False
    return True
