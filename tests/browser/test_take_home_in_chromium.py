"""A page taken home: a file on a phone of 360 × 740, without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.build import build_course, write_files
from ailab.office.build.take_home import take_home_page
from ailab.office.course import Course

from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PARSONS = "#order-steps-to-well"
CARDS = "#sort-ai-or-not"
LESSON = "#first-drive"


@pytest.fixture(scope="module")
def page(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the first module in Arabic, alone in its folder."""
    build = tmp_path_factory.mktemp("build")
    write_files(build_course(course), build)
    path = tmp_path_factory.mktemp("phone") / "smart_machines.html"
    path.write_bytes(take_home_page(build, "smart_machines", "ar"))
    return path


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with open_chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def phone(chromium: Chrome, page: Path) -> Chrome:
    """Return the page as a phone without a network shows it."""
    chromium.execute_cdp_cmd("Network.enable", {})
    nothing = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    chromium.execute_cdp_cmd("Network.emulateNetworkConditions", nothing)
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})
    chromium.get(page.as_uri())
    return chromium


def opened(phone: Chrome, chapter: str) -> None:
    """Open a chapter by its title."""
    phone.find_element(By.CSS_SELECTOR, f"{chapter} > summary").click()
    WebDriverWait(phone, 60).until(lambda _: phone.find_element(By.CSS_SELECTOR, chapter).get_attribute("open"))


def report(phone: Chrome, chapter: str) -> str:
    """Press the first Check button of a chapter and return what is said."""
    button = phone.find_element(By.CSS_SELECTOR, f"{chapter} [data-do=check]")
    phone.execute_script("arguments[0].click()", button)
    found = phone.find_element(By.CSS_SELECTOR, f"{chapter} .report")
    WebDriverWait(phone, 60).until(lambda _: found.text)
    return str(found.text)


def test_page_reads_from_right_to_left_and_fits_the_screen(phone: Chrome) -> None:
    phone.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    assert phone.execute_script("return getComputedStyle(document.documentElement).direction") == "rtl"
    assert phone.execute_script("return document.documentElement.scrollWidth") <= 360
    # Nobody has to move it sideways: whatever is broader moves within its own frame.
    assert phone.execute_script("window.scrollTo(-400, 0); return Math.abs(window.scrollX)") == 0
    assert phone.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_page_asks_for_nothing(phone: Chrome) -> None:
    asked = phone.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")

    assert [address for address in asked if not address.startswith("data:")] == []


def test_quiz_of_a_lesson_takes_an_answer(phone: Chrome) -> None:
    opened(phone, LESSON)
    said = phone.find_element(By.CSS_SELECTOR, f"{LESSON} .quiz [data-part=said]")
    before = said.text

    phone.find_element(By.CSS_SELECTOR, f"{LESSON} .quiz .option").click()

    WebDriverWait(phone, 60).until(lambda _: said.text != before)
    twin = phone.execute_script("return document.querySelector(arguments[0]).textContent", f"{LESSON} .quiz [data-part=twin]")
    assert phone.find_element(By.CSS_SELECTOR, f"{LESSON} .quiz .option").text in twin.split("\n")[-1]
    # A prediction is not judged: the lesson goes on and shows what happens.
    assert not phone.find_elements(By.CSS_SELECTOR, f"{LESSON} .quiz.checks")


def test_replay_waits_for_its_button_and_has_words(phone: Chrome) -> None:
    opened(phone, LESSON)
    picture = phone.find_element(By.CSS_SELECTOR, f"{LESSON} details.run .ailab-replay > img")
    assert not picture.is_displayed()

    phone.execute_script("arguments[0].click()", phone.find_element(By.CSS_SELECTOR, f"{LESSON} details.run > summary"))

    WebDriverWait(phone, 60).until(lambda _: picture.is_displayed() and picture.get_attribute("data-plays"))
    WebDriverWait(phone, 60).until(lambda _: phone.execute_script("return arguments[0].naturalWidth", picture) > 0)
    assert picture.get_attribute("alt")
    assert phone.execute_script("return decodeURIComponent(arguments[0].src)", picture).count("<animate") > 0


def test_parsons_is_solved_by_keyboard_and_the_robot_drives(phone: Chrome) -> None:
    opened(phone, PARSONS)
    for name in ("a", "b", "c", "d"):
        phone.find_element(By.CSS_SELECTOR, f"{PARSONS} .piece[data-name={name}]").send_keys(Keys.ENTER)

    first = report(phone, PARSONS)
    start = where(phone)
    phone.find_element(By.CSS_SELECTOR, f"{PARSONS} .piece[data-name=e]").send_keys(Keys.ENTER)
    second = report(phone, PARSONS)

    assert "✘" in first
    assert "✘" not in second
    assert "★" in second
    WebDriverWait(phone, 60).until(lambda _: phone.find_elements(By.CSS_SELECTOR, f"{PARSONS} .drive .reached"))
    assert where(phone) != start


def where(phone: Chrome) -> str:
    return str(phone.find_element(By.CSS_SELECTOR, f"{PARSONS} .drive .robot").get_attribute("transform"))


def test_cards_are_laid_by_keyboard_and_hints_go_on(phone: Chrome) -> None:
    opened(phone, CARDS)
    pool = f"{CARDS} .sort_cards .pool .piece"
    unfinished = report(phone, CARDS)
    while left := phone.find_elements(By.CSS_SELECTOR, pool):
        left[0].send_keys("1")

    first = report(phone, CARDS)
    second = report(phone, CARDS)

    assert unfinished.startswith("?")
    assert first.count("➜") == 1
    assert second.count("➜") == 2
    assert first.split("➜")[1].strip()


def test_who_wants_less_motion_sees_the_end_at_once(phone: Chrome) -> None:
    phone.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    try:
        assert phone.execute_script("return matchMedia('(prefers-reduced-motion: reduce)').matches")
        opened(phone, PARSONS)
        for name in "abcde":
            phone.find_element(By.CSS_SELECTOR, f"{PARSONS} .piece[data-name={name}]").send_keys(Keys.ENTER)
        report(phone, PARSONS)
        WebDriverWait(phone, 60).until(lambda _: phone.find_elements(By.CSS_SELECTOR, f"{PARSONS} .drive .reached"))
    finally:
        phone.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
