"""The page of a short path and the page of a project over HTTP, from servers started as `ailab start` starts them."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.project_work import lay_pad_project

pytestmark = pytest.mark.slow

EXERCISE = "exercises/souk/find_price.ipynb"


@contextmanager
def served(root: Path, **more: str) -> Iterator[httpx.Client]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    known = {name: value for name, value in os.environ.items() if name != "AILAB_PATH"}
    environment = {**known, "AILAB_PORT": str(port), "AILAB_BROWSER": "0", "AILAB_START_LANG": "en", "PYTHONUNBUFFERED": "1", **more}
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(root)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"(http://127\.0\.0\.1:\d+)/ailab\?token=(\w+)", line)
        assert found, line + process.stdout.read()
        with httpx.Client(base_url=found[1], follow_redirects=True, trust_env=False, timeout=60) as client:
            client.get("/ailab", params={"token": found[2]})
            yield client
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, write_build: Callable[[Path], Path]) -> Path:
    """Return a course with a short path, and one of its modules called as the project's is."""
    root = tmp_path_factory.mktemp("course")
    path = write_build(root) / "map.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["short_paths"] = [{"id": "visit", "title": {"en": "A <visit>"}, "minutes": 90, "steps": ["find_price", "prices"]}]
    entries = [
        {"slug": slug, "title": {"en": slug}, "points": 5, "minutes": 20, "forms": ["pad"]}
        for slug in ("test_own_world", "sort_waste", "plan_robot_project", "show_and_promise")
    ]
    project = {
        "slug": "robot_project",
        "title": {"en": "My smart robot"},
        "summary": {"en": "Project day"},
        "minutes": 180,
        "lessons": [],
        "exercises": entries,
    }
    data["tracks"][0]["modules"].append(project)
    path.write_text(json.dumps(data), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def visit(root: Path) -> Iterator[httpx.Client]:
    with served(root, AILAB_PATH="visit") as client:
        yield client


@pytest.fixture(scope="module")
def course(root: Path) -> Iterator[httpx.Client]:
    lay_pad_project(root / "my-work")
    with served(root) as client:
        yield client


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    answer = client.post(path, data={"_xsrf": client.cookies["_xsrf"], **fields}, follow_redirects=False)
    return client.get(answer.headers["Location"]) if answer.status_code == 303 else answer


def worked_on(root: Path) -> dict[str, Any]:
    path = root / "build" / "visits" / "visit" / EXERCISE
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


# A short path


def test_page_of_a_path_has_its_steps_in_order_and_nothing_else(visit: httpx.Client) -> None:
    page = visit.get("/ailab").text

    assert re.findall(r'href="/doc/tree/([^"]+)"', page) == [EXERCISE, "lessons/souk/prices.ipynb"]
    assert "A &lt;visit&gt;" in page
    assert "90 min" in page
    assert "ailab/submit" not in page
    assert "ailab/work" not in page
    assert "My smart robot" not in page


def test_nothing_is_handed_in_on_a_path(visit: httpx.Client) -> None:
    assert visit.get("/ailab/submit/souk").status_code == 404
    assert visit.get("/ailab/words").json()["submit"] == ""


def test_language_is_switched_on_a_path(visit: httpx.Client) -> None:
    assert '<html lang="ar" dir="rtl">' in post(visit, "/ailab/language", language="ar").text
    post(visit, "/ailab/language", language="en")


def test_forged_request_clears_nothing(visit: httpx.Client) -> None:
    assert visit.post("/ailab/clear").status_code == 403
    assert visit.get("/ailab/clear").status_code == 405


def test_everybody_out_gives_a_fresh_machine(visit: httpx.Client, root: Path) -> None:
    path = root / "build" / "visits" / "visit" / EXERCISE
    fresh = path.read_bytes()
    body = {"path": EXERCISE, "name": "find_price.ipynb", "type": "notebook", "kernel": {"name": "python3"}}
    visit.post("/api/sessions", json=body, headers={"X-XSRFToken": visit.cookies["_xsrf"]})
    notebook = worked_on(root)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "price = 'Zaytuna'"
    path.write_text(json.dumps(notebook), encoding="utf-8")

    page = post(visit, "/ailab/clear").text

    assert "Pages that were worked on: 1. Groups so far: 1." in page
    assert path.read_bytes() == fresh
    assert visit.get("/api/sessions").json() == []
    assert visit.get("/api/kernels").json() == []
    # The server goes on: the next group opens and saves.
    assert visit.get(f"/api/contents/{EXERCISE}").status_code == 200


# The ordinary course


def test_ordinary_course_cannot_be_cleared(course: httpx.Client, root: Path) -> None:
    assert post(course, "/ailab/clear").status_code == 404
    assert "ailab/clear" not in course.get("/ailab").text
    assert (root / "my-work" / "exercises" / "robot_project" / "sort_waste.ipynb").is_file()


def test_home_page_leads_to_the_project_page(course: httpx.Client) -> None:
    assert 'href="/ailab/project"' in course.get("/ailab").text

    page = course.get("/ailab/project")

    assert page.text.count('<span class="mark" aria-hidden="true">✔</span>') == 5
    assert "script-src 'none'" in page.headers["Content-Security-Policy"]


def test_project_page_is_downloaded_and_its_nickname_kept_nowhere(course: httpx.Client, root: Path) -> None:
    answer = post(course, "/ailab/project", nickname="Zaytuna")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="my-robot-en.html"'
    assert "<bdi>Zaytuna</bdi>" in answer.text
    assert not any(b"Zaytuna" in path.read_bytes() for path in (root / "my-work").rglob("*") if path.is_file())


def test_nickname_that_is_a_number_is_refused_in_words(course: httpx.Client) -> None:
    page = post(course, "/ailab/project", nickname="0612345678").text

    assert 'role="alert"' in page
    assert "0612345678" not in page


def test_forged_request_makes_no_page(course: httpx.Client) -> None:
    assert course.post("/ailab/project", data={"nickname": "x"}).status_code == 403
