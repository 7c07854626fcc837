"""The whole way once: handed in, graded, marked and corrected by a person, in the ledger, on the learner's page; and back."""

import json
from collections.abc import Iterator

import pytest
from tests.unit.round.conftest import MODULE, NOW, ONE, TRAINER, TWO, Ticking, answered, centre, inbox_of, published

from ailab.lang import EMPTY
from ailab.office.centre import Centre, session_of
from ailab.office.centre.marking import (
    Answer,
    Mark,
    Said,
    bank_of,
    comment_for,
    fill_bank,
    give_mark,
    override,
    pile_of,
    points_of,
    rubric_for,
    rubric_lines,
    sight_of,
    tell,
    tell_apart,
    undo,
    untold,
)
from ailab.office.centre.round.feedback import released_page
from ailab.office.centre.round.grade import run_job
from ailab.office.centre.tables import Job, Person
from ailab.office.grading.engine.run import engine
from ailab.office.grading.engine.runners import LocalRunner, local_runner
from ailab.office.grading.handing import HandIn, packed
from ailab.office.ledger import Result, latest_results, read_ledger

__all__ = ["centre", "published"]

pytestmark = pytest.mark.slow
WRITTEN = "explain_doubling"
LATER = "2026-11-20T12:00:00Z"


@pytest.fixture(scope="module")
def runner() -> Iterator[LocalRunner]:
    with local_runner(1) as made:
        yield made


def hand_in(centre: Centre, who: str, text: str) -> None:
    notebooks = {}
    for name, content in answered(centre, "def double(number):\n    return number * number").items():
        notebook = json.loads(content)
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution") and cell["cell_type"] == "markdown":
                cell["source"] = text
        notebooks[name] = json.dumps(notebook).encode()
    inbox_of(centre).take_in(who, MODULE, packed(HandIn(module=MODULE, at=NOW, notebooks=notebooks)), key="1")


def grade(centre: Centre, runner: LocalRunner) -> None:
    with session_of(centre) as session:
        job = Job(group="monday", module=MODULE, asked_by=TRAINER, asked_at=NOW)
        session.add(job)
        session.flush()
    run_job(centre, job.id, engine=engine("certificate", runner), clock=lambda: NOW)


def answer_of(centre: Centre, who: str, exercise: str = WRITTEN) -> Answer:
    with session_of(centre) as session:
        pile = pile_of(session, centre, trainer=TRAINER, module=MODULE, exercise=exercise, learners=(ONE, TWO))
    return next(answer for answer in pile.answers if answer.learner == who)


def ledger_of(centre: Centre, who: str, exercise: str = WRITTEN) -> Result:
    """Return the record of the latest attempt."""
    found = latest_results(read_ledger(centre.course / "ledger.jsonl"))
    return [each for each in found if (each.learner, each.exercise) == (who, exercise)][-1]


def page_of(centre: Centre, who: str, exercise: str = WRITTEN) -> str:
    path = released_page(centre, who, MODULE, exercise)
    assert path is not None
    return path.read_text(encoding="utf-8")


def test_a_mark_and_a_correction_reach_the_learner_without_a_run(centre: Centre, runner: LocalRunner) -> None:
    with session_of(centre) as session:
        fill_bank(session, now=NOW)
        session.get_one(Person, ONE).language = "ar"
        bank = bank_of(session, WRITTEN)
    hand_in(centre, ONE, "Twice the number.")
    hand_in(centre, TWO, "It adds the number to itself.")
    grade(centre, runner)
    answer = answer_of(centre, ONE)
    assert answer.written is not None
    assert (answer.state, ledger_of(centre, ONE).status) == ("waiting", "pending")
    ran = {path: path.stat().st_mtime_ns for path in (centre.course / "autograded").rglob("*.ipynb")}

    rubric = rubric_for(centre, answer.written, "ar")
    levels = tuple(len(each.levels) - 1 for each in rubric)
    comment = comment_for(bank, (bank[0].number,), own="<b>Merci</b>", rubric=rubric_lines(rubric, levels), language="ar")
    mark = Mark(place=answer.written.place, levels=levels, points=points_of(rubric, levels), said=Said(own=""), comment=comment)
    give_mark(centre, mark, trainer=TRAINER, seen=sight_of(answer.written.standing), now=LATER)
    (check,) = answer_of(centre, ONE, "double_number").checks
    override(centre, check, points="3.5", reason="The text misled.", trainer=TRAINER, seen=sight_of(check.standing), now=LATER, say=EMPTY)
    assert tell(centre, now=lambda: LATER) == 1

    result = ledger_of(centre, ONE)
    assert (result.status, result.written_points, result.written_maximum) == ("graded", "3", "3")
    corrected = ledger_of(centre, ONE, "double_number")
    assert (corrected.points, "by_hand" in corrected.notes) == ("3.5", True)
    assert bank[0].words["ar"] in page_of(centre, ONE)
    assert "&lt;b&gt;Merci&lt;/b&gt;" in page_of(centre, ONE)
    assert ledger_of(centre, TWO).status == "pending"
    assert {path: path.stat().st_mtime_ns for path in ran} == ran

    undo(centre, trainer=TRAINER, module=MODULE, exercise=WRITTEN, learners=(ONE, TWO), now=LATER)
    assert untold(centre) == {MODULE: [ONE]}
    tell(centre, now=lambda: LATER)
    assert (ledger_of(centre, ONE).status, ledger_of(centre, ONE).written_points) == ("pending", None)
    assert bank[0].words["ar"] not in page_of(centre, ONE)
    assert "by_hand" in ledger_of(centre, ONE, "double_number").notes


def test_a_new_attempt_waits_again_with_its_earlier_points_beside_it(centre: Centre, runner: LocalRunner) -> None:
    hand_in(centre, ONE, "Twice the number.")
    grade(centre, runner)
    answer = answer_of(centre, ONE)
    assert answer.written is not None
    rubric = rubric_for(centre, answer.written, "en")
    mark = Mark(
        place=answer.written.place, levels=tuple(0 for _ in rubric), points=points_of(rubric, [0] * len(rubric)), said=Said(), comment=""
    )
    give_mark(centre, mark, trainer=TRAINER, seen=sight_of(answer.written.standing), now=LATER)
    (check,) = answer_of(centre, ONE, "double_number").checks
    override(centre, check, points="4", reason="The text misled.", trainer=TRAINER, seen=sight_of(check.standing), now=LATER, say=EMPTY)
    tell_apart(centre)
    assert (untold(centre), (centre.logs / "telling.log").read_text(encoding="utf-8")) == ({}, "")
    assert "by_hand" in ledger_of(centre, ONE, "double_number").notes

    inbox = inbox_of(centre, Ticking(LATER))
    inbox.take_in(
        ONE,
        MODULE,
        packed(HandIn(module=MODULE, at=LATER, notebooks=answered(centre, "def double(number):\n    return 2 * number"))),
        key="2",
    )
    grade(centre, runner)

    again = answer_of(centre, ONE, "double_number")
    assert again.needs_a_look
    assert again.checks[0].standing.given == "4"
    assert again.checks[0].standing.measured == "4"
    assert ledger_of(centre, ONE, "double_number").status == "pending"
