"""The home page as a record: stars or points, what comes next, how far and how long."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from ailab.checks.show import FINDINGS_TYPE
from ailab.office.lab.cards import Page, Section
from ailab.office.lab.coursemap import CourseMap, Entry, Module, Track
from ailab.office.lab.home import home_page, render
from ailab.office.lab.memory import Memory
from ailab.office.lab.page import leave_address

Make = Callable[..., Any]
Results = Literal["points", "stars"]


def lesson(slug: str) -> Entry:
    return Entry(slug=slug, title={"en": slug.title()}, minutes=40)


def task(slug: str, after: str, *, core: bool = False) -> Entry:
    return Entry(slug=slug, title={"en": slug.title()}, minutes=20, points=6, core=core, after=after)


PALMS = Module(
    slug="palms",
    title={"en": "Palms"},
    summary={"en": "Water."},
    minutes=100,
    picture="",
    lessons=(lesson("steps"), lesson("loops")),
    exercises=(task("count", "steps"), task("water", "steps", core=True), task("world", "", core=True)),
)
WAY = ["steps", "count", "water", "loops", "world"]


@pytest.fixture
def page_of(tmp_path: Path, cell: Make, notebook: Make) -> Callable[..., Page]:
    """Return a function from what was done to the page."""

    def write(kind: str, slug: str, cells: list[Any]) -> None:
        path = tmp_path / kind / "palms" / f"{slug}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook(cells)), encoding="utf-8")

    def page(
        *, results: Results = "stars", module: Module = PALMS, run: dict[str, int] | None = None, points: dict[str, float] | None = None
    ) -> Page:
        for slug, cells in (run or {}).items():
            write("lessons", slug, [cell(f"run-{n}", "1", "run", execution_count=n + 1 if n < cells else None) for n in range(2)])
        for slug, earned in (points or {}).items():
            findings = {"exercise": slug, "points": earned, "maximum": 6}
            shown = {"output_type": "display_data", "data": {FINDINGS_TYPE: findings}, "metadata": {}}
            write("exercises", slug, [cell("check", f'check("{slug}")', "check", outputs=[shown])])
        track = Track(slug="explorers", title={"en": "Explorers"}, modules=(module,), results=results)
        course = CourseMap(title={"en": "ailab"}, release="one", languages=("en", "ar"), tracks=(track,))
        return home_page(course, Memory(language="en", laid={}), tmp_path, address="/", forgets=False)

    return page


def section(page: Page) -> Section:
    return page.sections[0]


def next_of(page: Page) -> tuple[str, str]:
    found = section(page).next
    assert found
    return found.words, found.item.title


def test_exercises_come_after_their_lesson() -> None:
    assert [entry.slug for entry in PALMS.way] == WAY


def test_module_without_a_lesson_keeps_its_exercises() -> None:
    alone = Module(slug="m", title={}, summary={}, minutes=0, picture="", lessons=(), exercises=PALMS.exercises)

    assert [entry.slug for entry in alone.way] == ["count", "water", "world"]


def test_new_learner_is_told_where_to_begin(page_of: Make) -> None:
    assert next_of(page_of()) == ("Begin here:", "Steps")


@pytest.mark.parametrize(
    ("run", "points", "title"),
    [
        ({"steps": 1}, {}, "Steps"),
        ({"steps": 2}, {}, "Water"),
        ({"steps": 2}, {"water": 3}, "Water"),
        ({"steps": 2}, {"water": 6}, "Loops"),
        ({"steps": 1}, {"water": 6}, "Loops"),
        ({"steps": 2, "loops": 2}, {"world": 6}, "Water"),
    ],
    ids=["lesson begun", "over an extra", "exercise begun", "exercise done", "last cell of a lesson not run", "exercise left out"],
)
def test_next_is_the_first_unfinished_of_what_everybody_does(
    page_of: Make, run: dict[str, int], points: dict[str, float], title: str
) -> None:
    assert next_of(page_of(run=run, points=points)) == ("What comes next:", title)


def test_who_has_done_the_core_is_offered_more(page_of: Make) -> None:
    assert next_of(page_of(run={"steps": 2, "loops": 2}, points={"water": 6, "world": 6})) == ("If you would like more:", "Count")


def test_who_has_done_everything_is_told_so(page_of: Make) -> None:
    page = page_of(run={"steps": 2, "loops": 2}, points={"count": 6, "water": 6, "world": 6})

    assert section(page).next is None
    assert "Everything here is done." in render(page, address="/", token="x")


def test_module_counts_what_everybody_does(page_of: Make) -> None:
    card = section(page_of(run={"steps": 2}, points={"count": 6})).cards[0]

    assert (card.done, card.all, card.progress, card.left) == (1, 4, "1 of 4 done", "80 min left")


def test_finished_module_has_no_time_left(page_of: Make) -> None:
    card = section(page_of(run={"steps": 2, "loops": 2}, points={"water": 6, "world": 6})).cards[0]

    assert (card.done, card.all, card.left) == (4, 4, "")


@pytest.mark.parametrize(
    ("results", "earned", "stars", "words"),
    [
        ("stars", 6, "★★★", "Done · 3 of 3 stars"),
        ("stars", 4, "★★☆", "Started · 2 of 3 stars"),
        ("stars", 3.9, "★☆☆", "Started · 1 of 3 stars"),
        ("points", 4, "", "Started · 4 of 6 points"),
    ],
)
def test_exercise_shows_stars_or_points_in_shapes_and_words(page_of: Make, results: str, earned: float, stars: str, words: str) -> None:
    item = section(page_of(results=results, points={"water": earned})).cards[0].exercises[1]

    assert (item.stars, item.word) == (stars, words)


def test_core_is_a_shape_and_a_word(page_of: Make) -> None:
    html = render(page_of(), address="/", token="x")

    assert '<span aria-hidden="true">◆</span> core · 20 min' in html
    assert '<span aria-hidden="true">◇</span> for those who are ahead' in html


def test_without_a_core_everything_is_for_everybody(page_of: Make) -> None:
    plain = Module(slug="palms", title={}, summary={}, minutes=0, picture="", lessons=PALMS.lessons, exercises=PALMS.exercises[:1])
    page = page_of(module=plain)

    assert section(page).cards[0].all == 3
    assert "for those who are ahead" not in render(page, address="/", token="x")


def test_what_comes_next_is_marked_in_its_card_too(page_of: Make) -> None:
    html = render(page_of(), address="/", token="x")

    assert html.count("do this next") == 1
    assert html.count('class="new next"') == 1


def test_progress_has_words_beside_its_bar(page_of: Make) -> None:
    html = render(page_of(run={"steps": 2}), address="/", token="x")

    assert '<progress value="1" max="4" aria-hidden="true"></progress>' in html
    assert "1 of 4 done" in html
    assert "style=" not in html  # the page's own policy forbids it


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, ""),
        ({"JUPYTERHUB_API_URL": "http://127.0.0.1:8001/hub/api"}, "/hub/logout"),
        ({"JUPYTERHUB_API_URL": "http://127.0.0.1:8001/school/hub/api", "JUPYTERHUB_BASE_URL": "/school/"}, "/school/hub/logout"),
    ],
)
def test_who_logged_in_at_a_hub_can_log_out_on_the_first_page(environ: dict[str, str], address: str, tmp_path: Path) -> None:
    course = CourseMap(title={"en": "ailab"}, release="one", languages=("en", "ar"), tracks=())
    page = home_page(course, Memory(language="en", laid={}), tmp_path, address="/", forgets=False, leave=leave_address(environ))

    assert ("Log out" in render(page, address="/", token="t")) == bool(address)
    assert f'href="{address}"' in render(page, address="/", token="t") or not address
