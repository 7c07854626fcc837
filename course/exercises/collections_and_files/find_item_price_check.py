"""Visible cases of find_item_price."""

from ailab.checks import Case, Misconception, behaves_like, call, fails

PRICES = {"dates": 40, "mint": 3, "olives": 24, "paper bag": 0}
FIRST, KNOWN, FREE, UNKNOWN, PART = ((PRICES, item) for item in ("dates", "mint", "paper bag", "saffron", "date"))

CASES = (
    Case("known", call("find_price", *KNOWN), 3, label="The price of mint"),
    Case("later", call("find_price", PRICES, "olives"), 24, label="The price of olives"),
    Case("unknown", call("find_price", *UNKNOWN), None, label="Saffron is not sold here", needs=("known",)),
    Case("free", call("find_price", *FREE), 0, label="The paper bag is free"),
)


def gives_zero(prices, item):
    return prices.get(item, 0)


def loses_the_free_ones(prices, item):
    return prices.get(item) or None


def looks_at_the_first_only(prices, item):
    for name in prices:
        return prices[name] if name == item else None


def takes_a_part_of_the_name(prices, item):
    for name in prices:
        if item in name:
            return prices[name]
    return None


def gives_the_name(prices, item):
    return item if item in prices else None


def only_prints(answer):
    outcome = answer.call("find_price", *KNOWN)
    return outcome.value is None and outcome.printed.strip() != ""


def gives_words(answer):
    return isinstance(answer.call("find_price", *UNKNOWN).value, str)


MISCONCEPTIONS = (
    Misconception(
        "stops_on_unknown_item",
        fails(call("find_price", *UNKNOWN), "KeyError"),
        "Your function stops when the item is not in the dictionary. Ask first whether it is `in` there.",
    ),
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows the price, but gives nothing back. Another program needs the number: use `return`.",
    ),
    Misconception(
        "looks_at_the_first_only",
        behaves_like("find_price", looks_at_the_first_only, [FIRST, KNOWN, UNKNOWN]),
        "Your loop gives its answer after the first item. Say `None` only after the whole loop.",
    ),
    Misconception(
        "gives_the_name",
        behaves_like("find_price", gives_the_name, [KNOWN, UNKNOWN]),
        "You give back the name. The caller wants the value that stands beside it in the dictionary.",
    ),
    Misconception(
        "gives_words",
        gives_words,
        "For an item that is not there, your function gives back a text. Give back `None`, without quotes.",
    ),
    Misconception(
        "gives_zero",
        behaves_like("find_price", gives_zero, [KNOWN, UNKNOWN]),
        "Zero means free. For an item that is not in the dictionary, give back `None`.",
    ),
    Misconception(
        "loses_the_free_ones",
        behaves_like("find_price", loses_the_free_ones, [KNOWN, FREE, UNKNOWN]),
        "The paper bag is sold for `0`, and your program treats it as missing. `0` counts as false in an `if`: ask for the name, not for the price.",
    ),
    Misconception(
        "takes_a_part_of_the_name",
        behaves_like("find_price", takes_a_part_of_the_name, [KNOWN, PART]),
        "Your program also finds `date` inside `dates`. Compare whole names.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. What did the caller ask for, and what should they hear?",
    "There are three kinds of questions: for something that costs money, for something that is free, for something that is not there. Which two does your function mix up?",
    'With other goods: `"bus" in {"tram": 6, "bus": 0}` is `True`, and `"train" in {"tram": 6, "bus": 0}` is `False`. Nobody had to look at a price for that.',
)
