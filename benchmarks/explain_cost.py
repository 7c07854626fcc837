"""What an explanation below a traceback costs."""

import subprocess
import sys
from statistics import median

from benchmarks.measure import ROOT, Row

_TIMED = """
import os, sys, time, warnings
from IPython.core.ultratb import VerboseTB
from ailab.lang import reader_language
from tests.unit.explain.test_forty_mistakes import MISTAKES, stopped

warnings.simplefilter("ignore")

def ours(error, namespace):
    from ailab.explain.show import Shown
    from ailab.explain.table import explanation
    language = reader_language()
    Shown(explanation=explanation(error, namespace, language=language), language=language)._repr_mimebundle_()

def theirs(error, namespace):
    VerboseTB(theme_name="nocolor").structured_traceback(type(error), error, error.__traceback__)

timed = {"ours": ours, "theirs": theirs}[sys.argv[1]]
for mistake in MISTAKES:
    error, namespace = stopped(mistake.source)
    begin = time.perf_counter()
    timed(error, namespace)
    print("seconds", time.perf_counter() - begin)
"""


def rows() -> list[Row]:
    """Compare explaining a typical mistake in Arabic to IPython's own traceback of it."""
    ours, theirs = _seconds("ours"), _seconds("theirs")
    against = "IPython's traceback of it"
    return [
        Row(name="one error explained, median", ours=median(ours), theirs=median(theirs), against=against, unit="s"),
        Row(name="the first error of a kernel explained", ours=ours[0], theirs=theirs[0], against=against, unit="s"),
    ]


def _seconds(whose: str) -> list[float]:
    """Return what each mistake costs in a fresh process, the first with all that is loaded for it."""
    command = [sys.executable, "-c", _TIMED, whose]
    done = subprocess.run(command, cwd=ROOT, env={"AILAB_LANG": "ar", "PATH": "/usr/bin:/bin"}, check=True, capture_output=True, text=True)
    return [float(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("seconds ")]
