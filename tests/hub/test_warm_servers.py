"""A real hub, its servers and kernels forked from the template."""

import asyncio
import json
import os
import re
import signal
import socket
import struct
import sys
import time
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ailab.office.hub.warm.client import register
from ailab.office.hub.warm.door import answers, connect
from ailab.office.hub.warm.started import noted
from tests.built_course import built
from tests.hub.plain_hub import PlainHub
from tests.hub.pupil import Kernel, Ran

pytestmark = [pytest.mark.hub, pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")]
FIT = """
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
features, kinds = load_iris(return_X_y=True)
print(LogisticRegression(max_iter=500).fit(features, kinds).score(features, kinds) > 0.9)
"""


@pytest.fixture(scope="module")
def hub() -> Iterator[PlainHub]:
    with PlainHub(built()) as running:
        wait_for(running)
        yield running


def wait_for(hub: PlainHub) -> None:
    """Have a template: the first start goes cold and starts it."""

    async def first() -> None:
        async with hub.pupil("c1-firstone") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            await pupil.stop_server()

    asyncio.run(first())
    deadline = time.monotonic() + 60
    while not answers(hub.template):
        assert time.monotonic() < deadline, hub.log()
        time.sleep(0.1)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def pid_of_template(hub: PlainHub) -> int:
    with connect(hub.template) as line:
        return int(struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0])


def test_a_learner_fits_a_model_draws_it_and_stops(hub: PlainHub) -> None:
    async def work() -> None:
        async with hub.pupil("c1-aaaaaa") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                assert (await kernel.run(FIT)).printed == "True\n"
                drawn = await kernel.run("import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()")
                assert "image/png" in drawn.shown[0]
                moved = await kernel.run("from ipywidgets import IntSlider; IntSlider()")
                assert "application/vnd.jupyter.widget-view+json" in moved.shown[0]
                asked = await kernel.run("nonsense")
                assert asked.error.startswith("NameError")
            await pupil.stop_server()
            assert not await pupil.server_is_active()

    run(work())


def test_an_exercise_of_the_course_is_checked_in_a_forked_kernel(hub: PlainHub) -> None:
    async def work() -> None:
        async with hub.pupil("c1-aaaaab") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            folder = hub.folder / "homes" / "c1-aaaaab" / "exercises"
            notebook = next(path for path in sorted(folder.rglob("*.ipynb")) if "check(" in path.read_text(encoding="utf-8"))
            cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
            async with pupil.kernel(f"exercises/{notebook.parent.name}") as kernel:
                outputs = [await kernel.run("".join(cell["source"])) for cell in cells]
            assert not any(output.error for output in outputs)
            assert any(output.shown for output in outputs)
            await pupil.stop_server()

    run(work())


def test_no_two_kernels_draw_the_same_random_numbers(hub: PlainHub) -> None:
    draw = "import random, numpy; print(random.random(), numpy.random.random(), numpy.random.default_rng().random())"

    async def work() -> None:
        async with hub.pupil("c1-aaaaac") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            drawn: list[str] = []
            for _ in range(3):
                async with pupil.kernel() as kernel:
                    drawn += (await kernel.run(draw)).printed.split()
            assert len(set(drawn)) == 9
            await pupil.stop_server()

    run(work())


async def _first_answer(kernel: Kernel, code: str) -> Ran:
    """Ask a kernel that is just being started again; what reaches nobody is asked once more, as a page does."""
    for _ in range(20):
        with suppress(TimeoutError):
            return await kernel.run(code, seconds=3)
    return await kernel.run(code)


def test_a_cell_can_be_interrupted_and_a_kernel_restarted(hub: PlainHub) -> None:
    async def work() -> None:
        async with hub.pupil("c1-aaaaad") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                await kernel.run("kept = 7")
                endless = asyncio.create_task(kernel.run("open('begun', 'w')\nwhile True: pass", seconds=60))
                while not (hub.folder / "homes" / "c1-aaaaad" / "begun").exists():
                    await asyncio.sleep(0.05)
                while not endless.done():
                    await asyncio.wait({endless}, timeout=1)
                    await pupil.interrupt(kernel)
                assert (await endless).error.startswith("KeyboardInterrupt")
                assert (await kernel.run("kept")).value == "7"
                await pupil.ask("POST", f"{pupil.base}/api/kernels/{kernel.id}/restart")
                assert (await _first_answer(kernel, "'kept' in globals()")).value == "False"
            await pupil.stop_server()

    run(work())


def test_a_kernel_knows_no_token_and_has_folders_of_its_own(hub: PlainHub) -> None:
    look = "import os, tempfile; print([name for name in os.environ if 'TOKEN' in name or 'JUPYTERHUB' in name], os.getcwd(), tempfile.gettempdir(), os.getuid())"

    async def work() -> None:
        async with hub.pupil("c1-aaaaae") as pupil:
            await pupil.log_in()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                assert (await kernel.run(look)).printed.strip() == "[] /home/learner /tmp 1000"
            await pupil.stop_server()

    run(work())


def test_a_server_outlives_a_killed_hub_and_is_found_again(hub: PlainHub) -> None:
    async def before() -> None:
        async with hub.pupil("c1-aaaaaf") as pupil:
            await pupil.log_in()
            await pupil.start_server()

    async def after() -> None:
        async with hub.pupil("c1-aaaaaf") as pupil:
            await pupil.log_in()
            assert await pupil.server_is_active()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                assert (await kernel.run("6 * 7")).value == "42"
            await pupil.stop_server()

    others = noted(register(hub.template))
    run(before())
    (server,) = set(noted(register(hub.template))) - set(others)
    hub.stop(signal.SIGKILL)
    hub.start()
    run(after())
    assert not Path(f"/proc/{server.pid}").exists()


def test_without_a_template_a_server_starts_cold_and_the_next_one_warm(hub: PlainHub) -> None:
    async def start(name: str) -> float:
        async with hub.pupil(name) as pupil:
            await pupil.log_in()
            seconds = await pupil.start_server()
            async with pupil.kernel() as kernel:
                assert (await kernel.run(FIT)).printed == "True\n"
            return seconds

    async def work() -> None:
        running = hub.pupil("c1-aaaaag")
        async with running as pupil:
            await pupil.log_in()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                os.kill(pid_of_template(hub), signal.SIGKILL)
                await start("c1-aaaaah")
                assert (await kernel.run("6 * 7")).value == "42"
        while not answers(hub.template):
            await asyncio.sleep(0.1)
        log = len(re.findall("no warm template", hub.log()))
        await start("c1-aaaaai")
        assert len(re.findall("no warm template", hub.log())) == log

    run(work())


def test_a_path_for_a_name_starts_nothing(hub: PlainHub) -> None:
    async def work() -> None:
        async with hub.pupil("..%2fc1-aaaaaa") as pupil:
            await pupil.log_in()
            answer = await pupil.web.get("/hub/spawn")
            assert answer.status_code >= 400

    run(work())
    assert sorted(path.name for path in hub.folder.iterdir() if "aaaaaa" in path.name) == []
