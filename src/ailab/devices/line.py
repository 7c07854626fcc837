"""The line behind a bus: how messages get from one end to the other.

Two lines: this process, here, and MQTT, in `mqtt.py`.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final, Protocol

from ailab.devices.topics import matches


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that came through the line."""

    topic: str
    data: bytes
    kept: bool = False
    """It was kept from before, and comes because somebody has just subscribed."""


class Line(Protocol):
    """What a bus needs: words to send and to wait, and a time."""

    @property
    def name(self) -> str:
        """Return where it leads."""

    @property
    def immediate(self) -> bool:
        """Say whether messages arrive while `send` is running."""

    @property
    def now(self) -> float:
        """Return the seconds since the line was opened."""

    def check(self) -> None:
        """Raise when the line is dead."""

    def send(self, topic: str, data: bytes, retain: bool) -> None:
        """Send a message."""

    def listen(self, topic_filter: str) -> None:
        """Let messages of this filter arrive, those that were kept first."""

    def ignore(self, topic_filter: str) -> None:
        """Let them arrive no more."""

    def has_arrivals(self) -> bool:
        """Say whether something waits to be received."""

    def receive(self) -> Arrival | None:
        """Return the next message, or None."""

    def forget(self) -> None:
        """Drop what waits to be received."""

    def wait(self, until: float) -> bool:
        """Wait for a message until this time; say whether one has come."""

    def close(self) -> None:
        """Hang up."""


class InProcess:
    """Messages in a queue, on a virtual clock: `wait` takes no time at all."""

    name: Final[str] = ""
    immediate: Final[bool] = True

    def __init__(self) -> None:
        """Begin at time 0, with nothing kept."""
        self.now = 0.0
        self._arrivals: deque[Arrival] = deque()
        self._kept: dict[str, bytes] = {}

    def check(self) -> None:
        """Never dead."""

    def send(self, topic: str, data: bytes, retain: bool) -> None:
        """Queue the message, and keep it when asked; an empty one ends the keeping, as in MQTT."""
        if retain:
            self._kept.pop(topic, None)
            if data:
                self._kept[topic] = data
        self._arrivals.append(Arrival(topic, data))

    def listen(self, topic_filter: str) -> None:
        """Queue what was kept under matching topics."""
        for topic, data in list(self._kept.items()):
            if matches(topic_filter, topic):
                self._arrivals.append(Arrival(topic, data, kept=True))

    def ignore(self, topic_filter: str) -> None:
        """Nothing to do: the bus hands out."""

    def has_arrivals(self) -> bool:
        """Say whether something waits to be received."""
        return bool(self._arrivals)

    def receive(self) -> Arrival | None:
        """Return the next message, or None."""
        return self._arrivals.popleft() if self._arrivals else None

    def forget(self) -> None:
        """Drop what waits to be received."""
        self._arrivals.clear()

    def wait(self, until: float) -> bool:
        """Let the virtual clock jump."""
        self.now = max(self.now, until)
        return False

    def close(self) -> None:
        """Drop everything."""
        self._arrivals.clear()
        self._kept.clear()
