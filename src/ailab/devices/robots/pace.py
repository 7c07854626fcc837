"""Real time for drives: waiting that can be interrupted, and the lease on running motors.

Everything on the screen counts simulated time; only what has to do with a real robot looks at a clock.
"""

import time
from collections.abc import Callable
from threading import Condition, local
from typing import Final

LEASE_S: Final = 0.5
"""Motors that nobody asks for during so long are stopped: a program that hangs or dies drives no farther."""
BEAT_S: Final = 0.1
"""A waiting program says so often that it is still there."""
_SLACK_S: Final = 0.25
"""A wait after a sensor that took this long is shorter by it, as if the sensor had taken no time: so it is on the screen."""


class Pace:
    """Waits in a row that add up: what one was late, the next is shorter."""

    def __init__(self, beat: Callable[[], None]) -> None:
        """Call `beat` at the start of each wait and every BEAT_S while it lasts."""
        self._beat = beat
        self._until = 0.0
        self._stops = 0
        self._changed = Condition()
        self._here = local()

    def begin(self) -> None:
        """Note that this thread starts a movement: a stop by another one from now on ends its next wait too."""
        self._here.stops = self._stops

    def restart(self) -> None:
        """Count from now on: the robot has begun to move."""
        self._until = time.monotonic()

    def interrupt(self) -> None:
        """End the waits of other threads, those under way and those of movements that have begun."""
        with self._changed:
            self._stops += 1
            self._here.stops = self._stops
            self._changed.notify_all()

    def sleep(self, seconds: float) -> None:
        """Let these seconds pass, or less when interrupted."""
        now = time.monotonic()
        start = self._until if 0 <= now - self._until < _SLACK_S else now
        self._until = start + seconds
        before = getattr(self._here, "stops", self._stops)
        while (left := self._until - time.monotonic()) > 0 and self._stops == before:
            self._beat()
            self._rest(before, min(left, BEAT_S))
        self._here.stops = self._stops

    def _rest(self, before: int, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stops != before, seconds)


class Lease:
    """How long motors may run without a word from the program.

    Examples
    --------
    >>> lease = Lease(0.5)
    >>> lease.renew(10.0)
    >>> lease.is_over(10.4), lease.is_over(10.6)
    (False, True)
    """

    def __init__(self, seconds: float = LEASE_S) -> None:
        """Begin with a lease that is over."""
        self.seconds = seconds
        self._renewed = float("-inf")

    def renew(self, now: float) -> None:
        """Note that the program has spoken."""
        self._renewed = now

    def is_over(self, now: float) -> bool:
        """Say whether the motors must stop."""
        return now - self._renewed > self.seconds
