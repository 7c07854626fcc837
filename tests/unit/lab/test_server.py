"""The home page over HTTP, from a server started as a learner starts it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import httpx
import pytest

pytestmark = pytest.mark.slow

EXERCISE = "exercises/souk/find_price.ipynb"


class Lab(NamedTuple):
    """A running server."""

    base: str
    token: str
    folder: Path


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, write_build: Callable[[Path], Path]) -> Iterator[Lab]:
    root = tmp_path_factory.mktemp("course")
    write_build(root)
    folder = root / "my-work"
    environment = {
        **os.environ,
        "AILAB_PORT": str(free_port()),
        "AILAB_BROWSER": "0",
        "AILAB_START_LANG": "en",
        "PYTHONUNBUFFERED": "1",
        "AILAB_BINDER": "1",
    }
    code = f"from pathlib import Path; from ailab.office.lab import start; start(Path({str(root)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"(http://127\.0\.0\.1:\d+)/ailab\?token=(\w+)", line)
        assert found, line + process.stdout.read()
        yield Lab(found[1], found[2], folder)
    finally:
        process.send_signal(signal.SIGINT)
        code_at_end = process.wait(timeout=30)
        process.stdout.close()
    assert code_at_end == 0


@pytest.fixture
def client(lab: Lab) -> Iterator[httpx.Client]:
    """Return a browser that has opened the printed address."""
    with httpx.Client(base_url=lab.base, follow_redirects=True, trust_env=False, timeout=30) as client:
        client.get("/ailab", params={"token": lab.token})
        yield client


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def post(client: httpx.Client, path: str, *, files: dict[str, tuple[str, bytes]] | None = None, **fields: str) -> httpx.Response:
    # Followed by hand: unlike a browser, httpx keeps the form's content type for the page it is sent to.
    answer = client.post(path, data={"_xsrf": client.cookies["_xsrf"], **fields}, files=files, follow_redirects=False)
    return client.get(answer.headers["Location"]) if answer.status_code == 303 else answer


def test_home_page_shows_the_course(client: httpx.Client) -> None:
    post(client, "/ailab/language", language="en")

    answer = client.get("/ailab")

    assert answer.status_code == 200
    assert '<html lang="en" dir="ltr">' in answer.text
    assert 'href="/doc/tree/exercises/souk/find_price.ipynb"' in answer.text
    assert "Not started" in answer.text
    assert "60 min left" in answer.text


def test_texts_of_the_course_are_escaped(client: httpx.Client) -> None:
    assert "Lists &amp; prices &lt;here&gt;" in client.get("/ailab").text


def test_page_allows_nothing_from_elsewhere(client: httpx.Client) -> None:
    answer = client.get("/ailab")

    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", answer.text)


def test_root_leads_home(client: httpx.Client) -> None:
    assert client.get("/").url.path == "/ailab"


@pytest.mark.parametrize("path", ["/ailab", "/ailab/work.zip", "/ailab/words"])
def test_stranger_is_asked_for_the_token(lab: Lab, path: str) -> None:
    answer = httpx.get(lab.base + path, trust_env=False)

    assert answer.status_code in (302, 403)


@pytest.mark.parametrize(
    ("path", "fields"), [("/ailab/language", {"language": "ar"}), ("/ailab/form", {"form": "pad"}), ("/ailab/work", {})]
)
def test_forged_request_is_refused(client: httpx.Client, path: str, fields: dict[str, str]) -> None:
    assert client.post(path, data=fields).status_code == 403


def test_arabic_page_reads_from_right_to_left(client: httpx.Client, lab: Lab) -> None:
    answer = post(client, "/ailab/language", language="ar")

    assert '<html lang="ar" dir="rtl">' in answer.text
    assert "في السوق" in answer.text
    assert json.loads((lab.folder / EXERCISE).read_text(encoding="utf-8"))["metadata"]["ailab"]["language"] == "ar"


@pytest.mark.parametrize("path", ["/ailab/language", "/ailab/form"])
def test_unknown_choice_changes_nothing(client: httpx.Client, lab: Lab, path: str) -> None:
    before = (lab.folder / EXERCISE).read_bytes()

    assert post(client, path, language="../../etc", form="../../etc").status_code == 400
    assert (lab.folder / EXERCISE).read_bytes() == before


def test_saved_work_can_be_brought_back(client: httpx.Client) -> None:
    saved = client.get("/ailab/work.zip")
    answer = post(client, "/ailab/work", files={"work": ("ailab-work.zip", saved.content)})

    assert saved.headers["Content-Disposition"] == 'attachment; filename="ailab-work.zip"'
    assert EXERCISE in ZipFile(BytesIO(saved.content)).namelist()
    assert 'role="status"' in answer.text
    assert 'role="status"' not in client.get("/ailab").text


def test_wrong_file_is_refused_in_words(client: httpx.Client) -> None:
    answer = post(client, "/ailab/work", files={"work": ("x.zip", b"no zip")})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


def test_missing_file_is_refused_in_words(client: httpx.Client) -> None:
    assert 'role="alert"' in post(client, "/ailab/work").text


def test_place_that_forgets_says_so(client: httpx.Client) -> None:
    post(client, "/ailab/language", language="en")

    assert "no class and no certificate" in client.get("/ailab").text


@pytest.mark.parametrize("path", ["assets/home.css", "assets/star.svg", "assets/tiles.svg", "fonts/noto-naskh-arabic.woff2"])
def test_everything_the_page_needs_is_served(client: httpx.Client, path: str) -> None:
    assert client.get(f"/ailab/{path}").status_code == 200


def test_jupyterlab_is_told_the_defaults(client: httpx.Client) -> None:
    page = client.get("/lab").text
    notification = client.get("/lab/api/settings/@jupyterlab/apputils-extension:notification").json()
    shell = client.get("/lab/api/settings/@jupyterlab/application-extension:shell").json()

    extensions = json.loads(re.findall(r'id="jupyter-config-data" type="application/json">\s*(.*?)</script>', page, flags=re.DOTALL)[0])
    assert "ailab" in {extension["name"] for extension in extensions["federated_extensions"]}
    assert {"jupyterlab-jupytext", "@jupyter/nbgrader"} <= set(extensions["disabledExtensions"])
    assert notification["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert shell["schema"]["properties"]["startMode"]["default"] == "single"


def test_kernel_starts_beside_its_notebook_and_finds_ailab(client: httpx.Client) -> None:
    body = {"path": EXERCISE, "name": "find_price.ipynb", "type": "notebook", "kernel": {"name": "python3"}}
    session = client.post("/api/sessions", json=body, headers={"X-XSRFToken": client.cookies["_xsrf"]})

    assert session.status_code == 201
    gone = client.delete(f"/api/sessions/{session.json()['id']}", headers={"X-XSRFToken": client.cookies["_xsrf"]})
    assert gone.status_code == 204
