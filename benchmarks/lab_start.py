"""From the word `start` to a page one can use, and what a browser fetches for it."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.measure import BIN, ROOT, Row

REPEATS: Final = 3
_PATIENCE_S: Final = 120
_OURS: Final = "#course .cards"
_THEIRS: Final = ".jp-LauncherCard"
_LESSON: Final = ".jp-Notebook .jp-MarkdownOutput h1"
_PORTS: Final = iter(range(18_700, 18_800))


def rows() -> list[Row]:
    """Compare our start to stock JupyterLab's, each with a browser that has never been there."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        return []
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = zip(
            *((_visit(_ailab(Path(folder)), _OURS), _visit(_jupyterlab(Path(folder)), _THEIRS)) for _ in range(REPEATS)), strict=True
        )
        lesson = _visit(_ailab(Path(folder)), _OURS, then=_LESSON)
    against = "jupyter lab, its launcher"
    times, sizes = ([median(seen[at] for seen in side) for side in (ours, theirs)] for at in (0, 1))
    return [
        Row(name="from start to a usable first page", ours=times[0], theirs=times[1], against=against, unit="s"),
        Row(name="first page, fetched by a browser", ours=sizes[0], theirs=sizes[1], against=against, unit="MB"),
        Row(name="first page and a first lesson", ours=lesson[1], theirs=sizes[1], against=against, unit="MB"),
    ]


def _ailab(folder: Path) -> tuple[list[str], dict[str, str], int]:
    port = next(_PORTS)
    own = {
        "AILAB_PORT": str(port),
        "AILAB_BROWSER": "0",
        "AILAB_FOLDER": str(folder / f"work-{port}"),
        "AILAB_START_LANG": "ar",
        "JUPYTER_TOKEN": "bench",
    }
    return [str(BIN / "ailab"), "start"], own, port


def _jupyterlab(folder: Path) -> tuple[list[str], dict[str, str], int]:
    port = next(_PORTS)
    own = {f"JUPYTER_{kind}_DIR": str(folder / f"stock-{port}" / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
    options = [
        f"--ServerApp.port={port}",
        "--no-browser",
        "--allow-root",
        f"--ServerApp.root_dir={folder}",
        "--IdentityProvider.token=bench",
    ]
    return [str(BIN / "jupyter"), "lab", *options], own, port


def _visit(server: tuple[list[str], dict[str, str], int], shown: str, then: str = "") -> tuple[float, float]:
    """Return the seconds until an element is shown, and the megabytes (10**6) that crossed the wire until everything rested."""
    command, own, port = server
    path = "/ailab" if "ailab" in command[0] else "/lab"
    with _browser() as browser:
        begin = time.perf_counter()
        with _running(command, own):
            _wait_for_door(port)
            browser.get(f"http://127.0.0.1:{port}{path}?token=bench")
            _wait_for(browser, shown)
            seconds = time.perf_counter() - begin
            if then:
                browser.find_element("css selector", "p.go-on a.button").click()
                _wait_for(browser, then)
            time.sleep(2)  # what a page fetches late belongs to it
            return seconds, _fetched(browser) / 1e6


@contextmanager
def _running(command: list[str], own: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **own}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def _browser() -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--window-size=1366,768",
            f"--user-data-dir={profile}",
        ):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
        try:
            yield driver
        finally:
            driver.quit()


def _wait_for_door(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing answers at port {port}")


def _wait_for(browser: Any, shown: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, _PATIENCE_S, poll_frequency=0.05).until(lambda seen: seen.find_elements("css selector", shown))


def _fetched(browser: Any) -> float:
    """Return the bytes that came from the server; the browser's own pages don't count."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    responses = (event["params"] for event in events if event["method"] == "Network.responseReceived")
    ours = {each["requestId"] for each in responses if each["response"]["url"].startswith("http://127.0.0.1")}
    ended = (event["params"] for event in events if event["method"] == "Network.loadingFinished")
    return sum(float(each["encodedDataLength"]) for each in ended if each["requestId"] in ours)
