"""System calls that no notebook needs and that reach around another layer, refused by a filter in the kernel.

What each would undo: a nested user namespace gives capabilities back; a job that clears its parent-death
signal outlives the template; memory files and System V segments escape the memory watch; virtual-machine
sockets know no network namespace; keyrings belong to a user, not to a job. The rest is kernel that only
attackers call. Linux man pages: seccomp(2), bpf(4).
"""

import ctypes
import os
import struct
from collections.abc import Mapping
from typing import Final

from ailab.office.sandbox.syscalls import checked, libc

_ARCHITECTURES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_OLD: Final[Mapping[str, tuple[int, int]]] = {
    # name: number on x86-64, on arm64
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "ptrace": (101, 117),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "mount": (165, 40),
    "umount2": (166, 39),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "unshare": (272, 97),
    "perf_event_open": (298, 241),
    "fanotify_init": (300, 262),
    "open_by_handle_at": (304, 265),
    "setns": (308, 268),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "memfd_create": (319, 279),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
}
_NEW: Final[Mapping[str, int]] = {
    # From 424 on the numbers are the same everywhere.
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_getfd": 438,
    "mount_setattr": 442,
    "memfd_secret": 447,
}
_CLONE: Final = (56, 220)
_CLONE3: Final = 435
_SOCKET: Final = (41, 198)
_PRCTL: Final = (157, 167)
_NAMESPACE_FLAGS: Final = 0x7E020000
_FAMILIES: Final = (1, 2, 10)
"""Unix, IPv4 and IPv6 sockets: all three are closed in by the network namespace."""
_NETLINK: Final = 16
_SET_PARENT_DEATH: Final = 1
_X32: Final = 0x40000000

_EPERM, _ENOSYS, _EOPNOTSUPP, _EAFNOSUPPORT = 1, 38, 95, 97
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FIRST = 0, 4, 16
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2

_Line = tuple[int, int, int, int]


def filter_system_calls() -> None:
    """Refuse these calls to this process and all it starts, for good; needs no-new-privileges first."""
    lines = program(os.uname().machine)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    head = struct.pack("@HP", len(lines), ctypes.addressof(code))
    checked(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, head, 0, 0), "prctl(SECCOMP)")


def program(machine: str) -> list[_Line]:
    """Return the filter for a kind of machine.

    Raises
    ------
    OSError
        When its numbers are not known: then there is no sandbox.
    """
    if machine not in _ARCHITECTURES:
        raise OSError(_ENOSYS, f"seccomp: not known on {machine}")
    column = list(_ARCHITECTURES).index(machine)
    refused = sorted([numbers[column] for numbers in _OLD.values()] + list(_NEW.values()))
    return [
        (_LOAD, 0, 0, _AT_ARCHITECTURE),
        (_IF_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        _refuse(_ENOSYS),  # the 32-bit way in has other numbers
        (_LOAD, 0, 0, _AT_NUMBER),
        *_unless(_IF_AT_LEAST, _X32, _ENOSYS),
        # Its flags lie in memory, where no filter looks; without it libraries call clone.
        *_unless(_IF_EQUAL, _CLONE3, _ENOSYS),
        *(line for number in refused for line in _unless(_IF_EQUAL, number, _EPERM)),
        *_looking_at_first(_CLONE[column], _unless(_IF_ANY_BIT, _NAMESPACE_FLAGS, _EPERM)),
        *_looking_at_first(_PRCTL[column], _unless(_IF_EQUAL, _SET_PARENT_DEATH, _EPERM)),
        *_looking_at_first(_SOCKET[column], _families()),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _refuse(error: int) -> _Line:
    return _RETURN, 0, 0, _ERRNO | error


def _unless(test: int, value: int, error: int) -> list[_Line]:
    """Return lines that refuse when the test holds, and go on otherwise."""
    return [(test, 0, 1, value), _refuse(error)]


def _looking_at_first(number: int, body: list[_Line]) -> list[_Line]:
    """Return lines that judge this call by its first argument, low half: the kernel reads no more of it."""
    inner: list[_Line] = [(_LOAD, 0, 0, _AT_FIRST), *body, (_RETURN, 0, 0, _ALLOW)]
    return [(_IF_EQUAL, 0, len(inner), number), *inner]


def _families() -> list[_Line]:
    allowed: list[_Line] = []
    for family in _FAMILIES:
        allowed += [(_IF_EQUAL, 0, 1, family), (_RETURN, 0, 0, _ALLOW)]
    # ZeroMQ asks for the network's interfaces and aborts its process on any other refusal than this one.
    return [*allowed, *_unless(_IF_EQUAL, _NETLINK, _EOPNOTSUPP), _refuse(_EAFNOSUPPORT)]
