"""The real course as an Arabic reader meets it in Chromium."""

import json
import re
from urllib.request import urlopen

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ailab.checks.files import read_check
from ailab.lang import library_translations
from ailab.office.course import Course, Exercise
from ailab.office.course.trial import KnownAnswer, known_answers

from .conftest import Lab
from .steps import open_from_home, run_all, style, wait_for, write_answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LISTS = "lessons/collections_and_files/lists_in_the_souk"
PRICES = "lessons/collections_and_files/price_dictionaries"
RECEIPTS = "lessons/collections_and_files/files_and_receipts"
NEIGHBORS = "lessons/classifiers/rules_and_neighbors"
HIGHER_THAN_A_LESSON = 9000
IN_CELL = ".jp-RenderedHTMLCommon [dir=rtl]"

LOST_LINES = """
return [...document.querySelectorAll(arguments[0])].filter(element => {
  const style = getComputedStyle(element);
  return style.direction !== 'rtl' || !['start', 'right'].includes(style.textAlign);
}).map(element => element.textContent.slice(0, 60));
"""
CHARACTERS = """
const code = [...document.querySelectorAll(arguments[0])].find(each => each.textContent === arguments[1]);
const range = document.createRange();
return [...code.textContent].map((_, place) => {
  range.setStart(code.firstChild, place);
  range.setEnd(code.firstChild, place + 1);
  return range.getBoundingClientRect().left;
});
"""
SIDES = """
const inner = document.querySelector(arguments[0]).getBoundingClientRect();
const outer = document.querySelector(arguments[0]).closest('.jp-RenderedHTMLCommon').getBoundingClientRect();
return [inner.left - outer.left, outer.right - inner.right];
"""


def test_home_page_answers_and_shows_a_picture_for_each_module(browser: Chrome, real_lab: Lab, course: Course) -> None:
    with urlopen(real_lab.address) as answer:
        assert answer.status == 200

    browser.get(real_lab.address)

    widths = browser.execute_script("return [...document.querySelectorAll('.card .picture img')].map(image => image.naturalWidth)")
    assert len(widths) == len(course.modules)
    assert all(widths)


@pytest.mark.parametrize(
    ("lesson", "parts"),
    [
        (LISTS, ("p", "h1", "h2", "ol li", "ul li", "summary")),
        (PRICES, ("p", "h1", "h2", "ol li", "td", "th", "summary")),
        (NEIGHBORS, ("p", "h1", "h2", "ul li", "td", "th")),
    ],
    ids=["lists", "table", "classifiers"],
)
def test_every_line_of_an_arabic_lesson_is_right_aligned_and_right_to_left(
    browser: Chrome, real_lab: Lab, lesson: str, parts: tuple[str, ...]
) -> None:
    open_whole(browser, real_lab, lesson)

    for part in parts:
        assert browser.find_elements(By.CSS_SELECTOR, f"{IN_CELL} {part}"), part
        assert browser.execute_script(LOST_LINES, f"{IN_CELL} {part}") == []


def test_quote_in_an_arabic_note_has_its_bar_on_the_right(browser: Chrome, real_lab: Lab) -> None:
    open_from_home(browser, real_lab, LISTS)
    wait_for(browser, f"{IN_CELL} p")

    browser.execute_script(
        "const quote = document.createElement('blockquote'); quote.innerHTML = '<p>كل شيء في مكانه.</p>';"
        "document.querySelector(arguments[0]).parentElement.append(quote)",
        f"{IN_CELL} p",
    )

    assert style(browser, f"{IN_CELL} blockquote p")["direction"] == "rtl"
    assert style(browser, f"{IN_CELL} blockquote p")["align"] in {"start", "right"}
    bars = browser.execute_script(
        "const style = getComputedStyle(document.querySelector(arguments[0])); return [style.borderLeftWidth, style.borderRightWidth]",
        f"{IN_CELL} blockquote",
    )
    assert bars == ["0px", "5px"]


def test_table_of_an_arabic_lesson_stands_on_the_right(browser: Chrome, real_lab: Lab) -> None:
    open_whole(browser, real_lab, PRICES)

    left, right = browser.execute_script(SIDES, f"{IN_CELL} table")
    assert right < left


@pytest.mark.parametrize(("lesson", "code"), [(RECEIPTS, "[1:]"), (PRICES, ":<12")], ids=["slice", "format"])
def test_code_without_a_letter_keeps_its_order_inside_an_arabic_sentence(browser: Chrome, real_lab: Lab, lesson: str, code: str) -> None:
    open_whole(browser, real_lab, lesson)

    lefts = browser.execute_script(CHARACTERS, f"{IN_CELL} code", code)
    assert lefts == sorted(lefts)


def test_buttons_of_a_selected_cell_leave_the_beginning_of_an_arabic_line_free(browser: Chrome, real_lab: Lab) -> None:
    open_from_home(browser, real_lab, LISTS)

    browser.find_element(By.CSS_SELECTOR, f"{IN_CELL} h1").click()

    wait_for(browser, ".jp-MarkdownCell .jp-cell-toolbar")
    heading = browser.find_element(By.CSS_SELECTOR, f"{IN_CELL} h1").rect
    buttons = browser.find_element(By.CSS_SELECTOR, ".jp-MarkdownCell .jp-cell-toolbar").rect
    assert buttons["x"] + buttons["width"] < heading["x"] + heading["width"] / 2


@pytest.mark.parametrize(
    ("exercise", "name"),
    [("find_item_price", "zero_for_unknown"), ("count_confusion_matrix", "rows_and_columns_swapped")],
)
def test_typical_wrong_answer_gets_its_own_hint_in_arabic(browser: Chrome, real_lab: Lab, course: Course, exercise: str, name: str) -> None:
    chosen, answer = known(course, exercise, name)
    hint = arabic_hint(course, chosen, answer.hint)

    report = checked(browser, real_lab, chosen, answer)

    assert hint in report
    assert "★" not in report


@pytest.mark.parametrize(("exercise", "name"), [("update_basket", "right_try_remove"), ("read_tree_questions", "right_one_border")])
def test_right_answer_gets_its_success_in_arabic(browser: Chrome, real_lab: Lab, course: Course, exercise: str, name: str) -> None:
    chosen, answer = known(course, exercise, name)
    success = library_translations("ar")("All right!")

    report = checked(browser, real_lab, chosen, answer)

    assert is_arabic(success)
    assert f"★\n{success}" in report
    assert "✘" not in report


def checked(browser: Chrome, lab: Lab, exercise: Exercise, answer: KnownAnswer) -> str:
    """Return what the report says when this answer is run in Arabic."""
    path = f"exercises/{exercise.module}/{exercise.slug}"
    write_answer(lab, path, *answer.cells)
    open_from_home(browser, lab, path)
    run_all(browser)
    wait_for(browser, ".ailab-check")
    assert style(browser, ".ailab-check li span")["direction"] == "rtl"
    assert not browser.find_element(By.CSS_SELECTOR, ".jp-OutputArea-child:has(.ailab-check) ~ .jp-OutputArea-executeResult").is_displayed()
    return browser.find_element(By.CSS_SELECTOR, ".ailab-check").text


def known(course: Course, exercise: str, name: str) -> tuple[Exercise, KnownAnswer]:
    """Return an exercise and one of its known answers."""
    chosen = next(each for each in course.exercises if each.slug == exercise)
    return chosen, next(each for each in known_answers(course, chosen) if each.name == name)


def arabic_hint(course: Course, exercise: Exercise, misconception: str) -> str:
    """Return the words of a hint in Arabic, as the screen shows them."""
    check = read_check(exercise.check_path, exercise.slug)
    hint = next(each.hint for each in check.misconceptions if each.id == misconception)
    words = course.catalogue(exercise.path.parent, "ar").translate(hint)
    assert is_arabic(words)
    return words.replace("`", "")


def is_arabic(words: str) -> bool:
    """Tell whether a text is written in Arabic letters."""
    return re.search(r"[ء-ي]{3}", words) is not None


def open_whole(browser: Chrome, lab: Lab, lesson: str) -> None:
    """Open a lesson on a screen as high as the lesson: JupyterLab draws a cell when it comes into sight."""
    screen = {"width": 1280, "height": HIGHER_THAN_A_LESSON, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    open_from_home(browser, lab, lesson)
    cells = json.loads((lab.folder / f"{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    prose = sum(cell["cell_type"] == "markdown" for cell in cells)
    WebDriverWait(browser, 30).until(lambda page: len(page.find_elements(By.CSS_SELECTOR, f".jp-MarkdownCell {IN_CELL}")) == prose)
