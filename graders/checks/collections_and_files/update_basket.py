"""Hidden cases of update_basket."""

from random import Random

from ailab.checks import Case, call

GOODS = ("almonds", "apples", "butter", "carrots", "couscous", "eggs", "figs", "flour", "grapes", "honey", "lentils", "milk")


def cases(seed):
    random = Random(seed)
    a, b, c, d, e, f = random.sample(GOODS, 6)
    return (
        Case("in_and_out", call("update_basket", [a, b, c], [d, e], [b]), [a, c, d, e]),
        Case("first_copy", call("update_basket", [a, b, a, c], [d], [a]), [b, a, c, d]),
        Case("both_copies", call("update_basket", [a, b, a, c], [d], [a, a]), [b, c, d]),
        Case("just_bought", call("update_basket", [a, b], [c, d, e], [d]), [a, b, c, e]),
        Case("neighbors", call("update_basket", [a, b, c, d, e], [], [b, c, d]), [a, e]),
        Case("unknown", call("update_basket", [a, b], [c], [f, "saffron"]), [a, b, c], needs=("in_and_out",)),
    )
