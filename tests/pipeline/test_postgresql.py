"""A gradebook in PostgreSQL: nbgrader's own steps and ours work on it, also several graders at once."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import create_engine, text

from ailab.errors import Refused
from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import (
    Scored,
    Submission,
    Writer,
    database_url,
    generate_assignment,
    grading_environment,
    is_known,
    logging_to,
    open_course,
    read_marks,
    read_snapshot,
)
from ailab.office.gradebook.autograde import CellScore
from ailab.office.grading.engine.run import engine
from ailab.office.grading.engine.runners import local_runner
from ailab.office.grading.run import grade_module

from .conftest import MODULE, quick_course
from .postgresql_server import Server, postgresql_server, programs
from .test_killers import hand_in

pytestmark = [pytest.mark.slow, pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed: run make system")]

ANSWERS: Final = {
    "sample-right": "def double(number):\n    return 2 * number",
    "sample-wrong": "def double(number):\n    return number ** 2",
    "sample-stops": "def double(number):\n    return number['two']",
}
GRADED_CELLS: Final = 3
DUMP: Final = """
SELECT s.student_id, n.name, b.name, g.auto_score, g.manual_score, g.needs_manual_grade, c.auto_comment, sn.late_submission_penalty, s.timestamp
FROM submitted_assignment s JOIN submitted_notebook sn ON sn.assignment_id = s.id JOIN notebook n ON sn.notebook_id = n.id
LEFT JOIN grade g ON g.notebook_id = sn.id LEFT JOIN base_cell b ON g.cell_id = b.id
LEFT JOIN comment c ON c.notebook_id = sn.id AND c.cell_id = g.cell_id
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an nbgrader course with submissions, not graded yet."""
    folder = tmp_path_factory.mktemp("postgresql")
    write_files(build_course(read_course(quick_course(folder)).course), folder / "build")
    for learner, answer in ANSWERS.items():
        hand_in(folder / "build" / "release" / "en" / MODULE, folder / "build" / "nbgrader" / "submitted" / learner / MODULE, answer)
    return folder / "build" / "nbgrader"


def with_gradebook(built: Path, folder: Path, url: str | None) -> Path:
    root = Path(shutil.copytree(built, folder))
    if url:
        with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            config.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
    return root


def graded(root: Path, *, stock: bool = False) -> Path:
    with logging_to(root / "nbgrader.log"), grading_environment(root), local_runner(2) as runner:
        if stock:
            grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z")
        else:
            grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine("certificate", runner))
    return root


def dump(root: Path) -> list[tuple[Any, ...]]:
    database = create_engine(database_url(root))
    with database.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text(DUMP))]
    database.dispose()
    # Dates are texts in SQLite; True is 1 there.
    return sorted((tuple(int(each) if isinstance(each, bool) else each if each is None else str(each) if hasattr(each, "year") else each for each in row) for row in rows), key=repr)


@pytest.fixture(scope="module")
def in_postgresql(built: Path, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return graded(with_gradebook(built, tmp_path_factory.mktemp("ours") / "course", server.new_database("ours")))


def test_the_gradebook_is_where_nbgraders_option_says(in_postgresql: Path) -> None:
    assert is_known(in_postgresql, MODULE)
    assert not (in_postgresql / "gradebook.db").exists()
    assert {key[0] for key in read_marks(in_postgresql, MODULE)} == set(ANSWERS)


def test_points_and_records_equal_those_of_a_file(in_postgresql: Path, built: Path, tmp_path: Path) -> None:
    in_file = graded(with_gradebook(built, tmp_path / "course", None))

    assert dump(in_file) == dump(in_postgresql)
    assert len(dump(in_file)) == len(ANSWERS) * GRADED_CELLS
    assert (in_file / "ledger.jsonl").read_bytes() == (in_postgresql / "ledger.jsonl").read_bytes()
    assert read_marks(in_file, MODULE) == read_marks(in_postgresql, MODULE)


def test_stock_nbgrader_writes_the_same_there(in_postgresql: Path, built: Path, server: Server, tmp_path: Path) -> None:
    stock = graded(with_gradebook(built, tmp_path / "course", server.new_database("stock")), stock=True)

    assert dump(stock) == dump(in_postgresql)


def test_two_graders_at_once_leave_one_entry_for_each_learner(built: Path, server: Server, tmp_path: Path) -> None:
    root = with_gradebook(built, tmp_path / "course", server.new_database("shared"))
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        generate_assignment(root, MODULE)
    snapshot = read_snapshot(database_url(root), MODULE)
    scored = [
        Scored(name=name, notebook=None, scores=tuple(CellScore(cell=cell, points=1.0) for cell in entry.graded_cells), comments={})
        for name, entry in snapshot.notebooks.items()
    ]

    submissions = [
        Submission(learner=f"sample-{number:03}", timestamp=None, scored=scored, handed_in=set(snapshot.notebooks)) for number in range(15)
    ]

    def write_all(_: int) -> None:
        with Writer(database_url(root), snapshot, open_course(root).config) as writer:
            # Together first: they meet, and each learner is then entered alone.
            assert len(list(writer.write(submissions))) == len(submissions)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write_all, range(2)))

    rows = dump(root)
    assert len(rows) == len(set(rows)) == 15 * GRADED_CELLS
    assert {row[3] for row in rows} == {1.0}


def test_a_server_that_is_not_there_is_named_without_its_password(built: Path, tmp_path: Path) -> None:
    root = with_gradebook(built, tmp_path / "course", f"postgresql+pg8000://grader:quiet-word@/marks?unix_sock={tmp_path}/none")

    with pytest.raises(Refused, match=r"grader:\*\*\*@.* cannot be opened") as refused:
        read_marks(root, MODULE)
    with pytest.raises(Refused, match=r"grader:\*\*\*@.* cannot be read"):
        read_snapshot(database_url(root), MODULE)
    assert "quiet-word" not in str(refused.value)
