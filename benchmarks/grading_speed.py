"""What grading a class costs: forty distinct submissions, whole process, beside stock nbgrader."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.classes import make_class
from benchmarks.measure import BIN, Row

_SIZE = 40
_REPEATS = 2


def rows() -> list[Row]:
    """Grade two assignments with stock and with the engine, one worker and two, in turns; nothing is kept between runs."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="ailab-bench-") as folder:
        fresh = Path(folder) / "fresh"
        fresh.mkdir()
        make_class(fresh, size=_SIZE)
        for assignment in ("plain", "science"):
            times: dict[str, list[float]] = {"stock": [], "1": [], "2": [], "4": []}
            for _ in range(_REPEATS):
                dumps = {name: _graded(fresh, Path(folder) / name, assignment, name, times[name]) for name in times}
                if len(set(map(str, dumps.values()))) != 1:
                    raise RuntimeError(f"{assignment}: the grades differ, so the times mean nothing")
            stock = min(times.pop("stock"))
            found += [
                Row(
                    name=f"grade {_SIZE} {assignment}, {workers} workers",
                    ours=min(taken),
                    theirs=stock,
                    against="nbgrader autograde",
                    unit="s",
                )
                for workers, taken in times.items()
            ]
    return found


def _graded(fresh: Path, root: Path, assignment: str, name: str, times: list[float]) -> list[tuple[object, ...]]:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(fresh, root)
    command = (
        [str(BIN / "nbgrader"), "autograde", assignment]
        if name == "stock"
        else [str(BIN / "ailab"), "grade", "run", str(root), assignment, "--workers", name]
    )
    begin = time.perf_counter()
    run = subprocess.run(
        command, cwd=root, env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}, capture_output=True, text=True, check=False
    )
    times.append(time.perf_counter() - begin)
    if run.returncode:
        raise RuntimeError(f"{command}: {run.stderr[-500:]}")
    return _dump(root / "gradebook.db")


def _dump(path: Path) -> list[tuple[object, ...]]:
    query = (
        "SELECT s.student_id, n.name, b.name, g.auto_score, g.needs_manual_grade FROM grade g"
        " JOIN submitted_notebook sn ON g.notebook_id = sn.id JOIN submitted_assignment s ON sn.assignment_id = s.id"
        " JOIN notebook n ON sn.notebook_id = n.id JOIN base_cell b ON g.cell_id = b.id"
    )
    connection = sqlite3.connect(path)
    try:
        return sorted(connection.execute(query))
    finally:
        connection.close()
