"""Visible cases of compute_stats_by_hand."""

import ast

from ailab.checks import Case, Misconception, Outcome, any_of, behaves_like, call

READY_MADE = {"min", "max", "sum", "sorted", "sort", "fsum", "reduce", "fmean", "median", "average", "nanmin", "nanmax"}
NAMES = ("smallest", "largest", "mean")
MIXED = [4, -2, 7]
RISING, FALLING = [3, 5, 8], [9, 4, 2]


LOOPS = (ast.For, ast.While, ast.comprehension)


def shortcuts(answer):
    """Return the ready-made words used; a variable of the learner's own with such a name is none."""
    found = set()
    for tree in (answer.tree(name) for name in NAMES):
        nodes = list(ast.walk(tree)) if tree else []
        own = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} | {node.arg for node in nodes if isinstance(node, ast.arg)}
        found |= {node.id for node in nodes if isinstance(node, ast.Name) and node.id in READY_MADE - own}
        found |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and node.attr in READY_MADE | {"mean"}}
        found |= {"import" for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)}
    return sorted(found)


def by_hand(answer):
    """Tell whether each function holds a loop, none a shortcut, and at least one is right."""
    trees = [answer.tree(name) for name in NAMES]
    loops = all(tree and any(isinstance(node, LOOPS) for node in ast.walk(tree)) for tree in trees)
    right = [answer.call(name, MIXED).value == value for name, value in zip(NAMES, (-2, 7, 3), strict=True)]
    return Outcome(value=bool(loops and any(right) and not shortcuts(answer)))


CASES = (
    Case("smallest", call("smallest", MIXED), -2, label="The smallest of 4, -2, 7"),
    Case("largest", call("largest", MIXED), 7, label="The largest of 4, -2, 7"),
    Case("mean", call("mean", [3, 4]), 3.5, label="The mean of 3 and 4"),
    Case("by_hand", by_hand, accept=lambda outcome: outcome.value is True, label="By hand: a loop in each function, no ready-made words", weight=5),
)


def smallest_from_zero(numbers):
    found = 0
    for number in numbers:
        if number < found:
            found = number
    return found


def largest_from_zero(numbers):
    found = 0
    for number in numbers:
        if number > found:
            found = number
    return found


def without_last(numbers):
    return numbers[:-1]


def smallest_without_last(numbers):
    return min(without_last(numbers))


def largest_without_last(numbers):
    return max(without_last(numbers))


def mean_without_last(numbers):
    return sum(without_last(numbers)) / len(numbers)


def first(numbers):
    return numbers[0]


def mean_of_first(numbers):
    return numbers[0] / len(numbers)


def whole_mean(numbers):
    return sum(numbers) // len(numbers)


def mean_with_first_twice(numbers):
    return (numbers[0] + sum(numbers)) / len(numbers)


def finds_the_other_end(answer):
    return answer.call("smallest", [4, -2, 7, 1]).value == 7 or answer.call("largest", [4, -2, 7, 1]).value == -2


def starts_from_a_guess(answer):
    # A smallest number that was not in the list: the start value was smaller than all of it.
    huge, tiny = [10**9 + 5, 10**9 + 1], [-(10**9) - 5, -(10**9) - 1]
    low, high = answer.call("smallest", huge).value, answer.call("largest", tiny).value
    return (isinstance(low, int | float) and low < 10**9) or (isinstance(high, int | float) and high > -(10**9))


def only_prints(answer):
    outcomes = [answer.call(name, MIXED) for name in NAMES]
    return any(outcome.value is None and outcome.printed.strip() for outcome in outcomes)


MISCONCEPTIONS = (
    Misconception(
        "uses_ready_made_words",
        lambda answer: bool(shortcuts(answer)),
        "You used a word that does all the work, or imported one. Here the loop is yours: take the numbers one by one.",
    ),
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "A function shows its result, but gives nothing back. End it with `return`.",
    ),
    Misconception(
        "starts_from_zero",
        any_of(
            behaves_like("smallest", smallest_from_zero, [(MIXED,), (RISING,)]),
            behaves_like("largest", largest_from_zero, [(MIXED,), ([-5, -3],)]),
        ),
        "Your search starts from 0, and 0 may not be in the list at all. Start from the first number of the list.",
    ),
    Misconception(
        "turns_the_comparison",
        finds_the_other_end,
        "One function finds the other end: the largest for the smallest, or the reverse. Look at `<` and `>`.",
    ),
    Misconception(
        "starts_from_a_guess",
        starts_from_a_guess,
        "Your search starts from a number that you chose. In another list all numbers may lie beyond it. Start from a number of the list.",
    ),
    Misconception(
        "returns_inside_the_loop",
        any_of(
            behaves_like("smallest", first, [(MIXED,), (FALLING,)]),
            behaves_like("largest", first, [(MIXED,), (RISING,)]),
            behaves_like("mean", mean_of_first, [(MIXED,), (RISING,)]),
        ),
        "A function stops at its first number. Look where `return` stands: it belongs after the loop, not inside.",
    ),
    Misconception(
        "misses_the_last",
        any_of(
            behaves_like("smallest", smallest_without_last, [(FALLING,), (RISING,)]),
            behaves_like("largest", largest_without_last, [(RISING,), (FALLING,)]),
            behaves_like("mean", mean_without_last, [(RISING,), (FALLING,)]),
        ),
        "The last number is left out. `range(len(numbers) - 1)` ends one too early.",
    ),
    Misconception(
        "divides_to_whole_numbers",
        behaves_like("mean", whole_mean, [([3, 4],), ([1, 2, 2],)]),
        "The mean of 3 and 4 lies between them. `//` cuts off what comes after the point: use `/`.",
    ),
    Misconception(
        "counts_the_first_twice",
        behaves_like("mean", mean_with_first_twice, [(MIXED,), (RISING,)]),
        "The first number is counted twice: once as the start, once in the loop. Start the sum from 0.",
    ),
)

LADDER = (
    "Write three numbers on slips of paper and turn them over one by one. What do you keep in mind after each slip?",
    "A variable before the loop keeps what was found so far. With what does it start, so that it is right for any numbers?",
    "Counting cold nights goes like this: start at 0, and add 1 for each number below zero. Only when all numbers have had their turn, give back the count.",
)
