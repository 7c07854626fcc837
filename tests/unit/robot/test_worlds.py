"""World files and drawings: everything that is wrong is said at once, with place and remedy."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailab.lang import library_translations
from ailab.robot import World
from ailab.robot.mistakes import RobotMisused, UnknownWorld, WorldUnreadable
from ailab.robot.reach import unreachable
from ailab.robot.read import check_world, look_at_world
from ailab.robot.shipped import world_names
from ailab.robot.sound import faults
from ailab.robot.world import Arena, Box, Disc, Goal, GridWorld, Noise, Patch, Start, Stripe

FOLDER = Path(__file__).resolve().parents[3] / "src/ailab/robot/worlds"
GRID = 'format_version = 1\nkind = "grid"\ntitle = "T"\nmap = """\n{map}\n"""\n'
ARENA = 'format_version = 1\nkind = "arena"\ntitle = "T"\nmap = """\n>...\n...G\n"""\n'


def said(text: str) -> list[str]:
    return [str(problem) for problem in look_at_world(text, name="w", file="w.toml")[1]]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_world_is_sound_reachable_and_has_a_title(path: Path) -> None:
    world = World(path.stem)

    assert check_world(path) == []
    assert world.name == path.stem
    assert world.title


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_titles_of_shipped_worlds_are_translated(language: Any) -> None:
    titles = [World(name).title for name in world_names()] + ["A maze", "A row of palms", "A delivery in the souk", "The warehouse"]
    titles += ["A yard", "A line to follow"]

    assert [title for title in titles if library_translations(language)(title) == title] == []


def test_there_are_worlds_of_both_kinds() -> None:
    kinds = [type(World(name)) for name in world_names()]

    assert kinds.count(GridWorld) >= 10
    assert kinds.count(Arena) >= 5


def test_an_unknown_world_names_the_nearest_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownWorld, match="Did you mean `six_palms`"):
        World("six_plams")
    with pytest.raises(UnknownWorld, match="There are: color_floor"):
        World("zzz")


def test_letters_become_walls_things_paint_and_goal() -> None:
    world = World.from_text("#.d\nv pG\nKEbx")

    assert world.start == Start(0, 1, 180.0)
    assert world.walls == {(0, 0)} | {(3, 0)}
    assert world.things == {(2, 0): "date", (2, 1): "palm", (2, 2): "battery", (3, 2): "parcel"}
    assert world.paint == {(0, 2): "black", (1, 2): "green"}
    assert world.goal == {(3, 1)}


def test_a_drawing_asks_for_water_and_for_picking() -> None:
    wanted = World.from_text(">pdb").wanted

    assert (wanted.watered, wanted.cleared) == ({(1, 0)}, {(2, 0)})


def test_indented_drawings_are_read_where_they_stand() -> None:
    assert World.from_text("\n      ###\n      #>#\n      ###\n  ").start == Start(1, 1, 90.0)


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ("", "The map is empty"),
        ("...\n...", "The map has no start"),
        (">.<", "a second start, `<` in row 1"),
        (">.?", "holds '\\?', which stands for nothing"),
        (">" + "." * 100, "101 cells wide"),
    ],
    ids=["empty", "no start", "two starts", "unknown letter", "too wide"],
)
def test_a_drawing_that_is_no_world_is_explained(drawing: str, said: str) -> None:
    with pytest.raises(WorldUnreadable, match=said):
        World.from_text(drawing)


def test_all_problems_are_said_at_once_with_their_lines() -> None:
    found = said('format_version = 2\nkind = "grid"\ntitlle = "T"\nmap = """\n>.?\n..\n.<!\n"""\n')

    assert [line.split(" ")[0] for line in found] == ["w.toml:1:", "w.toml:3:", "w.toml:6:", "w.toml:5:", "w.toml:7:", "w.toml:7:"]
    assert "reads 1" in found[0]
    assert "`titlle`" in found[1]


def test_short_rows_are_filled_with_wall_and_their_author_hears_of_it() -> None:
    world, problems = look_at_world(GRID.format(map=">...\n."), name="w")

    assert isinstance(world, GridWorld)
    assert world.walls == {(1, 1), (2, 1), (3, 1)}
    assert [(problem.fatal, "the rest is taken for wall" in problem.what) for problem in problems] == [(False, True)]


def test_a_goal_map_says_how_things_lie_at_the_end() -> None:
    text = GRID.format(map=">xp.d") + 'goal_map = """\n..pxR\n"""\n'
    world = look_at_world(text, name="w")[0]

    assert isinstance(world, GridWorld)
    assert world.wanted.things == {(3, 0): "parcel"}
    assert world.wanted.cleared == {(1, 0), (4, 0)}
    assert world.wanted.watered == {(2, 0)}
    assert world.wanted.paint == {(4, 0): "red"}


@pytest.mark.parametrize(
    ("more", "said_"),
    [
        ('goal_map = """\n..\n"""', "differ in size"),
        ('goal_map = """\nG#.\n"""\n', None),
        ('goal_map = """\n..p\n"""', "no palm stands there"),
        ('goal_map = """\n.G.\n"""', "Column 2, row 1 holds a goal"),
        ("battery = -1", "The battery holds -1"),
        ("charge = 0", "`charge` is 0"),
        ("wanted = 3", "[wanted] holds 3"),
        ("boxes = []", "Nobody knows `boxes`"),
        ("goal_map = 3", "There is no `goal_map`"),
    ],
)
def test_keys_of_a_grid_world_are_checked(more: str, said_: str | None) -> None:
    found = said(GRID.format(map=">#.") + more)

    assert (said_ is None and found == []) or (said_ is not None and any(said_ in line for line in found))


def test_wishes_can_be_left_out() -> None:
    world = look_at_world(GRID.format(map=">pd") + "[wanted]\nwatered = false\n", name="w")[0]

    assert isinstance(world, GridWorld)
    assert world.wanted.watered == frozenset()
    assert world.wanted.cleared == {(2, 0)}


def test_tables_of_an_arena_become_records() -> None:
    more = """
boxes = [{x = 40, y = 20, width = 10, height = 10}]
discs = [{x = 70, y = 35, radius = 3}]
stripes = [{points = [[0, 10], [80, 10]], width = 3}]
patches = [{x = 0, y = 0, width = 20, height = 20, color = "red"}]
goal = {path = [[10, 30], [20, 30]], speed = 5}
noise = {distance = 1.5}
battery = 30
"""
    world = look_at_world(ARENA + more, name="w")[0]

    assert isinstance(world, Arena)
    assert world.boxes == (Box(40, 20, 10, 10),)
    assert world.discs == (Disc(70, 35, 3),)
    assert world.stripes == (Stripe(((0, 10), (80, 10)), 3),)
    assert world.patches == (Patch(0, 0, 20, 20, "red"),)
    assert world.goal == Goal(path=((10, 30), (20, 30)), speed=5)
    assert world.noise == Noise(distance=1.5)
    assert world.battery == 30


@pytest.mark.parametrize(
    ("more", "said_"),
    [
        ("boxes = 3", "Begin each with a line [[boxes]]"),
        ("boxes = [{x = 1}]", "It has these fields: x, y, width, height"),
        ("boxes = [{x = 1, y = 1, width = -5, height = 3}]", "A size is not above zero"),
        ("boxes = [{x = 1, y = 1, width = true, height = 3}]", "`boxes.width` is True"),
        ("boxes = [{x = 70, y = 20, width = 10, height = 20}]", "The goal lies inside an obstacle"),
        ("boxes = [{x = 0, y = 0, width = 30, height = 20}]", "The robot starts inside an obstacle"),
        ("boxes = [{x = nan, y = 0, width = 30, height = 20}]", "A place is not a number"),
        ('patches = [{x = 1, y = 1, width = 5, height = 3, color = "pink"}]', "Nobody knows `pink`"),
        ("patches = [{x = 1, y = 1, width = 5, height = 3, color = 3}]", "Write a color in quotation marks"),
        ("stripes = [{points = [1, 2]}]", "Write pairs of numbers"),
        ("noise = {distance = -1}", "Noise or speed is below zero"),
        ("goal = {path = []}", "The goal has no place"),
        ("goal = {path = [[500, 0]]}", "The goal lies inside an obstacle or outside"),
        ("[[boxes]\n", "This is not TOML"),
    ],
)
def test_tables_of_an_arena_are_checked(more: str, said_: str) -> None:
    assert any(said_ in line for line in said(ARENA + more))


def test_neighboring_squares_become_few_boxes() -> None:
    world = World.from_text("###\n###\n..>", kind="arena")

    assert world.boxes == (Box(0, 0, 60, 40),)


@pytest.mark.parametrize(
    "world",
    [
        GridWorld(name="w", width=3, height=1, start=Start(0, 0), walls=frozenset({(1, 0)}), goal=frozenset({(2, 0)})),
        Arena(name="w", width=100, height=50, start=Start(20, 25), boxes=(Box(50, 0, 5, 50),), goal=Goal(path=((80, 25),))),
        Arena(name="w", width=100, height=50, start=Start(20, 25), boxes=(Box(50, 15, 5, 35),), goal=Goal(path=((80, 25),))),
    ],
    ids=["wall", "box", "gap too narrow"],
)
def test_a_goal_out_of_reach_is_told_to_its_author(world: GridWorld | Arena) -> None:
    assert faults(world) == []
    assert [problem.what for problem in unreachable(world)] == ["The robot cannot get to its goal."]


def test_a_palm_out_of_reach_is_told_to_its_author(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text(GRID.format(map=">.#p"), encoding="utf-8")

    assert [str(problem) for problem in check_world(path)] == ["w.toml: The robot cannot get to column 4, row 1. Open a way to it."]


def test_files_are_loaded_and_missing_ones_explained(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(">.G", encoding="utf-8")
    (tmp_path / "mine.toml").write_text(GRID.format(map=">.G"), encoding="utf-8")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")

    assert World.load(tmp_path / "mine.txt").goal == World.load(str(tmp_path / "mine.toml")).goal
    with pytest.raises(WorldUnreadable, match=r"no file `none\.toml`"):
        World.load(tmp_path / "none.toml")
    with pytest.raises(WorldUnreadable, match="cannot be read"):
        World.load(tmp_path / "bad.toml")


@pytest.mark.parametrize(("text", "kind"), [(5, "grid"), (None, "grid"), (">", "cube")])
def test_what_is_no_drawing_is_explained(text: Any, kind: str) -> None:
    with pytest.raises(RobotMisused):
        World.from_text(text, kind=kind)


@settings(deadline=None)
@given(st.text(alphabet="#. ><^vGdopxbKO\n?", max_size=60))
def test_any_drawing_is_a_sound_world_or_explained(text: str) -> None:
    for kind in ("grid", "arena"):
        try:
            world = World.from_text(text, kind=kind)
        except WorldUnreadable:
            continue
        assert faults(world) == []


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_no_world_file_but_explained(text: str) -> None:
    world, problems = look_at_world(text, name="w")

    assert world is not None or problems
