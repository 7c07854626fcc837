"""A run of the grader: collect, repair, run, record, write the pages, give them back.

    python -m ailab.office.centre.round.grade --centre FOLDER --job NUMBER

Killed at any moment nothing is lost: what was asked for again goes on where this run stopped.
"""

import argparse
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ailab.errors import AilabError
from ailab.lang import Language, as_language, library_translations
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre, open_centre
from ailab.office.centre.round.collect import collect_attempts
from ailab.office.centre.round.dates import dues_of
from ailab.office.centre.round.feedback import languages_of, release_pages, released_page
from ailab.office.centre.round.index import latest_of, learners_of_group
from ailab.office.centre.tables import Job, Person
from ailab.office.gradebook import RECEIVED, grading_environment, logging_to, name_learner
from ailab.office.grading.alone import AlreadyGraded, graded_by_us_alone
from ailab.office.grading.engine.run import engine as engine_of
from ailab.office.grading.engine.runners import local_runner
from ailab.office.grading.engine.warm import modules_for
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.run import grade_module
from ailab.office.grading.work import LOG, Engine
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

Clock = Callable[[], str]
"""Gives the UTC instant."""

_PATIENCE_S: Final = 30 * 60
_GLANCE_S: Final = 0.5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Class:
    """Whose work a run is about."""

    languages: Mapping[str, Language]
    dues: Mapping[str, str]


def run_job(centre: Centre, number: int, *, engine: Engine | None = None, clock: Clock) -> None:
    """Do what a row of the jobs asks for, and write into it how far it is and how it ended.

    Raises
    ------
    LookupError
        When there is no such row.
    """
    with session_of(centre) as session:
        job = session.get(Job, number)
        if job is None:
            raise LookupError(f"no job {number}")
        job.pid, job.started_at, job.ended_at, job.trouble, job.done, job.of = os.getpid(), clock(), "", "", 0, 0
    trouble = ""
    try:
        _run(centre, job, engine, clock)
    except AilabError as error:
        trouble = str(error)
    except Exception as error:  # noqa: BLE001 - whoever asked must not wait for ever
        _log.exception("job %d", number)
        trouble = _words(centre, job.asked_by).format(reason=f"{type(error).__name__}: {error}")
    _update(centre, number, trouble=trouble, ended_at=clock())


def _words(centre: Centre, asker: str) -> str:
    with session_of(centre) as session:
        found = session.get(Person, asker)
    say = library_translations(as_language(found.language if found else "") or centre.settings.language)
    return say(
        "The grader stopped ({reason}). What has been graded stays graded. Press the button again; if it stops again, show this line."
    )


def _run(centre: Centre, job: Job, engine: Engine | None, clock: Clock) -> None:
    root, module = centre.course, job.module
    with _alone(root, module, clock), logging_to(root / LOG), grading_environment(root):
        class_ = _collected(centre, job, clock)
        before = _latest(root, module)
        with _opened(engine, root, module) as run:
            grade_module(
                root,
                module,
                recorded_at=clock(),
                languages=class_.languages,
                dues=class_.dues,
                engine=run,
                progress=_progress(centre, job.id),
            )
        give_back(centre, module, before, class_.languages)


def _collected(centre: Centre, job: Job, clock: Clock) -> _Class:
    """Collect what came in, and return whose work lies there to be graded."""
    with session_of(centre) as session:
        own = learners_of_group(session, job.group) if job.group else None
        collect_attempts(session, centre, job.module, own, now=clock())
        # Also of others, whose work an earlier run collected: their day is theirs, and their language.
        people = [person for person in latest_of(session, job.module) if (centre.course / RECEIVED / person / job.module).is_dir()]
        languages = languages_of(session, people, centre.settings.language)
        dues = dues_of(session, job.module, people)
        names = {person.id: person.pseudonym for person in map(session.get_one, [Person] * len(people), people)}
    for person, name in names.items():
        if not (centre.course / "autograded" / person / job.module).is_dir():
            name_learner(centre.course, person, name)
    return _Class(languages=languages, dues=dues)


def give_back(centre: Centre, module: str, before: Mapping[str, tuple[Result, ...]], languages: Mapping[str, Language]) -> None:
    """Write and release the pages of everybody whose results are others than before, or who has no page yet."""
    after = _latest(centre.course, module)
    changed = {learner for learner, own in after.items() if own != before.get(learner) or not _has_pages(centre, module, own)}
    give_back_to(centre, module, changed, languages)


def give_back_to(centre: Centre, module: str, learners: set[str], languages: Mapping[str, Language]) -> None:
    """Write and release the pages of these learners."""
    if learners:
        # In the order of the file, so that the last word on an exercise is what its page says.
        write_feedback(centre.course, module, read_ledger(centre.course / LEDGER), languages, only=learners)
        release_pages(centre, module, sorted(learners))


def _has_pages(centre: Centre, module: str, results: tuple[Result, ...]) -> bool:
    return all(released_page(centre, result.learner, module, result.exercise) for result in results)


def _latest(root: Path, module: str) -> dict[str, tuple[Result, ...]]:
    found: dict[str, tuple[Result, ...]] = {}
    for result in latest_results(read_ledger(root / LEDGER)):
        if result.module == module:
            found[result.learner] = (*found.get(result.learner, ()), result)
    return found


@contextmanager
def _alone(root: Path, module: str, clock: Clock) -> Iterator[None]:
    """Wait for another run of the same module, then keep others away."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            with graded_by_us_alone(root, module, since=clock()):
                yield
                return
        except AlreadyGraded:
            if time.monotonic() > deadline:
                raise
        time.sleep(_GLANCE_S)


@contextmanager
def _opened(engine: Engine | None, root: Path, module: str) -> Iterator[Engine]:
    if engine is not None:
        yield engine
        return
    notebooks = sorted((root / RECEIVED).glob(f"*/{module}/*.ipynb"))
    with local_runner(os.cpu_count() or 1, modules=modules_for(notebooks)) as runner:
        yield engine_of("certificate", runner)


def _progress(centre: Centre, number: int) -> Callable[[int, int], None]:
    told = [0.0]

    def tell(done: int, of: int) -> None:
        if done in (0, of) or time.monotonic() > told[0] + _GLANCE_S:
            told[0] = time.monotonic()
            _update(centre, number, done=done, of=of)

    return tell


def _update(centre: Centre, number: int, **facts: object) -> None:
    with session_of(centre) as session:
        job = session.get_one(Job, number)
        for name, value in facts.items():
            setattr(job, name, value)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(arguments: list[str]) -> int:
    """Run the job that the command line names; 1 when it ended with trouble."""
    parser = argparse.ArgumentParser(prog="ailab.office.centre.round.grade")
    parser.add_argument("--centre", type=Path, required=True)
    parser.add_argument("--job", type=int, required=True)
    given = parser.parse_args(arguments)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    centre = open_centre(given.centre)
    run_job(centre, given.job, clock=_now)
    with session_of(centre) as session:
        return 1 if session.get_one(Job, given.job).trouble else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
