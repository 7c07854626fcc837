"""Whether this machine can be a centre: every part is tried, and what it says stands in a line of its own.

    packages ─ sandbox ─ kernel ─ exercise ─ certificate ─ proxy ─ centre

Works without a network and leaves nothing behind.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from ailab.lang import Translations, as_language, library_translations
from ailab.office.hub.kit.selftest.centre import start_centre, start_proxy
from ailab.office.hub.kit.selftest.machine import look_at_packages, look_at_sandbox
from ailab.office.hub.kit.selftest.work import grade_exercise, print_certificate, run_kernel

Out = Callable[[str], object]
_LONGEST: Final = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One thing to try: it gets an empty folder, gives back what it has to tell, and raises what is wrong."""

    title: str
    attempt: Callable[[Path], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a trial."""

    trial: Trial
    works: bool
    detail: str
    seconds: float


TRIALS: Final = (
    Trial(title="Packages", attempt=look_at_packages),
    Trial(title="Isolation of learners", attempt=look_at_sandbox),
    Trial(title="A kernel computes", attempt=run_kernel),
    Trial(title="An exercise is graded", attempt=grade_exercise),
    Trial(title="A certificate is printed", attempt=print_certificate),
    Trial(title="The proxy answers", attempt=start_proxy),
    Trial(title="A center opens and closes", attempt=start_centre),
)


def run(*, out: Out = print, trials: Sequence[Trial] = TRIALS) -> int:
    """Try everything, say what works line by line, and return the exit code: 1 when something does not."""
    say = library_translations(as_language(os.environ.get("AILAB_LANG")) or as_language(os.environ.get("LANG")) or "en")
    outcomes = []
    for trial in trials:
        outcomes.append(attempt(trial))
        out(line(outcomes[-1], say))
    failed = [outcome for outcome in outcomes if not outcome.works]
    out(say("Not working on this machine: {count}").format(count=len(failed)) if failed else say("This machine can be a center."))
    return 1 if failed else 0


def attempt(trial: Trial) -> Outcome:
    """Try one thing."""
    began = monotonic()
    try:
        with TemporaryDirectory(prefix="ailab-test-", ignore_cleanup_errors=True) as folder:
            works, detail = True, trial.attempt(Path(folder))
    except Exception as error:  # noqa: BLE001 - whatever is wrong is what we are here to tell
        works, detail = False, (str(error) or type(error).__name__)[-_LONGEST:]
    return Outcome(trial=trial, works=works, detail=detail, seconds=monotonic() - began)


def line(outcome: Outcome, say: Translations) -> str:
    """Return what there is to say of an outcome; the word says it too, for who cannot tell the signs apart."""
    mark, word = ("✔", say("works")) if outcome.works else ("✘", say("does not work"))
    detail = f": {outcome.detail}" if outcome.detail else ""
    return f"{mark} {say(outcome.trial.title)}: {word} ({outcome.seconds:.1f} s){detail}"
