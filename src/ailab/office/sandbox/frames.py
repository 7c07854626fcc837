"""Frames on a socket: a length and that many bytes, never more than a cap. Data, never code."""

import json
import re
import socket
import struct
import time
from typing import Any, Final

_LENGTH: Final = struct.Struct("!I")
MOST_BYTES: Final = 64 << 20
_MOST_ITEMS: Final = 1_000_000
"""A frame of empty lists takes thirty times its size once it is read."""
_TEXTS: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)


class FrameRefused(Exception):
    """A frame that is too large, cut short, or no JSON."""


def send_frame(channel: socket.socket, data: Any) -> None:
    """Send JSON data."""
    body = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    channel.sendall(_LENGTH.pack(len(body)) + body)


def receive_frame(channel: socket.socket, *, most_bytes: int = MOST_BYTES, seconds: float | None = None) -> Any:
    """Return the next frame's data; `seconds` is the time for all of it, however slowly it drips.

    Raises
    ------
    EOFError
        When the other side is gone.
    FrameRefused
        When the frame is larger than allowed or no JSON.
    TimeoutError
        When the time runs out.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    head = _exactly(channel, _LENGTH.size, deadline, first=True)
    (size,) = _LENGTH.unpack(head)
    if size > most_bytes:
        raise FrameRefused(f"a frame of {size} bytes, at most {most_bytes} are read")
    body = _exactly(channel, size, deadline, first=False)
    if _items(body) > _MOST_ITEMS:
        raise FrameRefused(f"a frame of more than {_MOST_ITEMS} items")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FrameRefused(f"a frame that is no JSON: {type(error).__name__}") from None


def _items(body: bytes) -> int:
    """Return at most how many values a frame holds, without reading it as JSON."""
    count = _marks(body)
    # Commas of a text are no items; texts are taken out only where that may matter.
    return count if count <= _MOST_ITEMS else _marks(_TEXTS.sub(b"", body))


def _marks(body: bytes) -> int:
    return sum(body.count(mark) for mark in (b",", b"[", b"{"))


def _exactly(channel: socket.socket, size: int, deadline: float | None, *, first: bool) -> bytes:
    parts: list[bytes] = []
    left = size
    while left:
        if deadline is not None:
            channel.settimeout(max(0.001, deadline - time.monotonic()))
        part = channel.recv(min(left, 1 << 20))
        if not part:
            if first and left == size:
                raise EOFError("the other side is gone")
            raise FrameRefused("a frame that was cut short")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
