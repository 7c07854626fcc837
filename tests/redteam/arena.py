"""A small course in a throw-away folder, cheats handed in to it, and what a grader made of them.

A cheat is a file of `cheats/`: three header lines (what it tries, the points its work has earned, whether
stock nbgrader may run it on this machine) and, where it is not `double_number`, a fourth that names the exercise;
then what stands in the answer cell. `# %%` begins a further cell, `# %% after` one behind the check,
`# %% file NAME` a file beside the notebook.
"""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import generate_assignment, grading_environment, logging_to

from .meeting import add_meeting

HERE: Final = Path(__file__).resolve().parent
TINY: Final = HERE.parent / "tiny_course"
MODULE: Final = "tiny_steps"
EXERCISE: Final = "double_number"
RIGHT: Final = "def double(number):\n    return 2 * number"
FULL: Final = 4.0
CELL_SECONDS: Final = 2

INPUT_CANARY: Final = "7712345678"
EXPECTED_CANARY: Final = "15424691"
SOURCE_CANARY: Final = "SOURCE-CANARY-"
_HIDDEN: Final = f'''"""Hidden cases of double_number. {SOURCE_CANARY}1"""

from random import Random

from ailab.checks import Case, call

REMARK = "{SOURCE_CANARY}2"


def cases(seed):
    number = {INPUT_CANARY}00 + int(Random(seed).random() * 100)
    return (
        Case("large", call("double", number), {EXPECTED_CANARY}35600 + 2 * (number - {INPUT_CANARY}00)),
        Case("negative", call("double", -number), -2 * number),
    )
'''

Stock = Literal["run", "harm", "skip"]
"""Whether stock nbgrader may run it: `harm` would harm this machine, `skip` says nothing about nbgrader or takes minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cheat:
    """One cheat, as its file tells it."""

    name: str
    tries: str
    points: float
    stock: Stock
    exercise: str
    answers: tuple[str, ...]
    after: tuple[str, ...]
    files: Mapping[str, str]

    @property
    def learner(self) -> str:
        """Return the name it is handed in under."""
        return f"cheat-{self.name.replace('_', '-')}"


def read_cheats() -> tuple[Cheat, ...]:
    """Return every cheat, in order of their names."""
    return tuple(_read(path) for path in sorted((HERE / "cheats").glob("*.py")))


def _read(path: Path) -> Cheat:
    header, body = {}, path.read_text(encoding="utf-8")
    while found := re.match(r"# (tries|points|stock|exercise): (.*)\n", body):
        header[found[1]], body = found[2], body[found.end() :]
    parts = re.split(r"^# %%(.*)\n", f"# %%\n{body}", flags=re.MULTILINE)[1:]
    cells = [(kind.strip(), text.strip("\n")) for kind, text in zip(parts[::2], parts[1::2], strict=True)]
    return Cheat(
        name=path.stem,
        tries=header["tries"],
        points=float(header["points"]),
        stock=cast("Stock", header["stock"]),  # a test looks at the word
        exercise=header.get("exercise", EXERCISE),
        answers=tuple(text for kind, text in cells if not kind),
        after=tuple(text for kind, text in cells if kind == "after"),
        files={kind.removeprefix("file "): f"{text}\n" for kind, text in cells if kind.startswith("file ")},
    )


def build_arena(folder: Path) -> Path:
    """Return an nbgrader course whose hidden cases bear canaries, with its assignment generated."""
    root = Path(shutil.copytree(TINY, folder / "course_root"))
    (root / "graders" / "checks" / MODULE / f"{EXERCISE}.py").write_text(_HIDDEN, encoding="utf-8")
    add_meeting(root, MODULE)
    config = root / "graders" / "nbgrader_config.py"
    config.write_text(
        config.read_text(encoding="utf-8").replace("c.Execute.timeout = 20", f"c.Execute.timeout = {CELL_SECONDS}"), encoding="utf-8"
    )
    write_files(build_course(read_course(root).course), folder / "build")
    arena = folder / "build" / "nbgrader"
    with logging_to(arena / "nbgrader.log"), grading_environment(arena):
        generate_assignment(arena, MODULE)
    return arena


def released(arena: Path, exercise: str = EXERCISE) -> dict[str, Any]:
    """Return the notebook as learners get it."""
    notebook: dict[str, Any] = json.loads((arena / "release" / "all" / MODULE / f"{exercise}.ipynb").read_text(encoding="utf-8"))
    return notebook


def answered(arena: Path, *answers: str, after: tuple[str, ...] = (), exercise: str = EXERCISE) -> dict[str, Any]:
    """Return the notebook with these answer cells, and cells behind the check."""
    notebook = released(arena, exercise)
    pythons = [cell for cell in notebook["cells"] if cell["metadata"].get("ailab", {}).get("role") == "answer"]
    for cell in pythons:
        cell["source"] = "pass"
    at = notebook["cells"].index(pythons[-1])
    pythons[-1]["source"] = answers[0]
    notebook["cells"][at + 1 : at + 1] = [new_cell(source) for source in answers[1:]]
    notebook["cells"] += [new_cell(source) for source in after]
    return notebook


def new_cell(source: str) -> dict[str, Any]:
    """Return a code cell of a learner's own."""
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
        "id": f"own-{abs(hash(source)):x}"[:20],
    }


def hand_in(arena: Path, learner: str, notebook: Any, files: Mapping[str, str] | None = None, *, exercise: str = EXERCISE) -> Path:
    """Put a notebook, and what stands beside it, where nbgrader collects submissions; return the folder."""
    folder = arena / "submitted" / learner / MODULE
    shutil.copytree(arena / "release" / "all" / MODULE, folder, ignore=shutil.ignore_patterns("*.ipynb"))
    for name, text in (files or {}).items():
        path = folder / name
        if path.parent.is_file() or path.is_dir():
            shutil.rmtree(path) if path.is_dir() else path.parent.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / f"{exercise}.ipynb").write_text(notebook if isinstance(notebook, str) else json.dumps(notebook), encoding="utf-8")
    (folder / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC", encoding="utf-8")
    return folder


def hand_in_cheat(arena: Path, cheat: Cheat) -> None:
    """Hand a cheat in."""
    notebook = answered(arena, *cheat.answers, after=cheat.after, exercise=cheat.exercise)
    hand_in(arena, cheat.learner, notebook, cheat.files, exercise=cheat.exercise)


def marks(arena: Path, exercise: str = EXERCISE) -> dict[str, tuple[float | None, bool]]:
    """Return for each learner the points that stand in the gradebook, a person's included, and whether a person must look."""
    query = """
        select s.student_id, coalesce(g.manual_score, g.auto_score), g.needs_manual_grade from grade g
        join submitted_notebook sn on g.notebook_id = sn.id join submitted_assignment s on sn.assignment_id = s.id
        join notebook n on sn.notebook_id = n.id where n.name = ?
    """
    with sqlite3.connect(arena / "gradebook.db") as book:
        return {learner: (points, bool(waits)) for learner, points, waits in book.execute(query, (exercise,))}


def marks_of(arena: Path, cheats: Iterable[Cheat]) -> dict[str, float | None]:
    """Return what each cheat has earned, by its name."""
    found = {exercise: marks(arena, exercise) for exercise in {cheat.exercise for cheat in cheats}}
    return {cheat.name: found[cheat.exercise].get(cheat.learner, (None, True))[0] for cheat in cheats}


def autograded(arena: Path, learner: str, exercise: str = EXERCISE) -> dict[str, Any]:
    """Return a learner's notebook after grading."""
    path = arena / "autograded" / learner / MODULE / f"{exercise}.ipynb"
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def output_texts(notebook: Mapping[str, Any]) -> Iterator[str]:
    """Yield everything that the outputs of a notebook say."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            yield json.dumps(output, ensure_ascii=False)
