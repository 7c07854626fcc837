"""What was decided about a learner, and why.

    Decision ─ Finding (one rule) ─ Cause (why it stands where it stands)

Records only; how they come about is the business of decide.py and measure.py.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from ailab.lang import Language
from ailab.office.certificates.exact import sha256
from ailab.office.certificates.facts import LearnerId
from ailab.office.certificates.policy import Kind

Status = Literal["met", "waived", "pending", "short", "impossible"]
"""met      the facts are enough                    waived      people let the learner off
pending  a mark, a register or a person is missing   short       not enough yet, still within reach
impossible  out of reach
"""
BEST_FIRST: Final[tuple[Status, ...]] = ("met", "waived", "pending", "short", "impossible")

Outcome = Literal["eligible", "not_yet", "pending_human", "impossible", "blocked"]

CauseKind = Literal[
    "missing", "pending", "unreadable", "rescaled", "excused", "below", "unset",
    "unregistered", "planned", "absent", "unscheduled",
]  # fmt: skip
Step = Literal["none", "hand_in", "improve", "wait", "attend", "ask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One reason why a rule stands where it stands, and the exercises or meetings it is about."""

    kind: CauseKind
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a learner stands on one rule."""

    rule: str
    measure: Literal["score", "attendance"]
    subject: str
    """The slug of the module or series."""
    status: Status
    observed: Fraction
    """What is certain: points or minutes."""
    possible: Fraction
    """What the share is taken of: points or minutes, without what is excused."""
    required: Fraction
    """The share that is asked for."""
    gap: Fraction
    """Points or minutes that are still missing; 0 when the rule is met."""
    causes: tuple[Cause, ...]
    step: Step
    """What the learner can do next."""

    @property
    def share(self) -> Fraction | None:
        """Return the certain share, or None when there is nothing to take a share of."""
        return self.observed / self.possible if self.possible else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a policy says about one learner's facts at one moment."""

    learner: LearnerId
    language: Language
    policy: str
    version: str
    kind: Kind
    title: str
    criteria: str
    as_of: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    blocks: tuple[str, ...]
    policy_sha256: str
    facts_sha256: str

    @property
    def needs_confirmation(self) -> bool:
        """Tell whether a person must confirm it before the learner hears of it: nobody is refused by a machine alone."""
        return self.outcome in ("impossible", "blocked")

    @property
    def sha256(self) -> str:
        """Return the fingerprint of the whole decision."""
        return sha256(self)

    @property
    def reference(self) -> str:
        """Return the short fingerprint that people read to each other."""
        start = self.sha256[:12].upper()
        return "-".join(start[at : at + 4] for at in range(0, 12, 4))
