"""A centre with a class whose written answers wait: a real gradebook of nbgrader's, filled by its own interface, no grading run."""

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook

from ailab.checks.show import FINDINGS_TYPE
from ailab.office.build import write_files
from ailab.office.build.site import grader_files
from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.marking import fill_bank
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.course import Course
from ailab.office.gradebook import grading_environment

MODULE, EXERCISE, PLAIN = "classifiers", "choose_metric_for_sick_trees", "fit_predict_score"
CELL, CHECK = "written-1", "check-1"
NOW = "2026-11-20T10:00:00Z"
TEXT = "A missed tree infects the others. The family loses its row, says answer {number}."


def learner(number: int) -> str:
    """Return the id of a sample learner."""
    return f"c1-{'abcdefghjk'[number // 10]}{'mnpqrstuvw'[number % 10]}2345"


def lay_out(folder: Path, course: Course, *, size: int = 4, texts: Sequence[str] = (), blank: int = 0) -> Centre:
    """Make a centre in which `size` learners of the class "argan" wrote an answer, and `blank` more wrote nothing."""
    centre = make_centre(folder, Settings(code="c1", name="Sample center", place="Berkane"))
    upgrade(centre)
    write_files(grader_files(course), centre.course)
    with session_of(centre) as session:
        _people(session, size + blank)
        fill_bank(session, now=NOW)
    with warnings.catch_warnings(), grading_environment(centre.course):
        warnings.simplefilter("ignore")  # nbgrader with SQLAlchemy 2.1: noise about objects it adds a line later
        with Gradebook(centre.database_url("gradebook"), "ailab") as book:
            _fill(book, centre, texts, size, blank)
    return centre


def _fill(book: Any, centre: Centre, texts: Sequence[str], size: int, blank: int) -> None:
    for name, written in ((EXERCISE, True), (PLAIN, False)):
        _exercise(book, name, written=written)
    for number in range(size + blank):
        text = (texts[number] if number < len(texts) else TEXT.format(number=number)) if number < size else ""
        _hand_in(book, centre, learner(number), text)


def _people(session: Any, size: int) -> None:
    for slug, language in (("argan", "fr"), ("olive", "ar")):
        session.add(Group(id=slug, title=f"Class {slug}", language=language, edition="ma", time_zone="Africa/Casablanca", created_at=NOW))
    for number, name in enumerate(("c1-t-amina2", "c1-t-youcef", "c1-t-others")):
        session.add(
            Person(id=name, kind="trainer", login=name, pseudonym=f"Trainer {number}", language=("en", "ar", "fr")[number], created_at=NOW)
        )
        session.flush()
        session.add(Enrolment(person=name, group="olive" if name.endswith("others") else "argan", role="trainer", since=NOW))
    for number in range(size):
        person = Person(
            id=learner(number), kind="learner", login=f"gazelle{number}", pseudonym=f"Gazelle {number}", display_name=f"Sample Learner {number}",
            language=("fr", "ar", "en")[number % 3], created_at=NOW,
        )  # fmt: skip
        session.add(person)
        session.flush()
        session.add(Enrolment(person=person.id, group="argan", role="learner", since=NOW))


def _exercise(book: Any, name: str, *, written: bool) -> None:
    book.update_or_create_assignment(MODULE)
    book.update_or_create_notebook(name, MODULE)
    book.update_or_create_grade_cell(CHECK, name, MODULE, max_score=4, cell_type="code")
    if written:
        book.update_or_create_grade_cell(CELL, name, MODULE, max_score=4, cell_type="markdown")
        book.update_or_create_solution_cell(CELL, name, MODULE)


def _hand_in(book: Any, centre: Centre, who: str, text: str) -> None:
    book.update_or_create_student(who)
    book.update_or_create_submission(MODULE, who)
    for name in (EXERCISE, PLAIN):
        path = centre.course / "autograded" / who / MODULE / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(nbformat.writes(notebook(text if name == EXERCISE else None)), encoding="utf-8")
        check = book.find_grade(CHECK, name, MODULE, who)
        check.auto_score, check.needs_manual_grade = 3.0, False
    grade = book.find_grade(CELL, EXERCISE, MODULE, who)
    grade.auto_score, grade.needs_manual_grade = (None, True) if text else (0.0, False)
    book.db.commit()


def notebook(text: str | None) -> Any:
    """Return a notebook as the grader leaves it."""
    check = new_code_cell(
        'check("it")',
        metadata={"nbgrader": {"grade": True, "solution": False, "locked": True, "grade_id": CHECK, "points": 4, "schema_version": 3}},
        outputs=[new_output("display_data", data={FINDINGS_TYPE: {"cases": []}, "text/html": "<p>3 of 4</p>", "text/plain": "3 of 4"})],
        execution_count=2,
    )
    cells = [new_markdown_cell("# Sick trees"), new_code_cell("threshold = 38", execution_count=1), check, new_markdown_cell("Say why.")]
    if text is not None:
        label = {"grade": True, "solution": True, "locked": False, "grade_id": CELL, "points": 4, "schema_version": 3}
        cells.append(new_markdown_cell(text, metadata={"nbgrader": label}))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return new_notebook(cells=cells)


def grades(centre: Centre, exercise: str = EXERCISE, cell: str = CELL) -> dict[str, tuple[float | None, float | None, bool, str]]:
    """Return points by hand, measured points, whether it waits and the comment, by learner, as nbgrader itself reads them."""
    with Gradebook(centre.database_url("gradebook"), "ailab") as book:
        found = {}
        for submission in book.assignment_submissions(MODULE):
            who = submission.student.id
            grade = book.find_grade(cell, exercise, MODULE, who)
            comment = book.find_comment(cell, exercise, MODULE, who).manual_comment if cell == CELL else None
            found[who] = (grade.manual_score, grade.auto_score, grade.needs_manual_grade, comment or "")
        return found


def json_of(text: str) -> Any:
    """Return what a JSON text holds."""
    return json.loads(text)
