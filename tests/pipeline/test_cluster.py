"""Grading on several machines: the same points as on one, whoever dies on the way, and nobody without a certificate."""

import os
import shutil
import signal
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import nbformat
import psutil
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_notebook

from ailab.cli.grade import grade
from ailab.errors import Refused
from ailab.office.build import build_course, write_files
from ailab.office.course import read_course
from ailab.office.gradebook import Marks, grading_environment, logging_to, read_marks
from ailab.office.grading.engine.cluster import DaskRunner, Scheduler, cluster_runner
from ailab.office.grading.engine.drive import Job
from ailab.office.grading.engine.run import engine
from ailab.office.grading.engine.runners import Runner, local_runner
from ailab.office.grading.run import grade_module
from ailab.office.ledger import read_ledger

from .conftest import MODULE, quick_course
from .machines import Cluster, Identity, can_make_networks, make_identities, plain_cluster, secure_cluster, until, worker_of
from .test_killers import hand_in

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl, which makes the certificates, is not installed")]

SLOW: Final = "import time\ntime.sleep(0.4)\n"
ANSWERS: Final = {
    "sample-right": SLOW + "def double(number):\n    return 2 * number",
    "sample-square": SLOW + "def double(number):\n    return number ** 2",
    "sample-stops": SLOW + "def double(number):\n    return number['two']",
    "sample-mixed": SLOW + "def double(number):\n    print(float('nan'), '\\ud800')\n    return 2 * number if number else None",
    "sample-leaves": "import os\nos._exit(1)",
    "sample-other": SLOW + "double = lambda number: number + number",
}
NETWORKS: Final = can_make_networks()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an nbgrader course with submissions, not graded yet."""
    folder = tmp_path_factory.mktemp("cluster-course")
    write_files(build_course(read_course(quick_course(folder)).course), folder / "build")
    for learner, answer in ANSWERS.items():
        hand_in(folder / "build" / "release" / "en" / MODULE, folder / "build" / "nbgrader" / "submitted" / learner / MODULE, answer)
    return folder / "build" / "nbgrader"


@pytest.fixture(scope="module")
def identities(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Identity]:
    return make_identities(tmp_path_factory.mktemp("identities") / "ca", "scheduler", "worker", "office")


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Identity]:
    """Return certificates of a CA that nobody here knows."""
    return make_identities(tmp_path_factory.mktemp("strangers") / "ca", "worker", "office")


@pytest.fixture(params=[pytest.param(NETWORKS, id="each-worker-in-its-own-network" if NETWORKS else "all-on-the-loopback")])
def cluster(request: pytest.FixtureRequest, tmp_path: Path, identities: dict[str, Identity]) -> Iterator[Cluster]:
    with secure_cluster(tmp_path, identities, networks=request.param) as started:
        yield started


@pytest.fixture(scope="module")
def locally(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the course, graded on this machine."""
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("locally") / "course"))
    with local_runner(2) as runner:
        grade_all(root, runner)
    return root


def grade_all(root: Path, runner: Runner, progress: Any = lambda _done, _of: None) -> None:
    with logging_to(root / "nbgrader.log"), grading_environment(root):
        grade_module(root, MODULE, recorded_at="2026-11-20T10:00:00Z", engine=engine("certificate", runner), progress=progress)


def outcome(root: Path) -> tuple[Marks, list[tuple[Any, ...]]]:
    """Return all that grading decided."""
    return read_marks(root, MODULE), sorted((each.learner, each.exercise, each.points, each.status, each.notes, each.findings) for each in read_ledger(root / "ledger.jsonl"))


def templates_below(pid: int) -> list[psutil.Process]:
    return [each for each in psutil.Process(pid).children(recursive=True) if "ailab.office.sandbox.warm" in each.cmdline()]


def test_two_machines_give_the_points_of_one(cluster: Cluster, built: Path, locally: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "course"))
    place = cluster.scheduler
    words = ["run", str(root), MODULE, "--scheduler", place.address, "--tls-ca", str(place.ca), "--tls-cert", str(place.certificate), "--tls-key", str(place.key)]

    answer = CliRunner().invoke(grade, [*words, "--json"])

    assert answer.exit_code == 1, answer.output  # one notebook ended its own process
    assert outcome(root) == outcome(locally)
    assert all(len(templates_below(process.pid)) == 1 for process in cluster.workers.values())


def test_a_worker_that_is_killed_costs_nobody_a_point(cluster: Cluster, built: Path, locally: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "course"))
    bare = cluster.workers["bare"]
    templates: list[psutil.Process] = []

    def kill_once(done: int, _of: int) -> None:
        if done == 1:
            templates.extend(templates_below(bare.pid))
            until(lambda: any(each.children() for each in templates), "a notebook that runs there")
            os.kill(bare.pid, signal.SIGKILL)

    with cluster_runner(cluster.scheduler) as runner:
        until_both(runner)
        grade_all(root, runner, kill_once)

    assert bare.wait(5) == -signal.SIGKILL
    assert outcome(root) == outcome(locally)
    assert templates
    until(lambda: not any(each.is_running() and each.status() != psutil.STATUS_ZOMBIE for each in templates), "the end of its template")


def until_both(runner: DaskRunner) -> None:
    def both() -> bool:
        runner.look()
        return runner.workers == 2

    until(both, "the arrival of both workers")


def test_nobody_comes_in_without_a_certificate_of_this_ca(cluster: Cluster, identities: dict[str, Identity], strangers: dict[str, Identity]) -> None:
    address, known, foreign = cluster.scheduler.address, identities["office"], strangers["office"]
    port = int(address.rpartition(":")[2])

    assert not is_let_in(port, known.ca, None)
    assert not is_let_in(port, known.ca, foreign)
    assert is_let_in(port, known.ca, known)
    for ca in (known.ca, foreign.ca):
        with pytest.raises(Refused, match="does not let us in"), cluster_runner(Scheduler(address=address, ca=ca, certificate=foreign.certificate, key=foreign.key)):
            pass


def is_let_in(port: int, ca: Path, identity: Identity | None) -> bool:
    """Tell whether the scheduler speaks to us."""
    context = ssl.create_default_context(cafile=str(ca))
    context.check_hostname = False
    if identity:
        context.load_cert_chain(identity.certificate, identity.key)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as plain:
        try:
            with context.wrap_socket(plain) as connection:
                return bool(connection.recv(1))
        except (ssl.SSLError, ConnectionError):
            return False


def test_a_worker_without_a_certificate_gets_no_notebook(cluster: Cluster, strangers: dict[str, Identity], tmp_path: Path) -> None:
    with worker_of(cluster.scheduler.address, "stranger", tmp_path, strangers["worker"], options=("--no-nanny", "--death-timeout", "3")) as stranger, cluster_runner(cluster.scheduler) as runner:
        until_both(runner)
        assert stranger.wait(30) != 0
        runner.look()
        assert runner.workers == 2


def test_plain_connections_are_for_the_loopback_and_say_when_all_is_gone(tmp_path: Path) -> None:
    with plain_cluster(tmp_path) as cluster, cluster_runner(cluster.scheduler) as runner:
        assert printed(runner, "print(6 * 7)") == "42\n"
        lasting = runner.submit(job("import time\ntime.sleep(60)"))
        os.kill(cluster.process.pid, signal.SIGKILL)

        with pytest.raises(Refused, match=r"The scheduler at tcp:.* is gone"):
            lasting.result(timeout=30)


def test_a_run_ends_when_every_worker_is_gone_for_long(tmp_path: Path) -> None:
    with plain_cluster(tmp_path) as cluster:
        impatient = Scheduler(address=cluster.scheduler.address, patience_s=1)
        with cluster_runner(impatient) as runner:
            lasting = runner.submit(job("import time\ntime.sleep(60)"))
            time.sleep(0.5)
            os.kill(cluster.workers["worker-0"].pid, signal.SIGKILL)

            with pytest.raises(Refused, match="No worker is at tcp://"):
                lasting.result(timeout=30)
            with pytest.raises(Refused, match="No worker is at tcp://"):
                runner.submit(job(""))


def test_a_worker_with_another_edition_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ailab.office.grading.engine.cluster.edition", lambda: "0123456789abcdef")

    with plain_cluster(tmp_path) as cluster, cluster_runner(cluster.scheduler) as runner, pytest.raises(Refused, match="another edition of ailab"):
        runner.submit(job("1")).result(timeout=30)


def job(source: str) -> Job:
    return Job(notebook=new_notebook(cells=[new_code_cell(source)]), files={})


def printed(runner: Runner, source: str) -> str:
    cell = runner.submit(job(source)).result(timeout=60).notebook.cells[0]
    return str(nbformat.from_dict(cell.outputs[0]).text)
