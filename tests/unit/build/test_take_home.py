"""Pages to take home: one file, nothing from elsewhere, nothing hidden, the same bytes each time."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import pytest

from ailab.activities import quiz, sort_cards
from ailab.errors import CourseUnreadable, Refused, UnknownName
from ailab.lang import Language
from ailab.office.build import build_course, write_files
from ailab.office.build.take_home import Chapter, Page, is_current, render, take_home_page
from ailab.office.build.take_home.answers import fingerprint, key_of, values
from ailab.office.build.take_home.feedback import visible_feedback
from ailab.office.build.take_home.module import _modules, _pages, _read_map
from ailab.office.build.take_home.prose import pictures_in, prose_html
from ailab.office.build.take_home.running import run_notebooks
from ailab.office.course import Course

MOST_BYTES = 500_000
NODE = shutil.which("node")
PAPER = Path(__file__).parents[3] / "src" / "ailab" / "office" / "build" / "take_home" / "front" / "paper.js"


class Seen(HTMLParser):
    """What a browser would load, and which pictures have words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.without_words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.loaded += [str(found[name]) for name in ("src", "href", "action", "srcset", "data") if name in found]
        if tag == "img" and "alt" not in found:
            self.without_words.append(str(found.get("src", ""))[:60])


@pytest.fixture(scope="module")
def tiny_build(tiny_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    build = tmp_path_factory.mktemp("tiny") / "build"
    write_files(build_course(tiny_course), build)
    return build


@pytest.fixture(scope="module")
def real_build(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    build = tmp_path_factory.mktemp("real") / "build"
    write_files(build_course(course), build)
    return build


# Robots and quizzes in Arabic, the largest; all modules in all languages are counted by `make proof`.
SAMPLE = ("smart_machines", "repetition")


@pytest.fixture(
    scope="module", params=[("ar", SAMPLE), *(pytest.param((each, ()), marks=pytest.mark.proof, id=each) for each in ("ar", "fr", "en"))]
)
def real_pages(request: pytest.FixtureRequest, real_build: Path) -> Mapping[str, str]:
    language, only = request.param
    course = _read_map(real_build)
    modules = [module for module in _modules(course) if not only or module["slug"] in only]
    pages = _pages(real_build, course, modules, cast("Language", language))
    return {module: render(page).decode() for module, page in pages.items()}


@pytest.fixture(scope="module")
def tiny_pages(tiny_build: Path) -> Mapping[Language, str]:
    languages: tuple[Language, ...] = ("ar", "en")
    return {language: take_home_page(tiny_build, "tiny_steps", language).decode() for language in languages}


def test_two_pages_are_the_same_bytes(tiny_build: Path, tiny_pages: Mapping[Language, str], tmp_path: Path) -> None:
    # Elsewhere, and without anything of the graders' beside it: nothing of either gets in.
    copy = shutil.copytree(tiny_build, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("nbgrader"))

    assert take_home_page(copy, "tiny_steps", "ar").decode() == tiny_pages["ar"]


def test_page_is_in_its_language_and_runs_its_way(tiny_pages: Mapping[Language, str]) -> None:
    openings = {language: re.search(r"<html [^>]+>", page) for language, page in tiny_pages.items()}

    assert {language: found and found[0] for language, found in openings.items()} == {
        "ar": '<html lang="ar" dir="rtl">',
        "en": '<html lang="en" dir="ltr">',
    }
    assert "Twice as much" in tiny_pages["en"]
    assert "Twice as much" not in tiny_pages["ar"]


def test_programs_show_what_they_print(tiny_pages: Mapping[Language, str]) -> None:
    assert '<pre class="printed" tabindex="0">42</pre>' in tiny_pages["en"]
    assert re.search(r'<pre class="printed" tabindex="0">Prices: \[', tiny_pages["en"])


def test_no_check_and_no_solution_stands_on_a_page(tiny_pages: Mapping[Language, str]) -> None:
    for page in tiny_pages.values():
        assert "SOLUTION" not in page
        assert "2 * number" not in page
        assert "check(" not in page
        assert "negative" not in page
        assert "I counted 21 twice" not in page


def test_page_says_who_has_read_it_and_under_which_license(tiny_pages: Mapping[Language, str]) -> None:
    assert "No native teacher has reviewed these texts yet." in tiny_pages["en"]
    assert "CC BY 4.0" in tiny_pages["en"]


def test_page_knows_its_release(tiny_build: Path, tiny_pages: Mapping[Language, str]) -> None:
    release = json.loads((tiny_build / "map.json").read_text(encoding="utf-8"))["release"]

    assert is_current(tiny_pages["ar"].encode(), release)
    assert not is_current(tiny_pages["ar"].encode(), "another")


def test_unknown_module_lists_the_known_ones(tiny_build: Path) -> None:
    with pytest.raises(UnknownName, match="tiny_steps"):
        take_home_page(tiny_build, "tiny_step", "en")


def test_course_that_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(CourseUnreadable, match="ailab course build"):
        take_home_page(tmp_path, "tiny_steps", "en")


def test_scripts_other_than_ours_are_forbidden() -> None:
    piece = "<p>hello</p><script>alert(1)</script>"
    page = render(
        Page(
            language="en",
            title="<T>",
            summary="",
            picture="",
            release="r",
            reviewed="",
            chapters=(Chapter(id="a", kind="lesson", title="A", pieces=(piece,)),),
        )
    ).decode()
    ours = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[-1]

    assert "default-src &#39;none&#39;" in page
    assert b64encode(sha256(ours.encode()).digest()).decode() in page.replace("&#43;", "+")
    assert "unsafe-inline&#39;; script-src &#39;sha256-" in page
    assert "&lt;T&gt;" in page


# The real course


@pytest.mark.slow
def test_each_module_fits_a_phone(real_pages: Mapping[str, str]) -> None:
    sizes = {module: len(page.encode()) for module, page in real_pages.items()}

    assert sizes
    assert {module: size for module, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.slow
def test_nothing_comes_from_elsewhere(real_pages: Mapping[str, str]) -> None:
    for module, page in real_pages.items():
        away = [address[:60] for address in Seen(page).loaded if not address.startswith(("data:", "#"))]
        assert away == [], module
        assert re.findall(r"@import|url\((?!#|%23|&quot;#)[^)]{0,40}", page) == [], module
        # What is left are names of formats, in pictures, and the license.
        assert set(re.findall(r"https?://[\w./-]+", page)) <= {"http://www.w3.org/2000/svg"}, module


@pytest.mark.slow
def test_each_picture_has_words(real_pages: Mapping[str, str]) -> None:
    assert {module: found for module, page in real_pages.items() if (found := Seen(page).without_words)} == {}


@pytest.mark.slow
def test_nothing_of_this_machine_or_moment_stands_on_a_page(real_pages: Mapping[str, str]) -> None:
    for module, page in real_pages.items():
        assert re.findall(r" at 0x[0-9a-f]+|/tmp/\S*|/home/\S*|Traceback", page) == [], module


@pytest.mark.slow
def test_no_solution_of_the_course_stands_on_a_page(real_pages: Mapping[str, str], course: Course) -> None:
    solution = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
    for module in (each for each in course.modules if each.slug in real_pages):
        sources = [each.cells for each in module.lessons] + [each.cells for each in module.exercises]
        cells = [cell.source for found in sources for cell in found]
        known = _letters(solution.sub("", "\n".join(cells)))
        secret = {_letters(line) for found in solution.findall("\n".join(cells)) for line in found.splitlines()}
        page = _seen(real_pages[module.slug])

        # Short lines, as `total = 0`, stand in many programs.
        assert [line for line in secret if len(line) > 18 and line in page and line not in known] == [], module.slug


def _seen(page: str) -> str:
    """Return the text of a page without spaces."""
    return _letters(unescape(re.sub(r"<[^>]+>", "", page)))


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


# Running


def built_notebook(folder: Path, *sources: str) -> Path:
    """Write a notebook of the course with these code cells."""
    cells = [
        {"cell_type": "code", "id": f"c{number}", "metadata": {"ailab": {"role": "run"}}, "source": source}
        for number, source in enumerate(sources)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "lesson.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {"ailab": {"lesson": "lesson"}}}), encoding="utf-8")
    return path


def test_notebook_is_run_on_a_copy_away_from_the_graders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_GRADERS", str(tmp_path))
    path = built_notebook(
        tmp_path / "module",
        "from pathlib import Path\nPath('made.txt').write_text('x');",
        "import os\nprint(os.environ.get('AILAB_GRADERS'))",
        "1 / 0",
        "sorted({'b', 'a'})",
    )

    shown = run_notebooks([path], "en")[path].shown

    assert shown == {
        "c0": [],
        "c1": [{"text": "None\n"}],
        "c2": [{"text": "ZeroDivisionError: division by zero\n"}],
        "c3": [{"data": {"text/plain": "['a', 'b']"}}],
    }
    assert [each.name for each in path.parent.iterdir()] == ["lesson.ipynb"]


def test_notebook_that_kills_its_process_is_told_in_one_line(tmp_path: Path) -> None:
    path = built_notebook(tmp_path / "module", "import os\nos._exit(3)")

    with pytest.raises(Refused, match="ailab course check"):
        run_notebooks([path], "en")


# Prose


def test_picture_outside_its_folder_is_words(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "in").mkdir()

    assert prose_html("![A secret](../secret.svg)", pictures_in(tmp_path / "in")) == "<p><em>A secret</em></p>\n"


def test_links_keep_their_words_and_lead_nowhere() -> None:
    assert prose_html("Read [this](https://example.org).", lambda _: "") == "<p>Read this.</p>\n"


def test_arabic_block_is_taken_off_and_headings_go_one_down() -> None:
    assert prose_html('<div dir="rtl" lang="ar">\n\n# عنوان\n\n</div>', lambda _: "") == "<h2>عنوان</h2>\n"


# Feedback


CHECK = """
from ailab.checks import Case, Misconception, read

CASES = (
    Case("animal", read("animal"), accept=lambda outcome: outcome.value == "cat", label="The animal"),
    Case("boxes", read("boxes"), accept=lambda outcome: outcome.value == {"on": ["lamp"], "off": ["fan"]}, label="The boxes"),
)
MISCONCEPTIONS = (
    Misconception("boxes", lambda answer: answer.read("boxes").value != {"on": ["lamp"], "off": ["fan"]}, "Look at the boxes."),
    Misconception("dog", lambda answer: answer.read("animal").value == "dog", "A dog barks."),
)
LADDER = ("First rung.", "Second rung.")
"""


@pytest.fixture
def told(tmp_path: Path) -> dict[str, dict[str, Any]]:
    manifest = {"format_version": 1, "module": "m", "release": "r", "exercises": {"guess": {"points": 2, "names": ["animal", "boxes"]}}}
    (tmp_path / "ailab.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / "guess_check.py").write_text(CHECK, encoding="utf-8")
    answer = {"cell_type": "code", "metadata": {"ailab": {"role": "answer"}}, "source": 'animal = ""\nboxes = {}'}
    activities = [
        quiz("animal", "Which one?", {"dog": "A dog", "cat": "A cat"}),
        sort_cards("boxes", {"lamp": "A lamp", "fan": "A fan"}, {"on": "On", "off": "Off"}),
    ]
    return visible_feedback({"cells": [answer]}, {"animal": "", "boxes": {}}, tmp_path, "guess", activities, "en")


def test_each_activity_is_judged_by_the_cases_that_depend_on_it(told: dict[str, dict[str, Any]]) -> None:
    animal, boxes = told["animal"], told["boxes"]

    assert (animal["labels"], boxes["labels"]) == (["The animal"], ["The boxes"])
    assert animal["reports"][animal["table"][fingerprint('{"choice":["cat"],"reason":[]}')][0]] == [[1], []]


def test_hint_of_one_activity_says_nothing_of_another(told: dict[str, dict[str, Any]]) -> None:
    animal = told["animal"]
    [passed, hints] = animal["reports"][animal["table"][fingerprint('{"choice":["dog"],"reason":[]}')][0]]

    assert passed == [0]
    assert [animal["texts"][number] for number in hints] == ["A dog barks.", "First rung.", "Second rung."]


def test_no_right_answer_can_be_read_in_the_table(told: dict[str, dict[str, Any]]) -> None:
    assert "cat" not in json.dumps(told)
    assert "lamp" not in json.dumps(told)


@pytest.mark.skipif(NODE is None, reason="needs Node")
def test_page_reckons_fingerprints_as_we_do(tmp_path: Path) -> None:
    table = sort_cards("boxes", {"b": "é", "a": "م"}, {"on": "On", "off": "Off"})
    table.take({"on": ["b", "a"]})
    source = PAPER.read_text(encoding="utf-8")
    functions = [re.search(rf"^function {name}\(.*?^}}", source, re.DOTALL | re.MULTILINE) for name in ("fingerprint", "keyOf")]
    program = "\n".join(found[0] for found in functions if found)
    shown = json.dumps(table.shown())
    (tmp_path / "main.mjs").write_text(
        f"{program}\nconsole.log(fingerprint('مرحبا'), fingerprint(keyOf('sort_cards', {shown})));", encoding="utf-8"
    )

    done = subprocess.run([str(NODE), tmp_path / "main.mjs"], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.split() == [fingerprint("مرحبا"), fingerprint(key_of(table))]


def test_every_complete_answer_is_known() -> None:
    def count(found: Iterator[Any]) -> int:
        return len(list(found))

    assert count(values(quiz("a", "?", {"x": "X", "y": "Y", "z": "Z"}))) == 3
    assert count(values(quiz("a", "?", {"x": "X", "y": "Y", "z": "Z"}, several=True))) == 7
    assert count(values(quiz("a", "?", {"x": "X", "y": "Y"}, reasons={"r": "R", "s": "S"}))) == 4
    assert count(values(sort_cards("a", {"x": "X", "y": "Y"}, {"p": "P", "q": "Q", "r": "R"}))) == 9
