"""What the front end reckons while somebody types, in Node: signs put at the cursor, directions of lines."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from ailab.office.lab.front_words import front_words
from ailab.office.lab.settings import LABEXTENSIONS

NODE = shutil.which("node")
FRONT: Final = LABEXTENSIONS / "ailab" / "front"


def node(folder: Path, module: str, expression: str, *values: object) -> Any:
    """Return what an expression gives, with the names of a module at hand and `values` as `given`."""
    (folder / "module.mjs").write_text((FRONT / module).read_text(encoding="utf-8"), encoding="utf-8")
    program = f"import * as its from './module.mjs'; const given = {json.dumps(values)}; console.log(JSON.stringify({expression}));"
    (folder / "main.mjs").write_text(program, encoding="utf-8")
    if NODE is None:
        pytest.skip("needs Node")
    done = subprocess.run([NODE, folder / "main.mjs"], capture_output=True, text=True, check=True, timeout=30)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("sign", "before", "selected", "after", "text"),
    [
        ("(", "t", "", "", "()"),
        ("(", "t", "", ":", "()"),
        ("(", " ", "", "x", "("),
        ("[", "", "a, b", "", "[a, b]"),
        (")", "x", "", ")", ""),
        (")", "x", "", "", ")"),
        ('"', "(", "", ")", '""'),
        ('"', "a", "", "", '"'),
        ('"', "a", "", '"', ""),
        ('"', "", "mint", "", '"mint"'),
        (":", "x", "", "", ":"),
        ("_", "x", "y", "z", "_"),
    ],
    ids=[
        "pair",
        "pair before a sign",
        "alone before a word",
        "around words",
        "stepped over",
        "closing",
        "quotes",
        "closing quote",
        "quote stepped over",
        "quoted",
        "plain",
        "in place of",
    ],
)
def test_sign_is_put_as_a_good_editor_would(tmp_path: Path, sign: str, before: str, selected: str, after: str, text: str) -> None:
    near = {"before": before, "selected": selected, "after": after}

    assert node(tmp_path, "signs.js", "its.typed(given[0], given[1]).text", sign, near) == text


@pytest.mark.parametrize(("language", "empty"), [("ar", "rtl"), ("fr", "ltr")])
def test_lines_run_as_their_letters_do_and_others_as_the_notebook(tmp_path: Path, language: str, empty: str) -> None:
    lines = ["# عنوان", "`len` تعطي", "12", "", "plain", "```", "# تعليق", "```", "- بند"]

    found = node(tmp_path, "direction.js", "its.directions(given[0], given[1])", lines, language)

    assert found == ["rtl", "rtl", empty, empty, "ltr", "ltr", "ltr", "ltr", "rtl"]


def test_code_formulas_and_addresses_stay_as_they_are_inside_a_line_from_the_right(tmp_path: Path) -> None:
    line = "نكتب `a[0]` و$x^2$ ثم [هنا](https://example.org/?a=1)."

    pieces = node(tmp_path, "direction.js", "its.islands(given[0]).map(([from, to]) => given[0].slice(from, to))", line)

    assert pieces == ["`a[0]`", "$x^2$", "(https://example.org/?a=1)"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# السعر 20.", "السعر 20."),
        ('"تمر"', "تمر"),
        ("f'السعر {price}'", "السعر {price}"),
        ('"""سطر\nثان"""', "سطر\nثان"),
        ('"تمر', "تمر"),
        ("# price", None),
    ],
    ids=["comment", "text", "format", "long text", "not closed", "no Arabic"],
)
def test_arabic_in_code_is_kept_together_without_its_marks(tmp_path: Path, source: str, words: str | None) -> None:
    expression = "(place => place && given[0].slice(...place))(its.wordsIn(given[0]))"

    assert node(tmp_path, "direction.js", expression, source) == words


def test_every_word_the_scripts_ask_for_is_given() -> None:
    words = front_words("en", "python")

    assert words["language"] == "en"
    assert all(words.values())
    signs = [key for key in words if key.startswith("sign_")]
    assert len(signs) == len(set(map(words.__getitem__, signs))) == 12
