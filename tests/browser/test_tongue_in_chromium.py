"""A paragraph's other language on a tap, in JupyterLab: shown right below it, hidden again, the notebook untouched."""

import json
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from .conftest import Lab
from .steps import open_from_home, style, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LESSON = "lessons/tiny_steps/tiny_lesson"
EXERCISE = "exercises/tiny_steps/double_number"


def button_of(browser: Chrome, selector: str) -> WebElement:
    """Return the button of the first block that matches."""
    wait_for(browser, f"{selector} > .ailab-tongues > .ailab-tongue")
    return browser.find_element(By.CSS_SELECTOR, f"{selector} > .ailab-tongues > .ailab-tongue")


def tap(browser: Chrome, button: WebElement) -> WebElement:
    """Press a button and return what it shows."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()", button)
    WebDriverWait(browser, 60).until(lambda _: button.get_attribute("aria-expanded") == "true")
    return browser.find_element(By.ID, str(button.get_attribute("aria-controls")))


def on_disk(lab: Lab, path: str) -> dict[str, Any]:
    """Return a notebook as it lies in the learner's folder."""
    found: dict[str, Any] = json.loads((lab.folder / f"{path}.ipynb").read_text(encoding="utf-8"))
    return found


def test_tap_shows_the_paragraph_in_french_and_a_second_one_hides_it(browser: Chrome, lab: Lab) -> None:
    before = on_disk(lab, LESSON)
    open_from_home(browser, lab, LESSON)
    button = button_of(browser, ".jp-RenderedMarkdown h1")

    shown = tap(browser, button)

    assert (shown.text, shown.get_attribute("lang"), shown.get_attribute("dir")) == ("Deux fois plus", "fr", "ltr")
    assert style(browser, ".ailab-other p")["direction"] == "ltr"
    browser.execute_script("arguments[0].click()", button)
    WebDriverWait(browser, 60).until(lambda page: not page.find_elements(By.CSS_SELECTOR, ".ailab-other"))
    assert button.get_attribute("aria-expanded") == "false"
    assert on_disk(lab, LESSON)["cells"] == before["cells"]


def test_each_list_item_and_each_table_has_its_own(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, LESSON)

    item = tap(browser, button_of(browser, ".jp-RenderedMarkdown li"))
    table = tap(browser, button_of(browser, ".jp-RenderedMarkdown .ailab-tongue-frame"))

    assert item.text == "Exécute la cellule."
    assert [cell.text for cell in table.find_elements(By.CSS_SELECTOR, "th, td")] == ["nombre", "double", "un", "deux"]


def test_keyboard_opens_and_closes_it_without_editing_the_cell(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, LESSON)
    button = button_of(browser, ".jp-RenderedMarkdown h1")
    assert button.accessible_name

    browser.execute_script("arguments[0].focus()", button)
    browser.switch_to.active_element.send_keys(Keys.ENTER)

    WebDriverWait(browser, 60).until(lambda _: button.get_attribute("aria-expanded") == "true")
    assert browser.switch_to.active_element == button
    assert not browser.find_elements(By.CSS_SELECTOR, ".jp-MarkdownCell .cm-content:focus")
    browser.switch_to.active_element.send_keys(Keys.SPACE)
    WebDriverWait(browser, 60).until(lambda _: button.get_attribute("aria-expanded") == "false")


def test_cell_that_somebody_edited_shows_the_whole_text_below(browser: Chrome, lab: Lab) -> None:
    notebook = on_disk(lab, EXERCISE)
    whole = len([line for line in notebook["cells"][0]["source"] if line.strip()])
    notebook["cells"][0]["source"] = ["# عنواني\n", "\n", "فقرة من عندي."]
    (lab.folder / f"{EXERCISE}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    browser.get(lab.address)
    browser.find_element(By.CSS_SELECTOR, f"a[href*='{EXERCISE}']").click()

    shown = tap(browser, button_of(browser, ".jp-RenderedMarkdown h1"))

    assert whole > 1
    assert shown.get_attribute("lang") == "fr"
    assert shown.find_elements(By.CSS_SELECTOR, "h1")
    assert len(shown.find_elements(By.CSS_SELECTOR, "h1, p")) > 1
