"""One run of the engine over a class with cheats in it, watched from outside."""

import hashlib
import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from ailab.office.grading.engine.assignment import Task, open_assignment
from ailab.office.grading.engine.run import grade_learners
from ailab.office.grading.engine.runners import local_runner

from . import arena as the
from .arena import EXERCISE, MODULE, RIGHT, Cheat

NEIGHBORS = ("aa-neighbor", "mm-neighbor", "zz-neighbor")
PORT = 47_113


@dataclass(frozen=True, slots=True)
class Fought:
    """A class that was graded with cheats in it."""

    root: Path
    cheats: tuple[Cheat, ...]
    changed: tuple[str, ...]
    heard: tuple[str, ...]
    left: tuple[str, ...]
    seconds: float


def fight(folder: Path, cheats: tuple[Cheat, ...]) -> Fought:
    root = the.build_arena(folder)
    for cheat in cheats:
        the.hand_in_cheat(root, cheat)
    for neighbor in NEIGHBORS:
        the.hand_in(root, neighbor, the.answered(root, RIGHT))
    exercises = {cheat.learner: cheat.exercise for cheat in cheats} | dict.fromkeys(NEIGHBORS, EXERCISE)
    before, others, begin = fingerprint(root), sandboxes(), time.monotonic()
    with listening() as heard:
        assignment = open_assignment(root, MODULE, "certificate")
        tasks = {
            learner: [Task(learner=learner, name=name, path=root / "submitted" / learner / MODULE / f"{name}.ipynb", language="en")]
            for learner, name in sorted(exercises.items())
        }
        with local_runner(2) as runner:
            grade_learners(assignment, tasks, runner=runner, done=lambda _: None)
    after = fingerprint(root)
    changed = tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))
    return Fought(
        root=root, cheats=cheats, changed=changed, heard=tuple(heard), left=tuple(strangers(others)), seconds=time.monotonic() - begin
    )


def fingerprint(root: Path) -> dict[str, str]:
    """Return what may not change: the course, what was handed in, the package, and the places where cheats would leave something."""
    trees = [root / step for step in ("source", "submitted", "graders", "release")]
    found = {
        str(path): f"{path.stat().st_mode} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for tree in trees
        for path in tree.rglob("*")
        if path.is_file()
    }
    for top in (Path("/"), Path("/tmp"), Path("/dev/shm"), Path("/usr"), Path.home()):
        found |= {
            str(path): "there"
            for path in top.iterdir()
            if path.name in ("escaped", "escaped.txt", "left", "device", "big", "hard", "hello")
        }
    found["/dev/null"] = f"{Path('/dev/null').stat().st_mode} {Path('/dev/null').stat().st_uid}"
    found["/etc/passwd"] = hashlib.sha256(Path("/etc/passwd").read_bytes()).hexdigest()
    return found


class listening:  # noqa: N801 - used as a context
    """Ears on this machine for whatever a job sends: TCP, UDP, an abstract socket."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._ears = ExitStack()
        self._open = True

    def __enter__(self) -> list[str]:
        for family, kind, address in (
            (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", PORT)),
            (socket.AF_INET, socket.SOCK_DGRAM, ("0.0.0.0", PORT)),
            (socket.AF_INET6, socket.SOCK_DGRAM, ("::1", PORT)),
            (socket.AF_UNIX, socket.SOCK_STREAM, "\0ailab-redteam"),
        ):
            try:
                ear = self._ears.enter_context(socket.socket(family, kind))
                ear.bind(address)
            except OSError:
                continue  # a machine without IPv6
            ear.settimeout(0.1)
            if kind == socket.SOCK_STREAM:
                ear.listen()
            Thread(target=self._hear, args=(ear, kind), daemon=True).start()
        return self._heard

    def _hear(self, ear: socket.socket, kind: int) -> None:
        while self._open:
            try:
                if kind == socket.SOCK_STREAM:
                    ear.accept()[0].close()
                else:
                    ear.recv(100)
                self._heard.append(str(ear))
            except TimeoutError:
                continue
            except OSError:
                return

    def __exit__(self, *_: object) -> None:
        self._open = False
        time.sleep(0.15)
        self._ears.close()


def strangers(others: frozenset[str]) -> Iterator[str]:
    """Yield processes that the run left behind: daemons by their mark, and sandboxes that are still this process's children."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except OSError:
            continue
        if b"ailab-redteam-daemon" in line:
            yield line.decode(errors="replace")
    yield from sandboxes() - others


def sandboxes() -> frozenset[str]:
    """Return the sandboxes that are children of this process: other tests may keep one open."""
    children = (
        child for path in Path(f"/proc/{os.getpid()}/task").glob("*/children") for child in path.read_text(encoding="ascii").split()
    )
    names = {child: Path(f"/proc/{child}/cmdline") for child in children}
    return frozenset(child for child, name in names.items() if name.exists() and b"ailab.office.sandbox" in name.read_bytes())
