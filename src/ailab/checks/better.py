"""What got better between two checks, in one line. It speaks of the work, never of the person."""

from ailab.checks.findings import Findings
from ailab.lang import Translations


def better_words(before: Findings, now: Findings, say: Translations) -> str:
    """Return the first thing that is better than before, in the reader's words, or an empty text."""
    more = _right(now) - _right(before)
    if more > 0:
        words = say("One more line is right than before.") if more == 1 else say("{count} more lines are right than before.")
        return words.format(count=more)
    if name := _found_name(before, now):
        return say("`{name}` is there now.").format(name=name)
    if more < 0:
        return ""
    return _calmer(before, now, say)


def _calmer(before: Findings, now: Findings, say: Translations) -> str:
    gone = _errors(before) - _errors(now)
    if "TimeUp" in gone:
        return say("Your program comes to an end now.")
    if gone and not _errors(now):
        return say("It no longer stops with `{error}`.").format(error=min(gone))
    # Without an error, so that a wrong idea has not only hidden behind it.
    if before.misconception and before.misconception != now.misconception and not now.missing and not _errors(now):
        return say("The mistake from the last hint is gone.")
    return ""


def _right(findings: Findings) -> int:
    return sum(finding.passed for finding in findings.cases if not finding.hidden)


def _found_name(before: Findings, now: Findings) -> str:
    still = {name for name, _ in now.missing}
    return next((name for name, _ in before.missing if name not in still), "")


def _errors(findings: Findings) -> set[str]:
    quiet = {"", "NotDefined", "NotPlainData"}
    return {finding.error for finding in findings.cases if not finding.hidden} - quiet
