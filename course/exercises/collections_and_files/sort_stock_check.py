"""Visible cases of sort_stock."""

from ailab.checks import Case, Misconception, any_of, behaves_like, call, fails, read, uses_name


def goods(*pairs):
    return [{"item": item, "price": price} for item, price in pairs]


SHELF = goods(("dates", 40), ("walnuts", 110), ("raisins", 9), ("figs", 60))
EQUAL = goods(("figs", 60), ("dates", 40), ("raisins", 60), ("mulberries", 40))
FIGS = {"item": "figs", "price": 60}

CASES = (
    Case("price_list", read("price_list"), goods(("raisins", 9), ("dates", 40), ("figs", 60), ("walnuts", 110)), label="The shelf, cheapest first"),
    Case("shelf_stays", read("shelf"), SHELF, label="The shelf itself is still the same", needs=("price_list",)),
    Case("found", call("find_item", SHELF, "figs"), FIGS, label="The jar of figs is found"),
    Case("not_found", call("find_item", SHELF, "pepper"), None, label="There is no jar of pepper", needs=("found",)),
)


def by_price(good):
    return good["price"]


def dearest_first(stock):
    return sorted(stock, key=by_price, reverse=True)


def by_name(stock):
    return sorted(stock, key=lambda good: good["item"])


def by_price_as_text(stock):
    return sorted(stock, key=lambda good: str(good["price"]))


def loses_equal_prices(stock):
    jars = {good["price"]: good for good in stock}
    return [jars[price] for price in sorted(jars)]


def cheapest_alone(stock):
    return [min(stock, key=by_price)]


def turns_equal_prices(stock):
    return sorted(reversed(stock), key=by_price)


def looks_at_the_first_only(stock, name):
    for good in stock:
        return good if good["item"] == name else None


def gives_the_price(stock, name):
    return next((good["price"] for good in stock if good["item"] == name), None)


def gives_the_position(stock, name):
    return next((place for place, good in enumerate(stock) if good["item"] == name), None)


def keeps_what_sort_gives(answer):
    outcome = answer.call("sort_stock", SHELF)
    return outcome.value is None and not outcome.error and uses_name("sort_stock", "sort")(answer)


def only_prints(answer):
    outcomes = [answer.call("sort_stock", SHELF), answer.call("find_item", SHELF, "figs")]
    return any(outcome.value is None and outcome.printed.strip() for outcome in outcomes)


def spoils_the_shelf(answer):
    found = answer.read("shelf")
    return isinstance(found.value, list) and found.value != SHELF


MISCONCEPTIONS = (
    Misconception(
        "keeps_what_sort_gives",
        keeps_what_sort_gives,
        "`sort` puts a list in order and gives back `None`. Sort a copy on a line of its own, then `return` the copy.",
    ),
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "A function shows its result, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "searches_from_the_old_cheapest",
        fails(call("sort_stock", SHELF), "ValueError"),
        "The program tries to take out a jar that has left already. Every new round must begin its search again, inside `while`.",
    ),
    Misconception(
        "cheapest_alone",
        behaves_like("sort_stock", cheapest_alone, [(SHELF,)]),
        "Only one jar comes back. Look at the indentation: `return` belongs after the whole `while` loop.",
    ),
    Misconception(
        "dearest_first",
        behaves_like("sort_stock", dearest_first, [(SHELF,)]),
        "The dearest jar comes first. Look at the direction of your comparison.",
    ),
    Misconception(
        "sorts_prices_as_text",
        behaves_like("sort_stock", by_price_as_text, [(SHELF,)]),
        "As texts, `\"110\"` comes before `\"9\"`. Compare the prices as numbers.",
    ),
    Misconception(
        "sorts_by_name",
        behaves_like("sort_stock", by_name, [(SHELF,)]),
        "The jars stand in the order of their names. Compare the values of `\"price\"`.",
    ),
    Misconception(
        "loses_equal_prices",
        behaves_like("sort_stock", loses_equal_prices, [(SHELF,), (EQUAL,)]),
        "Two jars with the same price, and one is lost. A dictionary keeps one value for each key: keep the jars in a list.",
    ),
    Misconception(
        "turns_equal_prices",
        behaves_like("sort_stock", turns_equal_prices, [(SHELF,), (EQUAL,)]),
        "Jars with equal prices change places. A jar is a better find only when its price is really lower: look at `<` and `<=`.",
    ),
    Misconception(
        "spoils_the_shelf",
        spoils_the_shelf,
        "The list `shelf` has changed. Work on a copy of the stock.",
    ),
    Misconception(
        "asks_a_list_like_a_dictionary",
        fails(call("find_item", SHELF, "figs"), "TypeError"),
        "`stock` is a list: it has positions, not names. Go through it and look into each dictionary.",
    ),
    Misconception(
        "looks_at_the_first_only",
        behaves_like("find_item", looks_at_the_first_only, [(SHELF, "dates"), (SHELF, "figs")]),
        "`find_item` gives its answer after the first jar. Say `None` only after the whole loop.",
    ),
    Misconception(
        "gives_a_part_of_the_jar",
        any_of(
            behaves_like("find_item", gives_the_price, [(SHELF, "figs"), (SHELF, "raisins")]),
            behaves_like("find_item", gives_the_position, [(SHELF, "figs"), (SHELF, "raisins")]),
        ),
        "`find_item` gives back one number. Give back the whole dictionary.",
    ),
)

LADDER = (
    "Which function is the first line with ✘ about? Play it with four slips of paper, and say aloud what your hands do.",
    "Some lines run once, some once for each jar that moves, some once for each jar that is looked at. The further in a line stands, the more often it runs: is each of yours where it belongs?",
    "By hand, with the prices 30, 10, 20: in the first round 10 moves, and 30, 20 are left. In the second round the search begins again at 30, finds 20 and moves it.",
)
