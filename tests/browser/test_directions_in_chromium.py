"""Every kind of block in an Arabic notebook: which way it runs and where it begins, as computed and as drawn."""

from typing import Any, Final

import pytest
from selenium.webdriver import Chrome

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEASURED: Final = """
const unseen = '.ailab-tongues, .unseen, [hidden]';
function* words(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest(unseen)) { yield walker.currentNode; }
  }
}
function* lines(element) {
  for (const text of words(element)) {
    const range = document.createRange();
    range.selectNodeContents(text);
    yield* [...range.getClientRects()].filter(each => each.width > 1);
  }
}
const isControl = element => element.matches('input, textarea, select, svg, .grid, .map, .stage, .slider-container');
const element = [...document.querySelectorAll(arguments[0])].find(each => each.offsetWidth > 1 && (isControl(each) || [...lines(each)].length));
if (!element) { return null; }
const { direction, textAlign } = getComputedStyle(element);
const block = (each => { while (getComputedStyle(each).display === 'inline') { each = each.parentElement; } return each; })(element);
const box = block.getBoundingClientRect();
const seen = isControl(element) ? [box] : [...lines(element)];
const [left, right] = [Math.min(...seen.map(each => each.left)), Math.max(...seen.map(each => each.right))];
return { direction, align: textAlign, toLeft: left - box.left, toRight: box.right - right };
"""
MARK_PX: Final = 24
"""So much room a mark takes: a point of a list, the triangle of what opens."""
PROSE: Final = ".jp-RenderedMarkdown [dir=rtl]"
BLOCKS: Final = {
    "paragraph": f"{PROSE} > p",
    "paragraph that begins with code": f"{PROSE} > p:has(> code:first-child)",
    "first heading": f"{PROSE} > h1",
    "second heading": f"{PROSE} > h2",
    "third heading": f"{PROSE} > h3",
    "list": f"{PROSE} > ul > li",
    "nested list": f"{PROSE} > ul ul > li",
    "numbered list": f"{PROSE} > ol > li",
    "head of a table": f"{PROSE} th",
    "cell of a table": f"{PROSE} td",
    "number in a table": f"{PROSE} td:last-child",
    "quote": f"{PROSE} > blockquote > p",
    "question that opens": f"{PROSE} summary",
    "answer below it": f"{PROSE} details p",
    "caption of a picture": f"{PROSE} > p:has(> em:first-child)",
}
"""Prose begins on the right."""
CODE: Final = {
    "block of code": f"{PROSE} pre",
    "code in a sentence": f"{PROSE} > p code",
    "code cell": ".jp-CodeCell .cm-content",
}
WIDGET_TEXTS: Final = {
    "prompt": ".ailab-activity .prompt",
    "option": ".quiz .option",
    "label of a field": ".reflect .field span",
    "writing": ".reflect textarea",
    "written line": ".predict input[type=text]",
    "question with stars": ".stars legend",
    "box": ".sort_cards .put",
    "card": ".sort_cards .box .piece",
    "line in words": ".parsons .targets .piece:not(:has(code))",
    "title of a list": ".parsons .title",
    "what is said": ".ailab-activity .said",
    "in words": ".ailab-activity .twin summary",
    "words beside the pad": ".ailab-pad .aside summary",
    "caption of a replay": ".ailab-replay p",
    "words of a player": ".ailab-player .told li",
    "report of a check": ".ailab-check li span",
    "explained error": ".ailab-explain p",
    "values of a dashboard": ".widget-html-content li",
}
WIDGET_CODE: Final = {
    "line of code": ".parsons .piece:has(code)",
    "program to predict": ".predict pre.program",
    "steps of a program": ".watch ol.code",
    "squares": ".pixels .grid",
    "map of points": ".label_map .map",
    "map of a robot": ".ailab-pad .stage",
    "slider of a player": ".ailab-player input[type=range]",
    "slider of steps": ".watch input[type=range]",
    "program of a player": ".ailab-player .code",
    "code in a report": ".ailab-check bdi",
    "repaired code": ".ailab-explain pre",
    "traceback": "[data-mime-type='application/vnd.jupyter.stderr'] pre",
}


def measured(browser: Chrome, selector: str) -> dict[str, Any]:
    """Return how the first element that is seen runs, and how far its text stands from either side."""
    found = browser.execute_script(MEASURED, selector)
    assert found, f"nothing matches {selector}"
    return dict(found)


def begins_on_the_right(browser: Chrome, selector: str) -> bool:
    """Tell whether text runs from right to left and begins on the right."""
    found = measured(browser, selector)
    return (
        found["direction"] == "rtl"
        and found["align"] in ("right", "start", "-webkit-match-parent")
        and found["toRight"] <= found["toLeft"] + MARK_PX
    )


@pytest.mark.parametrize("kind", BLOCKS)
def test_prose_begins_on_the_right(every_block: Chrome, kind: str) -> None:
    assert begins_on_the_right(every_block, BLOCKS[kind]), measured(every_block, BLOCKS[kind])


@pytest.mark.parametrize("kind", CODE)
def test_code_runs_from_left_to_right(every_block: Chrome, kind: str) -> None:
    assert measured(every_block, CODE[kind])["direction"] == "ltr"


def test_formula_runs_from_left_to_right(every_block: Chrome) -> None:
    script = "return [...document.querySelectorAll(arguments[0])].map(each => each.getBoundingClientRect().x)"

    two, one = every_block.execute_script(script, f"{PROSE} mjx-container mjx-mn")

    assert two < one


@pytest.mark.parametrize("kind", WIDGET_TEXTS)
def test_words_of_a_widget_begin_on_the_right(every_widget: Chrome, kind: str) -> None:
    assert begins_on_the_right(every_widget, WIDGET_TEXTS[kind]), measured(every_widget, WIDGET_TEXTS[kind])


@pytest.mark.parametrize("kind", WIDGET_CODE)
def test_code_and_maps_of_a_widget_keep_their_direction(every_widget: Chrome, kind: str) -> None:
    assert measured(every_widget, WIDGET_CODE[kind])["direction"] == "ltr"


def test_buttons_stand_in_reading_order(every_widget: Chrome) -> None:
    order = """
    return [...document.querySelectorAll(arguments[0])].map(each => each.getBoundingClientRect()).map(box => box.x);
    """
    for row in (
        ".quiz .tools button[data-do=undo], .quiz .tools button[data-do=redo]",
        ".ailab-pad .tools [data-do=run], .ailab-pad .tools [data-do=step]",
    ):
        places = every_widget.execute_script(order, row)
        assert places[0] > places[1], row


def test_picture_stands_on_the_right(every_block: Chrome) -> None:
    script = "const [image, text] = [...document.querySelectorAll('.jp-RenderedMarkdown [dir=rtl] img, .jp-RenderedMarkdown [dir=rtl] > h1')].map(each => each.getBoundingClientRect()).sort((one, other) => one.y - other.y); return Math.abs(image.right - text.right)"

    assert every_block.execute_script(script) < 2


def test_printed_line_takes_the_direction_of_its_first_letter(every_block: Chrome) -> None:
    printed = measured(every_block, "[data-mime-type='application/vnd.jupyter.stdout'] pre")
    shown = measured(every_block, ".jp-OutputArea-executeResult [data-mime-type='text/plain'] pre")

    assert printed["align"] == "start"
    assert printed["toRight"] < 20 < printed["toLeft"]  # Arabic words
    assert shown["toLeft"] < 20 < shown["toRight"]  # Python's own: Text(0.5, …


LABELS: Final = """
return [...document.querySelectorAll('.widget-inline-hbox')].map(row => {
  const [label, control] = [row.querySelector('.widget-label'), row.querySelector('.slider-container, select, input')];
  const [one, other] = [label.getBoundingClientRect(), control.getBoundingClientRect()];
  const { direction, textAlign } = getComputedStyle(label);
  return { direction, align: textAlign, gap: one.left - other.right };
}).filter(each => each.gap !== null);
"""


def test_label_of_a_plain_widget_stands_to_the_right_of_its_control(every_block: Chrome) -> None:
    labels = [each for each in every_block.execute_script(LABELS) if each["gap"] > -100]

    assert len(labels) >= 3
    assert {(each["direction"], each["align"]) for each in labels} == {("rtl", "end")}
    assert all(4 <= each["gap"] <= 60 for each in labels), labels


def test_numbers_of_a_slider_grow_to_the_right(every_block: Chrome) -> None:
    assert measured(every_block, ".widget-slider .slider-container")["direction"] == "ltr"
    assert measured(every_block, ".widget-readout")["direction"] == "ltr"


def test_words_in_plain_widgets_begin_on_the_right(every_block: Chrome) -> None:
    for part in (".widget-dropdown select", ".widget-text input", ".widget-checkbox label"):
        assert measured(every_block, part)["direction"] == "rtl", part
