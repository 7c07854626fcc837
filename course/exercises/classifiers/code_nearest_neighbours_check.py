"""Visible cases of code_nearest_neighbours."""

from ailab.checks import Case, Misconception, behaves_like, call

KNOWN = [[25, 20], [29, 24], [21, 17], [22, 21], [20, 13]]
NAMES = ["argan", "argan", "olive", "argan", "olive"]
TIED = [[10, 10], [13, 10], [10, 14], [15, 15], [40, 40]]
TIED_NAMES = ["walnut", "almond", "almond", "walnut", "almond"]

ONE = (KNOWN, NAMES, [22, 18], 1)
THREE = (KNOWN, NAMES, [22, 18], 3)
TIE = (TIED, TIED_NAMES, [10, 11], 4)

CASES = (
    Case("one", call("nearest_label", *ONE), "olive", label="One neighbor votes", needs=("three",)),
    Case("three", call("nearest_label", *THREE), "argan", label="Three neighbors vote", needs=("one",)),
    Case("tie", call("nearest_label", *TIE), "almond", label="Two votes against two: the alphabet decides", needs=("one", "three")),
)

# Along the axes [0, 5] is nearer to [0, 0] than [3, 3]; straight on it is farther.
CROSSED = ([[3, 3], [0, 5], [9, 9], [20, 0]], ["argan", "olive", "argan", "olive"], [0, 0], 1)
DEEP = ([[1, 9, 0], [2, 0, 1], [9, 1, 1], [1, 1, 8]], ["argan", "olive", "argan", "argan"], [1, 0, 0], 1)
FRONT = ([[9, 9], [0, 1], [8, 8], [7, 7]], ["olive", "argan", "argan", "argan"], [0, 0], 1)
PROBES = [ONE, THREE, TIE, CROSSED, DEEP, FRONT]


def squares(point, new):
    return sum((a - b) ** 2 for a, b in zip(point, new, strict=False))


def by_distance(points, labels, new, distance=squares):
    return [label for _, label in sorted((distance(point, new), label) for point, label in zip(points, labels, strict=True))]


def winner(labels):
    return min(sorted(set(labels)), key=lambda label: -labels.count(label))


def only_first_neighbor(points, labels, new, k):
    return by_distance(points, labels, new)[0]


def farthest(points, labels, new, k):
    return winner(by_distance(points, labels, new)[::-1][:k])


def along_the_axes(points, labels, new, k):
    return winner(by_distance(points, labels, new, lambda point, new: sum(abs(a - b) for a, b in zip(point, new, strict=True)))[:k])


def without_squares(points, labels, new, k):
    return winner(by_distance(points, labels, new, lambda point, new: sum(a - b for a, b in zip(point, new, strict=True)))[:k])


def first_number_only(points, labels, new, k):
    return winner(by_distance(points, labels, new, lambda point, new: abs(point[0] - new[0]))[:k])


def first_two_numbers(points, labels, new, k):
    return winner(by_distance(points, labels, new, lambda point, new: squares(point[:2], new[:2]))[:k])


def everyone_votes(points, labels, new, k):
    return winner(list(labels))


def first_in_list(points, labels, new, k):
    return winner(list(labels[:k]))


def nearest_breaks_ties(points, labels, new, k):
    near = by_distance(points, labels, new)[:k]
    return max(near, key=near.count)


def gives_the_neighbors(answer):
    value = answer.call("nearest_label", *THREE).value
    return isinstance(value, list | tuple)


def gives_a_number(answer):
    value = answer.call("nearest_label", *ONE).value
    return isinstance(value, int | float)


def is_like(wrong):
    return behaves_like("nearest_label", wrong, PROBES)


MISCONCEPTIONS = (
    Misconception(
        "gives_the_neighbors",
        gives_the_neighbors,
        "Your function gives back the neighbors themselves. Let their labels vote, and give back one label.",
    ),
    Misconception(
        "gives_a_number",
        gives_a_number,
        "Your function gives back a number. Take the label that belongs to that point.",
    ),
    Misconception(
        "only_first_neighbor",
        is_like(only_first_neighbor),
        "Only the very nearest point decides, whatever `k` is. Take the labels of the `k` nearest and count them.",
    ),
    Misconception(
        "farthest",
        is_like(farthest),
        "The points that vote are the farthest. The smallest distances have to come first.",
    ),
    Misconception(
        "along_the_axes",
        is_like(along_the_axes),
        "Your distance adds up the differences as they are. Square each difference before adding.",
    ),
    Misconception(
        "without_squares",
        is_like(without_squares),
        "In your distance, a minus cancels a plus. Square each difference before adding.",
    ),
    Misconception(
        "first_number_only",
        is_like(first_number_only),
        "Your distance looks at the first number alone. Go through all numbers of the two points.",
    ),
    Misconception(
        "first_two_numbers",
        is_like(first_two_numbers),
        "Your distance stops after two numbers, and a point may hold more. Go through all of them, for instance with `zip`.",
    ),
    Misconception(
        "everyone_votes",
        is_like(everyone_votes),
        "All points vote, near or far. Sort by distance first, then keep `k` of them.",
    ),
    Misconception(
        "first_in_list",
        is_like(first_in_list),
        "The first `k` points of the list vote. Sort by distance first, then keep `k` of them.",
    ),
    Misconception(
        "nearest_breaks_ties",
        is_like(nearest_breaks_ties),
        "When two labels have equally many votes, yours takes the one that comes up first. The task asks for the first in the alphabet.",
    ),
)

LADDER = (
    "Do the example with `k` = 3 on paper: five distances, cross out the two longest, count the names that are left. Where does your program do something else?",
    "There are three steps: a distance for each known point, the `k` nearest, a vote among their labels. Show with `print` what you have after each step.",
    "One distance, for other points: from `[1, 2, 2]` to `[3, 5, 2]` the differences are 2, 3 and 0. Their squares are 4, 9 and 0, together 13.",
)
