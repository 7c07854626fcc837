"""Replays as a learner sees them: pictures that play, the page to take home, the player in JupyterLab."""

import io
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nbformat
import pytest
from PIL import Image, ImageChops, ImageStat
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from ailab.lang import Language
from ailab.robot import Run, World, replay, simulate

from .conftest import Lab
from .steps import wait_for

pytestmark = pytest.mark.browser

MAP = """
>p.d
..#G
"""
PLAY = """
from ailab.robot import simulate
def program(robot):
    robot.forward(4)
run = simulate(program, "first_steps")
run.play()
"""


@pytest.fixture(scope="module")
def run() -> Run:
    """Return a short run: a palm gets water, a wall is met, the goal is reached."""

    def program(robot: Any) -> None:
        robot.forward()
        robot.water()
        robot.forward(2)
        robot.pick()
        robot.turn_right()
        robot.forward(2)

    return simulate(program, World.from_text(MAP))


@pytest.fixture(scope="module")
def drive() -> Run:
    """Return three seconds in an arena."""

    def program(robot: Any) -> None:
        robot.motors(0.8, 0.5)
        robot.wait(3)

    return simulate(program, "yard")


def picture_of(element: WebElement) -> Image.Image:
    return Image.open(io.BytesIO(element.screenshot_as_png)).convert("RGB")


def difference(one: Image.Image, two: Image.Image) -> float:
    """Return by how much two pictures differ, 0 to 255 on average."""
    if one.size != two.size:
        return 255.0
    return sum(ImageStat.Stat(ImageChops.difference(one, two)).mean) / 3


def open_pictures(browser: Chrome, tmp_path: Path, *bodies: str) -> list[WebElement]:
    page = tmp_path / "pictures.html"
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body style="background:#111">{"".join(bodies)}', encoding="utf-8")
    browser.get(page.as_uri())
    return browser.find_elements(By.CSS_SELECTOR, "img, body > svg")


def shown(run: Run, language: Language = "en") -> str:
    html: str = replay.mimebundle(run.trace, run.outcome, language)["text/html"]
    return html


def assert_quiet(browser: Chrome) -> None:
    """Nothing was complained about, nothing was asked of a network."""
    logged = browser.get_log("browser")  # type: ignore[no-untyped-call]
    assert [line for line in logged if line["level"] == "SEVERE"] == []
    assert (
        browser.execute_script(
            "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))"
        )
        == []
    )


def test_pictures_play_by_themselves_and_rest_at_the_end(browser: Chrome, tmp_path: Path, run: Run, drive: Run) -> None:
    pictures = open_pictures(browser, tmp_path, shown(run), shown(drive), shown(run, "ar"))

    early = [picture_of(picture) for picture in pictures]
    time.sleep(1.2)
    later = [picture_of(picture) for picture in pictures]
    time.sleep(3.2)
    ends = [picture_of(picture) for picture in pictures[:2]]

    assert len(pictures) == 3
    assert all(difference(*pair) > 0.3 for pair in zip(early, later, strict=True))
    still = open_pictures(browser, tmp_path, *(replay.svg(each.trace, language="en", animate=False) for each in (run, drive)))
    assert difference(ends[0], picture_of(still[0])) < 0.15
    assert_quiet(browser)


def test_pictures_in_one_page_leave_each_other_alone(browser: Chrome, tmp_path: Path, run: Run, drive: Run) -> None:
    alone = picture_of(open_pictures(browser, tmp_path, replay.svg(drive.trace, language="en", animate=False))[0])

    both = open_pictures(browser, tmp_path, *(replay.svg(each.trace, language="en", animate=False) for each in (run, drive)))

    assert difference(alone, picture_of(both[1])) < 0.15
    ids = browser.execute_script("return [...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_reader_who_asked_for_less_motion_sees_the_end(browser: Chrome, tmp_path: Path, run: Run) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})

    moving = open_pictures(browser, tmp_path, replay.svg(run.trace, language="en"))[0]
    first = picture_of(moving)
    time.sleep(1)
    second = picture_of(moving)

    assert difference(first, second) == 0
    assert difference(first, picture_of(open_pictures(browser, tmp_path, replay.svg(run.trace, language="en", animate=False))[0])) < 0.15


@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_page_to_take_home_works_from_a_file(browser: Chrome, tmp_path: Path, run: Run, language: Language, width: int) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    )
    page = tmp_path / "run.html"
    page.write_text(replay.html(run.trace, run.outcome, language), encoding="utf-8")

    browser.get(page.as_uri())
    WebDriverWait(browser, 20).until(lambda page: page.find_element(By.CSS_SELECTOR, ".main").get_attribute("data-state") == "again")

    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.execute_script("return getComputedStyle(document.querySelector('.ailab-player')).direction") == (
        "rtl" if language == "ar" else "ltr"
    )
    assert browser.execute_script("return getComputedStyle(document.querySelector('.code')).direction") == "ltr"
    assert browser.find_element(By.CSS_SELECTOR, "input[type=range]").get_attribute("value") == "8"
    assert_quiet(browser)


def test_keys_step_and_the_line_follows(browser: Chrome, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "run.html"
    page.write_text(replay.html(run.trace, run.outcome, "en"), encoding="utf-8")
    browser.get(page.as_uri())
    slider = browser.find_element(By.CSS_SELECTOR, "input[type=range]")

    seen = []
    slider.send_keys(Keys.HOME)
    for _ in range(3):
        ActionChains(browser).send_keys(Keys.ARROW_RIGHT).perform()
        seen.append((slider.get_attribute("value"), browser.find_element(By.CSS_SELECTOR, ".code .now").text))
    ActionChains(browser).send_keys(Keys.ARROW_LEFT).perform()

    assert [(value, line.strip()) for value, line in seen] == [
        ("1", "robot.forward()"),
        ("2", "robot.water()"),
        ("3", "robot.forward(2)"),
    ]
    assert slider.get_attribute("value") == "2"
    assert "Step 2 of 8" in str(slider.get_attribute("aria-valuetext"))


def test_every_control_has_a_name_and_its_place_in_the_order(browser: Chrome, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "run.html"
    page.write_text(replay.html(run.trace, run.outcome, "en"), encoding="utf-8")
    browser.get(page.as_uri())

    controls = browser.find_elements(By.CSS_SELECTOR, ".ailab-player :is(button, input, select, .code, summary)")

    assert all(control.accessible_name for control in controls)
    assert [control.accessible_name for control in controls[:2]] == ["One step back", "Pause"]


def test_untrusted_notebook_shows_and_plays_the_picture(browser: Chrome, lab: Lab, run: Run) -> None:
    bundle = replay.mimebundle(run.trace, run.outcome, "ar")
    output = nbformat.v4.new_output("execute_result", data=bundle, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("run", execution_count=1, outputs=[output])])
    open_notebook(browser, lab, "untrusted", notebook)

    wait_for(browser, ".jp-OutputArea img[src^='data:image/svg']")
    picture = browser.find_element(By.CSS_SELECTOR, ".jp-OutputArea img")
    first = picture_of(picture)
    time.sleep(1)

    assert difference(first, picture_of(picture)) > 0
    assert browser.find_element(By.CSS_SELECTOR, ".ailab-replay").get_attribute("dir") == "rtl"


def test_player_plays_in_jupyterlab(browser: Chrome, lab: Lab) -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(PLAY.strip())],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    open_notebook(browser, lab, "player", notebook)
    run_first_cell(browser)

    wait_for(browser, ".ailab-player .main[data-state=again]")

    assert browser.find_element(By.CSS_SELECTOR, ".ailab-player input[type=range]").get_attribute("value") == "4"
    assert browser.find_element(By.CSS_SELECTOR, ".ailab-player .code .now").text.strip().endswith("robot.forward(4)")


def run_first_cell(browser: Chrome) -> None:
    """Press Shift+Enter in the first cell until it takes: a lab that has just been opened may miss a key."""
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")
    for _ in range(10):
        browser.find_element(By.CSS_SELECTOR, ".jp-CodeCell .cm-content").click()
        ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
        with suppress(TimeoutException):
            wait_for(browser, ".jp-OutputArea-output", seconds=5)
            return


def open_notebook(browser: Chrome, lab: Lab, name: str, notebook: nbformat.NotebookNode) -> None:
    (lab.folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    address = urlsplit(lab.address)
    browser.get(lab.address)
    browser.get(f"{address.scheme}://{address.netloc}/lab/workspaces/{name}/tree/{name}.ipynb")
    wait_for(browser, ".jp-CodeCell .cm-content")
