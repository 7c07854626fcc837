"""Things to press, drag and look at inside a notebook; each leaves plain data and a picture behind.

`pad` drives a robot. All others are an `Activity`: a question whose answer is plain data in the answer cell.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.activities.choosing import quiz
    from ailab.activities.labeling import label_map
    from ailab.activities.listening import listen
    from ailab.activities.ordering import parsons
    from ailab.activities.painting import draw, pixels
    from ailab.activities.predicting import predict
    from ailab.activities.reflecting import reflect, stars
    from ailab.activities.sorting import sort_cards
    from ailab.activities.watching import watch

_HOMES: Final = {
    "draw": "painting",
    "label_map": "labeling",
    "listen": "listening",
    "parsons": "ordering",
    "pixels": "painting",
    "predict": "predicting",
    "quiz": "choosing",
    "reflect": "reflecting",
    "sort_cards": "sorting",
    "stars": "reflecting",
    "watch": "watching",
}

__all__ = ["draw", "label_map", "listen", "parsons", "pixels", "predict", "quiz", "reflect", "sort_cards", "stars", "watch"]


def __getattr__(name: str) -> Any:
    """Import the home of an activity when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ailab.activities' has no attribute '{name}'")
    return getattr(import_module(f"ailab.activities.{_HOMES[name]}"), name)
