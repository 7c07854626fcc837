"""A result and its JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha256
from typing import Any, Final, Literal

FORMAT_VERSION: Final = 1

Status = Literal["graded", "missing", "unreadable", "pending"]
"""graded      has points, 0 included        missing   nothing was handed in
unreadable  handed in, could not be read     pending   handed in, a mark is still to come
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """The fate of one case of a check."""

    case: str
    passed: bool
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the check found out, as far as the autograded notebook tells; never the source of points."""

    misconception: str = ""
    cases: tuple[CaseResult, ...] = ()
    hints: int = 0
    """How many hints the learner's own notebook says it showed: a sign of where help is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one attempt at an exercise."""

    learner: str
    module: str
    exercise: str
    attempt: int
    submission: str
    """SHA-256 of the notebook as handed in; empty when nothing was."""
    release: str
    check: str
    """SHA-256 over the visible and the hidden cases."""
    status: Status
    points: str | None
    """Points of the check as decimal text; None when nothing was measured."""
    maximum: str
    written_points: str | None
    """Points a person gave for the written part; None when there is none, or no mark yet."""
    written_maximum: str
    findings: Findings = Findings()
    notes: tuple[str, ...] = ()
    """Kinds of things a person should be told, such as "syntax_error"."""
    handed_in: str = ""
    """UTC instant, or empty when unknown."""
    recorded_at: str
    """UTC instant; no part of what the record says."""
    follows: str = ""
    """Id of the record of this attempt that this one takes the place of."""

    @property
    def key(self) -> tuple[str, str, str, int]:
        """Return what the record is about."""
        return self.learner, self.module, self.exercise, self.attempt

    @property
    def id(self) -> str:
        """Return the SHA-256 of everything the record says and what it follows."""
        content = {name: value for name, value in asdict(self).items() if name != "recorded_at"}
        if not self.findings.hints:
            del content["findings"]["hints"]  # records are older than this field
        return sha256(json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()

    @property
    def total(self) -> Fraction | None:
        """Return the points of check and written part together, once both are final."""
        if self.status != "graded" or self.points is None:
            return None
        return Fraction(self.points) + Fraction(self.written_points or 0)

    @property
    def total_maximum(self) -> Fraction:
        """Return the points that could be reached."""
        return Fraction(self.maximum) + Fraction(self.written_maximum)

    def says_the_same_as(self, other: "Result") -> bool:
        """Tell whether two records differ in nothing but when they were written and what they follow."""
        return replace(self, recorded_at="", follows="") == replace(other, recorded_at="", follows="")


def result_line(result: Result) -> str:
    """Return a record as one line of JSON, its id and format inside."""
    return json.dumps({"format_version": FORMAT_VERSION, "id": result.id, **asdict(result)}, sort_keys=True, ensure_ascii=False)


def result_of(data: Mapping[str, Any]) -> Result:
    """Return the record a line holds.

    Raises
    ------
    ValueError
        When the format is another one, or the content does not fit its id.
    """
    fields = dict(data)
    version, claimed = fields.pop("format_version", None), fields.pop("id", None)
    if version != FORMAT_VERSION:
        raise ValueError(f"format_version {version} is not {FORMAT_VERSION}; update ailab")
    found = fields.pop("findings")
    cases = tuple(CaseResult(**case) for case in found["cases"])
    result = Result(
        **fields
        | {
            "notes": tuple(fields["notes"]),
            "findings": Findings(misconception=found["misconception"], cases=cases, hints=found.get("hints", 0)),
        }
    )
    if result.id != claimed:
        raise ValueError("the content does not fit its id")
    return result
