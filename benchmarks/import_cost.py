"""What `import ailab` costs a learner's kernel."""

import sys

from benchmarks.measure import Row, in_turns, process


def rows() -> list[Row]:
    """Compare starting Python with ailab to starting Python with nbgrader."""
    ours, theirs = in_turns(process([sys.executable, "-c", "import ailab"]), process([sys.executable, "-c", "import nbgrader"]), repeats=5)
    return [Row(name="import ailab, whole process", ours=ours, theirs=theirs, against="import nbgrader, whole process", unit="s")]
