"""Submissions whose files and metadata lie: nobody earns by it, and the class is graded to the end."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ailab.office.grading.engine.assignment import Failed, Task, open_assignment
from ailab.office.grading.engine.run import grade_learners
from ailab.office.grading.engine.runners import local_runner

from . import arena as the
from .arena import EXERCISE, FULL, MODULE, RIGHT

pytestmark = pytest.mark.slow

WRONG = "def double(number):\n    return None"
Damage = Callable[[dict[str, Any]], object]
Mess = Callable[[Path], object]


def check_cell(notebook: dict[str, Any]) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade"))


def label(**changes: Any) -> Damage:
    return lambda notebook: check_cell(notebook)["metadata"]["nbgrader"].update(changes)


def top(**changes: Any) -> Damage:
    return lambda notebook: notebook["metadata"].update(changes)


def copied(notebook: dict[str, Any]) -> None:
    notebook["cells"].append(json.loads(json.dumps(check_cell(notebook))))


def asks_before(notebook: dict[str, Any]) -> None:
    notebook["cells"].insert(0, the.new_cell(f'check("{EXERCISE}")'))


def deleted(notebook: dict[str, Any]) -> None:
    notebook["cells"].remove(check_cell(notebook))


def prefilled(notebook: dict[str, Any]) -> None:
    check_cell(notebook)["outputs"] = [
        {"output_type": "execute_result", "data": {"text/plain": "4.0"}, "metadata": {}, "execution_count": 1}
    ]


def deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


METADATA: dict[str, Damage] = {
    "points": label(points=1000),
    "no points": label(points=0),
    "negative points": label(points=-4),
    "points as text": label(points="4' or 1=1 --"),
    "not graded": label(grade=False),
    "a solution": label(solution=True),
    "unlocked": label(locked=False),
    "a task": label(task=True),
    "another cell's id": label(grade_id="double-number-answer"),
    "an id of SQL": label(grade_id="x'); drop table grade; --"),
    "an id that is a list": label(grade_id=["x"]),
    "an older schema": label(schema_version=1),
    "a newer schema": label(schema_version=99),
    "a schema of text": label(schema_version="\ud800"),
    "no label": lambda notebook: check_cell(notebook)["metadata"].pop("nbgrader"),
    "markdown": lambda notebook: check_cell(notebook).update(cell_type="markdown"),
    "raw": lambda notebook: check_cell(notebook).update(cell_type="raw"),
    "an invented kind": lambda notebook: check_cell(notebook).update(cell_type="script"),
    "rewritten": lambda notebook: check_cell(notebook).update(source="4.0"),
    "copied": copied,
    "asked before": asks_before,
    "deleted": deleted,
    "filled in": prefilled,
    "not ours": lambda notebook: notebook["metadata"].pop("ailab"),
    "another exercise": top(ailab={"exercise": "explain_doubling", "module": "x", "release": "x"}),
    "another kernel": top(kernelspec={"name": "bash", "display_name": "x", "language": "bash"}, language_info={"name": "bash"}),
    "half a letter": top(x="\ud800", **{"\udfff": 1}),
    "half a letter in a source": lambda notebook: notebook["cells"].append(the.new_cell("'\ud800'")),
    "deep metadata": top(x=deep(500)),
    "a huge number": top(x=10**4000),
    "an older format": lambda notebook: notebook.update(nbformat=3, worksheets=[]),
    "a newer format": lambda notebook: notebook.update(nbformat=5),
    "no cells": lambda notebook: notebook.update(cells=[]),
    "cells that are none": lambda notebook: notebook.update(cells=[None, 1, "x", {}]),
    "one id for all": lambda notebook: [cell.update(id="same") for cell in notebook["cells"]],
    "two thousand cells": lambda notebook: notebook["cells"].extend(the.new_cell("1") for _ in range(2000)),
}
BROKEN = {
    "nothing": "",
    "half": '{"cells": [',
    "a list": "[]",
    "null": "null",
    "brackets": "[" * 100_000,
    "NaN": '{"cells": NaN}',
    "html": "<html><script>alert(1)</script></html>",
    "terminal": '{"\x1b[2J\x1b]0;owned\x07": 1',
}


def write(name: str, content: bytes = b"x") -> Mess:
    def do(folder: Path) -> None:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        for parent in reversed(path.relative_to(folder).parents):
            if (folder / parent).is_file():
                (folder / parent).unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return do


def many(folder: Path) -> None:
    for number in range(3000):
        (folder / f"{number}.txt").write_bytes(b"x")


def links(folder: Path) -> None:
    for name, target in (("book.db", "../../../gradebook.db"), ("cases", "../../../graders"), ("root", "/"), ("self", "self")):
        (folder / name).symlink_to(target)


def unreadable(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    (folder / "locked").write_bytes(b"x")
    (folder / "locked").chmod(0)


FOLDERS: dict[str, Mess] = {
    "a file where a folder of ours is": write("locale"),
    "a folder where a file of ours is": write("ailab.json/x"),
    "a folder named as a notebook": write("other.ipynb/x"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe"),
    "links out": links,
    "what cannot be read": unreadable,
    "three thousand files": many,
    "twenty-five megabytes of noise": write("noise.bin", bytes(range(256)) * 100_000),
    "a name that is no text": lambda folder: (folder / os.fsdecode(b"\xff\n\x1b[2J")).write_bytes(b"x"),
    "a deep folder": lambda folder: folder.joinpath(*["d" * 200] * 10).mkdir(parents=True),
    "no timestamp": lambda folder: (folder / "timestamp.txt").unlink(),
    "an empty timestamp": write("timestamp.txt", b""),
    "a timestamp of noise": write("timestamp.txt", b"\xff\xfe\x00"),
    "a timestamp of words": write("timestamp.txt", b"never\x1b[2J"),
    "a timestamp of another age": write("timestamp.txt", b"99999-01-01 00:00:00 UTC"),
}
LATE_OR_NEVER = ("an empty timestamp", "a timestamp of noise", "a timestamp of words", "a timestamp of another age")
"""Without a time nobody knows how late it is; these wait for a person."""


@dataclass(frozen=True, slots=True)
class Class:
    """What the class got."""

    root: Path
    marks: dict[str, tuple[float | None, bool]]
    failed: dict[str, list[Failed]]

    def earned(self, learner: str) -> float:
        """Return the points of a learner; none are 0."""
        return self.marks.get(learner, (None, True))[0] or 0.0


def name_of(kind: str, case: str) -> str:
    return f"{kind}-{case.replace(' ', '-').replace(chr(39), '')}".lower()


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Class:
    root = the.build_arena(tmp_path_factory.mktemp("folders"))
    for case, damage in METADATA.items():
        for kind, work in (("wrong", WRONG), ("right", RIGHT)):
            notebook = the.answered(root, work)
            damage(notebook)
            the.hand_in(root, name_of(kind, case), notebook)
    for case, text in BROKEN.items():
        the.hand_in(root, name_of("broken", case), text)
    for case, mess in FOLDERS.items():
        mess(the.hand_in(root, name_of("folder", case), the.answered(root, RIGHT)))
    solution = root / "source" / MODULE / f"{EXERCISE}.ipynb"
    linked = the.hand_in(root, "link-file", the.answered(root, WRONG)) / f"{EXERCISE}.ipynb"
    linked.unlink()
    linked.symlink_to(solution)
    (root / "submitted" / "link-folder").mkdir()
    (root / "submitted" / "link-folder" / MODULE).symlink_to(root / "submitted" / "zz-neighbor" / MODULE)
    for neighbor in ("aa-neighbor", "zz-neighbor"):
        the.hand_in(root, neighbor, the.answered(root, RIGHT))
    learners = sorted(path.name for path in (root / "submitted").iterdir())
    tasks = {
        learner: [Task(learner=learner, name=EXERCISE, path=root / "submitted" / learner / MODULE / f"{EXERCISE}.ipynb", language="en")]
        for learner in learners
    }
    with local_runner(2) as runner:
        failed = grade_learners(open_assignment(root, MODULE, "certificate"), tasks, runner=runner, done=lambda _: None)
    return Class(root=root, marks=the.marks(root), failed=failed)


@pytest.mark.parametrize("case", METADATA)
def test_metadata_that_lies_earns_nothing(graded: Class, case: str) -> None:
    assert graded.earned(name_of("wrong", case)) == 0.0


@pytest.mark.parametrize("case", METADATA)
def test_right_work_gets_its_points_or_one_message(graded: Class, case: str) -> None:
    learner = name_of("right", case)

    assert graded.earned(learner) == FULL or graded.earned(learner) == 0.0
    if graded.earned(learner) != FULL:
        assert graded.failed[learner] or graded.marks[learner][1] or case in ("deleted", "no label", "no cells", "another cell's id")


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_is_no_notebook_costs_its_owner_one_message(graded: Class, case: str) -> None:
    [failure] = graded.failed[name_of("broken", case)]

    assert failure.why.isprintable()
    assert 0 < len(failure.why) <= 300


@pytest.mark.parametrize("case", FOLDERS)
def test_what_lies_beside_right_work_takes_nothing_from_it(graded: Class, case: str) -> None:
    learner = name_of("folder", case)

    if case in LATE_OR_NEVER:
        assert graded.earned(learner) in (0.0, FULL)
    else:
        assert graded.earned(learner) == FULL


@pytest.mark.parametrize("learner", ["link-file", "link-folder"])
def test_a_link_hands_in_nothing(graded: Class, learner: str) -> None:
    assert graded.earned(learner) == 0.0
    assert "link" in graded.failed[learner][0].why


@pytest.mark.parametrize("neighbor", ["aa-neighbor", "zz-neighbor"])
def test_the_class_is_graded_to_its_end(graded: Class, neighbor: str) -> None:
    assert graded.marks[neighbor] == (FULL, False)


def test_no_link_of_a_learner_is_followed_into_the_autograded_folder(graded: Class) -> None:
    links = [path for path in (graded.root / "autograded").rglob("*") if path.is_symlink()]

    assert links == []
    assert not list((graded.root / "autograded").rglob("gradebook.db"))
