"""Forty written answers marked with the keyboard alone, counted press by press; and the pages of marking and report for everybody."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

from ailab.office.centre import Centre, session_of
from ailab.office.centre.database import engine_of
from ailab.office.centre.tables import Person
from ailab.office.course import Course
from tests.unit.marking.desk_alone import desk_of
from tests.unit.marking.marked_class import EXERCISE, MODULE, grades, lay_out

from .axe import Report
from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

AMINA = "c1-t-amina2"
ROOT = f"class/argan/marking/{MODULE}/{EXERCISE}/"
FORTY = 40


class Keyboard:
    """Presses keys as a hand would, one after the other, and counts them; whatever has the focus gets them."""

    def __init__(self, browser: Chrome) -> None:
        self.browser, self.presses = browser, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.browser).send_keys(key).perform()
            self.presses += 1

    def until_elsewhere(self, address: str) -> None:
        """Wait until the page at another address is there."""
        deadline = monotonic() + 60
        while self.browser.current_url == address or self.browser.execute_script("return document.readyState") != "complete":
            assert monotonic() < deadline, address
            sleep(0.02)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory, course: Course) -> Iterator[Centre]:
    made = lay_out(tmp_path_factory.mktemp("forty") / "centre", course, size=FORTY)
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture(scope="module")
def desk(centre: Centre) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("answer", "overview"):
            patch.setattr(f"ailab.office.desk.marking.{name}.tell_soon", lambda *_given: None)
        with desk_of(centre) as address:
            yield address


@pytest.fixture(scope="module")
def browser(desk: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with open_chromium(tmp_path_factory.mktemp("chromium"), "--window-size=1366,768") as driver:
        driver.get(f"{desk}assets/desk.css")
        driver.add_cookie({"name": "visitor", "value": AMINA, "path": "/"})
        yield driver


def speak(centre: Centre, language: str, kind: str = "trainer") -> None:
    with session_of(centre) as session:
        person = session.get_one(Person, AMINA)
        person.language, person.kind = language, kind


def test_forty_answers_are_marked_with_the_keyboard_alone(browser: Chrome, desk: str, centre: Centre) -> None:
    speak(centre, "ar")
    browser.get(desk + ROOT)
    hand = Keyboard(browser)
    seen, counts = [], []
    for number in range(FORTY):
        address, before = browser.current_url, hand.presses
        seen.append(address)
        hand.press(str(number % 3), str(number % 2), "1")
        hand.until_elsewhere(address)
        counts.append(hand.presses - before)

    assert max(counts) <= 3
    assert len(set(seen)) == FORTY
    assert browser.current_url == desk + ROOT
    found = grades(centre)
    assert len(found) == FORTY
    assert not any(waiting for _, _, waiting, _ in found.values())
    assert sorted(points for points, *_ in found.values() if points is not None) == sorted(
        float(each % 3 + each % 2 + 1) for each in range(FORTY)
    )


def test_every_other_key_does_what_it_says(browser: Chrome, desk: str, centre: Centre) -> None:
    speak(centre, "fr")
    browser.get(desk + ROOT + "?all=1")
    browser.get(browser.find_element(By.CSS_SELECTOR, ".answers a").get_attribute("href") or "")
    hand, first, before = Keyboard(browser), browser.current_url, grades(centre)
    hand.press("e", "B", "i", "e", "n", Keys.ESCAPE)
    assert browser.find_element(By.ID, "own").get_attribute("value") == "Bien"
    hand.press("s", Keys.ARROW_DOWN, "0", Keys.ARROW_UP, Keys.ARROW_UP, "1", "1", "1")
    hand.until_elsewhere(first)
    changed = {who: mark for who, mark in grades(centre).items() if mark != before[who]}
    assert len(changed) == 1
    ((points, _, _, comment),) = changed.values()
    assert points == 3.0
    assert comment.splitlines()[-1] == "Bien"
    assert len(comment.splitlines()) == 5

    hand.press("u")
    hand.until_elsewhere(desk + ROOT)
    assert browser.current_url.split("?")[0] == first
    assert grades(centre) == before
    hand.press("y")
    sleep(1)
    assert grades(centre) != before
    hand.press(Keys.BACKSPACE)
    sleep(1)
    assert grades(centre) == before


def test_digits_work_by_the_place_of_their_keys_on_a_french_keyboard(browser: Chrome, desk: str, centre: Centre) -> None:
    browser.get(desk + ROOT + "?all=1")
    browser.get(browser.find_element(By.CSS_SELECTOR, ".answers a").get_attribute("href") or "")

    # Without Shift, the upper row of a French keyboard gives other signs; with Shift, the digits.
    browser.execute_script("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'é', code: 'Digit2', bubbles: true}))")
    browser.execute_script(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '0', code: 'Digit0', shiftKey: true, bubbles: true}))"
    )

    chosen = [
        f"{each.get_attribute('name')}={each.get_attribute('value')}"
        for each in browser.find_elements(By.CSS_SELECTOR, ".criterion input:checked")
    ]
    assert chosen[:2] == ["level-0=2", "level-1=0"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_nothing_keeps_people_out_of_these_pages(browser: Chrome, desk: str, centre: Centre, language: str) -> None:
    speak(centre, language, "lead")
    report = Report()
    browser.get(desk + ROOT + "?all=1")
    answer = browser.find_element(By.CSS_SELECTOR, ".answers a").get_attribute("href") or ""
    for name, address in (
        ("overview", f"{desk}class/argan/marking/"),
        ("exercise", f"{desk}{ROOT}?all=1"),
        ("answer", answer),
        ("bank", f"{desk}class/argan/marking/comments/"),
        ("report", f"{desk}report/"),
    ):
        browser.get(address)
        assert browser.execute_script("return document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        browser.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        looked = report.look(browser, f"{name} {language}")
        assert [(each.rule, each.place, each.why) for each in looked.barriers] == []
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize(("width", "height"), [(1024, 600), (500, 900)], ids=["small_laptop", "phone"])
def test_an_answer_fits_small_screens(browser: Chrome, desk: str, centre: Centre, width: int, height: int, tmp_path: Path) -> None:
    speak(centre, "ar")
    browser.set_window_size(width, height)
    browser.get(desk + ROOT + "?all=1")
    browser.get(browser.find_element(By.CSS_SELECTOR, ".answers a").get_attribute("href") or "")

    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
