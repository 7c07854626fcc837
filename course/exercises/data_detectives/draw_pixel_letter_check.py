"""Visible cases of draw_pixel_letter."""

from ailab.checks import Case, Misconception, Outcome

SIZE = 8
ENOUGH = 58
"""Nine tenths of the 64 squares."""
BOARDS = {
    "t": ("########", "########", "...##...", "...##...", "...##...", "...##...", "...##...", "...##..."),
    "lam": (".....##.", ".....##.", ".....##.", ".....##.", ".....##.", "##...##.", "##...##.", ".#####.."),
    "yaz": ("#..##..#", "#..##..#", ".#.##.#.", "..####..", "..####..", ".#.##.#.", "#..##..#", "#..##..#"),
}
LETTERS = {name: [[int(square == "#") for square in row] for row in board] for name, board in BOARDS.items()}


def is_board(value):
    """Tell whether a value is 8 rows of 8 whole numbers 0 and 1."""
    return (
        isinstance(value, list | tuple)
        and len(value) == SIZE
        and all(isinstance(row, list | tuple) and len(row) == SIZE for row in value)
        and all(type(number) is int and number in (0, 1) for row in value for number in row)
    )


def alike(picture, other):
    """Return how many squares of two pictures are the same."""
    return sum(a == b for row, other_row in zip(picture, other, strict=True) for a, b in zip(row, other_row, strict=True))


def chosen(answer):
    return LETTERS.get(str(answer.read("letter").value))


def matches(answer):
    """Ask how many squares are as on the board of the chosen letter."""
    picture, letter = answer.read("picture").value, chosen(answer)
    return Outcome(value=alike(picture, letter) if letter and is_board(picture) else 0)


def is_drawn(answer):
    """Ask whether the picture has 8 rows of 8 squares, 0 and 1, and both of them occur."""
    picture = answer.read("picture").value
    return Outcome(value=is_board(picture) and {number for row in picture for number in row} == {0, 1})


CASES = (
    Case("squares", is_drawn, accept=lambda outcome: outcome.value, label="8 rows of 8 squares, white and black"),
    Case(
        "letter",
        matches,
        accept=lambda outcome: outcome.value >= ENOUGH,
        label="At least 58 of 64 squares are as on the board of your letter",
        weight=2,
    ),
)


def picture_of(answer):
    return answer.read("picture").value


def rows(value):
    return list(value) if isinstance(value, list | tuple) else []


def has_other_size(answer):
    picture = rows(picture_of(answer))
    return len(picture) != SIZE or any(len(rows(row)) != SIZE for row in picture)


def has_other_numbers(answer):
    return not is_board(picture_of(answer))


def is_white(answer):
    return not any(map(any, picture_of(answer)))


def looks_like(change):
    """Recognise a board of the chosen letter that was changed in this way."""
    return lambda answer: (
        chosen(answer) is not None and is_board(picture_of(answer)) and alike(picture_of(answer), change(chosen(answer))) >= ENOUGH
    )


def moved(across, down):
    return lambda letter: [[at(letter, x - across, y - down) for x in range(SIZE)] for y in range(SIZE)]


def at(letter, x, y):
    return letter[y][x] if 0 <= x < SIZE and 0 <= y < SIZE else 0


def is_moved(answer):
    ways = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]
    # All squares: a letter that is moved resembles itself too much for less.
    return chosen(answer) is not None and any(list(map(list, picture_of(answer))) == moved(*way)(chosen(answer)) for way in ways)


def is_another_letter(answer):
    return any(alike(picture_of(answer), letter) >= ENOUGH for letter in LETTERS.values())


def is_one_row_eight_times(answer):
    picture = picture_of(answer)
    return all(row == picture[0] for row in picture)


MISCONCEPTIONS = (
    Misconception(
        "has_other_size",
        has_other_size,
        "The picture does not have 8 rows of 8 squares. Count the rows, and the numbers in each row.",
    ),
    Misconception(
        "has_other_numbers",
        has_other_numbers,
        "There is something else than 0 and 1 in the picture. Write 0 for white and 1 for black, without quotes.",
    ),
    Misconception(
        "is_white",
        is_white,
        "The picture is still white. Which squares of your letter are black?",
    ),
    Misconception(
        "names_no_letter",
        lambda answer: chosen(answer) is None,
        'Which letter do you draw? Choose `"t"`, `"lam"` or `"yaz"`.',
    ),
    Misconception(
        "is_another_letter",
        is_another_letter,
        "A fine letter, but it is not the one that you chose. Change the name of the letter.",
    ),
    Misconception(
        "swaps_black_and_white",
        looks_like(lambda letter: [[1 - number for number in row] for row in letter]),
        "Black and white have changed places. The letter is black, and its number is 1.",
    ),
    Misconception(
        "looks_the_other_way",
        looks_like(lambda letter: [row[::-1] for row in letter]),
        "The letter looks the other way, as in a mirror. On which side of the board is its stem?",
    ),
    Misconception(
        "swaps_rows_and_columns",
        looks_like(lambda letter: [list(column) for column in zip(*letter, strict=True)]),
        "The letter lies on its side. The first number is the row, the second one the column.",
    ),
    Misconception(
        "stands_on_its_head",
        looks_like(lambda letter: letter[::-1]),
        "The letter stands on its head. Row 0 is the top row.",
    ),
    Misconception(
        "is_moved",
        is_moved,
        "The letter is right, but it stands one square beside its place. Count the white squares around it.",
    ),
    Misconception(
        "is_one_row_eight_times",
        is_one_row_eight_times,
        "All eight rows are alike. Each row needs its own list, and its own black squares.",
    ),
    Misconception(
        "is_not_finished",
        lambda answer: matches(answer).value < ENOUGH,
        "Some squares differ from the board. Compare row by row, from the top.",
    ),
)

LADDER = (
    "Cover all rows of the board but one. Is this row the same in your picture?",
    "Look for long lines first: a stem is one column in many rows, a bar is one row in many columns.",
    "A small plus sign in 3 rows: `[[0, 1, 0], [1, 1, 1], [0, 1, 0]]`. Its middle column is black in each row.",
)
