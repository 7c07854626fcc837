"""The learner's folder: laid out, switched, brought up to date, and never the worse for it."""

import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ailab.errors import CourseUnreadable, Refused
from ailab.office.lab.files import write_whole
from ailab.office.lab.folder import lay_out, plan

EXERCISE = "exercises/souk/find_price.ipynb"
LESSON = "lessons/souk/prices.ipynb"
Build = Callable[..., Path]


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def language(folder: Path, path: str) -> str:
    return str(read(folder / path)["metadata"]["ailab"]["language"])


def answer(folder: Path, source: str) -> None:
    """Write an answer as a learner would."""
    path = folder / EXERCISE
    notebook = read(path)
    next(cell for cell in notebook["cells"] if cell["id"] == "answer")["source"] = source
    path.write_text(json.dumps(notebook), encoding="utf-8")


def answer_in(folder: Path) -> str:
    cells = read(folder / EXERCISE)["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["id"] == "answer"))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_new_folder_is_ready_to_use(build: Path, folder: Path) -> None:
    lay_out(build, folder, first="fr")

    assert set(tree(folder)) == {
        ".ailab/settings.json",
        LESSON,
        EXERCISE,
        "exercises/souk/ailab.json",
        "exercises/souk/find_price_check.py",
        "exercises/souk/data/souk.csv",
    }
    assert (language(folder, LESSON), language(folder, EXERCISE)) == ("fr", "fr")


def test_second_start_writes_nothing(build: Path, folder: Path) -> None:
    lay_out(build, folder)

    assert plan(build, folder).writes == ()


def test_language_is_remembered(build: Path, folder: Path) -> None:
    lay_out(build, folder, first="fr")
    lay_out(build, folder, language="ar")

    assert lay_out(build, folder, first="fr").memory.language == "ar"


def test_language_switch_keeps_the_answer(build: Path, folder: Path) -> None:
    lay_out(build, folder, first="en")
    answer(folder, "price = 40")

    lay_out(build, folder, language="ar")

    assert (language(folder, EXERCISE), answer_in(folder)) == ("ar", "price = 40")


def test_language_the_course_lacks_falls_back(tmp_path: Path, folder: Path, write_build: Build) -> None:
    build = write_build(tmp_path, languages=("fr",))

    assert lay_out(build, folder, first="ar").memory.language == "fr"


def test_newer_release_is_merged_and_said(tmp_path: Path, folder: Path, write_build: Build) -> None:
    lay_out(write_build(tmp_path), folder)
    answer(folder, "price = 40")

    done = lay_out(write_build(tmp_path, release="two"), folder)

    assert answer_in(folder) == "price = 40"
    assert read(folder / EXERCISE)["metadata"]["ailab"]["release"] == "two"
    assert read(folder / "exercises/souk/ailab.json")["release"] == "two"
    assert ["new version" in message for message in done.messages] == [True]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"cells": 3}', b'{"cells": [{}]}', b"\xff\xfe", b"[" * 100_000], ids=range(7))
def test_broken_notebook_is_kept_aside(build: Path, folder: Path, damage: bytes) -> None:
    lay_out(build, folder)
    (folder / EXERCISE).write_bytes(damage)

    done = lay_out(build, folder)

    assert (folder / "exercises/souk/find_price.broken-1.ipynb").read_bytes() == damage
    assert answer_in(folder).startswith("price = ...")
    assert "find_price.broken-1.ipynb" in done.messages[0]
    assert plan(build, folder).writes == ()


def test_every_broken_copy_is_kept(build: Path, folder: Path) -> None:
    for damage in (b"one", b"two"):
        lay_out(build, folder)
        (folder / EXERCISE).write_bytes(damage)
    lay_out(build, folder)

    assert [(folder / f"exercises/souk/find_price.broken-{n}.ipynb").read_bytes() for n in (1, 2)] == [b"one", b"two"]


def test_changed_data_is_kept_aside(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    (folder / "exercises/souk/data/souk.csv").write_text("mine", encoding="utf-8")

    done = lay_out(build, folder)

    assert (folder / "exercises/souk/data/souk.mine-1.csv").read_text(encoding="utf-8") == "mine"
    assert "souk.mine-1.csv" in done.messages[0]


def test_data_of_an_older_release_is_replaced_without_a_copy(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    (build / "release" / "en" / "souk" / "data" / "souk.csv").write_text("item,price\nmint,4\n", encoding="utf-8")

    lay_out(build, folder)

    assert [path.name for path in (folder / "exercises/souk/data").iterdir()] == ["souk.csv"]


def test_own_files_stay(build: Path, folder: Path) -> None:
    lay_out(build, folder)
    (folder / "mine.ipynb").write_bytes(b"whatever")

    lay_out(build, folder, language="ar")

    assert (folder / "mine.ipynb").read_bytes() == b"whatever"


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (".ailab/settings.json", {"format_version": 2, "language": "en"}),
        (EXERCISE, {"cells": [], "metadata": {}, "nbformat": 5}),
        (EXERCISE, {"cells": [], "metadata": {"ailab": {"format_version": "2"}}, "nbformat": 4}),
    ],
    ids=["settings", "nbformat", "notebook"],
)
def test_folder_of_a_newer_ailab_is_refused_and_left_alone(build: Path, folder: Path, path: str, change: dict[str, Any]) -> None:
    lay_out(build, folder, first="ar")
    (folder / path).write_text(json.dumps(change), encoding="utf-8")
    before = tree(folder)

    with pytest.raises(Refused, match="newer"):
        lay_out(build, folder, language="en")

    assert tree(folder) == before


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"format_version": 1, "language": "xx"}', '{"format_version": 1, "language": "en", "laid": []}']
)
def test_damaged_settings_cost_no_work(build: Path, folder: Path, text: str) -> None:
    lay_out(build, folder, first="fr")
    answer(folder, "price = 40")
    (folder / ".ailab" / "settings.json").write_text(text, encoding="utf-8")

    lay_out(build, folder, first="fr")

    assert answer_in(folder) == "price = 40"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "read-only"), (errno.EIO, "could not be saved")],
)
@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_refusing_disk_loses_nothing(build: Path, folder: Path, number: int, words: str, allowed: int) -> None:
    lay_out(build, folder, first="ar")
    answer(folder, "price = 40")
    written: list[Path] = []

    def write(path: Path, data: bytes) -> None:
        if len(written) == allowed:
            raise OSError(number, "no")
        written.append(path)
        write_whole(path, data)

    with pytest.raises(Refused, match=words):
        lay_out(build, folder, language="en", write=write)

    assert answer_in(folder) == "price = 40"
    lay_out(build, folder, language="en")
    assert (answer_in(folder), language(folder, EXERCISE)) == ("price = 40", "en")


def test_half_written_file_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notebook.ipynb"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")

    assert tree(tmp_path) == {"notebook.ipynb": b"old"}


def test_folder_that_is_a_file_is_refused(build: Path, folder: Path) -> None:
    folder.write_text("I am a file", encoding="utf-8")

    with pytest.raises(Refused, match="AILAB_FOLDER"):
        lay_out(build, folder)

    assert folder.read_text(encoding="utf-8") == "I am a file"


def test_course_that_is_not_built_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(CourseUnreadable, match="ailab course build"):
        lay_out(tmp_path / "build", folder)


@pytest.mark.parametrize(("version", "remedy"), [(2, "Update ailab"), (0, "ailab course build")])
def test_map_of_another_format_names_the_remedy(build: Path, folder: Path, version: int, remedy: str) -> None:
    data = read(build / "map.json")
    (build / "map.json").write_text(json.dumps({**data, "format_version": version}), encoding="utf-8")

    with pytest.raises(CourseUnreadable, match=remedy):
        lay_out(build, folder)

    assert not folder.exists()


def test_other_form_is_laid_out_where_there_is_one(build: Path, folder: Path) -> None:
    pressed = build / "release" / "en-pad" / "souk"
    pressed.mkdir(parents=True)
    notebook = read(build / "release" / "en" / "souk" / "find_price.ipynb")
    notebook["metadata"]["ailab"]["form"] = "pad"
    (pressed / "find_price.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    lay_out(build, folder, first="en", form="pad")
    assert read(folder / EXERCISE)["metadata"]["ailab"]["form"] == "pad"

    lay_out(build, folder, language="fr")
    assert read(folder / EXERCISE)["metadata"]["ailab"]["form"] == "python"


def test_a_new_folder_begins_in_the_form_of_its_class_and_keeps_what_was_chosen_later(build: Path, folder: Path) -> None:
    course = build / "map.json"
    course.write_text(course.read_text(encoding="utf-8").replace('"forms": ["python"]', '"forms": ["pad", "python"]'), encoding="utf-8")
    assert lay_out(build, folder, first_form="pad").memory.form == "pad"
    lay_out(build, folder, form="python")

    assert lay_out(build, folder, first_form="pad").memory.form == "python"


def test_a_form_the_course_lacks_is_passed_over(build: Path, folder: Path) -> None:
    assert lay_out(build, folder, first_form="song").memory.form == "python"
