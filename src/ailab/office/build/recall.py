"""Questions for who comes back to a module after days away: the first ones of the self-check that ends its last lesson."""

import re
from collections.abc import Iterator
from typing import Final

from ailab.lang import Language
from ailab.office.course.edition import fill, words_of
from ailab.office.course.prose import messages
from ailab.office.course.records import Course, Module

_SELF_CHECK: Final = 5
"""Questions of a self-check: course/STYLE.md."""
_MOST: Final = 3
_DETAILS: Final = re.compile(
    r"^<details>\s*^<summary>(?P<question>[^\n]+)</summary>\n\n(?P<answer>.*?)\n\n</details>", re.MULTILINE | re.DOTALL
)

Recall = dict[str, dict[Language, str]]
"""Question and answer by language, as a map of the course holds them."""


def recall_of(course: Course, module: Module, edition: str) -> list[Recall]:
    """Return the first questions of a module's self-check with their answers, in every language; none is no mistake."""
    asked = list(_self_check(module))[-_SELF_CHECK:]
    return [
        {"question": _said(course, module, question, edition), "answer": _said(course, module, answer, edition)}
        for question, answer in asked[:_MOST]
    ]


def _self_check(module: Module) -> Iterator[tuple[str, str]]:
    for cell in module.lessons[-1].cells if module.lessons else ():
        for found in _DETAILS.finditer(cell.source) if cell.role == "prose" else ():
            answer = list(messages(found["answer"]))
            # A card shows one paragraph and no program.
            if len(answer) == 1 and "\n\n" not in found["answer"]:
                yield found["question"], answer[0]


def _said(course: Course, module: Module, text: str, edition: str) -> dict[Language, str]:
    words = course.editions[edition]
    return {
        language: fill(course.catalogue(module.path.parent, language).translate(text), words_of(words, language))
        for language in course.languages
    }
