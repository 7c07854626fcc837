"""Cases, misconceptions and points."""

from fractions import Fraction

import pytest

from ailab.checks import Case, Misconception, behaves_like, call, fails, gives, read, run_checks, uses_name
from ailab.checks.findings import Findings, points
from ailab.checks.local import LocalAnswer


def run(source: str, cases: list[Case], **more: object) -> Findings:
    namespace: dict[str, object] = {}
    exec(source, namespace)
    return run_checks(LocalAnswer(namespace, [source]), exercise="e", visible=cases, **more)  # type: ignore[arg-type]


DOUBLE = [Case("some", call("f", 3), 6), Case("none", call("f", 0), 0, needs=("some",))]


def test_a_right_answer_earns_everything_and_no_hint() -> None:
    findings = run("def f(x): return x * 2", DOUBLE, misconceptions=[Misconception("always", lambda _: True, "No.")])

    assert (findings.share, findings.misconception) == (Fraction(1), "")


def test_a_case_that_needs_another_earns_nothing_without_it() -> None:
    findings = run("def f(x): return 0", DOUBLE)

    assert [finding.passed for finding in findings.cases] == [False, False]


def test_weights_count() -> None:
    cases = [Case("a", read("x"), 1, weight=3), Case("b", read("y"), 1)]

    assert run("x = 1\ny = 2", cases).share == Fraction(3, 4)


def test_the_first_misconception_that_shows_is_named() -> None:
    ideas = [
        Misconception("stumbles", lambda _: 1 / 0 > 0, "?"),
        Misconception("adds", behaves_like("f", lambda x: x + 2, [(3,), (5,)]), "You added."),
        Misconception("later", lambda _: True, "Later."),
    ]

    findings = run("def f(x):\n    return 2 + x", DOUBLE, misconceptions=ideas)

    assert (findings.misconception, findings.hint) == ("adds", "You added.")


def test_a_missing_name_is_told_with_the_nearest_one_and_no_hint() -> None:
    findings = run(
        "def find_prices(): ...",
        [Case("a", call("find_price"), 1)],
        names=["find_price"],
        misconceptions=[Misconception("x", lambda _: True, "X")],
    )

    assert findings.missing == (("find_price", "find_prices"),)
    assert findings.misconception == ""


def test_hidden_cases_count_and_keep_nothing_of_the_learner() -> None:
    findings = run("def f(x): return x", [Case("a", call("f", 1), 1)], hidden=[Case("h", call("f", 7), 14)])

    assert findings.share == Fraction(1, 2)
    assert (findings.cases[1].given, findings.cases[1].expected) == (None, "")


def test_a_wrong_program_that_stops_is_recognized_by_its_error() -> None:
    answer = LocalAnswer({"f": lambda prices, item: prices[item]}, [])

    assert behaves_like("f", lambda prices, item: prices[item], [({"a": 1}, "a"), ({}, "a")])(answer)
    assert fails(call("f", {}, "a"), "KeyError")(answer)


def test_recognizers_look_at_values_and_trees() -> None:
    answer = LocalAnswer({"x": 23}, ["x = max([23])"])

    assert gives(read("x"), 23)(answer)
    assert uses_name("x", "max")(answer)
    assert not uses_name("x", "min")(answer)


@pytest.mark.parametrize(
    ("share", "maximum", "expected"), [(Fraction(5, 7), 4, 2.86), (Fraction(1), 5, 5.0), (Fraction(0), 5, 0.0), (Fraction(1, 3), 6, 2.0)]
)
def test_points_are_a_built_in_float(share: Fraction, maximum: int, expected: float) -> None:
    given = points(share, maximum)

    assert given == expected
    assert type(given) is float


def test_a_judge_that_stumbles_costs_its_own_case_alone() -> None:
    cases = [Case("length", read("x"), accept=lambda outcome: len(outcome.value) == 2), Case("value", read("x"), 5)]

    assert [finding.passed for finding in run("x = 5", cases).cases] == [False, True]
