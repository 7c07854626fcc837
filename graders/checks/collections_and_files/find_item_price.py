"""Hidden cases of find_item_price."""

from random import Random

from ailab.checks import Case, call

GOODS = ("almonds", "apples", "butter", "carrots", "couscous", "figs", "grapes", "honey", "lentils")


def cases(seed):
    random = Random(seed)
    names = random.sample(GOODS, 5)
    prices = {name: random.randint(4, 90) for name in names}
    middle, last = names[2], names[-1]
    with_gift = {**prices, "recipe": 0}
    return (
        Case("known", call("find_price", prices, middle), prices[middle]),
        Case("last", call("find_price", prices, last), prices[last]),
        Case("free", call("find_price", with_gift, "recipe"), 0),
        Case("unknown", call("find_price", prices, "saffron"), None, needs=("known",)),
        Case("part_of_a_name", call("find_price", prices, middle[:-1]), None, needs=("known",)),
        Case("empty", call("find_price", {}, middle), None, needs=("known",)),
    )
