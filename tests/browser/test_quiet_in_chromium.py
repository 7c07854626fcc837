"""While the frame is tidy, a child sees what there is to do; the whole lab shows every line."""

import json

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from ailab.lang import library_translations

from .conftest import Lab
from .steps import open_whole_lab, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WELL = "exercises/smart_machines/order_steps_to_well"
LESSON = "lessons/smart_machines/first_drive"
SHOWN = """
return [...document.querySelectorAll('.jp-CodeCell')].filter(cell => cell.querySelector('.jp-Cell-inputWrapper').offsetHeight > 0)
  .map(cell => Number(cell.dataset.windowedListIndex));
"""


def code_cells(lab: Lab, path: str) -> dict[int, tuple[str, str]]:
    """Return role and code of each code cell, by its place in the notebook."""
    cells = json.loads((lab.folder / f"{path}.ipynb").read_text(encoding="utf-8"))["cells"]
    return {
        place: (cell["metadata"]["ailab"]["role"], "".join(cell["source"]))
        for place, cell in enumerate(cells)
        if cell["cell_type"] == "code"
    }


def choose_form(browser: Chrome, lab: Lab, form: str) -> None:
    browser.get(lab.address)
    browser.find_element(By.CSS_SELECTOR, f"button[value={form}]").click()
    wait_for(browser, f"button[value={form}][aria-current]")


def open_notebook(browser: Chrome, path: str) -> None:
    browser.find_element(By.CSS_SELECTOR, f"a[href*='{path}']").click()
    wait_for(browser, ".ailab-open-pad")
    wait_for(browser, "body.ailab-tidy .jp-CodeCell.ailab-quiet")


def test_the_youngest_see_no_code_and_a_button_that_checks(browser: Chrome, real_lab: Lab) -> None:
    choose_form(browser, real_lab, "pad")
    open_notebook(browser, WELL)

    assert browser.execute_script(SHOWN) == []
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")
    button = browser.find_element(By.CSS_SELECTOR, ".ailab-do")
    assert library_translations("ar")("Check") in button.text
    browser.execute_script("arguments[0].focus()", button)
    button.send_keys("\n")
    wait_for(browser, ".jp-CodeCell .ailab-check")

    open_whole_lab(browser)
    assert browser.execute_script(SHOWN) == list(code_cells(real_lab, WELL))
    browser.find_element(By.CSS_SELECTOR, "#ailab-bar [data-do=whole]").click()
    choose_form(browser, real_lab, "python")


def test_who_types_sees_the_answer_and_what_is_given(browser: Chrome, real_lab: Lab) -> None:
    browser.get(real_lab.address)
    open_notebook(browser, WELL)
    cells = code_cells(real_lab, WELL)

    shown = browser.execute_script(SHOWN)
    assert [cells[place][0] for place in shown] == ["given", "answer"]
    assert all("parsons" not in cells[place][1] for place in shown)


def test_a_lesson_hides_what_a_guess_is_written_into_and_shows_what_is_to_be_run(browser: Chrome, real_lab: Lab) -> None:
    browser.get(real_lab.address)
    open_notebook(browser, LESSON)
    cells = code_cells(real_lab, LESSON)

    shown = [cells[place][1] for place in browser.execute_script(SHOWN)]
    assert any("simulate(follow(cards)" in code for code in shown)
    assert not any(code.startswith(("my_guess =", "pad(")) or "quiz(" in code for code in shown)


def test_in_a_lesson_the_youngest_run_with_a_button(browser: Chrome, real_lab: Lab) -> None:
    choose_form(browser, real_lab, "pad")
    open_notebook(browser, LESSON)
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")

    cells = code_cells(real_lab, LESSON)
    assert {cells[place][0] for place in browser.execute_script(SHOWN)} <= {"try"}
    browser.find_element(By.CSS_SELECTOR, ".ailab-do").click()
    wait_for(browser, ".jp-CodeCell .ailab-replay")
    choose_form(browser, real_lab, "python")


def test_an_activity_that_is_opened_first_brings_what_it_needs(browser: Chrome, real_lab: Lab) -> None:
    browser.get(real_lab.address)
    open_notebook(browser, "lessons/data_detectives/pictures_as_numbers")
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")

    # The picture is made of numbers that stand in a cell nobody has run.
    browser.execute_script("document.querySelectorAll('.ailab-open-pad')[1].click()")

    wait_for(browser, ".ailab-activity .square")
    assert not browser.find_elements(
        By.CSS_SELECTOR, "[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*=error]"
    )
