"""Where a try to log in comes from, as far as it can be believed.

Our proxy appends the address it saw to X-Forwarded-For, so the last one there is its word; the ones before, and X-Real-Ip,
were written by whoever asks. The hub itself listens on this machine alone.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from tornado.httputil import HTTPServerRequest

_HOUSE: int = 64
"""Bits of an IPv6 address that a household can't change at will."""


def address_of(request: HTTPServerRequest) -> str:
    """Return the address of the machine that asks."""
    told = request.headers.get_list("X-Forwarded-For")
    last = told[-1].rsplit(",", 1)[-1].strip() if told else _peer(request)
    try:
        return _counted(ip_address(last))
    except ValueError:
        return "unknown"


def _peer(request: HTTPServerRequest) -> str:
    context = getattr(request.connection, "context", None)
    # What the socket says, not what a header made of it.
    return str(getattr(context, "_orig_remote_ip", None) or request.remote_ip or "")


def _counted(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Network((int(address) >> _HOUSE << _HOUSE, _HOUSE)))
    return str(address)
