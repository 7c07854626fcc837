"""`check` as a learner sees it, on the tiny course."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ailab import check
from ailab.checks.files import read_check
from ailab.checks.findings import points, stars
from ailab.checks.history import History
from ailab.checks.local import LocalAnswer
from ailab.checks.screen import check_folder
from ailab.checks.show import FINDINGS_TYPE, Report
from ailab.errors import CheckBroken
from ailab.office.build import build_course, write_files
from ailab.office.course import Course, read_course

RIGHT = "def double(number):\n    return 2 * number"
SQUARES = "def double(number):\n    return number * number"


@pytest.fixture(scope="module")
def built(tiny_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    write_files(build_course(tiny_course), out)
    return out


def report(built: Path, source: str, language: str = "en", history: History | None = None) -> Report:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    folder = built / "release" / language / "tiny_steps"
    return check_folder(folder, "double_number", LocalAnswer(namespace, [source]), history=history)


def text(found: Report) -> str:
    return str(found._repr_mimebundle_()["text/plain"])


def test_a_right_answer_is_told_so(built: Path) -> None:
    found = report(built, RIGHT)

    assert found.points == 4.0
    assert text(found).splitlines() == ["✔ Twice 3", "✔ Twice nothing", "★ All right! 4 of 4 points."]


def test_a_wrong_answer_gets_its_hint_in_arabic(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", "ar")

    bundle = report(built, SQUARES, "ar")._repr_mimebundle_()

    assert "ضُرب العدد في نفسه" in bundle["text/plain"]
    assert '<div class="ailab-check" dir="rtl" lang="ar"' in bundle["text/html"]
    assert '<bdi dir="ltr"><code>2</code></bdi>' in bundle["text/html"]


def test_what_a_learner_gave_is_escaped(built: Path) -> None:
    html = report(built, "def double(number):\n    return '<script>alert(1)</script>'")._repr_mimebundle_()["text/html"]

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_hidden_cases_are_a_number_and_nothing_else(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_GRADERS", str(built / "nbgrader" / "graders"))

    bundle = report(built, "def double(number):\n    return 6 if number == 3 else 0")._repr_mimebundle_()

    assert "With other values: 0 of 2 right." in bundle["text/plain"]
    assert bundle[FINDINGS_TYPE]["points"] == 2.0
    assert {"given", "expected", "message"}.isdisjoint(bundle[FINDINGS_TYPE]["cases"][0])


def test_the_hidden_cases_change_nothing_for_a_right_answer(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_GRADERS", str(built / "nbgrader" / "graders"))

    assert report(built, RIGHT).points == 4.0


def test_a_broken_check_blames_nobody_on_the_screen(tmp_path: Path) -> None:
    found = check_folder(tmp_path, "double_number", LocalAnswer({}, []))

    assert found.points == 0.0
    assert "not your fault" in text(found)


def test_a_broken_check_gives_no_grade_where_grading_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_GRADERS", str(tmp_path))

    with pytest.raises(CheckBroken):
        check_folder(tmp_path, "double_number", LocalAnswer({}, []))


def test_check_outside_a_notebook_shows_its_text_and_gives_a_float(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(built / "release" / "en" / "tiny_steps")

    given = check("double_number")

    printed = capsys.readouterr()
    assert type(given) is float
    assert given == 0.0
    assert "There is no `double` yet" in printed.out
    assert printed.err == ""


LADDER = 'LADDER = ("Twice is one and one more.", "Take 3 twice: how much is it?", "With three it is 3 and 3 again.")'
HALF = "def double(number):\n    return 6 if number == 3 else 1"
LARGE = "def double(number):\n    return 99"


@pytest.fixture
def starry(tiny_root: Path, tmp_path: Path) -> Path:
    """Return a built course with stars and a ladder."""
    top = tiny_root / "course" / "course.toml"
    top.write_text(top.read_text(encoding="utf-8") + 'results = "stars"\n', encoding="utf-8")
    file = tiny_root / "course" / "exercises" / "tiny_steps" / "double_number_check.py"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{LADDER}\n", encoding="utf-8")
    write_files(build_course(read_course(tiny_root).course), tmp_path / "built")
    return tmp_path / "built"


def checks_in_a_row(built: Path, sources: Sequence[str]) -> Iterator[Report]:
    history = History()
    for source in sources:
        found = report(built, source, history=history)
        assert found.history
        history = found.history
        yield found


@pytest.mark.parametrize(
    ("share", "count"),
    [(Fraction(0), 0), (Fraction(1, 100), 1), (Fraction(199, 300), 1), (Fraction(2, 3), 2), (Fraction(99, 100), 2), (Fraction(1), 3)],
)
def test_stars_of_a_share(share: Fraction, count: int) -> None:
    assert stars(share) == count
    assert stars(share) == 3 or points(share, 6) < 6


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (RIGHT, "★★★ All right! 3 of 3 stars."),
        (HALF, "★☆☆ 1 of 3 stars. Change your answer and check again as often as you like."),
        (LARGE, "☆☆☆ No star yet. Change your answer and check again as often as you like."),
    ],
    ids=["right", "half", "wrong"],
)
def test_stars_stand_where_the_track_shows_stars_and_points_are_still_given(starry: Path, source: str, words: str) -> None:
    found = report(starry, source)

    assert text(found).splitlines()[-1] == words
    assert "points" not in text(found)
    assert found.points == {RIGHT: 4.0, HALF: 2.0, LARGE: 0.0}[source]
    assert found.as_data()["stars"] == words.split(" ", 1)[0].count("★")


def test_hints_climb_the_ladder_and_say_what_got_better(starry: Path) -> None:
    first, second, third, last = [text(found).splitlines() for found in checks_in_a_row(starry, [SQUARES, LARGE, HALF, RIGHT])]

    assert "➜ Hint 1 of 4: You multiplied the number by itself. Multiply it by `2`." in first
    assert "➜ Hint 1 of 3: Twice is one and one more." in second
    assert third[2:4] == ["▲ One more line is right than before.", "➜ Hint 2 of 3: Take 3 twice: how much is it?"]
    assert last == ["✔ Twice 3", "✔ Twice nothing", "▲ One more line is right than before.", "★★★ All right! 3 of 3 stars."]


def test_number_of_hints_is_recorded_for_the_trainer(starry: Path) -> None:
    assert [found.as_data()["hints"] for found in checks_in_a_row(starry, [LARGE, LARGE, RIGHT])] == [1, 2, 2]


def test_hints_cost_nothing(starry: Path) -> None:
    *_, last = checks_in_a_row(starry, [LARGE] * 5 + [RIGHT])

    assert last.points == 4.0
    assert last.as_data()["stars"] == 3


def test_where_grading_happens_every_check_is_the_first(starry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_GRADERS", str(starry / "nbgrader" / "graders"))

    found = report(starry, SQUARES, history=History(hints=("Twice is one and one more.",)))

    assert "➜ Hint: You multiplied the number by itself." in text(found)
    assert "Hint 2" not in text(found)
    assert "hints" not in found.as_data()


def test_one_kernel_remembers_what_check_has_shown(
    starry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ailab.checks.screen._HISTORIES", {})
    monkeypatch.setattr("ailab.checks.screen._main_namespace", lambda: {"double": lambda number: 99})
    monkeypatch.chdir(starry / "release" / "en" / "tiny_steps")

    check("double_number")
    check("double_number")

    assert "Hint 2 of 3: Take 3 twice" in capsys.readouterr().out


def test_folder_built_before_there_were_stars_shows_points(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tiny_steps"
    folder.mkdir()
    for path in (built / "release" / "en" / "tiny_steps").glob("*.*"):
        text_ = path.read_text(encoding="utf-8").replace(' "results": "points"', ' "other": 1')
        (folder / path.name).write_text(text_, encoding="utf-8")

    found = check_folder(folder, "double_number", LocalAnswer({"double": lambda number: 2 * number}, []))

    assert "4 of 4 points" in text(found)


@pytest.mark.parametrize(
    "ladder", ['LADDER = ("One text, no comma")', 'LADDER = ["A list."]', "LADDER = (1, 2)", 'LADDER = ("", "Empty.")']
)
def test_ladder_of_another_shape_is_refused(tmp_path: Path, ladder: str) -> None:
    path = tmp_path / "e_check.py"
    path.write_text(
        "from ailab.checks import Case, Misconception, gives, read\n"
        'CASES = (Case("a", read("x"), 1, label="x"),)\n'
        f'MISCONCEPTIONS = (Misconception("two", gives(read("x"), 2), "That is two."),)\n{ladder}\n',
        encoding="utf-8",
    )

    with pytest.raises(CheckBroken, match="LADDER must be a tuple of texts"):
        read_check(path, "e")
