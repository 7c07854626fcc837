"""A desk that answers on this machine, without a hub: every test gets a centre of its own."""

import asyncio
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from tests.unit.desk.sample import NOW, fill, new_centre
from tests.unit.desk.visitors import FakeVisitor
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from ailab.office.centre import Centre, open_centre
from ailab.office.centre.database import engine_of
from ailab.office.desk.app import make_app

STAFF = "staff.json"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a centre with the sample class; it is copied, never changed."""
    centre = new_centre(tmp_path_factory.mktemp("sample") / "centre")
    staff = fill(centre)
    engine_of(centre.database_url()).dispose()
    (centre.folder / STAFF).write_text(json.dumps(staff), encoding="utf-8")
    return centre.folder


@pytest.fixture
def centre(sample: Path, tmp_path: Path) -> Iterator[Centre]:
    """Return a centre with the sample class, to be changed."""
    folder = tmp_path / "centre"
    shutil.copytree(sample, folder)
    (folder / STAFF).rename(tmp_path / STAFF)
    made = open_centre(folder)
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture
def staff(centre: Centre) -> dict[str, str]:
    """Return the ids of trainer, other and lead."""
    found: dict[str, str] = json.loads((centre.folder.parent / STAFF).read_text(encoding="utf-8"))
    return found


@dataclass(kw_only=True)
class Browser:
    """Somebody at the desk."""

    client: httpx.Client
    tokens: dict[str, str] = field(default_factory=dict)

    def get(self, path: str = "") -> httpx.Response:
        return self.client.get(path)

    def page(self, path: str = "") -> str:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def press(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> httpx.Response:
        """Press a button as a page of ours would: with its token, and going where it leads."""
        if "token" not in self.tokens:
            found = re.search(r'name="_xsrf" value="([^"]+)"', self.page())
            assert found
            self.tokens["token"] = found[1]
        answer = self.client.post(path, data={"_xsrf": self.tokens["token"], **(data or {})}, **more)
        # By hand: httpx would send the form's content type with the page that follows.
        return self.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


class Served:
    """An application in a thread of its own."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._ready, self._loop = Event(), asyncio.new_event_loop()
        self.port = 0
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = HTTPServer(self._app)
        sockets = bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.stop()
        await server.close_all_connections()

    def __enter__(self) -> "Served":
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        if site := self._app.settings.get("site"):
            site.threads.shutdown()


@dataclass(kw_only=True)
class Desk:
    """The desk of a centre, and what it asked of the hub."""

    port: int
    staff: dict[str, str]
    let_go: list[str]
    browsers: list[httpx.Client] = field(default_factory=list)

    def browser(self, who: str = "trainer") -> Browser:
        """Return a browser of one of the staff, or of any id; empty for nobody."""
        cookies = {"visitor": self.staff.get(who, who)} if who else {}
        client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}/", cookies=cookies, timeout=60)
        self.browsers.append(client)
        return Browser(client=client)


@pytest.fixture
def desk(centre: Centre, staff: dict[str, str]) -> Iterator[Desk]:
    """Return a desk that answers."""
    let_go: list[str] = []
    app = make_app(centre, FakeVisitor, now=lambda: NOW, let_go=let_go.append)
    with Served(app) as served:
        made = Desk(port=served.port, staff=staff, let_go=let_go)
        yield made
        for client in made.browsers:
            client.close()


@pytest.fixture
def trainer(desk: Desk) -> Browser:
    """Return the browser of the class's trainer."""
    return desk.browser("trainer")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the numbers of the runs that would have been started."""
    numbers: list[int] = []
    start: Callable[..., None] = lambda _centre, number: numbers.append(number)  # noqa: E731
    monkeypatch.setattr("ailab.office.centre.round.jobs._start", start)
    return numbers
