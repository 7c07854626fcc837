"""Grade a module: repair, run, record. What runs the notebooks is passed in."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ailab.errors import UnknownName
from ailab.lang import Language
from ailab.office.gradebook import expect_module, generate_assignment, is_known, read_marks
from ailab.office.grading.intake import Learner, keep_originals, learners_of, read_intake, read_releases, write_submitted
from ailab.office.grading.results import AUTOGRADED, check_hash, record_results, release_of
from ailab.office.grading.stock import run_stock
from ailab.office.grading.work import Engine, Progress, Work
from ailab.office.ledger import LEDGER, Result, read_ledger


def grade_module(
    root: Path,
    module: str,
    *,
    recorded_at: str,
    only: str | None = None,
    languages: Mapping[str, Language] | None = None,
    engine: Engine = run_stock,
    progress: Progress = lambda _done, _of: None,
    dues: Mapping[str, str] | None = None,
) -> int:
    """Grade what was handed in for a module and return how many result records are new.

    What has been graded already, and has not changed since, is not run again. `dues` says until when each learner had time,
    where that is not one day for all.

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
    work = _work(root, module, learners)
    before = {each.learner: _autograded(root, module, each.learner) for each in work}
    try:
        engine(work, progress)
    except BaseException:
        # Interrupted, or a full disk: who was graded by then stays graded, and is not run again.
        done = [each for each in learners if before.get(each.id, ()) != _autograded(root, module, each.id)]
        with suppress(Exception):
            record_results(root, module, done, releases, recorded_at=recorded_at, dues=dues)
        raise
    return record_results(root, module, learners, releases, recorded_at=recorded_at, dues=dues)


def _autograded(root: Path, module: str, learner: str) -> tuple[int, ...]:
    """Return what tells one autograded folder from the next; an engine puts a folder in place when its points are saved."""
    try:
        found = (root / AUTOGRADED / learner / module).stat()
    except OSError:
        return ()
    return found.st_ino, found.st_ctime_ns


def _wanted(root: Path, module: str, only: str | None, roster: Iterable[str]) -> tuple[str, ...]:
    known = tuple(sorted({*learners_of(root, module), *roster}))
    if only is not None and only not in known:
        raise UnknownName("learner", only, known)
    return (only,) if only is not None else known


def _work(root: Path, module: str, learners: Sequence[Learner]) -> list[Work]:
    marks = read_marks(root, module)
    # The last record in the file is what was run last: who hands in again what they had before that is graded again.
    known = {(result.learner, result.exercise): result for result in read_ledger(root / LEDGER) if result.module == module}
    release = release_of(root, module)
    work = []
    for learner in learners:
        fit = [intake for intake in learner.intakes if intake.notebook is not None]
        names = tuple(
            intake.exercise
            for intake in fit
            if (learner.id, intake.exercise) not in marks
            or not _holds(known.get((learner.id, intake.exercise)), intake.submission, root, module, release)
        )
        if names:
            write_submitted(root, module, learner)
            every = tuple(intake.exercise for intake in fit)
            work.append(Work(root=root, module=module, learner=learner.id, language=learner.language, notebooks=names, fit=every))
    return work


def _holds(result: Result | None, submission: str, root: Path, module: str, release: str) -> bool:
    """Tell whether a record still stands for what was handed in: same release, same check, with points, and the notebook is there."""
    return (
        result is not None
        and result.submission == submission
        and result.points is not None
        and result.release == release
        and result.check == check_hash(root, module, result.exercise)
        and (root / AUTOGRADED / result.learner / module / f"{result.exercise}.ipynb").is_file()
    )
