"""Kernels for a learner's server: a fork of init where there is one, else a program like everywhere."""

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from ailab.office.hub.warm.kernel import arguments_of

DOOR: Final = "/run/ailab/init.sock"
_ANSWER_S: Final = 10.0
_LISTENS_S, _GLANCE_S = 5.0, 0.005
_NOT_FOR_KERNELS: Final = ("JUPYTERHUB_", "JPY_API_TOKEN", "JUPYTER_TOKEN", "CONFIGPROXY_")


class ForkedKernel:
    """A kernel that init forked, with the manners of a Popen."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        """Take a handle of it; one that has ended already stays ended."""
        self.pid = pid
        self.returncode: int | None = None
        try:
            self._handle = os.pidfd_open(pid)
        except ProcessLookupError:
            self._handle, self.returncode = -1, 1

    def poll(self) -> int | None:
        """Return None while it runs; init alone knows how it ended."""
        if self.returncode is None and select.select([self._handle], [], [], 0)[0]:
            os.close(self._handle)
            self.returncode = 1
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return once it has ended.

        Raises
        ------
        TimeoutExpired
            When it has not in time.
        """
        if self.returncode is None and not select.select([self._handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired([str(self.pid)], timeout or 0)
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        """Signal it, if it runs."""
        if self.poll() is None:
            signal.pidfd_send_signal(self._handle, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class WarmProvisioner(LocalProvisioner):
    """Asks init for a fork; what is no kernel of Python's, or gets no answer, is executed."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel."""
        kwargs["env"] = kernel_environment(kwargs.get("env") or os.environ)
        arguments = arguments_of(cmd)
        kernel = await asyncio.to_thread(_ask, arguments, str(kwargs.get("cwd") or Path.cwd()), kwargs["env"]) if arguments else None
        if kernel is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = cast("subprocess.Popen[bytes]", kernel)
        self.pid = self.pgid = kernel.pid
        self.cwd = kwargs.get("cwd")
        await _until_it_listens(kernel, self.connection_info)
        return self.connection_info


async def _until_it_listens(kernel: ForkedKernel, where: Mapping[str, Any]) -> None:
    """Wait for the last of its sockets: who knocks too early tries again only after half a second."""
    if where.get("transport") != "ipc":
        return
    last = Path(f"{where['ip']}-{where['hb_port']}")
    for _ in range(int(_LISTENS_S / _GLANCE_S)):
        if last.exists() or kernel.poll() is not None:
            return
        await asyncio.sleep(_GLANCE_S)


def kernel_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what a kernel may know of its server's environment: no token."""
    return {name: value for name, value in environ.items() if not name.startswith(_NOT_FOR_KERNELS)}


def _ask(arguments: Sequence[str], folder: str, environment: Mapping[str, str]) -> ForkedKernel | None:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
            line.settimeout(_ANSWER_S)
            line.connect(DOOR)
            line.sendall(json.dumps({"argv": list(arguments), "cwd": folder, "env": dict(environment)}).encode())
            return ForkedKernel(int(json.loads(line.recv(1000))["pid"]))
    except (OSError, ValueError, KeyError):
        return None
