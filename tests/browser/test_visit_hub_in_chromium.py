"""The caravan's hub as its people see it: the driver's ready page, the trainer's screen, a guest in Arabic who comes in, works and is forgotten."""

import re
import shutil
import time
from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import Select, WebDriverWait

from ailab.office.centre.visit.animals import animals
from ailab.office.hub.visit.now import status_now
from tests.hub.living import TRAINER, Centre, living_centre
from tests.hub.test_visit import PATH, TINY

from .axe import Report
from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(900)]
_PATIENCE_S = 120


@pytest.fixture(scope="module")
def caravan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """Return a running centre whose small course has a path for visits."""
    folder = tmp_path_factory.mktemp("caravan")
    shutil.copytree(TINY, folder / "root")
    with (folder / "root" / "course" / "course.toml").open("a", encoding="utf-8") as settings:
        settings.write(PATH)
    with living_centre(folder, learners=1, root=folder / "root") as centre:
        yield centre


@pytest.fixture(scope="module")
def desk(caravan: Centre, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return the trainer's screen, logged in."""
    with open_chromium(tmp_path_factory.mktemp("desk"), "--window-size=1366,768") as driver:
        driver.get(f"{caravan.address}/hub/login?as=trainer&lang=fr")
        driver.find_element(By.NAME, "login").send_keys(TRAINER)
        driver.find_element(By.NAME, "secret").send_keys(caravan.passphrase)
        driver.find_element(By.NAME, "secret").submit()
        WebDriverWait(driver, _PATIENCE_S).until(expected_conditions.url_contains("/services/desk/"))
        yield driver


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return a child's small screen."""
    with open_chromium(tmp_path_factory.mktemp("child"), "--window-size=1024,600") as driver:
        yield driver


def waited(browser: Chrome, selector: str) -> None:
    WebDriverWait(browser, _PATIENCE_S).until(expected_conditions.presence_of_element_located((By.CSS_SELECTOR, selector)))


def test_the_driver_sees_one_sign_without_logging_in(child: Chrome, caravan: Centre) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    child.get(f"{caravan.address}/ready")
    while "ready" not in str(child.find_element(By.TAG_NAME, "body").get_attribute("class")):
        assert time.monotonic() < deadline, child.find_element(By.TAG_NAME, "body").text
        time.sleep(1)
        child.refresh()

    assert "✔" in child.find_element(By.CSS_SELECTOR, ".sign").text
    assert [part.get_attribute("dir") for part in child.find_elements(By.TAG_NAME, "section")] == ["rtl", "ltr", "ltr"]
    assert child.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert Report().look(child, "ready page").barriers == []


def test_a_visit_from_the_trainers_press_to_nothing_left(desk: Chrome, child: Chrome, caravan: Centre) -> None:
    code = _opened(desk, caravan)
    name = _come_in(child, caravan, code)
    assert any(name.startswith(animal.ar) for animal in animals().values())

    child.find_element(By.CSS_SELECTOR, "a.button").click()
    waited(child, ".steps a")
    assert child.execute_script("return document.documentElement.dir") == "rtl"

    desk.get(f"{caravan.address}/services/desk/visit/")
    assert "1 / 30" in desk.find_element(By.CSS_SELECTOR, ".facts").text
    desk.find_element(By.CSS_SELECTOR, "details.block summary").click()
    desk.find_element(By.CSS_SELECTOR, "button[value=end]").click()
    deadline = time.monotonic() + _PATIENCE_S
    while not getattr(status_now(caravan.state), "is_wiped", False):
        assert time.monotonic() < deadline
        time.sleep(0.5)
    # The page looks by itself.
    WebDriverWait(desk, _PATIENCE_S).until(lambda page: "✔" in page.find_element(By.CSS_SELECTOR, "p.note").text)
    assert not [home for home in caravan.state.homes.iterdir() if "guest" in home.name]


def _opened(desk: Chrome, caravan: Centre) -> str:
    """Open a visit at the desk and return the code, as the whole room reads it."""
    desk.get(f"{caravan.address}/services/desk/visit/")
    assert Report().look(desk, "visit at the desk, closed").barriers == []
    desk.find_element(By.NAME, "place").send_keys("École des palmiers")
    Select(desk.find_element(By.CSS_SELECTOR, "select[name=language]")).select_by_value("ar")
    most = desk.find_element(By.NAME, "most")
    most.clear()
    most.send_keys("30")
    most.submit()
    waited(desk, ".code")
    code = desk.find_element(By.CSS_SELECTOR, ".code")
    assert re.fullmatch("[2-9]{5}", code.text)
    assert code.size["height"] > 80
    assert desk.find_element(By.CSS_SELECTOR, "figure svg").size["width"] > 140
    assert Report().look(desk, "visit at the desk, open").barriers == []
    return str(code.text)


def _come_in(child: Chrome, caravan: Centre, code: str) -> str:
    """Type a wrong code, then the right one; return the name that the page gives."""
    child.get(f"{caravan.address}/visit")
    assert child.execute_script("return document.documentElement.lang") == "ar"
    button = child.find_element(By.CSS_SELECTOR, "form button")
    assert child.execute_script("return arguments[0].getBoundingClientRect().bottom <= innerHeight", button)
    assert Report().look(child, "code of a visit, ar, 1024 px").barriers == []
    for typed in ("22334", code):
        field = child.find_element(By.ID, "code")
        assert field.get_attribute("value") == ""
        field.send_keys(typed)
        field.submit()
        waited(child, "[role=alert], h1.name")
    assert Report().look(child, "a guest's name, ar, 1024 px").barriers == []
    return str(child.find_element(By.CSS_SELECTOR, "h1.name").text)
