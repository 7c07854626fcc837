"""Visible cases of show_and_promise."""

import re

from ailab.checks import Case, Misconception, Outcome, read

SLIDES = ("helps", "examples", "limits")
CARDS = {"helps": {"helps_people", "collects"}, "examples": {"nine", "chosen"}, "limits": {"rusty", "asks"}}
PRIVATE, BOASTS = "photo", "perfect"
PROMISES = {"look", "private", "ask", "human"}
WORDS = 3
CONTACT = re.compile(r"(?:\d[\s.-]?){6,}|@")
"""Six digits in a row, or an address of e-mail."""


def slide(answer, name):
    """Return what stands on a slide: a text, or a list of cards; nothing for anything else."""
    slides = answer.read("slides").value
    found = slides.get(name) if isinstance(slides, dict) else None
    return found if isinstance(found, str | list | tuple) else ""


def is_text(answer):
    return all(isinstance(slide(answer, name), str) for name in SLIDES)


def is_filled(answer, name):
    found = slide(answer, name)
    return len(found.split()) >= WORDS if isinstance(found, str) else bool(CARDS[name] & set(found))


def are_filled(answer):
    return Outcome(value=all(is_filled(answer, name) for name in SLIDES))


CASES = (
    Case("slides", are_filled, True, label="Each of the three slides says something", weight=2),
    # Judged, not compared: an expected value would stand on the screen.
    Case(
        "promise",
        read("promise"),
        accept=lambda outcome: isinstance(outcome.value, str) and outcome.value in PROMISES,
        label="A promise that protects people",
    ),
)


def all_cards(answer):
    return [card for name in SLIDES if not isinstance(slide(answer, name), str) for card in slide(answer, name)]


def tells_private_things(answer):
    texts = [slide(answer, name) for name in SLIDES if isinstance(slide(answer, name), str)]
    return PRIVATE in all_cards(answer) or any(CONTACT.search(text) for text in texts)


def lies_on_another_slide(answer):
    known = set().union(*CARDS.values())
    return any(
        card in known and card not in CARDS[name]
        for name in SLIDES
        if not isinstance(slide(answer, name), str)
        for card in slide(answer, name)
    )


def says_the_same(answer):
    texts = [" ".join(slide(answer, name).split()).lower() for name in SLIDES] if is_text(answer) else []
    return bool(texts) and len(set(texts)) < len(SLIDES) and all(texts)


def empty_slides(answer):
    return [name for name in SLIDES if not slide(answer, name)]


def promised(answer):
    return answer.read("promise").value


MISCONCEPTIONS = (
    Misconception(
        "tells_private_things",
        tells_private_things,
        "A slide tells something private. A show is seen by many people: leave it out.",
    ),
    Misconception(
        "boasts",
        lambda answer: BOASTS in all_cards(answer),
        "No robot is always right, and yours was wrong sometimes too. Lay this card aside.",
    ),
    Misconception(
        "lies_on_another_slide",
        lies_on_another_slide,
        "A card lies on the wrong slide. Read the title of the slide, then the card.",
    ),
    Misconception(
        "hides_the_limits",
        lambda answer: empty_slides(answer) == ["limits"],
        "The third slide is empty. Each robot is wrong sometimes: people trust you more when you say where.",
    ),
    Misconception(
        "slide_is_empty",
        lambda answer: bool(empty_slides(answer)),
        "A slide is still empty. What do people want to hear there?",
    ),
    Misconception(
        "says_too_little",
        lambda answer: not are_filled(answer).value,
        "A slide has only one or two words. Make a sentence of it, with at least three.",
    ),
    Misconception(
        "says_the_same",
        says_the_same,
        "Two slides say the same. Each slide answers a question of its own.",
    ),
    Misconception(
        "promises_nothing",
        lambda answer: promised(answer) is None or promised(answer) == "",
        "Your promise is missing. Choose the one that you can keep.",
    ),
    Misconception(
        "believes_machines",
        lambda answer: promised(answer) == "believe",
        "A machine can be wrong, as your robot was. What do you do with what it says?",
    ),
    Misconception(
        "hides_mistakes",
        lambda answer: promised(answer) == "hide",
        "Hidden mistakes come back to somebody. Which promise helps the people around your robot?",
    ),
    Misconception(
        "is_no_promise",
        lambda answer: promised(answer) not in PROMISES,
        "This is none of the six sentences. Write the short name of one of them.",
    ),
)

LADDER = (
    "Tell your show to a neighbor first. Which question is left?",
    "A show has three parts: what it does, where its examples come from, what it cannot do. The promise comes after them.",
    "Another show: it waters pots; it was given ten damp and ten dry pots; in the rain it was wrong, and then a child decided.",
)
