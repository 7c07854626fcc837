"""Hidden cases of secure_device."""

from random import Random

from ailab.checks import Case, Outcome

SIGNS = "abcdefghijkmnpqrstuvwxyz23456789-"
NEEDED = ("device", "sensor", "value", "unit")


def cases(seed):
    random = Random(seed)
    good = [_word(random, 12), _word(random, random.randint(13, 30))]
    token, other = _word(random, 10), _word(random, 10)
    whole = {"phone": "0600000000", "device": _word(random, 5), "unit": "l", "value": random.randint(1, 90), "sensor": "flow", "street": _word(random, 8)}
    part = {key: whole[key] for key in ("value", "device", "street")}
    return (
        Case("length", _each("good_password", [(good[0],), (_word(random, 11),), (good[1],), ("",)]), [True, False, True, False]),
        Case("defaults", _each("good_password", [("password1234",), (good[0],), ("CHANGEME12345",)]), [False, True, False]),
        Case("whole", _each("minimal", [(whole,)]), [{key: whole[key] for key in NEEDED}]),
        Case("part", _each("minimal", [(part,), ({},)]), [{"device": part["device"], "value": part["value"]}, {}]),
        Case("tokens", _each("obeys", [({"do": "close", "token": token}, token), ({"do": "close", "token": other}, token)]), [True, False]),
        Case("no_token", _each("obeys", [({"do": "close"}, token), ({"token": token}, token)]), [False, True]),
        Case(
            "empty_token",
            _each("obeys", [({"do": "open", "token": ""}, ""), ({"do": "open", "token": token}, token), ({"do": "open"}, "")]),
            [False, True, False],
        ),
    )


def _word(random, length):
    return "".join(random.choice(SIGNS) for _ in range(length))


def _each(function, questions):
    # All answers in one case: a function that always says the same earns nothing.
    def ask(answer):
        outcomes = [answer.call(function, *question) for question in questions]
        stopped = next((outcome for outcome in outcomes if outcome.error), None)
        return stopped or Outcome(value=[outcome.value for outcome in outcomes])

    return ask
