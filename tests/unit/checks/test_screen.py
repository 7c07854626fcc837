"""`check` as a learner sees it, on the tiny course."""

from pathlib import Path
from typing import Any

import pytest

from ailab import check
from ailab.checks.local import LocalAnswer
from ailab.checks.screen import check_folder
from ailab.checks.show import FINDINGS_TYPE, Report
from ailab.errors import CheckBroken
from ailab.office.build import build_course, write_files
from ailab.office.course import Course

RIGHT = "def double(number):\n    return 2 * number"
SQUARES = "def double(number):\n    return number * number"


@pytest.fixture(scope="module")
def built(tiny_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    write_files(build_course(tiny_course), out)
    return out


def report(built: Path, source: str, language: str = "en") -> Report:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    return check_folder(built / "release" / language / "tiny_steps", "double_number", LocalAnswer(namespace, [source]))


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
