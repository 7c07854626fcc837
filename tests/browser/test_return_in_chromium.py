"""Handing in and coming back, as a learner does it in Arabic."""

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.grading.handing import unpacked

from .conftest import Lab
from .steps import open_from_home, style, wait_for, write_answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOUBLE = "exercises/tiny_steps/double_number"
LESSON = "lessons/tiny_steps/tiny_lesson"
HAND_IN = "#ailab-bar [data-do=submit]"
ANSWER = "def double(number):\n    return 2 * number"


def until(browser: Chrome, condition: Any, seconds: int = 60) -> Any:
    return WebDriverWait(browser, seconds).until(lambda _: condition())


def press_hand_in(browser: Chrome) -> None:
    """Press the button of the bar and stand in the window it opens."""
    wait_for(browser, HAND_IN)
    browser.find_element(By.CSS_SELECTOR, HAND_IN).click()
    wait_for(browser, ".ailab-submit iframe")
    browser.switch_to.frame(browser.find_element(By.CSS_SELECTOR, ".ailab-submit iframe"))
    wait_for(browser, "form button")


def answer_cell(browser: Chrome) -> WebElement:
    """Return the cell in which one writes."""
    cells = browser.find_elements(By.CSS_SELECTOR, ".jp-CodeCell .cm-content")
    return next(cell for cell in cells if "def double" in cell.text)


def saved(folder: Path, path: str) -> str:
    return (folder / f"{path}.ipynb").read_text(encoding="utf-8")


def places(folder: Path) -> dict[str, str]:
    path = folder / ".ailab" / "places.json"
    return {spot["path"]: spot["cell"] for spot in json.loads(path.read_text(encoding="utf-8"))["spots"]} if path.exists() else {}


def test_work_is_handed_in_from_the_notebook_and_the_course_map_remembers_it(browser: Chrome, lab: Lab) -> None:
    write_answer(lab, DOUBLE, ANSWER)
    open_from_home(browser, lab, DOUBLE)

    press_hand_in(browser)
    assert style(browser, "html")["direction"] == "rtl"
    browser.find_element(By.CSS_SELECTOR, "form button").click()
    wait_for(browser, "[role=status] .code")
    code = browser.find_element(By.CSS_SELECTOR, ".code").text
    browser.find_element(By.CSS_SELECTOR, "a[data-close]").click()
    browser.switch_to.default_content()
    until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, ".ailab-submit"))
    browser.get(lab.address)

    hand_in = unpacked((lab.folder / "sent" / f"ailab-tiny_steps-{code}.zip").read_bytes())
    card = browser.find_element(By.CSS_SELECTOR, ".sending")
    assert hand_in.code == code == card.find_element(By.CSS_SELECTOR, ".code").text
    assert b"2 * number" in hand_in.notebooks["double_number"]
    assert not set("٠١٢٣٤٥٦٧٨٩") & set(card.text)


def test_window_closes_with_escape_and_nothing_is_handed_in(browser: Chrome, lab: Lab) -> None:
    before = list((lab.folder / ".ailab").glob("sent/*"))
    open_from_home(browser, lab, LESSON)

    press_hand_in(browser)
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    browser.switch_to.default_content()

    until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, ".ailab-submit"))
    assert list((lab.folder / ".ailab").glob("sent/*")) == before


def test_what_was_typed_is_saved_when_the_page_is_left(browser: Chrome, lab: Lab) -> None:
    write_answer(lab, DOUBLE, ANSWER)
    open_from_home(browser, lab, DOUBLE)
    wait_for(browser, HAND_IN)

    answer_cell(browser).click()
    answer_cell(browser).send_keys("  # typed a moment ago")
    browser.switch_to.new_window("tab")

    # Well before JupyterLab would save by itself.
    until(browser, lambda: "typed a moment ago" in saved(lab.folder, DOUBLE), 10)


def test_notebook_opens_where_one_was(browser: Chrome, lab: Lab) -> None:
    write_answer(lab, DOUBLE, ANSWER)
    open_from_home(browser, lab, DOUBLE)
    wait_for(browser, HAND_IN)
    answer_cell(browser).click()
    path = f"{DOUBLE}.ipynb"
    cells = json.loads(saved(lab.folder, DOUBLE))["cells"]
    cell = next(cell["id"] for cell in cells if "".join(cell["source"]) == ANSWER)
    until(browser, lambda: places(lab.folder).get(path) == cell)

    open_from_home(browser, lab, DOUBLE)

    until(browser, lambda: "def double" in browser.find_element(By.CSS_SELECTOR, ".jp-Cell.jp-mod-active").text)
    assert browser.find_elements(By.CSS_SELECTOR, ".jp-Cell.ailab-here")


def test_after_days_the_course_map_shows_the_way_back(browser: Chrome, lab: Lab) -> None:
    write_answer(lab, DOUBLE, ANSWER)
    spots = [{"path": f"{DOUBLE}.ipynb", "cell": "answer", "at": "2020-01-01T10:00:00Z"}]
    (lab.folder / ".ailab" / "places.json").write_text(json.dumps({"format_version": 1, "spots": spots}), encoding="utf-8")

    browser.get(lab.address)

    assert browser.find_elements(By.CSS_SELECTOR, ".way-back li")
    assert browser.find_elements(By.CSS_SELECTOR, f".way-back a.button[href*='{DOUBLE}']")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
