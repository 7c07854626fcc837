"""A port for each learner's server, out of reach of the ports that connections take for themselves.

JupyterHub's own choice is any port that is free at the moment; while a hundred servers start, another program's
connection may take it before the server listens, or worse, another server.
"""

import socket
from pathlib import Path
from random import SystemRandom
from typing import Final

from ailab.errors import Refused

_FIRST: Final = 20_000
_USUAL_END: Final = 32_768
_RANGE: Final = Path("/proc/sys/net/ipv4/ip_local_port_range")
_given: set[int] = set()
"""By this process and not given back: two servers that start at the same time never get one port."""


def take_port() -> int:
    """Return a port on which nobody listens, and which nobody else is given until it is given back.

    Raises
    ------
    Refused
        When all are taken.
    """
    ports = range(_FIRST, _end())
    begin = SystemRandom().randrange(len(ports))
    candidates: list[int] = [*ports[begin:], *ports[:begin]]
    for number in candidates:
        if number not in _given and _is_free(number):
            _given.add(number)
            return number
    raise Refused(f"Every port from {ports.start} to {ports.stop - 1} is taken. Stop servers that nobody uses, then try again.")


def give_back(number: int) -> None:
    """Let others have this port."""
    _given.discard(number)


def _end() -> int:
    """Return where the ports begin that the system gives to connections."""
    try:
        first = int(_RANGE.read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        first = _USUAL_END
    return first if first > _FIRST + 1000 else _USUAL_END


def _is_free(number: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True
