"""A run of the grader: what came in is collected, graded, recorded and given back; killed, the next one goes on."""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round import jobs as jobs_module
from ailab.office.centre.round.dates import extend, set_dates
from ailab.office.centre.round.feedback import released_page
from ailab.office.centre.round.forget import forget_hand_ins
from ailab.office.centre.round.grade import run_job
from ailab.office.centre.round.jobs import job_seen, jobs_of, start_job
from ailab.office.centre.round.marked import record_marks
from ailab.office.centre.round.mine import mine_of
from ailab.office.centre.round.release import publish, publish_built, published
from ailab.office.centre.tables import Job, Person
from ailab.office.course import Course
from ailab.office.gradebook import mark_by_hand, read_marks
from ailab.office.grading.alone import AlreadyGraded, graded_by_us_alone
from ailab.office.grading.engine.run import engine as engine_of
from ailab.office.grading.engine.runners import LocalRunner, local_runner
from ailab.office.grading.work import Engine, Progress, Work
from ailab.office.ledger import Result, latest_results, read_ledger

from .conftest import MODULE, NOW, ONE, OTHER, RIGHT, TRAINER, TWO, WRONG, Ticking, inbox_of, sent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    """Keep one template for all."""
    with local_runner(1) as runner:
        RUNNERS.append(runner)
        yield
        RUNNERS.clear()


RUNNERS: list[LocalRunner] = []


def run(centre: Centre, group: str = "", engine: Engine | None = None) -> Job:
    """Run the grader in this process."""
    with session_of(centre) as session:
        job = Job(group=group, module=MODULE, asked_by=TRAINER, asked_at=NOW)
        session.add(job)
        session.flush()
    run_job(centre, job.id, engine=engine or engine_of("certificate", RUNNERS[0]), clock=lambda: NOW)
    with session_of(centre) as session:
        return session.get_one(Job, job.id)


def results(centre: Centre) -> dict[tuple[str, str], Result]:
    return {(each.learner, each.exercise): each for each in latest_results(read_ledger(centre.course / "ledger.jsonl"))}


def test_round_from_hand_in_to_page(centre: Centre) -> None:
    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at="2026-11-20T09:00:00Z")
        extend(session, TWO, MODULE, "2026-11-21T09:00:00Z", reason="was ill", by=TRAINER, now=NOW)
    inbox = inbox_of(centre)
    inbox.take_in(ONE, MODULE, sent(centre, WRONG), key="1")
    inbox.take_in(ONE, MODULE, sent(centre, RIGHT), key="2")
    inbox.take_in(TWO, MODULE, sent(centre, WRONG, exercises=("double_number",)), key="1")
    inbox.take_in(OTHER, MODULE, sent(centre, RIGHT), key="1")

    job = run(centre, "monday")

    assert (job.trouble, job.done, job.of) == ("", 2, 2)
    found = results(centre)
    assert {learner for learner, _ in found} == {ONE, TWO}
    assert (found[ONE, "double_number"].points, found[ONE, "double_number"].maximum) == ("4", "4")
    assert "late" in found[ONE, "double_number"].notes
    assert "late" not in found[TWO, "double_number"].notes
    assert found[TWO, "explain_doubling"].status == "missing"
    page = released_page(centre, ONE, MODULE, "double_number")
    assert page is not None
    assert 'lang="en"' in page.read_text(encoding="utf-8")
    assert released_page(centre, OTHER, MODULE, "double_number") is None
    with session_of(centre) as session:
        mine = mine_of(session, centre, ONE).modules[MODULE]
    assert [(each.attempt, each.late) for each in mine.attempts] == [(1, True), (2, True)]
    assert mine.results["double_number"].points == "4"

    # The other class is graded when its trainer asks, and nobody's notebook runs twice.
    assert (run(centre, "friday").of, run(centre).of) == (1, 0)
    assert len(results(centre)) == 6


def test_who_hands_in_again_what_they_had_before_has_that_again(centre: Centre) -> None:
    inbox = inbox_of(centre)
    shown = []
    for key, code in (("1", RIGHT), ("2", WRONG), ("3", RIGHT)):
        inbox.take_in(ONE, MODULE, sent(centre, code), key=key)
        assert run(centre).trouble == ""
        with session_of(centre) as session:
            shown.append(mine_of(session, centre, ONE).modules[MODULE].results["double_number"].points)

    assert (shown[0], shown[2]) == ("4", "4")
    assert shown[1] != "4"


def test_marks_by_hand_reach_ledger_and_page_without_a_run(centre: Centre) -> None:
    inbox = inbox_of(centre)
    inbox.take_in(ONE, MODULE, sent(centre), key="1")
    run(centre)
    (mark,) = (mark for mark in read_marks(centre.course, MODULE)[ONE, "explain_doubling"] if mark.kind == "written")
    mark_by_hand(centre.course, MODULE, ONE, "explain_doubling", mark.cell, points=1, comment="Clear words.")

    assert record_marks(centre, MODULE, (ONE,), now=NOW) == 1
    assert results(centre)[ONE, "explain_doubling"].written_points == "1"
    page = released_page(centre, ONE, MODULE, "explain_doubling")
    assert page is not None
    assert "Clear words." in page.read_text(encoding="utf-8")

    # What came in since waits for a run: older marks are not written down for it.
    inbox.take_in(ONE, MODULE, sent(centre, WRONG), key="2")
    before = results(centre)
    with pytest.raises(Interrupted):
        run(centre, engine=interrupt)
    assert record_marks(centre, MODULE, (ONE,), now=NOW) == 0
    assert results(centre) == before


def test_marks_wait_for_a_run_that_is_at_work(centre: Centre) -> None:
    with graded_by_us_alone(centre.course, MODULE, since=NOW), pytest.raises(AlreadyGraded):
        record_marks(centre, MODULE, (ONE,), now=NOW)


class Interrupted(BaseException):
    """Killed, as far as a test can say so."""


def interrupt(_work: Sequence[Work], _progress: Progress) -> None:
    raise Interrupted


def test_killed_run_is_seen_as_stopped_and_the_next_one_goes_on(centre: Centre) -> None:
    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")
    with pytest.raises(Interrupted):
        run(centre, engine=interrupt)
    with session_of(centre) as session:
        (job,) = jobs_of(session)
        # This process is no run of the grader: as after a kill, nobody is at it.
        assert job_seen(job).state == "stopped"

    assert run(centre).trouble == ""
    assert results(centre)[ONE, "double_number"].points == "4"


def test_trouble_is_told_in_the_words_of_who_asked(centre: Centre) -> None:
    def refuse(_work: Sequence[Work], _progress: Progress) -> None:
        raise Refused("The disk is full.")

    def break_(_work: Sequence[Work], _progress: Progress) -> None:
        raise RuntimeError("what nobody thought of")

    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    assert run(centre, engine=refuse).trouble == "The disk is full."
    with session_of(centre) as session:
        session.get_one(Person, TRAINER).language = "en"
    job = run(centre, engine=break_)
    assert "what nobody thought of" in job.trouble
    assert job_seen(job).state == "failed"


def test_job_is_a_process_of_its_own_with_our_engine(centre: Centre) -> None:
    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")
    with session_of(centre) as session:
        job = start_job(centre, session, module=MODULE, group="monday", asked_by=TRAINER, now=NOW)
        assert start_job(centre, session, module=MODULE, group="monday", asked_by=TRAINER, now=NOW).id == job.id
        assert job_seen(job, now=NOW).state == "waiting"

    until = time.monotonic() + 120
    while time.monotonic() < until:
        with session_of(centre) as session:
            seen = job_seen(session.get_one(Job, job.id))
        if seen.state in ("done", "failed"):
            break
        time.sleep(0.1)

    assert (seen.state, seen.trouble) == ("done", ""), (centre.logs / "grading.log").read_text(encoding="utf-8")
    assert results(centre)[ONE, "double_number"].points == "4"


def test_transaction_that_fails_starts_no_run(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    monkeypatch.setattr(jobs_module, "_start", lambda _centre, number: started.append(number))
    with suppress(Interrupted), session_of(centre) as session:
        start_job(centre, session, module=MODULE, asked_by=TRAINER, now=NOW)
        raise Interrupted
    assert started == []
    with session_of(centre) as session:
        job = start_job(centre, session, module=MODULE, asked_by=TRAINER, now=NOW)

    assert started == [job.id]


def test_job_whose_process_never_spoke_can_be_asked_for_again(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "_start", lambda _centre, _number: None)
    with session_of(centre) as session:
        first = start_job(centre, session, module=MODULE, asked_by=TRAINER, now=NOW)
    with session_of(centre) as session:
        again = start_job(centre, session, module=MODULE, asked_by=TRAINER, now="2026-11-20T10:05:00Z")

    assert again.id != first.id


def test_page_of_who_was_forgotten_is_gone(centre: Centre) -> None:
    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")
    run(centre)
    page = released_page(centre, ONE, MODULE, "double_number")
    assert page is not None

    forget_hand_ins(centre, ONE)

    assert not page.exists()
    assert list((centre.exchange / "ailab" / "feedback").iterdir()) == []


def test_course_is_put_in_place_once(centre: Centre, tiny_course: Course) -> None:
    assert published(centre)
    assert not publish(tiny_course, centre)
    assert (centre.exchange / "ailab" / "outbound" / MODULE / "double_number.ipynb").is_file()
    assert (centre.build / "map.json").is_file()
    assert not (centre.build / "nbgrader").exists()


def test_release_that_was_broken_off_goes_on(centre: Centre, tiny_course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    standing = centre.course / ".ailab-release.json"
    standing.unlink()
    with monkeypatch.context() as patch:
        patch.setattr("ailab.office.centre.round.release.generate_assignment", lambda *_facts: (_ for _ in ()).throw(Interrupted))
        with pytest.raises(Interrupted):
            publish(tiny_course, centre)
    assert published(centre) == ""

    assert publish(tiny_course, centre)
    assert published(centre)


def test_built_course_of_a_kit_is_put_in_place_alike(centre: Centre, tiny_course: Course, tmp_path: Path) -> None:
    from ailab.office.build import build_course, write_files

    write_files(build_course(tiny_course), tmp_path / "build")
    assert not publish_built(tmp_path / "build", centre)
    (centre.course / ".ailab-release.json").unlink()
    assert publish_built(tmp_path / "build", centre)
    with pytest.raises(Refused, match="holds no course"):
        publish_built(tmp_path, centre)


def test_folder_may_be_moved(centre: Centre, tmp_path: Path) -> None:
    from ailab.office.centre import open_centre
    from ailab.office.centre.database import engine_of

    inbox_of(centre, Ticking()).take_in(ONE, MODULE, sent(centre), key="1")
    engine_of(centre.database_url()).dispose()
    centre.folder.rename(tmp_path / "elsewhere")
    moved = open_centre(tmp_path / "elsewhere")
    try:
        assert run(moved).trouble == ""
        assert released_page(moved, ONE, MODULE, "double_number") is not None
    finally:
        engine_of(moved.database_url()).dispose()
