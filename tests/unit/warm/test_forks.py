"""A learner's server as a fork of the template, told by something that stands in for a hub."""

import asyncio
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.warm.bare import Bare, BareServer, wait_for_end

from ailab.errors import Refused
from ailab.office.hub.warm.alone import start_cold
from ailab.office.hub.warm.client import NotLaidOut, ask, register
from ailab.office.hub.warm.plain import start_plain
from ailab.office.hub.warm.processes import resident_bytes, runs, start_time
from ailab.office.hub.warm.started import clear_away, end, noted


def test_a_server_starts_and_a_kernel_computes(ground: Bare) -> None:
    with ground.server("c1-aaaaaa") as server:
        assert server.run("6 * 7", "print(1); 1/0") == ["42", "1\n\nZeroDivisionError: division by zero"]


def test_the_processor_works_for_less_than_a_stock_import(ground: Bare) -> None:
    with ground.server("c1-aaaaab") as server:
        server.run("1")
        ticks = sum(_ticks(pid) for pid in _family(server.started.pid))
        assert ticks / os.sysconf("SC_CLK_TCK") < 1.0


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(each for child in children for each in _family(int(child)))]


def _ticks(pid: int) -> int:
    facts = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(facts[11]) + int(facts[12])


def test_init_stays_small(ground: Bare) -> None:
    with ground.server("c1-aaaaac") as server:
        private = Path(f"/proc/{server.started.pid}/smaps_rollup").read_text(encoding="ascii")
        kilobytes = sum(int(line.split()[1]) for line in private.splitlines() if line.startswith("Private"))
        assert kilobytes < 12_000
        assert resident_bytes(server.started.pid) > 0


def test_two_kernels_of_one_learner_do_not_share_random_numbers_nor_variables(ground: Bare) -> None:
    draw = "import random, numpy; known = 'x' in globals(); x = 1; print(random.random(), numpy.random.random(), known)"
    with ground.server("c1-aaaaad") as server:
        first, second = server.run(draw), server.run(draw)
    assert not set(first[0].split()[:2]) & set(second[0].split()[:2])
    assert first[0].split()[2] == second[0].split()[2] == "False"


def test_an_interrupt_reaches_the_cell(ground: Bare) -> None:
    async def work(server: BareServer) -> str:
        async with server.kernel() as kernel:
            endless = asyncio.create_task(kernel.run("import time\nopen('begun', 'w')\nwhile True: time.sleep(0.01)"))
            while not (Path(server.wanted.tenant.home) / "begun").exists():
                await asyncio.sleep(0.05)
            while not endless.done():
                await asyncio.wait({endless}, timeout=1)
                await asyncio.to_thread(server.ask, "POST", f"/api/kernels/{kernel.id}/interrupt", {})
            return (await endless).error

    with ground.server("c1-aaaaae") as server:
        assert asyncio.run(work(server)).startswith("KeyboardInterrupt")


def test_a_killed_kernel_is_noticed_and_the_next_one_starts(ground: Bare) -> None:
    with ground.server("c1-aaaaaf") as server:
        kernel = server.ask("POST", "/api/kernels", {"name": "python3"})["id"]
        child = _kernels(server)[0]
        os.kill(child, signal.SIGKILL)
        assert server.run("6 * 7") == ["42"]
        server.ask("DELETE", f"/api/kernels/{kernel}")


def _kernels(server: BareServer) -> list[int]:
    init = server.started.pid
    children = [int(pid) for pid in Path(f"/proc/{init}/task/{init}/children").read_text(encoding="ascii").split()]
    return children[1:]


def test_told_to_end_everything_of_the_learner_ends(ground: Bare) -> None:
    with ground.server("c1-aaaaag") as server:
        server.ask("POST", "/api/kernels", {"name": "python3"})
        family = {pid: start_time(pid) for pid in _family(server.started.pid)}
        assert len(family) == 3
        end(server.started, signal.SIGTERM)
        wait_for_end(server.started)
        assert [pid for pid, started in family.items() if runs(pid, started)] == []


def test_a_server_that_ends_takes_its_init_along(ground: Bare) -> None:
    with ground.server("c1-aaaaah") as server:
        os.kill(_family(server.started.pid)[1], signal.SIGKILL)
        wait_for_end(server.started)


def test_what_runs_is_noted_and_forgotten(ground: Bare) -> None:
    with ground.server("c1-aaaaai") as server:
        assert server.started in noted(register(ground.template))
    assert server.started not in noted(register(ground.template))


def test_without_the_template_the_same_server_starts_cold(ground: Bare) -> None:
    wanted = ground.wanted("c1-aaaaaj")
    started = start_cold(ground.template, wanted)
    try:
        server = BareServer(started, wanted)
        server.wait_until_up()
        assert server.run("import sys, os; print('sklearn.tree' in sys.modules, os.getuid(), os.listdir('/home'))") == [
            "True 1000 ['learner']"
        ]
    finally:
        end(started, signal.SIGKILL)
        wait_for_end(started)
        clear_away(register(ground.template), started)


def test_without_isolation_the_same_lab_is_served_by_a_plain_process(ground: Bare) -> None:
    wanted = ground.wanted("c1-aaaaar")
    started = start_plain(wanted)
    try:
        server = BareServer(started, wanted)
        server.wait_until_up()
        assert server.run("6 * 7") == ["42"]
        assert (Path(wanted.tenant.home) / "lessons").is_dir()
    finally:
        end(started, signal.SIGTERM)
        wait_for_end(started)


def test_a_folder_that_cannot_be_written_is_told_in_the_learners_language(ground: Bare) -> None:
    wanted = ground.wanted("c1-aaaaak")
    home = Path(wanted.tenant.home)
    (home / "lessons").write_text("no folder", encoding="utf-8")
    wanted = replace(wanted, environment={**wanted.environment, "AILAB_START_LANG": "fr"})
    with pytest.raises(NotLaidOut, match="lessons"):
        ask(ground.template, wanted)
    assert noted(register(ground.template)) == []


def test_a_home_that_does_not_exist_starts_nothing(ground: Bare) -> None:
    wanted = ground.wanted("c1-aaaaal")
    lost = replace(wanted, tenant=replace(wanted.tenant, home=wanted.tenant.home + "-lost"))
    with pytest.raises(Refused, match="No server could be isolated"):
        ask(ground.template, lost)


def test_a_folder_without_a_place_is_refused_and_the_template_serves_on(ground: Bare) -> None:
    wanted = ground.wanted("c1-aaaaam")
    with pytest.raises(Refused, match="no place below /srv for secrets"):
        ask(ground.template, replace(wanted, tenant=replace(wanted.tenant, shown={"secrets": "/etc"})))
    with ground.server("c1-aaaaam") as server:
        assert server.run("1") == ["1"]


def test_a_learner_who_asks_init_for_nonsense_harms_nobody(ground: Bare) -> None:
    ask_init = """
import socket
for words in (b"", b"[]", b"{}", b'{"argv": 3}', b"x" * 9000):
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.connect("/run/ailab/init.sock")
    line.send(words)
    line.close()
"""
    with ground.server("c1-aaaaan") as server:
        assert server.run(ask_init, "1") == ["", "1"]
        assert server.run("2") == ["2"]


@pytest.mark.parametrize("code", ["x = [0] * (10 * 2**27)", "x = bytearray(10 * 2**30)"])
def test_ten_gigabytes_are_a_memory_error(ground: Bare, code: str) -> None:
    with ground.server("c1-aaaaao", memory_mib=1024) as server:
        assert server.run(f"{code}\nprint(len(x))", "1") == ["MemoryError:", "1"]


def test_processes_are_counted(ground: Bare) -> None:
    bomb = "import os, time\nmade = 0\ntry:\n    while os.fork():\n        made += 1\n    time.sleep(9); os._exit(0)\nexcept OSError: pass\nprint(made < 100)"
    with ground.server("c1-aaaaap", processes=100) as server:
        assert server.run(bomb, "1")[0] == "True"
    began = time.monotonic()
    with ground.server("c1-aaaaaq") as server:
        assert server.run("1") == ["1"]
    assert time.monotonic() - began < 30
