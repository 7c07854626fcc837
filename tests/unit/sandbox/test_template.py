"""The life of a template and of its jobs: what ends, ends with everything it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.grading.engine.drive import ENTRY
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Child, Limits, Template, TemplateGone
from ailab.office.sandbox.cgroup import Group
from ailab.office.sandbox.child import family as family_of
from ailab.office.sandbox.frames import receive_frame, send_frame

from .conftest import CALL, Inside, result_of, run_inside

ECHO = "ailab.office.sandbox.frames:send_frame"
"""An entry that is there in every template: sends its payload back."""

STUBBORN = f"""{CALL}
import subprocess, sys
called("prctl", 1, 0, 0, 0, 0)
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execv(sys.executable, [sys.executable, "-c", "import signal, time\\nfor n in range(1, 32):\\n    if n not in (9, 19, 17): signal.signal(n, signal.SIG_IGN)\\ntime.sleep(600)"])
        os._exit(0)
result = sum(name.isdigit() for name in os.listdir("/proc"))
"""


@pytest.fixture
def own() -> Iterator[Template]:
    """A template that a test may kill; it imports next to nothing."""
    with Template(()) as started:
        yield started


def family(pid: int) -> set[int]:
    return set(family_of(pid))


def gone(pids: set[int], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def stubborn(template: Template) -> tuple[Child, set[int]]:
    child = template.fork(ENTRY, {}, limits=Limits())
    assert result_of(child, STUBBORN) >= 4
    return child, family(child.pid)


def test_closing_a_job_ends_all_it_started(template: Template) -> None:
    child, pids = stubborn(template)

    child.close()

    assert len(pids) >= 4
    assert gone(pids, 1)


def test_a_job_that_ends_itself_leaves_nobody(template: Template) -> None:
    child, pids = stubborn(template)

    send_frame(child.channel, {"do": "run", "source": "import os\nos._exit(0)"})
    with pytest.raises(EOFError):
        receive_frame(child.channel, seconds=5)

    assert gone(pids)
    child.close()


def test_a_template_that_is_killed_takes_its_jobs_along() -> None:
    with Template(MODULES) as template:
        child, pids = stubborn(template)
        os.kill(template.pid, signal.SIGKILL)

        assert gone(pids)
        assert child.close() == -1


def test_a_grader_that_is_killed_takes_everything_along(tmp_path: Path) -> None:
    program = f"""
import sys, time
from ailab.office.sandbox import Limits, Template
from ailab.office.sandbox.frames import receive_frame, send_frame
template = Template({MODULES!r})
template.start()
child = template.fork({ENTRY!r}, {{}}, limits=Limits())
send_frame(child.channel, {{"do": "run", "source": {STUBBORN!r}}})
assert receive_frame(child.channel, seconds=20)["fine"]
print(template.pid, child.pid, flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as grader:
        assert grader.stdout is not None
        pids = {pid for word in grader.stdout.readline().split() for pid in family(int(word))}
        grader.kill()

        assert len(pids) >= 5
        assert gone(pids)


def test_a_killed_template_says_so_and_starts_again(own: Template) -> None:
    own.fork(ECHO, 1, limits=Limits()).close()
    pid = own.pid
    os.kill(pid, signal.SIGKILL)

    with pytest.raises(TemplateGone):
        own.fork(ECHO, 1, limits=Limits())

    own.restart(pid)
    again = own.pid
    own.restart(pid)
    assert own.pid == again != pid
    child = own.fork(ECHO, 2, limits=Limits())
    assert receive_frame(child.channel, seconds=5) == 2
    child.close()


def test_a_template_that_cannot_import_says_what_and_what_helps() -> None:
    with (
        Template(("no_such_library",)) as template,
        pytest.raises(Refused, match=r"cannot start: ModuleNotFoundError: No module named 'no_such_library'.*ailab doctor"),
    ):
        template.wait_until_warm()


def test_a_template_that_dies_while_warming_up_is_gone() -> None:
    # It is a program: run by hand, it has no control socket.
    with Template(("antigravity.no",)) as template, pytest.raises((Refused, TemplateGone)):
        template.wait_until_warm()


def test_two_hundred_jobs_answer(own: Template) -> None:
    before = len(list(Path("/proc/self/fd").iterdir())), len(list(Path("/tmp").glob("ailab-template-*")))
    for number in range(200):
        child = own.fork(ECHO, {"number": number}, limits=Limits())
        assert receive_frame(child.channel, seconds=10) == {"number": number}
        assert child.close() in (0, signal.SIGKILL)

    assert family(own.pid) == {own.pid}
    assert (len(list(Path("/proc/self/fd").iterdir())), len(list(Path("/tmp").glob("ailab-template-*")))) == before


def test_an_unknown_entry_ends_the_job_alone(own: Template) -> None:
    child = own.fork("ailab.office.sandbox.frames:no_such", None, limits=Limits())
    with pytest.raises(EOFError):
        receive_frame(child.channel, seconds=5)
    assert os.waitstatus_to_exitcode(child.close()) == 1

    own.fork(ECHO, 1, limits=Limits()).close()


def test_a_signal_to_a_job_that_ended_reaches_nobody(own: Template) -> None:
    child = own.fork(ECHO, 1, limits=Limits())
    receive_frame(child.channel, seconds=5)
    assert gone({child.pid})

    child.kill()
    child.interrupt()
    assert child.close() == 0


@pytest.mark.parametrize(
    "bomb",
    [
        "hold = []\nwhile True:\n    hold.append(bytearray(10 << 20))",
        # Fresh programs share nothing with the template, so nothing may be forgiven them.
        "import subprocess, sys\nall = [subprocess.Popen([sys.executable, '-c', 'x = bytearray(100 << 20); input()'], stdin=subprocess.PIPE) for _ in range(20)]\n[each.wait() for each in all]",
        "import mmap\nm = mmap.mmap(-1, 900 << 20)\nfor at in range(0, 900 << 20, 4096):\n    m[at] = 1\nimport os\nfor _ in range(8):\n    if os.fork() == 0:\n        x = bytearray(200 << 20)\n        while True: pass\nwhile True: pass",
    ],
    ids=["one process", "fresh programs", "forks"],
)
def test_memory_is_watched_where_no_control_group_does(template: Template, monkeypatch: pytest.MonkeyPatch, bomb: str) -> None:
    monkeypatch.setattr(Group, "make", classmethod(lambda *_: None))
    child = template.fork(ENTRY, {}, limits=Limits(memory_mib=512))
    try:
        send_frame(child.channel, {"do": "run", "source": bomb})
        most, ended_well = watched(child)
    finally:
        child.close()

    assert not ended_well
    assert most < 2500


def watched(child: Child) -> tuple[int, bool]:
    """Return the most memory a job was seen with, and whether its cell came to a good end."""
    most, deadline = 0, time.monotonic() + 30
    while time.monotonic() < deadline:
        most = max(most, child.resident_mib())
        try:
            return most, bool(receive_frame(child.channel, seconds=0.05)["fine"])
        except TimeoutError:
            continue
        except EOFError:
            return most, False
    return most, True


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("fork", "import os\nwhile True:\n    os.fork()"),
        ("thread", "import threading, time\nwhile True:\n    threading.Thread(target=time.sleep, args=(99,), daemon=True).start()"),
        ("file", "hold = []\nwhile True:\n    hold.append(open('/dev/null'))"),
        ("disk", "while True:\n    open('x', 'ab').write(bytes(1 << 20))"),
        ("inodes", "import itertools\nfor n in itertools.count():\n    open(f'/tmp/{n}', 'x').close()"),
        ("core", "import ctypes\nctypes.string_at(1)"),
    ],
)
def test_a_bomb_ends_in_its_own_job(template: Template, name: str, bomb: str) -> None:
    child = template.fork(ENTRY, {}, limits=Limits(cpu_s=5))
    try:
        send_frame(child.channel, {"do": "run", "source": bomb})
        pids = family(child.pid)
        with suppress(EOFError, TimeoutError):
            assert not receive_frame(child.channel, seconds=6)["fine"]
    finally:
        child.close()
    assert gone(pids)
    assert run_inside(template, "result = 2") == 2


def test_limits_are_those_that_were_asked_for(inside: Inside) -> None:
    lines = "import resource\nresult = [resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in ('NPROC', 'NOFILE', 'FSIZE', 'CPU', 'CORE')]"

    found = inside(lines, limits=Limits(processes=7, open_files=99, file_mib=3, cpu_s=11))

    assert found == [(7, 7), (99, 99), (3 << 20, 3 << 20), (11, 11), (1, 1)]
