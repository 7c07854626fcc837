"""Taking a stranger's folder away, whatever was made of it."""

import os
import socket
from pathlib import Path

import pytest

from ailab.office.centre.visit.removing import ATTIC, finish, remove_folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_links_are_taken_away_and_what_they_lead_to_stays(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("of somebody else")
    home = tmp_path / "home"
    home.mkdir()
    (home / "folder").symlink_to(kept)
    (home / "file").symlink_to(kept / "file")

    remove_folder(home)

    assert names(tmp_path) == ["kept"]
    assert (kept / "file").read_text() == "of somebody else"


def test_a_home_that_is_a_link_is_only_unlinked(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "kept")

    remove_folder(tmp_path / "home")

    assert names(tmp_path) == ["kept"]


def test_no_depth_is_too_deep(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    here = os.open(home, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("deeper", dir_fd=here)
        inner = os.open("deeper", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)

    remove_folder(home)

    assert names(tmp_path) == []


def test_closed_doors_pipes_and_sockets_stop_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "closed" / "inner").mkdir(parents=True)
    (home / "closed" / "inner" / "file").write_text("x")
    os.mkfifo(home / "pipe")
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(home / "socket"))
    door.close()
    (home / "closed" / "inner").chmod(0)
    (home / "closed").chmod(0)
    home.chmod(0)

    remove_folder(home)

    assert names(tmp_path) == []


def test_what_was_broken_off_is_finished(tmp_path: Path) -> None:
    attic = tmp_path / f"{ATTIC}0123456789abcdef"
    (attic / "0" / "lessons").mkdir(parents=True)
    (attic / "0" / "lessons" / "a.ipynb").write_text("x")
    (attic / "a1b2c3d4-1").mkdir()

    finish(attic)

    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_what_is_no_folder_is_no_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")

    remove_folder(tmp_path / name)

    assert not (tmp_path / name).exists()
