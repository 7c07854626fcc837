"""Hidden cases of sort_stock."""

from random import Random

from ailab.checks import Case, call

NAMES = ("almonds", "apricots", "cashews", "dates", "figs", "hazelnuts", "peanuts", "pistachios", "prunes", "raisins", "walnuts")


def cases(seed):
    random = Random(seed)
    many = _goods(random, _unsorted(random))
    low, high = random.randint(12, 40), random.randint(50, 90)
    equal = _goods(random, (high, low, high, low, low))
    digits = _goods(random, (100 + low, 2 + low % 7, high))
    return (
        Case("many", call("sort_stock", many), sorted(many, key=_price)),
        Case("equal_prices", call("sort_stock", equal), sorted(equal, key=_price)),
        Case("one_two_three_digits", call("sort_stock", digits), sorted(digits, key=_price)),
        Case("empty", call("sort_stock", []), [], needs=("many",)),
        Case("find_last", call("find_item", many, many[-1]["item"]), many[-1]),
        Case("find_none", call("find_item", many, "saffron"), None, needs=("find_last",)),
    )


def _goods(random, prices):
    # Names in alphabetical order: no order by price is an order by name by luck.
    names = sorted(random.sample(NAMES, len(prices)))
    return [{"item": name, "price": price} for name, price in zip(names, prices, strict=True)]


def _unsorted(random):
    # The cheapest stands in the middle and the dearest before it.
    low, *others, high = sorted(random.sample(range(10, 99), 7))
    random.shuffle(others)
    return [*others[:2], high, low, *others[2:]]


def _price(good):
    return good["price"]
