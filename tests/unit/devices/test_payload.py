"""Values that travel, and bytes that come from anywhere."""

import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.devices.errors import WrongValue
from ailab.devices.payload import decode, encode

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(JSON) | st.dictionaries(st.text(st.characters(codec="utf-8")), JSON))
def test_what_json_knows_comes_back(value: object) -> None:
    assert decode(encode(value)) == value


@given(st.binary())
def test_any_bytes_can_be_read(data: bytes) -> None:
    decode(data)


@pytest.mark.parametrize("text", ["on", "رطب", "", "{broken", "NaN", "[NaN]", "-Infinity", "[" * 100_000, "1" * 5_000])
def test_what_is_no_json_is_text(text: str) -> None:
    assert decode(text.encode()) == text


def test_numpy_travels() -> None:
    assert decode(encode({"a": numpy.float64(1.5), "b": numpy.arange(3)})) == {"a": 1.5, "b": [0, 1, 2]}


def endless() -> list[object]:
    inside: list[object] = []
    inside.append(inside)
    return inside


@pytest.mark.parametrize(
    "payload",
    [
        None,
        math.nan,
        math.inf,
        [math.nan],
        {"a": {"b": -math.inf}},
        {1, 2},
        object(),
        print,
        b"raw",
        endless(),
        "\ud83d",
        ["\ud83d"],
        "x" * 300_000,
    ],
)
def test_what_cannot_travel_is_told(payload: object) -> None:
    with pytest.raises(WrongValue):
        encode(payload)
