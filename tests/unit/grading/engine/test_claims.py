"""Certificate mode: an error beats a result, and a claim that is no fair number waits for a person."""

from typing import Any

import pytest

from ailab.office.grading.engine.claims import judge_claims

from .conftest import code, notebook

ERROR = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}
NOISE = {"output_type": "stream", "name": "stdout", "text": "x"}


def result(text: Any) -> dict[str, Any]:
    return {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": text}, "execution_count": 1}


def judged(*outputs: dict[str, Any], **label: Any) -> tuple[frozenset[str], list[dict[str, Any]]]:
    book = notebook({**code("1", **{"grade": True, "solution": False, "grade_id": "q", "points": 4, **label}), "outputs": list(outputs)})
    return judge_claims(book), book["cells"][0]["outputs"]


@pytest.mark.parametrize("text", ["nan", "inf", "-1", "-0.001", "4.01", "1e9", "full marks", "", "array([4.])", None])
def test_a_claim_that_is_no_fair_number_waits_for_a_person(text: Any) -> None:
    waiting, outputs = judged(NOISE, result(text))

    assert waiting == {"q"}
    assert outputs[0]["output_type"] == "error"
    assert outputs[1:] == [NOISE, result(text)]


@pytest.mark.parametrize("text", ["0", "0.0", "4", "4.0", "2.67"])
def test_a_fair_number_counts(text: str) -> None:
    assert judged(NOISE, result(text)) == (frozenset(), [NOISE, result(text)])


def test_an_error_beats_the_result_before_it() -> None:
    waiting, outputs = judged(result("4"), ERROR)

    assert waiting == frozenset()
    assert outputs == [ERROR, result("4")]


def test_one_unfair_result_among_fair_ones_waits() -> None:
    assert judged(result("4"), result("nan"))[0] == {"q"}


@pytest.mark.parametrize("label", [{"grade": False}, {"solution": True}])
def test_other_cells_are_left_alone(label: dict[str, Any]) -> None:
    assert judged(result("nan"), **label) == (frozenset(), [result("nan")])


def test_nothing_said_is_nothing_claimed() -> None:
    assert judged(NOISE) == (frozenset(), [NOISE])
