"""The front end's own reckoning, in Node: editing cards, and finding them in a cell."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from ailab.activities.widget import script

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node")
CARDS = Path(str(files("ailab.activities") / "front" / "cards.js"))
PADS = Path(str(files("ailab.office.lab") / "labextension" / "ailab" / "front" / "pads.js"))


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

    assert node(tmp_path, CARDS, walk) == [["a"], [], [], ["a"], ["a", "b"], ["a", "b"]]


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

    assert node(tmp_path, PADS, call, source) == written


def test_parts_make_one_module_that_node_can_read(tmp_path: Path) -> None:
    (tmp_path / "pad.mjs").write_text(script(), encoding="utf-8")

    assert NODE is not None
    subprocess.run([NODE, "--check", tmp_path / "pad.mjs"], check=True, timeout=30)
