"""A course of one lesson and one exercise, its server, and a browser: all real, all on this machine."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

CHROMIUM = Path("/usr/bin/chromium")
CHROMEDRIVER = Path("/usr/bin/chromedriver")

ARABIC_LESSON = """<div dir="rtl" lang="ar">

# الأسعار في السوق

نكتب الأسعار في قائمة (list)، ثم نستعمل `max` لنجد أكبرها.

* التمر
* النعناع

1. نقرأ
2. نجرّب

| السلعة | السعر |
| --- | --- |
| التمر | 40 |
| النعناع | 3 |

> السعر عدد، لا نصّ.

```python
prices = [40, 3]
```

</div>"""

ENGLISH_LESSON = "# Prices at the souk\n\nWe write the prices in a list."

CHECK = '''"""Visible cases of find_price."""

from ailab.checks import Case, Misconception, call, fails

CASES = (Case("known", call("find_price", {"mint": 3}, "mint"), 3, label="The price of mint"),)
MISCONCEPTIONS = (Misconception("stops", fails(call("find_price", {"mint": 3}, "mint"), "KeyError"), "Your function stops."),)
'''


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a built course in English and Arabic."""
    root = tmp_path_factory.mktemp("course")
    build = root / "build"
    for language, prose in {"en": ENGLISH_LESSON, "ar": ARABIC_LESSON}.items():
        lesson = [_cell("prose-one", "markdown", prose, "prose"), _cell("run-one", "code", "prices = [40, 3]\nmax(prices)", "run")]
        _write(build / language / "lessons" / "souk" / "prices.ipynb", _notebook(lesson, language, lesson="prices"))
        exercise = [
            _cell("prose-one", "markdown", prose, "prose"),
            _cell("find-price-answer", "code", "def find_price(prices, item):\n    ...  # ✎", "answer", solution=True),
            _cell("find-price-check", "code", 'from ailab import check\n\ncheck("find_price")', "check", grade=True, locked=True, points=2),
        ]
        folder = build / "release" / language / "souk"
        _write(folder / "find_price.ipynb", _notebook(exercise, language, exercise="find_price"))
        _write(folder / "ailab.json", {"format_version": 1, "module": "souk", "release": "r1", "exercises": {"find_price": {"points": 2, "names": ["find_price"]}}})
        (folder / "find_price_check.py").write_text(CHECK, encoding="utf-8")
    _write(build / "map.json", _map())
    return root


@pytest.fixture(scope="session")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start `start` as a learner would, in Arabic, and return the address it prints."""
    environment = {
        **os.environ,
        "AILAB_PORT": str(_free_port()),
        "AILAB_BROWSER": "0",
        "AILAB_START_LANG": "ar",
        "AILAB_FOLDER": str(tmp_path_factory.mktemp("learner") / "my-work"),
        "PYTHONUNBUFFERED": "1",
    }
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(course)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        seen = ""
        for line in process.stdout:
            seen += line
            found = re.search(r"http://127\.0\.0\.1:\d+/\S+", line)
            if found:
                yield found[0]
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
    if not (CHROMIUM.exists() and CHROMEDRIVER.exists()):
        pytest.skip("chromium is missing: make setup")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    quiet = ("--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
    for flag in (*quiet, "--disable-component-update", "--disable-sync", "--window-size=1280,900", f"--user-data-dir={tmp_path / 'chromium'}"):
        options.add_argument(flag)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    driver = webdriver.Chrome(options=options, service=Service(str(CHROMEDRIVER)))
    driver.set_page_load_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()
        shutil.rmtree(tmp_path / "chromium", ignore_errors=True)


def _cell(id_: str, kind: str, source: str, role: str, **grading: Any) -> dict[str, Any]:
    mark: dict[str, Any] = {"role": role}
    if role in ("prose", "run"):
        mark["hash"] = sha256(source.encode()).hexdigest()[:16]
    metadata: dict[str, Any] = {"ailab": mark}
    if grading:
        metadata["nbgrader"] = {"schema_version": 3, "grade_id": id_, "grade": False, "solution": False, "locked": False, "task": False, **grading}
    cell = {"id": id_, "cell_type": kind, "source": source, "metadata": metadata}
    return cell if kind == "markdown" else {**cell, "outputs": [], "execution_count": None}


def _notebook(cells: list[dict[str, Any]], language: str, **facts: str) -> dict[str, Any]:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    ailab = {"module": "souk", "language": language, "form": "python", "release": "r1", **facts}
    return {"cells": cells, "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}, "ailab": ailab}, "nbformat": 4, "nbformat_minor": 5}


def _map() -> dict[str, Any]:
    module = {
        "slug": "souk",
        "title": {"en": "At the souk", "ar": "في السوق"},
        "summary": {"en": "Lists and prices.", "ar": "قوائم وأسعار."},
        "minutes": 90,
        "lessons": [{"slug": "prices", "title": {"en": "Prices", "ar": "الأسعار"}, "minutes": 45}],
        "exercises": [{"slug": "find_price", "title": {"en": "Find a price", "ar": "إيجاد سعر"}, "points": 2, "written_points": 0, "minutes": 15, "forms": ["python"]}],
    }
    track = {"id": "foundations", "title": {"en": "Foundations", "ar": "الأسس"}, "modules": [module]}
    return {"format_version": 1, "title": {"en": "ailab", "ar": "ailab"}, "edition": "ma", "release": "r1", "languages": ["en", "ar"], "tracks": [track]}


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
