"""Frames: what a stranger may send without costing the grader more than a refusal."""

import json
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def raw(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def test_data_arrives_as_it_was_sent(pair: Pair) -> None:
    data = {"a": [1, 2.5, None, "ثمن\ud800"], "b": {"": True}}

    send_frame(pair[1], data)

    assert receive_frame(pair[0]) == data


def test_a_frame_above_the_cap_is_refused_before_it_is_read(pair: Pair) -> None:
    pair[1].sendall(struct.pack("!I", 1 << 31))

    with pytest.raises(FrameRefused, match="at most 1000"):
        receive_frame(pair[0], most_bytes=1000, seconds=1)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"nul", b'{"a":}'], ids=["empty", "open", "bytes", "deep", "word", "hole"]
)
def test_what_is_no_json_is_refused(pair: Pair, body: bytes) -> None:
    pair[1].sendall(raw(body))

    with pytest.raises(FrameRefused):
        receive_frame(pair[0], seconds=1)


def test_many_small_items_are_refused_unread(pair: Pair) -> None:
    Thread(target=pair[1].sendall, args=(raw(b"[" + b"{}," * 1_500_000 + b"0]"),)).start()

    with pytest.raises(FrameRefused, match="items"):
        receive_frame(pair[0], seconds=10)


def test_a_long_text_of_commas_is_one_item(pair: Pair) -> None:
    text = ',[{"\\' * 500_000
    Thread(target=send_frame, args=(pair[1], [text])).start()

    assert receive_frame(pair[0], seconds=10) == [text]


def test_a_frame_that_drips_ends_in_time(pair: Pair) -> None:
    def drip() -> None:
        for byte in raw(b"[1,2,3,4,5,6,7,8,9]"):
            try:
                pair[1].send(bytes([byte]))
            except OSError:
                return
            time.sleep(0.1)

    Thread(target=drip, daemon=True).start()
    begin = time.monotonic()

    with pytest.raises(TimeoutError):
        receive_frame(pair[0], seconds=0.5)
    assert time.monotonic() - begin < 1.5


def test_the_end_of_the_other_side_is_told_apart_from_a_cut_frame(pair: Pair) -> None:
    pair[1].sendall(raw(b"[1]")[:-1])
    pair[1].shutdown(socket.SHUT_WR)
    with pytest.raises(FrameRefused, match="cut short"):
        receive_frame(pair[0], seconds=1)

    with pytest.raises(EOFError):
        receive_frame(pair[0], seconds=1)


@given(st.binary(max_size=200))
def test_garbage_is_data_or_refused(body: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(raw(body))
        with suppress(FrameRefused):
            json.dumps(receive_frame(ours, seconds=1))
