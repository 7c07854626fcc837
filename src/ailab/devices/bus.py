"""The bus: devices publish messages under topics, functions subscribe to them.

Without an address everything happens in this process, on a virtual clock, the same way each time. With an
address the same words travel through a real broker. Which of the two it is knows the line (`line.py`,
`mqtt.py`); the bus keeps who subscribed, what is to happen when, and what went wrong.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from ailab.devices.clock import Agenda, Repeat
from ailab.devices.delivery import Delivery, OnMessage
from ailab.devices.errors import BusClosed, NoEnd, WrongValue, say, shown
from ailab.devices.given import a_function, a_number, is_same_function
from ailab.devices.line import InProcess, Line
from ailab.devices.payload import decode, encode
from ailab.devices.topics import check_filter, check_topic

_SECRET: Final = re.compile(r"//[^/]*@")
"""Name and password in an address: they stand in no message."""
_MOST_IN_A_RUN: Final = 1_000_000
"""Appointments of one run: a year of a device that reports every minute fits."""
_REMEMBERED: Final = 100_000
_SHORTEST_S: Final = 0.001


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was published on a bus.

    Examples
    --------
    >>> Message(60.0, "greenhouse/1/soil", 31.5).topic
    'greenhouse/1/soil'
    """

    time: float
    """Seconds since the bus began."""
    topic: str
    payload: Any
    retain: bool = False
    """The broker keeps it for those who subscribe later."""


class Bus:
    """A place where devices and programs meet: one publishes, others have subscribed.

    Parameters
    ----------
    url : str, optional
        Address of a broker, for instance ``"mqtt://user:password@localhost:1883"`` or ``"mqtts://…"``.
        Without it everything happens in this process, on a virtual clock.
    ca : path, optional
        File with the certificate of who vouches for an ``mqtts`` broker.
    timeout : float
        Seconds to wait for a broker.

    Examples
    --------
    >>> bus = Bus()
    >>> bus.subscribe("greenhouse/+/soil", lambda topic, payload: print(topic, payload))
    >>> bus.publish("greenhouse/1/soil", 31.5)
    greenhouse/1/soil 31.5
    """

    def __init__(self, url: str | None = None, *, ca: str | Path | None = None, timeout: float = 5.0) -> None:
        """Open the line: none is needed within this process."""
        self._line = _line(url, ca, timeout)
        self._agenda = Agenda()
        self._delivery = Delivery(self._line)
        self._repeats: list[tuple[Callable[[], object], Repeat]] = []
        self._published: deque[tuple[float, str, bytes, bool]] = deque(maxlen=_REMEMBERED)
        self._running = False
        self._closed = False

    @property
    def now(self) -> float:
        """Seconds since the bus began: virtual ones within this process, real ones with a broker."""
        return round(self._line.now, 9)

    @property
    def log(self) -> list[Message]:
        """What was published through this bus, oldest first (the last 100,000 messages)."""
        return [Message(time, topic, decode(data), retain) for time, topic, data, retain in self._published]

    @property
    def problems(self) -> list[str]:
        """What went wrong in functions that the bus called, each once."""
        return list(self._delivery.trouble.lines)

    def publish(self, topic: str, payload: Any, *, retain: bool = False) -> None:
        """Send a message to everybody who subscribed to its topic.

        Parameters
        ----------
        topic : str
            One exact topic, without wildcards.
        payload : str, int, float, bool, list or dict
            Text travels as it is, everything else as JSON.
        retain : bool
            Keep the message: who subscribes later gets it at once.

        Raises
        ------
        WrongValue
            When topic or payload cannot travel; NaN can't.

        Examples
        --------
        >>> bus = Bus()
        >>> bus.publish("lamp/set", "on", retain=True)
        >>> bus.subscribe("lamp/set", lambda topic, payload: print(payload))
        on
        """
        self._check_open()
        data = encode(payload)
        self._line.send(check_topic(topic), data, retain)
        self._published.append((self.now, topic, data, retain))
        self._deliver_at_once()

    def subscribe(self, topic: str, on_message: OnMessage) -> None:
        """Have a function called for each message whose topic matches.

        A function of the same name from the same notebook takes the place of the earlier one, so that a
        cell can be run again.

        Parameters
        ----------
        topic : str
            A topic, where ``+`` stands for any one level and ``#`` at the end for all that follow.
        on_message : callable
            A function of topic and payload.

        Examples
        --------
        >>> bus = Bus()
        >>> bus.subscribe("souk/#", lambda topic, payload: print(payload["price"]))
        >>> bus.publish("souk/dates", {"price": 40})
        40
        """
        self._check_open()
        check_filter(topic)
        a_function(on_message, "topic", "payload")
        self._delivery.add(topic, on_message)
        self._deliver_at_once()

    def unsubscribe(self, topic: str) -> None:
        """Call nobody any more for this topic, written as when subscribing.

        Examples
        --------
        >>> bus = Bus()
        >>> bus.subscribe("door", lambda topic, payload: print(payload))
        >>> bus.unsubscribe("door")
        >>> bus.publish("door", "open")
        """
        self._check_open()
        check_filter(topic)
        self._delivery.remove(topic)

    def every(self, seconds: float, function: Callable[[], object]) -> None:
        """Have a function called again and again while the bus runs: the heartbeat of a device.

        Parameters
        ----------
        seconds : float
            Time between two calls; the first comes after this time.
        function : callable
            A function without parameters.

        Examples
        --------
        >>> bus = Bus()
        >>> bus.every(20, lambda: print(bus.now))
        >>> bus.run(seconds=60)
        20.0
        40.0
        60.0
        """
        self._check_open()
        a_function(function)
        gap = a_number(seconds, "seconds", at_least=_SHORTEST_S)
        for each, repeat in self._repeats:
            if is_same_function(each, function):
                repeat.stop()
        self._repeats.append((function, Repeat(self._agenda, self.now, gap, lambda: self._delivery.call(function))))

    def run(self, seconds: float = 60) -> None:
        """Let time pass: devices report, messages arrive, functions are called.

        Parameters
        ----------
        seconds : float
            How long; virtual seconds cost no waiting, those of a broker are real.

        Raises
        ------
        NoEnd
            When functions answer each other for ever.

        Examples
        --------
        >>> bus = Bus()
        >>> bus.run(seconds=60)
        >>> bus.now
        60.0
        """
        self._check_open()
        if self._running or self._delivery.is_here():
            raise BusClosed(say("The bus is running already. Call `run` once, outside the functions that it calls."))
        end = self.now + a_number(seconds, "seconds", at_least=0)
        self._running = True
        try:
            self._run_until(end)
        finally:
            self._running = False

    def _run_until(self, end: float) -> None:
        for _ in range(_MOST_IN_A_RUN):
            self._delivery.deliver()
            due = self._agenda.next_time()
            if self._closed:
                return
            if self._line.wait(end if due is None else min(due, end)):
                continue
            if due is None or due > end:
                self._delivery.deliver()
                return
            self._agenda.pop().action()
        raise NoEnd(say("The bus was asked for more than a million calls in one run. Run it for a shorter time, or call less often."))

    def close(self) -> None:
        """Hang up; a bus that was closed stays closed.

        Examples
        --------
        >>> with Bus() as bus:
        ...     bus.publish("door", "open")
        """
        if not self._closed:
            self._closed = True
            self._line.close()

    def __enter__(self) -> Self:
        """Return the bus itself: `with Bus() as bus`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the bus, whatever happened."""
        self.close()

    def __repr__(self) -> str:
        """Say what kind of bus it is and how much it has seen."""
        text = say("Bus {place}. Subscriptions: {subscriptions}. Messages: {messages}. Seconds: {seconds}.")
        place = say("in this program") if self._line.immediate else self._line.name
        return text.format(
            place=place, subscriptions=len(self._delivery.subscriptions), messages=len(self._published), seconds=f"{self.now:g}"
        )

    def _check_open(self) -> None:
        if self._closed:
            raise BusClosed(say("This bus is closed. Make a new one: `bus = Bus()`."))
        self._line.check()

    def _deliver_at_once(self) -> None:
        # With a broker, learners' functions run while `run` runs, and at no other time.
        if self._line.immediate:
            self._delivery.deliver()


def _line(url: object, ca: str | Path | None, timeout: float) -> Line:
    if url is None:
        return InProcess()
    if not isinstance(url, str) or not url.startswith(("mqtt://", "mqtts://")):
        raise WrongValue(
            say("{given} is not the address of a broker. Write for example `mqtt://localhost:1883`, or `Bus()` alone.").format(
                given=_SECRET.sub("//…@", shown(url))
            )
        )
    from ailab.devices.mqtt import connect

    return connect(url, ca=ca, timeout=a_number(timeout, "timeout", at_least=0.1))
