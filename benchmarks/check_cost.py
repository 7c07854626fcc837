"""What one learner's check costs."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import BIN, ROOT, Row, in_turns, process

_EXERCISE = ("collections_and_files", "find_item_price")
_TIMED = """
import time
from pathlib import Path
import nbformat
from ailab.checks.local import LocalAnswer
from ailab.checks.screen import check_folder
cells = [cell.source for cell in nbformat.read({notebook!r}, as_version=4).cells if cell.metadata.get("ailab", {{}}).get("role") == "answer"]
space = {{}}
for cell in cells:
    exec(cell, space)
check_folder(Path("."), {exercise!r}, LocalAnswer(space, cells)).as_text()
begin = time.perf_counter()
for _ in range(20):
    check_folder(Path("."), {exercise!r}, LocalAnswer(space, cells)).as_text()
print((time.perf_counter() - begin) / 20)
"""


def rows() -> list[Row]:
    """Compare one press on check to one press on nbgrader's Validate, on the solved notebook."""
    module, exercise = _EXERCISE
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        process([str(BIN / "ailab"), "course", "build", "--out", str(out)], cwd=ROOT)()
        work = Path(shutil.copytree(out / "nbgrader" / "source" / module, out / "work"))
        code = _TIMED.format(notebook=f"{exercise}.ipynb", exercise=exercise)
        found: list[float] = []

        def check() -> None:
            found.append(float(subprocess.run([sys.executable, "-c", code], cwd=work, check=True, capture_output=True, text=True).stdout))

        _, theirs = in_turns(check, process([str(BIN / "nbgrader"), "validate", f"{exercise}.ipynb"], cwd=work), repeats=3)
    return [
        Row(name="one check, in the running kernel", ours=min(found), theirs=theirs, against="nbgrader validate, whole process", unit="s")
    ]
