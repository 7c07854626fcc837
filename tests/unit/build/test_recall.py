"""Questions for who comes back: the first ones of a module's self-check, in every language."""

from dataclasses import replace
from pathlib import Path

import pytest

from ailab.office.build.recall import recall_of
from ailab.office.course import Course
from ailab.office.course.records import Cell, Lesson, Module


def module_with(course: Course, *texts: str) -> Module:
    cells = tuple(Cell(role="prose", source=text, line=1, id=f"c{number}") for number, text in enumerate(texts))
    return replace(course.modules[0], lessons=(Lesson(slug="last", path=Path("last.py"), title="Last", cells=cells),))


def card(question: str, answer: str = "Because.") -> str:
    return f"<details>\n<summary>{question}</summary>\n\n{answer}\n\n</details>"


def asked(course: Course, *texts: str) -> list[str]:
    return [each["question"]["en"] for each in recall_of(course, module_with(course, *texts), "ma")]


def test_every_module_asks_three_questions_in_every_language(course: Course) -> None:
    for module in course.modules:
        found = recall_of(course, module, course.edition)
        assert len(found) == 3, module.slug
        assert all(set(text) == set(course.languages) and len(set(text.values())) > 1 for each in found for text in each.values())


def test_first_three_of_the_last_five_are_asked(tiny_course: Course) -> None:
    assert asked(tiny_course, card("Help?"), *(card(f"Question {number}?") for number in range(5))) == [
        f"Question {number}?" for number in range(3)
    ]


@pytest.mark.parametrize("answer", ["One way.\n\n```python\nx = 1\n```", "First.\n\nSecond."], ids=["a program", "two paragraphs"])
def test_answer_that_fits_no_card_is_left_out(tiny_course: Course, answer: str) -> None:
    assert asked(tiny_course, card("Long?", answer), card("Short?")) == ["Short?"]


def test_words_of_the_country_are_filled_in(tiny_course: Course) -> None:
    found = recall_of(tiny_course, module_with(tiny_course, card("What does {{girl}} sell?")), "ma")

    assert "{{" not in found[0]["question"]["ar"]


def test_module_without_a_self_check_asks_nothing(tiny_course: Course) -> None:
    assert asked(tiny_course, "# Title") == []
    assert recall_of(tiny_course, replace(tiny_course.modules[0], lessons=()), "ma") == []
