"""The ledger adds what is new, and nothing else ever changes."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from ailab.office.ledger import Findings, LedgerDamaged, Result, append_results, attempt_number, forget_results, latest_results, read_ledger
from ailab.office.ledger.record import result_line, result_of

RESULT = Result(
    learner="sample-abc123",
    module="tiny_steps",
    exercise="double_number",
    attempt=1,
    submission="a" * 64,
    release="r1",
    check="c" * 64,
    status="graded",
    points="2.5",
    maximum="4",
    written_points=None,
    written_maximum="0",
    findings=Findings(misconception="squares"),
    recorded_at="2026-11-20T10:00:00Z",
)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"

    append_results(path, [RESULT])

    assert read_ledger(path) == (RESULT,)


def test_the_same_result_again_adds_nothing_even_later(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_results(path, [RESULT])
    before = path.read_bytes()

    assert append_results(path, [replace(RESULT, recorded_at="2027-01-01T00:00:00Z")]) == 0
    assert path.read_bytes() == before


def test_a_changed_result_follows_the_one_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_results(path, [RESULT])

    append_results(path, [replace(RESULT, points="4")])

    assert [result.points for result in read_ledger(path)] == ["2.5", "4"]
    assert read_ledger(path)[1].follows == RESULT.id
    assert [result.points for result in latest_results(read_ledger(path))] == ["4"]


def test_a_result_that_comes_back_is_the_latest_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"

    for points in ("2.5", "4", "2.5"):
        append_results(path, [replace(RESULT, points=points)])

    assert [result.points for result in read_ledger(path)] == ["2.5", "4", "2.5"]
    assert len({result.id for result in read_ledger(path)}) == 3


def test_a_line_cut_by_a_crash_is_dropped_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    other = replace(RESULT, exercise="explain_doubling")
    append_results(path, [RESULT, other])
    path.write_bytes(path.read_bytes()[:-40])

    assert read_ledger(path) == (RESULT,)
    assert append_results(path, [RESULT, other]) == 1
    assert read_ledger(path) == (RESULT, other)


def test_a_changed_line_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_results(path, [RESULT])
    path.write_text(path.read_text(encoding="utf-8").replace('"2.5"', '"4"'), encoding="utf-8")

    with pytest.raises(LedgerDamaged, match=r"ledger\.jsonl:1: the content does not fit its id"):
        read_ledger(path)


def test_a_missing_ledger_is_empty(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none.jsonl") == ()


def test_only_graded_work_has_a_total() -> None:
    written = replace(RESULT, written_points="3", written_maximum="3")

    assert written.total == Fraction("5.5")
    assert replace(written, status="pending").total is None
    assert replace(written, status="missing", points=None).total is None
    assert written.total_maximum == 7


def test_each_other_notebook_is_a_new_attempt_and_a_missing_one_is_none() -> None:
    missing = replace(RESULT, submission="", status="missing", points=None)
    about = (RESULT.learner, RESULT.module, RESULT.exercise)

    assert attempt_number([missing], *about, RESULT.submission) == 1
    assert attempt_number([RESULT], *about, RESULT.submission) == 1
    assert attempt_number([RESULT], *about, "b" * 64) == 2


def test_hints_are_kept_and_records_older_than_hints_keep_their_id(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    helped = replace(RESULT, findings=Findings(misconception="squares", hints=3))
    append_results(path, [helped])
    older = json.loads(result_line(RESULT))
    del older["findings"]["hints"]

    assert read_ledger(path)[0].findings.hints == 3
    assert result_of(older) == RESULT
    assert helped.id != RESULT.id


def test_what_is_known_about_one_learner_is_destroyed_and_of_others_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    other = replace(RESULT, learner="sample-other")
    append_results(path, [RESULT, other])
    append_results(path, [replace(RESULT, points="4")])

    assert forget_results(path, RESULT.learner) == 2
    assert RESULT.learner not in path.read_text(encoding="utf-8")
    assert [result.learner for result in read_ledger(path)] == ["sample-other"]
    assert forget_results(path, RESULT.learner) == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ledger.jsonl"]


def test_a_damaged_ledger_forgets_nobody(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_results(path, [RESULT])
    path.write_text(path.read_text(encoding="utf-8") + "nonsense\n", encoding="utf-8")
    before = path.read_bytes()

    with pytest.raises(LedgerDamaged):
        forget_results(path, RESULT.learner)
    assert path.read_bytes() == before
