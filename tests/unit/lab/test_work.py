"""Work saved in one file comes back whole, and nothing else comes with it."""

import json
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest

from ailab.errors import Refused
from ailab.lang import EMPTY
from ailab.office.grading import archive
from ailab.office.lab.coursemap import read_map
from ailab.office.lab.files import write_all
from ailab.office.lab.folder import lay_out
from ailab.office.lab.memory import read_memory
from ailab.office.lab.work import Return, bring_back, save_work

EXERCISE = "exercises/souk/find_price.ipynb"
PLAIN = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def answer(folder: Path, source: str) -> None:
    notebook = read(folder / EXERCISE)
    next(cell for cell in notebook["cells"] if cell["id"] == "answer")["source"] = source
    (folder / EXERCISE).write_text(json.dumps(notebook), encoding="utf-8")


def answer_in(path: Path) -> str:
    return "".join(next(cell["source"] for cell in read(path)["cells"] if cell["id"] == "answer"))


def back(data: bytes, folder: Path, build: Path) -> Return:
    memory = read_memory(folder, say=EMPTY)
    assert memory
    done = bring_back(data, folder=folder, build=build, course=read_map(build), memory=memory, say=EMPTY)
    write_all(done.writes, folder=folder, say=EMPTY)
    return done


def packed(entries: dict[str, bytes], change: Callable[[ZipInfo], None] = lambda _: None) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in entries.items():
            info = ZipInfo(name)
            change(info)
            archive.writestr(info, content)
    return stream.getvalue()


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_work_comes_back_to_an_empty_place(build: Path, folder: Path, tmp_path: Path) -> None:
    lay_out(build, folder, first="en")
    answer(folder, "price = 40")
    (folder / "mine.ipynb").write_bytes(PLAIN)
    elsewhere = tmp_path / "elsewhere"
    lay_out(build, elsewhere, first="ar")

    back(save_work(folder), elsewhere, build)

    assert answer_in(elsewhere / EXERCISE) == "price = 40"
    assert read(elsewhere / EXERCISE)["metadata"]["ailab"]["language"] == "ar"
    assert (elsewhere / "mine.ipynb").exists()
    assert not list(elsewhere.rglob("*.before-*"))


def test_what_stood_there_is_kept_beside_it(build: Path, folder: Path) -> None:
    lay_out(build, folder, first="en")
    answer(folder, "price = 40")
    saved = save_work(folder)
    answer(folder, "price = 41")

    done = back(saved, folder, build)

    assert answer_in(folder / EXERCISE) == "price = 40"
    assert answer_in(folder / "exercises/souk/find_price.before-1.ipynb") == "price = 41"
    assert any("find_price.before-1.ipynb" in message for message in done.messages)


def test_bringing_back_the_same_work_changes_nothing(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    answer(folder, "price = 40")
    before = tree(folder)

    back(save_work(folder), folder, build)

    assert tree(folder) == before


def test_only_notebooks_travel(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "x.ipynb").write_bytes(PLAIN)

    with ZipFile(BytesIO(save_work(folder))) as archive:
        assert archive.namelist() == [EXERCISE, "lessons/souk/prices.ipynb"]


def test_same_work_gives_the_same_file(build: Path, folder: Path) -> None:
    lay_out(build, folder)

    assert save_work(folder) == save_work(folder)


def test_unreadable_notebook_is_left_out_and_named(build: Path, folder: Path) -> None:
    lay_out(build, folder)

    done = back(packed({"good.ipynb": PLAIN, "bad.ipynb": b"?"}), folder, build)

    assert (folder / "good.ipynb").exists()
    assert not (folder / "bad.ipynb").exists()
    assert "bad.ipynb" in done.messages[1]


NAMES = [
    "../escape.ipynb",
    "lessons/../../escape.ipynb",
    "/etc/escape.ipynb",
    "C:/escape.ipynb",
    "lessons\\..\\escape.ipynb",
    "lessons//x.ipynb",
    "./x.ipynb",
    ".ailab/x.ipynb",
    ".ipynb",
    "script.py",
    "x.ipynb.sh",
    "a/b/c/d/e/f/g/h/i.ipynb",
    "x\n.ipynb",
    "x /y.ipynb",
    "CON.ipynb",
    "a/nul.x.ipynb",
    "x" * 200 + ".ipynb",
]


@pytest.mark.parametrize("name", NAMES)
def test_unsafe_name_refuses_the_whole_file(build: Path, folder: Path, name: str) -> None:
    lay_out(build, folder)
    before = tree(folder.parent)

    with pytest.raises(Refused, match="Save my work"):
        back(packed({"good.ipynb": PLAIN, name: PLAIN}), folder, build)

    assert tree(folder.parent) == before


def test_link_in_the_file_is_refused(build: Path, folder: Path) -> None:
    lay_out(build, folder)

    def link(info: ZipInfo) -> None:
        info.external_attr = (stat.S_IFLNK | 0o777) << 16

    with pytest.raises(Refused, match="Save my work"):
        back(packed({"x.ipynb": b"/etc/passwd"}, link), folder, build)


def test_link_in_the_folder_leads_nowhere_else(build: Path, folder: Path, tmp_path: Path) -> None:
    lay_out(build, folder)
    (tmp_path / "outside").mkdir()
    (folder / "link").symlink_to(tmp_path / "outside")

    with pytest.raises(Refused, match="Save my work"):
        back(packed({"link/x.ipynb": PLAIN}), folder, build)

    assert not list((tmp_path / "outside").iterdir())


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 half a zip", packed({})], ids=["empty", "text", "cut", "nothing"])
def test_file_of_another_kind_is_refused(build: Path, folder: Path, data: bytes) -> None:
    lay_out(build, folder)

    with pytest.raises(Refused, match=r"ailab-work\.zip"):
        back(data, folder, build)


def test_damaged_content_is_refused(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    data = bytearray(packed({"x.ipynb": PLAIN}))
    data[data.index(b'"cells"')] ^= 1

    with pytest.raises(Refused, match=r"ailab-work\.zip"):
        back(bytes(data), folder, build)


@pytest.mark.parametrize(
    ("limit", "value"), [("LARGEST_UPLOAD", 10), ("LARGEST_NOTEBOOK", 10), ("LARGEST_TOTAL", 10), ("MOST_NOTEBOOKS", 1)]
)
def test_too_much_is_refused(build: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    lay_out(build, folder)
    monkeypatch.setattr(archive, limit, value)

    with pytest.raises(Refused, match="too large"):
        back(packed({"x.ipynb": PLAIN, "y.ipynb": PLAIN}), folder, build)
