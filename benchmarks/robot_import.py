"""Seconds that an import costs a running Python, each in a fresh process, beside other simulators.

`import ailab.robot` alone loads next to nothing; the second row loads what a first robot needs. aitk.robots sleeps a tenth of
a second while it is imported. What would lift the figure further: most of it is Python making classes of records, a quarter
`inspect`, which finds the text of a program and could wait for the first program.
"""

import subprocess
import sys
from typing import Final

from benchmarks.measure import Row
from benchmarks.robot_others import called, installed

_REPEATS: Final = 7
_CLOCKED: Final = "import time; begin = time.perf_counter(); {code}; print(time.perf_counter() - begin)"
_OURS: Final = {
    "import ailab.robot": "import ailab.robot",
    "import and a first robot": "from ailab.robot import Robot, simulate; Robot('yard')",
}
_THEIRS: Final = {"aitk.robots": "aitk", "pymunk": "pymunk"}
"""Modules, and the packages that hold them."""


def rows() -> list[Row]:
    """Compare to importing aitk.robots and pymunk."""
    there = [module for module in _THEIRS if installed(module) is not None]
    return [_row(name, code, module) for module in there for name, code in _OURS.items()]


def _row(name: str, code: str, module: str) -> Row:
    pairs = [(_seconds(code), _seconds(f"import {module}")) for _ in range(_REPEATS)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    return Row(name=name, ours=ours, theirs=theirs, against=f"import {module} ({called(_THEIRS[module])})", unit="s")


def _seconds(code: str) -> float:
    run = subprocess.run([sys.executable, "-c", _CLOCKED.format(code=code)], check=True, capture_output=True, text=True)
    return float(run.stdout.split()[-1])
