"""A child without a mouse: every kind of activity in JupyterLab, its answer landing in the cell below."""

import ast
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

from ailab.lang import Language

from .conftest import Lab
from .steps import style, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWER: Final = 4
"""The answer cell, counted from 0 among the code cells."""
CHECK: Final = '''"""Visible cases of an activity."""

from ailab.checks import Case, Misconception, gives, read

CASES = (Case("done", read("{name}"), None, accept=lambda outcome: bool(outcome.value), label="Something is there"),)
MISCONCEPTIONS = (Misconception("none", gives(read("{name}"), []), "Begin first."),)
'''


@pytest.fixture(scope="session")
def folder(lab: Lab) -> Path:
    """Return a folder for exercises that are done with activities."""
    made = lab.folder / "activities"
    made.mkdir(exist_ok=True)
    return made


class Board:
    """One notebook with one activity, open in the browser."""

    def __init__(self, browser: Chrome, lab: Lab, folder: Path) -> None:
        self.browser, self.lab, self.folder = browser, lab, folder

    def open(self, given: str, name: str, *, language: Language = "ar", stub: str = "") -> None:
        """Lay out the exercise as the build does, and open its activity with the button that offers it."""
        self.path = self.folder / f"{name}_exercise_{language}.ipynb"
        entry = {"points": 2, "names": [name]}
        manifest = {"format_version": 1, "module": "activities", "release": "1", "exercises": {f"{name}_exercise": entry}}
        (self.folder / "ailab.json").write_text(json.dumps(manifest), encoding="utf-8")
        (self.folder / f"{name}_exercise_check.py").write_text(CHECK.replace("{name}", name), encoding="utf-8")
        nbformat.write(notebook(given, name, language, stub or f"{name} = ...  # ✎"), self.path)
        self.reopen()

    def reopen(self) -> None:
        """Open the notebook as it is saved, and the activity in it."""
        address, token = self.lab.address.split("/ailab?token=")
        self.browser.get(f"{address}/lab/tree/activities/{self.path.name}?reset&token={token}")
        wait_for(self.browser, ".ailab-open-pad")
        wait_for(self.browser, ".jp-Notebook-ExecutionIndicator[data-status=idle]")
        if not self.browser.find_elements(By.CSS_SELECTOR, ".ailab-activity"):
            self.focus(".ailab-open-pad")
            self.press(Keys.ENTER)
        wait_for(self.browser, ".ailab-activity")
        # Running a cell moves the keyboard when it ends.
        wait_for(self.browser, ".ailab-open-pad:enabled")

    def focus(self, selector: str) -> None:
        """Let the keyboard begin here."""
        self.browser.execute_script("document.querySelector(arguments[0]).focus()", selector)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            ActionChains(self.browser).send_keys(key).perform()
            time.sleep(0.08)

    def cells(self) -> list[str]:
        """Return the code cells as they stand on the screen."""
        script = "return [...document.querySelectorAll('.jp-CodeCell')].map(cell => [...cell.querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n'))"
        return [str(text) for text in self.browser.execute_script(script)]

    def answer(self) -> Any:
        """Return the value in the answer cell."""
        return ast.literal_eval(self.cells()[ANSWER].partition(" = ")[2].partition("\nprint")[0].partition("  #")[0])

    def until(self, value: Any) -> None:
        """Wait until the answer cell holds this value."""
        try:
            WebDriverWait(self.browser, 20).until(lambda _: self._holds(value))
        except Exception:
            raise AssertionError(f"{self.cells()[ANSWER]!r} is not {value!r}") from None

    def _holds(self, value: Any) -> bool:
        try:
            return bool(self.answer() == value)
        except (SyntaxError, ValueError):
            return False

    def text(self, selector: str) -> str:
        """Return what stands there."""
        return self.browser.find_element(By.CSS_SELECTOR, selector).text

    def check(self) -> None:
        """Press the button that checks, and wait for all stars."""
        self.focus(".ailab-activity [data-do=check]")
        self.press(Keys.ENTER)
        wait_for(self.browser, ".ailab-check")
        assert "★" in self.text(".ailab-check")
        # What is given below the activity has run too.
        assert "Error" not in self.text(f".jp-Cell[data-windowed-list-index='{ANSWER + 1}']")


def notebook(given: str, name: str, language: Language, stub: str) -> Any:
    """Return the notebook of an exercise; a cell before the activity and one after the check are nobody's business."""
    cells = [
        new_markdown_cell("# Title", id="title"),
        code(f"{name} = 'mine'", "before", "try"),
        code("from ailab import check, t", "words", "given", locked=True),
        code(given, "given", "given", locked=True),
        code("more = 1", "more", "given", locked=True),
        code(f"{stub}\nprint({name}, more)", "answer", "answer", solution=True),
        code(f'check("{name}_exercise")', "check", "check", grade=True, locked=True, points=2),
        code(f"{name} = 'later'", "after", "answer", solution=True),
    ]
    facts = {"language": language, "exercise": f"{name}_exercise", "format_version": 1}
    return new_notebook(cells=cells, metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}, "ailab": facts})


def code(source: str, name: str, role: str, **flags: Any) -> Any:
    """Return a code cell with nbgrader's metadata."""
    cell = new_code_cell(source, id=name)
    plain = {"schema_version": 3, "grade_id": name, "cell_type": "code", "grade": False, "solution": False, "locked": False, "task": False}
    cell.metadata = {"nbgrader": {**plain, **flags}, "ailab": {"role": role}}
    return cell


@pytest.fixture
def board(browser: Chrome, lab: Lab, folder: Path) -> Iterator[Board]:
    """Return a notebook to be opened, on a small screen."""
    screen = {"width": 1024, "height": 600, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    made = Board(browser, lab, folder)
    yield made
    made.path.unlink(missing_ok=True)


PARSONS: Final = """from ailab.activities import parsons

parsons("order", {"a": "robot.water()", "b": "for step in range(6):", "c": "robot.forward()", "d": "robot.pick()"}, indent=True)"""
SORT: Final = """from ailab.activities import sort_cards

sort_cards("sorted_cards", {"fan": t("A fan that always turns"), "map": t("A route planner"), "mail": t("A spam filter")},
    {"ai": t("AI"), "not_ai": t("Not AI")})"""
QUIZ: Final = """from ailab.activities import quiz

quiz("answer", t("Which lamp learns from data?"), {"a": t("A switch"), "b": t("A lamp that adapts")}, reasons={"r": t("It uses examples"), "s": t("It is new")})"""


def small_targets(board: Board) -> list[Any]:
    """Return what can be pressed and is smaller than a finger."""
    script = """return [...document.querySelectorAll('.ailab-activity :is(button, summary, .option, .piece, [role=gridcell])')]
      .filter(each => each.offsetWidth && (each.offsetWidth < 44 || each.offsetHeight < 44)).map(each => [each.className, each.offsetWidth, each.offsetHeight])"""
    return list(board.browser.execute_script(script))


def fits(board: Board) -> bool:
    """Tell whether the activity is no wider than the notebook."""
    sheet = board.browser.find_element(By.CSS_SELECTOR, ".ailab-activity .sheet").rect
    panel = board.browser.find_element(By.CSS_SELECTOR, ".jp-NotebookPanel-notebook").rect
    return bool(sheet["x"] >= panel["x"] and sheet["x"] + sheet["width"] <= panel["x"] + panel["width"])


def test_lines_are_put_in_order_set_in_taken_out_and_checked(board: Board) -> None:
    board.open(PARSONS, "order")
    assert small_targets(board) == []
    assert fits(board)
    board.focus(".ailab-activity .pool .piece")
    board.press(Keys.ARROW_DOWN, Keys.ENTER)  # for; the keyboard goes on to the next line
    board.until(["b"])
    board.press(Keys.ENTER)  # forward
    board.press(Keys.ARROW_UP, Keys.ENTER)  # water
    board.until(["b", "c", "a"])

    board.press(Keys.ARROW_LEFT, *[Keys.ARROW_DOWN] * 3, Keys.ARROW_UP, Keys.SPACE, Keys.ARROW_RIGHT, Keys.SPACE)
    board.until(["b", ["c"], "a"])
    board.press(Keys.ARROW_DOWN, Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.SPACE)
    board.until(["b", ["a", "c"]])
    board.press(Keys.DELETE)
    board.until(["b", ["c"]])
    ActionChains(board.browser).key_down(Keys.CONTROL).send_keys("z").key_up(Keys.CONTROL).perform()
    board.until(["b", ["a", "c"]])

    assert style(board.browser, ".ailab-activity")["direction"] == "rtl"
    assert style(board.browser, ".ailab-activity .target .piece")["direction"] == "ltr"
    board.check()


def test_order_comes_back_when_the_notebook_is_opened_again(board: Board) -> None:
    board.open(PARSONS, "order", language="fr", stub='order = ["b", ["c"]]')
    wait_for(board.browser, ".target .piece")

    pieces = board.browser.find_elements(By.CSS_SELECTOR, ".target .piece")
    assert [each.get_attribute("data-name") for each in pieces] == ["b", "c"]
    assert board.cells()[0] == "order = 'mine'"


def test_line_is_dragged_into_the_program(board: Board) -> None:
    board.open(PARSONS, "order", language="en")
    piece = board.browser.find_element(By.CSS_SELECTOR, ".pool .piece[data-name=c]")
    target = board.browser.find_element(By.CSS_SELECTOR, ".target")

    ActionChains(board.browser).move_to_element(piece).click_and_hold().move_by_offset(20, 5).move_to_element(target).release().perform()

    WebDriverWait(board.browser, 20).until(lambda _: '"c"' in board.cells()[ANSWER])


def test_cards_are_laid_into_boxes_by_their_numbers(board: Board) -> None:
    board.open(SORT, "sorted_cards")
    assert small_targets(board) == []
    board.focus(".ailab-activity .pool .piece")
    board.press("2", "1")
    board.until({"ai": ["map"], "not_ai": ["fan"]})
    board.press(Keys.SPACE, Keys.TAB, Keys.ENTER)
    board.until({"ai": ["map", "mail"], "not_ai": ["fan"]})
    board.check()


def test_question_is_answered_with_a_reason(board: Board) -> None:
    board.open(QUIZ, "answer")
    assert small_targets(board) == []
    board.focus(".ailab-activity .option input")
    board.press(Keys.ARROW_DOWN)
    board.until({"choice": "b", "reason": None})
    board.press(Keys.TAB, Keys.SPACE)
    board.until({"choice": "b", "reason": "r"})
    board.check()


PREDICT: Final = """from ailab.activities import predict

predict("prediction", t("What is printed?"), code="print(2 + 2 * 3)")"""
PIXELS: Final = """from ailab.activities import pixels

pixels("picture", colors=3)"""
DRAW: Final = """from ailab.activities import draw

class Count:
    def predict(self, rows):
        return [sum(number > 0 for number in rows[0])]

draw("drawing", model=Count())"""
REFLECT: Final = """from ailab.activities import reflect

reflect("looking_back", {"new": t("What was new?"), "next": t("What next?")})"""
STARS: Final = """from ailab.activities import stars

stars("rating", {"works": t("It works"), "clear": t("It is clear")})"""
MAP: Final = """from ailab.activities import label_map

label_map("labels", [(1, 1), (2, 5), (9, 8)], {"palm": t("Palm"), "olive": t("Olive tree")})"""
WATCH: Final = """from ailab.activities import watch

watch("total = 0\\nfor step in range(2):\\n    total = total + step\\nprint(total)")"""


def test_prediction_is_written_before_the_outcome_shows(board: Board) -> None:
    board.open(PREDICT, "prediction")
    assert not board.browser.find_element(By.CSS_SELECTOR, ".ailab-activity .outcome").is_displayed()
    board.focus(".ailab-activity .field input")
    board.press("1", "2", Keys.ENTER)
    board.until(12)
    wait_for(board.browser, ".ailab-activity .outcome:not([hidden])")

    assert "8" in board.text(".ailab-activity .outcome pre")
    assert small_targets(board) == []


def test_squares_are_colored_with_keys_and_by_hand(board: Board) -> None:
    board.open(PIXELS, "picture")
    assert small_targets(board) == []
    board.focus(".ailab-activity .square")
    board.press(Keys.SPACE, Keys.ARROW_RIGHT, "1", Keys.ARROW_DOWN)
    ActionChains(board.browser).key_down(Keys.SHIFT).send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT).key_up(Keys.SHIFT).perform()
    board.until([[2, 1, 0, 0, 0, 0, 0, 0], [0, 0, 2, 2, 0, 0, 0, 0], *[[0] * 8] * 6])
    board.browser.find_element(By.CSS_SELECTOR, ".square[data-x='0'][data-y='1']").click()
    board.until([[2, 1, 0, 0, 0, 0, 0, 0], [2, 0, 2, 2, 0, 0, 0, 0], *[[0] * 8] * 6])

    assert style(board.browser, ".ailab-activity .grid")["direction"] == "ltr"
    assert fits(board)


def test_model_predicts_while_one_draws(board: Board) -> None:
    board.open(DRAW, "drawing", language="en")
    squares = board.browser.find_elements(By.CSS_SELECTOR, ".ailab-activity .square")

    ActionChains(board.browser).move_to_element(squares[9]).click_and_hold().move_to_element(squares[13]).release().perform()
    WebDriverWait(board.browser, 20).until(lambda _: "16" in board.cells()[ANSWER])
    WebDriverWait(board.browser, 20).until(lambda _: "The model predicts" in board.text(".ailab-activity .said"))
    board.focus(".ailab-activity [data-do=clear]")
    board.press(Keys.ENTER)

    board.until([[0] * 8] * 8)


def test_words_are_kept_while_they_are_typed(board: Board) -> None:
    board.open(REFLECT, "looking_back", language="fr")
    board.focus(".ailab-activity textarea")
    board.press("a", '"', "b", Keys.TAB, "c")
    board.until({"new": 'a"b', "next": "c"})
    board.press("d")

    board.until({"new": 'a"b', "next": "cd"})


def test_stars_are_given_with_arrow_keys(board: Board) -> None:
    board.open(STARS, "rating")
    assert small_targets(board) == []
    board.focus(".ailab-activity .option input")
    board.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.TAB, Keys.SPACE)

    board.until({"works": 2, "clear": 0})


def test_map_shows_the_boundary_of_the_nearest_neighbors(board: Board) -> None:
    board.open(MAP, "labels")
    assert small_targets(board) == []
    board.focus(".ailab-activity .point")
    board.press("1", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "2")
    board.until(["palm", None, "olive"])
    wait_for(board.browser, ".ailab-activity [data-part=tiles] rect")

    board.press(Keys.DELETE)
    board.until(["palm", None, None])


def test_program_is_gone_through_step_by_step(board: Board) -> None:
    board.open(WATCH, "unused")
    board.focus(".ailab-activity [data-do=after]")
    board.press(Keys.ENTER, Keys.ENTER, Keys.ENTER)

    assert board.text(".ailab-activity [data-line][aria-current]") == "for step in range(2):"
    assert [each.text for each in board.browser.find_elements(By.CSS_SELECTOR, ".ailab-activity .state td")] == ["0", "0"]
    assert board.cells()[ANSWER].startswith("unused = ...")


def test_button_that_reads_aloud_shows_only_where_there_is_a_local_voice(board: Board) -> None:
    # Stands in for the machine's voices, before any page asks for them.
    voices = """
    Object.assign(speechSynthesis, {getVoices: () => window.voices ?? [], speak: saying => (window.said = saying.text)});
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    """
    board.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": voices})
    board.open(QUIZ, "answer", language="fr")
    button = board.browser.find_element(By.CSS_SELECTOR, ".ailab-activity .listen")
    heard = "window.voices = [{lang: arguments[0], localService: arguments[1]}]; speechSynthesis.dispatchEvent(new Event('voiceschanged'))"

    for language, local, shown in (("fr-FR", False, False), ("de-DE", True, False), ("fr-FR", True, True)):
        board.browser.execute_script(heard, language, local)
        assert button.is_displayed() == shown
    board.focus(".ailab-activity .listen")
    board.press(Keys.ENTER)

    assert "A lamp that adapts" in board.browser.execute_script("return window.said")


def test_two_activities_of_a_lesson_share_the_cell_that_waits_for_their_answers(board: Board) -> None:
    board.path = board.folder / "lesson_fr.ipynb"
    sources = ("from ailab import t", QUIZ, SORT, "answer = None\nsorted_cards = {}", "answer = 'later'")
    facts = {"kernelspec": {"display_name": "Python 3", "name": "python3"}, "ailab": {"language": "fr"}}
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in sources], metadata=facts), board.path)
    board.reopen()
    board.browser.execute_script("document.querySelectorAll('.ailab-open-pad')[1].click()")
    wait_for(board.browser, ".ailab-activity.sort_cards .pool .piece")
    time.sleep(1)

    board.focus(".ailab-activity.quiz .option input")
    board.press(Keys.SPACE)
    board.focus(".ailab-activity.sort_cards .pool .piece")
    board.press("1")
    WebDriverWait(board.browser, 20).until(lambda _: "fan" in board.cells()[3] and '"a"' in board.cells()[3])

    assert board.cells()[3:] == [
        'answer = {"choice": "a", "reason": None}\nsorted_cards = {"ai": ["fan"], "not_ai": []}',
        "answer = 'later'",
    ]
    assert not board.browser.find_element(By.CSS_SELECTOR, ".ailab-activity [data-do=check]").is_displayed()


def test_nothing_of_an_activity_comes_from_elsewhere(board: Board) -> None:
    board.open(MAP, "labels")

    asked = board.browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert asked
    assert all(address.startswith(("http://127.0.0.1", "blob:", "data:")) for address in asked)
