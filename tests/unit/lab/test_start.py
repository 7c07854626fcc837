"""`start` says what is wrong before it touches anything."""

import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ailab.errors import CourseUnreadable, Refused
from ailab.lang import EMPTY
from ailab.office.lab.start import expect_free, first_language, learner_folder, start, start_with, wanted_port


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


def test_busy_port_is_named_with_a_remedy(busy_port: int) -> None:
    with pytest.raises(Refused, match=rf"{busy_port} is busy.*AILAB_PORT={busy_port + 1 if busy_port < 65535 else 8888}"):
        expect_free(busy_port, EMPTY)


def test_busy_port_leaves_the_folder_alone(build: Path, busy_port: int) -> None:
    with pytest.raises(Refused):
        start(build.parent, environ={"AILAB_PORT": str(busy_port)})

    assert not (build.parent / "my-work").exists()


@pytest.mark.parametrize(("text", "port"), [("", 8888), ("8899", 8899)])
def test_port_is_the_one_wanted(text: str, port: int) -> None:
    assert wanted_port({"AILAB_PORT": text}, EMPTY) == port


@pytest.mark.parametrize("text", ["0", "-1", "65536", "eighty", "٨٨٩٩x", "8.8"])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="AILAB_PORT"):
        wanted_port({"AILAB_PORT": text}, EMPTY)


def test_course_that_is_not_built_is_no_crash(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]

    with pytest.raises(CourseUnreadable):
        start(tmp_path, environ={"AILAB_PORT": str(port)})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"AILAB_START_LANG": "ar", "LANG": "fr_FR.UTF-8"}, "ar"),
        ({"LANG": "fr_MA.UTF-8"}, "fr"),
        ({"LC_ALL": "ar_DZ", "LANG": "fr_FR"}, "ar"),
        ({"AILAB_START_LANG": "xx", "LANG": "de_DE"}, "en"),
    ],
)
def test_first_language_is_the_one_asked_for_or_the_machine_s(
    environ: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("C", "UTF-8"))

    assert first_language(environ) == language


def test_folder_stands_beside_the_course_unless_another_is_named(tmp_path: Path) -> None:
    assert learner_folder(tmp_path, {}) == tmp_path / "my-work"
    assert learner_folder(tmp_path, {"AILAB_FOLDER": str(tmp_path / "stick")}) == tmp_path / "stick"


def test_command_of_another_platform_gets_our_settings(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr("os.execvpe", lambda *given: became.append(given))

    start_with(build.parent, ["jupyter", "lab"], environ={"PATH": "/bin", "AILAB_START_LANG": "fr"})

    [(program, command, environment)] = became
    config = Path(environment["JUPYTER_CONFIG_DIR"])
    assert (program, command, environment["PATH"]) == ("jupyter", ["jupyter", "lab"], "/bin")
    assert json.loads((config / "jupyter_server_config.json").read_text(encoding="utf-8"))["ServerApp"]["default_url"] == "/ailab"
    assert (build.parent / "my-work" / "lessons").is_dir()
    shutil.rmtree(config.parent)
