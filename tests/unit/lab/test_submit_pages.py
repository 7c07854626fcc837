"""Handing in and the last place over HTTP, with a real server and a real exchange."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from ailab.office.grading.handing import unpacked

from .test_server import EXERCISE, free_port, post

pytestmark = pytest.mark.slow


class Lab(NamedTuple):
    """A running server beside an exchange."""

    address: str
    folder: Path
    exchange: Path

    @property
    def attempts(self) -> list[str]:
        """Return what came into the exchange."""
        return sorted(path.name for path in (self.exchange / "ailab" / "inbound").iterdir())


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, write_build: Callable[[Path], Path]) -> Iterator[Lab]:
    root = tmp_path_factory.mktemp("course")
    write_build(root)
    for name in ("inbound", "outbound/souk"):
        (root / "exchange" / "ailab" / name).mkdir(parents=True)
    (root / "exchange").chmod(0o777)
    environment = {
        **os.environ,
        "AILAB_PORT": str(free_port()),
        "AILAB_BROWSER": "0",
        "AILAB_START_LANG": "en",
        "AILAB_EXCHANGE": str(root / "exchange"),
        "JUPYTERHUB_USER": "oujda-abc123",
        "PYTHONUNBUFFERED": "1",
    }
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(root)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        words = [word for word in process.stdout.readline().split() if word.startswith("http://")]
        yield Lab(words[0], root / "my-work", root / "exchange")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture
def client(lab: Lab) -> Iterator[httpx.Client]:
    """Return a browser that has opened the printed address."""
    with httpx.Client(base_url=lab.address.split("/ailab")[0], follow_redirects=True, trust_env=False, timeout=60) as client:
        client.get(lab.address)
        yield client


def attempt_of(page: str) -> str:
    """Return the number that the button of the page gives."""
    return page.split('name="attempt" value="')[1].split('"')[0]


def hand_in(client: httpx.Client) -> httpx.Response:
    return post(client, "/ailab/submit/souk", attempt=attempt_of(client.get("/ailab/submit/souk").text))


def test_page_says_first_what_will_be_handed_in(client: httpx.Client) -> None:
    page = client.get("/ailab/submit/souk")

    assert "Without an answer yet: 1" in page.text
    assert "go to your trainer" in page.text
    assert "script-src 'none'" in page.headers["Content-Security-Policy"]


def test_work_comes_into_the_exchange_once_for_two_presses(client: httpx.Client, lab: Lab) -> None:
    before = len(lab.attempts)
    attempt = attempt_of(client.get("/ailab/submit/souk").text)

    pages = [post(client, "/ailab/submit/souk", attempt=attempt).text for _ in range(2)]

    assert all("Your work is handed in" in page for page in pages)
    assert len(lab.attempts) == before + 1
    assert lab.attempts[-1].startswith("oujda-abc123+souk+")
    assert "Handed in on" in client.get("/ailab").text


def test_exchange_that_is_gone_costs_nothing(client: httpx.Client, lab: Lab) -> None:
    inbound = lab.exchange / "ailab" / "inbound"
    inbound.rename(inbound.with_name("gone"))
    try:
        page = hand_in(client)
    finally:
        inbound.with_name("gone").rename(inbound)

    link = page.text.split('class="button" href="')[1].split('"')[0]
    file = client.get(link)
    assert "Nothing is lost" in page.text
    assert file.headers["Content-Disposition"] == f'attachment; filename="{link.rsplit("/")[-1]}"'
    assert unpacked(file.content).notebooks == {"find_price": (lab.folder / EXERCISE).read_bytes()}


def test_window_in_a_notebook_stays_a_window(client: httpx.Client) -> None:
    page = client.get("/ailab/submit/souk", params={"inside": "1"}).text
    answer = post(client, "/ailab/submit/souk", attempt=attempt_of(page), inside="1")

    assert "inside=1" in str(answer.url)
    assert "Go on working" in answer.text


@pytest.mark.parametrize("path", ["submit/nothing", "submit/souk/settings.zip", "submit/souk/..%2f..%2fx.zip"])
def test_nothing_else_is_given_out(client: httpx.Client, path: str) -> None:
    assert client.get(f"/ailab/{path}").status_code == 404


def test_forged_request_is_refused(client: httpx.Client) -> None:
    assert client.post("/ailab/submit/souk", data={"attempt": "1"}).status_code == 403


def test_last_place_is_kept(client: httpx.Client) -> None:
    noted = client.post("/ailab/place", data={"path": EXERCISE, "cell": "answer", "_xsrf": client.cookies["_xsrf"]})

    assert noted.status_code == 204
    assert client.get("/ailab/place", params={"path": EXERCISE}).json() == {"cell": "answer"}
    assert client.get("/ailab/place", params={"path": "lessons/souk/prices.ipynb"}).json() == {"cell": ""}
    assert "You were here:" in client.get("/ailab").text


@pytest.mark.parametrize(("path", "cell"), [("secret.ipynb", "answer"), (EXERCISE, "<b>"), (EXERCISE, ""), (EXERCISE, "x" * 70)])
def test_other_places_are_refused(client: httpx.Client, path: str, cell: str) -> None:
    assert client.post("/ailab/place", data={"path": path, "cell": cell, "_xsrf": client.cookies["_xsrf"]}).status_code == 400
