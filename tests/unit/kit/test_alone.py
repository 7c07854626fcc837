"""The real kit on a machine without a network: made, installed, tried. Takes minutes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.hub.kit.make import Made, make_kit
from ailab.office.hub.kit.target import Target, this_machine

ROOT = Path(__file__).resolve().parents[3]
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
BARE_PYTHON = str(Path(sys.base_prefix) / "bin" / f"python{PYTHON}")

# No interface but loopback, which is brought up here: 0x8914 sets an interface's flags, 0x41 is "up" and "running".
LOOPBACK_ALONE = """
import fcntl, os, socket, struct, sys
with socket.socket() as door:
    fcntl.ioctl(door, 0x8914, struct.pack("16sh", b"lo", 0x41))
assert os.listdir("/sys/class/net") and [name for _, name in socket.if_nameindex()] == ["lo"]
os.execv(sys.argv[1], sys.argv[1:])
"""

pytestmark = [pytest.mark.proof, pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the kit of this checkout for this machine."""
    try:
        return make_kit(ROOT, tmp_path_factory.mktemp("dist"), Target(machine=this_machine(), pythons=(PYTHON,)))
    except Refused as error:
        pytest.skip(f"no kit can be made here: {error}")


def without_network(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command that can reach nothing but this machine."""
    # Whoever is not root needs a user namespace for it, and stays who they are.
    ours = [] if os.geteuid() == 0 else ["--user", "--map-current-user", "--keep-caps"]
    alone = ["unshare", "--net", *ours, sys.executable, "-c", LOOPBACK_ALONE]
    if not shutil.which("unshare") or subprocess.run([*alone, "/bin/true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine has no network namespaces")
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"}
    return subprocess.run([*alone, *command], capture_output=True, text=True, check=False, env=environment)


def test_the_kit_installs_and_passes_its_self_test_without_a_network(kit: Made, tmp_path: Path) -> None:
    target = tmp_path / "مركز بركان"

    run = without_network(BARE_PYTHON, str(kit.folder / "install.py"), "--to", str(target))

    assert run.returncode == 0, run.stdout + run.stderr
    tried = [line for line in run.stdout.splitlines() if line[:1] in "✔✘" and line]
    assert len(tried) == 7
    assert [line for line in tried if line.startswith("✘")] == []
    assert "This machine can be a center." in run.stdout


def test_the_archive_holds_the_same_kit(kit: Made, tmp_path: Path) -> None:
    subprocess.run(["tar", "--extract", "--file", str(kit.archive), "--directory", str(tmp_path)], check=True)

    run = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / kit.folder.name, check=False)

    assert run.returncode == 0
