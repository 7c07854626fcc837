"""What is to happen when: an agenda, and the virtual clock that walks along it.

Appointments at the same moment keep the order in which they were made: the same program runs the same way
on every machine. Times are rounded to a billionth of a second, so that every(0.1) does not drift.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(order=True, slots=True)
class Appointment:
    """Something to do at a time; `turn` decides between equal times."""

    time: float
    turn: int
    action: Callable[[], None] = field(compare=False)
    canceled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        """Let it not happen."""
        self.canceled = True


class Agenda:
    """Appointments in order."""

    def __init__(self) -> None:
        """Begin with an empty agenda."""
        self._heap: list[Appointment] = []
        self._turn = 0

    def add(self, time: float, action: Callable[[], None]) -> Appointment:
        """Note that this is to happen at this time."""
        self._turn += 1
        appointment = Appointment(round(time, 9), self._turn, action)
        heapq.heappush(self._heap, appointment)
        return appointment

    def next_time(self) -> float | None:
        """Return when the next appointment is, or None."""
        while self._heap and self._heap[0].canceled:
            heapq.heappop(self._heap)
        return self._heap[0].time if self._heap else None

    def pop(self) -> Appointment:
        """Take the next appointment; there must be one."""
        return heapq.heappop(self._heap)


class Repeat:
    """An action every so many seconds, counted from its first moment: errors do not add up."""

    def __init__(self, agenda: Agenda, start: float, seconds: float, action: Callable[[], None]) -> None:
        """Make the first appointment, `seconds` after `start`."""
        self._agenda, self._start, self._seconds, self._action = agenda, start, seconds, action
        self._rounds = 0
        self._next = self._appoint()

    def stop(self) -> None:
        """End the repetition."""
        self._next.cancel()

    def _appoint(self) -> Appointment:
        self._rounds += 1
        return self._agenda.add(self._start + self._rounds * self._seconds, self._happen)

    def _happen(self) -> None:
        # The next round first: an action may stop its own repetition.
        self._next = self._appoint()
        self._action()
