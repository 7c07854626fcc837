"""One behavior on three tiers: the bus in this process, amqtt in a thread, Debian's Mosquitto with password and TLS."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from ailab.devices import Bus, Greenhouse, home_assistant_discovery, local_broker
from ailab.devices.errors import BrokerAbsent, BrokerRefuses, BusClosed, WrongValue

pytest.importorskip("paho.mqtt.client")

MOSQUITTO: Final = shutil.which("mosquitto") or shutil.which("/usr/sbin/mosquitto")
PASSWORD: Final = shutil.which("mosquitto_passwd")
OPENSSL: Final = shutil.which("openssl")
USER, SECRET = "salma", "seven blue wells"
TIERS: Final = ("in_process", "amqtt", "mosquitto", "mosquitto_tls")

needs_mosquitto = pytest.mark.skipif(not (MOSQUITTO and PASSWORD and OPENSSL), reason="Mosquitto is not installed: run make system")


@dataclass(frozen=True, slots=True)
class Mosquitto:
    """A running broker: a port with password, one with password and TLS."""

    port: int
    tls_port: int
    ca: Path
    process: subprocess.Popen[bytes]

    def url(self, user: str = USER, password: str = SECRET, *, tls: bool = False) -> str:
        """Return the address for a bus."""
        scheme, port = ("mqtts", self.tls_port) if tls else ("mqtt", self.port)
        return f"{scheme}://{user}:{password.replace(' ', '%20')}@localhost:{port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_certificates(folder: Path) -> None:
    """Make somebody who vouches, and a certificate for localhost."""

    def openssl(*words: str) -> None:
        subprocess.run([str(OPENSSL), *words], cwd=folder, check=True, capture_output=True)

    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=class", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    openssl("x509", "-req", "-in", "server.csr", "-out", "server.pem", *signing)


@contextmanager
def running_mosquitto(folder: Path) -> Iterator[Mosquitto]:
    """Run Mosquitto on the loopback until the block ends."""
    make_certificates(folder)
    subprocess.run([str(PASSWORD), "-b", "-c", "passwords", USER, SECRET], cwd=folder, check=True, capture_output=True)
    port, tls_port = free_port(), free_port()
    (folder / "mosquitto.conf").write_text(
        f"user root\nallow_anonymous false\npassword_file {folder}/passwords\npersistence false\n"
        f"listener {port} localhost\n"
        f"listener {tls_port} localhost\ncertfile {folder}/server.pem\nkeyfile {folder}/server.key\n"
    )
    process = subprocess.Popen([str(MOSQUITTO), "-c", str(folder / "mosquitto.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port, process)
        wait_for_port(tls_port, process)
        yield Mosquitto(port=port, tls_port=tls_port, ca=folder / "ca.pem", process=process)
    finally:
        process.terminate()
        process.wait(10)


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("localhost", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("Mosquitto did not start")


@pytest.fixture(scope="module")
def mosquitto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mosquitto]:
    with running_mosquitto(tmp_path_factory.mktemp("mosquitto")) as broker:
        yield broker


@pytest.fixture(scope="module")
def amqtt_url() -> Iterator[str]:
    pytest.importorskip("amqtt")
    with local_broker() as url:
        yield url


Opened = Callable[[], Bus]


@pytest.fixture(params=[pytest.param(tier, marks=needs_mosquitto if tier.startswith("mosquitto") else ()) for tier in TIERS])
def opened(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Return a function that opens a bus to one place: in this process always the same bus."""
    buses: list[Bus] = []

    def new() -> Bus:
        tier = request.param
        if tier == "in_process":
            buses[:] = buses or [Bus()]
            return buses[0]
        if tier == "amqtt":
            buses.append(Bus(request.getfixturevalue("amqtt_url")))
        else:
            broker: Mosquitto = request.getfixturevalue("mosquitto")
            tls = tier == "mosquitto_tls"
            buses.append(Bus(broker.url(tls=tls), ca=broker.ca if tls else None))
        return buses[-1]

    yield new
    for bus in buses:
        bus.close()


def settle(*buses: Bus, until: Callable[[], object], patience_s: float = 5.0) -> None:
    """Run the buses until something is so, or patience ends."""
    deadline = time.monotonic() + patience_s
    while not until() and time.monotonic() < deadline:
        for bus in buses:
            bus.run(0.05)


def heard_by(bus: Bus, topic: str) -> list[tuple[str, Any]]:
    heard: list[tuple[str, Any]] = []
    bus.subscribe(topic, lambda topic, payload: heard.append((topic, payload)))
    return heard


def quiet(bus: Bus) -> None:
    bus.run(0.3)


@pytest.mark.parametrize("payload", ["on", 31.5, 7, True, [1, 2], {"value": 31.5, "unit": "%"}, "رطوبة", "né à midi", ""])
def test_what_is_sent_arrives(opened: Opened, payload: object) -> None:
    sender, receiver = opened(), opened()
    heard = heard_by(receiver, "values/+")

    sender.publish("values/one", payload)
    settle(sender, receiver, until=lambda: heard)

    assert heard == [("values/one", payload)]


def test_messages_reach_exactly_the_subscribers(opened: Opened) -> None:
    sender, receiver = opened(), opened()
    soil, all_of_one, other = heard_by(receiver, "farm/+/soil"), heard_by(receiver, "farm/1/#"), heard_by(receiver, "barn/#")

    for topic in ("farm/1/soil", "farm/2/soil", "farm/1/pump/set", "farm/1"):
        sender.publish(topic, 1)
    settle(sender, receiver, until=lambda: len(soil) + len(all_of_one) == 5)
    quiet(receiver)

    assert [topic for topic, _ in soil] == ["farm/1/soil", "farm/2/soil"]
    assert [topic for topic, _ in all_of_one] == ["farm/1/soil", "farm/1/pump/set", "farm/1"]
    assert other == []


def test_overlapping_subscriptions_get_each_message_once(opened: Opened) -> None:
    bus = opened()
    first, second, third = heard_by(bus, "yard/+"), heard_by(bus, "+/lamp"), heard_by(bus, "yard/lamp")

    bus.publish("yard/lamp", "on")
    settle(bus, until=lambda: first and second and third)
    quiet(bus)

    assert first == second == third == [("yard/lamp", "on")]


def test_a_kept_message_waits_for_newcomers_and_an_empty_one_ends_it(opened: Opened) -> None:
    sender, receiver = opened(), opened()
    sender.publish("kept/door", "open", retain=True)
    quiet(sender)
    early = heard_by(receiver, "kept/+")
    settle(receiver, until=lambda: early)
    late = heard_by(receiver, "kept/#")
    settle(receiver, until=lambda: late)
    quiet(receiver)
    sender.publish("kept/door", "", retain=True)
    settle(sender, receiver, until=lambda: len(early) == 2)

    latest = heard_by(receiver, "kept/door")
    quiet(receiver)

    assert early == late == [("kept/door", "open"), ("kept/door", "")]
    assert latest == []


def test_who_unsubscribed_hears_no_more(opened: Opened) -> None:
    bus = opened()
    gone, stays = heard_by(bus, "tea/+"), heard_by(bus, "tea/mint")
    bus.unsubscribe("tea/+")

    bus.publish("tea/mint", 3)
    settle(bus, until=lambda: stays)
    quiet(bus)

    assert (gone, stays) == ([], [("tea/mint", 3)])


def test_messages_of_one_sender_keep_their_order(opened: Opened) -> None:
    sender, receiver = opened(), opened()
    heard = heard_by(receiver, "order")

    for number in range(200):
        sender.publish("order", number)
    settle(sender, receiver, until=lambda: len(heard) == 200)

    assert [payload for _, payload in heard] == list(range(200))


def test_a_failing_function_is_told_once_and_stops_nobody(opened: Opened, capfd: pytest.CaptureFixture[str]) -> None:
    bus = opened()

    def fails(topic: str, payload: int) -> None:
        _ = 1 / payload

    bus.subscribe("bad", fails)
    heard = heard_by(bus, "bad")
    for _ in range(3):
        bus.publish("bad", 0)
    settle(bus, until=lambda: len(heard) == 3)
    printed = capfd.readouterr()

    assert len(heard) == 3
    assert len(bus.problems) == 1
    assert "`fails`" in printed.out
    assert "ZeroDivisionError" in printed.out
    assert printed.err == ""


def test_learners_functions_run_on_the_thread_that_runs_the_bus(opened: Opened) -> None:
    bus = opened()
    threads = set()
    bus.subscribe("who", lambda _topic, _payload: threads.add(threading.get_ident()))

    bus.publish("who", 1)
    settle(bus, until=lambda: threads)

    assert threads == {threading.get_ident()}


def test_a_function_may_publish_and_the_answer_arrives(opened: Opened) -> None:
    bus = opened()
    answers = heard_by(bus, "pong")
    bus.subscribe("ping", lambda _topic, payload: bus.publish("pong", payload + 1))

    bus.publish("ping", 1)
    settle(bus, until=lambda: answers)

    assert answers == [("pong", 2)]


def test_a_heartbeat_beats_while_the_bus_runs(opened: Opened) -> None:
    bus = opened()
    beats = heard_by(bus, "beat")
    bus.every(0.05, lambda: bus.publish("beat", 1))

    bus.run(0.3)
    quiet(bus)

    assert len(beats) >= 5


def test_a_closed_bus_says_so(opened: Opened) -> None:
    bus = opened()
    bus.close()
    bus.close()

    with pytest.raises(BusClosed):
        bus.publish("late", 1)


def test_a_greenhouse_reports_and_obeys(opened: Opened) -> None:
    house, home = opened(), opened()
    greenhouse = Greenhouse(seed=0, bus=house, name="school", pace=0.1)
    soil, pump = heard_by(home, "greenhouse/school/soil"), heard_by(home, "greenhouse/school/pump")

    home.publish("greenhouse/school/pump/set", "on")
    settle(house, home, until=lambda: soil and ("greenhouse/school/pump", "on") in pump)

    assert greenhouse.is_on("pump")
    assert soil[0][1]["unit"] == "%"


def test_home_assistant_finds_the_greenhouse_when_it_comes_later(opened: Opened) -> None:
    house, home = opened(), opened()
    messages = home_assistant_discovery(Greenhouse(name="later"))
    for topic, payload in messages:
        house.publish(topic, payload, retain=True)
    quiet(house)

    heard = heard_by(home, "homeassistant/+/ailab_greenhouse_later/+/config")
    settle(house, home, until=lambda: len(heard) == len(messages))

    assert sorted(heard, key=str) == sorted(messages, key=str)


# What only a real broker can do to us.


def test_an_absent_broker_is_told_at_once() -> None:
    began = time.monotonic()

    with pytest.raises(BrokerAbsent, match=r"127\.0\.0\.1"):
        Bus(f"mqtt://127.0.0.1:{free_port()}", timeout=3)

    assert time.monotonic() - began < 3


def test_something_that_answers_nothing_does_not_hang_us() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()

        with pytest.raises(BrokerAbsent):
            Bus(f"mqtt://127.0.0.1:{deaf.getsockname()[1]}", timeout=0.5)


@pytest.mark.parametrize("nonsense", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x20\x02\x00", b"\xff" * 64, b"\x20\xff\xff\xff\xff\xff", b""])
def test_something_that_answers_nonsense_is_no_broker(nonsense: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with answering(nonsense) as port, pytest.raises(BrokerAbsent):
        Bus(f"mqtt://127.0.0.1:{port}", timeout=1)

    assert capfd.readouterr().err == ""


def test_a_broker_that_turns_mad_later_ends_the_run_with_a_line(capfd: pytest.CaptureFixture[str]) -> None:
    welcome, mad = b"\x20\x02\x00\x00", b"\x30\x03\x00\x09\xff\xff\xff\xff"
    with answering(welcome, mad) as port:
        bus = Bus(f"mqtt://127.0.0.1:{port}", timeout=1)
        with pytest.raises(BrokerAbsent):
            bus.run(5)
        bus.close()

    assert capfd.readouterr().err == ""


@contextmanager
def answering(*answers: bytes) -> Iterator[int]:
    """Answer the first who calls, then hang up."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer() -> None:
            caller, _ = server.accept()
            with caller:
                caller.recv(1024)
                for part in answers:
                    caller.sendall(part)
                    time.sleep(0.2)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield int(server.getsockname()[1])
        thread.join(5)


@needs_mosquitto
@pytest.mark.parametrize(("user", "password"), [(USER, "eight red wells"), ("somebody", SECRET)])
def test_a_wrong_password_is_told_and_stands_in_no_message(mosquitto: Mosquitto, user: str, password: str) -> None:
    with pytest.raises(BrokerRefuses) as refused:
        Bus(mosquitto.url(user, password))

    assert password not in str(refused.value)


@needs_mosquitto
def test_no_password_at_all_is_refused(mosquitto: Mosquitto) -> None:
    with pytest.raises(BrokerRefuses):
        Bus(f"mqtt://localhost:{mosquitto.port}")


@needs_mosquitto
def test_a_certificate_nobody_vouches_for_is_refused(mosquitto: Mosquitto) -> None:
    with pytest.raises(BrokerRefuses, match="certificate"):
        Bus(mosquitto.url(tls=True))


@needs_mosquitto
def test_a_file_without_certificate_is_named(mosquitto: Mosquitto, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("")

    with pytest.raises(WrongValue, match=r"empty\.pem"):
        Bus(mosquitto.url(tls=True), ca=empty)


@needs_mosquitto
def test_plain_words_to_a_secure_port_do_not_hang_us(mosquitto: Mosquitto) -> None:
    with pytest.raises(BrokerAbsent):
        Bus(f"mqtt://{USER}:x@localhost:{mosquitto.tls_port}", timeout=2)


@needs_mosquitto
def test_a_broker_that_dies_in_mid_run_ends_the_run_with_a_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with running_mosquitto(tmp_path) as broker:
        bus = Bus(broker.url())
        bus.every(0.1, lambda: bus.publish("beat", 1))
        bus.run(0.2)
        broker.process.kill()
        began = time.monotonic()

        with pytest.raises(BrokerAbsent):
            bus.run(30)
        with pytest.raises(BrokerAbsent):
            bus.publish("beat", 1)
        bus.close()

        assert time.monotonic() - began < 10
    assert capfd.readouterr().err == ""


@needs_mosquitto
def test_a_huge_message_from_elsewhere_is_left_out(mosquitto: Mosquitto) -> None:
    from paho.mqtt.publish import single

    bus = Bus(mosquitto.url())
    heard = heard_by(bus, "size/#")
    login: Any = {"username": USER, "password": SECRET}
    single("size/huge", b"x" * 300_000, qos=1, hostname="localhost", port=mosquitto.port, auth=login)
    single("size/broken", b"\xff{not json", qos=1, hostname="localhost", port=mosquitto.port, auth=login)
    settle(bus, until=lambda: heard)
    bus.close()

    assert heard == [("size/broken", "\\xff{not json")]
    assert len(bus.problems) == 1


def test_a_taken_port_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("amqtt")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(BrokerAbsent, match=str(port)), local_broker(port):
            raise AssertionError("it started on a taken port")

    assert capfd.readouterr().err == ""
