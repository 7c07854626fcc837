"""System calls that Python's standard library does not offer, each raising OSError with its name.

Linux man pages: unshare(2), mount(2), mount_setattr(2), pivot_root(2), capset(2), prctl(2), landlock(7).
"""

import ctypes
import os
import struct
from typing import Final

CLONE_NEWNS: Final = 0x00020000
CLONE_NEWCGROUP: Final = 0x02000000
CLONE_NEWUTS: Final = 0x04000000
CLONE_NEWIPC: Final = 0x08000000
CLONE_NEWUSER: Final = 0x10000000
CLONE_NEWPID: Final = 0x20000000
CLONE_NEWNET: Final = 0x40000000

MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
MNT_DETACH: Final = 2

_AT_RECURSIVE: Final = 0x8000
_MOUNT_ATTR_RDONLY, _MOUNT_ATTR_NOSUID, _MOUNT_ATTR_NODEV = 1, 2, 4

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
_PR_GET_TID_ADDRESS, _PR_CAP_AMBIENT = 40, 47
_PR_CAP_AMBIENT_CLEAR_ALL: Final = 4
_CAP_VERSION: Final = 0x20080522
_LAST_CAP: Final = 63

# The numbers are the same on x86-64 and arm64, which share the table of newer calls.
_MOUNT_SETATTR, _LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 442, 444, 445, 446
_BY_MACHINE: Final = {"x86_64": {"clone": 56, "pivot_root": 155, "capset": 126}, "aarch64": {"clone": 220, "pivot_root": 41, "capset": 91}}

libc: Final = ctypes.CDLL(None, use_errno=True)


def checked(result: int, name: str) -> int:
    """Return the result of a call to the C library, or raise OSError with the call's name."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result


def _number(name: str) -> int:
    machine = os.uname().machine
    if machine not in _BY_MACHINE:
        raise OSError(38, f"{name}: not known on {machine}")
    return _BY_MACHINE[machine][name]


_CLONE_CHILD_CLEARTID, _CLONE_CHILD_SETTID = 0x00200000, 0x01000000
_SIGCHLD: Final = 17


def fork_into(flags: int) -> int:
    """Fork, the child born into new namespaces; return 0 there and the child's PID here.

    One fork where fork and unshare need two: a new PID namespace holds only what is forked into it, and
    copying the pages of a template is what a fork costs. What os.fork does around the call is done here
    too: Python's own steps, and the thread id that glibc keeps. Only for a process with one thread.
    """
    kept = ctypes.c_void_p()
    checked(libc.prctl(_PR_GET_TID_ADDRESS, ctypes.byref(kept), 0, 0, 0), "prctl(GET_TID_ADDRESS)")
    number = _number("clone")
    wanted = flags | _SIGCHLD | _CLONE_CHILD_SETTID | _CLONE_CHILD_CLEARTID
    # The order of the last two arguments differs between machines.
    last = (kept, 0) if os.uname().machine == "x86_64" else (0, kept)
    call = ctypes.PyDLL(None, use_errno=True).syscall  # keeps Python's lock: nothing else may run between
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    pid = int(call(ctypes.c_long(number), ctypes.c_ulong(wanted), ctypes.c_void_p(0), ctypes.c_void_p(0), *last))
    if pid == 0:
        python.PyOS_AfterFork_Child()
        return 0
    python.PyOS_AfterFork_Parent()
    return checked(pid, "clone")


def unshare(flags: int) -> None:
    """Leave the namespaces named by the flags for new ones."""
    checked(libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """Mount a file system, or bind a folder."""
    checked(libc.mount(source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), data.encode()), f"mount {target}")


def unmount(target: str) -> None:
    """Detach a mount."""
    checked(libc.umount2(target.encode(), MNT_DETACH), f"umount {target}")


def make_read_only(target: str) -> None:
    """Make a mount and all below it read-only, without set-user-id programs and devices."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID | _MOUNT_ATTR_NODEV, 0, 0, 0)
    result = libc.syscall(_MOUNT_SETATTR, -100, target.encode(), _AT_RECURSIVE, attributes, ctypes.c_size_t(len(attributes)))
    checked(result, f"mount_setattr {target}")


def make_harmless(target: str) -> None:
    """Let nothing on this mount be a set-user-id program or a device."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_NOSUID | _MOUNT_ATTR_NODEV, 0, 0, 0)
    result = libc.syscall(_MOUNT_SETATTR, -100, target.encode(), _AT_RECURSIVE, attributes, ctypes.c_size_t(len(attributes)))
    checked(result, f"mount_setattr {target}")


def pivot_root(new: str, old: str) -> None:
    """Make `new` the root folder and put the old one at `old`."""
    checked(libc.syscall(_number("pivot_root"), new.encode(), old.encode()), "pivot_root")


def set_dumpable(*, dumpable: bool = True) -> None:
    """Let this process own its /proc entries again after it changed its user, or hide them from others of its user."""
    checked(libc.prctl(_PR_SET_DUMPABLE, int(dumpable), 0, 0, 0), "prctl(DUMPABLE)")


def die_with_parent() -> None:
    """Be killed when the parent ends."""
    checked(libc.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0), "prctl(PDEATHSIG)")


def drop_capabilities() -> None:
    """Empty every capability set of this process for good."""
    for capability in range(_LAST_CAP + 1):
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break  # past the last one this kernel knows
    libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = struct.pack("Ii", _CAP_VERSION, 0)
    checked(libc.syscall(_number("capset"), header, bytes(24)), "capset")


def no_new_privileges() -> None:
    """Never gain rights through a program again."""
    checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl(NO_NEW_PRIVS)")


def landlock_version() -> int:
    """Return the version of Landlock this kernel offers, 0 for none."""
    return max(0, int(libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)))


_FS_WRITE_FILE, _FS_READ = 1 << 1, (1 << 0) | (1 << 2) | (1 << 3)
_FS_ALL_BY_VERSION: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_NET_ALL: Final = 3
_SCOPE_ALL: Final = 3


def landlock(*, readable: list[str], writable: list[str], network: bool = False) -> None:
    """Allow reading and writing below these folders, and nothing else: no signals or sockets to outside, TCP only with `network`."""
    version = landlock_version()
    if not version:
        raise OSError(95, "landlock: not offered by this kernel")
    everything = _FS_ALL_BY_VERSION[min(version, 5)]
    fields = [everything]
    if version >= 4:
        fields.append(0 if network else _NET_ALL)
    if version >= 6:
        fields.append(_SCOPE_ALL)
    attributes = struct.pack(f"{len(fields)}Q", *fields)
    rules = checked(libc.syscall(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0), "landlock_create_ruleset")
    try:
        for folder in readable:
            _allow(rules, folder, _FS_READ)
        for folder in writable:
            _allow(rules, folder, everything)
        checked(libc.syscall(_LANDLOCK_RESTRICT, rules, 0), "landlock_restrict_self")
    finally:
        os.close(rules)


_FOR_FILES: Final = (1 << 0) | (1 << 1) | (1 << 2) | (1 << 14) | (1 << 15)


def _allow(rules: int, path: str, access: int) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        allowed = access if os.path.isdir(path) else access & _FOR_FILES
        rule = struct.pack("=Qi", allowed, handle)
        checked(libc.syscall(_LANDLOCK_ADD, rules, 1, rule, 0), f"landlock_add_rule {path}")
    finally:
        os.close(handle)


def make_read_only_top(target: str) -> None:
    """Make this one mount read-only, not those below it."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID, 0, 0, 0)
    result = libc.syscall(_MOUNT_SETATTR, -100, target.encode(), 0, attributes, ctypes.c_size_t(len(attributes)))
    checked(result, f"mount_setattr {target}")
