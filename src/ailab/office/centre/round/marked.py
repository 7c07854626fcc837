"""After a mark by hand: the ledger says it, and the learner's page shows it; no notebook runs for that."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ailab.lang import Language
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre
from ailab.office.centre.round.dates import dues_of
from ailab.office.centre.round.feedback import languages_of
from ailab.office.centre.round.grade import give_back_to
from ailab.office.gradebook import grading_environment, logging_to
from ailab.office.grading.alone import graded_by_us_alone
from ailab.office.grading.intake import Learner, learners_of, read_intake, read_releases
from ailab.office.grading.results import record_results
from ailab.office.grading.work import LOG
from ailab.office.ledger import LEDGER, read_ledger


def record_marks(centre: Centre, module: str, learners: Sequence[str], *, now: str) -> int:
    """Record what the gradebook says now of these learners, give them their pages again, and return how many records are new.

    Raises
    ------
    AlreadyGraded
        When a run of the grader is at this module: it records the same when it ends.
    """
    root = centre.course
    with session_of(centre) as session:
        languages = languages_of(session, learners, centre.settings.language)
        dues = dues_of(session, module, learners)
    with graded_by_us_alone(root, module, since=now), logging_to(root / LOG), grading_environment(root):
        new = record_results(
            root, module, _graded(centre, module, learners, languages), read_releases(root, module), recorded_at=now, dues=dues
        )
        give_back_to(centre, module, set(learners), languages)
    return new


def _graded(centre: Centre, module: str, learners: Sequence[str], languages: Mapping[str, Language]) -> list[Learner]:
    """Return what was graded of these learners: what came in since, and waits for a run, has no marks yet."""
    root = centre.course
    releases = read_releases(root, module)
    recorded = {(result.learner, result.exercise): result.submission for result in read_ledger(root / LEDGER) if result.module == module}
    found = [
        read_intake(root, module, learner, releases, language=languages[learner])
        for learner in learners
        if learner in set(learners_of(root, module))
    ]
    return [
        replace(
            learner,
            intakes=tuple(each for each in learner.intakes if recorded.get((learner.id, each.exercise)) == each.submission),
        )
        for learner in found
    ]
