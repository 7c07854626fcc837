"""The desk as a trainer sees it: three screens, two directions, no barrier, and a morning's work without a mouse."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.centre import Centre, open_centre, session_of
from ailab.office.centre.attendance import register_of
from ailab.office.centre.database import engine_of
from ailab.office.centre.tables import Meeting, Person
from ailab.office.desk.app import make_app
from tests.unit.desk.addresses import PAGES
from tests.unit.desk.conftest import Served
from tests.unit.desk.sample import CLASS, NOW, SIZE, fill, learner_id, new_centre
from tests.unit.desk.visitors import FakeVisitor

from .axe import Report
from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
_PATIENCE_S = 60
_STAFF = "staff.json"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """Return a centre with the sample class, and beside it who works there."""
    centre = new_centre(tmp_path_factory.mktemp("desk") / "centre")
    (centre.folder.parent / _STAFF).write_text(json.dumps(fill(centre)), encoding="utf-8")
    yield centre
    engine_of(centre.database_url()).dispose()


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return one Chromium for all pages."""
    with open_chromium(tmp_path_factory.mktemp("trainer"), "--window-size=1024,600", network=True) as driver:
        yield driver


@pytest.fixture
def centre(sample: Centre, tmp_path: Path) -> Iterator[Centre]:
    """Return a copy of it, to be changed."""
    engine_of(sample.database_url()).dispose()
    shutil.copytree(sample.folder, tmp_path / "centre")
    made = open_centre(tmp_path / "centre")
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture
def desk(centre: Centre, sample: Centre, chrome: Chrome) -> Iterator[str]:
    """Return the address of a desk at which the lead sits."""
    lead = json.loads((sample.folder.parent / _STAFF).read_text(encoding="utf-8"))["lead"]
    with Served(make_app(centre, FakeVisitor, now=lambda: NOW)) as served:
        address = f"http://127.0.0.1:{served.port}/"
        chrome.get(f"{address}assets/star.svg")
        chrome.add_cookie({"name": "visitor", "value": lead})
        yield address


def speak(centre: Centre, language: str) -> None:
    with session_of(centre) as session:
        for person in session.query(Person).filter(Person.kind != "learner"):
            person.language = language


def complaints(chrome: Chrome) -> list[str]:
    entries = chrome.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries if entry["source"] != "network"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_no_page_keeps_anybody_out(chrome: Chrome, centre: Centre, desk: str, language: str) -> None:
    speak(centre, language)
    report, found = Report(), {}
    for path in ("", *PAGES, f"class/{CLASS}/learner/{learner_id(3)}/forget/", "nowhere"):
        chrome.get(f"{desk}{path}")
        looked = report.look(chrome, f"desk {path} {language}")
        if looked.barriers:
            found[path] = [(each.rule, each.place) for each in looked.barriers]

    assert found == {}


@pytest.mark.parametrize("width", [390, 1024])
def test_no_page_is_wider_than_the_screen(chrome: Chrome, centre: Centre, desk: str, width: int) -> None:
    speak(centre, "ar")
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 600, "deviceScaleFactor": 1, "mobile": False})
    wide = []
    for path in ("", *PAGES):
        chrome.get(f"{desk}{path}")
        wide += [path] if chrome.execute_script("return document.documentElement.scrollWidth > innerWidth") else []
    chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert wide == []


def test_no_page_breaks_its_own_rules(chrome: Chrome, desk: str) -> None:
    complaints(chrome)
    for path in ("", *PAGES):
        chrome.get(f"{desk}{path}")

    assert complaints(chrome) == []


def test_attendance_is_taken_from_the_first_page_with_the_keyboard_alone(chrome: Chrome, centre: Centre, desk: str) -> None:
    chrome.get(desk)
    chrome.find_element(By.CSS_SELECTOR, f'a.button[href*="class/{CLASS}/attendance/5/"]').send_keys(Keys.ENTER)
    wait = WebDriverWait(chrome, _PATIENCE_S)
    wait.until(lambda page: page.find_element(By.NAME, "all"))
    chrome.find_element(By.CSS_SELECTOR, ".big button").send_keys(Keys.SPACE)
    wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, ".said"))
    chrome.find_element(By.CSS_SELECTOR, f"#{learner_id(2)} button[value=absent]").send_keys(Keys.ENTER)
    pressed = f"#{learner_id(2)} button[value=absent][aria-pressed=true]"
    wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, pressed))
    late = chrome.find_element(By.ID, f"late-{learner_id(3)}")
    late.clear()
    late.send_keys("25", Keys.ENTER)  # Enter in the minutes means late, not the first button
    wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, f"#{learner_id(3)} button[value=late][aria-pressed=true]"))

    with session_of(centre) as session:
        meeting = session.get(Meeting, 5)
        assert meeting is not None
        lines = register_of(session, meeting, [learner_id(number) for number in range(1, SIZE + 1)])
    assert [lines[learner_id(number)].state for number in (1, 2, 3, 4)] == ["here", "absent", "late", "here"]
    assert lines[learner_id(3)].missed == 25


def test_the_consent_forms_print_one_to_a_sheet(chrome: Chrome, desk: str) -> None:
    chrome.get(f"{desk}class/{CLASS}/consent/sheets/?open=1")
    printed = chrome.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})

    import base64

    import pypdfium2

    document = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
    assert len(document) == SIZE // 6
    document.close()
