"""What grading a class costs: forty distinct submissions, whole process, beside stock nbgrader."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.classes import make_class
from benchmarks.measure import BIN, Row

_SIZE = 40
_HALF = 20
_MANY = 130_000
_REPEATS = 2
_WORKERS = ("1", "2", "4")

_FLOOR = """
import asyncio, json, os, sys, time
from importlib import import_module
from pathlib import Path
from ailab.office.grading.engine import session
from ailab.office.grading.engine.shell import run_cell
from ailab.office.grading.engine.warm import modules_for
paths = sorted(Path({root!r}).glob("submitted/*/{assignment}/*.ipynb"))
for name in modules_for(paths):
    import_module(name)
session.prepare_template()
begin = time.perf_counter()
for path in paths:
    job = os.fork()
    if job == 0:
        for cell in json.loads(path.read_text())["cells"]:
            if cell["cell_type"] == "code":
                asyncio.run(run_cell(session._shell, "".join(cell["source"])))
        os._exit(0)
    os.waitpid(job, 0)
print(time.perf_counter() - begin)
"""


def rows() -> list[Row]:
    """Grade two assignments with stock and with the engine, by one, two and four workers, in turns; nothing is kept between runs."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="ailab-bench-") as folder:
        fresh, half = Path(folder) / "fresh", Path(folder) / "half"
        for path, size in ((fresh, _SIZE), (half, _HALF)):
            path.mkdir()
            make_class(path, size=size)
        for assignment in ("plain", "science"):
            found += _assignment(Path(folder), fresh, half, assignment)
    return found


def _assignment(folder: Path, fresh: Path, half: Path, assignment: str) -> list[Row]:
    times: dict[str, list[float]] = {"stock": [], **{workers: [] for workers in _WORKERS}}
    memory: dict[str, int] = {}
    for _ in range(_REPEATS):
        dumps = {name: _graded(fresh, folder / name, assignment, name, times[name], memory) for name in times}
        if len(set(map(str, dumps.values()))) != 1:
            raise RuntimeError(f"{assignment}: the grades differ, so the times mean nothing")
    halves: dict[str, list[float]] = {"stock": [], "2": []}
    for name, taken in halves.items():
        _graded(half, folder / name, assignment, name, taken, {})
    stock = min(times["stock"])
    against = "nbgrader autograde"
    found = [
        Row(name=f"grade {_SIZE} {assignment}, {workers} workers", ours=min(times[workers]), theirs=stock, against=against, unit="s")
        for workers in _WORKERS
    ]
    floor = _floor(fresh, assignment)
    found.append(
        Row(
            name=f"the same beside its floor, {assignment}",
            ours=min(times["1"]),
            theirs=floor,
            against="the cells' own time plus a fork each",
            unit="s",
        )
    )
    ours, theirs = (_slope(min(times[name]), min(halves[name])) for name in ("2", "stock"))
    found.append(Row(name=f"slope for {_MANY} {assignment}, 2 workers", ours=ours, theirs=theirs, against=against, unit="h"))
    found.append(
        Row(name=f"largest process, {assignment}", ours=memory["1"] / 1024, theirs=memory["stock"] / 1024, against=against, unit="MB")
    )
    return found


def _slope(whole: float, half: float) -> float:
    return max(whole - half, 0.001) / (_SIZE - _HALF) * _MANY / 3600


def _floor(root: Path, assignment: str) -> float:
    code = _FLOOR.format(root=str(root), assignment=assignment)
    environment = {
        **os.environ,
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    return float(
        subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True).stdout.split()[-1]
    )


def _graded(fresh: Path, root: Path, assignment: str, name: str, times: list[float], memory: dict[str, int]) -> list[tuple[object, ...]]:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(fresh, root)
    command = (
        [str(BIN / "nbgrader"), "autograde", assignment]
        if name == "stock"
        else [str(BIN / "ailab"), "grade", "run", str(root), assignment, "--workers", name]
    )
    begin = time.perf_counter()
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    process = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    times.append(time.perf_counter() - begin)
    memory[name] = max(memory.get(name, 0), usage.ru_maxrss)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
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
