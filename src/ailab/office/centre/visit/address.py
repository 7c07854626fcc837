"""Where other machines find this one: addresses of its own, without asking any network."""

import socket
import struct
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from ailab.office.centre.folder import Settings

_ASK_ADDRESS: Final = 0x8915
"""SIOCGIFADDR of Linux."""
_EVERYWHERE: Final = ("", "0.0.0.0", "::")  # noqa: S104 - compared, not bound
_NAME_LENGTH: Final = 15
_LOOPBACK: Final = ("127.", "localhost", "::1", "[::1]", "0.0.0.0")  # noqa: S104 - compared, not bound
_HOT_SPOT: Final = "10.42."
"""What NetworkManager gives a machine that is an access point."""


def reachable(settings: Settings, seen: str = "") -> str:
    """Return the address that guests type, ending with a slash: as the trainer's own browser has it where others can use that too."""
    host = urlsplit(f"//{seen}").hostname or ""
    if not host or host.startswith(_LOOPBACK):
        # A centre that listens on this machine alone is found on this machine alone.
        host = next(iter(own_addresses()), "127.0.0.1") if settings.address in _EVERYWHERE else settings.address
    return f"{'https' if settings.tls else 'http'}://{f'[{host}]' if ':' in host else host}:{settings.port}/"


def own_addresses() -> list[str]:
    """Return this machine's IPv4 addresses that others may reach, that of a hot-spot first."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        for _, name in socket.if_nameindex():
            with suppress(OSError, ImportError):
                found.append(_address(door, name))
    return sorted((each for each in found if not each.startswith("127.")), key=lambda each: (not each.startswith(_HOT_SPOT), each))


def _address(door: socket.socket, name: str) -> str:
    from fcntl import ioctl  # not on every platform

    answer = ioctl(door.fileno(), _ASK_ADDRESS, struct.pack("256s", name.encode()[:_NAME_LENGTH]))
    return socket.inet_ntoa(answer[20:24])
