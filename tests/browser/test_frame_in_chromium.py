"""The tidy frame around a notebook: few buttons, signs for code, lines that run the right way."""

import json
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

from .conftest import Lab, open_chromium
from .steps import style, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AROUND: Final = (
    "#jp-menu-panel",
    ".jp-SideBar",
    "#jp-main-statusbar",
    ".jp-NotebookPanel-toolbar",
    "#jp-title-panel-title",
    ".jp-cell-toolbar",
)
SMALL: Final = {"width": 1024, "height": 600, "deviceScaleFactor": 1, "mobile": False}
SHOWN: Final = "return arguments[0].filter(each => [...document.querySelectorAll(each)].some(node => node.checkVisibility()))"
BUTTONS: Final = ":is(#ailab-home, #ailab-bar) button:not([hidden])"
ARABIC_CODE: Final = 'basket = ["تمر", "نعناع"]  # السعر 20.'
WRITTEN: Final = "## عنوان\n- بند و`len(x)` هنا.\n12\nplain words"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return one Chromium for all of them, on a small screen."""
    with open_chromium(tmp_path_factory.mktemp("frame")) as browser:
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SMALL)
        yield browser


@pytest.fixture
def page(screen: Chrome, lab: Lab) -> Chrome:
    """Return the browser with an Arabic notebook of the course open, as on the first day."""
    path = lab.folder / "frames" / "framed.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(notebook(), path)
    address, token = lab.address.split("/ailab?token=")
    screen.get(f"{address}/ailab/words?token={token}")
    screen.execute_script("localStorage.clear()")
    screen.get(f"{address}/doc/tree/frames/framed.ipynb?reset&token={token}")
    ready(screen)
    return screen


def notebook() -> Any:
    """Return a notebook with all that the frame meets: prose, an answer in code and one in words, and a check."""
    graded = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    cells = [
        new_markdown_cell('<div dir="rtl" lang="ar">\n\n# عنوان\n\n</div>', id="title", metadata={"ailab": {"role": "prose"}}),
        new_code_cell("x = 20 + 1\nx", id="answer", metadata={"nbgrader": {**graded, "grade_id": "answer", "solution": True}}),
        new_code_cell(ARABIC_CODE, id="more"),
        new_markdown_cell(
            WRITTEN, id="words", metadata={"nbgrader": {**graded, "grade_id": "words", "grade": True, "solution": True, "points": 1}}
        ),
        new_code_cell(
            'print("given")', id="check", metadata={"nbgrader": {**graded, "grade_id": "check", "grade": True, "locked": True, "points": 1}}
        ),
    ]
    facts = {"language": "ar", "exercise": "framed", "format_version": 1}
    return new_notebook(cells=cells, metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}, "ailab": facts})


def ready(browser: Chrome) -> None:
    """Wait until the frame stands and the kernel waits."""
    wait_for(browser, "body:is(.ailab-tidy, .ailab-whole)")
    wait_for(browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")
    wait_for(browser, ".jp-MarkdownCell h1")


def press(browser: Chrome, name: str) -> None:
    """Press a button of the bar."""
    browser.find_element(By.CSS_SELECTOR, f"#ailab-bar [data-do={name}]").click()


def code(browser: Chrome, cell: str = ".jp-CodeCell") -> str:
    """Return the text of the first such cell."""
    lines = "return [...document.querySelector(arguments[0]).querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n')"
    return str(browser.execute_script(lines, cell))


def until(browser: Chrome, true: Any) -> None:
    """Wait until something is so."""
    WebDriverWait(browser, 60).until(lambda _: true())


def keys(browser: Chrome, *typed: str) -> None:
    """Press keys wherever the keyboard is."""
    ActionChains(browser).send_keys(*typed).perform()


def begin_writing(browser: Chrome) -> None:
    """Put the cursor at the end of the first code cell."""
    browser.find_element(By.CSS_SELECTOR, ".jp-CodeCell .cm-content").click()
    ActionChains(browser).key_down(Keys.CONTROL).send_keys(Keys.END).key_up(Keys.CONTROL).perform()


def outputs(browser: Chrome) -> str:
    """Return all that stands below cells."""
    return "\n".join(each.text for each in browser.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output"))


def test_one_bar_stands_above_one_document_and_nothing_else(page: Chrome) -> None:
    assert page.execute_script(SHOWN, AROUND) == []
    assert page.execute_script("return document.querySelector('.jp-LabShell').dataset.shellMode") == "single-document"
    buttons = page.find_elements(By.CSS_SELECTOR, BUTTONS)
    assert all(each.text.strip() and each.find_elements(By.CSS_SELECTOR, ".icon svg") for each in buttons)
    assert page.find_element(By.CSS_SELECTOR, "#ailab-bar").get_attribute("aria-label")


def test_arabic_bar_begins_on_the_right_and_fits_small_screens_and_fingers(page: Chrome) -> None:
    places = page.execute_script(f"return [...document.querySelectorAll('{BUTTONS}')].map(each => each.getBoundingClientRect().toJSON())")

    lefts = [place["left"] for place in places]
    assert lefts == sorted(lefts, reverse=True)
    assert min(min(place["width"], place["height"]) for place in places) >= 44
    assert min(lefts) >= 0
    assert max(place["right"] for place in places) <= SMALL["width"]
    assert page.execute_script("return document.documentElement.scrollWidth") <= SMALL["width"]


def test_whole_lab_is_one_press_away_and_remembered_and_so_is_the_way_back(page: Chrome) -> None:
    press(page, "whole")
    wait_for(page, "body.ailab-whole")
    assert page.execute_script(SHOWN, AROUND[:4]) == list(AROUND[:4])

    page.refresh()
    ready(page)
    assert page.execute_script(SHOWN, AROUND[:4]) == list(AROUND[:4])

    press(page, "whole")
    wait_for(page, "body.ailab-tidy")
    assert page.execute_script(SHOWN, AROUND) == []


def test_cell_runs_is_undone_and_starts_again_with_its_answer(page: Chrome, lab: Lab) -> None:
    press(page, "run")
    until(page, lambda: "21" in outputs(page))
    begin_writing(page)
    keys(page, "0")
    assert code(page).endswith("x0")

    press(page, "undo")
    assert code(page).endswith("x")
    assert page.execute_script("return document.activeElement.className") == "cm-content"

    keys(page, " * 2")
    ActionChains(page).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    until(page, lambda: "42" in outputs(page))
    press(page, "again")
    wait_for(page, ".jp-Dialog-content")
    assert style(page, ".jp-Dialog-content")["direction"] == "rtl"
    assert style(page, ".jp-Dialog-header")["align"] == "start"
    page.find_element(By.CSS_SELECTOR, ".jp-Dialog .jp-mod-accept").click()

    until(page, lambda: outputs(page) == "")
    assert code(page).endswith("x * 2")
    saved = lab.folder / "frames" / "framed.ipynb"
    until(page, lambda: json.loads(saved.read_text(encoding="utf-8"))["cells"][1]["outputs"] == [])


def test_what_runs_for_long_can_be_stopped_with_the_same_button(page: Chrome) -> None:
    begin_writing(page)
    keys(page, Keys.ENTER, "while True: pass")

    press(page, "run")
    wait_for(page, "#ailab-bar [data-do=run][data-runs]")
    press(page, "run")

    wait_for(page, "#ailab-bar [data-do=run]:not([data-runs])")
    until(page, lambda: "KeyboardInterrupt" in outputs(page))


def test_signs_are_put_at_the_cursor_in_pairs_and_can_be_folded_away(page: Chrome) -> None:
    begin_writing(page)
    keys(page, Keys.ENTER, "print")

    for sign in ("(", '"'):
        sign_key(page, sign).click()
    keys(page, "a")
    for sign in ('"', ")", ":"):
        sign_key(page, sign).click()

    assert code(page).endswith('\nprint("a"):')
    assert page.execute_script("return document.activeElement.className") == "cm-content"
    assert style(page, ".ailab-signs")["direction"] == "ltr"
    keys_of_row = page.execute_script(
        "return [...document.querySelectorAll('.ailab-signs button')].map(each => [each.offsetWidth, each.offsetHeight])"
    )
    assert min(min(size) for size in keys_of_row) >= 44
    page.find_element(By.CSS_SELECTOR, ".ailab-signs .away").click()
    page.refresh()
    ready(page)
    begin_writing(page)
    assert page.execute_script(SHOWN, [".ailab-signs", ".ailab-signs-folded"]) == [".ailab-signs-folded"]


def test_signs_stand_only_below_code_that_may_be_written(page: Chrome) -> None:
    seen = []
    for cell in ("[data-windowed-list-index='1'] .cm-content", ".jp-MarkdownCell h1"):
        page.find_element(By.CSS_SELECTOR, cell).click()
        seen.append(page.execute_script(SHOWN, [".ailab-signs"]) != [])

    assert seen == [True, False]


def sign_key(browser: Chrome, sign: str) -> Any:
    """Return the key for a sign."""
    return next(each for each in browser.find_elements(By.CSS_SELECTOR, ".ailab-signs button") if each.text == sign)


def test_words_open_with_one_press_and_run_from_the_right_line_by_line(page: Chrome) -> None:
    page.find_element(By.CSS_SELECTOR, ".ailab-written .jp-RenderedMarkdown").click()
    wait_for(page, ".ailab-written .cm-line[dir=rtl]")

    lines = page.execute_script(
        "return [...document.querySelectorAll('.ailab-written .cm-line')].map(each => [getComputedStyle(each).direction, getComputedStyle(each).textAlign])"
    )
    assert lines == [["rtl", "start"]] * 3 + [["ltr", "start"]]
    assert style(page, ".ailab-written .ailab-island")["direction"] == "ltr"
    press(page, "run")
    wait_for(page, ".ailab-written .jp-RenderedMarkdown h2")


def test_our_prose_does_not_open_by_two_taps(page: Chrome) -> None:
    ActionChains(page).double_click(page.find_element(By.CSS_SELECTOR, ".jp-MarkdownCell h1")).perform()

    assert not [each for each in page.find_elements(By.CSS_SELECTOR, ".jp-MarkdownCell .cm-content") if each.is_displayed()]


def test_arabic_words_in_code_keep_their_order_and_lines_run_from_the_left(page: Chrome) -> None:
    wait_for(page, ".jp-CodeCell .ailab-island")

    assert style(page, ".jp-CodeCell .cm-line")["direction"] == "ltr"
    rights = page.execute_script(
        "return [...document.querySelectorAll('.jp-CodeCell .ailab-island')].map(each => each.getBoundingClientRect().right)"
    )
    assert len(rights) == 3
    assert rights == sorted(rights)


def test_keyboard_goes_through_the_bar_and_shows_where_it_is(page: Chrome) -> None:
    page.execute_script("document.querySelector('.ailab-home').focus()")

    names = []
    for _ in range(6):
        keys(page, Keys.TAB)
        names.append(page.execute_script("return document.activeElement.dataset.do ?? null"))
        if names[-1] == "whole":
            break

    assert [each for each in names if each in ("run", "undo", "again", "whole")] == ["run", "undo", "again", "whole"]
    assert page.execute_script("return getComputedStyle(document.activeElement).outlineWidth") == "3px"
    keys(page, Keys.ENTER)
    wait_for(page, "body.ailab-whole")


def test_somebodys_own_notebook_stands_in_the_whole_lab(screen: Chrome, lab: Lab) -> None:
    own = lab.folder / "frames" / "own.ipynb"
    own.parent.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=[new_markdown_cell("# mine")], metadata=notebook().metadata | {"ailab": None}), own)
    forget_facts(own)
    address, token = lab.address.split("/ailab?token=")

    screen.get(f"{address}/lab/tree/frames/own.ipynb?reset&token={token}")

    wait_for(screen, "body.ailab-whole")
    wait_for(screen, ".jp-MarkdownCell h1")
    assert screen.execute_script(SHOWN, ["#jp-menu-panel", "#ailab-bar"]) == ["#jp-menu-panel"]


def forget_facts(path: Path) -> None:
    """Take what makes a notebook ours out of it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["metadata"]["ailab"]
    path.write_text(json.dumps(data), encoding="utf-8")
