"""Where notebooks may be sent, and what a command says when they may not."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ailab.cli.engines import opened_engine
from ailab.cli.grade import grade
from ailab.errors import ExtraMissing, Refused
from ailab.office.grading.engine.cluster import Scheduler, cluster_runner, is_safe


@pytest.mark.parametrize("address", ["tls://grading.example:8786", "tls://10.0.0.7:8786", "tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786"])
def test_tls_and_the_loopback_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.7:8786", "tcp://grading.example:8786", "tcp://0.0.0.0:8786", "tcp://127.0.0.1.example:8786", "tcp://localhost@10.0.0.7:8786", "127.0.0.1:8786", "ws://127.0.0.1:8786", "tls", "", "inproc://1/2"],
)
def test_everything_else_is_refused_before_anybody_is_called(address: str) -> None:
    assert not is_safe(address)
    with pytest.raises(Refused, match=r"Write tls://HOST:PORT"), cluster_runner(Scheduler(address=address)):
        pass


def test_tls_without_certificates_names_the_options() -> None:
    with pytest.raises(Refused, match="needs --tls-ca, --tls-cert, --tls-key"), cluster_runner(Scheduler(address="tls://127.0.0.1:9")):
        pass


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ExtraMissing, match=r"'distributed'.*ailab\[programme\]"), cluster_runner(Scheduler(address="tcp://127.0.0.1:9")):
        pass


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--tls-ca", __file__], "belong to a --scheduler"),
        (["--scheduler", "tcp://127.0.0.1:9", "--workers", "2"], "a cluster knows its own workers"),
        (["--scheduler", "tcp://127.0.0.1:9", "--mode", "parity", "--engine", "nbgrader"], "Stock nbgrader runs on this machine alone"),
    ],
    ids=["certificate_alone", "workers", "stock"],
)
def test_options_that_contradict_each_other_are_wrong_usage(tmp_path: Path, words: list[str], said: str) -> None:
    answer = CliRunner().invoke(grade, ["run", str(tmp_path), "plain", *words])

    assert (answer.exit_code, said in answer.output) == (2, True), answer.output


def test_a_local_engine_needs_no_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with opened_engine("ailab", workers=1) as engine:
        assert callable(engine)
