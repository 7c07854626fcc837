"""The roster's door at a real JupyterHub, from outside: who gets in, what nobody learns, and a hundred at once."""

import re
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from statistics import median
from urllib.parse import urlencode, urlsplit

import pytest

from ailab.office.centre import session_of
from ailab.office.centre.people import NewSecret, unlock
from ailab.office.centre.people.doors import MOST_HERE
from ailab.office.centre.tables import Person
from tests.hub.login_hub import LoginHub, login_hub

pytestmark = pytest.mark.hub
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def hub() -> Iterator[LoginHub]:
    with login_hub() as running:
        yield running


@dataclass(slots=True)
class Answer:
    """What the hub gave back."""

    status: int
    text: str
    goes_to: str

    def hidden(self, name: str) -> str:
        """Return what stands in a hidden field."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert found, f"no {name} in:\n{self.text[:2000]}"
        return unescape(found[1])


@dataclass(slots=True)
class Browser:
    """A browser without a script: it keeps cookies, follows nothing."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, body: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Get a page, or send a form."""
        line = HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        try:
            sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Sec-Fetch-Mode": "navigate"}
            line.request(
                "POST" if body else "GET", path, urlencode(body) if body else None, {**sent, **(FORM if body else {}), **(headers or {})}
            )
            response = line.getresponse()
            self._keep(response)
            return Answer(response.status, response.read().decode("utf-8", "replace"), response.headers.get("Location", ""))
        finally:
            line.close()

    def _keep(self, response: HTTPResponse) -> None:
        for each in response.headers.get_all("Set-Cookie") or ():
            name, _, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value

    def log_in(self, login: str, secret: str = "", **fields: str) -> Answer:
        """Open the page and send login and secret, as its last step does."""
        headers = {name.replace("_", "-"): fields.pop(name) for name in tuple(fields) if name.startswith("X_")}
        token = self.ask("/hub/login", headers=headers).hidden("_xsrf")
        return self.ask("/hub/login", {"_xsrf": token, "login": login, "step": "pin", "secret": secret, **fields}, headers)


def browser(hub: LoginHub) -> Browser:
    return Browser(hub.url)


def enter(hub: LoginHub, secret: NewSecret) -> Browser:
    pupil = browser(hub)
    fields = {"step": "pictures", "chosen": secret.shown, "secret": ""} if secret.kind == "pictures" else {}
    assert pupil.log_in(secret.pseudonym, **{"secret": secret.shown} | fields).status == 303
    return pupil


def test_a_pin_opens_the_course_and_the_name_at_the_hub_says_nothing(hub: LoginHub) -> None:
    pupil = browser(hub)
    done = pupil.log_in(hub.secrets["pin"].pseudonym.upper(), hub.secrets["pin"].shown)

    assert (done.status, done.goes_to) == (303, "/hub/spawn")
    assert hub.secrets["pin"].pseudonym in pupil.ask("/hub/home").text
    assert f"/hub/spawn/{hub.secrets['pin'].person}" in pupil.ask("/hub/home").text


def test_pictures_are_pressed_one_page_after_the_other_without_a_script(hub: LoginHub) -> None:
    pupil, secret = browser(hub), hub.secrets["pictures"]
    page = pupil.ask("/hub/login", {"_xsrf": pupil.ask("/hub/login").hidden("_xsrf"), "login": secret.pseudonym, "step": ""})
    assert page.hidden("step") == "pictures"
    for slug in secret.shown.split(","):
        page = pupil.ask(
            "/hub/login",
            {name: page.hidden(name) for name in ("_xsrf", "step", "login", "chosen") if name in page.text} | {"picture": slug},
        )

    assert (page.status, page.goes_to) == (303, "/hub/spawn")


def test_digits_of_an_arabic_keyboard_open_too(hub: LoginHub) -> None:
    arabic = hub.secrets["arabic"].shown.translate({48 + at: 0x660 + at for at in range(10)})

    assert browser(hub).log_in(hub.secrets["arabic"].pseudonym, arabic).status == 303


@pytest.mark.parametrize("who", ["trainer", "lead"])
def test_trainers_go_to_the_desk(hub: LoginHub, who: str) -> None:
    trainer = browser(hub)
    done = trainer.log_in(hub.secrets[who].pseudonym, hub.secrets[who].shown, step="trainer")

    assert (done.status, done.goes_to) == (303, "/services/desk/")
    assert trainer.ask("/hub/").goes_to == "/services/desk/"


def test_nobody_is_an_administrator_of_the_hub(hub: LoginHub) -> None:
    assert enter(hub, hub.secrets["lead"]).ask("/hub/admin").status == 403


def test_a_known_and_an_unknown_name_get_the_same_page(hub: LoginHub) -> None:
    def page_of(login: str) -> tuple[int, str]:
        done = browser(hub).log_in(login, "135792", X_Forwarded_For="10.9.0.1")
        return done.status, re.sub(r'value="[^"]*"|name">[^<]*<', "", done.text)

    assert page_of(hub.secrets["pin"].pseudonym) == page_of("nobody at all")
    assert page_of("nobody at all")[0] == 403


@pytest.mark.parametrize(
    "login", ["../../../etc/passwd", "c1-aaaaaa", "admin", "<script>alert(1)</script>", "a\x00b", "x" * 100_000, "%2e%2e"]
)
def test_a_strange_name_gets_nowhere_and_is_shown_harmless(hub: LoginHub, login: str) -> None:
    done = browser(hub).log_in(login, "482913", X_Forwarded_For="10.9.0.2")

    assert done.status == 403
    assert "<script>alert" not in done.text


def test_the_id_of_somebody_is_no_login(hub: LoginHub) -> None:
    assert browser(hub).log_in(hub.secrets["pin"].person, hub.secrets["pin"].shown).status == 403


def test_guessing_is_stopped_and_a_trainer_opens_again(hub: LoginHub) -> None:
    victim = hub.secrets["arabic"]
    answers = [browser(hub).log_in(victim.pseudonym, f"13579{at}").status for at in range(MOST_HERE + 1)]
    assert answers == [403] * MOST_HERE + [429]
    assert "10 د" in (page := browser(hub).log_in(victim.pseudonym, victim.shown)).text or "10 min" in page.text

    with session_of(hub.centre) as session:
        unlock(session, person=victim.person)
    assert browser(hub).log_in(victim.pseudonym, victim.shown).status == 303


@pytest.mark.parametrize("header", ["X_Forwarded_For", "X_Real_Ip"])
def test_a_made_up_address_buys_no_guesses(hub: LoginHub, header: str) -> None:
    answers = [browser(hub).log_in(f"nobody {header}", "482913", **{header: f"10.8.0.{at}"}).status for at in range(MOST_HERE + 1)]

    assert answers[-1] == 429


def test_a_form_without_its_token_is_shown_again(hub: LoginHub) -> None:
    done = browser(hub).ask("/hub/login", {"login": "lion 7", "secret": "482913", "step": "pin"})

    assert done.status == 403
    assert 'role="alert"' in done.text
    assert done.hidden("_xsrf")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_the_page_speaks_the_language_that_was_chosen(hub: LoginHub, language: str, direction: str) -> None:
    pupil = browser(hub)
    pupil.ask(f"/hub/login?lang={language}")

    assert f'<html lang="{language}" dir="{direction}">' in pupil.ask("/hub/login").text


def test_somebody_who_is_in_reads_their_own_language(hub: LoginHub) -> None:
    assert '<html lang="fr" dir="ltr">' in enter(hub, hub.secrets["pin"]).ask("/hub/home").text
    assert '<html lang="ar" dir="rtl">' in enter(hub, hub.secrets["pictures"]).ask("/hub/home").text


@pytest.mark.parametrize("path", ["/hub/login", "/hub/login?as=trainer", "/hub/home", "/hub/nowhere", "/hub/user/c1-aaaaaa/"])
def test_no_page_runs_a_line_of_script_of_its_own_or_asks_elsewhere(hub: LoginHub, path: str) -> None:
    page = enter(hub, hub.secrets["pin"]).ask(path) if path not in ("/hub/login", "/hub/login?as=trainer") else browser(hub).ask(path)

    assert "Content-Security-Policy" in page.text
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|\sstyle=|https?://(?!www\.w3\.org)", page.text)


def test_what_pages_need_is_served_and_nothing_else(hub: LoginHub) -> None:
    pages = browser(hub)

    for path in ("assets/door.css", "assets/door.js", "assets/pending.js", "pictures/cat.svg", "fonts/noto-naskh-arabic.woff2"):
        assert pages.ask(f"/hub/ailab/{path}").status == 200
    for path in (
        "assets/../__init__.py",
        "pictures/../keys.py",
        "pictures/words_en.txt",
        "fonts/../../start.py",
        "ca.key",
        "ca.crt",
        "trust",
    ):
        assert pages.ask(f"/hub/ailab/{path}").status in (403, 404)


def test_the_way_on_leads_nowhere_else(hub: LoginHub) -> None:
    pupil, secret = browser(hub), hub.secrets["pin"]
    token = pupil.ask("/hub/login?next=//example.org/").hidden("_xsrf")
    fields = {"_xsrf": token, "login": secret.pseudonym, "step": "pin", "secret": secret.shown}

    assert pupil.ask("/hub/login?next=%2F%2Fexample.org%2F", fields).goes_to == "/hub/spawn"


def test_who_waits_is_told_in_their_language(hub: LoginHub) -> None:
    pupil = enter(hub, hub.secrets["pictures"])
    pupil.ask("/hub/spawn")
    page = pupil.ask(f"/hub/spawn-pending/{hub.secrets['pictures'].person}")

    assert page.status == 200
    assert "data-progress" in page.text
    assert '<html lang="ar" dir="rtl">' in page.text


def test_who_is_taken_from_the_roster_is_out(hub: LoginHub) -> None:
    with session_of(hub.centre) as session:
        session.get_one(Person, hub.secrets["arabic"].person).is_active = False
    try:
        assert browser(hub).log_in(hub.secrets["arabic"].pseudonym, hub.secrets["arabic"].shown).status == 403
    finally:
        with session_of(hub.centre) as session:
            session.get_one(Person, hub.secrets["arabic"].person).is_active = True


def test_no_secret_and_no_name_stands_in_the_log(hub: LoginHub) -> None:
    log = hub.log()

    assert not any(secret.shown in log or secret.pseudonym in log for secret in hub.secrets.values())
    assert "nobody at all" not in log


@pytest.mark.proof
@pytest.mark.slow
def test_a_hundred_log_in_within_a_minute_and_the_hub_answers_all_the_while() -> None:
    with login_hub(others=100) as hub:
        waits: list[float] = []
        over = threading.Event()

        def look() -> None:
            while not over.wait(0.05):
                waits.append(_health(hub))

        watch = threading.Thread(target=look)
        watch.start()
        begun = time.monotonic()
        with ThreadPoolExecutor(max_workers=100) as pool:
            answers = list(pool.map(lambda secret: browser(hub).log_in(secret.pseudonym, secret.shown).status, hub.others))
        whole_s = time.monotonic() - begun
        over.set()
        watch.join()

    print(
        f"100 log-ins in {whole_s:.1f} s; the hub answered in {median(waits) * 1000:.0f} ms at median, {max(waits) * 1000:.0f} ms at most"
    )
    assert answers == [303] * 100
    assert whole_s < 60
    assert max(waits) < 5


def _health(hub: LoginHub) -> float:
    begun = time.monotonic()
    line = HTTPConnection("127.0.0.1", hub.hub_port, timeout=60)
    try:
        line.request("GET", "/hub/health")
        line.getresponse().read()
    finally:
        line.close()
    return time.monotonic() - begun
