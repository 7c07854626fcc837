"""Whatever is killed, and whenever: what a learner was told has arrived is there afterwards."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from tests.hub.a_class import MODULE
from tests.hub.at_work import at_work, be_there, hand_in, kill, wait_until_handed_in, wait_until_served
from tests.hub.living import Centre, living_centre

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(1800)]
LEARNERS = 4
VICTIMS = ("proxy", "round", "server", "hub", "template", "desk")


@pytest.mark.parametrize("rounds", [pytest.param(3, id="sample"), pytest.param(24, id="full", marks=pytest.mark.proof)])
def test_every_acknowledged_attempt_survives_kills_at_random_moments(tmp_path: Path, rounds: int) -> None:
    random = Random(f"kills {rounds}")
    with living_centre(tmp_path, learners=LEARNERS) as centre:
        told = asyncio.run(_rounds(centre, rounds, random))

        assert len(told) >= rounds
        assert told - centre.attempts(MODULE) == set()


async def _rounds(centre: Centre, rounds: int, random: Random) -> set[tuple[str, str]]:
    told: set[tuple[str, str]] = set()
    async with at_work(centre, LEARNERS) as pupils:
        for number in range(rounds):
            await asyncio.gather(*map(be_there, pupils))
            victim, after = VICTIMS[number % len(VICTIMS)], random.uniform(0, 0.8)
            sent = [asyncio.create_task(hand_in(centre, pupil, f"{pupil.name} {number}")) for pupil in pupils]
            await asyncio.sleep(after)
            kill(centre.pids_of(victim, pupils[0].name))
            told |= {found for found in await asyncio.gather(*sent) if found}
        # After all that the centre takes in as before.
        await asyncio.gather(*map(be_there, pupils))
        told |= set(await asyncio.gather(*(wait_until_handed_in(centre, pupil, f"{pupil.name} last") for pupil in pupils)))
    return told


@pytest.mark.proof
def test_a_killed_part_is_there_again_by_itself(tmp_path: Path) -> None:
    async def day() -> None:
        async with at_work(centre, 1) as (pupil,):
            async with pupil.kernel() as kernel:
                await kernel.run("answer = 42")
                for victim in ("hub", "round", "desk", "template"):
                    kill(centre.pids_of(victim))
                # The kernel and the proxy never noticed.
                assert (await kernel.run("answer")).value == "42"
            await be_there(pupil)
            assert await wait_until_handed_in(centre, pupil, "after the kills") in centre.attempts(MODULE)

    with living_centre(tmp_path, learners=1) as centre:
        asyncio.run(day())


@pytest.mark.proof
def test_a_killed_proxy_learns_every_way_again(tmp_path: Path) -> None:
    async def day() -> None:
        async with at_work(centre, 1) as (pupil,):
            kill(centre.pids_of("proxy"))
            await wait_until_served(pupil)

    with living_centre(tmp_path, learners=1) as centre:
        asyncio.run(day())
