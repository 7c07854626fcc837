"""What a job is once it is settled, seen from inside."""

import os
import sys
from pathlib import Path

import pytest

from ailab.office.sandbox import Limits, Template

from .conftest import CALL, Inside


def status(inside: Inside) -> dict[str, str]:
    lines: dict[str, str] = inside("result = dict(line.split(':', 1) for line in open('/proc/self/status').read().splitlines())")
    return {name: value.strip() for name, value in lines.items()}


def test_a_job_holds_no_right_and_can_gain_none(inside: Inside) -> None:
    found = status(inside)

    assert {found[name] for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")} == {"0" * 16}
    assert (found["NoNewPrivs"], found["Seccomp"]) == ("1", "2")
    assert set(found["Uid"].split()) == set(found["Gid"].split()) == {"1000"}
    assert found["Groups"] == ""


def test_a_job_is_the_first_process_of_its_own_world(inside: Inside) -> None:
    assert inside("import os\nresult = os.getpid(), os.getppid(), [name for name in os.listdir('/proc') if name.isdigit()]") == (
        1,
        0,
        ["1"],
    )


def test_on_the_host_a_job_is_nobody_with_rights(template: Template) -> None:
    child = template.fork("ailab.office.grading.engine.session:serve", {}, limits=Limits())
    try:
        owner = Path(f"/proc/{child.pid}").stat().st_uid
    finally:
        child.close()

    assert owner not in (0, 1000) if os.geteuid() == 0 else owner == os.geteuid()


def test_there_is_no_way_out_of_the_network_namespace(inside: Inside) -> None:
    lines = """
result = [open("/proc/net/route").read().splitlines()[1:], open("/proc/net/dev").read().splitlines()[2:]]
"""
    routes, devices = inside(lines)

    assert routes == []
    assert [line.split(":")[0].strip() for line in devices] in ([], ["lo"])
    assert all(line.split()[1] == line.split()[9] == "0" for line in devices)


@pytest.mark.parametrize(
    "call",
    [
        'called("unshare", 0x10000000)',
        'called("unshare", 0x00020000)',
        'called("unshare", 0x40000000)',
        'called("setns", os.open("/proc/self/ns/net", 0), 0)',
        'called("mount", b"none", b"/", b"", 32 | 4096, b"")',
        'called("mount", b"tmpfs", b"/tmp", b"tmpfs", 0, b"size=10G")',
        'called("umount2", b"/usr", 2)',
        'called("chroot", b"/tmp")',
        'called("sethostname", b"x", 1)',
        'called("setuid", 0)',
        'called("setgid", 0)',
        'called("reboot", 0)',
        'called("ptrace", 0, 0, 0, 0)',
        'called("prctl", 1, 0, 0, 0, 0)',
        'called("prctl", 24, 1, 0, 0, 0)',
        'called("mlock", ctypes.create_string_buffer(1 << 20), 1 << 20)',
        'called("setpriority", 0, 0, -5)',
        'called("memfd_create", b"x", 0)',
        'called("shmget", 0, 4096, 0o1600)',
        'called("mq_open", b"/x", 66, 0o600, 0)',
        'called("settimeofday", ctypes.create_string_buffer(16), 0)',
        'called("mknod", b"/tmp/disk", 0o60600, 0xFE00)',
        'called("swapoff", b"/x")',
    ],
)
def test_what_would_undo_a_layer_is_refused(inside: Inside, call: str) -> None:
    assert inside(f"{CALL}\nresult = {call}") != "done"


@pytest.mark.parametrize("family", [16, 17, 38, 40], ids=["netlink", "packet", "crypto", "virtual machine"])
def test_sockets_that_know_no_namespace_cannot_be_made(inside: Inside, family: int) -> None:
    assert (
        inside(
            f"import socket\ntry:\n    socket.socket({family}, socket.SOCK_STREAM)\n    result = 'made'\nexcept OSError:\n    result = 'refused'"
        )
        == "refused"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/usr/x",
        "/etc/passwd",
        "/run/x",
        "/home/x",
        "/dev/x",
        "/proc/sys/kernel/hostname",
        "/proc/self/oom_score_adj",
        f"{sys.prefix}/x",
    ],
)
def test_nothing_outside_its_own_folders_can_be_written(inside: Inside, path: str) -> None:
    assert inside(f"try:\n    open({path!r}, 'w').write('x')\n    result = 'written'\nexcept OSError:\n    result = 'refused'") == "refused"


@pytest.mark.parametrize("path", ["/home/learner/x", "/tmp/x", "/dev/shm/x"])
def test_its_own_folders_can_be_written(inside: Inside, path: str) -> None:
    assert inside(f"import os\nos.makedirs(os.path.dirname({path!r}), exist_ok=True)\nresult = open({path!r}, 'w').write('x')") == 1


def test_a_job_holds_its_channel_and_what_it_opened_itself(inside: Inside) -> None:
    opened = inside(
        "import os\nresult = sorted(os.readlink(f'/proc/self/fd/{name}') for name in os.listdir('/proc/self/fd') if os.path.lexists(f'/proc/self/fd/{name}'))"
    )

    own = ("/dev/null", "/tmp/", "pipe:", "anon_inode:", "socket:")
    assert [name for name in opened if not name.startswith(own)] == []


def test_standard_streams_are_shared_with_no_neighbor(template: Template, inside: Inside) -> None:
    flags = "import fcntl, os\n"
    child = template.fork("ailab.office.grading.engine.session:serve", {}, limits=Limits())
    try:
        inside(f"{flags}fcntl.fcntl(2, fcntl.F_SETFL, os.O_NONBLOCK)\nresult = 0")
        assert not inside(f"{flags}result = fcntl.fcntl(2, fcntl.F_GETFL) & os.O_NONBLOCK")
    finally:
        child.close()


def test_nothing_of_the_operator_stands_in_the_environment(template: Template, inside: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = inside("import os\nresult = {**os.environ, 'first': open('/proc/1/environ').read()}")

    assert environment["HOME"] == "/home/learner"
    assert not {"AILAB_GRADERS", "USER", "LOGNAME", "SSH_AUTH_SOCK", "DISPLAY", "XDG_RUNTIME_DIR"} & environment.keys()
    assert "AILAB_GRADERS" not in environment["first"]


def test_random_streams_differ_from_job_to_job(inside: Inside) -> None:
    lines = "import random, numpy\nresult = float(numpy.random.rand()), random.random()"
    first, second = inside(lines), inside(lines)

    assert first[0] != second[0]
    assert first[1] != second[1]


def test_the_template_has_one_thread(template: Template) -> None:
    template.wait_until_warm()

    assert len(list(Path(f"/proc/{template.pid}/task").iterdir())) == 1
