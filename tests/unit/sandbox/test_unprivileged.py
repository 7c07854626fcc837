"""A template that is not root makes a user namespace of its own; what a job is stays the same."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

PROGRAM = """
import json, os, sys, tempfile
from pathlib import Path
from ailab.office.sandbox import Limits, Template, syscalls
from ailab.office.sandbox.frames import receive_frame, send_frame
from ailab.office.grading.engine.drive import ENTRY
from ailab.office.grading.engine.warm import MODULES

def open_the_way(prefix):
    # The interpreter may lie in root's home: in a mount namespace of this program, everybody may walk there.
    closed = next((folder for folder in reversed(prefix.parents) if not folder.stat().st_mode & 1), None)
    if closed is None:
        return
    held = tempfile.mkdtemp(dir="/var/tmp")
    syscalls.mount(str(prefix), held, "", syscalls.MS_BIND | syscalls.MS_REC)
    syscalls.mount("tmpfs", str(closed), "tmpfs", 0, "mode=755")
    prefix.mkdir(parents=True)
    syscalls.mount(held, str(prefix), "", syscalls.MS_BIND | syscalls.MS_REC)
    syscalls.unmount(held)
    os.rmdir(held)

if os.geteuid() == 0:
    syscalls.unshare(syscalls.CLONE_NEWNS)
    syscalls.mount("none", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    open_the_way(Path(sys.base_prefix))
    os.setgroups([])
    os.setresgid(12345, 12345, 12345)
    os.setresuid(12345, 12345, 12345)
    os.environ["HOME"] = "/nonexistent"

LINES = '''
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
try:
    open("/usr/x", "w")
    wrote = True
except OSError:
    wrote = False
result = {
    "uid": os.getuid(), "pid": os.getpid(), "rights": [status[name].strip() for name in ("CapEff", "CapPrm", "CapBnd")],
    "unshare": libc.unshare(0x10000000), "wrote": wrote, "home": os.listdir("/home"), "devices": open("/proc/net/dev").read().count(":"),
}
'''
with Template(MODULES) as template:
    child = template.fork(ENTRY, {}, limits=Limits())
    owner = Path(f"/proc/{child.pid}").stat().st_uid
    send_frame(child.channel, {"do": "run", "source": LINES})
    assert receive_frame(child.channel, seconds=20)["fine"]
    send_frame(child.channel, {"do": "ask", "question": "read", "with": {"tuple": ["result"]}, "patience_s": 5})
    found = dict((key, value) for key, value in receive_frame(child.channel, seconds=5)["value"]["dict"])
    memory = child.resident_mib()
    child.kill()
    status = child.close()
print(json.dumps({**found, "owner": owner, "memory": memory, "status": status}))
"""


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_a_job_is_as_closed_in_as_under_root(found: dict[str, Any]) -> None:
    assert (found["uid"], found["pid"], found["unshare"], found["wrote"], found["home"]) == (1000, 1, -1, False, ["learner"])
    assert set(found["rights"]) == {"0" * 16}
    assert found["devices"] <= 1


def test_its_owner_can_watch_and_end_it(found: dict[str, Any]) -> None:
    assert found["owner"] == (12345 if os.geteuid() == 0 else os.geteuid())
    assert 0 < found["memory"] < 1000
    assert os.waitstatus_to_exitcode(found["status"]) == -9
