"""A real broker within this process: amqtt in a thread, on the loopback alone."""

import asyncio
import logging
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

from ailab.devices.errors import BrokerAbsent, PackageMissing, say

_PATIENCE_S: Final = 10.0
_TALKATIVE: Final = ("amqtt", "transitions")


@contextmanager
def local_broker(port: int = 0) -> Iterator[str]:
    """Run a small MQTT broker on this machine, and give its address.

    Parameters
    ----------
    port : int
        Port on 127.0.0.1; 0 takes any free one.

    Yields
    ------
    str
        An address for `Bus`.

    Raises
    ------
    PackageMissing
        When amqtt is not installed: ``pip install 'ailab[iot]'``.
    BrokerAbsent
        When the broker cannot start, for instance because the port is taken.

    Examples
    --------
    >>> from ailab.devices import Bus
    >>> with local_broker() as url, Bus(url) as bus:
    ...     bus.subscribe("door", lambda topic, payload: print(payload))
    ...     bus.publish("door", "open")
    ...     bus.run(seconds=0.5)
    open
    """
    with _silence():
        thread = _BrokerThread(port)
        thread.start()
        try:
            yield f"mqtt://127.0.0.1:{thread.wait_until_ready()}"
        finally:
            thread.stop()


class _BrokerThread(threading.Thread):
    """The broker with an event loop of its own: the notebook's is busy with the notebook."""

    def __init__(self, port: int) -> None:
        super().__init__(name="ailab-broker", daemon=True)
        self._wanted, self._port = port, 0
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: asyncio.Event | None = None
        self._make = _broker_class()

    def run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception:  # noqa: BLE001 - said by whoever waits; a thread must not print
            self._port = 0
        finally:
            self._ready.set()

    def wait_until_ready(self) -> int:
        self._ready.wait(_PATIENCE_S)
        if not self._port:
            text = say("The broker could not start. Is port {port} taken? Give another one, or none: `local_broker()`.")
            raise BrokerAbsent(text.format(port=self._wanted))
        return self._port

    def stop(self) -> None:
        if self._loop is not None and self._end is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end.set)
        self.join(_PATIENCE_S)

    async def _serve(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        broker = self._make(_settings(self._wanted))
        await broker.start()
        self._port = _port_of(broker)
        self._ready.set()
        await self._end.wait()
        await asyncio.wait_for(broker.shutdown(), _PATIENCE_S)


def _settings(port: int) -> dict[str, Any]:
    return {
        "listeners": {"default": {"type": "tcp", "bind": f"127.0.0.1:{port}"}},
        "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
    }


def _port_of(broker: Any) -> int:
    # amqtt does not tell which port it was given for 0: its server does.
    port: int = broker._servers["default"].instance.sockets[0].getsockname()[1]
    return port


def _broker_class() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Untyped, and installed only with the extra.
            return import_module("amqtt.broker").Broker
    except ImportError:
        raise PackageMissing(
            say("A broker of one's own needs a package that is not here. Install it: `pip install 'ailab[iot]'`.")
        ) from None


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the broker's log off the learner's screen."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.setLevel(level)
            logger.propagate = propagate
