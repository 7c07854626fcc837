"""Who handed in what, grading with one press, and where it is hard."""

import pytest
from tests.unit.desk.conftest import Browser
from tests.unit.desk.sample import CLASS, MODULE, STAMP, learner_id

from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Job

GRID = f"class/{CLASS}/handed-in/{MODULE}/"


def put_job(centre: Centre, **values: object) -> None:
    with session_of(centre) as session:
        session.add(Job(**({"group": CLASS, "module": MODULE, "asked_by": "t", "asked_at": STAMP} | values)))


def row_of(page: str, number: int) -> str:
    return next(row for row in page.split("<tr>") if f"/learner/{learner_id(number)}/" in row)


def test_the_grid_says_everything_in_words_and_signs(trainer: Browser) -> None:
    page = trainer.page(GRID)

    assert "all right" in row_of(page, 1)
    assert "in part" in row_of(page, 1)
    assert "late" in row_of(page, 3)
    assert "attempt 2" in row_of(page, 3)
    assert "to mark" in row_of(page, 4)
    assert "unreadable" in row_of(page, 10)
    assert row_of(page, 8).count("nothing") == 4


def test_grading_is_one_press(centre: Centre, trainer: Browser, started: list[int]) -> None:
    page = trainer.press(GRID).text

    assert "Grading begins" in page
    assert '<meta http-equiv="refresh"' in page
    assert len(started) == 1
    with session_of(centre) as session:
        job = session.get(Job, started[0])
        assert job is not None
        assert (job.module, job.group) == (MODULE, CLASS)


def test_a_second_press_starts_no_second_run(trainer: Browser, started: list[int]) -> None:
    trainer.press(GRID)
    trainer.press(GRID)

    assert len(started) == 1


def test_a_run_that_failed_says_what_helps_and_hides_no_button(centre: Centre, trainer: Browser) -> None:
    put_job(centre, started_at=STAMP, ended_at=STAMP, trouble="<b>disk is full</b>")

    page = trainer.page(GRID)

    assert "did not get to its end" in page
    assert "&lt;b&gt;disk is full" in page
    assert ">Grade<" in page.replace("</span> ", ">")
    assert 'http-equiv="refresh"' not in page


def test_a_run_whose_process_is_gone_can_be_asked_for_again(centre: Centre, trainer: Browser) -> None:
    put_job(centre, started_at=STAMP, pid=2**22 + 1, done=3, of=9)

    assert "interrupted" in trainer.page(GRID)


def test_a_run_that_ended_well_is_dated(centre: Centre, trainer: Browser) -> None:
    put_job(centre, started_at=STAMP, ended_at=STAMP, done=9, of=9)

    assert "Graded on" in trainer.page(GRID)


@pytest.mark.parametrize("module", ["no_such_module", "repetition"])
def test_a_module_that_the_class_does_not_do_is_not_there(trainer: Browser, started: list[int], module: str) -> None:
    assert trainer.get(f"class/{CLASS}/handed-in/{module}/").status_code == 404
    assert trainer.press(f"class/{CLASS}/handed-in/{module}/").status_code == 404
    assert started == []


def test_the_list_of_modules_counts(trainer: Browser) -> None:
    page = trainer.page(f"class/{CLASS}/handed-in/")

    assert "21 of 24 handed in" in page
    assert "wait for grading" in page


def test_the_hard_places_name_the_idea_in_the_words_of_the_check(trainer: Browser) -> None:
    page = trainer.page(f"class/{CLASS}/hard/")

    assert "Your function stops when the item is not in the dictionary" in page
    assert "stops_on_unknown_item" not in page
    assert "Stuck: 2 attempts" in page
    assert "Absent 4 times in a row" in page
    assert f"/hub/user-redirect/doc/tree/lessons/{MODULE}/baskets.ipynb" in page


def test_an_idea_that_the_check_no_longer_knows_keeps_its_name(centre: Centre, trainer: Browser) -> None:
    (centre.course / "source" / MODULE / "find_item_price_check.py").unlink()

    assert "stops on unknown item" in trainer.page(f"class/{CLASS}/hard/")


def test_a_centre_without_a_course_has_pages_all_the_same(centre: Centre, trainer: Browser) -> None:
    (centre.build / "map.json").unlink()

    assert "not been built" in trainer.page(f"class/{CLASS}/handed-in/")
    assert trainer.get().status_code == 200


def test_a_learners_sheet_shows_all_of_it(trainer: Browser) -> None:
    page = trainer.page(f"class/{CLASS}/learner/{learner_id(5)}/")

    assert "Absent 4 times in a row" in page
    assert page.count("Absent") >= 5
    assert "A1B2-C3D4" in page
    assert "Find a price" in page
    assert "Your function stops" in page
