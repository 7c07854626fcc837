"""Every answer an activity can take, and the fingerprint by which a page finds it again."""

import json
from collections.abc import Iterator
from itertools import chain, combinations, permutations, product
from math import perm
from typing import Any

from ailab.activities.activity import Activity
from ailab.activities.choosing import Quiz
from ailab.activities.ordering import Parsons
from ailab.activities.sorting import CardSorter


def fingerprint(text: str) -> str:
    """Return eight letters that stand for a text: FNV-1a, which a page reckons too."""
    number = 0x811C9DC5
    for byte in text.encode():
        number = ((number ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{number:08x}"


def key_of(activity: Activity) -> str:
    """Return the answer of now as a page writes it; cards in a box have no order."""
    shown = activity.shown()
    if activity.kind == "sort_cards":
        shown = [sorted(box) for box in shown]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def values(activity: Activity) -> Iterator[Any]:
    """Yield every answer that is complete."""
    match activity:
        case Quiz():
            yield from _choices(activity)
        case Parsons():
            names = list(activity.lines)
            yield from (list(order) for length in range(1, len(names) + 1) for order in permutations(names, length))
        case CardSorter():
            for boxes in product(activity.boxes, repeat=len(activity.cards)):
                yield {box: [card for card, its in zip(activity.cards, boxes, strict=True) if its == box] for box in activity.boxes}


def _choices(quiz: Quiz) -> Iterator[Any]:
    names = list(quiz.options)
    some: Iterator[Any] = (
        chain.from_iterable((list(each) for each in combinations(names, count)) for count in range(1, len(names) + 1))
        if quiz.several
        else iter(names)
    )
    yield from ({"choice": choice, "reason": reason} for choice in some for reason in quiz.reasons) if quiz.reasons else some


def count(activity: Activity) -> int:
    """Return how many complete answers there are; 0 for an activity whose answers are not tried."""
    match activity:
        case Quiz():
            return (2 ** len(activity.options) - 1 if activity.several else len(activity.options)) * max(1, len(activity.reasons))
        case Parsons():
            plain = not activity.indent and not activity.subgoals
            return sum(perm(len(activity.lines), length) for length in range(1, len(activity.lines) + 1)) if plain else 0
        case CardSorter():
            return int(len(activity.boxes) ** len(activity.cards))
    return 0
