"""Policy and facts into a decision: pure, exact, the same bytes each time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ailab.office.certificates.decision import BEST_FIRST, Decision, Finding, Outcome, Status
from ailab.office.certificates.exact import sha256
from ailab.office.certificates.facts import Facts, instant
from ailab.office.certificates.measure import measure
from ailab.office.certificates.policy import Need, Policy

_OUTCOMES: Final[dict[Status, Outcome]] = {
    "met": "eligible",
    "waived": "eligible",
    "pending": "pending_human",
    "short": "not_yet",
    "impossible": "impossible",
}


def decide(policy: Policy, facts: Facts, as_of: str) -> Decision:
    """Return what this policy says about these facts at this UTC instant."""
    now = instant(as_of, "as_of")
    findings = tuple(_waived(measure(rule, facts, now), policy, facts) for rule in policy.rules)
    blocks = tuple(sorted({block.kind for block in facts.blocks} & set(policy.block)))
    return Decision(
        learner=facts.learner,
        language=facts.language,
        policy=policy.id,
        version=policy.version,
        kind=policy.kind,
        title=policy.title,
        criteria=policy.criteria,
        as_of=as_of,
        outcome="blocked" if blocks else _OUTCOMES[_overall(policy.need, findings)],
        findings=findings,
        blocks=blocks,
        policy_sha256=sha256(policy),
        facts_sha256=sha256(facts),
    )


def _overall(need: Need, findings: Sequence[Finding]) -> Status:
    # All rules: the worst decides. Any rule: the best does.
    pick = max if need == "all" else min
    return pick((finding.status for finding in findings), key=BEST_FIRST.index)


def _waived(finding: Finding, policy: Policy, facts: Facts) -> Finding:
    if finding.status == "met" or finding.rule not in policy.waive.rules:
        return finding
    agreed = any(waiver.rule == finding.rule and len(waiver.approved_by) >= policy.waive.approvals for waiver in facts.waivers)
    return replace(finding, status="waived", step="none") if agreed else finding
