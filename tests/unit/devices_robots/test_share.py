"""One robot for a class."""

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import pytest

from ailab.devices.errors import NotAllowed, WrongValue
from ailab.devices.robots import FakeDrive, SharedRobot
from ailab.devices.robots.share import Finished
from ailab.devices.robots.turn import TurnOver
from ailab.errors import AilabError


def drives_for(seconds: float, share: float = 0.5) -> dict[str, Any]:
    return {"format_version": 1, "moves": [[share, share, seconds]]}


class SlowDrive(FakeDrive):
    """A fake whose time is real, so that a trainer can come between."""

    def wait(self, seconds: float) -> None:
        time.sleep(min(seconds, 0.02))
        super().wait(seconds)


class StuckDrive(SlowDrive):
    """A drive whose motor calls hang until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.free = Event(), Event()

    def motors(self, left: float, right: float) -> None:
        self.asked.set()
        self.free.wait(5)
        super().motors(left, right)


@pytest.fixture
def shared() -> SharedRobot:
    return SharedRobot(FakeDrive(), limit=0.6, most_s=30.0)


@pytest.fixture
def slow() -> SharedRobot:
    return SharedRobot(SlowDrive(), most_s=30.0)


def soon(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 3
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.005)
    return is_so()


def test_programs_drive_one_at_a_time_in_the_order_they_came(shared: SharedRobot) -> None:
    assert [shared.hand_in(learner, drives_for(2)) for learner in ("a-1", "a-2")] == [1, 2]
    assert shared.state().waiting == ("a-1", "a-2")

    assert shared.release() == "a-1"
    shared.join()
    assert shared.release() == "a-2"
    shared.join()

    assert [turn.learner for turn in shared.state().history] == ["a-1", "a-2"]
    assert shared.release() == ""


def test_who_hands_in_again_keeps_the_place(shared: SharedRobot) -> None:
    shared.hand_in("a-1", drives_for(1))
    shared.hand_in("a-2", drives_for(1))

    assert shared.hand_in("a-1", drives_for(2)) == 1

    shared.withdraw("a-1")
    shared.withdraw("nobody")
    assert shared.state().waiting == ("a-2",)


def test_nobody_goes_faster_than_the_limit(shared: SharedRobot) -> None:
    shared.hand_in("a-1", drives_for(3, share=1.0))
    shared.release()
    shared.join()

    drive = shared._drive
    assert isinstance(drive, FakeDrive)
    assert max(left for _, left, _ in drive.log) == 0.6
    assert shared.state().history == (Finished("a-1", "done", 5.0),)


def test_a_turn_ends_when_its_time_is_up(shared: SharedRobot) -> None:
    shared.hand_in("a-1", drives_for(100))
    shared.release()
    shared.join()

    assert shared.state().history[-1].ended == "too_long"
    assert shared.state().history[-1].seconds == pytest.approx(30, abs=0.2)


@pytest.mark.parametrize("sensors", [{"distance": 5.0}, {"bumper": True}], ids=["near", "touched"])
def test_a_robot_with_something_in_its_way_stops_but_may_back_out(sensors: dict[str, Any]) -> None:
    shared = SharedRobot(FakeDrive(**sensors))
    shared.hand_in("a-1", drives_for(2))
    shared.hand_in("a-2", drives_for(2, share=-0.5))

    for _ in range(2):
        shared.release()
        shared.join()

    assert [turn.ended for turn in shared.state().history] == ["blocked", "done"]


def test_one_stop_beats_everything(slow: SharedRobot) -> None:
    slow.hand_in("a-1", drives_for(20))
    slow.hand_in("a-2", drives_for(20))
    slow.release()
    drive = slow._drive
    assert isinstance(drive, FakeDrive)
    assert soon(lambda: drive.shares == (0.5, 0.5))

    slow.stop()

    assert drive.shares == (0.0, 0.0)
    slow.join(2)
    assert slow.state().history[-1].ended == "stopped"
    with pytest.raises(NotAllowed, match="stop is on"):
        slow.release()
    with pytest.raises(NotAllowed), slow.live():
        pass

    slow.resume()
    assert slow.state().running == ""
    assert slow.release() == "a-2"
    slow.close()


def test_a_motor_command_that_hung_over_a_stop_does_not_outlive_it() -> None:
    drive = StuckDrive()
    shared = SharedRobot(drive)
    shared.hand_in("a-1", drives_for(20))
    shared.release()
    assert drive.asked.wait(2)

    stopping = Thread(target=shared.stop)
    stopping.start()
    time.sleep(0.1)
    drive.free.set()
    stopping.join(5)

    assert drive.shares == (0.0, 0.0)
    shared.join(2)
    assert drive.shares == (0.0, 0.0)


def test_while_one_drives_nobody_else_is_released(slow: SharedRobot) -> None:
    slow.hand_in("a-1", drives_for(20))
    slow.hand_in("a-2", drives_for(20))
    slow.release()

    with pytest.raises(NotAllowed, match="a-1"):
        slow.release()
    slow.close()


def test_two_trainers_release_only_one(slow: SharedRobot) -> None:
    for learner in ("a-1", "a-2"):
        slow.hand_in(learner, drives_for(20))
    released: list[str] = []

    def press() -> None:
        with suppress(NotAllowed):
            released.append(slow.release())

    threads = [Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert released == ["a-1"]
    slow.close()


def test_a_trainers_own_program_drives_live_within_the_limits(shared: SharedRobot) -> None:
    with shared.live() as robot:
        robot.motors(1, 1)
        robot.wait(1)
        assert shared.state().running == "trainer"

    assert shared._drive.shares == (0.0, 0.0)  # type: ignore[attr-defined]
    assert max(left for _, left, _ in shared._drive.log) == 0.6  # type: ignore[attr-defined]
    assert shared.state().history == (Finished("trainer", "done", 1.0),)


def test_a_live_program_cannot_drive_on_after_the_stop(slow: SharedRobot) -> None:
    def stubborn() -> None:
        with slow.live() as robot:
            while not given_up.is_set():
                try:
                    robot.motors(0.5, 0.5)
                    robot.wait(0.1)
                except AilabError:
                    continue

    given_up = Event()
    thread = Thread(target=stubborn)
    thread.start()
    drive = slow._drive
    assert isinstance(drive, FakeDrive)
    assert soon(lambda: drive.shares == (0.5, 0.5))

    slow.stop()
    seen = set()
    for _ in range(50):
        time.sleep(0.002)
        seen.add(drive.shares)
    given_up.set()
    thread.join(2)

    assert seen == {(0.0, 0.0)}


def test_a_live_program_that_fails_leaves_the_robot_at_rest_and_free(shared: SharedRobot) -> None:
    def program() -> None:
        with shared.live() as robot:
            robot.motors(0.5, 0.5)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        program()

    assert shared.state().history[-1].ended == "error"
    assert shared._drive.shares == (0.0, 0.0)  # type: ignore[attr-defined]
    assert shared.hand_in("a-1", drives_for(1)) == 1
    assert shared.release() == "a-1"
    shared.join()


def test_a_robot_that_falls_silent_ends_the_turn_and_frees_the_queue(shared: SharedRobot) -> None:
    shared._drive.closed = True  # type: ignore[attr-defined]
    shared.hand_in("a-1", drives_for(1))

    shared.release()
    shared.join()

    assert shared.state().history[-1].ended == "lost"
    assert shared.state().running == ""


@pytest.mark.parametrize("learner", ["", "Amal", "../x", "a" * 65, None, "<b>"], ids=repr)
def test_an_id_that_is_none_is_refused(shared: SharedRobot, learner: Any) -> None:
    with pytest.raises(WrongValue):
        shared.hand_in(learner, drives_for(1))


def test_the_queue_has_an_end(shared: SharedRobot) -> None:
    for number in range(100):
        shared.hand_in(f"a-{number}", drives_for(1))

    with pytest.raises(NotAllowed, match="full"):
        shared.hand_in("b-1", drives_for(1))


def test_watchers_see_each_change(shared: SharedRobot) -> None:
    seen: list[str] = []
    shared.watch(lambda state: seen.append(state.running))

    shared.hand_in("a-1", drives_for(1))
    shared.release()
    shared.join()

    assert seen[0] == ""
    assert seen[-1] == ""
    assert "a-1" in seen


def test_the_end_of_a_turn_says_why() -> None:
    assert {str(TurnOver(why)) for why in ("too_long", "blocked", "stopped")} == {
        "The time for this turn is up. Make the program shorter.",
        "The robot stopped because something was in its way. Clear the floor, then try again.",
        "Your trainer has stopped this robot. Wait until it is free again, then run your program once more.",
    }
