"""Run the cases of a check against an answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from ailab.checks.answer import Answer, Outcome
from ailab.checks.case import Case, Misconception
from ailab.checks.compare import Compare, equal
from ailab.checks.findings import Finding, Findings


def run_checks(
    answer: Answer,
    *,
    exercise: str,
    visible: Sequence[Case],
    hidden: Sequence[Case] = (),
    misconceptions: Sequence[Misconception] = (),
    names: Sequence[str] = (),
    compare: Compare = equal,
) -> Findings:
    """Return what the cases found out, with the first misconception that explains a failure."""
    missing = _missing(names, answer)
    found = [_judge(case, answer, compare, hidden=False) for case in visible]
    found += [_judge(case, answer, compare, hidden=True) for case in hidden]
    found = _settle_needs(found, [*visible, *hidden])
    idea = None
    if not missing and not all(finding.passed for finding in found):
        idea = next((each for each in misconceptions if _shows(each, answer)), None)
    return Findings(
        exercise=exercise,
        cases=tuple(found),
        misconception=idea.id if idea else "",
        hint=idea.hint if idea else "",
        missing=missing,
    )


def _judge(case: Case, answer: Answer, compare: Compare, *, hidden: bool) -> Finding:
    outcome = case.ask(answer)
    return Finding(
        case=case.name,
        passed=_passes(case, outcome, compare),
        weight=case.weight,
        hidden=hidden,
        label=case.label,
        error=outcome.error,
        message=outcome.message,
        given=None if hidden else outcome.value,
        expected="" if hidden or case.accept else repr(case.expect),
    )


def _passes(case: Case, outcome: Outcome, compare: Compare) -> bool:
    if case.accept is not None:
        return _accepts(case.accept, outcome)
    return not outcome.error and (case.compare or compare)(outcome.value, case.expect)


def _accepts(accept: Callable[[Outcome], bool], outcome: Outcome) -> bool:
    # A judge that stumbles over what a learner gave has not accepted it; the other cases still count.
    try:
        return bool(accept(outcome))
    except Exception:  # noqa: BLE001 - see above
        return False


def _settle_needs(found: Sequence[Finding], cases: Sequence[Case]) -> list[Finding]:
    passed = {finding.case for finding in found if finding.passed}
    passed -= {finding.case for finding in found if not finding.passed}
    return [
        finding if passed.issuperset(case.needs) else replace(finding, passed=False) for finding, case in zip(found, cases, strict=True)
    ]


def _missing(names: Sequence[str], answer: Answer) -> tuple[tuple[str, str], ...]:
    known = answer.names()
    return tuple((name, _nearest(name, known)) for name in names if name not in known)


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def _shows(misconception: Misconception, answer: Answer) -> bool:
    # A recogniser looks at anything a learner can write; one that stumbles has recognised nothing.
    try:
        return bool(misconception.when(answer))
    except Exception:  # noqa: BLE001 - see above
        return False
