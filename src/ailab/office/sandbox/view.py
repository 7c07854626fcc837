"""What a job sees of the file system: the interpreter, the library, its own folder, nothing else.

The template builds the read-only part once (`build_base`); each job hangs its own writable folders
into it and moves in (`enter`).
"""

import os
import sys
import sysconfig
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ailab.office.sandbox import syscalls

WORK: Final = "/home/learner"
TMP: Final = "/tmp"  # noqa: S108 - the job's own, on a file system of its own
_DEVICES: Final = ("null", "zero", "full", "random", "urandom")
_SYSTEM: Final = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin")
_SETTINGS: Final = ("/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types", "/etc/alternatives")
_OWN: Final = ("/proc", "/dev/shm", "/dev/pts", TMP, WORK, "/run", "/.old")  # noqa: S108


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Folders and files shown read-only at their own place; everything else does not exist."""

    shown: tuple[str, ...] = field(default_factory=lambda: interpreter_folders())  # noqa: PLW0108 - defined below
    size_mib: int = 64
    """Size of the job's own folder, and of its temporary one."""


def interpreter_folders() -> tuple[str, ...]:
    """Return what Python and its packages need, shortest first, nothing twice."""
    wanted = {sys.prefix, sys.base_prefix, *(sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib"))}
    wanted |= {str(Path(__file__).resolve().parents[2])}  # the package itself, wherever it is installed
    wanted |= {path for path in (*_SYSTEM, *_SETTINGS) if os.path.lexists(path)}
    kept: list[str] = []
    for path in sorted(wanted, key=len):
        if not any(path == other or path.startswith(f"{other}/") for other in kept):
            kept.append(path)
    return tuple(kept)


def build_base(view: View, base: str, *, places: Collection[str] = ()) -> None:
    """Make the read-only part at `base`, an empty folder, in this process's own mount namespace; `places` are left empty."""
    syscalls.mount("none", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    _tmpfs(base, 4, "755")
    for path in view.shown:
        _show(path, base)
    for folder in (*_OWN, *places):
        _folder(base + folder)
    for name in _DEVICES:
        os.close(os.open(f"{base}/dev/{name}", os.O_CREAT | os.O_WRONLY, 0o644))
        syscalls.mount(f"/dev/{name}", f"{base}/dev/{name}", "", syscalls.MS_BIND)
    os.symlink("/proc/self/fd", f"{base}/dev/fd")
    os.symlink("pts/ptmx", f"{base}/dev/ptmx")
    _write_identity(base)
    syscalls.make_read_only_top(base)


def enter(view: View, base: str, root: str, files: Mapping[str, bytes]) -> None:
    """Move into the view, with the job's files in its own folder; the host's tree is out of reach afterwards."""
    syscalls.mount("none", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    syscalls.mount(base, root, "", syscalls.MS_BIND | syscalls.MS_REC)
    for own in (TMP, WORK):
        _tmpfs(root + own, view.size_mib, "700")
        _show_again(view, base, root, own)
    _tmpfs(f"{root}/dev/shm", 16, "700")  # noqa: S108
    _mount_kernel_files(root)
    _write_files(root + WORK, files)
    syscalls.pivot_root(root, f"{root}/.old")
    os.chdir("/")
    syscalls.unmount("/.old")
    os.chdir(WORK)


def mount_own(view: View, base: str, root: str, sizes_mib: Mapping[str, int]) -> None:
    """Hang empty folders of these sizes, processes and terminals into the view at `root`."""
    for folder, size in sizes_mib.items():
        _tmpfs(root + folder, size, "700")
        _show_again(view, base, root, folder)
    _mount_kernel_files(root)


def _mount_kernel_files(root: str) -> None:
    with suppress(OSError):
        # For `!command`, which wants a terminal of its own.
        syscalls.mount("devpts", f"{root}/dev/pts", "devpts", syscalls.MS_NOSUID | syscalls.MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620")
    with suppress(OSError):
        # A host that hides parts of its own /proc allows no new one: then there is none at all.
        syscalls.mount("proc", f"{root}/proc", "proc", syscalls.MS_NOSUID | syscalls.MS_NODEV | syscalls.MS_NOEXEC)


def _show_again(view: View, base: str, root: str, covered: str) -> None:
    # An environment that itself lies in the host's temporary folder: the job's own one has just covered it.
    for path in view.shown:
        if path.startswith(f"{covered}/"):
            _folder(root + path if os.path.isdir(base + path) else os.path.dirname(root + path))
            if not os.path.isdir(base + path):
                os.close(os.open(root + path, os.O_CREAT | os.O_WRONLY, 0o644))
            syscalls.mount(base + path, root + path, "", syscalls.MS_BIND | syscalls.MS_REC)


def _tmpfs(target: str, size_mib: int, mode: str) -> None:
    syscalls.mount("tmpfs", target, "tmpfs", syscalls.MS_NOSUID | syscalls.MS_NODEV, f"size={size_mib}m,mode={mode},nr_inodes=20000")


def _folder(path: str) -> None:
    # Whatever the umask says: the job must be able to walk through.
    if not os.path.isdir(path):
        _folder(os.path.dirname(path))
        os.mkdir(path)
        os.chmod(path, 0o755)  # noqa: S103


def _show(path: str, base: str) -> None:
    target = base + path
    _folder(os.path.dirname(target))
    if os.path.islink(path):
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        _folder(target)
    else:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    syscalls.mount(path, target, "", syscalls.MS_BIND | syscalls.MS_REC)
    syscalls.make_read_only(target)


def _write_identity(base: str) -> None:
    _folder(f"{base}/etc")
    for name, text in (
        ("passwd", f"learner:x:1000:1000::{WORK}:/bin/sh\n"),
        ("group", "learner:x:1000:\n"),
        ("hosts", "127.0.0.1 localhost\n"),
    ):
        Path(f"{base}/etc/{name}").write_text(text, encoding="ascii")


def _write_files(folder: str, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = os.path.normpath(os.path.join(folder, name))
        if not path.startswith(f"{folder}/"):
            raise ValueError(f"{name} leads out of the folder")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        Path(path).write_bytes(content)
