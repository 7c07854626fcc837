"""From a fork of the template to a job that can do no harm: every layer, in the order that holds.

A forked child keeps its parent's capabilities until it drops them, since nothing is exec'ed; so the
template itself leaves root, and all that a namespace gives is taken away again before a stranger's
code runs.
"""

import os
from collections.abc import Mapping
from typing import Final

from ailab.office.sandbox import syscalls
from ailab.office.sandbox.limits import Limits, apply_limits
from ailab.office.sandbox.seccomp import filter_system_calls
from ailab.office.sandbox.view import TMP, WORK, View, enter

NAMESPACES: Final = (
    syscalls.CLONE_NEWUSER
    | syscalls.CLONE_NEWNS
    | syscalls.CLONE_NEWPID
    | syscalls.CLONE_NEWIPC
    | syscalls.CLONE_NEWNET
    | syscalls.CLONE_NEWUTS
    | syscalls.CLONE_NEWCGROUP
)
_INSIDE: Final = 1000


def leave_root(user: int) -> None:
    """Give root away for good; called in the template, so that no job ever had it."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    syscalls.set_dumpable()


def settle(
    limits: Limits, view: View, base: str, root: str, files: Mapping[str, bytes], *, channel: int, host_ids: tuple[int, int]
) -> None:
    """Turn a fork that was born into new namespaces into a job; nothing after this can be undone."""
    os.umask(0o077)
    map_own_ids(*host_ids, inside=_INSIDE)
    enter(view, base, root, files)
    _keep_only(channel)
    apply_limits(limits)
    syscalls.drop_capabilities()
    syscalls.no_new_privileges()
    if syscalls.landlock_version():
        syscalls.landlock(readable=["/"], writable=[WORK, TMP, "/dev"])
    filter_system_calls()
    os.setsid()


def _keep_only(channel: int) -> None:
    # An open file that jobs inherit is shared with its position and flags: a way to talk to a neighbor.
    own = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(own, standard)
    os.closerange(3, channel)
    os.closerange(channel + 1, os.sysconf("SC_OPEN_MAX"))


def own_user_namespace() -> None:
    """Give a template that is not root the right to mount, in a user namespace of its own."""
    own_user, own_group = os.geteuid(), os.getegid()
    syscalls.unshare(syscalls.CLONE_NEWUSER)
    map_own_ids(own_user, own_group, inside=own_user, group_inside=own_group)


def map_own_ids(user: int, group: int, *, inside: int, group_inside: int | None = None) -> None:
    """Map the user of this process, new in its user namespace, to who it is outside."""
    # Without setgroups an unprivileged process may map its own group.
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{inside} {user} 1"),
        ("gid_map", f"{inside if group_inside is None else group_inside} {group} 1"),
    ):
        handle = os.open(f"/proc/self/{name}", os.O_WRONLY)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)
