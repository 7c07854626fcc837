"""Runs of the grader that somebody asked for: each a process of its own, and a row that says how far it is."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from ailab.office.centre.folder import Centre
from ailab.office.centre.tables import Job

State = Literal["waiting", "running", "done", "failed", "stopped"]
"""waiting  not begun yet          done     ended well            stopped  its process is gone: asked for again, it goes on
running  at work                failed   ended with trouble
"""
_PROGRAM: Final = "ailab.office.centre.round.grade"
_BEFORE_PID_S: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSeen:
    """How far a run is."""

    state: State
    done: int
    of: int
    trouble: str


def start_job(centre: Centre, session: Session, *, module: str, group: str = "", asked_by: str, now: str) -> Job:
    """Ask for a run of the grader; it starts as soon as the caller's transaction is kept.

    The same asked for again while it waits or runs gives the run that is there.
    """
    for job in jobs_of(session, module=module, group=group):
        if job_seen(job, now=now).state in ("waiting", "running"):
            return job
    job = Job(group=group, module=module, asked_by=asked_by, asked_at=now)
    session.add(job)
    session.flush()
    number = job.id

    def start(_session: Any) -> None:
        _start(centre, number)

    event.listen(session, "after_commit", start, once=True)
    return job


def job_seen(job: Job, *, now: str = "") -> JobSeen:
    """Return how far a run is; `now` tells one that has only just been asked for from one that never began."""
    return JobSeen(state=_state(job, now), done=job.done, of=job.of, trouble=job.trouble)


def jobs_of(session: Session, *, module: str | None = None, group: str | None = None, last: int = 20) -> tuple[Job, ...]:
    """Return the latest runs, the last one first."""
    rows = select(Job).order_by(Job.id.desc()).limit(last)
    if module is not None:
        rows = rows.where(Job.module == module)
    if group is not None:
        rows = rows.where(Job.group == group)
    return tuple(session.scalars(rows))


def log_path(centre: Centre) -> Path:
    """Return where runs say what no trainer has to read."""
    return centre.logs / "grading.log"


def _state(job: Job, now: str) -> State:
    if job.ended_at:
        return "failed" if job.trouble else "done"
    if job.pid:
        return "running" if _runs(job) else "stopped"
    # Between the row and the first word of its process lie a few seconds, unless the machine was switched off then.
    return "waiting" if not now or _seconds(job.asked_at, now) < _BEFORE_PID_S else "stopped"


def _seconds(since: str, now: str) -> float:
    return (datetime.fromisoformat(now) - datetime.fromisoformat(since)).total_seconds()


def _runs(job: Job) -> bool:
    try:
        words = Path(f"/proc/{job.pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return False
    # A number may have been given to another process since.
    return _PROGRAM in words and str(job.id) in words


def _start(centre: Centre, number: int) -> None:
    log_path(centre).parent.mkdir(parents=True, exist_ok=True)
    with log_path(centre).open("ab") as log:
        # It outlives whoever asked.
        subprocess.Popen(
            [
                sys.executable,
                "-I",
                "-S",
                "-c",
                _DETACH,
                sys.executable,
                "-m",
                _PROGRAM,
                "--centre",
                str(centre.folder),
                "--job",
                str(number),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={name: value for name, value in os.environ.items() if not name.startswith(("JUPYTERHUB_", "JPY_"))},
        ).wait()


_DETACH: Final = "import os, sys\nif os.fork() == 0:\n    os.setsid()\n    os.execv(sys.argv[1], sys.argv[1:])\nos._exit(0)\n"
"""A child of nobody's: the one who asked neither waits for it nor leaves a zombie."""
