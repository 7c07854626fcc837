"""What an Arabic reader sees in Chromium: the home page and a lesson, by computed style."""

from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from .conftest import Lab
from .steps import open_from_home, run_all, style, wait_for, write_answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOUBLE = "exercises/tiny_steps/double_number"


def test_home_page_reads_from_right_to_left(browser: Chrome, lab: Lab) -> None:
    browser.get(lab.address)

    assert style(browser, "html")["direction"] == "rtl"
    assert style(browser, ".card h3") == {"direction": "rtl", "align": "start", "family": '"Ailab Naskh", system-ui, sans-serif'}
    assert browser.find_element(By.CSS_SELECTOR, "button[aria-current]").get_attribute("lang") == "ar"


def test_home_page_fits_a_narrow_screen(browser: Chrome, lab: Lab) -> None:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})

    browser.get(lab.address)

    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_home_page_loads_nothing_from_elsewhere(browser: Chrome, lab: Lab) -> None:
    browser.get(lab.address)

    asked = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert asked
    assert {urlsplit(address).hostname for address in asked} == {"127.0.0.1"}


def test_arabic_lesson_is_right_aligned_and_reads_from_right_to_left(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, "lessons/tiny_steps/tiny_lesson")

    wait_for(browser, ".jp-RenderedHTMLCommon blockquote")
    for part in ("p", "h1", "h2", "ul li", "td", "th", "blockquote", "blockquote p"):
        found = style(browser, f".jp-RenderedHTMLCommon {part}")
        assert (found["direction"], found["align"]) in {("rtl", "start"), ("rtl", "right")}, part
    quote = browser.execute_script("return getComputedStyle(document.querySelector('.jp-RenderedHTMLCommon blockquote')).borderRightWidth")
    assert quote == "5px"


def test_code_in_an_arabic_lesson_reads_from_left_to_right(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, "lessons/tiny_steps/tiny_lesson")

    assert style(browser, ".jp-RenderedHTMLCommon [dir=rtl] code")["direction"] == "ltr"
    assert style(browser, ".jp-CodeCell .cm-content")["direction"] == "ltr"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("def double(number):\n    return number + 2", "أُضيف العدد 2. المضاعفة هي ضرب العدد في"),
        ("def double(number):\n    return number ** 2", "ضُرب العدد في نفسه"),
        ("def double(number):\n    return 2 * number", "★"),
    ],
    ids=["adds", "squares", "right"],
)
def test_answer_gets_its_own_words_in_arabic(browser: Chrome, lab: Lab, answer: str, words: str) -> None:
    write_answer(lab, DOUBLE, answer)
    open_from_home(browser, lab, DOUBLE)

    run_all(browser)

    wait_for(browser, ".ailab-check")
    report = browser.find_element(By.CSS_SELECTOR, ".ailab-check")
    assert words in report.text
    assert report.get_attribute("lang") == "ar"
    assert style(browser, ".ailab-check")["direction"] == "rtl"


def test_home_button_leads_from_a_lesson_to_the_course_map(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, "lessons/tiny_steps/tiny_lesson")
    wait_for(browser, ".ailab-home")

    browser.find_element(By.CSS_SELECTOR, ".ailab-home").click()

    wait_for(browser, ".cards")


def test_lesson_opens_without_a_pop_up(browser: Chrome, lab: Lab) -> None:
    open_from_home(browser, lab, "lessons/tiny_steps/tiny_lesson")

    assert not browser.find_elements(By.CSS_SELECTOR, ".jp-Dialog, .jp-toast")


def test_keyboard_of_another_language_is_explained_and_repaired_with_one_press(browser: Chrome, lab: Lab) -> None:
    write_answer(lab, DOUBLE, "print(“salam”)")
    open_from_home(browser, lab, DOUBLE)
    run_all(browser)
    wait_for(browser, ".jp-OutputArea-output button")

    button = browser.find_element(By.CSS_SELECTOR, ".jp-OutputArea-output button")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()", button)

    WebDriverWait(browser, 20).until(lambda _: 'print("salam")' in browser.find_element(By.CSS_SELECTOR, ".jp-Notebook").text)
