"""Visible cases of ask_human_when_unsure."""

from ailab.checks import Case, Misconception, behaves_like, call

LIMIT = 80
ASKED, LAST, FIRST, SORTED = (call("decide", "metal", sure, LIMIT) for sure in (20, 79, 80, 100))

CASES = (
    Case("asks", ASKED, "ask", label="20 of 100 sure, limit 80: the robot asks", needs=("sorts",)),
    Case("sorts", SORTED, "metal", label="100 of 100 sure, limit 80: the robot sorts", needs=("asks",)),
    Case("at_limit", FIRST, "metal", label="Exactly 80, limit 80: the robot sorts", needs=("asks", "sorts")),
)

PROBES = [
    ("metal", 20, 80),
    ("peels", 79, 80),
    ("metal", 80, 80),
    ("plastic", 81, 80),
    ("peels", 100, 80),
    ("metal", 70, 60),
    ("peels", 90, 95),
    ("metal", 60, 60),
]


def does(wrong):
    return behaves_like("decide", wrong, PROBES)


def gave(answer):
    return [answer.call("decide", *probe).value for probe in PROBES]


def always_asks(kind, sure, threshold):
    return "ask"


def is_turned_round(kind, sure, threshold):
    return kind if sure < threshold else "ask"


def asks_above(kind, sure, threshold):
    return "ask" if sure > threshold else kind


def asks_at_limit(kind, sure, threshold):
    return "ask" if sure <= threshold else kind


def fixed_limit(kind, sure, threshold):
    return "ask" if sure < LIMIT else kind


def says_both(kind, sure, threshold):
    return kind if sure >= threshold else None


def only_exact(kind, sure, threshold):
    return kind if sure == threshold else "ask"


def says_yes_or_no(answer):
    return all(isinstance(found, bool) for found in gave(answer))


def uses_other_words(answer):
    words = {"ask", "metal", "plastic", "peels", "away", "nothing"}
    return any(isinstance(found, str) and found not in words for found in gave(answer))


def throws_away(answer):
    return "away" in gave(answer)


def misses_a_card(answer):
    boxes = answer.read("choices").value
    return isinstance(boxes, dict) and sum(map(len, boxes.values())) < 5


def names_the_kind_itself(answer):
    return len({found for found in gave(answer) if found != "ask"}) == 1 and "ask" in gave(answer)


MISCONCEPTIONS = (
    Misconception(
        "misses_a_card",
        misses_a_card,
        "A card lies nowhere yet. The robot needs an answer to each of the five.",
    ),
    Misconception(
        "throws_away",
        throws_away,
        "What lies beside the belt helps nobody. Who can look at it better than a sensor?",
    ),
    Misconception(
        "gives_nothing_back",
        lambda answer: all(found is None for found in gave(answer)),
        "Your function gives nothing back. Put `return` before both answers.",
    ),
    Misconception(
        "says_yes_or_no",
        says_yes_or_no,
        'Your function answers yes or no. Give back a word: `"ask"`, or the kind.',
    ),
    Misconception(
        "uses_other_words",
        uses_other_words,
        'Your function gives back another word. When it is not sure, it says exactly `"ask"`; else it gives back what stands in `kind`.',
    ),
    Misconception(
        "never_asks",
        does(lambda kind, sure, threshold: kind),
        "The robot never asks, not even at 20 of 100. When is it not sure enough?",
    ),
    Misconception(
        "always_asks",
        does(always_asks),
        "The robot asks each time, so somebody stands at the belt all day. When is it sure enough?",
    ),
    Misconception(
        "is_turned_round",
        does(is_turned_round),
        "The robot asks when it is sure, and sorts when it is not. Change the two.",
    ),
    Misconception(
        "asks_above",
        does(asks_above),
        "The robot asks when it is sure, and sorts when it is not. Which sign says: smaller than?",
    ),
    Misconception(
        "asks_at_limit",
        does(asks_at_limit),
        "Exactly at the limit the robot asks. Is 80 below 80?",
    ),
    Misconception(
        "has_its_own_limit",
        does(fixed_limit),
        "With the limit 80 all is right, with another one it is not. Compare with `threshold`, so that people can set it.",
    ),
    Misconception(
        "forgets_one_answer",
        does(says_both),
        "Sure ones are sorted, for the others your function gives nothing back. What does it say then?",
    ),
    Misconception(
        "sorts_one_number_only",
        does(only_exact),
        "The robot sorts only exactly at the limit. More sure is good too.",
    ),
    Misconception(
        "names_the_kind_itself",
        names_the_kind_itself,
        "Each sure thing becomes the same kind. Give back what stands in `kind`.",
    ),
    Misconception(
        "mixes_them_up",
        lambda answer: True,
        "Some answers are mixed up. Draw a line with the numbers from 0 to 100, and mark the limit on it.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Is that number below the limit?",
    "There are two cases. In one the robot asks, in the other it sorts: each case needs its own answer.",
    "Another robot: below 5 degrees it says `warm me`, from 5 degrees on it drives. At exactly 5 degrees it drives.",
)
