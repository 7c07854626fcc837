"""A class that begins at the same moment: our spawner against JupyterHub's SimpleLocalProcessSpawner, in turns."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from tests.built_course import built
from tests.hub.plain_hub import WARM, PlainHub
from tests.hub.pupil import Pupil

from ailab.errors import Refused
from ailab.office.hub.proxy_program import proxy_command
from ailab.office.hub.warm.door import answers
from ailab.office.sandbox.child import family
from benchmarks.measure import Row

LEARNERS: Final = 10
TURNS: Final = 2
_STOCK: Final = "jupyterhub.spawner.SimpleLocalProcessSpawner"
_STOCK_SETTINGS: Final = """
c.Spawner.args = ["--allow-root"]
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/homes/{{username}}"
"""
_FIT: Final = """
import ipywidgets, matplotlib.pyplot
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
features, kinds = load_iris(return_X_y=True)
LogisticRegression(max_iter=500).fit(features, kinds).score(features, kinds) > 0.9
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one learner met, in seconds."""

    start: float
    fit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a class met."""

    start: float
    fit: float
    memory_mb: float
    """For each learner, once all have fitted."""


def rows() -> list[Row]:
    """Let the class begin at both hubs, in turns."""
    try:
        proxy_command()
    except Refused:
        return []
    with PlainHub(built(), WARM) as ours, _stock() as theirs:
        _warm_up(ours)
        pairs = [(_turn(ours, "/ailab", number), _turn(theirs, "/lab", number)) for number in range(TURNS)]
    against = "SimpleLocalProcessSpawner"

    def row(name: str, what: str, unit: str) -> Row:
        sides = [median(getattr(pair[side], what) for pair in pairs) for side in (0, 1)]
        return Row(name=name, ours=sides[0], theirs=sides[1], against=against, unit=unit)

    return [
        row(f"server to first page, {LEARNERS} at once", "start", "s"),
        row("kernel and first scikit-learn fit", "fit", "s"),
        row("memory of a learner after it", "memory_mb", "MB"),
    ]


def _stock() -> PlainHub:
    hub = PlainHub(built(), _STOCK)
    hub.more = _STOCK_SETTINGS.format(folder=hub.folder)
    return hub


def _warm_up(hub: PlainHub) -> None:
    """Let both hubs have met a learner, and ours have its template."""
    asyncio.run(_one(hub.pupil("c1-warmup"), "/ailab", asyncio.Barrier(1), []))
    while not answers(hub.template):
        asyncio.run(asyncio.sleep(0.1))


def _turn(hub: PlainHub, page: str, number: int) -> Turn:
    return asyncio.run(_class(hub, page, number))


async def _class(hub: PlainHub, page: str, number: int) -> Turn:
    everybody_fitted = asyncio.Barrier(LEARNERS)
    memory: list[float] = []
    pupils = [hub.pupil(f"c1-turn{number}x{at:03}") for at in range(LEARNERS)]
    before = _used_mb(hub)
    seen = await asyncio.gather(*(_one(pupil, page, everybody_fitted, memory, hub) for pupil in pupils))
    return Turn(
        start=median(each.start for each in seen),
        fit=median(each.fit for each in seen),
        memory_mb=(memory[0] - before) / LEARNERS,
    )


async def _one(pupil: Pupil, page: str, everybody: asyncio.Barrier, memory: list[float], hub: PlainHub | None = None) -> Seen:
    async with pupil:
        await pupil.log_in()
        start = await pupil.start_server(page=page)
        began = perf_counter()
        async with pupil.kernel() as kernel:
            assert (await kernel.run(_FIT)).value in ("True", "np.True_")
            seen = Seen(start=start, fit=perf_counter() - began)
            if await everybody.wait() == 0 and hub:
                memory.append(_used_mb(hub))
            await everybody.wait()
        await pupil.stop_server()
    return seen


def _used_mb(hub: PlainHub) -> float:
    """Return the memory of everything a hub has started but its proxy, what is shared divided among those who share it."""
    return sum(_proportional_mb(pid) for pid in _processes(hub))


def _processes(hub: PlainHub) -> set[int]:
    started = {pid for pid in family(hub.pid) if pid != hub.pid and b"configurable-http-proxy" not in _command(pid)}
    named = {
        int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal() and str(hub.template).encode() in _command(path.name)
    }
    return started | {member for pid in named for member in family(pid)}


def _command(pid: int | str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _proportional_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6
