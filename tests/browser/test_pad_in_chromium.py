"""A child without a mouse drives the robot: the button pad in JupyterLab."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ailab.activities.source import read_cards
from ailab.lang import Language, library_translations

from .conftest import Lab
from .steps import style, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOLUTION: Final[list[Any]] = [["repeat", 6, ["forward", "water"]]]
STUB: Final = "cards = []  # ✎\nprogram = follow(cards)"
CHECK: Final = '''"""Visible cases of water_palms."""

from ailab.checks import Case, Misconception, gives, read

CASES = (Case("laid", read("cards"), None, accept=lambda outcome: len(outcome.value) == 1, label="One card does it"),)
MISCONCEPTIONS = (Misconception("none", gives(read("cards"), []), "Press a button first."),)
'''


@pytest.fixture(scope="session")
def pads(lab: Lab) -> Path:
    """Return a folder with an exercise that is done with buttons, as the build lays it."""
    folder = lab.folder / "pads"
    folder.mkdir(exist_ok=True)
    entry = {"points": 2, "names": ["cards"]}
    manifest = {"format_version": 1, "module": "pads", "release": "1", "exercises": {"water_palms": entry}}
    (folder / "ailab.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "water_palms_check.py").write_text(CHECK, encoding="utf-8")
    return folder


@pytest.fixture
def exercise(pads: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Return the exercise in Arabic, or in the language asked for, untouched."""
    language: Language = getattr(request, "param", "ar")
    path = pads / f"{request.node.originalname}_{language}.ipynb"
    nbformat.write(notebook(language), path)
    yield path
    path.unlink()


def notebook(language: Language) -> Any:
    """Return the notebook of the exercise; a cell before the pad and one after the check are nobody's business."""
    cells = [
        new_markdown_cell("# Water", id="title"),
        code("cards = 'mine'", "before", "try"),
        code('from ailab.activities.pad import pad\nfrom ailab.robot import follow\n\npad("six_palms")', "given", "given", locked=True),
        code(STUB, "answer", "answer", solution=True),
        code('from ailab import check\n\ncheck("water_palms")', "check", "check", grade=True, locked=True, points=2),
        code("cards = 'later'", "after", "answer", solution=True),
    ]
    facts = {"language": language, "exercise": "water_palms", "format_version": 1}
    return new_notebook(cells=cells, metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}, "ailab": facts})


def code(source: str, name: str, role: str, **flags: Any) -> Any:
    """Return a code cell with nbgrader's metadata."""
    cell = new_code_cell(source, id=name)
    plain = {"schema_version": 3, "grade_id": name, "cell_type": "code", "grade": False, "solution": False, "locked": False, "task": False}
    cell.metadata = {"nbgrader": {**plain, **flags}, "ailab": {"role": role}}
    return cell


def open_exercise(browser: Chrome, lab: Lab, path: Path) -> None:
    """Open the exercise and wait for its kernel."""
    address, token = lab.address.split("/ailab?token=")
    browser.get(f"{address}/lab/tree/pads/{path.name}?reset&token={token}")
    wait_for(browser, ".ailab-open-pad")
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")


def open_pad(browser: Chrome, lab: Lab, path: Path) -> None:
    """Open the exercise, and its pad with the button that offers it."""
    open_exercise(browser, lab, path)
    focus(browser, ".ailab-open-pad")
    press(browser, Keys.ENTER)
    wait_for(browser, ".ailab-pad.connected .add")


def focus(browser: Chrome, selector: str) -> None:
    """Let the keyboard begin here."""
    browser.execute_script("document.querySelector(arguments[0]).focus()", selector)


def press(browser: Chrome, *keys: str) -> None:
    """Press keys one after the other, wherever the keyboard is."""
    for key in keys:
        ActionChains(browser).send_keys(key).perform()
        time.sleep(0.1)


def lay_solution(browser: Chrome) -> None:
    """Press the buttons of the solution by keyboard alone, as who tabs through them."""
    focus(browser, ".ailab-pad .add")
    press(browser, *[Keys.TAB] * 4, Keys.ENTER)  # repeat
    ActionChains(browser).key_down(Keys.SHIFT).send_keys(*[Keys.TAB] * 4).key_up(Keys.SHIFT).perform()
    press(browser, Keys.SPACE, *[Keys.TAB] * 3, Keys.SPACE)  # forward, give water: inside
    press(browser, *[Keys.TAB] * 3)  # repeat, if there is a wall, the strip
    press(browser, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "+", "+", "+", "+")


def cells(browser: Chrome) -> list[str]:
    """Return the code cells as they stand on the screen."""
    script = "return [...document.querySelectorAll('.jp-CodeCell')].map(cell => [...cell.querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n'))"
    return [str(text) for text in browser.execute_script(script)]


def cards_in_cell(browser: Chrome) -> object:
    """Return the cards that the answer cell holds."""
    return read_cards(cells(browser)[2].removeprefix("cards = ").rpartition("\nprogram")[0])


def wait_until(browser: Chrome, true: Any, seconds: int = 30) -> None:
    """Wait until something is so."""
    WebDriverWait(browser, seconds).until(lambda _: true())


def said(browser: Chrome) -> str:
    """Return what the pad says."""
    return browser.find_element(By.CSS_SELECTOR, ".ailab-pad [data-part=said]").text


def stage(browser: Chrome) -> bytes:
    """Return a picture of the map."""
    return bytes(browser.find_element(By.CSS_SELECTOR, ".ailab-pad .stage").screenshot_as_png)


def test_keyboard_alone_solves_writes_and_checks(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)
    start = stage(browser)

    lay_solution(browser)
    wait_until(
        browser, lambda: library_translations("ar")("Solved. Cards: {cards}, steps: {steps}.").format(cards=3, steps=6) in said(browser)
    )

    assert stage(browser) != start
    assert cards_in_cell(browser) == SOLUTION
    assert not browser.find_elements(By.CSS_SELECTOR, ".ailab-check")

    focus(browser, ".ailab-pad [data-do=check]")
    press(browser, Keys.ENTER)
    wait_for(browser, ".ailab-check")
    assert "★" in browser.find_element(By.CSS_SELECTOR, ".ailab-check").text
    wait_until(browser, lambda: library_translations("ar")("All right!") in said(browser))


def test_running_moves_the_robot_step_by_step_and_back_to_the_start(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)
    focus(browser, ".ailab-pad .add")
    press(browser, Keys.ENTER, Keys.ENTER)
    wait_until(browser, lambda: cards_in_cell(browser) == ["forward", "forward"])

    places = []
    for button in ("reset", "step", "step", "reset"):
        focus(browser, f".ailab-pad [data-do={button}]")
        press(browser, Keys.ENTER)
        time.sleep(0.8)
        places.append(browser.find_element(By.CSS_SELECTOR, ".ailab-pad .robot").get_attribute("transform"))

    assert len(set(places)) == 3
    assert places[0] == places[3]


def test_only_the_assignment_of_the_answer_cell_below_changes(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)

    focus(browser, ".ailab-pad .add")
    press(browser, Keys.ENTER)
    wait_until(browser, lambda: "forward" in cells(browser)[2])

    before, _, answer, _, after = cells(browser)
    assert (before, after) == ("cards = 'mine'", "cards = 'later'")
    assert answer == 'cards = [\n    "forward",\n]\nprogram = follow(cards)'
    prompts = [each.get_attribute("textContent") for each in browser.find_elements(By.CSS_SELECTOR, ".jp-CodeCell .jp-InputPrompt")]
    assert prompts[0] == prompts[2] == prompts[3] == prompts[4] == "[ ]:"


def test_reload_keeps_the_cards_with_the_kernel_and_with_a_new_one(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)
    lay_solution(browser)
    wait_until(browser, lambda: cards_in_cell(browser) == SOLUTION)
    wait_until(browser, lambda: '\\"water\\"' in exercise.read_text(encoding="utf-8"))

    open_exercise(browser, lab, exercise)
    wait_for(browser, ".ailab-pad .head")
    assert len(browser.find_elements(By.CSS_SELECTOR, ".ailab-pad .head")) == 3

    notebook = nbformat.read(exercise, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    nbformat.write(notebook, exercise)
    open_pad(browser, lab, exercise)
    wait_for(browser, ".ailab-pad .head")
    assert [each.get_attribute("aria-label") for each in browser.find_elements(By.CSS_SELECTOR, ".ailab-pad .head")][1:] == [
        f"2. {library_translations('ar')('forward')}",
        f"3. {library_translations('ar')('give water')}",
    ]
    assert cards_in_cell(browser) == SOLUTION


def test_arabic_pad_reads_from_the_right_and_leaves_the_map_as_it_is(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)
    focus(browser, ".ailab-pad .add")
    press(browser, Keys.ENTER, Keys.ENTER)
    wait_until(browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, ".ailab-pad .head")) == 2)

    assert style(browser, ".ailab-pad")["direction"] == "rtl"
    assert style(browser, ".ailab-pad .said")["direction"] == "rtl"
    assert style(browser, ".ailab-pad .stage")["direction"] == "ltr"
    assert style(browser, ".ailab-pad .hand pre")["direction"] == "ltr"
    first, second = (each.rect["x"] for each in browser.find_elements(By.CSS_SELECTOR, ".ailab-pad .head"))
    assert second < first
    arrow = "return getComputedStyle(document.querySelector('.ailab-pad .palette .icon-forward')).rotate"
    assert browser.execute_script(arrow) == "90deg"  # the robot looks to the right


@pytest.mark.parametrize("exercise", ["fr"], indirect=True)
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600)], ids=["wide", "small"])
def test_pad_fits_the_screen_with_buttons_that_fingers_hit(browser: Chrome, lab: Lab, exercise: Path, width: int, height: int) -> None:
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    open_pad(browser, lab, exercise)

    sizes = browser.execute_script(
        "return [...document.querySelectorAll('.ailab-pad button')].filter(each => each.offsetWidth).map(each => [each.offsetWidth, each.offsetHeight])"
    )
    assert min(min(size) for size in sizes) >= 44
    sheet = browser.find_element(By.CSS_SELECTOR, ".ailab-pad .sheet").rect
    panel = browser.find_element(By.CSS_SELECTOR, ".jp-NotebookPanel-notebook").rect
    assert sheet["height"] <= panel["height"]
    assert sheet["x"] + sheet["width"] <= panel["x"] + panel["width"]


def test_less_motion_shows_the_end_without_gliding(browser: Chrome, lab: Lab, exercise: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    open_pad(browser, lab, exercise)
    focus(browser, ".ailab-pad .add")
    script = """
    const seen = window.seen = new Set();
    new MutationObserver(() => seen.add(document.querySelector('.ailab-pad .robot').getAttribute('transform')))
      .observe(document.querySelector('.ailab-pad .robot'), {attributes: true});
    """
    browser.execute_script(script)

    press(browser, Keys.ENTER)
    time.sleep(1.5)

    assert 1 <= browser.execute_script("return window.seen.size") <= 2


def test_card_is_dragged_to_another_place(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)
    focus(browser, ".ailab-pad .add")
    press(browser, Keys.ENTER, Keys.TAB, Keys.ENTER, Keys.TAB, Keys.TAB, Keys.ENTER)
    wait_until(browser, lambda: cards_in_cell(browser) == ["forward", "turn_left", "water"])

    heads = browser.find_elements(By.CSS_SELECTOR, ".ailab-pad .head")
    slot = browser.find_element(By.CSS_SELECTOR, ".ailab-pad .slot")
    ActionChains(browser).move_to_element(heads[0]).click_and_hold().move_by_offset(-20, 0).move_to_element(slot).release().perform()

    wait_until(browser, lambda: cards_in_cell(browser) == ["turn_left", "water", "forward"])


def test_where_nobody_carries_cards_their_text_stands_ready_to_be_copied(browser: Chrome, lab: Lab, exercise: Path) -> None:
    found = nbformat.read(exercise, as_version=4)
    found.cells = [cell for cell in found.cells if cell.id != "answer"]
    nbformat.write(found, exercise)
    open_exercise(browser, lab, exercise)
    focus(browser, ".ailab-open-pad")
    press(browser, Keys.ENTER)
    wait_for(browser, ".ailab-pad .add")

    focus(browser, ".ailab-pad .add")
    press(browser, Keys.ENTER)

    copied = ".ailab-pad .hand[open] [data-part=source]"
    wait_until(browser, lambda: browser.find_element(By.CSS_SELECTOR, copied).text == 'cards = [\n    "forward",\n]')
    assert not browser.find_element(By.CSS_SELECTOR, ".ailab-pad [data-do=check]").is_displayed()
    assert [cells(browser)[index] for index in (0, 3)] == ["cards = 'mine'", "cards = 'later'"]


def test_nothing_of_the_pad_comes_from_elsewhere(browser: Chrome, lab: Lab, exercise: Path) -> None:
    open_pad(browser, lab, exercise)

    asked = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert asked
    assert all(address.startswith(("http://127.0.0.1", "blob:", "data:")) for address in asked)
