"""Debian's Mosquitto on the loopback, with a password file and TLS."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOSQUITTO = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MISSING = "Debian's mosquitto is not installed" if not MOSQUITTO else "openssl is not installed" if not shutil.which("openssl") else ""

_CONFIGURATION = """
listener {port} 127.0.0.1
cafile {folder}/ca.pem
certfile {folder}/ca.pem
keyfile {folder}/key.pem
allow_anonymous false
password_file {folder}/passwords
persistence false
log_dest none
{user}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """A running broker; `robot` and `learner` may enter with the password."""

    port: int
    ca: Path
    password: str
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        """Return the address a learner writes."""
        return f"mqtts://learner:{self.password}@127.0.0.1:{self.port}"


@contextmanager
def mosquitto(folder: Path) -> Iterator[Broker]:
    """Run a broker whose files lie in this folder."""
    assert MOSQUITTO
    port, password = _free_port(), "argan-7"
    _make_certificate(folder)
    for name, flag in (("learner", "-c"), ("robot", None)):
        command = ["mosquitto_passwd", "-b", *([flag] if flag else []), str(folder / "passwords"), name, password]
        subprocess.run(command, check=True, capture_output=True)
    # As root it would change to a user of its own, who may not read a test's folder.
    user = "user root" if os.geteuid() == 0 else ""
    (folder / "mosquitto.conf").write_text(_CONFIGURATION.format(port=port, folder=folder, user=user), encoding="utf-8")
    process = subprocess.Popen([MOSQUITTO, "-c", str(folder / "mosquitto.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield Broker(port=port, ca=folder / "ca.pem", password=password, process=process)
    finally:
        process.kill()
        process.wait()


def _make_certificate(folder: Path) -> None:
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(folder / "key.pem")]
    command = ["openssl", "req", "-x509", *key, "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", names, "-out", str(folder / "ca.pem")]
    subprocess.run(command, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("mosquitto did not start")
