"""The hub's word counts: who is logged in there, in which groups; nothing that a browser claims."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlparse

import httpx
import pytest
from tests.unit.desk.conftest import Served
from tests.unit.desk.sample import CLASS, NOW, learner_id
from tornado.web import Application, RequestHandler

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.desk.app import make_app
from ailab.office.desk.hub_people import HubPeople
from ailab.office.desk.identity import HubVisitor, hub_addresses

SCOPE = "access:services!service=desk"
PREFIX = "/services/desk/"


class FakeHub(RequestHandler):
    """The few addresses of a hub's API that the desk asks."""

    def initialize(self, people: dict[str, dict[str, Any]], stopped: list[str]) -> None:
        self.people, self.stopped = people, stopped

    def get(self, path: str) -> None:
        token = self.request.headers.get("Authorization", "").removeprefix("token ")
        if path == "user" and token in self.people:
            self.finish(json.dumps(self.people[token]))
        elif path == "users":
            active = [{"name": learner_id(1)}, {"name": learner_id(2)}]
            self.finish(json.dumps({"items": active, "_pagination": {"next": None}}))
        else:
            self.set_status(403)

    def post(self, path: str) -> None:
        self.finish(json.dumps({"access_token": parse_qs(self.request.body.decode())["code"][0]}))

    def delete(self, path: str) -> None:
        self.stopped.append(path)
        self.set_status(202 if path.endswith("/server") and self.stopped.count(path) == 1 else 204)


def person(name: str, *, groups: tuple[str, ...] = (), scopes: tuple[str, ...] = (SCOPE,)) -> dict[str, Any]:
    return {"kind": "user", "name": name, "groups": list(groups), "scopes": list(scopes), "admin": False}


@pytest.fixture
def people(staff: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Return who is known at the hub, by token."""
    return {
        "trainer": person(staff["trainer"], groups=("trainers",)),
        "lead": person(staff["lead"], groups=("leads",)),
        "learner": person(learner_id(1), groups=(), scopes=("access:services!service=round",)),
        "group": person(learner_id(1), groups=("trainers",)),
        "lost": person(staff["trainer"], groups=()),
        "service": {**person("round", groups=("trainers",)), "kind": "service"},
    }


@pytest.fixture
def stopped() -> list[str]:
    return []


@pytest.fixture
def hub(people: dict[str, dict[str, Any]], stopped: list[str]) -> Iterator[str]:
    with Served(Application([("/hub/api/(.*)", FakeHub, {"people": people, "stopped": stopped})])) as served:
        yield f"http://127.0.0.1:{served.port}/hub/api"


@pytest.fixture
def browser(centre: Centre, hub: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """Return a browser at a desk that asks the hub."""
    environment = {
        "JUPYTERHUB_API_TOKEN": "own",
        "JUPYTERHUB_API_URL": hub,
        "JUPYTERHUB_SERVICE_NAME": "desk",
        "JUPYTERHUB_SERVICE_PREFIX": PREFIX,
        "JUPYTERHUB_CLIENT_ID": "service-desk",
        "JUPYTERHUB_BASE_URL": "/",
        "JUPYTERHUB_HOST": "",
        "JUPYTERHUB_OAUTH_CALLBACK_URL": f"{PREFIX}oauth_callback",
        "JUPYTERHUB_OAUTH_ACCESS_SCOPES": json.dumps([SCOPE]),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    HubVisitor.hub_auth_class.clear_instance()
    app = make_app(centre, HubVisitor, prefix=PREFIX, now=lambda: NOW, more=hub_addresses())
    with Served(app) as served, httpx.Client(base_url=f"http://127.0.0.1:{served.port}", timeout=60) as client:
        yield client
    auth = HubVisitor.hub_auth_class.instance()
    if "_pool" in auth._trait_values:
        auth._pool.submit(auth._thread_loop.close).result()
        auth._pool.shutdown()
    HubVisitor.hub_auth_class.clear_instance()


def log_in(browser: httpx.Client, who: str) -> httpx.Response:
    """Go the way of OAuth with a hub that gives each its own code."""
    state = parse_qs(urlparse(browser.get(PREFIX).headers["location"]).query)["state"][0]
    return browser.get(f"{PREFIX}oauth_callback", params={"code": who, "state": state})


def test_nobody_is_sent_to_the_hub_and_comes_back(browser: httpx.Client) -> None:
    sent = browser.get(f"{PREFIX}class/{CLASS}/")

    assert sent.status_code == 302
    assert urlparse(sent.headers["location"]).path == "/hub/api/oauth2/authorize"


@pytest.mark.parametrize("who", ["trainer", "lead"])
def test_a_trainer_logs_in_and_presses(browser: httpx.Client, who: str) -> None:
    assert log_in(browser, who).status_code == 302
    page = browser.get(f"{PREFIX}class/{CLASS}/attendance/5/", headers={"Sec-Fetch-Mode": "navigate"})
    assert page.status_code == 200
    token = page.text.split('name="_xsrf" value="')[1].split('"')[0]

    pressed = browser.post(
        f"{PREFIX}class/{CLASS}/attendance/5/", data={"_xsrf": token, "all": "1"}, headers={"Sec-Fetch-Mode": "navigate"}
    )

    assert pressed.status_code == 303
    assert browser.post(f"{PREFIX}class/{CLASS}/attendance/5/", data={"all": "1"}).status_code == 403


@pytest.mark.parametrize("who", ["learner", "group", "lost", "service"])
def test_who_is_no_trainer_at_the_hub_and_here_stays_out(browser: httpx.Client, who: str) -> None:
    log_in(browser, who)

    assert browser.get(f"{PREFIX}class/{CLASS}/").status_code == 403


def test_a_page_of_a_learner_can_not_fetch_the_desk_with_the_trainers_cookies(browser: httpx.Client) -> None:
    log_in(browser, "trainer")

    fetched = browser.get(PREFIX, headers={"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"})

    assert fetched.status_code != 200


def test_who_works_now_is_asked_of_the_hub(hub: str) -> None:
    assert HubPeople(api=hub, token="own").online() == frozenset({learner_id(1), learner_id(2)})
    assert HubPeople(api="http://127.0.0.1:9/hub/api", token="own").online() is None


def test_the_hub_lets_go_of_somebody_once_their_server_has_stopped(hub: str, stopped: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ailab.office.desk.hub_people._PAUSE_S", 0)
    HubPeople(api=hub, token="own").let_go(learner_id(1))

    assert stopped == [f"users/{learner_id(1)}/server"] * 2 + [f"users/{learner_id(1)}"]


def test_a_hub_that_does_not_answer_is_said() -> None:
    with pytest.raises(Refused, match="does not answer"):
        HubPeople(api="http://127.0.0.1:9/hub/api", token="own").let_go(learner_id(1))
