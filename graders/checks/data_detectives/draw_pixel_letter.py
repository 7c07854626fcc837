"""Hidden cases of draw_pixel_letter: a reader that compares with the three boards finds the letter, even through dirt."""

from random import Random

from ailab.checks import Case, Outcome

BOARDS = {
    "t": ("########", "########", "...##...", "...##...", "...##...", "...##...", "...##...", "...##..."),
    "lam": (".....##.", ".....##.", ".....##.", ".....##.", ".....##.", "##...##.", "##...##.", ".#####.."),
    "yaz": ("#..##..#", "#..##..#", ".#.##.#.", "..####..", "..####..", ".#.##.#.", "#..##..#", "#..##..#"),
}
SIZE = 8
DIRT = 3
"""Squares that change their color before reading; any two boards differ in more than twice as many as may be wrong."""


def cases(seed):
    random = Random(seed)
    return (
        Case("read_clean", _read_with(()), True, needs=("squares", "letter")),
        Case("read_dirty", _read_with(_places(random)), True, needs=("squares", "letter")),
        Case("read_again", _read_with(_places(random)), True, needs=("squares", "letter")),
    )


def _places(random):
    return [(int(SIZE * random.random()), int(SIZE * random.random())) for _ in range(DIRT)]


def _read_with(dirt):
    """Ask whether the nearest of the three boards is the letter that was chosen."""

    def ask(answer):
        picture = answer.read("picture").value
        if not _is_board(picture):
            return Outcome(value=False)
        picture = [list(row) for row in picture]
        for row, column in dirt:
            picture[row][column] = 1 - picture[row][column]
        nearest = min(BOARDS, key=lambda name: _different(picture, BOARDS[name]))
        return Outcome(value=nearest == answer.read("letter").value)

    return ask


def _is_board(value):
    rows = value if isinstance(value, list | tuple) else []
    return len(rows) == SIZE and all(
        isinstance(row, list | tuple) and len(row) == SIZE and all(type(number) is int and number in (0, 1) for number in row)
        for row in rows
    )


def _different(picture, board):
    return sum(
        number != (square == "#") for row, line in zip(picture, board, strict=True) for number, square in zip(row, line, strict=True)
    )
