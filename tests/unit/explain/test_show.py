"""How an explanation stands on the screen."""

import re

import pytest

from ailab.explain import Explanation, repair
from ailab.explain.show import REPAIR_EVENT, Shown
from ailab.lang import Language


def shown(language: Language, typed: str = "", cell: str = "") -> Shown:
    return Shown(
        explanation=Explanation(
            what="Nothing is called `<b>` here.",
            where="Line 1:",
            code="x < y",
            step="Write `x`.",
            repaired=repair(typed) if typed else None,
        ),
        language=language,
        cell=cell,
    )


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_words_run_as_the_language_does_and_code_left_to_right(language: Language, direction: str) -> None:
    html = shown(language).as_html()

    assert f'dir="{direction}" lang="{language}"' in html
    assert html.count("<code>") == html.count('<bdi dir="ltr"><code>') == 3


def test_what_a_learner_wrote_is_never_markup() -> None:
    html = shown("en", typed="x = “<script>”").as_html()

    assert "<script>" not in html
    assert "<code>&lt;b&gt;</code>" in html
    assert "<code>x &lt; y</code>" in html


def test_plain_text_says_the_same() -> None:
    assert shown("en").as_text() == "Nothing is called `<b>` here.\nLine 1: `x < y`\n→ Write `x`."


def test_an_arabic_line_keeps_its_side_in_plain_text() -> None:
    lines = shown("ar").as_text().splitlines()

    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)
    assert "\u2066`x < y`\u2069" in lines[1]


def test_the_button_carries_the_repaired_cell_and_its_id() -> None:
    html = shown("en", typed='print("a"،\n      ٣)', cell="ab-12").as_html()

    assert 'data-cell="ab-12"' in html
    assert 'data-source="print(&quot;a&quot;,&#10;      3)"' in html
    assert f"&#x27;{REPAIR_EVENT}&#x27;" in html
    assert "<pre" in html


def test_without_a_repair_there_is_no_button() -> None:
    assert not re.search("<button|onclick|<script", shown("en").as_html())


def test_both_twins_are_shown() -> None:
    assert sorted(shown("fr")._repr_mimebundle_()) == ["text/html", "text/plain"]
