"""Points into the gradebook: several learners in one transaction, and nobody pays for another's trouble."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import event
from sqlalchemy.orm import Session
from traitlets.config import Config

from ailab.errors import Refused
from ailab.office.gradebook import Scored, Snapshot, Submission, Writer, read_snapshot
from ailab.office.gradebook.autograde import CellScore

pytestmark = pytest.mark.filterwarnings("ignore")  # of nbgrader and SQLAlchemy
DUE = datetime(2026, 11, 20, 10)
LATE = datetime(2026, 11, 20, 11)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Return a gradebook with two notebooks of an assignment, one graded cell each."""
    found = f"sqlite:///{tmp_path / 'gradebook.db'}"
    with Gradebook(found) as book:
        book.add_assignment("souk", duedate=DUE)
        for name in ("prices", "stock"):
            book.add_notebook(name, "souk")
            book.add_grade_cell("test", name, "souk", max_score=4, cell_type="code")
            book.add_solution_cell("answer", name, "souk")
    return found


@pytest.fixture
def snapshot(url: str) -> Snapshot:
    return read_snapshot(url, "souk")


@pytest.fixture
def commits(url: str, snapshot: Snapshot) -> Iterator[list[None]]:
    """Return one entry for each transaction that was committed."""
    found: list[None] = []

    def count(_: Any) -> None:
        found.append(None)

    event.listen(Session, "after_commit", count)
    yield found
    event.remove(Session, "after_commit", count)


def scored(name: str, points: float | None, refused: str = "") -> Scored:
    return Scored(name=name, notebook=None, scores=(CellScore(cell="test", points=points),), comments={"answer": "No response."}, refused=refused)


def submission(learner: str, *given: Scored, at: datetime | None = None, handed_in: tuple[str, ...] = ("prices", "stock")) -> Submission:
    return Submission(learner=learner, timestamp=at, scored=given, handed_in=handed_in)


def write(url: str, snapshot: Snapshot, *given: Submission, config: Config | None = None) -> list[str]:
    with Writer(url, snapshot, config or Config()) as writer:
        return [each.learner for each in writer.write(given)]


def points(url: str) -> dict[tuple[str, str], float | None]:
    with Gradebook(url) as book:
        return {
            (found.student.id, notebook.name): notebook.grades[0].auto_score
            for found in book.assignment_submissions("souk")
            for notebook in found.notebooks
        }


def test_learners_who_are_ready_together_are_one_transaction(url: str, snapshot: Snapshot, commits: list[None]) -> None:
    saved = write(url, snapshot, *(submission(f"sample-{number}", scored("prices", number)) for number in range(4)))

    assert saved == ["sample-0", "sample-1", "sample-2", "sample-3"]
    assert len(commits) == 1
    assert {learner: found for (learner, name), found in points(url).items() if name == "prices"} == {f"sample-{n}": n for n in range(4)}


def test_one_learner_whom_the_gradebook_refuses_costs_the_others_nothing(url: str, snapshot: Snapshot) -> None:
    given = [submission("sample-a", scored("prices", 1)), submission("sample-b", scored("prices", object())), submission("sample-c", scored("prices", 3))]  # type: ignore[arg-type]
    saved: list[str] = []

    with pytest.raises(Refused, match="did not take the points of sample-b"), Writer(url, snapshot, Config()) as writer:
        saved += [each.learner for each in writer.write(given)]

    assert points(url) == {("sample-a", "prices"): 1, ("sample-a", "stock"): None}


def test_a_second_run_changes_points_and_adds_no_entry(url: str, snapshot: Snapshot) -> None:
    write(url, snapshot, submission("sample-a", scored("prices", 1), scored("stock", 2)))

    write(url, snapshot, submission("sample-a", scored("prices", 4), scored("stock", None)))

    assert points(url) == {("sample-a", "prices"): 4, ("sample-a", "stock"): None}


def test_what_was_not_handed_in_is_nbgraders_zero_and_what_has_no_result_stays(url: str, snapshot: Snapshot) -> None:
    write(url, snapshot, submission("sample-a", handed_in=("stock",)))

    assert points(url) == {("sample-a", "prices"): 0, ("sample-a", "stock"): None}


def test_points_given_by_hand_stay_and_wait_for_a_person(url: str, snapshot: Snapshot) -> None:
    write(url, snapshot, submission("sample-a", scored("prices", 1)))
    with Gradebook(url) as book:
        book.find_grade("test", "prices", "souk", "sample-a").manual_score = 3
        book.db.commit()

    write(url, snapshot, submission("sample-a", scored("prices", 2)))

    with Gradebook(url) as book:
        grade = book.find_grade("test", "prices", "souk", "sample-a")
        assert (grade.auto_score, grade.manual_score, grade.needs_manual_grade) == (2, 3, True)
        assert book.find_comment("answer", "prices", "souk", "sample-a").auto_comment == "No response."


@pytest.mark.parametrize(("at", "refused", "penalty"), [(LATE, "", 3.0), (DUE, "", None), (LATE, "above the maximum", None)], ids=["late", "in_time", "refused"])
def test_a_late_penalty_is_what_the_configured_plugin_says_within_the_score(url: str, snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, refused: str, penalty: float | None) -> None:
    (tmp_path / "harsh_ailab_test.py").write_text("from nbgrader.plugins import BasePlugin\nclass Harsh(BasePlugin):\n    def late_submission_penalty(self, student_id, score, total_seconds_late):\n        return total_seconds_late\n")
    monkeypatch.syspath_prepend(tmp_path)
    config = Config({"AssignLatePenalties": {"plugin_class": "harsh_ailab_test.Harsh"}})

    for _ in range(2):
        write(url, snapshot, submission("sample-a", scored("prices", 3, refused), at=at), submission("sample-b", scored("prices", 4), at=DUE), config=config)

    with Gradebook(url) as book:
        assert book.find_submission_notebook("prices", "souk", "sample-a").late_submission_penalty == penalty
        assert book.find_submission_notebook("prices", "souk", "sample-b").late_submission_penalty is None
