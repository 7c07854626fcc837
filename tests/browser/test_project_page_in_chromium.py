"""The page of a project: a file on a phone of 360 × 740, without a network."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from ailab.office.build.take_home.project import read_project
from ailab.office.build.take_home.project_page import project_page
from tests.project_work import lay_pad_project

from .axe import Report
from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVIL = '<img src=x onerror="document.title=1">'


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return a phone that has opened a page in Arabic, with something wicked on it."""
    folder = tmp_path_factory.mktemp("phone")
    slides = {"helps": EVIL, "examples": "مثال", "limits": "w" * 200}
    project = read_project(
        lay_pad_project(folder, slides=slides, bins={"metal": ["can"], EVIL: ["bag"], "peels": ["nuts"]}), "ar", open_answer=None
    )
    page = folder / "my-robot-ar.html"
    page.write_bytes(project_page(project, nickname=EVIL[:20]))
    with open_chromium(folder) as driver:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True})
        driver.get(page.as_uri())
        yield driver


def part(phone: Chrome, name: str) -> str:
    return str(phone.execute_script("return document.querySelector(`[data-part=${arguments[0]}]`).textContent", name))


def put(phone: Chrome, name: str, value: int) -> None:
    """Move a slider."""
    script = "const [each, value] = arguments; each.value = value; each.dispatchEvent(new Event('input', { bubbles: true }));"
    phone.execute_script(script, phone.find_element(By.NAME, name), value)


def test_page_reads_from_right_to_left_fits_and_asks_for_nothing(phone: Chrome) -> None:
    phone.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    assert phone.execute_script("return getComputedStyle(document.documentElement).direction") == "rtl"
    assert phone.execute_script("return document.documentElement.scrollWidth") <= 360
    asked = phone.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [address for address in asked if not address.startswith("data:")] == []
    assert phone.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_what_was_typed_is_seen_as_it_was_typed(phone: Chrome) -> None:
    assert EVIL in phone.find_element(By.ID, "slides").text
    assert phone.execute_script("return document.title") != "1"
    assert phone.execute_script("return document.querySelectorAll('img:not([alt])').length") == 0


def test_robot_moves_again_when_asked(phone: Chrome) -> None:
    picture = phone.find_element(By.CSS_SELECTOR, ".ailab-replay > img")

    phone.execute_script("arguments[0].click()", phone.find_element(By.CSS_SELECTOR, "[data-replay]"))

    assert picture.get_attribute("data-plays") == "1"
    assert phone.execute_script("return decodeURIComponent(arguments[0].src)", picture).count("<animate") > 0


def test_sorter_predicts_and_takes_examples_by_keyboard(phone: Chrome) -> None:
    put(phone, "shines", 90)
    put(phone, "soft", 10)
    first = part(phone, "kind")
    put(phone, "shines", 12)
    put(phone, "soft", 30)
    second = part(phone, "kind")

    phone.find_element(By.CSS_SELECTOR, "[data-kind='0']").send_keys(Keys.ENTER)
    third = part(phone, "kind")

    assert first != second
    assert third == first
    assert part(phone, "count") == "4"
    assert len(phone.find_elements(By.CSS_SELECTOR, "[data-part=list] > li")) == 4
    assert part(phone, "news")

    phone.find_element(By.CSS_SELECTOR, "[data-part=undo]").send_keys(Keys.ENTER)
    assert (part(phone, "kind"), part(phone, "count")) == (second, "3")


def test_slider_is_moved_by_keys_and_its_number_is_shown(phone: Chrome) -> None:
    put(phone, "shines", 50)

    phone.find_element(By.NAME, "shines").send_keys(Keys.ARROW_RIGHT)

    assert phone.find_element(By.CSS_SELECTOR, "output[for=shines]").text == "51"


def test_page_has_no_barriers(phone: Chrome) -> None:
    assert Report().look(phone, "project page, ar").barriers == []
