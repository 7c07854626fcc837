"""Widgets on small screens, under fingers, for who asked for less motion or for colors of their own."""

import time
from collections.abc import Iterator
from typing import Any, Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from .widgets import HIGHER_THAN_THE_NOTEBOOK, WIDGETS, on_each, prefer, screen

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FINGER_PX: Final = 44
DENSE_PX: Final = 24
"""What stands close together in a picture: squares to be painted, moments of a run."""
SMALL: Final = """
const pressed = `:is(${arguments[0]}) :is(button, summary, select, textarea, input:not([type=radio], [type=checkbox]), .option, [role=gridcell]), .jupyter-widgets button`;
const least = each => (each.matches('[role=gridcell], .strip button') && each.closest('.grid, .ailab-player') ? arguments[2] : arguments[1]);
return [...document.querySelectorAll(pressed)].filter(each => each.offsetWidth)
  .filter(each => Math.min(each.offsetWidth, each.offsetHeight) < least(each)).map(each => [each.outerHTML.slice(0, 120), each.offsetWidth, each.offsetHeight]);
"""
SIDEWAYS: Final = """
const panel = document.querySelector('.jp-NotebookPanel-notebook').getBoundingClientRect();
const wide = root => [root, ...root.querySelectorAll('*')].filter(each => {
  const hides = each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible';
  const { left, right, width } = each.getBoundingClientRect();
  return hides || (width > 1 && !each.closest('svg *, .unseen') && (left < panel.left - 1 || right > panel.right + 1));
});
return [...document.querySelectorAll(arguments[0])].filter(each => each.offsetWidth).flatMap(wide).map(each => each.outerHTML.slice(0, 160));
"""
UNSEEN_FOCUS: Final = """
const reached = [...document.querySelectorAll(`:is(${arguments[0]}) :is(button, summary, select, textarea, input, [tabindex])`)].filter(each => each.offsetWidth && each.checkVisibility() && each.tabIndex >= 0);
const marked = each => [each, each.closest('.option')].some(place => place && getComputedStyle(place).outlineStyle !== 'none' && parseFloat(getComputedStyle(place).outlineWidth) >= 2);
const lost = reached.filter(each => {
  each.focus({ focusVisible: true, preventScroll: true });
  return document.activeElement !== each || !marked(each);
});
const jumps = reached.filter(each => each.tabIndex > 0);
return [reached.length > 40, [...lost, ...jumps].map(each => each.outerHTML.slice(0, 120))];
"""
MOVING: Final = (
    "return document.getAnimations().filter(each => each.playState === 'running' && each.effect.target.closest(arguments[0])).length"
)


@pytest.fixture
def page(every_widget: Chrome) -> Iterator[Chrome]:
    """Return the exercise with every widget; what a test emulates ends with it."""
    yield every_widget
    prefer(every_widget)
    screen(every_widget, 1280, HIGHER_THAN_THE_NOTEBOOK)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600), (360, 740)], ids=["wide", "small", "phone"])
def test_no_widget_is_scrolled_sideways(page: Chrome, width: int, height: int) -> None:
    screen(page, width, height, phone=width < 500)

    assert on_each(page, SIDEWAYS, ", ".join((*WIDGETS, ".ailab-check", ".ailab-explain", ".widget-vbox"))) == []


@pytest.mark.parametrize("width", [1024, 360])
def test_fingers_hit_everything_that_can_be_pressed(page: Chrome, width: int) -> None:
    screen(page, width, HIGHER_THAN_THE_NOTEBOOK, phone=True)

    assert on_each(page, SMALL, ", ".join((*WIDGETS, "#ailab-bar", ".ailab-explain")), FINGER_PX, DENSE_PX) == []


def test_keyboard_is_seen_wherever_it_is_and_follows_the_page(page: Chrome) -> None:
    enough, lost = on_each(page, UNSEEN_FOCUS, ", ".join((*WIDGETS, "#ailab-bar", ".ailab-explain")))

    assert enough
    assert lost == []


def test_a_tap_is_enough(page: Chrome) -> None:
    screen(page, 360, HIGHER_THAN_THE_NOTEBOOK, phone=True)
    square = page.find_element(By.CSS_SELECTOR, ".pixels .square[data-x='2'][data-y='1']")
    before = square.get_attribute("aria-label")
    line = page.find_element(By.CSS_SELECTOR, ".parsons .pool .piece")
    option = page.find_element(By.CSS_SELECTOR, ".quiz .option:not(:has(:checked))")

    tap(page, square)
    tap(page, option)
    tap(page, line)

    WebDriverWait(page, 30).until(lambda _: square.get_attribute("aria-label") != before)
    assert option.find_element(By.CSS_SELECTOR, "input").is_selected()
    WebDriverWait(page, 30).until(lambda _: len(page.find_elements(By.CSS_SELECTOR, ".parsons .targets .piece")) > 3)


def tap(page: Chrome, element: WebElement) -> None:
    """Touch the middle of an element with one finger."""
    page.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
    time.sleep(0.5)
    middle = page.execute_script(
        "const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]", element
    )
    page.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": middle[0], "y": middle[1]}]})
    page.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    time.sleep(0.3)


def test_nothing_moves_for_who_asked_for_less_motion(page: Chrome) -> None:
    prefer(page, prefers_reduced_motion="reduce")
    page.find_element(By.CSS_SELECTOR, ".ailab-pad [data-do=run]").click()
    time.sleep(0.5)

    assert page.execute_script(MOVING, ", ".join(WIDGETS)) == 0


def test_who_has_colors_of_their_own_still_sees_what_is_chosen(page: Chrome) -> None:
    prefer(page, forced_colors="active")

    def style(selector: str, name: str) -> Any:
        return page.execute_script("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)

    assert style(".quiz .option:has(:checked)", "outlineStyle") == "solid"
    assert style(".quiz .option:not(:has(:checked))", "outlineStyle") == "none"
    painted = {style(f".pixels .square[data-x='{x}'][data-y='7']", "backgroundColor") for x in (0, 1)}
    assert len(painted) == 2
    assert style(".ailab-player .code li.now", "outlineStyle") == "solid"
    assert style(".ailab-activity button[aria-disabled=true]", "opacity") == "1"
