"""Visible cases of count_confusion_matrix."""

from ailab.checks import Case, Misconception, behaves_like, call

LEAVES = (["healthy", "sick", "healthy", "sick", "healthy"], ["healthy", "healthy", "sick", "healthy", "healthy"], ["healthy", "sick"])
FRUITS = (
    ["olive", "date", "fig", "olive", "date", "date", "fig"],
    ["fig", "date", "fig", "date", "date", "fig", "fig"],
    ["olive", "fig", "date", "argan"],
)
TURNED = (["sick", "sick", "sick", "healthy"], ["sick", "healthy", "healthy", "healthy"], ["sick", "healthy"])
PROBES = [LEAVES, FRUITS, TURNED]

CASES = (
    Case("leaves", call("confusion", *LEAVES), [[2, 1], [2, 0]], label="The five leaves of the example"),
    Case(
        "fruits",
        call("confusion", *FRUITS),
        [[0, 1, 1, 0], [0, 2, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]],
        label="Seven fruits, four labels, one of which never occurs",
        needs=("leaves",),
    ),
)


def right(true, predicted, labels):
    pairs = list(zip(true, predicted, strict=True))
    return [[pairs.count((row, column)) for column in labels] for row in labels]


def transposed(true, predicted, labels):
    return right(predicted, true, labels)


def diagonal_only(true, predicted, labels):
    matrix = right(true, predicted, labels)
    return [[count if row == column else 0 for column, count in enumerate(line)] for row, line in enumerate(matrix)]


def right_counts(true, predicted, labels):
    return [sum(is_label == said == label for is_label, said in zip(true, predicted, strict=True)) for label in labels]


def shared_rows(true, predicted, labels):
    total = [sum(column) for column in zip(*right(true, predicted, labels), strict=True)]
    return [total for _ in labels]


def sorted_labels(true, predicted, labels):
    return right(true, predicted, sorted(labels))


def seen_labels_in_order(true, predicted, labels):
    return right(true, predicted, sorted({*true, *predicted}))


def shares_of_row(true, predicted, labels):
    return [[count / sum(line) if sum(line) else 0 for count in line] for line in right(true, predicted, labels)]


def shares_of_all(true, predicted, labels):
    return [[count / len(true) for count in line] for line in right(true, predicted, labels)]


def is_flat(answer):
    value = answer.call("confusion", *LEAVES).value
    return isinstance(value, list | tuple) and bool(value) and not any(isinstance(line, list | tuple) for line in value)


def is_dictionary(answer):
    return isinstance(answer.call("confusion", *LEAVES).value, dict)


def is_like(*wrong):
    recognisers = [behaves_like("confusion", each, PROBES) for each in wrong]
    return lambda answer: any(recognises(answer) for recognises in recognisers)


MISCONCEPTIONS = (
    Misconception(
        "transposed",
        is_like(transposed),
        "Rows and columns have changed places. The row says what it is, the column what was predicted.",
    ),
    Misconception(
        "right_ones_only",
        is_like(diagonal_only, right_counts),
        "Only the right predictions are counted. Count each mistake too, in the row of what it is.",
    ),
    Misconception(
        "shared_rows",
        is_like(shared_rows),
        "All your rows are one and the same list, so each count appears everywhere. Make a new list of zeros for each row, in a loop.",
    ),
    Misconception(
        "own_order",
        is_like(sorted_labels),
        "Your rows and columns are in alphabetical order. Keep the order of `labels`.",
    ),
    Misconception(
        "seen_labels_only",
        is_like(seen_labels_in_order),
        "Your matrix has rows only for labels that occur. Make it from `labels`: every label has its row and column.",
    ),
    Misconception(
        "shares_for_counts",
        is_like(shares_of_row, shares_of_all),
        "Your numbers are shares. Leave the counts as they are: whole numbers, without dividing.",
    ),
    Misconception(
        "flat_list",
        is_flat,
        "Your function gives back one long list. It needs a list for each row, inside a list.",
    ),
    Misconception(
        "dictionary",
        is_dictionary,
        "Your function gives back a dictionary. Put the counts into lists, in the order of `labels`.",
    ),
)

LADDER = (
    "Draw the four places of the example on paper, and lay one pebble for each of the five leaves. Which pebble does your program lay elsewhere?",
    "Each thing needs a row, from what it is, and a column, from what was predicted. Before the first pebble there must be zeros for every label.",
    'With the labels `["date", "fig", "olive"]`, a fig that was predicted to be an olive counts in row 1, column 2. `labels.index("fig")` gives this 1, since places are counted from 0.',
)
