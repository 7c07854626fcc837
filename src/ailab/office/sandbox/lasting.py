"""A job that lasts: a learner's server and kernels, with a home that stays and the host's network.

    hub ── socket ──▶ template
                        └─ fork into namespaces ─▶ ids mapped ─▶ home and shown folders bound ─▶ own user
                           ─▶ own /tmp, /run, /proc ─▶ limits ─▶ no capabilities ─▶ no new privileges
                           ─▶ Landlock (files, signals, abstract sockets) ─▶ filter of system calls ─▶ PID 1

What differs from a job of the grader: the network is the host's, since the hub has to reach the server;
the home is bound for writing; nothing ends it after a time.
"""

import os
import resource
import socket
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ailab.office.sandbox import syscalls
from ailab.office.sandbox.limits import lower
from ailab.office.sandbox.seccomp import filter_system_calls
from ailab.office.sandbox.view import TMP, WORK, View, mount_own

NAMESPACES: Final = (
    syscalls.CLONE_NEWUSER
    | syscalls.CLONE_NEWNS
    | syscalls.CLONE_NEWPID
    | syscalls.CLONE_NEWIPC
    | syscalls.CLONE_NEWUTS
    | syscalls.CLONE_NEWCGROUP
)
INSIDE: Final = 1000
"""The user inside, whoever it is outside."""
SHOWN: Final = "/srv"
RUN: Final = "/run"
_HOST_NAME: Final = "ailab"
_MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """What one learner gets of the machine."""

    home: str
    """The host's folder that lies at /home/learner."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """Read-only folders below /srv, by name; the template has made a place for each name."""
    user: int = 0
    """The user outside, of this learner alone; 0 for the template's own."""
    memory_mib: int = 2048
    """For all processes in sum; one process can't have more either."""
    processes: int = 192
    """Threads count: a kernel has about ten."""
    file_mib: int = 1024
    tmp_mib: int = 256
    open_files: int = 1024


def map_ids(pid: int, user: int) -> None:
    """Map a new child's user inside to this user outside; for a template that is root."""
    for name, text in (("setgroups", "deny"), ("uid_map", f"{INSIDE} {user} 1"), ("gid_map", f"{INSIDE} {user} 1")):
        handle = os.open(f"/proc/{pid}/{name}", os.O_WRONLY)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)


def move_in(tenant: Tenant, view: View, base: str, root: str, *, as_root: bool) -> None:
    """Leave the host's file tree for the learner's; the ids of this process are mapped already."""
    os.umask(0o077)
    syscalls.mount("none", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    syscalls.mount(base, root, "", syscalls.MS_BIND | syscalls.MS_REC)
    # While this is still root outside, where it is: only root may walk through the folder of a centre.
    _bind(tenant.home, root + WORK)
    for name, folder in tenant.shown.items():
        _bind(folder, f"{root}{SHOWN}/{name}", read_only=True)
    if as_root:
        os.setresgid(INSIDE, INSIDE, INSIDE)
        os.setresuid(INSIDE, INSIDE, INSIDE)
        syscalls.set_dumpable()
    mount_own(view, base, root, {TMP: tenant.tmp_mib, RUN: 32, "/dev/shm": 64})  # noqa: S108
    syscalls.pivot_root(root, f"{root}/.old")
    os.chdir("/")
    syscalls.unmount("/.old")
    os.chdir(WORK)


def _bind(source: str, target: str, *, read_only: bool = False) -> None:
    syscalls.mount(source, target, "", syscalls.MS_BIND | syscalls.MS_REC)
    (syscalls.make_read_only if read_only else syscalls.make_harmless)(target)


def lock_down(tenant: Tenant, *, keep: Collection[int]) -> None:
    """Take away what only setting up needed; nothing after this can be undone."""
    with suppress(OSError):
        socket.sethostname(_HOST_NAME)
    close_all_but(keep)
    _limit(tenant)
    syscalls.drop_capabilities()
    syscalls.no_new_privileges()
    if syscalls.landlock_version():
        syscalls.landlock(readable=["/"], writable=[WORK, TMP, RUN, "/dev"], network=True)
    filter_system_calls()
    os.setsid()


def close_all_but(keep: Collection[int]) -> None:
    """Give this process standard streams of its own and no other open file but these."""
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        if standard not in keep:
            os.dup2(null, standard)
    begin = 3
    for handle in [*sorted(each for each in keep if each > 2), os.sysconf("SC_OPEN_MAX")]:
        os.closerange(begin, handle)
        begin = handle + 1


def _limit(tenant: Tenant) -> None:
    lower(resource.RLIMIT_DATA, own_data_bytes() + tenant.memory_mib * _MIB)
    lower(resource.RLIMIT_NPROC, tenant.processes)
    lower(resource.RLIMIT_FSIZE, tenant.file_mib * _MIB)
    lower(resource.RLIMIT_NOFILE, tenant.open_files)
    lower(resource.RLIMIT_CORE, 1)
    lower(resource.RLIMIT_MEMLOCK, 0)
    lower(resource.RLIMIT_MSGQUEUE, 0)


def own_data_bytes() -> int:
    """Return how much memory that may be written to this process has asked for."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
