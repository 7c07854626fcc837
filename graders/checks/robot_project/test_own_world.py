"""Hidden cases of test_own_world: the three tests are shown reports of robots that are broken in one way only."""

from random import Random

from ailab.checks import Case, Outcome

TESTS = ("all_collected", "has_arrived", "never_bumps")


def cases(seed):
    many = 2 + int(6 * Random(seed).random())
    return (
        _case("piece_left", {"arrived": True, "left": 1, "bumps": 0}, [False, True, True]),
        _case("one_bump", {"arrived": True, "left": 0, "bumps": 1}, [True, True, False]),
        _case("lost", {"arrived": False, "left": 0, "bumps": many}, [True, False, False]),
    )


def _case(name, report, expected):
    return Case(
        name,
        lambda answer: Outcome(value=[answer.call(test, report).value for test in TESTS]),
        expected,
        needs=("world", "solved", "passed"),
    )
