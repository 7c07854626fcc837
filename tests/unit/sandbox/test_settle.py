"""The order of the layers, and that without each of them nothing of a stranger runs."""

import os
import socket
import sys
from collections.abc import Callable
from typing import Any, Final

import pytest

from ailab.office.sandbox import LAYERS, Limits, Probe, View, isolate, layers, syscalls, warm
from ailab.office.sandbox.frames import receive_frame, send_frame

ORDER: Final = (
    "map_own_ids",
    "enter",
    "_keep_only",
    "apply_limits",
    "drop_capabilities",
    "no_new_privileges",
    "landlock",
    "filter_system_calls",
    "setsid",
)


def owner_of(name: str) -> Any:
    return os if name == "setsid" else isolate if hasattr(isolate, name) else syscalls


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every step only notes that it was taken."""
    taken: list[str] = []

    def noting(name: str) -> Callable[..., None]:
        return lambda *_, **__: taken.append(name)

    for name in ORDER:
        monkeypatch.setattr(owner_of(name), name, noting(name))
    monkeypatch.setattr(syscalls, "landlock_version", lambda: 1)
    return taken


def settle() -> None:
    before = os.umask(0o077)
    try:
        isolate.settle(Limits(), View(shown=()), "/b", "/r", {}, channel=9, host_ids=(1, 1))
    finally:
        os.umask(before)


def test_the_layers_come_in_the_order_that_holds(steps: list[str]) -> None:
    settle()

    assert tuple(steps) == ORDER


def test_landlock_alone_may_be_missing(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syscalls, "landlock_version", lambda: 0)

    settle()

    assert tuple(steps) == tuple(step for step in ORDER if step != "landlock")


@pytest.mark.parametrize("missing", ORDER)
def test_without_a_layer_nothing_runs(steps: list[str], monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, f"{missing}: not here")

    monkeypatch.setattr(owner_of(missing), missing, refuse)

    with pytest.raises(OSError, match=missing):
        settle()
    assert tuple(steps) == ORDER[: ORDER.index(missing)]


def test_a_job_that_cannot_settle_says_why_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send_frame(ours, {"entry": "os:_exit", "payload": None, "files": {}})
        pid = os.fork()
        if pid == 0:
            monkeypatch.setattr(warm, "settle", lambda *_, **__: 1 / 0)
            place = warm._Place(view=View(shown=()), base="/b", root="/r")
            warm._become_job({"limits": {}}, theirs, place, (1, 1))
            os._exit(0)
        _, status = os.waitpid(pid, 0)

        assert os.waitstatus_to_exitcode(status) == 70
        assert receive_frame(ours, seconds=1) == {"settled": False, "why": "ZeroDivisionError: division by zero"}


def test_every_layer_is_probed() -> None:
    assert set(layers._probes()) == {layer.name for layer in LAYERS}


def test_this_machine_has_what_is_required() -> None:
    assert [each.layer.name for each in layers.probe() if each.layer.required and not each.works] == []


def test_a_probe_that_says_nothing_means_that_nothing_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    assert all(probe.works is False and probe.detail for probe in layers.probe())
    assert isinstance(layers.probe()[0], Probe)


def test_a_layer_that_fails_says_why() -> None:
    def fail() -> None:
        raise PermissionError("not here")

    assert layers._try(fail) == "PermissionError: not here"
    assert layers._try(lambda: None) == ""
