"""The process of `limited_answer`: limits first, no network, then the learner's side of the engine.

The hook is no wall: who wants around it gets around it. It keeps a page that is being made from asking the network
for anything, and a program without an end from taking the machine with it.
"""

import os
import socket
import sys
from typing import Final

_CLOSED: Final = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "os.system"})


def main() -> None:
    """Serve the channel of the first argument, with the second as the folder for everything written."""
    channel, folder = socket.socket(fileno=int(sys.argv[1])), sys.argv[2]
    # Libraries keep their settings where this process may write, and nowhere else.
    os.environ.update({"HOME": folder, "TMPDIR": folder, "MPLBACKEND": "agg"})
    from ailab.office.grading.engine.session import serve
    from ailab.office.sandbox.limits import Limits, apply_limits

    apply_limits(Limits(cpu_s=30, memory_mib=1024, file_mib=4))
    sys.addaudithook(_no_network)
    serve(channel, {})


def _no_network(event: str, _given: object) -> None:
    if event in _CLOSED:
        raise PermissionError("There is no network here.")


if __name__ == "__main__":
    main()
