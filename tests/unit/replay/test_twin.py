"""The text twin and what a notebook shows."""

import re
from base64 import b64decode
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree

import pytest

from ailab.lang import LANGUAGES, Language
from ailab.office.gradebook.feedback import harmless
from ailab.robot import replay
from ailab.robot.replay.packed import _names
from ailab.robot.trace import Ended, EventKind, Outcome, Trace


def test_twin_of_a_grid_draws_the_end_and_says_what_is_missing(grid_trace: Trace, grid_outcome: Outcome) -> None:
    assert replay.text(grid_trace, grid_outcome, "en") == (
        "Oasis\n"
        ". P R #\n"
        "o . ↓ .\n"
        "↓ robot, # wall, o olive, P palm with water, R red\n"
        "The robot starts at (0, 0) and ends at (2, 1), facing south.\n"
        "Steps: 3. Bumps: 1.\n"
        "Still missing: things to pick: 1, cells to paint: 1."
    )


def test_twin_of_a_drive_has_a_coarse_map(drive_trace: Trace, drive_outcome: Outcome) -> None:
    _, *drawn, legend, way, counts, judgment = replay.text(drive_trace, drive_outcome, "en").split("\n")

    assert {len(row) for row in drawn} == {24}
    assert len(drawn) == 8
    assert "#" in "".join(drawn)
    assert "O round obstacle" in legend
    assert way.startswith("The robot starts at (120, 60)")
    assert counts == "Way: 1319 cm in 60 s. Bumps: 1."
    assert judgment == "All done: everything is as it should be."


def test_arabic_twin_keeps_its_map_left_to_right(grid_trace: Trace, grid_outcome: Outcome) -> None:
    title, *rows = replay.text(grid_trace, grid_outcome, "ar").split("\n")

    assert all(row.startswith("\u2066") and row.endswith("\u2069") for row in rows[:2])
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in (title, *rows[2:]))


@pytest.mark.parametrize("ended", get_args(Ended))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_is_told(grid_trace: Trace, grid_outcome: Outcome, ended: Ended, language: Language) -> None:
    told = replay.text(grid_trace, replace(grid_outcome, ended=ended, error="ZeroDivisionError"), language)

    assert ("ZeroDivisionError" in told) is (ended == "error")
    assert "{" not in told


def test_every_event_has_a_name() -> None:
    assert set(_names("en")) == set(get_args(EventKind))


def test_bundle_holds_picture_words_and_twin(grid_trace: Trace, grid_outcome: Outcome) -> None:
    bundle = replay.mimebundle(grid_trace, grid_outcome, "fr")

    html = bundle["text/html"]
    picture = re.search(r'src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)"', html)
    assert set(bundle) == {"text/html", "text/plain"}
    assert picture is not None
    assert ElementTree.fromstring(b64decode(picture[1])).tag.endswith("svg")
    assert b64decode(picture[1]).decode() == replay.svg(grid_trace, language="fr")
    assert re.search(r'alt="[^"]{20,}"', html)


def test_arabic_bundle_reads_from_right_to_left(grid_trace: Trace, grid_outcome: Outcome) -> None:
    html = replay.mimebundle(grid_trace, grid_outcome, "ar")["text/html"]

    assert '<div class="ailab-replay" dir="rtl" lang="ar"' in html
    assert "\u2066(2, 1)\u2069" in html


def test_feedback_pages_keep_picture_and_words(grid_trace: Trace, grid_outcome: Outcome) -> None:
    html = replay.mimebundle(grid_trace, grid_outcome, "ar")["text/html"]

    cleaned = harmless(html)

    assert re.findall(r'src="[^"]*"', cleaned) == re.findall(r'src="[^"]*"', html)
    assert re.findall(r'alt="[^"]*"', cleaned) == re.findall(r'alt="[^"]*"', html)
    assert 'dir="rtl"' in cleaned
    assert "Bumps" in cleaned or "الصدمات" in cleaned
