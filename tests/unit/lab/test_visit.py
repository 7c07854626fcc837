"""A run along a short path: its steps alone, in a folder of its own, fresh for each group."""

import json
from pathlib import Path

import pytest

from ailab.errors import Refused, UnknownName
from ailab.lang import EMPTY
from ailab.office.lab.coursemap import read_map, short_path
from ailab.office.lab.folder import lay_out
from ailab.office.lab.settings import Place
from ailab.office.lab.start import prepare
from ailab.office.lab.visit.groups import Visit, claim, clear, read_visit, visit_folder, wanted_path

EXERCISE = "exercises/souk/find_price.ipynb"


@pytest.fixture
def built(build: Path) -> Path:
    """Return a build whose course has a short path of one exercise."""
    path = build / "map.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["short_paths"] = [{"id": "visit", "title": {"en": "A visit", "ar": "زيارة"}, "minutes": 90, "steps": ["find_price"]}]
    path.write_text(json.dumps(data), encoding="utf-8")
    return build


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Place:
    """Return a visit's folder as a start leaves it."""
    prepare(tmp_path, tmp_path / "run", environ={"AILAB_PATH": "visit", "AILAB_START_LANG": "ar"}, out=lambda _: None)
    return Place(build=built, folder=built / "visits" / "visit", run=built / "visits" / "visit", path="visit")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# Which path, in which folder


def test_course_along_a_path_has_its_steps_alone(built: Path) -> None:
    course = read_map(built, "visit")

    assert [entry.slug for module in course.modules for entry in module.way] == ["find_price"]
    assert len(read_map(built).modules[0].way) == 2


def test_folder_of_a_visit_holds_its_steps_alone(place: Place) -> None:
    notebooks = [path.name for path in place.folder.rglob("*.ipynb")]

    assert notebooks == ["find_price.ipynb"]
    assert not (place.build.parent / "my-work").exists()


def test_unknown_path_lists_the_known_ones(built: Path) -> None:
    with pytest.raises(Refused, match=r"no path “visti”.*This course has: visit.*AILAB_PATH=visit"):
        wanted_path({"AILAB_PATH": "visti"}, read_map(built), EMPTY)
    with pytest.raises(UnknownName):
        read_map(built, "visti")


def test_course_without_short_paths_says_so(build: Path) -> None:
    with pytest.raises(Refused, match="has no short paths"):
        wanted_path({"AILAB_PATH": "visit"}, read_map(build), EMPTY)


@pytest.mark.parametrize("environ", [{}, {"AILAB_PATH": ""}])
def test_without_a_path_the_course_is_whole(built: Path, environ: dict[str, str]) -> None:
    assert wanted_path(environ, read_map(built), EMPTY) is None


def test_unknown_path_leaves_the_disk_alone(built: Path, tmp_path: Path) -> None:
    before = content(tmp_path)

    with pytest.raises(Refused):
        prepare(tmp_path, tmp_path / "run", environ={"AILAB_PATH": "other"}, out=lambda _: None)

    assert content(tmp_path) == before


def test_folder_with_somebodys_work_never_becomes_a_visits(built: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my-work"
    lay_out(built, mine, first="fr")
    before = content(mine)

    with pytest.raises(Refused, match="holds work of no visit"):
        prepare(tmp_path, tmp_path / "run", environ={"AILAB_PATH": "visit", "AILAB_FOLDER": str(mine)}, out=lambda _: None)

    assert content(mine) == before


def test_folder_may_be_chosen(built: Path, tmp_path: Path) -> None:
    path = short_path(read_map(built), "visit")

    assert visit_folder(tmp_path, {"AILAB_FOLDER": str(tmp_path / "stick")}, path) == tmp_path / "stick"
    assert visit_folder(tmp_path, {}, path) == tmp_path / "build" / "visits" / "visit"


def test_visit_that_starts_again_counts_on(place: Place) -> None:
    clear(place)
    claim(place.folder, short_path(read_map(place.build), "visit"), EMPTY)

    assert read_visit(place.folder) == Visit(path="visit", groups=1)


# Everybody out


def dirty(place: Place) -> None:
    """Leave what a group may leave."""
    notebook = place.folder / EXERCISE
    notebook.write_text(notebook.read_text(encoding="utf-8").replace("price = ...", "price = 'Zaytuna'"), encoding="utf-8")
    for name in (
        "Untitled.ipynb",
        "notes/Zaytuna.txt",
        ".hidden",
        "exercises/souk/.ipynb_checkpoints/find_price-checkpoint.ipynb",
        ".ailab/ipython/profile_default/history.sqlite",
        ".ailab/workspaces/default.json",
        ".ailab/places.json",
        ".ailab/sent/souk-1.json",
        ".ailab/data/kernels/mine/kernel.json",
        ".ailab/lab/@jupyterlab/apputils-extension/themes.jupyterlab-settings",
    ):
        path = place.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Zaytuna", encoding="utf-8")


def test_clearing_gives_the_fresh_state_in_the_same_language(place: Place) -> None:
    fresh = content(place.folder)
    dirty(place)

    left = clear(place)

    now = content(place.folder)
    assert left.groups == 1
    assert {name for name in now if now[name] != fresh.get(name)} == {".ailab/visit.json"}
    assert set(now) == set(fresh)
    assert not any(b"Zaytuna" in data for data in now.values())
    assert json.loads(now[".ailab/settings.json"])["language"] == "ar"


def test_switched_language_and_form_stay(place: Place) -> None:
    lay_out(place.build, place.folder, language="fr", form="pad", path="visit")

    clear(place)

    memory = json.loads((place.folder / ".ailab" / "settings.json").read_text(encoding="utf-8"))
    assert (memory["language"], memory["form"]) == ("fr", "pad")


def test_clearing_follows_no_link_out_of_the_folder(place: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="utf-8")
    (place.folder / "link").symlink_to(outside, target_is_directory=True)
    (place.folder / ".ailab" / "link").symlink_to(outside, target_is_directory=True)
    (place.folder / "notes").mkdir()
    (place.folder / "notes" / "link").symlink_to(outside, target_is_directory=True)

    clear(place)

    assert (outside / "kept.txt").read_text(encoding="utf-8") == "kept"
    assert not (place.folder / "link").exists()


def test_folder_of_no_visit_is_never_cleared(built: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my-work"
    lay_out(built, mine, first="en")
    before = content(mine)

    for path in ("", "visit"):
        with pytest.raises(Refused, match="Nothing was cleared"):
            clear(Place(build=built, folder=mine, run=mine, path=path))

    assert content(mine) == before


def test_clearing_that_stopped_half_way_can_be_made_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    dirty(place)
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda _path: (_ for _ in ()).throw(PermissionError(13, "no")))
        with pytest.raises(Refused):
            clear(place)

    assert clear(place).groups == 1
    assert not any(b"Zaytuna" in data for data in content(place.folder).values())
