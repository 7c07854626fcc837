"""What of a learner's folder reaches a job, and what never does."""

import os
from pathlib import Path

import pytest

from ailab.office.grading.engine import beside
from ailab.office.grading.engine.beside import files_beside, printable, read_notebook, together


def test_regular_files_come_along_and_notebooks_do_not(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"a")
    (tmp_path / "x.ipynb").write_bytes(b"{}")

    assert files_beside(tmp_path) == {"data/a.csv": b"a"}


def test_links_pipes_and_sockets_stay_away(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s").write_bytes(b"s")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "file").symlink_to(secret / "s")
    (folder / "folder").symlink_to(secret)
    (folder / "up").symlink_to("..")
    (folder / "self").symlink_to("self")
    os.mkfifo(folder / "pipe")

    assert files_beside(folder) == {}


def test_too_much_is_left_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}").write_bytes(b"x")
    assert len(files_beside(tmp_path)) == 3

    monkeypatch.setattr(beside, "_MOST_BYTES", 2)
    assert len(files_beside(tmp_path)) == 2


def test_a_path_that_goes_on_and_on_stays_away(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d" * 100] * 8)
    deep.mkdir(parents=True)
    (deep / "x").write_bytes(b"x")

    assert files_beside(tmp_path) == {}


def test_a_name_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff")).write_bytes(b"x")

    assert list(files_beside(tmp_path)) == ["\udcff"]


@pytest.mark.parametrize(
    ("theirs", "kept"),
    [("ailab.json", False), ("ailab.json/x", False), ("locale", False), ("locale/fr.mo", False), ("locale/x", True), ("mine.csv", True)],
)
def test_ours_win_over_theirs(theirs: str, kept: bool) -> None:
    ours = {"ailab.json": b"o", "locale/fr.mo": b"o"}

    found = together({theirs: b"t"}, ours)

    assert {name: found[name] for name in ours} == ours
    assert (found.get(theirs) == b"t") is kept


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_notebook_that_is_a_link_is_not_read(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "learner" / "module"
    real = tmp_path / "real"
    real.mkdir()
    (real / "x.ipynb").write_text("{}", encoding="utf-8")
    if what == "file":
        folder.mkdir(parents=True)
        (folder / "x.ipynb").symlink_to(real / "x.ipynb")
    else:
        folder.parent.mkdir()
        folder.symlink_to(real)

    with pytest.raises(PermissionError, match="link"):
        read_notebook(folder / "x.ipynb")


def test_an_error_is_told_in_one_line_that_no_terminal_obeys() -> None:
    line = printable(ValueError("\x1b[2J\x1b]0;owned\x07\nsecond\r" + "x" * 9999))

    assert line.isprintable()
    assert len(line) <= 300
