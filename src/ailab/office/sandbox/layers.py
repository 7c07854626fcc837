"""The layers of isolation: what each stops, and whether this machine has it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ailab.office.sandbox import syscalls
from ailab.office.sandbox.cgroup import can_make_groups
from ailab.office.sandbox.seccomp import filter_system_calls


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer, by what it stops."""

    name: str
    stops: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Whether a layer works here, and why not."""

    layer: Layer
    works: bool
    detail: str = ""


LAYERS: Final[tuple[Layer, ...]] = (
    Layer(name="user", stops="rights of the operator's account", required=True),
    Layer(name="mount", stops="reading and writing files of others, of the graders and of the course", required=True),
    Layer(name="pid", stops="seeing, stopping or outliving other processes", required=True),
    Layer(name="ipc", stops="shared memory with other processes", required=True),
    Layer(name="network", stops="every network packet, UDP and DNS included", required=True),
    Layer(name="capabilities", stops="undoing any other layer", required=True),
    Layer(name="no_new_privileges", stops="gaining rights through a program", required=True),
    Layer(name="system_calls", stops="calls that reach around another layer, and kernel that no notebook needs", required=True),
    Layer(name="limits", stops="endless loops, memory, process and file floods", required=True),
    Layer(name="landlock", stops="file access a second time, TCP, signals and abstract sockets", required=False),
    Layer(name="cgroup", stops="using more memory in sum than the watch allows for a moment", required=False),
)


def probe() -> tuple[Probe, ...]:
    """Try every layer in processes of their own and say what works."""
    run = subprocess.run(
        [sys.executable, "-I", "-m", "ailab.office.sandbox.layers"], capture_output=True, text=True, check=False, timeout=60
    )
    try:
        found: dict[str, str] = json.loads(run.stdout)
    except ValueError:
        found = {}
    return tuple(
        Probe(layer=layer, works=found.get(layer.name) == "", detail=found.get(layer.name, run.stderr[-300:] or "could not be tried"))
        for layer in LAYERS
    )


def _try(action: Callable[[], object]) -> str:
    """Return an empty text when the action works in a fork, else why not."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            action()
            os.write(write, b"")
        except BaseException as error:  # noqa: BLE001 - this process only tells
            os.write(write, f"{type(error).__name__}: {error}".encode()[:500])
        finally:
            os._exit(0)
    os.close(write)
    said = os.read(read, 4096).decode(errors="replace")
    os.close(read)
    os.waitpid(pid, 0)
    return said


def _unshare(flags: int) -> Callable[[], None]:
    return lambda: syscalls.unshare(syscalls.CLONE_NEWUSER | flags)


def _capabilities() -> None:
    syscalls.unshare(syscalls.CLONE_NEWUSER)
    syscalls.drop_capabilities()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    held = [line for line in status.splitlines() if line.startswith(("CapEff", "CapPrm", "CapInh", "CapAmb")) and int(line.split()[1], 16)]
    if held:
        raise PermissionError(f"capabilities stay: {held}")


def _system_calls() -> None:
    syscalls.no_new_privileges()
    filter_system_calls()
    try:
        syscalls.unshare(syscalls.CLONE_NEWUSER)
    except PermissionError:
        return
    raise PermissionError("the filter lets calls through")


def _landlock() -> None:
    if not syscalls.landlock_version():
        raise OSError("not offered by this kernel")


def _limits() -> None:
    from ailab.office.sandbox.limits import Limits, apply_limits

    apply_limits(Limits())


def _probes() -> dict[str, str]:
    actions: dict[str, Callable[[], object]] = {
        "user": _unshare(0),
        "mount": _unshare(syscalls.CLONE_NEWNS),
        "pid": _unshare(syscalls.CLONE_NEWPID),
        "ipc": _unshare(syscalls.CLONE_NEWIPC),
        "network": _unshare(syscalls.CLONE_NEWNET),
        "capabilities": _capabilities,
        "no_new_privileges": syscalls.no_new_privileges,
        "system_calls": _system_calls,
        "limits": _limits,
        "landlock": _landlock,
        "cgroup": can_make_groups,
    }
    return {name: _try(action) for name, action in actions.items()}


if __name__ == "__main__":
    print(json.dumps(_probes()))
