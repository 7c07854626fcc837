"""What a learner does in the browser, and how what they see is measured."""

import json
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from .conftest import Lab

STYLE = """
const element = document.querySelector(arguments[0]);
if (!element) { return null; }
const style = getComputedStyle(element);
return {direction: style.direction, align: style.textAlign, family: style.fontFamily};
"""


def style(browser: Chrome, selector: str) -> dict[str, Any]:
    """Return direction, alignment and fonts of the first element that matches."""
    found = browser.execute_script(STYLE, selector)
    assert found, f"nothing matches {selector}"
    return dict(found)


def wait_for(browser: Chrome, selector: str, seconds: int = 60) -> None:
    """Wait until something matches."""
    WebDriverWait(browser, seconds).until(lambda page: page.find_elements(By.CSS_SELECTOR, selector))


def open_from_home(browser: Chrome, lab: Lab, path: str) -> None:
    """Follow the link of a notebook on the home page and wait until it stands there."""
    browser.get(lab.address)
    browser.find_element(By.CSS_SELECTOR, f"a[href*='{path}']").click()
    wait_for(browser, ".jp-RenderedHTMLCommon [dir=rtl] h1")
    wait_for(browser, ".jp-CodeCell .cm-content")


def write_answer(lab: Lab, path: str, *sources: str) -> None:
    """Put these programs into the answer cells of a notebook that nobody has open."""
    file = lab.folder / f"{path}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    answers = iter(sources)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = next(answers)
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    file.write_text(json.dumps(notebook), encoding="utf-8")


def open_whole_lab(browser: Chrome) -> None:
    """Leave the tidy frame, if it stands, for the menus of the whole lab."""
    wait_for(browser, "body:is(.ailab-tidy, .ailab-whole)")
    if browser.find_elements(By.CSS_SELECTOR, "body.ailab-tidy"):
        browser.find_element(By.CSS_SELECTOR, "#ailab-bar [data-do=whole]").click()


def run_all(browser: Chrome) -> None:
    """Choose Run, Run All Cells."""
    open_whole_lab(browser)
    # The kernel is there when its state is known.
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")
    # The fourth menu, whatever it is called in the reader's language.
    browser.find_element(By.CSS_SELECTOR, ".lm-MenuBar-content > .lm-MenuBar-item:nth-child(4)").click()
    wait_for(browser, "[data-command='runmenu:run-all']")
    browser.find_element(By.CSS_SELECTOR, "[data-command='runmenu:run-all']").click()
