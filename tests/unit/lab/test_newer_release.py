"""A newer release takes exercises away, renames and moves them; what a learner wrote in them stays."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ailab.lang import EMPTY
from ailab.office.lab.coursemap import read_map
from ailab.office.lab.folder import lay_out
from ailab.office.lab.hand_in.send import notebooks_to_send
from ailab.office.lab.memory import read_memory
from ailab.office.lab.work import bring_back, save_work

EXERCISE = "exercises/souk/find_price.ipynb"
ANSWER = "price = 40"
Release = Callable[..., Path]


@pytest.fixture
def release(tmp_path: Path, write_build: Release) -> Release:
    """Return a function that builds the course again, its exercise under another name or in another module."""

    def build(name: str, *, exercise: str | None = "find_price", module: str = "souk") -> Path:
        built = write_build(tmp_path, release=name)
        data = json.loads((built / "map.json").read_text(encoding="utf-8"))
        [described] = data["tracks"][0]["modules"]
        described["slug"] = module
        described["exercises"] = [{**described["exercises"][0], "slug": exercise}] if exercise else []
        (built / "map.json").write_text(json.dumps(data), encoding="utf-8")
        for old in built.glob("release/*/souk/find_price.ipynb"):
            new = old.parents[1] / module / f"{exercise}.ipynb"
            new.parent.mkdir(exist_ok=True)
            old.rename(new if exercise else old.with_suffix(".gone"))
        return built

    return build


@pytest.fixture
def worked(release: Release, folder: Path) -> Path:
    """Return the learner's folder with an answer in it."""
    lay_out(release("one"), folder)
    notebook = json.loads((folder / EXERCISE).read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["id"] == "answer")["source"] = ANSWER
    (folder / EXERCISE).write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def answers(folder: Path, path: str = EXERCISE) -> str:
    cells = json.loads((folder / path).read_text(encoding="utf-8"))["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["id"] == "answer"))


@pytest.mark.parametrize(
    "change",
    [{"exercise": None}, {"exercise": "look_up_price"}, {"module": "market"}],
    ids=["taken away", "renamed", "moved"],
)
def test_answer_stays_where_it_was(release: Release, worked: Path, change: dict[str, str | None]) -> None:
    before = (worked / EXERCISE).read_bytes()

    lay_out(release("two", **change), worked, language="ar")

    assert (worked / EXERCISE).read_bytes() == before
    assert EXERCISE in ZipFile(BytesIO(save_work(worked))).namelist()


def test_renamed_exercise_begins_afresh_under_its_new_name(release: Release, worked: Path) -> None:
    lay_out(release("two", exercise="look_up_price"), worked)

    assert answers(worked, "exercises/souk/look_up_price.ipynb") == "price = ...  # ✎"


def test_answer_is_there_when_the_exercise_comes_back(release: Release, worked: Path) -> None:
    for name, exercise in (("two", None), ("three", "find_price")):
        lay_out(release(name, exercise=exercise), worked, language="fr")

    assert answers(worked) == ANSWER
    assert "Title in fr" in (worked / EXERCISE).read_text(encoding="utf-8")


def test_exercise_that_was_taken_away_is_not_handed_in(release: Release, worked: Path) -> None:
    lay_out(release("two", exercise="look_up_price"), worked)

    [module] = read_map(worked.parent / "build").modules
    assert set(notebooks_to_send(worked, module)) == {"look_up_price"}


def test_saved_work_of_an_older_course_comes_back_whole(release: Release, worked: Path, tmp_path: Path) -> None:
    saved, elsewhere = save_work(worked), tmp_path / "elsewhere"
    build = release("two", exercise="look_up_price")
    lay_out(build, elsewhere)
    memory = read_memory(elsewhere, say=EMPTY)
    assert memory

    done = bring_back(saved, folder=elsewhere, build=build, course=read_map(build), memory=memory, say=EMPTY)

    assert elsewhere / EXERCISE in [write.path for write in done.writes]
