"""Visible cases of mirror_pictures."""

from ailab.checks import Case, Misconception, all_of, any_of, behaves_like, call, equal

BOAT = [
    [0, 0, 0, 1, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1, 1, 1],
    [0, 1, 1, 1, 1, 1, 1, 0],
    [0, 0, 1, 1, 1, 1, 0, 0],
]
KEY = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0, 0],
    [1, 0, 0, 1, 0, 0, 0, 0],
    [1, 0, 0, 1, 1, 1, 1, 1],
    [1, 0, 0, 1, 0, 0, 1, 1],
    [0, 1, 1, 0, 0, 0, 1, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
]


def is_inverse(picture):
    return [[1 - number for number in row] for row in picture]


def is_mirror(picture):
    return [row[::-1] for row in picture]


def is_picture(expected):
    """Judge, not compare: two tables of 64 numbers on the screen help nobody."""
    return lambda outcome: not outcome.error and equal(outcome.value, expected)


CASES = (
    Case("inverted", call("inverted", BOAT), accept=is_picture(is_inverse(BOAT)), label="The boat inverted"),
    Case("mirrored", call("mirrored", BOAT), accept=is_picture(is_mirror(BOAT)), label="The boat mirrored"),
)


def does(function, wrong):
    return behaves_like(function, wrong, [(BOAT,), (KEY,)])


def same(picture):
    return picture


def nothing(_picture):
    return None


def without_rows(picture):
    return [number for row in picture for number in row]


def first_row(change):
    return lambda picture: change(picture)[:1]


def only_first_row(change):
    return lambda picture: change(picture)[0]


def all_of_one(number):
    return lambda picture: [[number] * len(row) for row in picture]


def turned(picture):
    return [list(column) for column in zip(*picture, strict=True)]


def quarter_turned(picture):
    return [list(column)[::-1] for column in zip(*picture, strict=True)]


def upside_down(picture):
    return picture[::-1]


def half_turned(picture):
    return [row[::-1] for row in picture[::-1]]


def is_no_longer_whole(answer):
    """Recognise rows that have lost or doubled some columns."""
    value = answer.call("mirrored", BOAT).value
    return isinstance(value, list) and value != is_mirror(BOAT) and all(isinstance(row, list) for row in value)


MISCONCEPTIONS = (
    Misconception(
        "copies_only",
        does("inverted", same),
        "The inverted picture is still the old one. What has to become of a 0, and what of a 1?",
    ),
    Misconception(
        "paints_all_black",
        does("inverted", all_of_one(1)),
        "Everything is black now. White turns black, but what becomes of a black square?",
    ),
    Misconception(
        "paints_all_white",
        does("inverted", all_of_one(0)),
        "Everything is white now. Black turns white, but what becomes of a white square?",
    ),
    Misconception(
        "swaps_the_functions",
        all_of(does("inverted", is_mirror), does("mirrored", is_inverse)),
        "The two have changed places: `inverted` mirrors, and `mirrored` inverts.",
    ),
    Misconception(
        "makes_minus_numbers",
        any_of(
            does("inverted", lambda picture: [[-number for number in row] for row in picture]),
            does("inverted", lambda picture: [[number - 1 for number in row] for row in picture]),
            does("inverted", lambda picture: [[number + 1 for number in row] for row in picture]),
        ),
        "There are other numbers than 0 and 1 in your picture. Find a calculation that turns 0 into 1 and 1 into 0.",
    ),
    Misconception(
        "makes_true_and_false",
        does("inverted", lambda picture: [[not number for number in row] for row in picture]),
        "`not` gives `True` and `False`. A picture holds the numbers 0 and 1.",
    ),
    Misconception(
        "gives_nothing_back",
        any_of(does("inverted", nothing), does("mirrored", nothing)),
        "A function gives nothing back. Its last line begins with `return`.",
    ),
    Misconception(
        "stops_after_one_row",
        any_of(
            does("inverted", first_row(is_inverse)),
            does("mirrored", first_row(is_mirror)),
            does("inverted", only_first_row(is_inverse)),
            does("mirrored", only_first_row(is_mirror)),
        ),
        "Only one row comes back. The `return` belongs after the loop, and not inside it.",
    ),
    Misconception(
        "loses_the_rows",
        any_of(
            does("inverted", lambda picture: without_rows(is_inverse(picture))),
            does("mirrored", lambda picture: without_rows(picture)[::-1]),
            does("mirrored", lambda picture: without_rows(is_mirror(picture))),
        ),
        "The picture has become one long row. Begin a new row for each row of the old picture.",
    ),
    Misconception(
        "mirrors_not_at_all",
        does("mirrored", same),
        "The inverting is done. The mirrored picture is still the old one: which number of a row has to come first?",
    ),
    Misconception(
        "inverts_the_mirror_too",
        any_of(
            does("mirrored", lambda picture: is_inverse(is_mirror(picture))),
            does("inverted", lambda picture: is_inverse(is_mirror(picture))),
            does("mirrored", is_inverse),
        ),
        "Each function does one thing only. `inverted` changes colors, and `mirrored` changes places.",
    ),
    Misconception(
        "turns_upside_down",
        any_of(does("mirrored", upside_down), does("mirrored", half_turned)),
        "Your picture stands on its head. The rows stay where they are: only inside a row the order changes.",
    ),
    Misconception(
        "swaps_rows_and_columns",
        any_of(does("mirrored", turned), does("mirrored", quarter_turned)),
        "Your picture lies on its side. Go through each row and turn its order round.",
    ),
    Misconception(
        "loses_columns",
        is_no_longer_whole,
        "In the mirrored picture columns are missing, or stand at a wrong place. What was first comes last, what was second comes last but one.",
    ),
)

LADDER = (
    "Take one row only, as `[1, 1, 0]`. How does it look after your machine, and how should it look?",
    "Inverting changes each number and keeps its place. Mirroring keeps each number and changes its place in the row.",
    "With a row of 3: `[1, 0, 0]` inverted is `[0, 1, 1]`. Mirrored, its columns come in the order 3, 2, 1, so it is `[0, 0, 1]`.",
)
