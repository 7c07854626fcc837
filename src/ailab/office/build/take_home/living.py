"""Activities as data that a page without Python can work with: what is drawn, and what is said to every answer."""

from typing import Any, Final

from ailab.activities.activity import Activity
from ailab.activities.predicting import Prediction
from ailab.lang import Language, library_translations

LIVING: Final = "application/vnd.ailab.activity+json"
"""Mime type of an activity that lives on a page."""

ALIVE: Final = ("quiz", "parsons", "sort_cards", "predict", "reflect", "stars", "watch", "listen")
"""Kinds whose answers need no Python to be shown; the others stand still."""


def is_alive(shown: object) -> bool:
    """Tell whether this activity lives on a page."""
    return isinstance(shown, Activity) and shown.kind in ALIVE


def living(activity: Activity, language: Language) -> dict[str, Any]:
    """Return an activity without an answer."""
    return {
        "scene": activity.scene(language),
        "play": {**activity.play(language), "number": 0},
        "told": [line for line in (activity.prompt, *activity.told(language)) if line],
        "words": talk(activity.kind, language),
        **(_outcome(activity, language) if isinstance(activity, Prediction) else {}),
    }


def _outcome(activity: Prediction, language: Language) -> dict[str, Any]:
    """Return what happens after any prediction, and its text where that can be compared with one."""
    activity.take(next(iter(activity.options), 0))
    parts, outcome = activity.play_parts(language), activity.outcome
    activity.take(None)
    return {"outcome": parts["outcome"], "comparable": None if parts["same"] is None else str(outcome)}


def talk(kind: str, language: Language) -> dict[str, str]:
    """Return what is said to an answer; the texts are those that activities say in a notebook."""
    say = library_translations(language)
    shared = {"mine": say("My answer:"), "nothing": say("nothing yet")}
    match kind:
        case "quiz":
            own = {"one": say("Choose one."), "several": say("Choose all that are right."), "why": say("And why? Choose a reason.")}
        case "parsons":
            own = {"some": say("Lines in order: {count}"), "none": say("Choose a line: it goes to the end of your order.")}
        case "sort_cards":
            own = {"some": say("Cards in a box: {count} of {all}")}
        case "predict":
            own = {
                "first": say("Predict first. Then it runs."),
                "compare": say("Compare: is this what you predicted?"),
                "same": say("Just as predicted."),
                "other": say("Not as predicted. Look at each line again: where does it go another way?"),
            }
        case "stars":
            own = {"some": say("Rated: {count} of {all}")}
        case "reflect":
            own = {"some": say("Answered: {count} of {all}")}
        case _:
            own = {}
    return {**shared, **own}
