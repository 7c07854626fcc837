"""The front end's own reckoning, in Node: editing cards, and finding them in a cell."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from ailab.activities import draw, label_map, listen, parsons, pixels, predict, quiz, reflect, sort_cards, stars, watch
from ailab.activities.activity import Activity
from ailab.activities.live import script as script_of
from ailab.activities.widget import script

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node")
CARDS = Path(str(files("ailab.activities") / "front" / "cards.js"))
HISTORY, LISTS, SQUARES = (CARDS.with_name(name) for name in ("history.js", "lists.js", "squares.js"))
ASSIGNMENT = Path(str(files("ailab.office.lab") / "labextension" / "ailab" / "front" / "assignment.js"))


def node(folder: Path, module: Path, expression: str, *values: object) -> Any:
    """Return what an expression gives, with the names of a module at hand and `values` as `given`."""
    (folder / "module.mjs").write_text(module.read_text(encoding="utf-8"), encoding="utf-8")
    program = f"import * as its from './module.mjs'; const given = {json.dumps(values)}; console.log(JSON.stringify({expression}));"
    (folder / "main.mjs").write_text(program, encoding="utf-8")
    assert NODE is not None
    done = subprocess.run([NODE, folder / "main.mjs"], capture_output=True, text=True, check=True, timeout=30)
    return json.loads(done.stdout)


NESTED = ["forward", ["repeat", 3, ["water"]], ["if_wall", ["turn_left"], []], ["paint", "red"]]


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("its.insert(given[0], [1, 2, 1], 'forward')[1]", ["repeat", 3, ["water", "forward"]]),
        ("its.remove(given[0], [2, 1, 0])[2]", ["if_wall", [], []]),
        ("its.replace(given[0], [0], 'pick')[0]", "pick"),
        ("its.places(given[0])", [[0], [1], [1, 2, 0], [2], [2, 1, 0], [3]]),
        ("its.gaps(given[0])", [[0], [1], [1, 2, 0], [1, 2, 1], [2], [2, 1, 0], [2, 1, 1], [2, 2, 0], [3], [4]]),
        ("its.move(given[0], [0], [0, 2, 0])", [["repeat", 3, ["forward", "water"]], *NESTED[2:]]),
        ("its.neighbor(given[0], [0], 1)", [0, 2, 0]),
        ("its.neighbor(given[0], [0], -1)", [0]),
        ("its.gapWithout([0], [1, 2, 1])", [0, 2, 1]),
        ("its.gapWithout([1], [1, 2, 0])", None),
        ("its.gapWithout([1, 2, 0], [4])", [4]),
    ],
    ids=["insert", "remove", "replace", "places", "gaps", "move", "next", "first", "gap after", "gap inside itself", "gap elsewhere"],
)
def test_cards_are_edited_as_plain_data(tmp_path: Path, call: str, result: object) -> None:
    assert node(tmp_path, CARDS, call, NESTED) == result


def test_lifted_card_visits_every_gap_and_comes_back(tmp_path: Path) -> None:
    walk = """(() => {
      let [cards, place, seen] = [given[0], [0], []];
      const go = step => { const to = its.neighbor(cards, place, step); cards = its.move(cards, place, to); place = to; };
      for (let index = 0; index < 12; index += 1) { go(1); seen.push(JSON.stringify(cards)); }
      for (let index = 0; index < 12; index += 1) { go(-1); }
      return [new Set(seen).size, cards];
    })()"""

    assert node(tmp_path, CARDS, walk, NESTED) == [8, NESTED]


def test_changes_are_taken_back_and_done_again(tmp_path: Path) -> None:
    walk = """(() => {
      const history = new its.History();
      history.keep([]); history.keep(['a']);
      const back = history.undo(['a', 'b']);
      return [back, history.undo(back), history.undo([]), history.redo([]), history.redo(['a']), history.redo(['a', 'b'])];
    })()"""

    assert node(tmp_path, HISTORY, walk) == [["a"], [], [], ["a"], ["a", "b"], ["a", "b"]]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("cards = []\nprogram = follow(cards)", "cards = [1]\nprogram = follow(cards)"),
        ("cards = ...  # ✎\nprogram = follow(cards)", "cards = [1]\nprogram = follow(cards)"),
        ("...  # ✎\nprogram = follow(cards)", "cards = [1]\nprogram = follow(cards)"),
        ("cards = [\n    \"a]\", # ]\n    [\"b\", ['''x]''']],\n]  # mine\nx = cards", "cards = [1]  # mine\nx = cards"),
        ("first = 1\ncards=[2]; y = 3", "first = 1\ncards = [1]; y = 3"),
        ("cards = [", "cards = [1]"),
        ("my_cards = []\ncards == []\n", None),
        ("def f():\n    cards = []", None),
        ("...  # ✎", None),
    ],
    ids=["empty", "stub", "bare stub", "nested", "one line", "unfinished", "other name", "inside a function", "other answer"],
)
def test_only_the_assignment_of_cards_is_replaced(tmp_path: Path, source: str, written: str | None) -> None:
    call = """(() => {
      const place = its.placeFor(given[0], 'cards');
      return place && given[0].slice(0, place.start) + 'cards = [1]' + given[0].slice(place.end);
    })()"""

    assert node(tmp_path, ASSIGNMENT, call, source) == written


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('from ailab import pad\n\npad("six_palms")', ["pad", "cards"]),
        ("pad(World.from_text(my_map))", ["pad", "cards"]),
        ('board = parsons(\n    "order",\n    {"a": "x = 1"},\n)', ["parsons", "order"]),
        ("quiz('answer', t(\"Why?\"), OPTIONS)", ["quiz", "answer"]),
        ('listen(t("Welcome"))', ["listen", "Welcome"]),
        ("model.predict(rows)\nmodel.predict('x')", None),
        ('def draw(name="x"):\n    pass', None),
        ("# pad()", None),
        ("predict(rows)", None),
    ],
    ids=["pad", "world", "lines", "quiz", "text", "model", "own function", "comment", "no name"],
)
def test_cells_that_show_an_activity_are_known_by_it(tmp_path: Path, source: str, shown: list[str] | None) -> None:
    found = node(tmp_path, ASSIGNMENT, "its.activityIn(given[0])", source)

    assert (found and [found["kind"], found["name"]]) == shown


@pytest.mark.parametrize("value", ["...", "None", "[]", "[ ]", "{}", '""'])
def test_place_where_nothing_stands_is_no_answer(tmp_path: Path, value: str) -> None:
    assert node(tmp_path, ASSIGNMENT, "[its.isNothing(given[0]), its.isNothing('[0]')]", value) == [True, False]


def test_cells_that_only_bring_names_are_known(tmp_path: Path) -> None:
    sources = ["from ailab import t\n# words\nimport math", "import math\nx = 1", ""]

    assert node(tmp_path, ASSIGNMENT, "given[0].map(its.onlyImports)", sources) == [True, False, False]


PLACED = [[["a", 0], ["b", 1]], [["c", 0]]]


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("its.laid(given[0], 'd', 1)", [PLACED[0], [["c", 0], ["d", 0]]]),
        ("its.laid(given[0], 'b', 1, 0, 2)", [[["a", 0]], [["b", 2], ["c", 0]]]),
        ("its.without(given[0], 'a')", [[["b", 1]], [["c", 0]]]),
        ("its.shifted(given[0], 'b', -1)", [[["b", 1], ["a", 0]], [["c", 0]]]),
        ("its.shifted(given[0], 'b', 1)", [[["a", 0]], [["b", 1], ["c", 0]]]),
        ("its.shifted(given[0], 'c', -1)", [[["a", 0], ["b", 1], ["c", 0]], []]),
        ("its.shifted(given[0], 'a', -1)", PLACED),
        ("its.indented(given[0], 'a', -1)", PLACED),
        ("its.indented(given[0], 'c', 1)", [PLACED[0], [["c", 1]]]),
        ("its.placeOfPiece(given[0], 'c')", {"list": 1, "index": 0}),
        ("its.placeOfPiece(given[0], 'z')", None),
    ],
    ids=["end", "index", "out", "up", "into the next", "into the one before", "top", "edge", "in", "where", "nowhere"],
)
def test_pieces_go_from_list_to_list(tmp_path: Path, call: str, result: object) -> None:
    assert node(tmp_path, LISTS, call, PLACED) == result


def test_pen_leaves_ink_where_it_passes_and_less_at_its_edge(tmp_path: Path) -> None:
    empty = [[0] * 4 for _ in range(4)]

    rows = node(tmp_path, SQUARES, "its.between([0.5, 1.5], [3.5, 1.5]).reduce((rows, at) => its.inked(rows, ...at, 16), given[0])", empty)

    assert rows[1] == [16] * 4
    assert 0 < rows[0][1] < 16
    assert rows[3] == [0] * 4


ACTIVITIES: list[Activity] = [
    parsons("order", ["a", "b"]),
    sort_cards("cards", ["a"], ["b", "c"]),
    quiz("answer", "?", ["a"]),
    predict("prediction", "?"),
    pixels("picture"),
    draw("drawing"),
    reflect("card", ["?"]),
    stars("rating", ["?"]),
    label_map("labels", [(0, 0), (1, 1)], ["a", "b"]),
    watch("x = 1"),
    listen("Welcome"),
]


@pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda each: type(each).__name__)
def test_front_end_of_each_activity_is_one_module_that_node_can_read(tmp_path: Path, activity: Activity) -> None:
    (tmp_path / "front.mjs").write_text(script_of(*activity.views), encoding="utf-8")

    assert NODE is not None
    subprocess.run([NODE, "--check", tmp_path / "front.mjs"], check=True, timeout=30)


def test_parts_make_one_module_that_node_can_read(tmp_path: Path) -> None:
    (tmp_path / "pad.mjs").write_text(script(), encoding="utf-8")

    assert NODE is not None
    subprocess.run([NODE, "--check", tmp_path / "pad.mjs"], check=True, timeout=30)
