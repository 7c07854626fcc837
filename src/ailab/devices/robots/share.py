"""One robot for a class: programs wait in a queue, the trainer releases them one at a time, one stop beats everything.

What learners hand in is a recording, never a program. A recording is numbers, so it can be checked to its
last bit, lasts a known time and does the same thing each time; a program text would run on the machine
beside the motors with everything its author could think of. The price is that the robot drives by the
clock, without reacting: it stops for what is in its way instead. A trainer's own program may drive live.

Nothing is kept on disk: the queue ends with the process.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import RLock, Thread
from typing import Any, Final

from ailab.devices.errors import NotAllowed, WrongValue, say, shown
from ailab.devices.robots.recording import Move, Recording, fitted
from ailab.devices.robots.turn import Ended, Turn, TurnOver
from ailab.errors import AilabError
from ailab.robot.drive import Calibration, Drive, DriveLost
from ailab.robot.driven import DrivenRobot

_LEARNER: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_MOST_WAITING: Final = 100
_MOST_HISTORY: Final = 500


@dataclass(frozen=True, slots=True)
class Finished:
    """A turn that has ended."""

    learner: str
    ended: Ended
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What everybody may see."""

    stopped: bool
    """The big stop is on: nothing can be released."""
    running: str
    """Whose turn it is; empty when the robot stands still."""
    waiting: tuple[str, ...]
    history: tuple[Finished, ...]


class SharedRobot:
    """The robot of a class.

    Parameters
    ----------
    drive : Drive
        The robot.
    calibration : Calibration
        What brings it where the robot on the screen went.
    limit : float
        Largest share of full speed for anybody.
    most_s : float
        Seconds a turn may last.
    closest_cm : float
        A robot that drives ahead stops when something is nearer than this.

    Examples
    --------
    >>> from ailab.devices.robots import FakeDrive
    >>> shared = SharedRobot(FakeDrive())
    >>> shared.hand_in("centre-k3", {"format_version": 1, "moves": [[0.5, 0.5, 2.0]]})
    1
    >>> shared.release()
    'centre-k3'
    >>> shared.join()
    >>> shared.state().history
    (Finished(learner='centre-k3', ended='done', seconds=2.0),)
    """

    def __init__(
        self, drive: Drive, calibration: Calibration | None = None, *, limit: float = 0.6, most_s: float = 60.0, closest_cm: float = 8.0
    ) -> None:
        """Begin with an empty queue and the stop off."""
        self._drive, self._calibration = drive, calibration or Calibration()
        self._limit, self._most_s, self._closest_cm = limit, most_s, closest_cm
        self._lock = RLock()
        self._queue: dict[str, Recording] = {}
        self._history: list[Finished] = []
        self._turn: Turn | None = None
        self._learner = ""
        self._thread: Thread | None = None
        self._stopped = False
        self._watchers: list[Callable[[State], object]] = []

    def hand_in(self, learner: str, recording: Any) -> int:
        """Put a learner's recording in the queue, in place of an earlier one, and return its place, 1 the next."""
        checked = Recording.from_data(recording.as_data() if type(recording) is Recording else recording)
        name = _checked(learner)
        with self._lock:
            if name not in self._queue and len(self._queue) >= _MOST_WAITING:
                raise NotAllowed(say("The queue for this robot is full. Wait until a few have had their turn."))
            self._queue[name] = checked
            place = list(self._queue).index(name) + 1
        self._tell()
        return place

    def withdraw(self, learner: str) -> None:
        """Take a learner's recording out of the queue; nothing happens when there is none."""
        with self._lock:
            self._queue.pop(learner, None)
        self._tell()

    def release(self) -> str:
        """Let the next recording drive and return whose it is; empty when nobody waits."""
        with self._lock:
            self._must_be_free()
            if not self._queue:
                return ""
            learner = next(iter(self._queue))
            recording = self._queue.pop(learner)
            turn = self._begin(learner)
            moves = fitted(recording.moves, self._calibration, self._limit)
            self._thread = Thread(target=self._replay, args=(learner, turn, moves), daemon=True)
            self._thread.start()
        self._tell()
        return learner

    @contextmanager
    def live(self, who: str = "trainer") -> Iterator[DrivenRobot]:
        """Give the trainer's own program the robot, with the same limits and under the same stop."""
        with self._lock:
            self._must_be_free()
            turn = self._begin(_checked(who))
        self._tell()
        ended: Ended = "error"
        try:
            with DrivenRobot(turn, self._calibration) as robot:
                yield robot
            ended = "done"
        except DriveLost:
            ended = "lost"
            raise
        finally:
            self._finish(who, turn, ended)

    def stop(self) -> None:
        """Stop the robot now, end the turn, and let nothing drive until `resume`."""
        self._stopped = True
        turn = self._turn
        # The robot first, through whatever lets others in too; the bookkeeping after.
        try:
            getattr(self._drive, "hold", self._drive.stop)()
        finally:
            if turn:
                with suppress(AilabError, OSError):
                    turn.end("stopped")
            self._tell()

    def resume(self) -> None:
        """Let turns be released again; nothing starts by itself."""
        getattr(self._drive, "release", lambda: None)()
        self._stopped = False
        self._tell()

    def state(self) -> State:
        """Return who drives, who waits and who has driven."""
        with self._lock:
            return State(stopped=self._stopped, running=self._learner, waiting=tuple(self._queue), history=tuple(self._history))

    def watch(self, on_change: Callable[[State], object]) -> None:
        """Call this function at every change, from whichever thread made it."""
        self._watchers.append(on_change)

    def join(self, timeout_s: float | None = None) -> None:
        """Wait until the turn that was released has ended."""
        thread = self._thread
        if thread:
            thread.join(timeout_s)

    def close(self) -> None:
        """Stop and let go of the robot."""
        try:
            self.stop()
        finally:
            self.join(5.0)
            self._drive.close()

    def _must_be_free(self) -> None:
        if self._stopped:
            raise NotAllowed(say("The stop is on. Look that the floor is free, switch it off, then release the next program."))
        if self._turn:
            raise NotAllowed(say("The robot is driving for {learner}. Wait, or stop it.").format(learner=self._learner))

    def _begin(self, learner: str) -> Turn:
        self._turn = Turn(self._drive, limit=self._limit, most_s=self._most_s, closest_cm=self._closest_cm)
        self._learner = learner
        return self._turn

    def _replay(self, learner: str, turn: Turn, moves: tuple[Move, ...]) -> None:
        ended: Ended = "done"
        try:
            for move in moves:
                turn.motors(move.left, move.right)
                turn.wait(move.seconds)
        except TurnOver:
            pass  # the turn knows why
        except (AilabError, OSError):
            ended = "lost"
        finally:
            self._finish(learner, turn, ended)

    def _finish(self, learner: str, turn: Turn, ended: Ended) -> None:
        with suppress(AilabError, OSError):
            turn.end(ended)
        with self._lock:
            self._history = [*self._history, Finished(learner, turn.over or ended, round(turn.seconds, 3))][-_MOST_HISTORY:]
            self._turn, self._learner = None, ""
        self._tell()

    def _tell(self) -> None:
        state = self.state()
        for watcher in self._watchers:
            watcher(state)


def _checked(learner: object) -> str:
    if isinstance(learner, str) and _LEARNER.fullmatch(learner):
        return str(learner)
    raise WrongValue(say("A learner's id has small letters, digits, - and _; you gave {given}.").format(given=shown(learner)))
