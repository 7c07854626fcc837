"""The visit's page at the desk: opened, shown, ended by a trainer, and by nobody else."""

import asyncio
import re
import socket
from collections.abc import Mapping

import httpx
import pytest
from tornado.httpserver import HTTPServer

from ailab.lang import LANGUAGES
from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Person
from ailab.office.centre.visit import Clock
from ailab.office.desk.app import make_app
from ailab.office.desk.visit import pages as pages_module

from .conftest import at, come_in

NOW = "2026-11-20T09:00:00Z"


class Cookie:
    """Whoever the cookie "visitor" names."""

    async def identify(self) -> str | None:
        return self.get_cookie("visitor")  # type: ignore[attr-defined,no-any-return]

    def get_login_url(self) -> str:
        return "/hub/login"


@pytest.fixture(autouse=True)
def people(centre: Centre) -> None:
    with session_of(centre) as session:
        for person, kind in (("c1-t-trainer", "trainer"), ("c1-a7k2mn", "learner")):
            session.add(Person(id=person, kind=kind, login=person, pseudonym=person, language="en", created_at=NOW))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[Clock]:
    now = [at(0)]
    monkeypatch.setattr(pages_module, "clock_now", lambda: now[0])
    return now


def press(centre: Centre, *steps: Mapping[str, str] | None, person: str = "c1-t-trainer", token: bool = True) -> list[httpx.Response]:
    """Go to the page, then send these forms one after another; None only looks. Return every answer."""

    async def go() -> list[httpx.Response]:
        server = HTTPServer(make_app(centre, Cookie, prefix="/services/desk/"), xheaders=True)
        door = socket.socket()
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.setblocking(False)
        server.add_sockets([door])
        answers: list[httpx.Response] = []
        try:
            base = f"http://127.0.0.1:{door.getsockname()[1]}/services/desk/"
            async with httpx.AsyncClient(base_url=base, trust_env=False, cookies={"visitor": person} if person else {}) as web:
                for step in steps:
                    first = await web.get("visit/")
                    found = re.search(r'name="_xsrf" value="([^"]+)"', first.text)
                    secret = {"_xsrf": found[1]} if found and token else {}
                    answers.append(first if step is None else await web.post("visit/", data={**step, **secret}, follow_redirects=token))
        finally:
            server.stop()
            await server.close_all_connections()
        return answers

    return asyncio.run(go())


OPEN = {"do": "open", "place": "School of the <b>palms</b>", "institution": "I7", "language": "fr", "minutes": "60", "most": "30"}


def code_on(page: str) -> str:
    found = re.search(r'class="code" dir="ltr">(\d+)<', page)
    assert found, page
    return found[1]


def test_a_trainer_opens_a_visit_and_sees_its_code(centre: Centre) -> None:
    (answer,) = press(centre, OPEN)

    assert re.fullmatch("[2-9]{5}", code_on(answer.text))
    assert "60 min left" in answer.text
    assert "0 / 30" in answer.text
    assert "<svg" in answer.text
    assert re.search(r"https?://[^/]+/visit<", answer.text)
    assert "School of the &lt;b&gt;palms" in answer.text


def test_ended_by_a_press_the_visit_waits_for_the_keeper(centre: Centre, clock: list[Clock]) -> None:
    first, last = press(centre, OPEN, {"do": "end"})

    assert "It is being wiped" in last.text
    assert code_on(first.text) not in last.text


def test_in_the_last_minutes_the_page_says_what_comes(centre: Centre, clock: list[Clock]) -> None:
    press(centre, OPEN)
    clock[0] = at(65)

    (page,) = press(centre, None)

    assert "The time is over" in page.text


def test_guests_are_counted_and_never_named(centre: Centre, clock: list[Clock]) -> None:
    (page,) = press(centre, OPEN)
    guest = come_in(centre, code_on(page.text), at(1))

    (page,) = press(centre, None)

    assert "1 / 30" in page.text
    assert guest.id not in page.text
    assert guest.name not in page.text


@pytest.mark.parametrize(
    "wrong", [{"minutes": "ninety"}, {"minutes": "9999"}, {"most": "0"}, {"most": "-5"}, {"most": "9" * 500}, {"minutes": "²"}]
)
def test_a_number_that_cannot_be_is_refused_on_the_page(centre: Centre, wrong: dict[str, str]) -> None:
    (answer,) = press(centre, {**OPEN, **wrong})

    assert 'role="alert"' in answer.text
    assert "Open a visit" in answer.text


def test_a_second_press_does_not_open_a_second_visit(centre: Centre) -> None:
    first, second = press(centre, OPEN, OPEN)

    assert 'role="alert"' not in second.text
    assert code_on(first.text) == code_on(second.text)


def test_without_the_token_nothing_is_opened(centre: Centre) -> None:
    (answer,) = press(centre, OPEN, token=False)

    assert answer.status_code == 403
    assert "Open a visit" in press(centre, None)[0].text


@pytest.mark.parametrize(
    ("person", "status"), [("c1-a7k2mn", 403), ("c1-guesta7k2mnp9", 403), ("", 302)], ids=["learner", "guest", "nobody"]
)
def test_only_trainers_see_the_page(centre: Centre, person: str, status: int) -> None:
    (answer,) = press(centre, None, person=person)

    assert answer.status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_written_in_the_trainers_language(centre: Centre, language: str) -> None:
    with session_of(centre) as session:
        session.get(Person, "c1-t-trainer").language = language  # type: ignore[union-attr]

    (page,) = press(centre, OPEN)

    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text


def test_numbers_may_be_written_in_arabic_digits(centre: Centre) -> None:
    (answer,) = press(centre, {**OPEN, "minutes": "٦٠"})

    assert "60 min left" in answer.text


def test_without_the_lessons_of_a_visit_none_is_opened(centre: Centre) -> None:
    (centre.build / "map.json").unlink()

    (answer,) = press(centre, OPEN)

    assert "lessons of the visit are missing" in answer.text
