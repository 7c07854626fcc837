"""Bad days of a class on a real centre: everybody at once, one who breaks things, one who looks where nothing is theirs."""

import asyncio
import http.client
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ailab.office.centre import session_of
from ailab.office.centre.people import add_learners
from ailab.office.centre.tables import HandedIn
from tests.hub.a_class import EXERCISE, MODULE
from tests.hub.at_work import at_work, be_there, pupil_of, slowest_health, wait_until_handed_in
from tests.hub.living import GROUP, Centre, living_centre
from tests.hub.pupil import Pupil

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(900)]
SECRET = "kx7q: what only its owner reads"
FORK_BOMB = """
import os, time
for _ in range(100_000):
    try:
        if os.fork() == 0:
            while True:
                try:
                    os.fork()
                except OSError:
                    time.sleep(0.01)
    except OSError:
        break
"""
BIG_LIST = "big = [0] * (10 * 2**30 // 8)\nfor place in range(0, len(big), 512): big[place] = place"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with living_centre(tmp_path_factory.mktemp("bad"), learners=3) as living:
        yield living


@pytest.mark.parametrize("size", [pytest.param(20, id="20"), pytest.param(100, id="100", marks=pytest.mark.proof)])
def test_a_class_logs_in_within_one_minute_and_the_hub_answers_meanwhile(centre: Centre, size: int) -> None:
    now = datetime.now(UTC)
    with session_of(centre.state) as session:
        made = add_learners(session, centre.state, group=GROUP, count=size, kind="pin", now=now)

    async def minute() -> tuple[float, float]:
        done, began = asyncio.Event(), time.perf_counter()
        pupils = [Pupil(centre.address, each.person, centre.form(each.pseudonym, each.shown)) for each in made]
        asked = asyncio.create_task(slowest_health(centre, done))
        try:
            await asyncio.gather(*(pupil.log_in() for pupil in pupils))
            took = time.perf_counter() - began
            assert {(await pupil.ask("GET", f"/hub/api/users/{pupil.name}")).status_code for pupil in pupils} == {200}
        finally:
            done.set()
            slowest = await asked
            await asyncio.gather(*(pupil.web.aclose() for pupil in pupils))
        return took, slowest

    took, slowest = asyncio.run(minute())

    assert took < 60
    assert slowest < 1


@pytest.mark.proof
@pytest.mark.parametrize("mischief", [pytest.param(FORK_BOMB, id="fork bomb"), pytest.param(BIG_LIST, id="10 GiB list")])
def test_who_breaks_things_breaks_them_for_nobody_else(centre: Centre, mischief: str) -> None:
    async def lesson() -> None:
        async with at_work(centre, 2) as (bad, good), good.kernel() as kernel:
            done = asyncio.Event()
            asked = asyncio.create_task(slowest_health(centre, done))
            doing = asyncio.create_task(_do(bad, mischief))
            await asyncio.sleep(2)
            for number in range(5):
                assert (await kernel.run(f"{number} + 1", seconds=30)).value == str(number + 1)
            assert await wait_until_handed_in(centre, good, f"beside {mischief[:20]}") in centre.attempts(MODULE)
            assert (await good.web.get("/services/desk/health")).status_code < 500
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
            done.set()
            assert await asked < 5
            # And who did it goes on as well: a new start is all it takes.
            await bad.stop_server()
            await be_there(bad)
            async with bad.kernel() as again:
                assert (await again.run("6 * 7", seconds=60)).value == "42"

    before = {part: centre.pids_of(part) for part in ("hub", "proxy", "desk", "round", "template")}
    asyncio.run(lesson())

    assert {part: centre.pids_of(part) for part in before} == before


async def _do(pupil: Pupil, code: str) -> None:
    async with pupil.kernel() as kernel:
        await kernel.run(code)


def outside(centre: Centre, other: str) -> list[tuple[str, str]]:
    """Return what a learner may try: methods and paths, as they are sent."""
    up = ("..", "%2e%2e", "%2e%2e%2f%2e%2e", "..%2f..%2fcentre.sqlite", "%5c..%5c..", "%00", "root", "*", "a/../../x", other.upper())
    return [
        *(("GET", f"/user/{name}/{rest}") for name in up for rest in ("ailab", "api/contents", "files/diary.txt")),
        *(("GET", f"/hub/user/{name}/x") for name in up),
        *(("GET", f"/hub/spawn/{name}") for name in (*up, other)),
        *(("POST", f"/hub/api/users/{name}/server") for name in (*up, other)),
        *(("DELETE", f"/hub/api/users/{name}") for name in (*up, other)),
        *(("GET", f"/hub/api/users/{name}") for name in (*up, other)),
        ("GET", "/hub/api/users"),
        ("GET", "/hub/admin"),
        ("GET", "/hub/../centre.sqlite"),
        ("GET", "/hub/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd"),
        ("GET", f"/user/{other}/files/diary.txt"),
        ("GET", f"/user/{other}/api/contents/diary.txt"),
        ("GET", f"/user/{other}/api/contents/exercises/{MODULE}/{EXERCISE}.ipynb"),
        ("PUT", f"/user/{other}/api/contents/diary.txt"),
        ("POST", f"/user/{other}/api/kernels"),
        ("POST", f"/user/{other}/ailab/submit/{MODULE}"),
        ("GET", f"/user/{other}/ailab/results"),
        ("POST", f"/services/round/hand-in/{MODULE}?learner={other}"),
        ("GET", "/services/round/mine"),
        ("GET", f"/services/round/feedback/{MODULE}/%2e%2e%2f{other}"),
        ("GET", f"/services/round/feedback/../../{other}/x"),
        ("GET", "/services/desk/"),
        ("GET", f"/services/desk/class/{GROUP}/"),
        ("GET", f"/services/desk/class/{GROUP}/learner/{other}/"),
        ("GET", "/services/formgrader/"),
        ("GET", "/services/formgrader/api/submissions"),
    ]


def test_a_learner_reaches_nothing_of_another_by_any_address(centre: Centre) -> None:
    async def look() -> list[tuple[str, str, int, str]]:
        async with at_work(centre, 2) as (curious, other):
            async with other.kernel() as kernel:
                await kernel.run(f"open('diary.txt', 'w').write({SECRET!r})")
            await curious.ask("GET", f"/user/{other.name}/api/contents/diary.txt")  # with the hub's own way to ask whose this is
            cookies = "; ".join(f"{each.name}={each.value}" for each in curious.web.cookies.jar)
            return [(*each, *await asyncio.to_thread(sent, centre, *each, cookies)) for each in outside(centre, other.name)]

    folders = {path.name for path in centre.state.homes.iterdir()}
    answers = asyncio.run(look())

    # "/hub/api/users/.." is "/hub/api/", which tells anybody its version.
    served = [(path, status, text[:200]) for _, path, status, text in answers if status < 300 and not text.startswith('{"version": ')]
    assert served == []
    assert [(path, status) for _, path, status, _ in answers if status >= 500] == []
    assert [
        path for _, path, _, text in answers if SECRET in text or "SQLite format" in text or "root:" in text or "Traceback" in text
    ] == []
    assert {path.name for path in centre.state.homes.iterdir()} - folders <= {person for person, _, _ in centre.logins}


def sent(centre: Centre, method: str, path: str, cookies: str) -> tuple[int, str]:
    """Send a path exactly as it is written, and return status and text."""
    connection = http.client.HTTPConnection("127.0.0.1", centre.state.settings.port, timeout=60)
    try:
        connection.request(method, path, body=b"{}" if method in ("POST", "PUT") else None, headers={"Cookie": cookies})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def test_work_is_theirs_whose_token_it_is_whatever_is_said_beside_it(centre: Centre) -> None:
    async def pretend() -> tuple[int, str, str]:
        async with pupil_of(centre, 0) as liar, pupil_of(centre, 1) as other:
            await be_there(liar)
            answer = await liar.ask("POST", f"/hub/api/users/{liar.name}/tokens", json={"note": "mine"})
            token = answer.json()["token"]
            attempt = next((centre.state.home(liar.name) / "sent").glob("*.zip"), None) or await _made(centre, liar)
            headers = {
                "Authorization": f"token {token}",
                "X-Forwarded-User": other.name,
                "X-JupyterHub-User": other.name,
                "Cookie": f"jupyterhub-user-{other.name}=x; user={other.name}",
            }
            said = await other.web.post(
                f"/services/round/hand-in/{MODULE}?key=pretended&learner={other.name}&user={other.name}",
                content=attempt.read_bytes(),
                headers=headers,
            )
            return said.status_code, liar.name, other.name

    def owners() -> list[str]:
        with session_of(centre.state) as session:
            return [row.person for row in session.query(HandedIn).filter(HandedIn.key == "pretended")]

    status, liar, other = asyncio.run(pretend())

    assert owners() in ([], [liar])
    assert status in (200, 401, 403)
    assert other not in owners()


async def _made(centre: Centre, pupil: Pupil) -> Path:
    await wait_until_handed_in(centre, pupil, "mine")
    return next((centre.state.home(pupil.name) / "sent").glob("*.zip"))


def test_names_that_are_paths_are_nobodys(centre: Centre) -> None:
    async def try_all() -> list[int]:
        async with pupil_of(centre, 0) as pupil:
            found = []
            for name in ("../x", "..", "/etc/passwd", "c1-x/../y", "a\x00b", "%2e%2e", "s1-" + "a" * 5000, "' OR 1=1 --"):
                page = await pupil.web.get("/hub/login")
                assert page.status_code == 200
                data = {"step": "pin", "login": name, "secret": "123456", "_xsrf": pupil._xsrf("/hub")}
                found.append((await pupil.web.post("/hub/login", data=data, follow_redirects=False)).status_code)
            return found

    homes = sorted(centre.state.homes.iterdir())

    assert set(asyncio.run(try_all())) <= {400, 403, 429}
    assert sorted(centre.state.homes.iterdir()) == homes
