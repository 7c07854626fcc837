"""The ports of a centre: one that people see, and a few beside it that only this machine reaches."""

import os
import socket
from dataclasses import dataclass
from typing import Final

from ailab.errors import Refused

_NAMES: Final = ("hub", "proxy", "round", "desk", "formgrader", "visit")
_LOCALHOST: Final = "127.0.0.1"
_LAST: Final = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Consecutive numbers, beginning with the one in the address that learners type."""

    public: int

    def of(self, name: str) -> int:
        """Return the port of "hub", "proxy" (its control), "round", "desk", "formgrader" or "visit"."""
        return self.public + 1 + _NAMES.index(name)

    def url(self, name: str) -> str:
        """Return the address of one of them on this machine."""
        return f"http://{_LOCALHOST}:{self.of(name)}"


def expect_free(address: str, ports: Ports) -> None:
    """Do nothing when every port can be used.

    Raises
    ------
    Refused
        With the port that is busy.
    """
    if not 0 < ports.public <= _LAST - len(_NAMES):
        raise Refused(f"{ports.public} is no port for a centre. Choose one from 1024 to {_LAST - len(_NAMES)} with --port.")
    for where, number in ((address, ports.public), *((_LOCALHOST, ports.of(name)) for name in _NAMES)):
        with socket.socket(socket.AF_INET6 if ":" in where else socket.AF_INET, socket.SOCK_STREAM) as door:
            if os.name == "posix":
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((where, number))
            except OSError as error:
                raise Refused(
                    f"Port {number} on {where} can't be used ({error.strerror}). Is the centre up already? "
                    f"Else choose another one with --port: {len(_NAMES)} more after it are needed."
                ) from None
