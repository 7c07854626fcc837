"""The page of a project: what a child made, in one file; what a stranger made, without harm."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.project_work import EXAMPLES, lay_notebook, lay_pad_project, lay_python_project

from ailab.checks.answer import Answer
from ailab.checks.local import LocalAnswer
from ailab.errors import Refused
from ailab.lang import Language
from ailab.office.build import build_course, write_files
from ailab.office.build.take_home.plain_words import plain_words, tells_contact
from ailab.office.build.take_home.project import Project, read_project
from ailab.office.build.take_home.project_page import LONGEST_NICKNAME, project_page
from ailab.office.build.take_home.project_source import EXERCISES, MODULE
from ailab.office.course import Course

MOST_BYTES = 500_000
NODE = shutil.which("node")
FRONT = Path(__file__).parents[3] / "src" / "ailab" / "office" / "build" / "take_home" / "front"
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "</style><svg onload=alert(1)>",
    "'; alert(1); '",
    'src="data:image/svg+xml;base64,PHN2Zy8+"',
    "\u202eevil\u2066 \u0000\ud800",
)


@contextmanager
def here(cells: Sequence[str]) -> Iterator[Answer]:
    """Run cells of ours in this process."""
    space: dict[str, Any] = {}
    for cell in cells:
        exec(cell, space)
    yield LocalAnswer(space, cells)


def nowhere(_cells: Sequence[str]) -> AbstractContextManager[Answer]:
    """Refuse, as a machine without a sandbox."""
    raise Refused("no sandbox")


def pad_project(folder: Path, language: Language = "en", **answers: Any) -> Project:
    return read_project(lay_pad_project(folder, **answers), language, open_answer=None)


def page_of(project: Project, nickname: str = "") -> str:
    return project_page(project, nickname=nickname).decode()


class Seen(HTMLParser):
    """What a browser would run or load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts = 0
        self.loaded: list[str] = []
        self.events: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.scripts += tag == "script" and found.get("type") != "application/json"
        self.loaded += [str(found[name]) for name in ("src", "href", "action", "srcset", "data") if name in found]
        self.events += [name for name in found if name.startswith("on")]


# What stands on it


def test_page_of_who_presses_shows_every_part(tmp_path: Path) -> None:
    project = pad_project(tmp_path)
    page = page_of(project)

    assert project.left_out == ()
    assert project.run is not None
    assert project.run.outcome.moves == 6
    assert re.findall(r'<section id="(\w+)"', page) == ["robot", "sorter", "plan", "slides", "promise"]
    assert "<animate" in page
    assert "People at the market" in page
    assert "New can (Metal)" in page
    assert "Where it matters, a human decides." in page
    assert "My photo" not in page


def test_page_of_who_types_runs_the_program_where_it_may_run(tmp_path: Path) -> None:
    project = read_project(lay_python_project(tmp_path), "en", open_answer=here)

    assert project.left_out == ()
    assert project.run is not None
    assert project.run.outcome.solved
    assert "I chose six examples." in page_of(project)


def test_examples_are_taken_as_the_cells_make_them(tmp_path: Path) -> None:
    lay_notebook(tmp_path, "sort_waste", ("answer", f"examples = {EXAMPLES!r}\nexamples = examples + [[1, 2, 'glass']]"), form="python")
    project = read_project(tmp_path, "en", open_answer=here)

    assert project.sorter is not None
    assert project.sorter.kinds[-1] == "glass"


@pytest.mark.parametrize("opener", [None, nowhere], ids=["not allowed", "no sandbox"])
def test_typed_program_that_may_not_run_leaves_the_world(tmp_path: Path, opener: Any) -> None:
    project = read_project(lay_python_project(tmp_path), "en", open_answer=opener)

    assert project.run is not None
    assert project.run.outcome.commands == 0
    assert project.sorter is not None
    assert ["sandbox" in each.why for each in project.left_out] == [True]


def test_pressed_programs_need_nobody_to_run_them(tmp_path: Path) -> None:
    project = read_project(lay_pad_project(tmp_path), "en", open_answer=nowhere)

    assert project.left_out == ()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_is_in_its_language_and_small(tmp_path: Path, language: Language) -> None:
    page = page_of(pad_project(tmp_path, language))

    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert len(page.encode()) < MOST_BYTES


def test_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    assert page_of(pad_project(tmp_path / "one"), "Zellij") == page_of(pad_project(tmp_path / "two"), "Zellij")


def test_page_loads_nothing_and_knows_one_script(tmp_path: Path) -> None:
    page = page_of(pad_project(tmp_path))
    ours = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert re.findall(r"@import|url\((?!#|%23)[^)]{0,40}", page) == []
    assert [address[:40] for address in Seen(page).loaded if not address.startswith("data:")] == []
    assert set(re.findall(r"https?://[\w./-]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert len(ours) == 1
    assert b64encode(sha256(ours[0].encode()).digest()).decode() in page.replace("&#43;", "+")
    assert "default-src &#39;none&#39;" in page


def test_nickname_stands_on_the_page_and_nowhere_else(tmp_path: Path) -> None:
    project = pad_project(tmp_path)

    assert "<bdi>Zaytuna</bdi>" in page_of(project, "  Zaytuna ")
    assert 'class="nickname"' not in page_of(project)
    assert not any(b"Zaytuna" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("nickname", ["0612345678", "06 12 34 56", "a@b"])
def test_nickname_that_is_an_address_is_refused(tmp_path: Path, nickname: str) -> None:
    with pytest.raises(Refused, match="Choose another one"):
        page_of(pad_project(tmp_path), nickname)


def test_private_sentence_is_left_out_and_told(tmp_path: Path) -> None:
    slides = {"helps": "Call me: 06 12 34 56 78", "examples": "Six of them.", "limits": "It errs."}
    project = read_project(lay_python_project(tmp_path, slides=slides), "en", open_answer=here)

    assert "06 12" not in page_of(project)
    assert ["left out" in each.why for each in project.left_out] == [True]


def test_empty_project_is_no_page(tmp_path: Path) -> None:
    project = read_project(tmp_path, "en", open_answer=None)

    assert {each.why for each in project.left_out} == {"Nothing stands here yet."}
    with pytest.raises(Refused, match="nothing to show"):
        page_of(project)


def test_untouched_exercise_shows_nothing(tmp_path: Path) -> None:
    path = lay_notebook(tmp_path, "show_and_promise", ("answer", "promise = 'look'"))
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["metadata"]["ailab"]["hash"] = sha256(b"promise = 'look'").hexdigest()[:16]
    path.write_text(json.dumps(notebook), encoding="utf-8")

    assert read_project(tmp_path, "en", open_answer=None).promise == ""


# What strangers write


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_was_typed_is_text(tmp_path: Path, attack: str) -> None:
    slides = dict.fromkeys(("helps", "examples", "limits"), attack)
    program = f"def program(robot):\n    robot.say({attack[:80]!r})\n    robot.forward()\n"
    examples = [[1, 2, attack], [3, 4, "x"], *EXAMPLES]
    project = read_project(
        lay_python_project(tmp_path, slides=slides, promise=attack, program=program, examples=examples), "en", open_answer=here
    )
    page = page_of(project, attack)
    seen = Seen(page)

    assert project.run is not None
    assert project.sorter is not None
    assert (seen.scripts, seen.events) == (1, [])
    assert seen.tags <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "div",
            "h1",
            "h2",
            "h3",
            "p",
            "span",
            "bdi",
            "main",
            "section",
            "img",
            "br",
        ),
        *("details", "summary", "pre", "button", "script", "label", "input", "output", "figure", "figcaption", "svg", "path", "fieldset"),
        *("legend", "b", "ol", "li", "dl", "dt", "dd", "blockquote", "footer"),
    }
    assert not re.search("[\u202a-\u202e\ud800-\udfff\x00]", page)
    data = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert len(json.loads(data[1])["examples"]) == len(examples)
    assert "<" not in data[1]


def test_card_names_and_boxes_of_a_stranger_are_text(tmp_path: Path) -> None:
    evil = "<b onclick=alert(1)>"
    given = f'sort_cards("plan", {{"a": t({evil!r})}}, {{"who": t({evil!r})}})'
    lay_notebook(tmp_path, "plan_robot_project", ("given", given), ("answer", f"plan = {{'who': ['a', {evil!r}]}}"))

    seen = Seen(page_of(read_project(tmp_path, "en", open_answer=None)))

    assert seen.events == []


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"cells": 3}', b'{"cells": [3]}', b'{"cells": [{"cell_type": "code"}]}', b"[" * 100_000],
    ids=["empty", "no text", "list", "no cells", "number", "no cell", "no source", "deep"],
)
def test_broken_notebook_costs_its_part_and_says_so(tmp_path: Path, content: bytes) -> None:
    lay_pad_project(tmp_path)
    (tmp_path / "exercises" / "robot_project" / "sort_waste.ipynb").write_bytes(content)

    project = read_project(tmp_path, "en", open_answer=None)

    assert project.sorter is None
    assert project.run is not None
    assert [each.part for each in project.left_out] == ["My sorting robot"]
    assert 'id="plan"' in page_of(project)


@pytest.mark.parametrize(
    "answers",
    [
        {"picture": "x" * 10},
        {"picture": [[9, 9], [3, 4]]},
        {"picture": [[0] * 300] * 300},
        {"picture": [[3, 3], [4, 4]]},
        {"picture": 10**400},
        {"picture": [[3, *[0] * 60, 4]]},
    ],
    ids=["text", "unknown color", "huge", "two robots", "number", "too wide"],
)
def test_world_that_is_none_is_left_out(tmp_path: Path, answers: dict[str, Any]) -> None:
    project = pad_project(tmp_path, **answers)

    assert project.run is None
    assert project.sorter is not None


@pytest.mark.parametrize("cards", [["fly"], "forward", [["repeat", 10**9, ["forward"]]], [["forward", 10**30]], 7, {"forward": 1}])
def test_cards_that_are_none_leave_the_robot_standing(tmp_path: Path, cards: Any) -> None:
    project = pad_project(tmp_path, cards=cards)

    assert project.run is not None
    assert project.run.outcome.moves == 0


@pytest.mark.slow
def test_cards_without_an_end_end(tmp_path: Path) -> None:
    endless: list[Any] = ["turn_left"]
    for _ in range(9):
        endless = [["repeat", 1000, endless], ["repeat", 1000, []]]
    project = pad_project(tmp_path, cards=[["repeat", 1000, [["repeat", 1000, [["repeat", 1000, []]]]]], *endless])

    assert project.run is not None
    assert len(page_of(project).encode()) < MOST_BYTES


def test_longest_run_in_the_largest_world_fits(tmp_path: Path) -> None:
    side = 40
    drawing = "\n".join(["x" * side] * (side - 1) + [">" + "x" * (side - 2) + "G"])
    program = "def program(robot):\n    while True:\n        robot.say('x' * 80)\n        robot.forward()\n        robot.pick()\n        robot.turn_left()\n"

    page = page_of(read_project(lay_python_project(tmp_path, drawing=drawing, program=program), "ar", open_answer=here))

    assert len(page.encode()) < MOST_BYTES


@pytest.mark.parametrize(
    "source",
    [
        "examples = " + "[" * 5000,
        "examples = 9**9**9**9",
        "examples = __import__('os')",
        "examples = [[1, 2, 'a']] * 10**9",
        "examples = (",
    ],
)
def test_value_that_is_no_plain_data_is_left_out_unrun(tmp_path: Path, source: str) -> None:
    lay_notebook(tmp_path, "sort_waste", ("answer", source), form="python")

    assert read_project(tmp_path, "en", open_answer=None).sorter is None


@pytest.mark.parametrize("row", [[1, 2], [1, "2", "a"], [float("nan"), 2, "a"], [True, 2, "a"], [1, 2, ""], [1e300, 2, "a"], "abc", None])
def test_row_that_is_none_is_left_out_and_counted(tmp_path: Path, row: Any) -> None:
    source = f"nan = float('nan')\nexamples = {[*EXAMPLES, row]!r}"
    lay_notebook(tmp_path, "sort_waste", ("answer", source), form="python")
    project = read_project(tmp_path, "en", open_answer=here)

    assert project.sorter is not None
    assert len(project.sorter.examples) == len(EXAMPLES)
    assert [each.why for each in project.left_out if each.part == "My sorting robot"] == ["Examples that could not be read: 1."]


def test_flood_is_cut(tmp_path: Path) -> None:
    slides = {"helps": "w" * 1_000_000, "examples": "a\u0301" * 10 + "\u0301" * 100_000, "limits": "x"}
    examples = [[1, 2, f"kind {number}"] for number in range(50)] + [[1, 2, "kind 0"]] * 5000
    project = read_project(lay_python_project(tmp_path, slides=slides, examples=examples), "en", open_answer=here)

    assert project.sorter is not None
    assert len(project.sorter.kinds) == 8
    assert len(project.sorter.examples) == 200
    assert len(page_of(project, "n" * 10_000).encode()) < 100_000


def test_words_that_cannot_be_seen_are_taken_out() -> None:
    assert plain_words("\u202eab\u0000\ud800c\u2066 \n d", 50) == "abc d"
    assert plain_words("سَلَّام\u200cُ", 50) == "سَلَّام\u200cُ"
    assert plain_words("n" * 100, LONGEST_NICKNAME) == "n" * 23 + "…"
    assert not tells_contact("It was given 12 of 34567")


def test_broken_catalogue_of_a_stranger_leaves_the_texts_in_english(tmp_path: Path) -> None:
    lay_pad_project(tmp_path)
    catalogue = tmp_path / "exercises" / "robot_project" / "locale" / "fr.mo"
    catalogue.parent.mkdir()
    catalogue.write_bytes(b"\xde\x12\x04\x95" + b"\xff" * 40)

    assert "People at the market" in page_of(read_project(tmp_path, "fr", open_answer=None))


# The course's own exercises


@pytest.fixture(scope="module")
def built(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    build = tmp_path_factory.mktemp("course") / "build"
    write_files(build_course(course), build)
    return build


def solved(built: Path, folder: Path, form: str) -> Path:
    """Write the solutions of the project's exercises in a form."""
    for name in EXERCISES:
        notebook = json.loads((built / "nbgrader" / "source" / MODULE / f"{name}.ipynb").read_text(encoding="utf-8"))
        cells = [cell for cell in notebook["cells"] if cell["metadata"]["ailab"].get("form", form) == form]
        (folder / f"{name}.ipynb").write_text(json.dumps({**notebook, "cells": cells}), encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pad", "python"])
def test_solutions_of_the_course_make_a_whole_page_in_each_language(built: Path, course: Course, tmp_path: Path, form: str) -> None:
    folder = solved(built, tmp_path, form)
    for language in course.languages:
        project = read_project(folder, language, open_answer=here, words=built / "release" / language / MODULE)

        assert project.left_out == ()
        assert project.run is not None
        assert project.run.outcome.solved
        assert project.sorter is not None
        assert len(project.sorter.examples) == 9
        assert [len(project.plan), len(project.slides)] == [4, 3]
        assert (project.sorter.kinds[0].lower() == "metal") is (language == "en")
        assert ("human decides" in project.promise) is (language == "en")


# The live sorter


def asked_in_node(cases: Sequence[Any], folder: Path) -> Any:
    """Return what the page's own sorter says to [examples, shines, soft] of each case."""
    program = (
        f"import {{ nearest, predict }} from {json.dumps((FRONT / 'sorter.js').as_uri())};\n"
        f"const cases = {json.dumps(cases)};\n"
        "console.log(JSON.stringify(cases.map(([examples, x, y]) => [predict(examples, x, y), nearest(examples, x, y, 3)])));"
    )
    (folder / "main.mjs").write_text(program, encoding="utf-8")
    done = subprocess.run([str(NODE), folder / "main.mjs"], capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def drawn_cases(seed: int) -> list[tuple[list[list[Any]], float, float]]:
    """Return examples and new things; on a coarse grid, so that many are equally near."""
    random = Random(seed)
    step = random.choice([1, 5, 10, 25])

    def number() -> int:
        return random.randrange(0, 101, step)

    examples = [[number(), number(), random.randrange(3)] for _ in range(random.randint(6, 25))]
    return [(examples, number(), number()) for _ in range(20)]


@pytest.mark.skipif(NODE is None, reason="needs Node")
def test_sorter_predicts_as_scikit_learn_and_as_the_exercise_do(course: Course, tmp_path: Path) -> None:
    from sklearn.neighbors import KNeighborsClassifier

    exercise = next(each for module in course.modules for each in module.exercises if each.slug == "sort_waste")
    given = next(cell.source for cell in exercise.cells if "def nearest" in cell.source)
    space: dict[str, Any] = {}
    exec(re.search(r"def nearest.*?\n(?=\n\n)", given, re.DOTALL)[0], space)  # type: ignore[index]
    cases = [case for seed in range(40) for case in drawn_cases(seed)]
    ties = 0

    for (examples, x, y), (found, three) in zip(cases, asked_in_node(cases, tmp_path), strict=True):
        points, kinds = [row[:2] for row in examples], [row[2] for row in examples]
        model = KNeighborsClassifier(n_neighbors=1, metric="manhattan").fit(points, kinds)
        far = [abs(row[0] - x) + abs(row[1] - y) for row in examples]
        ties += far.count(min(far)) > 1
        assert found["kind"] == model.predict([[x, y]])[0]
        assert examples[found["place"]] is space["nearest"](examples, x, y)
        assert three == sorted(range(len(examples)), key=far.__getitem__)[:3]
        assert found["agree"] == [kinds[place] for place in three].count(found["kind"])
    assert ties > 100


@pytest.mark.skipif(NODE is None, reason="needs Node")
def test_sorter_without_examples_says_nothing(tmp_path: Path) -> None:
    assert asked_in_node([[[], 1, 2]], tmp_path) == [[None, []]]
