"""MQTT as a line: the one door to paho.

paho's network thread does nothing but put what arrives into a queue; learners' functions run on their own
thread, while the bus runs. A broker that is lost is an error at the next word, never a silence.
"""

import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import unquote, urlsplit

from ailab.devices.cover import Cover
from ailab.devices.errors import BrokerAbsent, BrokerRefuses, PackageMissing, WrongValue, say, shown
from ailab.devices.line import Arrival

_KEEPALIVE_S: Final = 10
_WAITING: Final = 100_000
"""Messages that wait for `run` at most; then the oldest are dropped."""
_UNCONFIRMED: Final = 100
"""Messages on their way at most: a broker drops what it is given too fast."""
_REFUSED: Final = 0x80


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a broker is, and who asks."""

    host: str
    port: int
    secure: bool
    user: str | None
    password: str | None

    def __str__(self) -> str:
        """Return host and port; never the password."""
        return f"{self.host}:{self.port}"


def read_address(url: str) -> Address:
    """Return the parts of an address such as `mqtt://user:password@localhost:1883`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("mqtt", "mqtts"):
        raise WrongValue(say("This is not the address of a broker. Write for example `mqtt://localhost:1883`."))
    secure = parts.scheme == "mqtts"
    return Address(
        host=host,
        port=port or (8883 if secure else 1883),
        secure=secure,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def connect(url: str, *, ca: str | Path | None, timeout: float) -> "MqttLine":
    """Return an open line to the broker, or say why there is none."""
    return MqttLine(read_address(url), ca=ca, timeout=timeout)


class MqttLine:
    """Messages through a broker, in real time."""

    immediate: Final[bool] = False

    def __init__(self, address: Address, *, ca: str | Path | None, timeout: float) -> None:
        """Connect, and wait for the broker's answer."""
        self._address, self._timeout = address, timeout
        self.name = str(address)
        self._began = time.monotonic()
        self._news = threading.Condition()
        self._arrivals: deque[Arrival] = deque(maxlen=_WAITING)
        self._answers: dict[int, bool] = {}
        self._unsent: set[int] = set()
        self._welcome: bool | None = None
        self._lost = self._closing = False
        self._cover = Cover()
        self._client = self._new_client(ca)
        self._connect()

    @property
    def now(self) -> float:
        """Return the seconds since the line was opened."""
        return time.monotonic() - self._began

    def check(self) -> None:
        """Raise when the broker was lost."""
        if self._lost and not self._closing:
            text = say("The broker at {address} has stopped answering. Look whether it still runs, then make a new bus.")
            raise BrokerAbsent(text.format(address=self._address))

    def send(self, topic: str, data: bytes, retain: bool) -> None:
        """Hand the message to the network thread; the broker confirms it later, and a hasty sender waits for that."""
        # Outside the lock: paho's thread holds locks of its own while it waits for ours.
        number = self._client.publish(topic, data, qos=1, retain=retain).mid
        with self._news:
            if self._answers.pop(number, None) is None:  # else confirmed already
                self._unsent.add(number)
            self._news.wait_for(lambda: len(self._unsent) < _UNCONFIRMED or self._lost, timeout=self._timeout)

    def listen(self, topic_filter: str) -> None:
        """Subscribe, and wait until the broker has confirmed it."""
        wanted, surplus = self._cover.add(topic_filter)
        # Level 0 on this side: Mosquitto drops from its queue of confirmed messages when a learner's function is slow.
        _, number = self._client.subscribe(wanted, qos=0)
        if not self._answer(number):
            self._cover.remove(topic_filter)
            text = say("The broker at {address} does not let us subscribe to `{topic}`. Ask your trainer which topics are yours.")
            raise BrokerRefuses(text.format(address=self._address, topic=topic_filter))
        self._let_go(surplus)

    def ignore(self, topic_filter: str) -> None:
        """Unsubscribe, once nobody asks for the topics any more."""
        self._let_go(self._cover.remove(topic_filter))

    def has_arrivals(self) -> bool:
        """Say whether something waits to be received."""
        return bool(self._arrivals)

    def receive(self) -> Arrival | None:
        """Return the next message, or None."""
        with self._news:
            return self._arrivals.popleft() if self._arrivals else None

    def forget(self) -> None:
        """Drop what waits to be received."""
        with self._news:
            self._arrivals.clear()

    def wait(self, until: float) -> bool:
        """Wait for a message until this time; say whether one has come."""
        left = until - self.now
        if left <= 0:
            return False
        with self._news:
            self._news.wait_for(lambda: self._arrivals or self._lost, timeout=left)
            if self._arrivals:
                return True
        self.check()
        return False

    def close(self) -> None:
        """Let what was sent arrive, then hang up."""
        with self._news:
            self._news.wait_for(lambda: self._lost or not self._unsent, timeout=self._timeout)
            self._closing = True
        self._hang_up()

    def _connect(self) -> None:
        try:
            self._client.connect(self._address.host, self._address.port, keepalive=_KEEPALIVE_S)
        except (OSError, ValueError):
            _absent(self._address)
        self._client.loop_start()
        with self._news:
            self._news.wait_for(lambda: self._welcome is not None or self._lost, timeout=self._timeout)
        if self._welcome is None:
            self._give_up()
            _absent(self._address)
        if self._welcome is False:
            self._give_up()
            text = say("The broker at {address} refuses: name or password is wrong. Write `mqtt://name:password@{address}`.")
            raise BrokerRefuses(text.format(address=self._address))

    def _give_up(self) -> None:
        self._closing = True
        self._hang_up()

    def _hang_up(self) -> None:
        self._client.disconnect()
        with self._news:
            self._news.wait_for(lambda: self._lost, timeout=self._timeout)

    def _answer(self, number: int | None) -> bool:
        with self._news:
            self._news.wait_for(lambda: number in self._answers or self._lost, timeout=self._timeout)
            if number in self._answers:
                return self._answers.pop(number)
            self._lost = True
        self.check()
        return False

    def _let_go(self, filters: tuple[str, ...]) -> None:
        # Waited for: while two filters overlap, some brokers send each message twice.
        for each in filters:
            _, number = self._client.unsubscribe(each)
            self._answer(number)

    def _network_ended(self) -> None:
        with self._news:
            self._lost = True
            self._news.notify_all()

    def _new_client(self, ca: str | Path | None) -> Any:
        client = _paho_client(self._network_ended)
        client.connect_timeout = self._timeout
        client.suppress_exceptions = True
        client.on_connect = self._welcomed
        client.on_message = self._arrived
        client.on_subscribe = self._subscribed
        client.on_unsubscribe = self._unsubscribed
        client.on_publish = self._sent
        if self._address.user is not None:
            client.username_pw_set(self._address.user, self._address.password)
        if self._address.secure:
            _secure(client, self._address, ca, self._timeout)
        return client

    def _welcomed(self, _client: Any, _data: Any, _flags: Any, reason: Any, _properties: Any) -> None:
        with self._news:
            self._welcome = not reason.is_failure
            self._news.notify_all()

    def _arrived(self, _client: Any, _data: Any, message: Any) -> None:
        try:
            topic = message.topic
        except UnicodeDecodeError:  # no topic that anybody here could have subscribed to
            return
        with self._news:
            self._arrivals.append(Arrival(topic, message.payload, kept=bool(message.retain)))
            self._news.notify_all()

    def _subscribed(self, _client: Any, _data: Any, number: int, reasons: Any, _properties: Any) -> None:
        with self._news:
            self._answers[number] = not any(reason.value >= _REFUSED for reason in reasons)
            self._news.notify_all()

    def _unsubscribed(self, _client: Any, _data: Any, number: int, _reasons: Any, _properties: Any) -> None:
        with self._news:
            self._answers[number] = True
            self._news.notify_all()

    def _sent(self, _client: Any, _data: Any, number: int, _reason: Any, _properties: Any) -> None:
        with self._news:
            if number in self._unsent:
                self._unsent.discard(number)
            else:
                self._answers[number] = True
            self._news.notify_all()


def _paho_client(ended: Callable[[], None]) -> Any:
    try:
        from paho.mqtt.client import Client
        from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
    except ImportError:
        raise PackageMissing(say("Brokers need a package that is not here. Install it: `pip install 'ailab[iot]'`.")) from None

    class QuietClient(Client):
        """Ends its thread without a traceback, whatever a broken broker sends, and says that it has ended."""

        def loop_forever(self, timeout: float = 1.0, retry_first_connection: bool = False) -> MQTTErrorCode:
            try:
                return super().loop_forever(timeout, retry_first_connection)
            except Exception:  # noqa: BLE001 - the line is lost, and says so at the next word
                return MQTTErrorCode.MQTT_ERR_CONN_LOST
            finally:
                ended()

    return QuietClient(CallbackAPIVersion.VERSION2, reconnect_on_failure=False)


def _secure(client: Any, address: Address, ca: str | Path | None, timeout: float) -> None:
    """Give the client its certificates, once a first greeting has shown that they are right.

    paho itself leaves the socket of a failed greeting open.
    """
    try:
        context = ssl.create_default_context(cafile=None if ca is None else str(ca))
    except (OSError, ValueError):
        given = shown(Path(str(ca)).name)
        raise WrongValue(say("The file {given} holds no certificate. Ask your trainer for the right one.").format(given=given)) from None
    try:
        with socket.create_connection((address.host, address.port), timeout) as raw, context.wrap_socket(raw, server_hostname=address.host):
            pass
    except ssl.SSLCertVerificationError:
        text = say("The certificate of the broker at {address} is not vouched for. Give the right file: `Bus(url, ca='ca.pem')`.")
        raise BrokerRefuses(text.format(address=address)) from None
    except (OSError, ValueError):
        _absent(address)
    client.tls_set_context(context)


def _absent(address: Address) -> NoReturn:
    text = say("No broker answers at {address}. Look whether it runs and whether the address is right, or use `Bus()` without an address.")
    raise BrokerAbsent(text.format(address=address)) from None
