"""Each lesson fits into the minutes that it states, at a pace that is stated here.

Reading. Words read aloud and right in a minute, as measured or aimed at:

* English, in the United States, spring, lower quarter and middle: 91 and 112 in grade 3, 119 and 146 in grade 5
  (Hasbrouck and Tindal 2017, readnaturally.com/article/hasbrouck-tindal-oral-reading-fluency-chart).
* French, in France, aims at the end of the year: 90 in CE2, 110 in CM1, 120 in CM2 (pass-education.fr/fluence-ce1).
* Arabic, grade 3 in Egypt: 22 measured in the middle, 45 aimed at, 54 by those who answered every question
  (earlygradereadingbarometer.org/egypt/snapshots, …/egypt/benchmarks).

Our pace is below the lower quarter of these, as our learners read French and English as a second or third language. Arabic for 8 to 10
is the aim of grade 3; who reads more slowly is read to, as the books for facilitators say. For Arabic from 11 on no count was found: the
number is an assumption, lower than that for French. Nobody has yet timed a class with these lessons; who does, changes the numbers here.

Doing. What is run, tried, pressed or sorted takes seconds of its own, below. From 11 on, code is read too, line by line.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import pytest

from ailab.lang import LANGUAGES, Language
from ailab.office.course import Course, Lesson, Module, read_course
from ailab.office.course.messages import cell_messages
from ailab.office.course.records import Catalogue, Cell

ROOT: Final = Path(__file__).resolve().parents[2]
Band = Literal["8-10", "11 and over"]

WORDS_A_MINUTE: Final[Mapping[Band, Mapping[Language, int]]] = {
    "8-10": {"ar": 45, "fr": 60, "en": 60},
    "11 and over": {"ar": 80, "fr": 100, "en": 100},
}
CODE_LINE_S: Final[Mapping[Band, int]] = {"8-10": 0, "11 and over": 4}
RUN_S: Final = 20
"""To say what will happen, to run a cell and to look."""
TRY_S: Final = 90
"""To change something and run it again; each point of a list under Modify is one such change."""
MAKE_S: Final = 300
"""To make something of one's own at the end, besides trying it."""
ANSWER_S: Final = 20
"""To think before a hidden answer is opened."""
ACTIVITIES_S: Final[Mapping[str, int]] = {
    "draw": 90,
    "label_map": 150,
    "pad": 150,
    "parsons": 150,
    "pixels": 150,
    "predict": 45,
    "quiz": 45,
    "reflect": 120,
    "sort_cards": 150,
    "stars": 45,
    "watch": 90,
}
BESIDE_S: Final[Mapping[str, int]] = {"pictures_as_numbers": 600}
"""What a lesson has done away from the screen: 64 squares are colored on paper, ten minutes in the book for facilitators."""

_CALL: Final = re.compile(rf"^(?:\w+ = )?({'|'.join(ACTIVITIES_S)})\(", re.MULTILINE)
_WORD: Final = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0640'’-]+[^\W_]*)*")
_PICTURE_OR_TAG: Final = re.compile(r"!\[[^\]]*\]|</?[a-zA-Z][^>]*>|\]\([^)]*\)")


@lru_cache
def the_course() -> Course:
    return read_course(ROOT).course


def words(texts: Iterable[str], catalogue: Catalogue) -> int:
    return sum(len(_WORD.findall(_PICTURE_OR_TAG.sub(" ", catalogue.translate(text)))) for text in texts)


def doing_s(cell: Cell, band: Band) -> float:
    """Return the seconds that a cell takes besides its reading."""
    if not cell.is_code:
        changes = len(re.findall(r"^(?:\d+\.|-) ", cell.source, re.MULTILINE)) if cell.phase == "modify" else 0
        return TRY_S * max(changes - 1, 0) + ANSWER_S * cell.source.count("<summary>") + MAKE_S * (cell.phase == "make")
    lines = [line for line in cell.source.splitlines() if line.strip() and not line.startswith("#")]
    # A board that a program has filled is looked at.
    activities = 0 if ".take(" in cell.source else sum(ACTIVITIES_S[name] for name in _CALL.findall(cell.source))
    # One line below an activity only holds what was chosen in it.
    return CODE_LINE_S[band] * len(lines) + (activities or RUN_S) + TRY_S * (cell.role == "try" and len(lines) > 1)


def needed_minutes(module: Module, lesson: Lesson, band: Band, language: Language) -> float:
    catalogue = the_course().catalogue(module.path.parent, language)
    read = sum(words(cell_messages(cell, comments=True), catalogue) for cell in lesson.cells)
    done_s = sum(doing_s(cell, band) for cell in lesson.cells) + BESIDE_S.get(lesson.slug, 0)
    return read / WORDS_A_MINUTE[band][language] + done_s / 60


def bands(module: Module) -> tuple[Band, ...]:
    return ("8-10", "11 and over") if the_course().results_of(module.slug) == "stars" else ("11 and over",)


LESSONS: Final = [pytest.param(module, lesson, id=lesson.slug) for module in the_course().modules for lesson in module.lessons]


@pytest.mark.parametrize(("module", "lesson"), LESSONS)
def test_a_lesson_fits_into_its_minutes(module: Module, lesson: Lesson) -> None:
    needed = {
        f"{band}, {language}": round(needed_minutes(module, lesson, band, language), 1) for band in bands(module) for language in LANGUAGES
    }

    assert {who: minutes for who, minutes in needed.items() if minutes > lesson.minutes} == {}


@pytest.mark.parametrize(
    "module", [module for module in the_course().modules if bands(module)[0] == "8-10"], ids=lambda module: module.slug
)
def test_the_minute_plan_of_a_workshop_day_adds_up(module: Module) -> None:
    book = (ROOT / "course" / "books" / module.slug / "book.md").read_text(encoding="utf-8")
    plan = book.split("## Minute plan", 1)[1].split("\n## ", 1)[0]

    assert sum(int(minutes) for minutes in re.findall(r"^\| (\d+) \|", plan, re.MULTILINE)) == module.minutes
