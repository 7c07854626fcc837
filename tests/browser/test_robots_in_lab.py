"""Everything that moves, in one Arabic exercise, as a learner meets it in JupyterLab: run, watched, saved, opened again."""

import io
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageChops, ImageStat
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.course import read_course
from tests.robot_course import EXERCISE, MODULE, RIGHT, lay_out_robot_course

from .conftest import Lab, open_chromium, open_lab
from .steps import open_from_home, run_all, style, wait_for, write_answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATH: Final = f"exercises/{MODULE}/{EXERCISE}"
HIGHER_THAN_THE_NOTEBOOK: Final = 6_000
"""JupyterLab draws a cell when it comes into sight."""
PICTURES: Final = ".jp-OutputArea-output > .ailab-replay > img"
WIDGETS: Final = (".ailab-player .main", ".ailab-pad .stage", ".widget-button")
STILLS: Final = ".jp-OutputArea-output.jupyter-widgets > .jp-RenderedHTMLCommon > [dir=rtl]"


@pytest.fixture(scope="module")
def robot_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return the course with one exercise in which everything moves, open in Arabic."""
    folder = tmp_path_factory.mktemp("robots")
    with open_lab(read_course(lay_out_robot_course(folder)).course, folder) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(robot_lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return the exercise with a right answer, all of its cells run."""
    write_answer(robot_lab, PATH, RIGHT)
    with open_chromium(tmp_path_factory.mktemp("page")) as browser:
        screen = {"width": 1280, "height": HIGHER_THAN_THE_NOTEBOOK, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        open_from_home(browser, robot_lab, PATH)
        run_to_the_end(browser)
        for part in (".ailab-check", *WIDGETS):
            wait_for(browser, part)
        yield browser


def picture_of(element: WebElement) -> Image.Image:
    """Return what an element looks like now."""
    return Image.open(io.BytesIO(element.screenshot_as_png)).convert("RGB")


def wait_until(browser: Chrome, true: Callable[[], Any], seconds: int = 60) -> None:
    """Wait until something is so; outputs come and go meanwhile."""
    WebDriverWait(browser, seconds, ignored_exceptions=[StaleElementReferenceException, NoSuchElementException]).until(lambda _: true())


def changes(find: Callable[[], WebElement], seconds: float = 10.0) -> bool:
    """Tell whether what is found looks different before the time is over."""
    seen: list[Image.Image] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(StaleElementReferenceException, WebDriverException):  # an output that is being replaced
            seen.append(picture_of(find()))
        if len(seen) > 1 and seen[0].size == seen[-1].size and sum(ImageStat.Stat(ImageChops.difference(seen[0], seen[-1])).mean) > 0.05:
            return True
    return False


def run_cell_again(browser: Chrome, picture: WebElement) -> None:
    """Run the cell above a picture again: a replay plays when it appears."""
    cell = picture.find_element(By.XPATH, "./ancestor::div[contains(@class, 'jp-CodeCell')]")
    cell.find_element(By.CSS_SELECTOR, ".cm-content").click()
    ActionChains(browser).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    WebDriverWait(browser, 60).until(expected_conditions.staleness_of(picture))
    wait_until(browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, PICTURES)) == 3)


@pytest.mark.parametrize("place", [0, 1], ids=["grid", "arena"])
def test_replay_plays_each_time_its_cell_runs(page: Chrome, place: int) -> None:
    """Even when the same cell is run again before it has come to its end."""
    for _ in range(2):
        run_cell_again(page, page.find_elements(By.CSS_SELECTOR, PICTURES)[place])

    assert changes(lambda: page.find_elements(By.CSS_SELECTOR, PICTURES)[place])


def test_replay_plays_again_when_it_is_clicked(page: Chrome) -> None:
    def picture() -> WebElement:
        return page.find_elements(By.CSS_SELECTOR, PICTURES)[2]

    wait_until(page, lambda: not changes(picture, seconds=2))

    picture().click()

    assert changes(picture)


def test_every_picture_has_words_for_who_does_not_see_it(page: Chrome) -> None:
    words = [picture.get_attribute("alt") for picture in page.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output img")]

    assert len(words) >= 5
    assert all(is_arabic(each or "") for each in words)


def test_captions_and_labels_read_from_right_to_left(page: Chrome) -> None:
    for part in (
        ".ailab-replay",
        ".ailab-replay p",
        ".ailab-player",
        ".ailab-player summary",
        ".ailab-pad",
        ".ailab-pad .said",
        ".jupyter-widgets ul",
        ".ailab-check",
    ):
        assert style(page, part)["direction"] == "rtl", part


def test_programs_and_maps_keep_their_direction(page: Chrome) -> None:
    for part in (".ailab-player .code", ".ailab-player input[type=range]", ".ailab-pad .stage", ".jp-CodeCell .cm-content"):
        assert style(page, part)["direction"] == "ltr", part


def test_what_belongs_together_stands_on_the_right(page: Chrome) -> None:
    rights = [page.find_element(By.CSS_SELECTOR, part).rect for part in (".ailab-replay", ".ailab-player", ".ailab-pad")]

    edges = [place["x"] + place["width"] for place in rights]
    assert max(edges) - min(edges) < 40


def test_player_goes_to_the_step_that_the_slider_says(page: Chrome) -> None:
    player = page.find_element(By.CSS_SELECTOR, ".ailab-player")
    slider = player.find_element(By.CSS_SELECTOR, "input[type=range]")
    slider.send_keys(Keys.HOME)
    start = picture_of(player.find_element(By.CSS_SELECTOR, ".scene"))

    slider.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)

    assert slider.get_attribute("value") == "3"
    assert player.find_element(By.CSS_SELECTOR, ".code .now").text.strip().endswith("robot.forward()")
    assert picture_of(player.find_element(By.CSS_SELECTOR, ".scene")).tobytes() != start.tobytes()


def test_dashboard_answers_its_buttons(page: Chrome) -> None:
    before = page.find_element(By.CSS_SELECTOR, ".jupyter-widgets ul").text

    page.find_elements(By.CSS_SELECTOR, ".widget-button")[-1].click()

    wait_until(page, lambda: page.find_element(By.CSS_SELECTOR, ".jupyter-widgets ul").text != before)


def test_right_answer_has_all_points(page: Chrome) -> None:
    report = page.find_element(By.CSS_SELECTOR, ".ailab-check").text

    assert "★" in report
    assert "✘" not in report


def test_nothing_was_complained_about_and_nothing_asked_of_a_network(page: Chrome) -> None:
    logged = page.get_log("browser")  # type: ignore[no-untyped-call]
    asked = page.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")

    assert [line["message"] for line in logged if line["level"] == "SEVERE"] == []
    assert {urlsplit(address).hostname for address in asked if address.startswith("http")} == {"127.0.0.1"}
    assert all(address.startswith(("http://127.0.0.1", "data:", "blob:")) for address in asked)
    assert not page.find_elements(By.CSS_SELECTOR, "[data-mime-type='application/vnd.jupyter.stderr']")


def test_saved_notebook_shows_pictures_where_its_widgets_were(page: Chrome, robot_lab: Lab) -> None:
    """Last of all: the page is left, and its kernel ended."""
    ActionChains(page).key_down(Keys.CONTROL).send_keys("s").key_up(Keys.CONTROL).perform()
    saved = robot_lab.folder / f"{PATH}.ipynb"
    wait_until(page, lambda: sum(map(has_view, outputs_in(saved.read_text(encoding="utf-8")))) == 3)
    assert all("text/plain" in output["data"] for output in outputs_in(saved.read_text(encoding="utf-8")))
    before = saved.read_bytes()
    end_kernels(page, robot_lab)

    open_from_home(page, robot_lab, PATH)
    wait_until(page, lambda: len(stills(page)) == 2)

    assert "Error displaying widget" not in page.find_element(By.CSS_SELECTOR, ".jp-Notebook").text
    assert changes(lambda: stills(page)[0].find_element(By.CSS_SELECTOR, "img"))
    assert "%" in stills(page)[1].text
    assert saved.read_bytes() == before


def test_button_that_brings_a_pad_back_stands_on_the_right(page: Chrome) -> None:
    """The page is the one that was opened again."""
    button, cell = (page.find_element(By.CSS_SELECTOR, part).rect for part in (".ailab-open-pad", ".jp-CodeCell:has(.ailab-open-pad)"))

    assert cell["x"] + cell["width"] - button["x"] - button["width"] < 40


def stills(browser: Chrome) -> list[WebElement]:
    """Return what stands where widgets were: that of the player, that of the dashboard; a pad has its button instead."""
    return [still for still in browser.find_elements(By.CSS_SELECTOR, STILLS) if still.is_displayed()]


def outputs_in(notebook: str) -> list[Any]:
    """Return the outputs with data of a notebook's text; none while it is being written."""
    cells = json.loads(notebook)["cells"] if notebook.rstrip().endswith("}") else []
    return [output for cell in cells for output in cell.get("outputs", []) if "data" in output]


def has_view(output: Any) -> bool:
    """Tell whether an output was a widget."""
    return "application/vnd.jupyter.widget-view+json" in output["data"]


def end_kernels(browser: Chrome, lab: Lab) -> None:
    """Close the notebook and end all sessions, as the end of a day does."""
    browser.get(lab.address)
    ended = browser.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        const token = new URL(arguments[0]).searchParams.get('token');
        const headers = { Authorization: `token ${token}` };
        fetch('/api/sessions', { headers }).then(answer => answer.json())
          .then(sessions => Promise.all(sessions.map(each => fetch(`/api/sessions/${each.id}`, { method: 'DELETE', headers }))))
          .then(all => done(all.length), error => done(String(error)));
        """,
        lab.address,
    )
    assert isinstance(ended, int), ended


def is_arabic(words: str) -> bool:
    """Tell whether there are Arabic letters in a text."""
    return any("ء" <= letter <= "ي" for letter in words)


ROBOT_MODULES: Final = ("repetition", "connected_devices")
SAMPLED: Final = ("lessons/repetition/until_the_flag", "lessons/connected_devices/greenhouse_control")
"""Of all notebooks these in `make test`."""
FINISHED: Final = """
const cells = [...document.querySelectorAll('.jp-CodeCell')].filter(cell => cell.querySelector('.cm-content').textContent.trim());
return cells.length > 0 && cells.every(cell => /\\d/.test(cell.querySelector('.jp-InputPrompt').textContent));
"""
WAITING: Final = "return [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].some(prompt => prompt.textContent.includes('*'))"
TROUBLE: Final = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"


def notebooks() -> list[Any]:
    """Return the lessons, the exercises, and the exercises with buttons, as a learner's folder or the release names them."""
    course = read_course(Path(__file__).resolve().parents[2]).course
    names = []
    for module in (module for module in course.modules if module.slug in ROBOT_MODULES):
        names += [f"lessons/{module.slug}/{lesson.slug}" for lesson in module.lessons]
        names += [f"exercises/{module.slug}/{exercise.slug}" for exercise in module.exercises]
        names += [f"ar-pad/{module.slug}/{exercise.slug}" for exercise in module.exercises if "pad" in exercise.forms]
    return [pytest.param(name, marks=() if name in SAMPLED else pytest.mark.proof) for name in names]


@pytest.fixture(scope="module")
def high_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return a browser whose screen is higher than a lesson."""
    with open_chromium(tmp_path_factory.mktemp("high")) as browser:
        screen = {"width": 1280, "height": 3 * HIGHER_THAN_THE_NOTEBOOK, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        yield browser


@pytest.mark.parametrize("name", notebooks())
def test_untouched_notebook_runs_from_top_to_bottom(high_page: Chrome, real_lab: Lab, name: str) -> None:
    address, token = real_lab.address.split("/ailab?token=")
    high_page.get(f"{address}/lab/tree/{in_folder(real_lab, name)}.ipynb?reset&token={token}")
    wait_for(high_page, ".jp-CodeCell .cm-content")

    try:
        run_to_the_end(high_page)
        assert [each.text for each in high_page.find_elements(By.CSS_SELECTOR, TROUBLE)] == []
        assert style(high_page, ".jp-MarkdownCell [dir=rtl] p")["direction"] == "rtl"
        assert "lessons/" in name or high_page.find_elements(By.CSS_SELECTOR, ".ailab-check")
    finally:
        end_kernels(high_page, real_lab)


def run_to_the_end(browser: Chrome, seconds: int = 150) -> None:
    """Run all cells, once more where a lab that has just been opened forgot some of them."""
    end = time.monotonic() + seconds
    while not browser.execute_script(FINISHED):
        assert time.monotonic() < end
        run_all(browser)
        time.sleep(2)
        wait_until(browser, lambda: not browser.execute_script(WAITING), seconds=seconds)


def in_folder(lab: Lab, name: str) -> str:
    """Return where a notebook lies in the learner's folder; one with buttons is put beside the typed one."""
    if not name.startswith("ar-pad/"):
        return name
    path = f"{name.replace('ar-pad/', 'exercises/')}_pad"
    shutil.copy(lab.folder.parent / "build" / "release" / f"{name}.ipynb", lab.folder / f"{path}.ipynb")
    return path
