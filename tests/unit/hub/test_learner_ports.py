"""Ports of learners' servers: never two alike, never one that connections take for themselves."""

import socket

import pytest

from ailab.errors import Refused
from ailab.office.hub import learner_ports
from ailab.office.hub.learner_ports import give_back, take_port


def test_a_hundred_servers_that_start_at_once_get_a_hundred_ports() -> None:
    taken = [take_port() for _ in range(100)]

    assert len(set(taken)) == 100
    assert all(20_000 <= number < 32_768 for number in taken)
    for number in taken:
        give_back(number)


def test_a_port_somebody_listens_on_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        busy = other.getsockname()[1]
        monkeypatch.setattr(learner_ports, "_FIRST", busy)
        monkeypatch.setattr(learner_ports, "_end", lambda: busy + 1)

        with pytest.raises(Refused, match="is taken"):
            take_port()


def test_a_port_that_was_given_back_is_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = take_port()
    monkeypatch.setattr(learner_ports, "_FIRST", first)
    monkeypatch.setattr(learner_ports, "_end", lambda: first + 1)
    with pytest.raises(Refused):
        take_port()

    give_back(first)

    assert take_port() == first
    give_back(first)
