"""From ledger records to what the policies look at; absent stays absent."""

from collections.abc import Sequence

from ailab.lang import Language
from ailab.office.certificates.facts import Facts, LearnerId, Score, Work
from ailab.office.ledger import Result


def score_of(result: Result) -> Score:
    """Return a ledger record as a score."""
    return Score(
        learner=LearnerId(result.learner),
        module=result.module,
        exercise=result.exercise,
        attempt=result.attempt,
        status=result.status,
        points=result.total,
        maximum=result.total_maximum,
        release=result.release,
        source=f"ledger {result.id}",
        recorded_at=result.recorded_at,
    )


def facts_from_ledger(learner: str, language: Language, results: Sequence[Result]) -> Facts:
    """Return the facts about one learner that a ledger knows: set is what anybody has a record of."""
    maxima = {(result.module, result.exercise): result.total_maximum for result in results}
    return Facts(
        learner=LearnerId(learner),
        language=language,
        works=frozenset(Work(module=module, exercise=exercise, maximum=maximum) for (module, exercise), maximum in maxima.items()),
        scores=frozenset(score_of(result) for result in results if result.learner == learner),
    )
