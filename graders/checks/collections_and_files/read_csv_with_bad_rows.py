"""Hidden cases of read_csv_with_bad_rows."""

from random import Random

from ailab.checks import Case, call

HEADER = "item,quantity,price"
NAMES = ("almonds", "apples", "butter", "carrots", "couscous", "figs", "flour", "grapes", "lentils", "milk")
KINDS = ("black", "dried", "large", "red", "small", "white")


def cases(seed):
    random = Random(seed)
    return (
        _case(random, "only_good", []),
        _case(random, "missing_field", [f"{_name(random)},{_number(random)}", _name(random)]),
        _case(random, "extra_field", [f"{_row(random)},{_number(random)}"]),
        _case(random, "empty_item", [f",{_number(random)},{_number(random)}" for _ in range(2)]),
        _case(random, "not_a_number", _not_numbers(random)),
        _case(random, "comma_in_a_name", [], good=[f'"{_name(random)}, {random.choice(KINDS)}",{_number(random)},{_number(random)}']),
        _case(random, "empty_lines", [], blank=random.randint(2, 4)),
        Case("header_only", call("count_rows", HEADER + "\n"), {"kept": 0, "dropped": 0}, needs=("only_good",)),
    )


def _case(random, name, bad, good=(), blank=0):
    kept = [*good, *(_row(random) for _ in range(random.randint(3, 5)))]
    lines = [*kept, *bad, *[""] * blank]
    random.shuffle(lines)
    text = "\n".join([HEADER, *lines, _row(random)]) + "\n"
    return Case(name, call("count_rows", text), {"kept": len(kept) + 1, "dropped": len(bad)})


def _row(random):
    return f"{_name(random)},{_number(random)},{_number(random)}"


def _not_numbers(random):
    word = random.choice(("two", "six", "ten"))
    return [
        f"{_name(random)},{word},{_number(random)}",
        f"{_name(random)},{_number(random)},",
        f"{_name(random)},{_number(random)}.5,{_number(random)}",
    ]


def _name(random):
    return random.choice(NAMES)


def _number(random):
    return random.randint(1, 60)
