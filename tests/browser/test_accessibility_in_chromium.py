"""Who cannot see well, or uses the keyboard alone: our pages as axe-core finds them.

JupyterLab around our pages is reported apart; what it does is not ours to say.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from ailab.lang import LANGUAGES, Language
from ailab.office.build.take_home import take_home_page
from ailab.office.grading.feedback import feedback_page
from tests.widget_course import EXERCISE, HALF, MODULE, RIGHT, build_widget_course, grade_widget_course, hand_in, written

from .axe import Report
from .conftest import Lab, open_chromium
from .steps import wait_for
from .widgets import HIGHER_THAN_THE_NOTEBOOK, OURS, on_each, screen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def report(request: pytest.FixtureRequest) -> Iterator[Report]:
    """Return the report of this run; it is printed and kept when all is done."""
    made = Report()
    yield made
    if made.pages:
        made.write()
        print(f"\n{made.text()}")


@pytest.fixture
def page(every_widget: Chrome) -> Iterator[Chrome]:
    """Return the exercise with every widget; what a test emulates ends with it."""
    yield every_widget
    screen(every_widget, 1280, HIGHER_THAN_THE_NOTEBOOK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_people_out_of_the_home_page(
    browser: Chrome, widget_lab: Lab, report: Report, language: Language, tmp_path: Path
) -> None:
    """As it begins, and with a message; before a notebook is open, since another language rewrites its prose."""
    speak(browser, widget_lab, language)
    calm = report.look(browser, f"home, {language}")
    damaged = tmp_path / "work.zip"
    damaged.write_text("no archive", encoding="utf-8")
    browser.find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(damaged))
    browser.find_element(By.CSS_SELECTOR, "form[action$='ailab/work'] button").click()
    wait_for(browser, ".warning[role=alert]")
    told = report.look(browser, f"home with a message, {language}")
    speak(browser, widget_lab, "ar")

    assert calm.passed > 20
    assert calm.barriers + told.barriers == []


def speak(browser: Chrome, lab: Lab, language: Language) -> None:
    """Open the home page in a language."""
    browser.get(lab.address)
    browser.find_element(By.CSS_SELECTOR, f"button[lang={language}]").click()
    wait_for(browser, f"html[lang={language}]")


@pytest.mark.usefixtures("every_widget")
@pytest.mark.parametrize("width", [1024, 360])
def test_nothing_keeps_people_out_of_a_home_page_with_progress(browser: Chrome, widget_lab: Lab, report: Report, width: int) -> None:
    screen(browser, width, 600)
    browser.get(widget_lab.address)

    looked = report.look(browser, f"home with progress, {width} px")

    assert looked.barriers == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_keeps_people_out_of_any_widget(page: Chrome, report: Report, width: int) -> None:
    screen(page, width, HIGHER_THAN_THE_NOTEBOOK)

    looked = [report.look(page, f"{part}, {width} px", part) for part in OURS]

    assert [barrier for each in looked for barrier in each.barriers] == []
    assert all(each.passed for each in looked)


def test_nothing_keeps_people_out_of_a_lesson(every_block: Chrome, report: Report) -> None:
    prose = report.look(every_block, "prose of a lesson", ".jp-RenderedMarkdown")

    assert prose.passed > 5
    assert prose.barriers == []


def test_what_jupyterlab_does_is_reported_apart(page: Chrome, report: Report) -> None:
    around = report.look(page, "JupyterLab around an exercise", without=OURS, ours=False)

    assert around.passed > 10
    assert around not in [each for each in report.pages if each.ours]


@pytest.fixture(scope="module")
def fed_back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the course with a right and a half right answer, graded by our engine."""
    build = build_widget_course(tmp_path_factory.mktemp("graded"))
    learners = {"sample-right": RIGHT, "sample-half": HALF}
    for learner, answer in learners.items():
        hand_in(build, learner, written(answer))
    grade_widget_course(build / "nbgrader", tuple(learners))
    return build


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("learner", ["sample-right", "sample-half"])
def test_nothing_keeps_people_out_of_a_feedback_page(browser: Chrome, fed_back: Path, report: Report, learner: str, width: int) -> None:
    screen(browser, width, 800, phone=width < 500)
    browser.get(feedback_page(fed_back / "nbgrader", MODULE, learner, EXERCISE).as_uri())

    looked = report.look(browser, f"feedback of {learner}, {width} px")

    assert looked.passed > 10
    assert looked.barriers == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_people_out_of_a_page_to_take_home(
    browser: Chrome, fed_back: Path, report: Report, language: Language, tmp_path: Path
) -> None:
    page = tmp_path / f"{MODULE}.html"
    page.write_bytes(take_home_page(fed_back, MODULE, language))
    screen(browser, 360, 740, phone=True)
    browser.get(page.as_uri())

    looked = report.look(browser, f"page to take home, {language}")

    assert looked.passed > 10
    assert looked.barriers == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_feedback_shows_the_still_twins_without_any_network(fed_back: Path, tmp_path: Path) -> None:
    with open_chromium(tmp_path, "--host-resolver-rules=MAP * ~NOTFOUND", network=True) as browser:
        browser.get(feedback_page(fed_back / "nbgrader", MODULE, "sample-right", EXERCISE).as_uri())

        stills = browser.find_elements(By.CSS_SELECTOR, ".ailab-activity-still, .ailab-pad-still, .ailab-replay")
        assert len(stills) == 14 + 1 + 3
        assert all(still.is_displayed() and still.rect["height"] > 20 and still.text.strip() for still in stills)
        pictures = on_each(browser, "return [...document.images].map(each => [each.alt, each.complete && each.naturalWidth])")
        assert all(words and width for words, width in pictures)
        assert [address for address in addresses(browser) if address.startswith(("http", "ws", "//"))] == []


BEGINNINGS: Final = """
const lines = [...document.querySelectorAll('.ailab-activity-still > p, .ailab-activity-still li')].filter(each => each.textContent.trim());
return lines.map(each => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return [each.textContent, each.getBoundingClientRect().right - range.getBoundingClientRect().right];
});
"""


def test_still_twins_begin_on_the_right_whatever_their_first_letter(browser: Chrome, fed_back: Path) -> None:
    browser.get(feedback_page(fed_back / "nbgrader", MODULE, "sample-right", EXERCISE).as_uri())

    lines = on_each(browser, BEGINNINGS)

    assert len(lines) > 40
    assert [line for line, gap in lines if gap > 1] == []


def test_pictures_of_a_feedback_page_stand_still_for_who_asked_for_less_motion(fed_back: Path, tmp_path: Path) -> None:
    """What a page emulates does not reach its pictures, so the browser itself is started with the wish."""
    with open_chromium(tmp_path, "--force-prefers-reduced-motion") as browser:
        browser.get(feedback_page(fed_back / "nbgrader", MODULE, "sample-right", EXERCISE).as_uri())
        pictures = browser.find_elements(By.CSS_SELECTOR, ".ailab-replay img")

        looks = []
        for _ in range(3):
            looks.append([picture.screenshot_as_png for picture in pictures])
            time.sleep(0.7)

        assert len(pictures) == 3
        assert looks[1] == looks[2]  # the first look scrolled to each of them


def addresses(browser: Chrome) -> list[str]:
    """Return what the browser has asked for, whether it came or not."""
    logged: list[Any] = browser.get_log("performance")  # type: ignore[no-untyped-call]
    events = [json.loads(entry["message"])["message"] for entry in logged]
    return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
