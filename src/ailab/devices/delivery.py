"""Who subscribed, and how a message gets to them: one after the other, each with a copy of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from ailab.devices.errors import NoEnd, say
from ailab.devices.given import is_same_function
from ailab.devices.line import Arrival, Line
from ailab.devices.payload import LARGEST, decode
from ailab.devices.topics import matches
from ailab.devices.trouble import Trouble

OnMessage = Callable[[str, Any], object]
"""A function of topic and payload."""

_MOST_AT_ONCE: Final = 10_000
"""Deliveries in one moment of virtual time: more can only be functions that answer each other for ever."""


@dataclass(slots=True)
class Subscription:
    """A function that is called for the messages of a filter."""

    topic_filter: str
    function: OnMessage
    seen: set[str] = field(default_factory=set)
    """Topics it has had a message under: a kept message is for newcomers alone."""

    def wants(self, arrival: Arrival) -> bool:
        """Say whether the function is to be called."""
        return matches(self.topic_filter, arrival.topic) and not (arrival.kept and arrival.topic in self.seen)


class Delivery:
    """Hands out what arrives on a line."""

    def __init__(self, line: Line) -> None:
        """Begin without subscriptions."""
        self.subscriptions: list[Subscription] = []
        self.trouble = Trouble()
        self._line = line
        self._turn = threading.Lock()
        self._thread: int | None = None

    def add(self, topic_filter: str, function: OnMessage) -> None:
        """Let a function be called, in place of an earlier version of itself."""
        self.subscriptions = [
            each for each in self.subscriptions if each.topic_filter != topic_filter or not is_same_function(each.function, function)
        ]
        self._line.listen(topic_filter)
        self.subscriptions.append(Subscription(topic_filter, function))

    def remove(self, topic_filter: str) -> None:
        """Let nobody be called for a filter any more."""
        self.subscriptions = [each for each in self.subscriptions if each.topic_filter != topic_filter]
        self._line.ignore(topic_filter)

    def is_here(self) -> bool:
        """Say whether this very thread is handing out: a function that was called asks."""
        return self._thread == threading.get_ident()

    def deliver(self) -> None:
        """Hand out what has arrived; one thread at a time, the others leave theirs in the line."""
        while self._line.has_arrivals() and self._turn.acquire(blocking=False):
            self._thread = threading.get_ident()
            try:
                self._empty_line()
            except BaseException:
                self._line.forget()
                raise
            finally:
                self._thread = None
                self._turn.release()
            if not self._line.immediate:
                return

    def call(self, function: Callable[..., object], *values: Any) -> None:
        """Call a learner's function; whatever it does, the others go on."""
        try:
            function(*values)
        except NoEnd:
            raise
        except Exception as error:  # noqa: BLE001 - reported, once, on the learner's screen
            self.trouble.report(function, error)

    def _empty_line(self) -> None:
        topic = ""
        for _ in range(_MOST_AT_ONCE):
            arrival = self._line.receive()
            if arrival is None:
                return
            topic = arrival.topic
            self._hand_out(arrival)
        if self._line.immediate:
            text = say(
                "Messages answer each other without end, the last under `{topic}`. Publish in a function only when something has changed."
            )
            raise NoEnd(text.format(topic=topic))

    def _hand_out(self, arrival: Arrival) -> None:
        wanted = [each for each in self.subscriptions if each.wants(arrival)]
        if wanted and len(arrival.data) > LARGEST:
            self.trouble.say(say("A message under `{topic}` was too large and was left out.").format(topic=arrival.topic))
            return
        for subscription in wanted:
            subscription.seen.add(arrival.topic)
            # Decoded for each: what one changes, others don't see.
            self.call(subscription.function, arrival.topic, decode(arrival.data))
