"""Visible cases of separate_train_and_test."""

from ailab.checks import Case, Misconception, Outcome, read

FRUITS = ("olive_a", "nut_a", "olive_b", "nut_b", "olive_c", "nut_c")
PHOTOS = [f"{fruit}_{side}" for fruit in FRUITS for side in ("front", "back")]
ORDER = ["collect", "aside", "give", "ask", "count"]


def side(answer, name):
    """Return the photos on one side; what is no list of texts is empty."""
    value = answer.read(name).value
    photos = list(value) if isinstance(value, list | tuple | set) else []
    return photos if all(isinstance(photo, str) for photo in photos) else []


def sides(answer):
    return side(answer, "train"), side(answer, "test")


def fruits_of(photos):
    return {photo.rpartition("_")[0] for photo in photos}


def shared_photos(answer):
    train, test = sides(answer)
    return set(train) & set(test)


def shared_fruits(answer):
    train, test = sides(answer)
    return fruits_of(train) & fruits_of(test)


def are_all_used(answer):
    train, test = sides(answer)
    return sorted(train + test) == sorted(PHOTOS)


def lie_apart(answer):
    """Ask whether both sides hold photos, none of them twice."""
    train, test = sides(answer)
    return Outcome(value=bool(train) and bool(test) and are_all_used(answer))


def fruits_lie_apart(answer):
    return Outcome(value=not shared_fruits(answer))


CASES = (
    Case("apart", lie_apart, True, label="Every photo lies on one side, none on both"),
    Case("fruits_apart", fruits_lie_apart, True, label="Both photos of a fruit lie on the same side", needs=("apart",)),
    Case("order", read("order"), accept=lambda outcome: outcome.value == ORDER, label="The steps of an honest exam", weight=2),
)


def is_one_sided(answer):
    return not all(sides(answer))


def names_strangers(answer):
    train, test = sides(answer)
    return not set(train + test) <= set(PHOTOS)


def has_one_kind(answer):
    return len({fruit.partition("_")[0] for fruit in fruits_of(side(answer, "test"))}) < 2


def has_large_exam(answer):
    train, test = sides(answer)
    return len(test) > len(train)


def steps(answer):
    value = answer.read("order").value
    return list(value) if isinstance(value, list | tuple) else []


def comes_before(first, second):
    """Return a recogniser of orders in which one step comes before another."""

    def when(answer):
        laid = steps(answer)
        return first in laid and second in laid and laid.index(first) < laid.index(second)

    return when


MISCONCEPTIONS = (
    Misconception(
        "is_one_sided",
        is_one_sided,
        "One side is empty. The model needs photos for training, and you need photos for the exam.",
    ),
    Misconception(
        "names_strangers",
        names_strangers,
        "There is a photo that does not exist. Take the names as they stand in `photos`.",
    ),
    Misconception(
        "shares_photos",
        lambda answer: bool(shared_photos(answer)),
        "A photo lies on both sides. The model was given its name already: let it lie on one side only.",
    ),
    Misconception(
        "leaves_photos_out",
        lambda answer: not are_all_used(answer),
        "A photo lies on no side, or twice on one. Use each of the twelve photos once.",
    ),
    Misconception(
        "shares_fruits",
        lambda answer: bool(shared_fruits(answer)),
        "The same fruit is on both sides: once from the front, once from the back. Keep both photos together.",
    ),
    Misconception(
        "has_one_kind",
        has_one_kind,
        "The exam asks for one kind only. Put olives and nuts into it.",
    ),
    Misconception(
        "has_large_exam",
        has_large_exam,
        "The exam is larger than the training. Give the model more examples, and keep a smaller part for the exam.",
    ),
    Misconception(
        "gives_the_answers",
        lambda answer: "copy" in steps(answer),
        "One step gives the answers of the exam to the model. Leave this step out.",
    ),
    Misconception(
        "lays_no_steps",
        lambda answer: not steps(answer),
        "The steps of Part 2 are not laid yet. What comes first?",
    ),
    Misconception(
        "puts_aside_too_late",
        comes_before("give", "aside"),
        "The model gets photos before you put some aside. Then none of them is new any more: put them aside first.",
    ),
    Misconception(
        "asks_too_early",
        comes_before("ask", "give"),
        "The model predicts before it was given examples. What does it need first?",
    ),
    Misconception(
        "counts_too_early",
        comes_before("count", "ask"),
        "You count before the model predicts. What is there to count?",
    ),
    Misconception(
        "mixes_the_steps",
        lambda answer: steps(answer) != ORDER,
        "A step is missing, or stands in the wrong place. Tell the story aloud, from the first fruit to the last number.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Is it about the photos or about the steps?",
    "Think of fruits, not of photos: one fruit, one side. And what lies in the exam stays away from the model until the end.",
    "With four photos of two stones: both of stone A for training, both of stone B for the exam. First put aside, then give, then ask.",
)
