"""A whole class at a centre at once, and what it costs: log in, open a kernel, fit, do an exercise, hand in.

Run by the proof (a hundred learners) and, smaller, by `make test`; `python -m tests.hub.a_class 100` prints the figures.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from ailab.office.centre import Settings
from tests.hub.living import Centre, living_centre
from tests.hub.pupil import Kernel, NotServed, Pupil

MODULE: Final = "classifiers"
EXERCISE: Final = "fit_predict_score"
FIT: Final = """
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
X, y = make_classification(n_samples=300, n_features=8, random_state=1)
print(RandomForestClassifier(n_estimators=20, random_state=1).fit(X, y).score(X, y) > 0.9)
"""
_PATIENCE_S: Final = 600


@dataclass(slots=True)
class Day:
    """What one learner lived through, in seconds."""

    learner: str
    login_s: float = 0.0
    server_s: float = 0.0
    fit_s: float = 0.0
    exercise_s: float = 0.0
    hand_in_s: float = 0.0
    code: str = ""
    """Of the receipt."""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What came of a class."""

    learners: int
    failures: int
    lost: int
    """Acknowledged attempts that do not stand in the exchange."""
    memory_mib: float
    """Of hub, proxy, services, template, servers and kernels, shared pages counted once, when everybody has fitted."""
    of_learners_mib: float
    start_median_s: float
    """From the login to the home page."""
    start_p95_s: float
    fit_median_s: float
    """From asking for a kernel to the first fitted forest."""
    fit_p95_s: float
    whole_s: float
    troubles: tuple[str, ...] = field(default=())


async def attend(centre: Centre, logins: Sequence[tuple[str, str, str]]) -> tuple[list[Day], float, float]:
    """Let everybody come at once; return their days, and the memory while all of them are at work."""
    everybody_fitted = asyncio.Barrier(len(logins) + 1)
    memory: list[tuple[float, float]] = []

    async def measure() -> None:
        async with everybody_fitted:
            memory.append(await asyncio.to_thread(centre.memory_mib))
        await everybody_fitted.wait()

    days = [Day(learner=person) for person, _, _ in logins]
    one_by_one = (_one(centre, day, login, secret, everybody_fitted) for day, (_, login, secret) in zip(days, logins, strict=True))
    await asyncio.gather(measure(), *one_by_one)
    return days, *memory[0]


async def _one(centre: Centre, day: Day, login: str, secret: str, everybody: asyncio.Barrier) -> None:
    waited = 0
    try:
        async with Pupil(centre.address, day.learner, centre.form(login, secret)) as pupil:
            began = time.perf_counter()
            await pupil.log_in()
            day.login_s = time.perf_counter() - began
            day.server_s = await pupil.start_server(seconds=_PATIENCE_S)
            began = time.perf_counter()
            async with pupil.kernel() as kernel:
                await kernel.run(f"%cd -q ~/exercises/{MODULE}")
                ran = await kernel.run(FIT, seconds=_PATIENCE_S)
                day.fit_s = time.perf_counter() - began
                if "True" not in ran.text:
                    raise NotServed(f"fit: {ran.text[-300:]}")
                for _ in range(2):
                    waited += 1
                    await everybody.wait()
                began = time.perf_counter()
                await _do_exercise(centre, pupil, kernel)
                day.exercise_s = time.perf_counter() - began
            began = time.perf_counter()
            day.code = await centre.hand_in(pupil, MODULE)
            if not day.code:
                raise NotServed("hand in: the centre did not take it")
            day.hand_in_s = time.perf_counter() - began
    except Exception as error:  # a figure; the others go on
        day.trouble = f"{type(error).__name__}: {error}"
        for _ in range(2 - waited):
            await everybody.wait()


async def _do_exercise(centre: Centre, pupil: Pupil, kernel: Kernel) -> None:
    """Open the exercise, write the answer, run every cell, save: as a notebook does it."""
    path = f"{pupil.base}/api/contents/exercises/{MODULE}/{EXERCISE}.ipynb"
    notebook = (await pupil.ask("GET", path)).json()["content"]
    answers = centre.answers(MODULE, EXERCISE)
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["metadata"].get("nbgrader", {}).get("grade_id", ""), cell["source"])
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            ran = await kernel.run(cell["source"], seconds=_PATIENCE_S)
            if ran.error:
                raise NotServed(f"exercise: {ran.text[-300:]}")
    if not any("text/html" in each for each in ran.shown):
        raise NotServed(f"check: {ran.text[-300:]}")
    saved = await pupil.ask("PUT", path, json={"type": "notebook", "format": "json", "content": notebook})
    if saved.status_code != 200:
        raise NotServed(f"save: {saved.status_code}")


def figures(days: Sequence[Day], memory: float, of_learners: float, lost: int, whole: float) -> Figures:
    """Return the figures of a class."""
    well = [day for day in days if not day.trouble]
    if not well:
        raise NotServed("\n".join(sorted({day.trouble for day in days})))
    starts, fits = [day.login_s + day.server_s for day in well], [day.fit_s for day in well]
    return Figures(
        learners=len(days),
        failures=len(days) - len(well),
        lost=lost,
        memory_mib=round(memory, 1),
        of_learners_mib=round(of_learners, 1),
        start_median_s=round(median(starts), 3),
        start_p95_s=round(_p95(starts), 3),
        fit_median_s=round(median(fits), 3),
        fit_p95_s=round(_p95(fits), 3),
        whole_s=round(whole, 1),
        troubles=tuple(sorted({day.trouble[:2500] for day in days if day.trouble})),
    )


def _p95(values: Iterable[float]) -> float:
    found = list(values)
    return quantiles(found, n=20, method="inclusive")[-1] if len(found) > 1 else found[0]


def run_class(size: int, folder: Path, settings: Settings | None = None) -> Figures:
    """Start a centre, let a class of samples attend, and return what it cost."""
    with living_centre(folder, learners=size, settings=settings) as centre:
        began = time.perf_counter()
        days, memory, of_learners = asyncio.run(attend(centre, centre.logins))
        whole = time.perf_counter() - began
        for day in days:
            if day.trouble:
                day.trouble += f"\n{centre.server_log(day.learner)[-1500:]}"
        acknowledged = {(day.learner, day.code) for day in days if day.code}
        return figures(days, memory, of_learners, len(acknowledged - centre.attempts(MODULE)), whole)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="ailab-class-") as place:
        print(json.dumps(asdict(run_class(int(sys.argv[1]) if len(sys.argv) > 1 else 100, Path(place))), indent=1))
