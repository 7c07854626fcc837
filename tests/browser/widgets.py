"""The notebook with every widget, and the lesson with every kind of block, as an Arabic reader has them in front."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from nbformat.v4 import new_code_cell
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

from tests.widget_course import EXERCISE, HALF, LESSON, MODULE, written

from .conftest import Lab, open_chromium
from .steps import open_from_home, wait_for, write_answer

EXERCISE_PATH: Final = f"exercises/{MODULE}/{EXERCISE}"
LESSON_PATH: Final = f"lessons/{MODULE}/{LESSON}"
HIGHER_THAN_THE_NOTEBOOK: Final = 16_000
"""JupyterLab draws a cell when it comes into sight."""
WIDGETS: Final = (".ailab-activity", ".ailab-pad", ".ailab-player")
OURS: Final = (*WIDGETS, ".ailab-replay", ".ailab-check", ".ailab-explain", "#ailab-bar", "#ailab-home")
MISTAKES: Final = ("print(“salam”)", "prixx = 3\nprint(prix)")
"""Cells of a learner's own that stop, each with an explanation below it; the first can be repaired."""
FINISHED: Final = """
const cells = [...document.querySelectorAll('.jp-CodeCell')].filter(cell => cell.querySelector('.cm-content').textContent.trim());
return cells.length > 0 && cells.every(cell => /\\d/.test(cell.querySelector('.jp-InputPrompt').textContent));
"""


@contextmanager
def open_exercise(lab: Lab, folder: Path) -> Iterator[Chrome]:
    """Open the exercise, half of its answers right, all of its cells run."""
    write_answer(lab, EXERCISE_PATH, written(HALF))
    add_mistakes(lab.folder / f"{EXERCISE_PATH}.ipynb")
    with open_chromium(folder) as browser:
        screen(browser, 1280, HIGHER_THAN_THE_NOTEBOOK)
        open_from_home(browser, lab, EXERCISE_PATH)
        run_everything(browser)
        for part in (".ailab-check", ".ailab-explain", ".ailab-player .main[data-state=again]", ".ailab-pad .stage svg"):
            wait_for(browser, part, seconds=120)
        wait_for(browser, ".target .piece")
        yield browser


@contextmanager
def open_lesson(lab: Lab, folder: Path) -> Iterator[Chrome]:
    """Open the lesson, all of its cells run."""
    with open_chromium(folder) as browser:
        screen(browser, 1280, HIGHER_THAN_THE_NOTEBOOK)
        open_from_home(browser, lab, LESSON_PATH)
        run_everything(browser)
        for part in (".jp-RenderedImage img", ".widget-slider", ".jp-RenderedMarkdown details"):
            wait_for(browser, part, seconds=120)
        browser.execute_script("document.querySelectorAll('details').forEach(each => (each.open = true))")
        yield browser


def add_mistakes(path: Path) -> None:
    """Put cells that stop below the last one; what comes after them still runs."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for source in MISTAKES:
        notebook["cells"].append(new_code_cell(source, metadata={"tags": ["raises-exception"]}))
    path.write_text(json.dumps(notebook), encoding="utf-8")


def screen(browser: Chrome, width: int, height: int, *, phone: bool = False) -> None:
    """Give the page a screen of this size; a phone is touched, and has no mouse."""
    facts = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", facts)
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": phone, "maxTouchPoints": 5 if phone else 1})
    time.sleep(0.5)


def prefer(browser: Chrome, **features: str) -> None:
    """Let the reader have asked for something: less motion, colors of their own; nothing takes it back."""
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": named})


def run_everything(browser: Chrome, seconds: int = 150) -> None:
    """Choose all cells and press Ctrl+Enter, once more where a lab that has just been opened forgot some of them."""
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]", seconds=120)
    wait_for(browser, ".jp-MarkdownCell")
    end = time.monotonic() + seconds
    while not browser.execute_script(FINISHED):
        assert time.monotonic() < end
        browser.find_element(By.CSS_SELECTOR, ".jp-MarkdownCell").click()
        keys = ActionChains(browser).send_keys(Keys.ESCAPE).key_down(Keys.CONTROL).send_keys("a", Keys.ENTER).key_up(Keys.CONTROL)
        keys.perform()
        wait_until_finished(browser)


def wait_until_finished(browser: Chrome, seconds: int = 30) -> None:
    """Wait until all cells have run, but not for ever."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not browser.execute_script(FINISHED):
        time.sleep(0.5)


def on_each(browser: Chrome, script: str, *values: Any) -> list[Any]:
    """Return what a script says of the page, a list."""
    return list(browser.execute_script(script, *values))
