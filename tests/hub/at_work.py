"""What learners do while things break: come back however often it takes, change an answer, hand in; and what breaks: processes, all or some."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import httpx

from tests.hub.a_class import EXERCISE, MODULE
from tests.hub.living import Centre
from tests.hub.pupil import Pupil

_COMES_BACK_S = 180.0


def pupil_of(centre: Centre, number: int) -> Pupil:
    """Return one of the learners."""
    person, login, secret = centre.logins[number]
    return Pupil(centre.address, person, centre.form(login, secret))


def trainer_of(centre: Centre) -> Pupil:
    """Return the trainer, who logs in on the same page."""
    return Pupil(centre.address, "trainer", {"step": "trainer", "login": "trainer", "secret": centre.passphrase})


@asynccontextmanager
async def at_work(centre: Centre, count: int) -> AsyncIterator[list[Pupil]]:
    """Give the first learners, logged in, each with a server."""
    async with AsyncExitStack() as stack:
        pupils = [await stack.enter_async_context(pupil_of(centre, number)) for number in range(count)]
        await asyncio.gather(*map(be_there, pupils))
        yield pupils


async def be_there(pupil: Pupil) -> None:
    """Log in and have a server, however often it takes."""
    deadline = time.monotonic() + _COMES_BACK_S
    while True:
        try:
            await pupil.log_in()
            await pupil.start_server()
            return
        except Exception:
            if time.monotonic() > deadline:
                raise
            pupil.web.cookies.clear()
            await asyncio.sleep(1)


async def change(pupil: Pupil, words: str) -> None:
    """Write something new into the first answer of the exercise and save it."""
    path = f"{pupil.base}/api/contents/exercises/{MODULE}/{EXERCISE}.ipynb"
    notebook = (await pupil.ask("GET", path)).json()["content"]
    answer = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
    answer["source"] = f"# {words}"
    (await pupil.ask("PUT", path, json={"type": "notebook", "format": "json", "content": notebook})).raise_for_status()


async def hand_in(centre: Centre, pupil: Pupil, words: str) -> tuple[str, str] | None:
    """Change the answer and hand in; return what the centre said has arrived, None when it said nothing."""
    with suppress(Exception):  # whatever broke: what counts is what was acknowledged
        await change(pupil, words)
        code = await centre.hand_in(pupil, MODULE, next_attempt(centre, pupil))
        return (pupil.name, code) if code else None
    return None


def next_attempt(centre: Centre, pupil: Pupil) -> int:
    """Return the number that the button gives now."""
    sent = centre.state.home(pupil.name) / ".ailab" / "sent"
    return 1 + max((int(path.stem.rpartition("-")[2]) for path in sent.glob(f"{MODULE}-*.json")), default=0)


async def wait_until_handed_in(centre: Centre, pupil: Pupil, words: str, *, seconds: float = 90) -> tuple[str, str]:
    """Press the button until the centre says that it is here."""
    deadline = time.monotonic() + seconds
    while not (told := await hand_in(centre, pupil, words)):
        assert time.monotonic() < deadline, "the centre takes nothing in"
        await asyncio.sleep(1)
    return told


async def wait_until_served(pupil: Pupil, *, seconds: float = 60) -> None:
    """Open the learner's own page until it comes, as a browser does that is told to load again."""
    deadline = time.monotonic() + seconds
    while True:
        with suppress(httpx.HTTPError):
            if (await pupil.ask("GET", f"{pupil.base}/ailab")).status_code == 200:
                return
        assert time.monotonic() < deadline, "nobody knows the way to this server"
        await asyncio.sleep(0.5)


async def slowest_health(centre: Centre, done: asyncio.Event) -> float:
    """Ask the hub how it is until the event; return the longest it took."""
    slowest = 0.0
    async with httpx.AsyncClient(base_url=centre.address, timeout=60, trust_env=False) as web:
        while not done.is_set():
            began = time.perf_counter()
            (await web.get("/hub/health")).raise_for_status()
            slowest = max(slowest, time.perf_counter() - began)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), 0.2)
    return slowest


def kill(pids: Iterable[int]) -> None:
    """End processes as a power cut does."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def cut_the_power(centre: Centre) -> None:
    """End everything of a centre at once: first who would start others again."""
    found = centre.pids()
    kill([centre.supervisor.pid, *found["parts"], *found["learners"]])
    centre.supervisor.wait()
