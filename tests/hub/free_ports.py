"""Ports that are free, one after the other, as a centre wants them."""

import os
import socket
from typing import Final

PORTS: Final = 8


def free_block(size: int = PORTS) -> int:
    """Return the first of some ports that are free one after the other."""
    for first in range(20_000 + os.getpid() % 200 * 100, 60_000, size):
        if all(is_free(number) for number in range(first, first + size)):
            return first
    raise OSError("no free ports")


def is_free(number: int) -> bool:
    """Tell whether nobody listens there on this machine."""
    with socket.socket() as door:
        try:
            door.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True
