"""Write the table of README.md: every cheat through stock nbgrader and through our engine.

    python -m tests.redteam.compare

Stock nbgrader runs what is handed in with the rights of whoever grades. So only cheats that stay inside
their own folder are run through it, in a throw-away one; the others are left out and marked.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from . import arena as the
from .arena import FULL, HERE, MODULE, RIGHT, Cheat
from .fight import NEIGHBORS, fight

_BEGIN, _END = "<!-- table -->\n", "<!-- end of table -->\n"
_LONGEST_S: Final = 120
_NEIGHBOR: Final = "zz-neighbor"


def main() -> None:
    """Run everything and put the table into the README."""
    cheats = the.read_cheats()
    with tempfile.TemporaryDirectory(prefix="ailab-redteam-") as folder:
        fought = fight(Path(folder) / "ours", cheats)
        ours = the.marks_of(fought.root, cheats)
        stock = _through_stock(Path(folder) / "stock", [cheat for cheat in cheats if cheat.stock == "run"])
    path = HERE / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    path.write_text(before + _BEGIN + _table(cheats, stock, ours) + _END + rest.partition(_END)[2], encoding="utf-8")
    print(_summary(cheats, stock, ours), f"Our run took {fought.seconds:.0f} s for {len(cheats) + len(NEIGHBORS)} notebooks.")


def _through_stock(folder: Path, cheats: list[Cheat]) -> dict[str, str]:
    """Return what nbgrader gives each cheat, each in a course of its own."""
    folder.mkdir()
    course = the.build_arena(folder)
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip((cheat.name for cheat in cheats), pool.map(partial(_one, course, folder), cheats), strict=True))


def _one(course: Path, folder: Path, cheat: Cheat) -> str:
    root = Path(shutil.copytree(course, folder / cheat.name))
    the.hand_in_cheat(root, cheat)
    the.hand_in(root, _NEIGHBOR, the.answered(root, RIGHT))
    for learner in (cheat.learner, _NEIGHBOR):
        _autograde(root, learner)
    marks = the.marks(root)
    earned, neighbor = the.marks(root, cheat.exercise).get(cheat.learner, (None, True))[0], marks.get(_NEIGHBOR, (None, True))[0]
    return _points(earned) + ("" if neighbor == FULL else f"; a neighbor has {_points(neighbor)} in place of {FULL:g}")


def _autograde(root: Path, learner: str) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "nbgrader", "autograde", MODULE, "--student", learner, "--log-level", "CRITICAL"]
    subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=_LONGEST_S, check=False)


def _points(points: float | None) -> str:
    return "stops" if points is None else f"{points:g}"


def _table(cheats: tuple[Cheat, ...], stock: Mapping[str, str], ours: Mapping[str, float | None]) -> str:
    lines = ["| cheat | what it tries | its work has earned | stock nbgrader | ours |", "| --- | --- | --: | --- | --: |"]
    for cheat in cheats:
        why = {"harm": "not run: would harm this machine", "skip": "not run: says nothing about nbgrader"}
        given = stock.get(cheat.name, why.get(cheat.stock, ""))
        shown = f"**{given}**" if given[:1].isdigit() and not given.startswith(f"{cheat.points:g}") else given
        lines.append(f"| {cheat.name} | {cheat.tries} | {cheat.points:g} | {shown} | {_points(ours[cheat.name])} |")
    return "\n".join(lines) + "\n"


def _summary(cheats: tuple[Cheat, ...], stock: Mapping[str, str], ours: Mapping[str, float | None]) -> str:
    known = {cheat.name: cheat.points for cheat in cheats}
    fooled = [name for name, given in stock.items() if given[:1].isdigit() and float(given.split(";")[0]) > known[name]]
    wrong = [name for name, points in ours.items() if (points or 0.0) != known[name]]
    return (
        f"{len(cheats)} cheats; stock nbgrader: {len(fooled)} of {len(stock)} earned more than their work; ours: {len(wrong)} wrong grades."
    )


if __name__ == "__main__":
    main()
