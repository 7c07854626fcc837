"""Hidden cases of show_and_promise: nothing private is shown, and each slide has its own content."""

import re

from ailab.checks import Case, Outcome

SLIDES = ("helps", "examples", "limits")
CARDS = {"helps": {"helps_people", "collects"}, "examples": {"nine", "chosen"}, "limits": {"rusty", "asks"}}
CONTACT = re.compile(r"(?:\d[\s.-]?){6,}|@")


def cases(_seed):
    # The show is the learner's own: there is nothing for a seed to change.
    return (
        Case("nothing_private", lambda answer: Outcome(value=not any(map(_is_private, _slides(answer)))), True, needs=("slides",)),
        Case("each_its_own", lambda answer: Outcome(value=_each_its_own(_slides(answer))), True, needs=("slides",)),
    )


def _slides(answer):
    slides = answer.read("slides").value
    return [slides.get(name) for name in SLIDES] if isinstance(slides, dict) else [None] * len(SLIDES)


def _is_private(slide):
    return bool(CONTACT.search(slide)) if isinstance(slide, str) else not isinstance(slide, list | tuple) or "photo" in slide


def _each_its_own(slides):
    if all(isinstance(slide, str) for slide in slides):
        return len({" ".join(slide.split()).lower() for slide in slides}) == len(SLIDES)
    return all(isinstance(slide, list | tuple) and set(slide) <= CARDS[name] for name, slide in zip(SLIDES, slides, strict=True))
