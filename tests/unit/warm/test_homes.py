"""Whose a learner's folder is."""

import os
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.hub.warm.homes import own_home

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders away")


@as_root
def test_each_learner_has_a_user_of_their_own_and_keeps_it(tmp_path: Path) -> None:
    users = [own_home(tmp_path, name)[1] for name in ("c1-aaa", "c1-bbb", "c1-aaa")]
    assert users[0] == users[2] != users[1]
    assert users[0] >= 300_000


@as_root
def test_a_copied_centre_hands_out_new_users_and_all_files_with_them(tmp_path: Path) -> None:
    home, _ = own_home(tmp_path, "c1-aaa")
    (home / "deep" / "er").mkdir(parents=True)
    (home / "deep" / "er" / "work.txt").write_text("mine", encoding="utf-8")
    for path in (home, *home.rglob("*")):
        os.chown(path, 0, 0)
    _, user = own_home(tmp_path, "c1-aaa")
    assert {path.stat().st_uid for path in (home, *home.rglob("*"))} == {user}


@as_root
def test_a_link_in_a_home_leads_no_owner_astray(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("the hub's", encoding="utf-8")
    home, _ = own_home(tmp_path / "homes", "c1-aaa")
    (home / "link").symlink_to(outside)
    os.chown(home, 0, 0)
    own_home(tmp_path / "homes", "c1-aaa")
    assert outside.stat().st_uid == 0


@as_root
def test_two_folders_of_one_user_are_parted(tmp_path: Path) -> None:
    first, user = own_home(tmp_path, "c1-aaa")
    second, _ = own_home(tmp_path, "c1-bbb")
    os.chown(second, user, user)
    assert own_home(tmp_path, "c1-bbb")[1] != user
    assert first.stat().st_uid == user


@pytest.mark.parametrize("kind", ["a file", "a link"])
def test_what_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    if kind == "a file":
        (tmp_path / "c1-aaa").write_text("", encoding="utf-8")
    else:
        (tmp_path / "c1-aaa").symlink_to("/etc")
    with pytest.raises(Refused, match="is no folder"):
        own_home(tmp_path, "c1-aaa")
