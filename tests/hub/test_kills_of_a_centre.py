"""Whatever is killed, and whenever: what a learner was told has arrived is there afterwards."""

import asyncio
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.hub.a_class import EXERCISE, MODULE
from tests.hub.living import Centre, living_centre
from tests.hub.pupil import NotServed, Pupil

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(1800)]
LEARNERS = 4
VICTIMS = ("hub", "proxy", "round", "server", "template", "desk")


@pytest.mark.parametrize("rounds", [pytest.param(3, id="sample"), pytest.param(40, id="full", marks=pytest.mark.proof)])
def test_every_acknowledged_attempt_survives_kills_at_random_moments(tmp_path: Path, rounds: int) -> None:
    random = Random(f"kills {rounds}")
    with living_centre(tmp_path, learners=LEARNERS) as centre:
        told = asyncio.run(_rounds(centre, rounds, random))

        assert len(told) >= rounds
        assert told - centre.attempts(MODULE) == set()


async def _rounds(centre: Centre, rounds: int, random: Random) -> set[tuple[str, str]]:
    told: set[tuple[str, str]] = set()
    pupils = [Pupil(centre.address, person, centre.form(login, secret)) for person, login, secret in centre.logins]
    try:
        for number in range(rounds):
            await asyncio.gather(*(_be_there(pupil) for pupil in pupils))
            victim, after = VICTIMS[number % len(VICTIMS)], random.uniform(0, 0.8)
            sent = [asyncio.create_task(_hand_in(centre, pupil, number)) for pupil in pupils]
            await asyncio.sleep(after)
            _kill(centre, victim, pupils[0].name)
            told |= {found for found in await asyncio.gather(*sent) if found}
    finally:
        for pupil in pupils:
            await pupil.web.aclose()
    return told


async def _be_there(pupil: Pupil) -> None:
    """Log in and have a server, however often it takes."""
    deadline = time.monotonic() + 180
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


async def _hand_in(centre: Centre, pupil: Pupil, number: int) -> tuple[str, str] | None:
    """Change the answer and hand in; return what the centre said has arrived."""
    path = f"{pupil.base}/api/contents/exercises/{MODULE}/{EXERCISE}.ipynb"
    with suppress(Exception):
        notebook = (await pupil.ask("GET", path)).json()["content"]
        answer = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
        answer["source"] = f"# {pupil.name} {number}"
        await pupil.ask("PUT", path, json={"type": "notebook", "format": "json", "content": notebook})
        sent = centre.state.home(pupil.name) / ".ailab" / "sent"
        code = await centre.hand_in(pupil, MODULE, 1 + len(list(sent.glob(f"{MODULE}-*.json"))))
        return (pupil.name, code) if code else None
    return None


def _kill(centre: Centre, victim: str, learner: str) -> None:
    for pid in centre.pids_of(victim, learner):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_a_killed_part_is_there_again_by_itself(tmp_path: Path) -> None:
    with living_centre(tmp_path, learners=1) as centre:
        person, login, secret = centre.logins[0]

        async def day() -> None:
            async with Pupil(centre.address, person, centre.form(login, secret)) as pupil:
                await _be_there(pupil)
                async with pupil.kernel() as kernel:
                    await kernel.run("answer = 42")
                    for victim in ("hub", "round", "desk", "template"):
                        _kill(centre, victim, person)
                    # The kernel and the proxy never noticed.
                    assert (await kernel.run("answer")).value == "42"
                await _be_there(pupil)
                code = ""
                for _ in range(60):
                    with suppress(NotServed):
                        code = await centre.hand_in(pupil, MODULE, 1)
                    if code:
                        break
                    (centre.state.home(person) / ".ailab" / "sent" / f"{MODULE}-1.json").unlink(missing_ok=True)
                    await asyncio.sleep(1)
                assert code

        asyncio.run(day())
