"""The trainer's panel."""

from typing import Any

import pytest

from ailab.devices.robots import FakeDrive, SharedRobot, panel

RECORDING = {"format_version": 1, "moves": [[0.5, 0.5, 2.0]]}


@pytest.fixture
def shared() -> SharedRobot:
    shared = SharedRobot(FakeDrive())
    for learner in ("a-1", "a-2"):
        shared.hand_in(learner, RECORDING)
    return shared


def buttons(shown: Any) -> list[Any]:
    big, _, (following, off) = shown.widget.children[0], shown.widget.children[1], shown.widget.children[2].children
    return [big, following, off]


def test_the_buttons_release_stop_and_resume(shared: SharedRobot) -> None:
    shown = panel(shared)
    big, following, off = buttons(shown)

    following.click()
    shared.join()
    assert "a-1: came to its end, 2 s" in shown.widget.children[1].value
    big.click()
    following.click()
    assert "The stop is on. Look that the floor is free" in shown.as_text()
    off.click()
    assert shown.as_text() == "Nobody is driving.\nNext: a-2\na-1: came to its end, 2 s"


def test_without_a_front_end_there_are_words_in_the_readers_direction(shared: SharedRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", "ar")

    bundle = panel(shared)._repr_mimebundle_()

    assert 'dir="rtl"' in bundle["text/html"]
    assert "a-1, a-2" in bundle["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
