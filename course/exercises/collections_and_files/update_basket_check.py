"""Visible cases of update_basket."""

from ailab.checks import Case, Misconception, behaves_like, call, fails, read

SATURDAY = ["bread", "mint", "olives", "mint"]
ONE = (["bread", "mint"], ["dates"], ["mint"])
TWICE = (["mint", "bread", "mint"], [], ["mint"])
NEIGHBORS = (["bread", "mint", "dates", "olives"], [], ["mint", "dates"])
JUST_BOUGHT = (["bread"], ["eggs", "milk"], ["eggs"])
UNKNOWN = (["bread"], [], ["saffron"])

CASES = (
    Case("one_out", call("update_basket", *ONE), ["bread", "dates"], label="One thing comes in, one goes out"),
    Case("sunday", read("sunday"), ["olives", "mint", "dates"], label="The basket of Sunday", needs=("one_out",)),
    Case("saturday_stays", read("saturday"), SATURDAY, label="The basket of Saturday is still the same", needs=("one_out",)),
    Case("unknown", call("update_basket", *UNKNOWN), ["bread"], label="Putting back what is not there", needs=("one_out",)),
)


def takes_out_every_copy(basket, bought, put_back):
    return [item for item in basket + bought if item not in put_back]


def takes_out_while_walking(basket, bought, put_back):
    filled = basket + bought
    for item in filled:
        if item in put_back:
            filled.remove(item)
    return filled


def takes_out_too_early(basket, bought, put_back):
    filled = list(basket)
    for item in put_back:
        if item in filled:
            filled.remove(item)
    return filled + bought


def takes_out_the_last(basket, bought, put_back):
    filled = basket + bought
    for item in put_back:
        if item in filled:
            filled.pop()
    return filled


def only_prints(answer):
    outcome = answer.call("update_basket", *ONE)
    return outcome.value is None and outcome.printed.strip() != ""


def keeps_what_remove_gives(answer):
    # `filled = filled.remove(…)`: all is well until something really leaves.
    return answer.call("update_basket", *ONE).value is None and answer.call("update_basket", ["bread"], [], []).value == ["bread"]


def spoils_the_basket(answer):
    found = answer.read("saturday")
    return isinstance(found.value, list) and found.value != SATURDAY


MISCONCEPTIONS = (
    Misconception(
        "stops_on_missing_item",
        fails(call("update_basket", *UNKNOWN), "ValueError"),
        "Your program stops when the thing to put back is not in the list. Ask first whether it is `in` the list.",
    ),
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows the list, but gives nothing back. Write `return` in front of the list you want to hand over.",
    ),
    Misconception(
        "keeps_what_remove_gives",
        keeps_what_remove_gives,
        "`remove` changes the list and gives back `None`. Call it on a line of its own, without `=`.",
    ),
    Misconception(
        "takes_out_every_copy",
        behaves_like("update_basket", takes_out_every_copy, [ONE, TWICE, NEIGHBORS]),
        "When a thing stands there twice and one is put back, one must stay. Go through `put_back` and take out one at a time.",
    ),
    Misconception(
        "takes_out_while_walking",
        behaves_like("update_basket", takes_out_while_walking, [ONE, NEIGHBORS]),
        "Your loop walks through the list that it makes shorter, so it jumps over things. Walk through `put_back` instead.",
    ),
    Misconception(
        "takes_out_too_early",
        behaves_like("update_basket", takes_out_too_early, [ONE, JUST_BOUGHT]),
        "A thing bought today can be put back too. Put everything in first, then take out.",
    ),
    Misconception(
        "takes_out_the_last",
        behaves_like("update_basket", takes_out_the_last, [ONE, NEIGHBORS]),
        "`pop()` takes the last thing, whatever it is. Say which thing must leave.",
    ),
    Misconception(
        "spoils_the_basket",
        spoils_the_basket,
        "The list of Saturday has changed. `filled = basket` makes a second name, not a second list. Start from a copy.",
    ),
)

LADDER = (
    "Lay the example out with slips of paper, and do it with your hands. What do you look for before you take a slip away?",
    "When the first loop has ended, everything is in the list. Now something has to happen for each thing of another list: which list, and which question comes first?",
    'With colors: after `colors = ["red", "blue", "red"]`, the line `colors.remove("red")` leaves `["blue", "red"]`. And `"green" in colors` is `False`: there is nothing to take out.',
)
