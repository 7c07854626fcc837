"""A visit at a real hub: guests come in with a code, work, see nobody else, and leave nothing; whatever is killed meanwhile."""

import asyncio
import os
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ailab.office.centre import Centre as State
from ailab.office.centre.visit import Status
from ailab.office.hub.visit.now import end_now, open_now, status_now
from tests.hub.living import Centre, living_centre, running
from tests.hub.pupil import NotServed, Pupil

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(900)]
TINY = Path(__file__).resolve().parents[1] / "tiny_course"
PATH = '\n[[short_paths]]\nid = "caravan_visit"\ntitle = "A visit"\nminutes = 90\nsteps = ["double_number", "tiny_lesson"]\n'
LAST_STEP = "lessons/tiny_steps/tiny_lesson.ipynb"
TYPED = "typed_by_a_guest_alone"
_PATIENCE_S = 90


class Visitor(Pupil):
    """Somebody with a code and no name."""

    def __init__(self, hub: str) -> None:
        super().__init__(hub, "", {})
        self.animal = ""

    async def come_in(self, code: str) -> None:
        """Type the code, as at the page."""
        await self.web.get("/hub/visit?lang=fr")
        answer = await self.web.post("/hub/visit", data={"code": code, "lang": "fr", "_xsrf": self._xsrf("/hub")})
        found = re.search(r'class="name"><bdi>(.*?)</bdi>', answer.text)
        if found is None:
            raise NotServed(f"code: {answer.status_code} {re.findall('role=.alert.*', answer.text)}")
        self.animal = found[1]
        self.name = str((await self.ask("GET", "/hub/api/user")).json()["name"])

    async def work(self) -> None:
        """Start the server, run a cell, and save it in the notebook of the last step."""
        await self.start_server()
        async with self.kernel() as kernel:
            ran = await kernel.run(f"open('{TYPED}.txt', 'w').write('{TYPED}')")
            if ran.error:
                raise NotServed(ran.text)
        path = f"{self.base}/api/contents/{LAST_STEP}"
        notebook = (await self.ask("GET", path)).json()["content"]
        first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        first["source"], first["execution_count"] = f"# {TYPED}\n{first['source']}", 1
        if (await self.ask("PUT", path, json={"type": "notebook", "format": "json", "content": notebook})).status_code != 200:
            raise NotServed("save")


@pytest.fixture(scope="module")
def caravan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """Return a running centre whose small course has a path for visits, with one learner."""
    folder = tmp_path_factory.mktemp("caravan")
    shutil.copytree(TINY, folder / "root")
    with (folder / "root" / "course" / "course.toml").open("a", encoding="utf-8") as settings:
        settings.write(PATH)
    with living_centre(folder, learners=1, root=folder / "root") as centre:
        yield centre


@pytest.fixture
def visit(caravan: Centre) -> Iterator[Status]:
    """Return an open visit; at the end nothing of it is left."""
    yield open_now(caravan.state, place="A school", language="fr")
    end_now(caravan.state, is_up=True, out=lambda _words: None)
    until(lambda: is_wiped(caravan.state))


def is_wiped(state: State) -> bool:
    status = status_now(state)
    return status is None or status.is_wiped


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.2)


def traces(folder: Path, *words: str) -> list[str]:
    """Return the files below a folder in whose names or bytes one of the words stands."""
    return [
        f"{path}: {word}"
        for path in sorted(folder.rglob("*"))
        if not path.is_relative_to(folder / "build")
        for word in words
        if word in path.name or (path.is_file() and word.encode() in path.read_bytes())
    ]


def test_guests_work_apart_hand_nothing_in_and_leave_nothing(caravan: Centre, visit: Status) -> None:
    names = asyncio.run(_two_guests(caravan, visit.code))

    end_now(caravan.state, is_up=True, out=lambda _words: None)
    until(lambda: is_wiped(caravan.state))

    status = status_now(caravan.state)
    assert status is not None
    assert (status.counted, status.finished) == (2, 1)
    assert traces(caravan.state.folder, TYPED, *names, *(name.rpartition("guest")[2] for name in names)) == []


async def _two_guests(caravan: Centre, code: str) -> list[str]:
    async with Visitor(caravan.address) as first, Visitor(caravan.address) as second:
        await first.come_in(code)
        await second.come_in(code)
        assert first.name != second.name
        assert first.animal != second.animal
        await first.work()

        page = await first.web.get(f"{first.base}/ailab")
        assert "double_number" in page.text
        assert 'class="steps"' in page.text
        assert "ailab/submit" not in page.text
        await _sees_nobody_else(caravan, first, second)
        await _hands_nothing_in(caravan, first)
        return [first.name, second.name]


async def _sees_nobody_else(caravan: Centre, first: Visitor, second: Visitor) -> None:
    learner = caravan.logins[0][0]
    for path in (f"{first.base}/ailab", f"{first.base}/api/contents/{TYPED}.txt", f"/hub/api/users/{first.name}", f"/user/{learner}/ailab"):
        answer = await second.ask("GET", path)
        assert answer.status_code in (403, 404), path
        assert TYPED not in answer.text
    for path in ("/hub/api/users", "/services/desk/", "/services/desk/visit/", "/services/formgrader/", "/hub/admin"):
        assert (await second.ask("GET", path)).status_code in (403, 404), path


async def _hands_nothing_in(caravan: Centre, guest: Visitor) -> None:
    made = await guest.ask("POST", f"/hub/api/users/{guest.name}/tokens", json={"note": "mine"})
    token = made.json().get("token", "none")
    answer = await guest.web.post(
        "/services/round/hand-in/tiny_steps?key=k1", content=b"anything", headers={"Authorization": f"token {token}"}
    )
    assert answer.status_code in (401, 403)
    assert caravan.attempts("tiny_steps") == set()


def test_after_the_end_no_cookie_of_a_guest_opens_anything(caravan: Centre, visit: Status) -> None:
    async def after() -> None:
        async with Visitor(caravan.address) as guest:
            await guest.come_in(visit.code)
            await guest.start_server()
            end_now(caravan.state, is_up=True, out=lambda _words: None)
            await asyncio.to_thread(until, lambda: is_wiped(caravan.state))

            for path in ("/hub/spawn", f"{guest.base}/ailab", f"{guest.base}/api/contents"):
                assert "/hub/login" in str((await guest.web.get(path)).url)
            assert "name" not in (await guest.ask("GET", "/hub/api/user")).json()
            with pytest.raises(NotServed, match="code: "):
                await guest.come_in(visit.code)

    asyncio.run(after())


def test_who_guesses_codes_waits_whatever_their_browser_says_of_its_address(caravan: Centre, visit: Status) -> None:
    async def guess() -> list[int]:
        async with Visitor(caravan.address) as guest:
            await guest.web.get("/hub/visit")
            form = {"code": "22334", "_xsrf": guest._xsrf("/hub")}
            answers = [await guest.web.post("/hub/visit", data=form) for _ in range(21)]
            # What the browser says of itself counts for nothing: the proxy's word comes last.
            spoofed = await guest.web.post("/hub/visit", data={**form, "code": visit.code}, headers={"X-Forwarded-For": "10.9.8.7"})
            return [answer.status_code for answer in [*answers, spoofed]]

    answers = asyncio.run(guess())
    assert answers == sorted(answers)
    assert set(answers[:15]) == {403}
    assert answers[-2:] == [429, 429]
    _forget_guesses(caravan)


def _forget_guesses(caravan: Centre) -> None:
    """Let the hub be started again: whoever tests next is not to wait."""
    _kill(caravan.pids_of("hub"))
    until(lambda: bool(caravan.pids_of("hub")) and _opens(caravan))


def _opens(caravan: Centre) -> bool:
    async def look() -> bool:
        async with Pupil(caravan.address, "", {}) as pupil:
            try:
                return (await pupil.web.get("/hub/visit")).status_code == 200
            except Exception:
                return False

    return asyncio.run(look())


def _kill(pids: list[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


@pytest.mark.proof
def test_a_killed_keeper_and_a_killed_hub_in_the_middle_of_wiping_leave_nothing(caravan: Centre, visit: Status) -> None:
    names = asyncio.run(_some_guests(caravan, visit.code, 4))
    end_now(caravan.state, is_up=True, out=lambda _words: None)
    until(lambda: any(not caravan.state.home(name).exists() for name in names) or is_wiped(caravan.state))
    _kill([*caravan.pids_of("visit"), *caravan.pids_of("hub")])

    until(lambda: is_wiped(caravan.state))

    assert traces(caravan.state.folder, TYPED, *names) == []
    status = status_now(caravan.state)
    assert status is not None
    assert (status.counted, status.finished) == (4, 4)


async def _some_guests(caravan: Centre, code: str, size: int) -> list[str]:
    async def one() -> str:
        async with Visitor(caravan.address) as guest:
            await guest.come_in(code)
            await guest.work()
            return guest.name

    return list(await asyncio.gather(*(one() for _ in range(size))))


@pytest.mark.proof
def test_a_visit_that_ended_while_the_machine_was_off_is_wiped_at_the_next_start(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "root")
    with (tmp_path / "root" / "course" / "course.toml").open("a", encoding="utf-8") as settings:
        settings.write(PATH)
    with living_centre(tmp_path, learners=0, root=tmp_path / "root") as centre:
        names = asyncio.run(_some_guests(centre, open_now(centre.state).code, 1))
        found = centre.pids()
        # The power goes: everything at once.
        _kill([centre.supervisor.pid, *found["parts"], *found["learners"]])
        centre.supervisor.wait()
    end_now(centre.state, is_up=False, out=lambda _words: None)
    assert traces(centre.state.homes, TYPED, *names) == []

    with running(centre.state):
        until(lambda: is_wiped(centre.state))
        assert traces(centre.state.folder, TYPED, *names) == []
