"""Coming back: the cell one was in, and after days away the way back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ailab.office.lab.cards import Card, Item, Next, Page, Question, Section, WayBack
from ailab.office.lab.coursemap import CourseMap, Module, Recall, Track
from ailab.office.lab.files import write_all
from ailab.office.lab.home import render
from ailab.office.lab.way_back.absence import LINGERS, here, way_back, welcomed
from ailab.office.lab.way_back.place import Places, Spot, is_away, noted, part_of, places_write, read_places

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
FIRST, SECOND = "lessons/souk/prices.ipynb", "exercises/souk/find_price.ipynb"
DAY = timedelta(days=1)
RECALL = (Recall(question={"en": "What does `get` give?", "ar": "ماذا تعطي `get`؟"}, answer={"en": "A value, or `None`."}),)


def item(path: str, state: Any = "started", *, minutes: int = 20) -> Item:
    parts: list[Any] = path.split("/")
    return Item(
        kind=parts[0], path=path, title=parts[2].removesuffix(".ipynb"), link=f"/doc/tree/{path}", minutes=minutes, time="", state=state,
        mark="", word="Started", stars="", required=True, weight="",
    )  # fmt: skip


def card(*items: Item, slug: str = "souk") -> Card:
    lessons = tuple(each for each in items if each.kind == "lessons")
    exercises = tuple(each for each in items if each.kind == "exercises")
    return Card(
        slug=slug, title=slug.title(), summary=f"About {slug}.", picture="", lessons=lessons, exercises=exercises, way=items,
        done=0, all=2, progress="", left="", sending=None,
    )  # fmt: skip


def section(*cards: Card, next_item: Item | None = None) -> Section:
    return Section(title="", cards=cards, next=Next(words="What comes next:", item=next_item) if next_item else None)


def course(*slugs: str) -> CourseMap:
    modules = tuple(
        Module(slug=slug, title={}, summary={}, minutes=0, picture="", lessons=(), exercises=(), recall=RECALL) for slug in slugs
    )
    return CourseMap(title={}, release="", languages=("en",), tracks=(Track(slug="t", title={}, modules=modules),))


def been(*paths: str, at: datetime = NOW) -> Places:
    places = Places()
    for path in paths:
        places = noted(places, path, "answer", at)
    return places


def test_latest_place_is_the_one_noted_last_whatever_the_clock_said() -> None:
    places = noted(been(FIRST, at=NOW + 400 * DAY), SECOND, "answer", NOW)

    assert places.latest == (SECOND, Spot(cell="answer", at="2026-11-20T10:00:00Z"))


def test_places_are_kept_in_the_folder(tmp_path: Path) -> None:
    places = been(SECOND, FIRST)

    write_all([places_write(tmp_path, places)], folder=tmp_path, say=str)

    assert read_places(tmp_path) == places
    assert list(read_places(tmp_path).spots) == [SECOND, FIRST]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"spots": {}}', '{"spots": [{"path": "x", "cell": "y", "at": "noon"}]}', '{"spots": [], "returned": "z"}']
)
def test_damaged_places_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / ".ailab").mkdir()
    (tmp_path / ".ailab" / "places.json").write_text(text, encoding="utf-8")

    assert read_places(tmp_path) == Places()


@pytest.mark.parametrize(("days", "away"), [(0, False), (2.9, False), (3, True), (300, True), (-5, False)])
def test_three_days_are_an_absence(days: float, away: bool) -> None:
    assert is_away(been(FIRST, at=NOW - days * DAY), NOW) is away


def test_who_was_never_here_is_not_away() -> None:
    assert not is_away(Places(), NOW)


MARKDOWN = ["# Title\n\nText", '<div dir="rtl" lang="ar">\n\n## Look at `get` [here](x)\n\n```python\n# no heading\n```\n\n</div>', "More"]


@pytest.mark.parametrize(
    ("cell", "part"), [("0", ""), ("1", "Look at get here"), ("2", "Look at get here"), ("3", "Look at get here"), ("gone", "")]
)
def test_part_is_the_heading_above(cell: str, part: str) -> None:
    cells = [{"id": str(number), "cell_type": "markdown", "source": source} for number, source in enumerate(MARKDOWN)]
    cells.append({"id": "3", "cell_type": "code", "source": "# Not this"})

    assert part_of({"cells": cells}, cell) == part


def test_here_is_the_latest_place_unless_it_is_done() -> None:
    begun, done = section(card(item(FIRST, "done"), item(SECOND))), section(card(item(FIRST, "done"), item(SECOND, "done")))
    places = been(FIRST, SECOND)

    found = here(begun, places, lambda path, cell: f"{path} {cell}")

    assert found
    assert (found.item.path, found.part) == (SECOND, f"{SECOND} answer")
    assert here(done, places, lambda *_: "") is None
    assert here(begun, Places(), lambda *_: "") is None
    assert here(section(card(slug="other")), places, lambda *_: "") is None


def back(*cards: Card, places: Places, now: datetime = NOW, next_item: Item | None = None) -> WayBack | None:
    return way_back(course(*(each.slug for each in cards)), [section(*cards, next_item=next_item)], places, now, "en")


def test_way_back_is_for_who_was_away() -> None:
    assert back(card(item(FIRST)), places=been(FIRST, at=NOW - DAY)) is None
    assert back(card(item(FIRST)), places=Places()) is None
    assert back(card(item(FIRST)), places=been(FIRST, at=NOW - 4 * DAY))


def test_way_back_stays_for_an_hour_while_one_goes_it() -> None:
    places = noted(been(FIRST, at=NOW - 4 * DAY), SECOND, "answer", NOW)
    cards = (card(item(FIRST), item(SECOND)),)

    assert back(*cards, places=places, now=NOW + LINGERS / 2)
    assert back(*cards, places=places, now=NOW + LINGERS) is None


def test_way_back_names_what_was_done_last_and_goes_on_there() -> None:
    found = back(
        card(item(FIRST, "done"), item(SECOND)),
        places=been(FIRST, SECOND, at=NOW - 4 * DAY),
        next_item=item("lessons/souk/more.ipynb", "new"),
    )

    assert found
    assert [each.title for each in found.did] == ["find_price", "prices"]
    assert (found.title, found.idea) == ("Souk", "About souk.")
    assert found.next
    assert found.next.path == SECOND


def test_way_back_from_something_done_leads_to_what_comes_next() -> None:
    new = item("lessons/souk/more.ipynb", "new")

    found = back(card(item(FIRST, "done")), places=been(FIRST, at=NOW - 4 * DAY), next_item=new)

    assert found
    assert found.next == new


def test_only_opened_is_nothing_to_come_back_to() -> None:
    assert back(card(item(FIRST, "new")), places=been(FIRST, at=NOW - 4 * DAY)) is None


def test_warm_up_is_the_shortest_exercise_that_is_done() -> None:
    short, long = item("exercises/souk/a.ipynb", "done", minutes=5), item("exercises/souk/b.ipynb", "done", minutes=15)

    found = back(card(item(FIRST), long, short), places=been(FIRST, at=NOW - 4 * DAY))

    assert found
    assert found.warm_up == short


def test_warm_up_may_come_from_the_module_before() -> None:
    old = item("exercises/old/a.ipynb", "done")

    found = back(card(old, slug="old"), card(item(FIRST)), places=been(FIRST, at=NOW - 4 * DAY))

    assert found
    assert found.warm_up == old


@pytest.mark.parametrize(("last", "asked"), [("done", 1), ("started", 1), ("new", 0)])
def test_questions_are_asked_on_what_the_last_lesson_has_told(last: str, asked: int) -> None:
    found = back(card(item(FIRST), item("lessons/souk/last.ipynb", last)), places=been(FIRST, at=NOW - 4 * DAY))

    assert found
    assert found.recall == (Question(question="What does `get` give?", answer="A value, or `None`."),) * asked


def page(*sections: Section) -> Page:
    return Page(
        language="en", direction="ltr", arrow="→", title="ailab", languages=(), forms=(), sections=sections, forgets=False, said=(), trouble=""
    )  # fmt: skip


def shown(*cards: Card, places: Places, next_item: Item) -> str:
    drawn = welcomed(page(section(*cards, next_item=next_item)), course("souk"), places, NOW, lambda *_: "Look")
    return render(drawn, address="/", token="x")


def test_page_says_where_one_was_beside_what_comes_next() -> None:
    html = shown(card(item(FIRST), item(SECOND)), places=been(FIRST), next_item=item(SECOND))

    assert html.index("What comes next:") < html.index("You were here:")
    assert "<bdi>Look</bdi>" in html
    assert "Good to see you again" not in html


def test_page_says_it_once_when_both_are_the_same() -> None:
    html = shown(card(item(FIRST)), places=been(FIRST), next_item=item(FIRST))

    assert "What comes next:" not in html
    assert html.count("You were here:") == 1


def test_way_back_is_drawn_with_its_code_marked() -> None:
    html = shown(card(item(FIRST)), places=been(FIRST, at=NOW - 4 * DAY), next_item=item(FIRST))

    assert "Good to see you again" in html
    assert 'What does <code dir="ltr">get</code> give?' in html
