"""The command line: parse, call, print, exit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ailab.cli.main import cli
from ailab.errors import AilabError, Refused, UnknownName

ROOT = Path(__file__).resolve().parents[3]
TINY = str(ROOT / "tests" / "tiny_course")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words), catch_exceptions=False)


def test_help_lists_every_noun() -> None:
    answer = run("--help")

    assert answer.exit_code == 0
    assert all(noun in answer.output for noun in ("course", "exercise", "start", "demo", "grade", "certificate"))


def test_an_unknown_noun_is_wrong_usage() -> None:
    assert run("coarse").exit_code == 2


def test_course_check_says_no_problems() -> None:
    answer = run("course", "check", "--root", TINY)

    assert (answer.exit_code, answer.output) == (0, "No problems.\n")


def test_course_check_with_problems_exits_with_one(tiny_root: Path) -> None:
    (tiny_root / "course/exercises/tiny_steps/locale/ar.po").unlink()

    answer = run("course", "check", "--root", str(tiny_root))

    assert answer.exit_code == 1
    assert "locale/ar.po:1: Not in the catalogue" in answer.output


def test_course_build_writes_where_it_is_told(tmp_path: Path) -> None:
    answer = run("course", "build", "--root", TINY, "--out", str(tmp_path), "--edition", "dz", "--json")

    assert json.loads(answer.output)["files"] == sum(path.is_file() for path in tmp_path.rglob("*"))
    assert json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))["edition"] == "dz"


def test_an_unknown_edition_is_wrong_usage(tmp_path: Path) -> None:
    answer = run("course", "build", "--root", TINY, "--out", str(tmp_path), "--edition", "tn")

    assert answer.exit_code == 2
    assert "Known: dz, ma" in answer.output


def test_course_stats_counts() -> None:
    counts = json.loads(run("course", "stats", "--root", TINY, "--json").output)

    assert (counts["exercises"], counts["other_right_answers"], counts["wrong_answers"], counts["complete_tracks"]) == (2, 4, 6, [])
    assert {name: list(codes) for name, codes in counts["coverage"].items()} == {"ai4k12": ["2-A-iii"], "cfs": ["U3"]}


def test_stats_say_that_nobody_reviewed_a_translation() -> None:
    assert run("course", "stats", "--root", TINY).output.count("reviewed by: nobody yet") == 2


def test_exercise_try_shows_every_known_answer() -> None:
    answer = run("exercise", "try", "double_number", "--root", TINY)

    assert answer.exit_code == 0
    assert "ok  squares" in answer.output


def test_a_mistyped_exercise_is_told_its_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'double_number'"):
        run("exercise", "try", "doubel_number", "--root", TINY)


def test_a_new_exercise_only_lacks_what_its_author_must_say(tiny_root: Path) -> None:
    run("exercise", "new", "tiny_steps", "add_one", "--root", str(tiny_root))
    module = tiny_root / "course/modules/tiny_steps/module.toml"
    module.write_text(module.read_text(encoding="utf-8").replace('"explain_doubling"', '"explain_doubling", "add_one"'), encoding="utf-8")

    assert run("exercise", "try", "add_one", "--root", str(tiny_root)).exit_code == 0
    lacking = run("course", "check", "--root", str(tiny_root)).output
    assert "serves no outcome" in lacking
    assert "1 other right answers" in lacking
    assert "Not valid" not in lacking


def test_a_new_exercise_never_overwrites(tiny_root: Path) -> None:
    with pytest.raises(Refused, match="exists already"):
        run("exercise", "new", "tiny_steps", "double_number", "--root", str(tiny_root))


def test_an_unknown_module_is_told() -> None:
    with pytest.raises(AilabError, match="Did you mean 'tiny_steps'"):
        run("exercise", "new", "tiny_step", "x", "--root", TINY)


def test_update_brings_catalogues_up_to_date(tiny_root: Path) -> None:
    source = tiny_root / "course/exercises/tiny_steps/double_number.py"
    source.write_text(source.read_text(encoding="utf-8").replace("sells mint", "sells fresh mint"), encoding="utf-8")

    answer = run("course", "update", "--root", str(tiny_root))

    assert "course/exercises/tiny_steps/locale/fr.po: 1 to translate, 1 dropped." in answer.output


def test_a_template_is_started_before_anything_heavy_is_loaded() -> None:
    code = "import sys, ailab.cli.grade; print(sorted({'nbformat', 'nbgrader', 'numpy', 'rich', 'sqlalchemy'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
