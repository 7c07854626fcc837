"""The ready page and the process that keeps visits; the driver's card."""

import asyncio
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pypdfium2
import pytest
from tornado.httpserver import HTTPServer

from ailab.lang import EMPTY
from ailab.office.centre import Centre
from ailab.office.centre.visit.address import own_addresses, reachable
from ailab.office.hub.visit import ready as ready_module
from ailab.office.hub.visit.card import Wifi, driver_card, wifi_text
from ailab.office.hub.visit.keeper import Keeper
from ailab.office.hub.visit.ready import Check, Looker, battery_percent, free_memory_gib, inside
from ailab.office.hub.visit.service import keep, make_app

from .conftest import FakeHub, at

ADDRESS = "http://10.42.0.1:8000/"


def looker(centre: Centre) -> Looker:
    return Looker(centre=centre, hub="http://127.0.0.1:9", template=centre.hub / "template.sock")


async def fetched(centre: Centre, path: str) -> httpx.Response:
    """Return one page of the service."""
    server = HTTPServer(make_app(looker(centre), "/services/visit/"))
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    door.listen()
    door.setblocking(False)
    server.add_sockets([door])
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{door.getsockname()[1]}", trust_env=False) as web:
            return await web.get(path)
    finally:
        server.stop()
        await server.close_all_connections()


def test_a_centre_that_is_not_up_is_not_ready_and_says_why_in_three_languages(centre: Centre) -> None:
    page = asyncio.run(fetched(centre, "/services/visit/ready"))

    assert page.status_code == 200
    assert re.findall(r'<section lang="(\w\w)" dir="(\w+)">', page.text) == [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")]
    assert "Not ready yet" in page.text
    assert "The course does not answer yet" in page.text
    assert page.headers["refresh"] == "10"
    assert "script" not in page.headers["content-security-policy"]


def test_a_centre_where_all_is_well_is_ready(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    async def well(_self: Looker) -> tuple[Check, ...]:
        return (Check(what="hub", is_well=True), Check(what="disk", is_well=True, facts={"free": "63"}))

    monkeypatch.setattr(Looker, "_checks", well)

    page = asyncio.run(fetched(centre, "/services/visit/ready"))

    assert re.search(r'<span lang="en" dir="ltr">Ready</span>', page.text)
    assert "Room on the disk: 63 GB." in page.text


@pytest.mark.parametrize(
    "path", ["/services/visit/../../etc/passwd", "/services/visit/assets/../service.py", "/services/visit/assets/..%2fservice.py"]
)
def test_nothing_but_our_own_files_is_shown(centre: Centre, path: str) -> None:
    assert asyncio.run(fetched(centre, path)).status_code in (403, 404)


def test_the_ready_page_says_nothing_of_a_visit(centre: Centre, visit: object) -> None:
    page = asyncio.run(fetched(centre, "/services/visit/ready"))

    assert str(getattr(visit, "code", "")) not in page.text


def test_however_many_look_the_machine_is_looked_at_once(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    async def count(_self: Looker) -> tuple[Check, ...]:
        looks.append(1)
        return ()

    monkeypatch.setattr(Looker, "_checks", count)
    clock = iter([0.0, 0.0, 1.0, 2.9, 3.1, 3.1])
    here = Looker(centre=centre, hub="", template=Path("none"), now_s=lambda: next(clock))
    for _ in range(4):
        asyncio.run(here.look())

    assert len(looks) == 2


def test_a_missing_course_a_full_disk_and_a_visit_that_is_not_wiped_are_seen(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    (centre.build / "map.json").unlink()
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1 << 29})())
    monkeypatch.setattr(ready_module, "to_wipe", lambda _session: [1])

    ill = {check.what for check in inside(centre) if not check.is_well}

    assert {"course", "disk", "wiped"} <= ill


@pytest.mark.parametrize("what", ["hub", "proxy", "template", "course", "disk", "memory", "battery", "wiped"])
@pytest.mark.parametrize("is_well", [False, True])
def test_each_check_has_words(what: str, is_well: bool) -> None:
    words = Check(what=what, is_well=is_well, facts={"free": "63", "percent": "80"}).words(EMPTY)

    assert words.endswith(".")
    assert "{" not in words


def supply(folder: Path, name: str, kind: str, status: str = "", capacity: str = "") -> None:
    (folder / name).mkdir(parents=True)
    for key, text in (("type", kind), ("status", status), ("capacity", capacity)):
        if text:
            (folder / name / key).write_text(f"{text}\n")


def test_a_machine_without_a_battery_has_no_line_for_it(tmp_path: Path) -> None:
    supply(tmp_path, "AC", "Mains")

    assert battery_percent(tmp_path) is None
    assert battery_percent(tmp_path / "none") is None


@pytest.mark.parametrize(("status", "plugged"), [("Discharging", False), ("Charging", True), ("Full", True), ("Not charging", True)])
def test_a_battery_says_how_full_it_is(tmp_path: Path, status: str, plugged: bool) -> None:
    supply(tmp_path, "AC", "Mains")
    supply(tmp_path, "BAT0", "Battery", status, "41")

    assert battery_percent(tmp_path) == (41, plugged)


def test_free_memory_is_read_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 8 kB\nMemAvailable:    2097152 kB\n")

    assert free_memory_gib(tmp_path / "meminfo") == 2
    assert free_memory_gib(tmp_path / "none") is None


def test_the_keeper_goes_on_after_whatever_goes_wrong(
    centre: Centre, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[int] = []

    async def fail(_self: Keeper) -> bool:
        looks.append(1)
        raise RuntimeError("odd")

    monkeypatch.setattr(Keeper, "look", fail)
    monkeypatch.setattr("ailab.office.hub.visit.service._LOOK_EVERY_S", 0.01)

    async def a_moment() -> None:
        stop = asyncio.Event()
        going = asyncio.create_task(keep(Keeper(centre=centre, hub=FakeHub(), clock=lambda: at(0)), stop))
        while len(looks) < 3:
            await asyncio.sleep(0.01)
        stop.set()
        await going

    asyncio.run(a_moment())
    assert "odd" in caplog.text


def pages(pdf: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


@pytest.mark.parametrize(
    "wifi", [None, Wifi(name="ailab", password="mint and olives"), Wifi(name="قافلة", password='a;b,c:"d\\')], ids=["none", "plain", "odd"]
)
def test_the_card_is_one_page_with_the_address_and_four_steps(wifi: Wifi | None) -> None:
    (text,) = pages(driver_card(address=ADDRESS, wifi=wifi))

    assert "http://10.42.0.1:8000/ready" in text
    assert all(f"{number}. " in text for number in range(1, 5))


def test_equal_facts_make_equal_cards() -> None:
    assert driver_card(address=ADDRESS) == driver_card(address=ADDRESS)


def test_the_password_stands_on_the_card_and_a_phone_can_read_the_code() -> None:
    (text,) = pages(driver_card(address=ADDRESS, wifi=Wifi(name="ailab-caravan", password="mint-and-olives")))

    assert "mint-and-olives" in text
    assert wifi_text(Wifi(name="a;b", password='c"\\')) == 'WIFI:T:WPA;S:a\\;b;P:c\\"\\\\;;'


def test_the_address_is_one_that_others_can_use(centre: Centre) -> None:
    assert reachable(centre.settings, "10.42.0.1:8000") == "http://10.42.0.1:8000/"
    for seen in ("", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"):
        host = reachable(centre.settings, seen).split("//")[1].split(":")[0]
        assert host in (*own_addresses(), "127.0.0.1")
    assert reachable(centre.settings, "[fd00::7]:8000") == "http://[fd00::7]:8000/"
