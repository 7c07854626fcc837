"""What an Arabic reader sees in Chromium: the home page and a lesson, by computed style."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STYLE = """
const element = document.querySelector(arguments[0]);
if (!element) { return null; }
const style = getComputedStyle(element);
return {direction: style.direction, align: style.textAlign, family: style.fontFamily};
"""


def style(browser: Chrome, selector: str) -> dict[str, Any]:
    found = browser.execute_script(STYLE, selector)
    assert found, f"nothing matches {selector}"
    return dict(found)


def wait_for(browser: Chrome, selector: str, seconds: int = 60) -> None:
    WebDriverWait(browser, seconds).until(lambda page: page.find_elements(By.CSS_SELECTOR, selector))


def test_home_page_reads_from_right_to_left(browser: Chrome, lab: str) -> None:
    browser.get(lab)

    assert style(browser, "html")["direction"] == "rtl"
    assert style(browser, ".card h3") == {"direction": "rtl", "align": "start", "family": '"Ailab Naskh", system-ui, sans-serif'}
    assert browser.find_element(By.CSS_SELECTOR, "button[aria-current]").get_attribute("lang") == "ar"


def test_home_page_fits_a_narrow_screen(browser: Chrome, lab: str) -> None:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})

    browser.get(lab)

    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_home_page_loads_nothing_from_elsewhere(browser: Chrome, lab: str) -> None:
    browser.get(lab)

    asked = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert asked
    assert {urlsplit(address).hostname for address in asked} == {"127.0.0.1"}


def test_arabic_lesson_is_right_aligned_and_reads_from_right_to_left(browser: Chrome, lab: str) -> None:
    open_from_home(browser, lab, "lessons")

    for part in ("p", "h1", "ul li", "ol li", "td", "th", "blockquote", "blockquote p"):
        found = style(browser, f".jp-RenderedHTMLCommon {part}")
        assert (found["direction"], found["align"]) in {("rtl", "start"), ("rtl", "right")}, part
    quote = browser.execute_script("return getComputedStyle(document.querySelector('.jp-RenderedHTMLCommon blockquote')).borderRightWidth")
    assert quote == "5px"


def test_code_in_an_arabic_lesson_reads_from_left_to_right(browser: Chrome, lab: str) -> None:
    open_from_home(browser, lab, "lessons")

    for part in ("code", "pre"):
        assert style(browser, f".jp-RenderedHTMLCommon [dir=rtl] {part}")["direction"] == "ltr"
    assert style(browser, ".jp-CodeCell .cm-content")["direction"] == "ltr"


def test_home_button_leads_from_a_lesson_to_the_course_map(browser: Chrome, lab: str) -> None:
    open_from_home(browser, lab, "lessons")
    wait_for(browser, ".ailab-home")

    browser.find_element(By.CSS_SELECTOR, ".ailab-home").click()

    wait_for(browser, ".cards")


def test_lesson_opens_without_a_pop_up(browser: Chrome, lab: str) -> None:
    open_from_home(browser, lab, "lessons")

    assert not browser.find_elements(By.CSS_SELECTOR, ".jp-Dialog, .jp-toast")


def open_from_home(browser: Chrome, lab: str, kind: str) -> None:
    browser.get(lab)
    browser.find_element(By.CSS_SELECTOR, f"a[href*='{kind}/']").click()
    wait_for(browser, ".jp-RenderedHTMLCommon [dir=rtl] blockquote")
