"""Policies are read strictly, and every mistake has its line."""

from fractions import Fraction
from pathlib import Path

import pytest

from ailab.office.certificates import PolicyInvalid, parse_policy, read_policy
from ailab.office.certificates.policy import AttendanceRule, ScoreRule

POLICIES = Path(__file__).parents[3] / "graders" / "policies"

TEXT = """\
format_version = 1
id = "tiny"
version = "1"
kind = "statement"
title = "Statement"
criteria = "Enough points."
need = "all"

[[rules]]
measure = "score"
id = "first"
module = "first"
at_least = "60%"
attempts = "best"
missing = "short"

[[rules]]
measure = "score"
id = "second"
module = "second"
at_least = "70%"
attempts = "last"
missing = "unknown"
"""


def test_percentages_are_read_exactly() -> None:
    assert [rule.at_least for rule in parse_policy(TEXT).rules] == [Fraction(3, 5), Fraction(7, 10)]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('at_least = "70%"', 'at_lest = "70%"', 21, "at_lest"),
        ('at_least = "70%"', "at_least = 0.7", 21, "percentage in quotes"),
        ('at_least = "70%"', 'at_least = "170%"', 21, "no percentage"),
        ('missing = "unknown"\n', "", 17, "missing"),
        ('attempts = "last"', 'attempts = "first"', 22, "first"),
        ('need = "all"', 'needs = "all"', 7, "needs"),
        ('measure = "score"\nid = "second"', 'measure = "stars"\nid = "second"', 18, "stars"),
        ("format_version = 1", "format_version = 2", 1, "Update ailab"),
        ("format_version = 1\n", "", 1, "Begin the file with"),
        ('need = "all"', "need = all", 7, "Not valid TOML"),
        ('id = "second"', 'id = "first"', 1, "id of its own"),
        ('at_least = "70%"', 'at_least = "0%"', 1, "ask for nothing"),
        ('need = "all"', 'need = "all"\nwaive = { rules = ["third"] }', 1, "third"),
        ('need = "all"', 'need = "all"\nwaive = { rules = ["first"] }', 1, "what is waived was not"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, what: str) -> None:
    with pytest.raises(PolicyInvalid) as caught:
        parse_policy(TEXT.replace(old, new, 1))

    assert str(caught.value).startswith(f"{line}: ")
    assert what in str(caught.value)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tiny.toml"
    path.write_text(TEXT.replace("need", "needs"), encoding="utf-8")

    with pytest.raises(PolicyInvalid, match=r"^tiny\.toml:7: .*needs"):
        read_policy(path)


def test_the_statement_asks_for_one_module_of_the_track() -> None:
    policy = read_policy(POLICIES / "module_statement.toml")

    assert policy.need == "any"
    assert [(rule.module, rule.at_least) for rule in policy.rules if isinstance(rule, ScoreRule)] == [
        ("collections_and_files", Fraction(3, 5)),
        ("classifiers", Fraction(3, 5)),
    ]


def test_participation_looks_at_attendance_alone() -> None:
    policy = read_policy(POLICIES / "workshop_participation.toml")

    assert [type(rule) for rule in policy.rules] == [AttendanceRule]


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_policy_is_called_like_its_file(path: Path) -> None:
    assert read_policy(path).id == path.stem
