"""What an answer is, for each activity: plain data that is taken, shown, written and told alike everywhere."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from ailab.activities import draw, label_map, parsons, pixels, predict, quiz, reflect, sort_cards, stars
from ailab.activities.activity import Activity
from ailab.activities.live import ActivityWidget, widget_for
from ailab.activities.mistakes import ActivityMisused
from ailab.activities.written import answer_text, number_or_text, read_answer
from ailab.lang import LANGUAGES, Language, library_translations

LINES = {"a": "robot.water()", "b": "for step in range(6):", "c": "robot.forward()"}
GRID = [[0] * 8 for _ in range(7)] + [[1] * 8]
POINTS = [(1, 1), (2, 1), (9, 8), (8, 9)]


def make(kind: str) -> Activity:
    """Return a new activity of a kind."""
    made: dict[str, Activity] = {
        "parsons": parsons("order", LINES, indent=True),
        "parts": parsons("order", LINES, subgoals=["Go", "Water"]),
        "sort_cards": sort_cards("sorted_cards", {"fan": "A fan", "map": "A map"}, {"ai": "AI", "not_ai": "Not AI"}),
        "quiz": quiz("answer", "Why `x`?", {"a": "One", "b": "Two"}),
        "several": quiz("answer", "Which?", {"a": "One", "b": "Two"}, several=True),
        "reasons": quiz("answer", "Which?", {"a": "One", "b": "Two"}, reasons={"r": "So"}),
        "predict": predict("prediction", "What?", code="print(1 + 2)"),
        "options": predict("prediction", "What?", {"a": "3", "b": "12"}, code="print(1 + 2)"),
        "pixels": pixels("picture"),
        "draw": draw("drawing"),
        "reflect": reflect("card", {"new": "What was new?"}),
        "stars": stars("rating", {"works": "It works", "clear": "It is clear"}),
        "label_map": label_map("labels", POINTS, {"palm": "Palm", "olive": "Olive"}),
    }
    return made[kind]


ANSWERS: dict[str, Any] = {
    "parsons": ["b", ["c", "a"]],
    "parts": {"1": ["c"], "2": ["a"]},
    "sort_cards": {"ai": ["map"], "not_ai": ["fan"]},
    "quiz": "b",
    "several": ["a", "b"],
    "reasons": {"choice": "b", "reason": "r"},
    "predict": 3,
    "options": "a",
    "pixels": GRID,
    "draw": [[16] * 8 for _ in range(8)],
    "reflect": {"new": 'The "loop"\n↻'},
    "stars": {"works": 2, "clear": None},
    "label_map": ["palm", None, "olive", "olive"],
}
WRONG: dict[str, list[Any]] = {
    "parsons": [3, "b", ["z"], ["b", "b"], [["b"], 3], {"1": ["b"]}],
    "parts": [["c"], {"3": ["c"]}, {"1": ["c"], "2": ["c"]}, {"1": [["c"]]}],
    "sort_cards": [[], {"box": ["fan"]}, {"ai": ["tea"]}, {"ai": ["fan"], "not_ai": ["fan"]}, {"ai": 3}],
    "quiz": ["z", ["a"], 1, {}],
    "several": ["a", ["z"], 1],
    "reasons": ["a", {"choice": "z"}, {"choice": "a", "reason": "z"}, {"why": "r"}, {"choice": "a", "reason": ["r"]}],
    "predict": [[3], True, "x" * 1000],
    "options": ["3", 3, ["a"]],
    "pixels": [3, [[0]], [[2] * 8] * 8, [[0.5] * 8] * 8, [["0"] * 8] * 8],
    "draw": [[[17] * 8] * 8, [[-1] * 8] * 8],
    "reflect": [[], {"old": "x"}, {"new": 3}, {"new": "x" * 9999}],
    "stars": [{"works": 4}, {"works": True}, {"fun": 1}, 2],
    "label_map": [["palm"], ["palm", "fig", None, None], "palm", 4],
}
KINDS = sorted(ANSWERS)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind of activity in turn."""
    return str(request.param)


@pytest.fixture
def widget(kind: str) -> Iterator[ActivityWidget]:
    """Return the widget of an activity, as nobody shows it."""
    made = widget_for(make(kind), "en")
    yield made
    made.close()


def test_answer_goes_into_the_cell_and_comes_back_the_same(kind: str) -> None:
    activity = make(kind)
    activity.take(ANSWERS[kind])

    text = activity.play("en")["text"]
    again = make(kind)
    again.take(read_answer(text.partition(" = ")[2]))

    assert activity.value == again.value == ANSWERS[kind]
    compile(text, "<cell>", "exec")


def test_answer_goes_to_the_front_end_and_comes_back_the_same(kind: str) -> None:
    activity = make(kind)
    activity.take(ANSWERS[kind])

    shown = json.loads(json.dumps(activity.shown()))

    assert activity.fit(activity.unshown(shown)) == ANSWERS[kind]


def test_empty_answer_is_taken_too(kind: str) -> None:
    activity = make(kind)
    before = activity.value

    activity.take(ANSWERS[kind])
    activity.take(before)

    assert activity.value == before


def test_what_is_no_answer_is_told_with_an_example_and_changes_nothing(kind: str) -> None:
    activity = make(kind)
    activity.take(ANSWERS[kind])

    for wrong in WRONG[kind]:
        with pytest.raises(ActivityMisused, match=f"`{activity.name} = "):
            activity.take(wrong)

    assert activity.value == ANSWERS[kind]


def test_nobody_changes_an_answer_from_outside(kind: str) -> None:
    activity = make(kind)
    activity.take(ANSWERS[kind])
    value = activity.value

    if isinstance(value, list | dict):
        value.clear()

    assert activity.value == ANSWERS[kind]


def test_widget_takes_what_is_pressed_and_what_stands_in_the_cell(kind: str, widget: ActivityWidget) -> None:
    done = make(kind)
    done.take(ANSWERS[kind])

    widget._take(widget, {"kind": "edit", "value": done.shown(), "number": 4}, [])
    assert (widget.play["number"], widget.play["value"]) == (4, done.shown())
    widget._take(widget, {"kind": "read", "text": repr(make(kind).value)}, [])
    assert widget.play["value"] == make(kind).shown()


@pytest.mark.parametrize(
    "content", [None, {}, {"kind": "edit"}, {"kind": "edit", "value": 3.5, "number": 2}, {"kind": "read", "text": "x + 1"}]
)
def test_widget_keeps_its_answer_whatever_comes(kind: str, widget: ActivityWidget, content: object) -> None:
    widget._take(widget, content, [])

    assert widget.play["value"] == make(kind).shown()


def test_all_that_travels_is_json(kind: str, widget: ActivityWidget) -> None:
    assert json.loads(json.dumps([widget.scene, widget.play])) == [widget.scene, widget.play]


@pytest.mark.parametrize("language", LANGUAGES)
def test_still_page_needs_no_script_and_is_the_same_each_time(kind: str, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", language)

    first, second = make(kind)._repr_mimebundle_(), make(kind)._repr_mimebundle_()

    assert first == second
    assert set(first) == {"text/html", "text/plain"}
    assert "<script" not in first["text/html"]
    assert f'dir="{"rtl" if language == "ar" else "ltr"}" lang="{language}"' in first["text/html"]
    assert library_translations(language)("nothing yet") in first["text/plain"] or kind in ("pixels", "draw")


@pytest.mark.parametrize("language", LANGUAGES)
def test_twin_tells_the_answer(kind: str, language: Language) -> None:
    activity = make(kind)
    before = activity.as_text(language)

    activity.take(ANSWERS[kind])

    assert activity.as_text(language) != before
    assert library_translations(language)("My answer:") in activity.as_text(language)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: parsons("my order", LINES), "my order"),
        (lambda: parsons("order", {}), "`lines`"),
        (lambda: parsons("order", LINES, subgoals=3), "`subgoals`"),  # type: ignore[arg-type]
        (lambda: sort_cards("x", [1, 2], ["a"]), "`cards`"),  # type: ignore[list-item]
        (lambda: quiz("x", "?", "abc"), "`options`"),
        (lambda: pixels("x", size=99), "2 to 16"),
        (lambda: pixels("x", colors=1), "2 to 8"),
        (lambda: draw("x", size=True), "4 to 16"),
        (lambda: stars("x", ["?"], most=9), "2 to 5"),
        (lambda: label_map("x", [(1, 1)], ["a", "b"]), "len"),
        (lambda: label_map("x", POINTS, ["a"]), "labels"),
        (lambda: predict("x", "?", code="print("), "line 1"),
    ],
    ids=["name", "no lines", "parts", "cards", "options", "size", "colors", "true", "stars", "points", "labels", "program"],
)
def test_what_an_activity_cannot_use_is_told(call: Any, words: str) -> None:
    with pytest.raises(ActivityMisused, match=words):
        call()


def test_lines_become_a_program_with_its_levels() -> None:
    board = parsons("order", LINES, indent=True)

    assert board.source(["b", ["c", "a"]]) == "for step in range(6):\n    robot.forward()\n    robot.water()"


def test_lines_of_all_parts_make_one_program() -> None:
    board = parsons("order", {"a": "x = 2\ny = 3", "b": "return x * y"}, subgoals={"begin": "Begin", "end": "End"})

    assert board.function({"begin": ["a"], "end": ["b"]})() == 6


def test_program_without_lines_does_nothing() -> None:
    assert parsons("order", LINES).function([])() is None


def test_order_that_python_cannot_read_is_told_with_its_line() -> None:
    board = parsons("order", LINES, indent=True)

    with pytest.raises(ActivityMisused, match=r"line 2: `robot\.water\(\)`"):
        board.function(["b", "a"], "robot")


def test_lines_use_what_they_are_given() -> None:
    assert parsons("order", {"a": "return known + 1"}).function(["a"], using={"known": 2})() == 3


def test_steps_in_words_are_no_code() -> None:
    board = parsons("order", steps=["Boil water", "Pour"])

    assert not board.scene("en")["code"]
    assert "<code>" not in board._repr_mimebundle_()["text/html"]


def test_nothing_happens_before_something_is_predicted() -> None:
    made: list[str] = []

    def happens() -> str:
        made.append("run")
        return "7"

    asked = predict("prediction", "What?", result=happens)

    assert (asked.play("en")["outcome"], made) == (None, [])
    asked.take(7)
    assert ("7" in asked.play("en")["outcome"], made) == (True, ["run"])
    assert asked.play("en")["same"]


@pytest.mark.parametrize(("given", "same"), [("3", True), (3, True), ("٣", True), ("12", False), (0, False)])
def test_prediction_is_compared_as_it_is_meant(given: object, same: bool) -> None:
    asked = predict("prediction", "What?", code="print(1 + 2)")

    asked.take(asked.unshown(str(given)))

    assert asked.play("en")["same"] is same


def test_outcome_of_a_program_that_fails_is_its_error() -> None:
    asked = predict("prediction", "What?", code="print(1)\nprint(x)")
    asked.take("error")

    assert "NameError" in str(asked.outcome)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12", 12), (" ٣٫٥ ", 3.5), ("3,5", 3.5), ("-2", -2), ("0", 0), ("two  palms", "two palms"), ("1e400", "1e400"), ("", "")],
)
def test_numbers_are_read_as_they_are_typed(typed: str, value: object) -> None:
    assert number_or_text(typed) == value


def test_long_answers_are_written_on_several_lines() -> None:
    assert answer_text("picture", [[0, 1], [1, 0]]) == "picture = [\n    [0, 1],\n    [1, 0],\n]"
    assert all(len(line) < 90 for line in answer_text("labels", ["some_label"] * 40).split("\n"))


def test_neighbors_decide_once_two_labels_are_used() -> None:
    board = label_map("labels", POINTS, {"palm": "Palm", "olive": "Olive"}, neighbors=3)
    assert board.play("en")["tiles"] == []

    board.take(["palm", "palm", "olive", None])

    assert board.predicted((1, 2)) == "palm"
    assert {number for row in board.tiles() for number in row} <= {0, 1}


def test_neighbors_are_those_of_scikit_learn() -> None:
    from sklearn.neighbors import KNeighborsClassifier

    board = label_map("labels", [(0, 0), (4, 0), (0, 4), (4, 4)], ["x", "y"])
    board.take(["a", "b", "b", "a"])
    model = KNeighborsClassifier(n_neighbors=1).fit([(0, 0), (4, 0), (0, 4), (4, 4)], board.value)

    probes = [(1, 1), (3, 1), (1, 3), (3, 3), (0.4, 3.9)]
    assert [board.predicted(probe) for probe in probes] == list(model.predict(probes))


def test_model_predicts_while_one_draws() -> None:
    class Dark:
        def predict(self, rows: list[list[int]]) -> list[str]:
            return ["dark" if sum(rows[0]) > 100 else "light"]

    pad = draw("drawing", model=Dark())
    assert "predicts" not in pad.play("en")["said"]
    pad.take(ANSWERS["draw"])

    assert pad.play("en")["said"] == "The model predicts: dark"
