"""One rule against the facts. Arithmetic on what is certain; nothing unknown counts as zero, and nothing as full."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from ailab.office.certificates.decision import Cause, CauseKind, Finding, Status, Step
from ailab.office.certificates.facts import Facts, Meeting, Presence, Score, Work
from ailab.office.certificates.policy import AttendanceRule, Rule, ScoreRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One exercise or meeting: what is certain, out of what, and what clouds it."""

    item: str
    certain: Fraction
    maximum: Fraction
    cause: CauseKind | None = None
    final: bool = True
    """False while a first mark or the register is outstanding."""

    @property
    def open(self) -> Fraction:
        """Return what is not certain to be won."""
        return self.maximum - self.certain


def measure(rule: Rule, facts: Facts, now: datetime) -> Finding:
    """Return where these facts stand on this rule."""
    return _score(rule, facts) if isinstance(rule, ScoreRule) else _attendance(rule, facts, now)


def _score(rule: ScoreRule, facts: Facts) -> Finding:
    # A module nobody has set yet is ahead of the learner; one that is excused as a whole leaves no share: a person decides.
    works = sorted((work for work in facts.works if work.module == rule.module), key=lambda work: work.exercise)
    if not works:
        return _finding(rule, "short", (), (Cause(kind="unset"),), "none")
    standings = [_exercise(work, facts.scores, rule) for work in works]
    if not _possible(standings):
        return _finding(rule, "pending", standings, _causes(standings), "ask")
    status = _score_status(rule, standings)
    missing = any(standing.cause == "missing" for standing in standings)
    step: Step = ("hand_in" if missing else "improve") if status == "short" else "wait" if status == "pending" else "none"
    causes = _causes(standings)
    if status == "short" and _certain(standings) < _needed(rule, standings):
        causes += _below(standings)
    return _finding(rule, status, standings, causes, step)


def _below(standings: Sequence[Standing]) -> tuple[Cause, ...]:
    items = tuple(standing.item for standing in standings if standing.cause is None and standing.open)
    return (Cause(kind="below", items=items),) if items else ()


def _exercise(work: Work, scores: Iterable[Score], rule: ScoreRule) -> Standing:
    attempts = [score for score in scores if (score.module, score.exercise) == (work.module, work.exercise) and score.status != "missing"]
    if any(attempt.status == "excused" for attempt in attempts):
        return Standing(item=work.exercise, certain=Fraction(0), maximum=Fraction(0), cause="excused")
    if rule.attempts == "last":
        attempts = sorted(attempts, key=lambda attempt: attempt.attempt)[-1:]
    marks = [min(attempt.points, work.maximum) for attempt in attempts if attempt.points is not None and attempt.maximum == work.maximum]
    clouds = sorted({_cloud(attempt) for attempt in attempts if attempt.points is None or attempt.maximum != work.maximum})
    certain = max(marks, default=Fraction(0))
    cause = None if certain == work.maximum else clouds[0] if clouds else None if marks else "missing"
    return Standing(item=work.exercise, certain=certain, maximum=work.maximum, cause=cause, final=bool(marks))


def _cloud(attempt: Score) -> CauseKind:
    if attempt.status == "graded":
        return "rescaled"
    return "unreadable" if attempt.status == "unreadable" else "pending"


def _score_status(rule: ScoreRule, standings: Sequence[Standing]) -> Status:
    needed, certain = _needed(rule, standings), _certain(standings)
    missing = any(standing.cause == "missing" for standing in standings)
    clouded = [standing for standing in standings if standing.cause in ("pending", "unreadable", "rescaled")]
    if missing and rule.missing == "short":
        return "short"
    if certain >= needed:
        # A mark that is still to come must be final first; a resubmission of marked work can only add.
        return "pending" if any(not standing.final for standing in clouded) else "met"
    return "pending" if certain + sum(standing.open for standing in clouded) >= needed else "short"


def _attendance(rule: AttendanceRule, facts: Facts, now: datetime) -> Finding:
    meetings = sorted((m for m in facts.meetings if m.series == rule.series and not m.cancelled), key=lambda m: (m.starts_at, m.meeting))
    register = {presence.meeting: presence for presence in facts.presences if presence.series == rule.series}
    excused = sorted((m for m in meetings if m.meeting in register and register[m.meeting].excused), key=lambda m: (-m.minutes, m.meeting))
    # The longest are taken out first: any other choice could make one more record a loss.
    out = {meeting.meeting for meeting in excused[: rule.excused_at_most]}
    standings = [_meeting(meeting, register.get(meeting.meeting), meeting.meeting in out, now) for meeting in meetings]
    if not _possible(standings):
        causes = _causes(standings) or (Cause(kind="unscheduled"),)
        return _finding(rule, "pending", standings, causes, "ask")
    status = _attendance_status(rule, standings)
    steps: dict[Status, Step] = {"pending": "wait", "short": "attend", "impossible": "ask"}
    return _finding(rule, status, standings, _causes(standings), steps.get(status, "none"))


def _meeting(meeting: Meeting, presence: Presence | None, is_out: bool, now: datetime) -> Standing:
    minutes = Fraction(meeting.minutes)
    if is_out:
        return Standing(item=meeting.meeting, certain=Fraction(0), maximum=Fraction(0), cause="excused")
    if presence is None:
        cause: CauseKind = "planned" if datetime.fromisoformat(meeting.starts_at) > now else "unregistered"
        return Standing(item=meeting.meeting, certain=Fraction(0), maximum=minutes, cause=cause)
    there = min(Fraction(presence.minutes or 0), minutes)
    return Standing(item=meeting.meeting, certain=there, maximum=minutes, cause=None if there == minutes else "absent")


def _attendance_status(rule: AttendanceRule, standings: Sequence[Standing]) -> Status:
    needed, reach = _needed(rule, standings), _certain(standings)
    if reach >= needed:
        return "met"
    reach += sum(standing.open for standing in standings if standing.cause == "unregistered")
    if reach >= needed:
        return "pending"
    reach += sum(standing.open for standing in standings if standing.cause == "planned")
    return "short" if reach >= needed else "impossible"


def _certain(standings: Iterable[Standing]) -> Fraction:
    return sum((standing.certain for standing in standings), Fraction(0))


def _possible(standings: Iterable[Standing]) -> Fraction:
    return sum((standing.maximum for standing in standings), Fraction(0))


def _needed(rule: Rule, standings: Iterable[Standing]) -> Fraction:
    return rule.at_least * _possible(standings)


def _causes(standings: Sequence[Standing]) -> tuple[Cause, ...]:
    kinds = sorted({standing.cause for standing in standings if standing.cause})
    return tuple(Cause(kind=kind, items=tuple(s.item for s in standings if s.cause == kind)) for kind in kinds)


def _finding(rule: Rule, status: Status, standings: Sequence[Standing], causes: tuple[Cause, ...], step: Step) -> Finding:
    return Finding(
        rule=rule.id,
        measure="score" if isinstance(rule, ScoreRule) else "attendance",
        subject=rule.module if isinstance(rule, ScoreRule) else rule.series,
        status=status,
        observed=_certain(standings),
        possible=_possible(standings),
        required=rule.at_least,
        gap=max(_needed(rule, standings) - _certain(standings), Fraction(0)),
        causes=causes,
        step=step,
    )
