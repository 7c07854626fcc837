"""A child's whole way, without a mouse inside the lesson: map, lesson, guess, order, wrong, hint, right, stars, hand in, come back."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ailab.checks.files import read_check
from ailab.lang import Language, library_translations
from ailab.office.course import Course

from .conftest import Lab
from .steps import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LESSON: Final = "lessons/smart_machines/first_drive"
EXERCISE: Final = "exercises/smart_machines/order_steps_to_well"
WRONG: Final = ["c", "b"]
"""What stands there at first: the robot goes on and stops before the well."""
RIGHT: Final = ["a", "e", "f", "c"]
PATIENCE_S: Final = 90
MOST_PRESSES: Final = 40


class Child:
    """Somebody at the keyboard."""

    def __init__(self, browser: Chrome, lab: Lab, language: Language) -> None:
        self.browser, self.lab, self.language = browser, lab, language

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.browser).send_keys(key).pause(0.08).perform()

    def until(self, condition: Callable[[], object]) -> None:
        WebDriverWait(self.browser, PATIENCE_S).until(lambda _: condition())

    def click(self, selector: str) -> None:
        wait_for(self.browser, selector, PATIENCE_S)
        self.browser.find_element(By.CSS_SELECTOR, selector).click()

    def text(self, selector: str) -> str:
        return str(self.browser.execute_script("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def here(self, key: str) -> str:
        """Return a datum of the element that has the keyboard."""
        return str(self.browser.execute_script("return document.activeElement?.dataset?.[arguments[0]] ?? ''", key))

    def go_to(self, key: str, datum: str, value: str) -> None:
        """Press a key until the keyboard is where it should be."""
        for _ in range(MOST_PRESSES):
            if self.here(datum) == value:
                return
            self.press(key)
        raise AssertionError(f"{MOST_PRESSES} times {key!r} did not lead to {datum}={value}")

    def choose_language(self) -> None:
        self.browser.get(self.lab.address)
        self.click(f"button[lang={self.language}]")
        wait_for(self.browser, f"html[lang={self.language}]", PATIENCE_S)

    def open(self, path: str) -> None:
        self.click(f"a[href*='{path}']")
        wait_for(self.browser, "#ailab-bar [data-do=run]", PATIENCE_S)
        wait_for(self.browser, ".ailab-open-pad", PATIENCE_S)
        wait_for(self.browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]", PATIENCE_S)

    def open_activity(self, kind: str) -> None:
        """Open the first activity with the keyboard, unless it stands there from the last time."""
        if not self.browser.find_elements(By.CSS_SELECTOR, f".ailab-activity.{kind}"):
            self.browser.execute_script("document.querySelector('.ailab-open-pad').focus()")
            self.press(Keys.ENTER)
        wait_for(self.browser, f".ailab-activity.{kind}", PATIENCE_S)
        wait_for(self.browser, ".ailab-open-pad:enabled", PATIENCE_S)

    def stand_in(self, code: str) -> None:
        """Click into the first cell that holds this code, and wait until it is the one that runs."""
        find = "return [...document.querySelectorAll('.jp-CodeCell')].find(cell => cell.innerText.includes(arguments[0]))"
        cell = self.browser.execute_script(find, code)
        self.browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", cell)
        cell.find_element(By.CSS_SELECTOR, ".cm-content").click()
        self.until(lambda: "jp-mod-active" in str(cell.get_attribute("class")))

    def go_home(self) -> None:
        self.click("#ailab-bar [data-do=home], .ailab-home")
        wait_for(self.browser, "#course .cards", PATIENCE_S)

    def saved(self, path: str) -> str:
        """Return the code of a notebook as it lies on the disk."""
        cells = json.loads((self.lab.folder / f"{path}.ipynb").read_text(encoding="utf-8"))["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")

    def line(self, path: str) -> str:
        """Return what the map says of a notebook."""
        return self.text(f"#course li:has(> a[href*='{path}'])")


@pytest.fixture
def child(browser: Chrome, real_lab: Lab, language: Language) -> Iterator[Child]:
    """Return a child for whom all notebooks are new, at a small screen."""
    screen = {"width": 1024, "height": 600, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    for path in (LESSON, EXERCISE):
        (real_lab.folder / f"{path}.ipynb").unlink(missing_ok=True)
    yield Child(browser, real_lab, language)
    browser.get(real_lab.address)
    browser.find_element(By.CSS_SELECTOR, "button[lang=ar]").click()
    # Others use this course too, and expect it in Arabic.
    wait_for(browser, "html[lang=ar]", PATIENCE_S)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_child_goes_all_the_way(child: Child, course: Course, language: Language) -> None:
    say = library_translations(language)
    child.choose_language()
    assert child.browser.execute_script("return getComputedStyle(document.body).direction") == ("rtl" if language == "ar" else "ltr")

    # A lesson: guess, then run.
    child.open(LESSON)
    child.open_activity("quiz")
    child.browser.execute_script("document.querySelector('.ailab-activity.quiz .option input').focus()")
    child.press(Keys.ARROW_DOWN)
    child.until(lambda: 'my_guess = "before"' in child.saved(LESSON))
    child.stand_in("simulate(follow(")
    child.click("#ailab-bar [data-do=run]")
    wait_for(child.browser, ".jp-CodeCell .ailab-replay img", PATIENCE_S)
    child.go_home()
    assert say("Started") in child.line(LESSON) or say("Done") in child.line(LESSON)

    # An exercise: wrong, a hint of its own, right.
    child.open(EXERCISE)
    child.open_activity("ordering, .ailab-activity.parsons")
    child.go_to(Keys.TAB, "do", "check")
    child.press(Keys.ENTER)
    exercise = next(each for each in course.exercises if each.slug == "order_steps_to_well")
    hints = {each.id: each.hint for each in read_check(exercise.check_path, exercise.slug).misconceptions}
    hint = course.catalogue(exercise.path.parent, language).translate(hints["stops_on_the_way"])
    child.until(lambda: hint in child.text(".ailab-check"))
    assert "★" not in child.text(".ailab-check").replace("☆", "")

    for _ in WRONG:
        child.browser.execute_script("document.querySelector('.ailab-activity .target .piece').focus()")
        child.press(Keys.DELETE)
    child.until(lambda: "order = []" in child.saved(EXERCISE))
    child.browser.execute_script("document.querySelector('.ailab-activity .pool .piece').focus()")
    for name in RIGHT:
        child.press(*[Keys.ARROW_UP] * 6)
        child.go_to(Keys.ARROW_DOWN, "name", name)
        child.press(Keys.ENTER)
    child.until(lambda: re.search(r'order = \["a", "e", "f", "c"\]', child.saved(EXERCISE)))
    child.go_to(Keys.TAB, "do", "check")
    child.press(Keys.ENTER)
    child.until(lambda: "★★★" in child.text(".ailab-check"))

    # The map knows it; the work is handed in, and is still there afterwards.
    child.go_home()
    assert "★★★" in child.line(EXERCISE)
    child.click("#smart_machines .sending a.button")
    child.click("main form button")
    wait_for(child.browser, "main [role=status] .code", PATIENCE_S)
    code = child.text("main [role=status] .code")
    assert re.fullmatch(r"[0-9a-f]{8}", code)
    assert any(code in path.name for path in (child.lab.folder / "sent").iterdir())
    child.browser.get(child.lab.address)
    assert code in child.text("#smart_machines")
    child.open(EXERCISE)
    assert 'order = ["a", "e", "f", "c"]' in child.saved(EXERCISE)
    child.until(lambda: "★★★" in child.text(".ailab-check"))
