"""Courses, their servers, and a browser: all real, all on this machine."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from ailab.office.build import build_course, write_files
from ailab.office.course import Course, read_course
from tests.widget_course import lay_out_widget_course

CHROMIUM = Path("/usr/bin/chromium")
CHROMEDRIVER = Path("/usr/bin/chromedriver")


class Lab(NamedTuple):
    """A running JupyterLab."""

    address: str
    """As it was printed, with its token."""
    folder: Path


@pytest.fixture(scope="session")
def lab(tiny_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return the tiny course, open in Arabic."""
    with open_lab(tiny_course, tmp_path_factory.mktemp("tiny")) as lab:
        yield lab


@pytest.fixture(scope="session")
def real_lab(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return the real course, open in Arabic."""
    with open_lab(course, tmp_path_factory.mktemp("real")) as lab:
        yield lab


@pytest.fixture(scope="session")
def widget_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return a course with every widget and every kind of block, open in Arabic."""
    folder = tmp_path_factory.mktemp("widgets")
    with open_lab(read_course(lay_out_widget_course(folder)).course, folder) as lab:
        yield lab


@pytest.fixture(scope="session")
def every_widget(widget_lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Return the exercise with every widget, all of its cells run."""
    from .widgets import open_exercise  # it needs this module

    with open_exercise(widget_lab, tmp_path_factory.mktemp("exercise")) as page:
        yield page


@pytest.fixture(scope="session")
def every_block(widget_lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Return the lesson with every kind of block, all of its cells run."""
    from .widgets import open_lesson

    with open_lesson(widget_lab, tmp_path_factory.mktemp("lesson")) as page:
        yield page


@contextmanager
def open_lab(course: Course, root: Path) -> Iterator[Lab]:
    """Build a course, start it as a learner would, and give the address it prints."""
    write_files(build_course(course), root / "build")
    folder = root / "my-work"
    environment = {
        **os.environ,
        "AILAB_PORT": str(_free_port()),
        "AILAB_BROWSER": "0",
        "AILAB_START_LANG": "ar",
        "AILAB_FOLDER": str(folder),
        "PYTHONUNBUFFERED": "1",
    }
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(root)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        seen = ""
        for line in process.stdout:
            seen += line
            found = re.search(r"http://127\.0\.0\.1:\d+/\S+", line)
            if found:
                yield Lab(found[0], folder)
                break
        else:
            pytest.fail(f"no address was printed:\n{seen}")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    """Return a fresh Chromium without a screen."""
    with open_chromium(tmp_path) as driver:
        yield driver


@contextmanager
def open_chromium(folder: Path, *flags: str, network: bool = False) -> Iterator[webdriver.Chrome]:
    """Start Chromium with a profile of its own in this folder, and stop it; on request it writes down what it asks of the network."""
    if not (CHROMIUM.exists() and CHROMEDRIVER.exists()):
        pytest.skip("chromium is missing: make setup")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    quiet = ("--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
    for flag in (
        *quiet,
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        f"--user-data-dir={folder / 'chromium'}",
        *flags,
    ):
        options.add_argument(flag)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    if network:
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(CHROMEDRIVER)))
    driver.set_page_load_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()
        shutil.rmtree(folder / "chromium", ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
