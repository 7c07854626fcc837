"""A centre that runs, for tests: made from the whole course or a small one, on free ports, stopped at the end."""

import atexit
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from ailab.office.centre import Centre as State
from ailab.office.centre import Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.people import add_learners, add_trainer, make_group
from ailab.office.centre.tables import HandedIn
from ailab.office.hub.ports import Ports
from ailab.office.hub.setup import prepare
from ailab.office.hub.up import address_of, down, is_up
from tests.hub.free_ports import free_block, is_free
from tests.hub.pupil import NotServed, Pupil

ROOT: Final = Path(__file__).resolve().parents[2]
GROUP: Final = "sample"
TRAINER: Final = "trainer"
_START_S: Final = 120
_STOP_S: Final = 90


@dataclass(frozen=True)
class Centre:
    """A running centre, as its people meet it."""

    state: State
    supervisor: "subprocess.Popen[bytes]"
    logins: tuple[tuple[str, str, str], ...]
    """Id, pseudonym and secret of each learner."""
    passphrase: str
    """Of the trainer."""

    @property
    def address(self) -> str:
        """Return what is typed into a browser."""
        return address_of(self.state).rstrip("/")

    @staticmethod
    def form(login: str, secret: str) -> Mapping[str, str]:
        """Return what is filled into the page of the login."""
        return {"step": "pin", "login": login, "secret": secret}

    async def hand_in(self, pupil: Pupil, module: str, attempt: int = 1) -> str:
        """Press "Hand in my work", and return the code of the receipt that the centre gave; empty when it was only kept as a file."""
        page = f"{pupil.base}/ailab/submit/{module}"
        await pupil.ask("GET", page)
        answer = await pupil.ask("POST", page, data={"attempt": str(attempt)})
        receipt = self.state.home(pupil.name) / ".ailab" / "sent" / f"{module}-{attempt}.json"
        if answer.status_code != 200 or not receipt.is_file():
            raise NotServed(f"hand in: {answer.status_code} {answer.text[-300:]}")
        told = json.loads(receipt.read_text(encoding="utf-8"))
        return str(told["code"]) if told["way"] == "centre" else ""

    def server_log(self, learner: str) -> str:
        """Return what a learner's server wrote."""
        path = self.state.logs / "servers" / f"{learner}.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    def attempts(self, module: str) -> set[tuple[str, str]]:
        """Return learner and code of every attempt that stands whole in the exchange."""
        with session_of(self.state) as session:
            rows = session.query(HandedIn).filter(HandedIn.module == module).all()
        inbound = self.state.exchange / "ailab" / "inbound"
        return {(row.person, row.code) for row in rows if any((inbound / row.folder).glob("*.ipynb"))}

    def answers(self, module: str, exercise: str) -> dict[str, str]:
        """Return the right answer of each solution cell, by its grade id."""
        return _answers(self.state.course / "source" / module / f"{exercise}.ipynb")

    def pids(self) -> dict[str, list[int]]:
        """Return the processes of this centre: its own parts, and those of learners."""
        return _processes(self.supervisor.pid, str(self.state.hub))

    def pids_of(self, part: str, learner: str = "") -> list[int]:
        """Return the processes of "hub", "proxy", "round", "desk", "template", or "server": the first process of a learner's."""
        found = self.pids()
        if part == "server":
            home = str(self.state.home(learner))
            return [pid for pid in found["learners"] if home in _mounts(pid)]
        sign = {"hub": "jupyterhub_config.py", "proxy": "configurable-http-proxy", "template": "ailab.office.hub.warm"}.get(
            part, f"ailab.office.hub.{part}"
        )
        wanted = "ailab.office.desk" if part == "desk" else sign
        return [pid for pid in found["parts"] if wanted in _command(pid)]

    def memory_mib(self) -> tuple[float, float]:
        """Return the memory of everything, and that of the learners' servers and kernels; shared pages counted once."""
        found = self.pids()
        learners = sum(_pss_mib(pid) for pid in found["learners"])
        return learners + sum(_pss_mib(pid) for pid in found["parts"]), learners

    @cached_property
    def ports(self) -> Ports:
        """Return its ports."""
        return Ports(public=self.state.settings.port)


def _answers(path: Path) -> dict[str, str]:
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    labels = ((cell["metadata"].get("nbgrader", {}), "".join(cell["source"])) for cell in cells if cell["cell_type"] == "code")
    return {label["grade_id"]: source for label, source in labels if label.get("solution")}


@contextmanager
def living_centre(folder: Path, *, learners: int, root: Path = ROOT, settings: Settings | None = None) -> Iterator[Centre]:
    """Make a centre with a class of samples, run it, and stop it."""
    state = fresh_centre(folder, root, settings)
    logins, passphrase = sample_people(state, learners)
    with running(state) as supervisor:
        yield Centre(state=state, supervisor=supervisor, logins=logins, passphrase=passphrase)


def fresh_centre(folder: Path, root: Path = ROOT, settings: Settings | None = None) -> State:
    """Make a centre with its course, and nobody in it."""
    plain = Settings(code="s1", name="Sample centre", place="Berkane", port=free_block(), language="ar")
    state = make_centre(folder / "centre", settings or plain)
    if not (settings or plain).database:
        for place in ("course", "build", "exchange"):
            shutil.copytree(_published(root) / place, state.folder / place, dirs_exist_ok=True)
    prepare(state, root, out=lambda _line: None, watch=lambda _what, _done, _of: None)
    return state


@cache
def _published(root: Path) -> Path:
    """Return a centre's folder with the course in place, made once by every process of tests."""
    folder = Path(tempfile.mkdtemp(prefix="ailab-published-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    state = make_centre(folder / "centre", Settings(code="s1", name="Sample centre", place="Berkane", language="ar"))
    prepare(state, root, out=lambda _line: None, watch=lambda _what, _done, _of: None)
    engine_of(state.database_url()).dispose()
    return state.folder


def sample_people(state: State, learners: int) -> tuple[tuple[tuple[str, str, str], ...], str]:
    """Add a class of samples and their trainer; return the learners' logins and the trainer's passphrase."""
    upgrade(state)
    now = datetime.now(UTC)
    with session_of(state) as session:
        make_group(session, id=GROUP, title="Sample class", language="ar", edition="ma", time_zone="Africa/Casablanca", now=now)
        made = add_learners(session, state, group=GROUP, count=learners, kind="pin", now=now)
        trainer = add_trainer(session, state, login=TRAINER, groups=(GROUP,), lead=True, now=now)
    return tuple((each.person, each.pseudonym, each.shown) for each in made), trainer.shown


@contextmanager
def running(state: State) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a centre as `ailab centre up` does."""
    code = "import sys; from pathlib import Path; from ailab.office.centre import open_centre; from ailab.office.hub.up import up; sys.exit(up(open_centre(Path(sys.argv[1]))))"
    with (state.logs / "up.log").open("ab") as log:
        supervisor = subprocess.Popen(
            [sys.executable, "-c", code, str(state.folder)], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    try:
        _wait_until_up(state, supervisor)
        yield supervisor
    finally:
        supervisor.send_signal(signal.SIGTERM)
        try:
            supervisor.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            supervisor.kill()
            supervisor.wait()
        down(state)  # what a test killed by halves
        engine_of(state.database_url()).dispose()


def _wait_until_up(state: State, supervisor: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_S
    while not (is_up(state) and _answers_all(state)):
        if supervisor.poll() is not None or time.monotonic() > deadline:
            logs = "\n".join(f"== {path.name}\n{path.read_text(errors='replace')[-2000:]}" for path in sorted(state.logs.glob("*.log")))
            raise RuntimeError(f"the centre does not start:\n{logs}")
        time.sleep(0.2)


def _answers_all(state: State) -> bool:
    ports = Ports(public=state.settings.port)
    return all(not is_free(number) for number in (state.settings.port, *(ports.of(name) for name in ("round", "desk"))))


def _processes(supervisor: int, hub: str) -> dict[str, list[int]]:
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
    templates = [pid for pid in parents if "ailab.office.hub.warm" in _command(pid) and hub in _command(pid)]
    below = {root: _below(root, parents) for root in (supervisor, *templates)}
    # Servers end up below whoever reaps orphans: they are known by the template's command line, which a fork keeps.
    own = set(below[supervisor]) | set(templates) | {supervisor}
    own |= {pid for template in templates for pid in below[template]}
    inside = {pid for pid in own if _in_other_namespace(pid)}
    return {"parts": sorted(own - inside), "learners": sorted(inside)}


def _below(root: int, parents: Mapping[int, int]) -> list[int]:
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        children = [child for child, parent in parents.items() if parent == pid]
        found += children
        waiting += children
    return found


def _mounts(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def _in_other_namespace(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/ns/pid").readlink() != Path("/proc/self/ns/pid").readlink()
    except OSError:
        return False


def _pss_mib(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss:", "SwapPss:"))) / 1024
