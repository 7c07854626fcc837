"""A visit as a driver of the caravan sees it: steps to press, and a machine that is fresh for the next group."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.course import Course
from ailab.office.course.records import ShortPath

from .axe import Report
from .conftest import Lab, open_chromium, open_lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXERCISE = "exercises/tiny_steps/double_number.ipynb"


@pytest.fixture(scope="module")
def visit(tiny_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return the tiny course's short path, open in Arabic."""
    path = ShortPath(slug="caravan_visit", title="A visit", minutes=90, steps=("double_number", "tiny_lesson"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AILAB_PATH", path.slug)
        with open_lab(replace(tiny_course, short_paths=(path,)), tmp_path_factory.mktemp("visit")) as lab:
            yield lab


@pytest.fixture(scope="module")
def screen(visit: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return a small screen with the visit's page."""
    with open_chromium(tmp_path_factory.mktemp("screen"), "--window-size=1024,600") as driver:
        driver.get(visit.address)
        yield driver


def answer_in(folder: Path) -> str:
    cells = json.loads((folder / EXERCISE).read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["metadata"].get("nbgrader", {}).get("solution"))


def test_steps_are_large_buttons_in_order(screen: Chrome, visit: Lab) -> None:
    screen.get(visit.address)
    steps = screen.find_elements(By.CSS_SELECTOR, ".steps a")

    assert [str(step.get_attribute("href")).split("/doc/tree/")[1] for step in steps] == [EXERCISE, "lessons/tiny_steps/tiny_lesson.ipynb"]
    assert all(step.size["height"] >= 90 for step in steps)
    assert screen.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert screen.execute_script("return getComputedStyle(document.documentElement).direction") == "rtl"
    assert not screen.find_elements(By.CSS_SELECTOR, ".sending, .work, .take-home")


def test_page_of_a_visit_has_no_barriers(screen: Chrome, visit: Lab) -> None:
    screen.get(visit.address)
    screen.find_element(By.CSS_SELECTOR, ".leaving summary").click()

    assert Report().look(screen, "visit, ar, 1024 px").barriers == []


def test_notebook_of_a_visit_has_nothing_to_hand_in(screen: Chrome, visit: Lab) -> None:
    screen.get(visit.address)
    screen.find_element(By.CSS_SELECTOR, ".steps a").click()

    WebDriverWait(screen, 90).until(expected_conditions.presence_of_element_located((By.CSS_SELECTOR, "#ailab-bar [data-do=run]")))
    assert not screen.find_elements(By.CSS_SELECTOR, "#ailab-bar [data-do=submit]")


def test_everybody_out_asks_once_and_clears(screen: Chrome, visit: Lab) -> None:
    fresh = answer_in(visit.folder)
    path = visit.folder / EXERCISE
    path.write_text(
        path.read_text(encoding="utf-8").replace(json.dumps(fresh.splitlines(keepends=True)[0])[1:-1], "number = 7  # Zaytuna"),
        encoding="utf-8",
    )
    screen.get(visit.address)
    button = screen.find_element(By.CSS_SELECTOR, ".leaving button")
    assert not button.is_displayed()

    screen.find_element(By.CSS_SELECTOR, ".leaving summary").click()
    button.click()

    WebDriverWait(screen, 60).until(expected_conditions.presence_of_element_located((By.CSS_SELECTOR, "[role=status]")))
    assert answer_in(visit.folder) == fresh
    assert "Zaytuna" not in path.read_text(encoding="utf-8")
    assert screen.execute_script("return document.documentElement.lang") == "ar"
