"""Plain data crosses the border unchanged; anything else is refused, and costs the grader nothing."""

import json
import math
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.checks.plain import NotPlain, plain
from ailab.checks.wire import from_wire, to_wire

ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(max_size=20)
    | st.complex_numbers(allow_nan=False)
)
KEYS = st.integers(-5, 5) | st.text(max_size=3) | st.tuples(st.integers(0, 2), st.text(max_size=1))
PLAIN = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.frozensets(KEYS, max_size=3)
        | st.sets(KEYS, max_size=3)
    ),
    max_leaves=20,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tuple", "set", "frozenset", "dict", "int", "float", "bytes", "complex", "ellipsis", "__class__", ""]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=20,
)


def same(a: Any, b: Any) -> bool:
    return type(a) is type(b) and repr(a) == repr(b) if not isinstance(a, set | frozenset) else a == b and type(a) is type(b)


@given(PLAIN)
def test_plain_data_survives_the_journey(value: Any) -> None:
    there = json.loads(json.dumps(to_wire(value)))

    assert from_wire(there) == value
    assert type(from_wire(there)) is type(value)


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, -math.inf, ..., True, 1 << 53, -(1 << 60), 0.1, -0.0, b"\x00\xff", "ثمن", (1, [2, {3: ()}])]
)
def test_what_json_does_not_know_survives_too(value: Any) -> None:
    assert same(from_wire(json.loads(json.dumps(to_wire(value)))), value)


@given(JSON)
def test_garbage_is_data_or_refused(data: Any) -> None:
    with suppress(NotPlain):
        repr(from_wire(data))


@pytest.mark.parametrize(
    "data",
    [
        {"int": "f" * 4000},
        {"complex": []},
        {"complex": [{"int": "0x" + "f" * 300}, 0]},
        {"dict": [[[], 1]]},
        {"dict": 3},
        {"set": [[1]]},
        {"bytes": "é"},
        {"float": []},
        {"pickle": "gASVAA=="},
        {"a": 1, "b": 2},
        {},
        10**400,
        [[]] * 300_000,
    ],
    ids=[
        "huge",
        "empty complex",
        "big complex",
        "list key",
        "no pairs",
        "set of lists",
        "bytes",
        "float",
        "pickle",
        "two tags",
        "no tag",
        "untagged huge",
        "too many",
    ],
)
def test_what_stands_for_nothing_is_refused(data: Any) -> None:
    with pytest.raises(NotPlain):
        from_wire(data)


def test_depth_is_refused_long_before_the_stack() -> None:
    data: Any = 1
    for _ in range(200):
        data = [data]

    with pytest.raises(NotPlain):
        from_wire(data)


@pytest.mark.parametrize("kind", ["dict", "set", "frozenset"])
def test_keys_of_one_hash_do_not_keep_the_grader_busy(kind: str) -> None:
    keys = [{"int": hex(number * (2**61 - 1))} for number in range(50_000)]
    begin = time.monotonic()

    with pytest.raises(NotPlain, match="alike"):
        from_wire({"dict": [[key, 0] for key in keys]} if kind == "dict" else {kind: keys})
    assert time.monotonic() - begin < 2


def test_half_a_letter_becomes_a_mark_that_can_be_written() -> None:
    for value in (to_wire("a\ud800"), from_wire("a\ud800"), from_wire({"tuple": ["\udfff"]})[0]):
        value.encode("utf-8")


@pytest.mark.parametrize("digits", [4300, 4301, 100_000])
def test_a_number_that_python_cannot_write_is_no_answer(digits: int) -> None:
    try:
        repr(from_wire(to_wire(plain(10 ** (digits - 1)))))
    except NotPlain:
        assert digits > 4000
