"""Visible cases of write_rule_by_hand."""

from random import Random
from statistics import NormalDist

from ailab.checks import Case, Misconception, Outcome, call

NAMES = ("olive", "argan")
TYPICAL = {"olive": (22.0, 15.0), "argan": (24.0, 20.5)}
GROUPS = (
    ("olive", 35, (22.0, 2.2), (15.0, 1.4)),
    ("olive", 5, (21.0, 1.5), (19.0, 1.0)),
    ("argan", 40, (24.2, 2.4), (20.5, 1.7)),
)
SIZES = ((22.0, 15.0), (14.0, 9.0), (32.0, 28.0), (24.0, 20.5), (18.0, 12.5), (28.0, 23.0), (23.0, 17.5), (26.0, 16.0), (20.0, 19.5))


def basket(random):
    fruits = []
    for kind, count, length, width in GROUPS:
        pairs = zip(evenly(random, count, length), evenly(random, count, width), strict=True)
        fruits += [(kind, *pair) for pair in pairs]
    return fruits


def evenly(random, count, mean_and_spread):
    # One draw from each slice of the bell: every basket is as hard as the next.
    bell = NormalDist(*mean_and_spread)
    values = [bell.inv_cdf((slot + 0.01 + 0.98 * random.random()) / count) for slot in range(count)]
    return [round(value, 1) for value in sorted(values, key=lambda _: random.random())]


def right_share(fruits):
    def ask(answer):
        right = 0
        for kind, length, width in fruits:
            outcome = answer.call("rule", length, width)
            if outcome.error:
                return outcome
            right += outcome.value == kind
        return Outcome(value=right / len(fruits))

    return ask


def at_least(share):
    return lambda outcome: not outcome.error and outcome.value >= share


FIRST_BASKET = basket(Random(1))
BOTH = ("typical_olive", "typical_argan")
CASES = (
    Case("typical_olive", call("rule", *TYPICAL["olive"]), "olive", label="A typical olive", needs=("typical_argan",)),
    Case("typical_argan", call("rule", *TYPICAL["argan"]), "argan", label="A typical argan nut", needs=("typical_olive",)),
    Case(
        "first_basket",
        right_share(FIRST_BASKET),
        accept=at_least(0.75),
        label="At least 60 of the 80 fruits in a first basket",
        needs=BOTH,
    ),
)


def names_given(answer):
    return [answer.call("rule", *size).value for size in SIZES]


def prints_only(answer):
    outcome = answer.call("rule", *TYPICAL["olive"])
    return outcome.value is None and bool(outcome.printed.strip())


def gives_other_words(answer):
    return any(name is not None and name not in NAMES for name in names_given(answer))


def leaves_gaps(answer):
    names = names_given(answer)
    return None in names and any(name in NAMES for name in names)


def always_same(answer):
    names = names_given(answer)
    return names[0] in NAMES and len(set(names)) == 1


def swaps_names(answer):
    return answer.call("rule", *TYPICAL["olive"]).value == "argan" and answer.call("rule", *TYPICAL["argan"]).value == "olive"


def looks_at_length_only(answer):
    """Tell whether the name changes along the lengths and never along the widths."""
    steps = range(8, 41)
    along_lengths = {answer.call("rule", step, 17.0).value for step in steps}
    along_widths = [{answer.call("rule", length, step).value for step in steps} for length in (20.0, 24.0)]
    return len(along_lengths) == 2 and all(len(names) == 1 for names in along_widths)


def border_is_off(answer):
    names = names_given(answer)
    share = right_share(FIRST_BASKET)(answer).value
    return set(names) == set(NAMES) and share is not None and share < 0.75


MISCONCEPTIONS = (
    Misconception(
        "prints_only",
        prints_only,
        "Your function prints its answer and gives nothing back. The machine waits for a `return`.",
    ),
    Misconception(
        "gives_other_words",
        gives_other_words,
        'Your function gives back something else than the two names. Write exactly `"olive"` or `"argan"`, in small letters.',
    ),
    Misconception(
        "leaves_gaps",
        leaves_gaps,
        "Some fruits get no name at all. Look at the sizes for which your function reaches no `return`.",
    ),
    Misconception(
        "always_same",
        always_same,
        "Every fruit gets the same name. Compare one of the measures with a number, in an `if`.",
    ),
    Misconception(
        "swaps_names",
        swaps_names,
        "A typical olive is called argan, and the other way round. Look again which kind is wider.",
    ),
    Misconception(
        "looks_at_length_only",
        looks_at_length_only,
        "Your rule looks at the length alone, and the lengths of the two kinds overlap a lot. Look at the other measure in the table.",
    ),
    Misconception(
        "border_is_off",
        border_is_off,
        "Your border stands too far on one side. Put it between the middle measures of the two kinds, and count again.",
    ),
)

LADDER = (
    "Look at the table of smallest, middle and largest measures. Which measure keeps the two kinds further apart?",
    "A border belongs between the two middles, and each fruit must end up on one side of it. Move it a little, count with `count_right`, and move it again.",
    "Plums weigh about 60 grams here, apples about 150, so a border near 105 separates them. Lighter than that gets one name, everything else the other.",
)
