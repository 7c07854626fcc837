"""What a killed supervisor left is ended by the next one; what is not this centre's own is left alone."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ailab.office.centre import Centre, Settings, make_centre
from ailab.office.hub.leftovers import end_leftovers, note_part
from ailab.office.hub.warm.processes import start_time

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="start times are read from /proc")


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return make_centre(tmp_path / "centre", Settings(code="c1", name="Sample", place="Berkane"))


@pytest.fixture
def sleeper() -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as process:
        yield process
        process.kill()


def test_a_part_that_was_left_running_is_ended(centre: Centre, sleeper: "subprocess.Popen[bytes]") -> None:
    note_part(centre, "desk", sleeper.pid)

    assert end_leftovers(centre) == 1

    assert sleeper.wait(10) != 0
    assert end_leftovers(centre) == 0


def test_a_hub_is_killed_so_that_it_does_not_stop_the_learners_servers(centre: Centre, sleeper: "subprocess.Popen[bytes]") -> None:
    note_part(centre, "hub", sleeper.pid)

    end_leftovers(centre)

    assert sleeper.wait(10) == -9


def test_another_process_that_has_the_number_now_is_left_alone(centre: Centre, sleeper: "subprocess.Popen[bytes]") -> None:
    note_part(centre, "desk", sleeper.pid)
    note = centre.hub / "parts" / "desk"
    note.write_text(f"{sleeper.pid} {start_time(sleeper.pid) - 1} {centre.folder}", encoding="utf-8")

    assert end_leftovers(centre) == 0
    assert sleeper.poll() is None


def test_a_copy_of_a_folder_that_is_open_ends_nothing_of_the_original(centre: Centre, sleeper: "subprocess.Popen[bytes]") -> None:
    note_part(centre, "desk", sleeper.pid)
    copy = Path(shutil.copytree(centre.folder, centre.folder.parent / "copy"))

    assert end_leftovers(Centre(folder=copy, settings=centre.settings)) == 0
    assert sleeper.poll() is None


@pytest.mark.parametrize("words", ["", "one two three", "7", "\x00", "1 2"])
def test_a_note_that_was_torn_names_nobody(centre: Centre, words: str) -> None:
    (centre.hub / "parts").mkdir()
    (centre.hub / "parts" / "desk").write_text(words, encoding="utf-8")

    assert end_leftovers(centre) == 0
    assert list((centre.hub / "parts").iterdir()) == []
