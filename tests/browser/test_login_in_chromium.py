"""A child comes in: by pictures, by digits, by keys alone, without a script; in three languages, on small screens, for everybody."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from ailab.office.centre.people import picture_name
from tests.hub.login_hub import LoginHub, login_hub

from .axe import Report
from .conftest import open_chromium
from .steps import style, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.hub]
SMALL = {"net": (1024, 600), "phone": (390, 844)}


@pytest.fixture(scope="module")
def hub() -> Iterator[LoginHub]:
    with login_hub() as running:
        yield running


@pytest.fixture
def browser(hub: LoginHub, tmp_path: Path) -> Iterator[Chrome]:
    with open_chromium(tmp_path) as driver:
        yield driver


def open_name(browser: Chrome, hub: LoginHub, login: str, language: str = "ar") -> None:
    browser.get(f"{hub.url}/hub/login?lang={language}")
    field = browser.find_element(By.ID, "login")
    field.send_keys(login + Keys.ENTER)
    wait_for(browser, "main .me")


def size(browser: Chrome, name: str) -> None:
    wide, high = SMALL[name]
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False})


def is_waiting(browser: Chrome) -> bool:
    return bool(WebDriverWait(browser, 60).until(lambda page: "/hub/spawn-pending/" in page.current_url))


def test_a_child_presses_name_and_pictures_in_arabic(browser: Chrome, hub: LoginHub) -> None:
    secret = hub.secrets["pictures"]
    browser.get(f"{hub.url}/hub/login?lang=ar")
    browser.find_element(By.CSS_SELECTOR, f".names [value='{secret.pseudonym}']").click()
    wait_for(browser, ".pad")
    assert browser.find_element(By.CSS_SELECTOR, ".pad [value=cat]").text == picture_name("cat", "ar")
    first, second = (browser.find_element(By.CSS_SELECTOR, f".pad [value={slug}]").rect["x"] for slug in ("robot", "palm"))
    assert first > second
    for slug in secret.shown.split(","):
        browser.find_element(By.CSS_SELECTOR, f".pad [value={slug}]").click()

    assert is_waiting(browser)
    assert style(browser, "main")["direction"] == "rtl"
    wait_for(browser, "progress")


def test_a_wrong_picture_is_taken_back(browser: Chrome, hub: LoginHub) -> None:
    secret = hub.secrets["pictures"]
    chosen = secret.shown.split(",")
    wrong = next(slug for slug in ("cat", "sun", "fish", "well") if slug not in chosen)
    open_name(browser, hub, secret.pseudonym)
    for slug in (wrong, wrong, *chosen):
        browser.find_element(By.CSS_SELECTOR, f".pad [value={slug}]").click()

    assert is_waiting(browser)


def test_digits_are_pressed_one_by_one(browser: Chrome, hub: LoginHub) -> None:
    open_name(browser, hub, hub.secrets["pin"].pseudonym, "fr")
    for digit in ("9", "back", *hub.secrets["pin"].shown):
        browser.find_element(By.CSS_SELECTOR, f"[data-key='{digit}']").click()
    browser.find_element(By.CSS_SELECTOR, ".keys .go").click()

    assert is_waiting(browser)


def test_a_code_is_covered_until_it_is_to_be_shown(browser: Chrome, hub: LoginHub) -> None:
    open_name(browser, hub, hub.secrets["pin"].pseudonym, "fr")
    covered = "return getComputedStyle(document.getElementById('secret')).webkitTextSecurity"

    assert browser.execute_script(covered) == "disc"
    browser.find_element(By.CSS_SELECTOR, "[data-show]").click()
    assert browser.execute_script(covered) == "none"


def test_keys_alone_are_enough(browser: Chrome, hub: LoginHub) -> None:
    secret = hub.secrets["pictures"]
    open_name(browser, hub, secret.pseudonym)
    for slug in secret.shown.split(","):
        browser.execute_script("document.activeElement.blur()")
        for _ in range(40):
            browser.switch_to.active_element.send_keys(Keys.TAB)
            if browser.switch_to.active_element.get_attribute("value") == slug:
                break
        browser.switch_to.active_element.send_keys(Keys.SPACE)

    assert is_waiting(browser)


def test_a_browser_without_scripts_is_enough(hub: LoginHub, tmp_path: Path) -> None:
    secret = hub.secrets["pictures"]
    with open_chromium(tmp_path, "--blink-settings=scriptEnabled=false") as browser:
        open_name(browser, hub, secret.pseudonym)
        for pressed, slug in enumerate(secret.shown.split(",")):
            wait_for(browser, f".slot.full:nth-child({pressed})" if pressed else ".slot")
            browser.find_element(By.CSS_SELECTOR, f".pad [value={slug}]").click()

        assert is_waiting(browser)


@pytest.mark.parametrize("screen", SMALL)
@pytest.mark.parametrize("who", ["pictures", "pin"])
def test_everything_to_press_fits_a_small_screen(browser: Chrome, hub: LoginHub, who: str, screen: str) -> None:
    size(browser, screen)
    open_name(browser, hub, hub.secrets[who].pseudonym, "ar")
    last = ".pad button:last-child" if who == "pictures" else ".keys button:last-child"

    assert browser.execute_script("return document.documentElement.scrollWidth") <= SMALL[screen][0]
    assert browser.execute_script(f"return document.querySelector('{last}').getBoundingClientRect().bottom") <= SMALL[screen][1]


def test_nothing_is_asked_from_elsewhere_and_nothing_is_refused(hub: LoginHub, tmp_path: Path) -> None:
    with open_chromium(tmp_path, network=True) as browser:
        for language in ("ar", "fr"):
            open_name(browser, hub, hub.secrets["pictures"].pseudonym, language)
        wrong = [entry["message"] for entry in log_of(browser, "browser") if entry["level"] == "SEVERE"]
        events = [json.loads(entry["message"])["message"] for entry in log_of(browser, "performance")]
        asked = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}

    assert wrong == []
    assert {url for url in asked if not url.startswith((hub.url, "data:", "chrome:"))} == set()


def log_of(browser: Chrome, kind: str) -> list[dict[str, Any]]:
    read: Callable[[str], list[dict[str, Any]]] = browser.get_log
    return read(kind)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nobody_is_kept_out_of_the_pages(browser: Chrome, hub: LoginHub, language: str) -> None:
    accessibility, looked = Report(), []
    browser.get(f"{hub.url}/hub/login?lang={language}")
    looked.append(accessibility.look(browser, f"login: who ({language})"))
    browser.get(f"{hub.url}/hub/login?lang={language}&as=trainer")
    looked.append(accessibility.look(browser, f"login: trainer ({language})"))
    for who in ("pictures", "pin"):
        open_name(browser, hub, hub.secrets[who].pseudonym, language)
        looked.append(accessibility.look(browser, f"login: {who} ({language})"))
    browser.find_element(By.ID, "secret").send_keys("135792" + Keys.ENTER)
    wait_for(browser, "[role=alert]")
    looked.append(accessibility.look(browser, f"login: wrong ({language})"))
    browser.find_element(By.ID, "secret").send_keys(hub.secrets["pin"].shown + Keys.ENTER)
    assert is_waiting(browser)
    looked.append(accessibility.look(browser, f"login: waiting ({language})"))
    browser.get(f"{hub.url}/hub/nowhere")
    looked.append(accessibility.look(browser, f"login: no such page ({language})"))

    assert [finding for page in looked for finding in page.barriers] == []
