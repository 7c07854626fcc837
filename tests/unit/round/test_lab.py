"""The learner's side: handing in to a centre, what is kept while it can't be reached, a friend, what came back."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from ailab.office.centre import Centre, open_centre, session_of
from ailab.office.centre.database import engine_of
from ailab.office.centre.round.dates import set_dates
from ailab.office.centre.round.grade import run_job
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.tables import Issued, Job, Person
from ailab.office.grading.stock import run_stock
from ailab.office.lab.hand_in.receipts import read_receipts

from .conftest import MODULE, NOW, ONE, TRAINER, TWO
from .service import Service, free_port, hub_knowing, of

pytestmark = pytest.mark.slow

SUBMIT = f"/ailab/submit/{MODULE}"


@dataclass(frozen=True, slots=True)
class Lab:
    """A learner's own server."""

    address: str
    folder: Path

    @contextmanager
    def browser(self) -> Iterator[httpx.Client]:
        """Give a browser that has opened the printed address."""
        with httpx.Client(base_url=self.address.split("/ailab")[0], follow_redirects=True, trust_env=False, timeout=60) as client:
            client.get(self.address)
            yield client


@dataclass(frozen=True, slots=True)
class Place:
    """A centre's service and the servers of two learners."""

    centre: Centre
    service: Service
    one: Lab
    two: Lab


@pytest.fixture(scope="module")
def place(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    root = tmp_path_factory.mktemp("lab")
    folder = Path(shutil.copytree(published, root / "centre"))
    centre = open_centre(folder)
    with hub_knowing({"one": of(ONE), "two": of(TWO)}) as hub:
        service = Service(centre=folder, hub=hub, log=root / "log")
        service.start()
        servers = [_lab(root / token, centre, service, token) for token in ("one", "two")]
        try:
            yield Place(centre, service, servers[0][1], servers[1][1])
        finally:
            for process, _ in servers:
                process.send_signal(signal.SIGINT)
                process.wait(timeout=30)
                if process.stdout:
                    process.stdout.close()
            if service.process:
                service.end()
            engine_of(centre.database_url()).dispose()


def _lab(root: Path, centre: Centre, service: Service, token: str) -> tuple["subprocess.Popen[str]", Lab]:
    root.mkdir()
    (root / "build").symlink_to(centre.build)
    environment = {
        **os.environ,
        "AILAB_PORT": str(free_port()),
        "AILAB_BROWSER": "0",
        "AILAB_START_LANG": "en",
        "AILAB_ROUND_URL": service.address,
        "JUPYTERHUB_API_TOKEN": token,
        "PYTHONUNBUFFERED": "1",
    }
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(root)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    words = [word for word in process.stdout.readline().split() if word.startswith("http://")]
    return process, Lab(words[0], root / "my-work")


@pytest.fixture
def browser(place: Place) -> Iterator[httpx.Client]:
    with place.one.browser() as client:
        yield client


def press(client: httpx.Client, address: str, **fields: str) -> httpx.Response:
    """Press a button of a page that was opened before."""
    # Followed by hand: unlike a browser, httpx keeps the form's content type for the page it is sent to.
    answer = client.post(address, data={"_xsrf": client.cookies["_xsrf"], **fields}, follow_redirects=False)
    return client.get(answer.headers["Location"]) if answer.status_code == 303 else answer


def hand_in(client: httpx.Client) -> str:
    page = client.get(SUBMIT).text
    return press(client, SUBMIT, attempt=page.split('name="attempt" value="')[1].split('"')[0]).text


def attempts(place: Place, person: str = ONE) -> list[str]:
    with session_of(place.centre) as session:
        return [row.code for row in attempts_of(session, person, MODULE)]


def test_receipt_is_the_centres(place: Place, browser: httpx.Client) -> None:
    with session_of(place.centre) as session:
        set_dates(session, "monday", MODULE, due_at="2031-06-01T17:00:00Z")
    before = browser.get(SUBMIT).text
    page = hand_in(browser)

    assert "go to your trainer" in before
    assert "The agreed day is June 1, 2031, 18:00." in before
    assert "Your work is handed in" in page
    assert "attempt number 1" in page
    assert "you are in time" in page
    (receipt,) = read_receipts(place.one.folder, MODULE)
    assert (receipt.way, receipt.waits, [receipt.code]) == ("centre", False, attempts(place))
    home = browser.get("/ailab").text
    assert "attempt 1" in home
    assert "The agreed day is" in home


def test_second_press_of_one_page_is_one_attempt(place: Place, browser: httpx.Client) -> None:
    browser.get(SUBMIT)
    before = len(attempts(place))
    for _ in range(2):
        press(browser, SUBMIT, attempt=str(before + 1))

    assert len(attempts(place)) == before + 1


def test_late_is_said_and_costs_nothing(place: Place, browser: httpx.Client) -> None:
    with session_of(place.centre) as session:
        set_dates(session, "monday", MODULE, due_at="2020-01-01T17:00:00Z")

    assert "It came after the agreed day (January 1, 2020, 18:00)" in hand_in(browser)


def test_what_the_centre_can_not_take_now_is_kept_and_goes_out_by_itself(place: Place, browser: httpx.Client) -> None:
    before = attempts(place)
    place.service.end(signal.SIGKILL)
    page = hand_in(browser)

    assert "Nothing is lost" in page
    assert "Get the file" in page
    assert [receipt.waits for receipt in read_receipts(place.one.folder, MODULE)][-1]
    assert "Not with your trainer yet" in browser.get("/ailab").text
    assert "cannot be reached" in browser.get("/ailab/results").text
    assert browser.get(f"/ailab/results/{MODULE}/double_number/page").status_code == 503

    place.service.start()
    home = browser.get("/ailab").text
    assert "Not with your trainer yet" not in home
    assert len(attempts(place)) == len(before) + 1
    assert not any(receipt.waits for receipt in read_receipts(place.one.folder, MODULE))


def test_two_hand_in_together(place: Place, browser: httpx.Client) -> None:
    with place.two.browser() as friend:
        assert "Sample learner 1" in friend.get(SUBMIT).text
        browser.get(SUBMIT)
        asked = press(browser, f"/ailab/pair/{MODULE}", act="ask", mate="Sample learner 2")
        assert "When <bdi>Sample learner 2</bdi> says yes" in asked.text
        assert "<bdi>Sample learner 1</bdi> would like to hand in together" in friend.get(SUBMIT).text
        assert (
            "You hand in together with <bdi>Sample learner 1</bdi>"
            in press(friend, f"/ailab/pair/{MODULE}", act="confirm", mate="Sample learner 1").text
        )
        assert "for you and for <bdi>Sample learner 2</bdi>" in hand_in(browser)
        assert attempts(place)[-1] in attempts(place, TWO)
        assert "Your friend" in press(friend, f"/ailab/pair/{MODULE}", act="end", mate="").text
        assert "not in your class" in press(friend, f"/ailab/pair/{MODULE}", act="ask", mate="Sample learner 4").text
        assert press(friend, f"/ailab/pair/{MODULE}", act="dance").status_code == 400


def test_what_came_back_is_read_in_words(place: Place, browser: httpx.Client) -> None:
    assert "has not given it back yet" in browser.get("/ailab/results").text
    assert browser.get(f"/ailab/results/{MODULE}/double_number/page").status_code == 404
    with session_of(place.centre) as session:
        job = Job(module=MODULE, asked_by=TRAINER, asked_at=NOW)
        session.add(job)
        session.flush()
    run_job(place.centre, job.id, engine=run_stock, clock=lambda: NOW)

    page = browser.get("/ailab/results").text
    assert "0 of 4 points." in page
    assert "script-src 'none'" in browser.get("/ailab/results").headers["Content-Security-Policy"]
    framed = browser.get(f"/ailab/results/{MODULE}/double_number").text
    assert f'src="/ailab/results/{MODULE}/double_number/page" sandbox' in framed
    inside = browser.get(f"/ailab/results/{MODULE}/double_number/page")
    assert "Feedback" in inside.text
    assert inside.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert f"/ailab/results#{MODULE}" in browser.get("/ailab").text
    assert browser.get(f"/ailab/results/{MODULE}/no_such").status_code == 404


def test_certificate_is_its_learners_alone(place: Place, browser: httpx.Client) -> None:
    file = place.centre.course / "certificates" / "one.pdf"
    file.parent.mkdir()
    file.write_bytes(b"%PDF-1.7 sample")
    with session_of(place.centre) as session:
        session.get_one(Person, ONE)
        facts = {"policy": "p", "version": "1", "kind": "completion", "decision": "d", "by": TRAINER, "at": NOW, "group": "monday"}
        row = Issued(person=ONE, credential="urn:uuid:1", file="certificates/one.pdf", **facts)
        session.add(row)
        session.flush()

    assert f"/ailab/results/certificate/{row.id}" in browser.get("/ailab/results").text
    answer = browser.get(f"/ailab/results/certificate/{row.id}")
    assert (answer.headers["Content-Type"], answer.content) == ("application/pdf", b"%PDF-1.7 sample")
    with place.two.browser() as friend:
        assert friend.get(f"/ailab/results/certificate/{row.id}").status_code == 404


def test_a_lab_without_a_centre_shows_nothing_of_it(tmp_path: Path) -> None:
    from ailab.office.lab.hand_in.centre import centre_door

    assert centre_door({"AILAB_ROUND_URL": "http://127.0.0.1:9/"}, "en") is None
    assert centre_door({"JUPYTERHUB_API_TOKEN": "x"}, "en") is None
