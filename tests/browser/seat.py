"""A person at a screen of their own at a centre."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.hub.living import GROUP, Centre

PATIENCE_S: Final = 180


@dataclass
class Seat:
    """A person at a screen of their own; every page they look at is kept as a picture."""

    browser: Chrome
    centre: Centre
    album: Path

    def see(self, name: str) -> None:
        self.browser.save_screenshot(str(self.album / f"{len(list(self.album.iterdir())) + 1:02d}-{name}.png"))

    def go(self, path: str) -> None:
        self.browser.get(f"{self.centre.address}{path}")

    def desk(self, path: str) -> None:
        self.go(f"/services/desk/class/{GROUP}/{path}")

    def until(self, condition: Callable[[], object], seconds: float = PATIENCE_S) -> None:
        WebDriverWait(self.browser, seconds).until(lambda _: condition())

    def all(self, selector: str) -> list[WebElement]:
        return list(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def wait(self, selector: str) -> WebElement:
        self.until(lambda: self.all(selector))
        return self.all(selector)[0]

    def click(self, selector: str) -> None:
        self.wait(selector).click()

    def text(self, selector: str = "body") -> str:
        return str(self.browser.execute_script("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.browser).send_keys(key).pause(0.08).perform()

    @property
    def direction(self) -> str:
        return str(self.browser.execute_script("return getComputedStyle(document.body).direction"))

    @property
    def fits(self) -> bool:
        return bool(self.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"))
