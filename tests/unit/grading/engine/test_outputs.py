"""What a stranger's process says becomes outputs that a notebook can hold, or nothing."""

import io
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.office.grading.engine.outputs import kernel_outputs, trimmed, weight

TEXT = st.text(st.characters(), max_size=5)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
OUTPUT = st.fixed_dictionaries(
    {"output_type": st.sampled_from(["stream", "display_data", "execute_result", "error", "update_display_data", "", None])},
    optional={
        name: ANY | st.dictionaries(st.sampled_from(["text/plain", "text/html", "application/json", "\ud800"]), ANY)
        for name in ("name", "text", "data", "metadata", "ename", "evalue", "traceback", "execution_count", "id")
    },
)


def written(outputs: list[dict[str, Any]]) -> None:
    cell = nbformat.v4.new_code_cell("1", id="a", outputs=[nbformat.from_dict(output) for output in outputs])
    notebook = nbformat.v4.new_notebook(cells=[cell])
    nbformat.validate(notebook)
    io.BytesIO().write(nbformat.writes(notebook).encode("utf-8"))


@given(st.fixed_dictionaries({"outputs": st.lists(OUTPUT | ANY, max_size=4)}) | ANY)
def test_whatever_is_said_can_be_written(answer: Any) -> None:
    written(kernel_outputs(answer, 3))


def test_honest_outputs_come_through_unchanged() -> None:
    honest = [
        {"output_type": "stream", "name": "stderr", "text": "ثمن\n"},
        {"output_type": "display_data", "data": {"text/plain": "<F>", "image/png": "aGk="}, "metadata": {"image/png": {"width": 3}}},
        {
            "output_type": "execute_result",
            "data": {"text/plain": "1", "application/json": {"a": [1, None]}},
            "metadata": {},
            "execution_count": 3,
        },
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", "b"]},
    ]

    assert kernel_outputs({"outputs": honest}, 3) == honest


def test_the_count_of_a_result_is_ours() -> None:
    assert kernel_outputs({"outputs": [{"output_type": "execute_result", "data": {}, "execution_count": 99}]}, 3)[0]["execution_count"] == 3


def test_a_flood_keeps_what_decides_points() -> None:
    flood = [{"output_type": "display_data", "data": {}, "metadata": {}}] * 6000
    last = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}

    found = kernel_outputs({"outputs": [*flood, last]}, 1)

    assert len(found) == 5001
    assert found[-1]["ename"] == "AssertionError"


def test_trimming_keeps_the_first_error_result_and_warning() -> None:
    outputs: list[dict[str, Any]] = [
        {"output_type": "stream", "name": "stdout", "text": "x" * 9999},
        {"output_type": "stream", "name": "stderr", "text": "y" * 9999},
        {"output_type": "execute_result", "data": {"text/plain": "2.0", "text/html": "z" * 9999}, "metadata": {}, "execution_count": 1},
        {"output_type": "error", "ename": "A", "evalue": "b" * 9999, "traceback": ["c" * 9999]},
        {"output_type": "error", "ename": "B", "evalue": "", "traceback": []},
    ]

    kept = trimmed(outputs)

    assert [output["output_type"] for output in kept] == ["stream", "execute_result", "error"]
    assert kept[1]["data"] == {"text/plain": "2.0"}
    assert weight(kept) < 5000 < weight(outputs)


@pytest.mark.parametrize("value", [None, 1, "", [], {}, {"outputs": None}, {"outputs": {"0": {}}}, {"outputs": [1, None, []]}])
def test_no_outputs_are_none(value: Any) -> None:
    assert kernel_outputs(value, 1) == []
