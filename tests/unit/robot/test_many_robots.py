"""Many robots at once, tables for Q-learning, and Gymnasium's own checker."""

import sys
import warnings
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from ailab.errors import ExtraMissing
from ailab.robot.arena import ArenaEngine
from ailab.robot.batch import Batch
from ailab.robot.generate_arena import arena_yard, line_track
from ailab.robot.mistakes import RobotMisused
from ailab.robot.robots import Robot
from ailab.robot.shipped import World
from ailab.robot.table import GridTable
from ailab.robot.world import Disc, Noise


def without_noise(world: Any, **more: Any) -> Any:
    from dataclasses import replace

    return replace(world, noise=Noise(), **more)


@pytest.mark.parametrize(
    "world",
    [
        without_noise(arena_yard(4, boxes=10)),
        line_track(2),
        without_noise(World("moving_goal")),
        without_noise(World("yard"), discs=(Disc(120, 140, 15),)),
    ],
    ids=["yard", "line", "moving goal", "discs"],
)
def test_a_batch_does_what_single_robots_do(world: Any) -> None:
    random = np.random.default_rng(7)
    shares = np.repeat(random.uniform(-0.4, 1, size=(20, 2, 12)), 20, axis=0)
    batch, engines = Batch(world, 12), [ArenaEngine(world) for _ in range(12)]
    for left, right in shares:
        batch.step(left, right)
        for engine, one, other in zip(engines, left, right, strict=True):
            engine.left, engine.right = float(one), float(other)
            engine.step()
        far, seen = batch.distance(30), batch.line()
        assert far == pytest.approx([engine.distance(30) for engine in engines], abs=1e-4)
        assert [tuple(bool(side[robot]) for side in seen) for robot in range(12)] == [engine.on_line() for engine in engines]

    assert batch.x == pytest.approx([engine.x for engine in engines], abs=1e-5)
    assert batch.heading == pytest.approx([engine.heading for engine in engines], abs=1e-5)
    assert batch.bumps.tolist() == [engine.bumps for engine in engines]
    assert batch.reached.tolist() == [engine.reached for engine in engines]
    assert batch.distance_driven.min() > 10


def test_rays_along_an_axis_are_no_trouble_for_a_batch() -> None:
    batch = Batch("yard", 4)

    assert batch.distance([0, 90, 180, 270]).tolist() == pytest.approx([62, 142, 22, 22])


@pytest.mark.parametrize("given", [[1, 2], float("nan"), [[1]], np.ones(5)], ids=repr)
def test_shares_of_the_wrong_number_are_explained(given: Any) -> None:
    with pytest.raises(RobotMisused, match="one for each of the 4"):
        Batch("yard", 4).step(given, 1)


def test_each_engine_room_names_the_other_for_the_other_kind_of_world() -> None:
    with pytest.raises(RobotMisused, match="`GridTable`"):
        Batch("first_steps", 2)
    with pytest.raises(RobotMisused, match="`Batch`"):
        GridTable("yard")
    with pytest.raises(RobotMisused, match="at most 8"):
        GridTable("palm_garden")


def test_a_table_moves_like_the_robot() -> None:
    table, robot, random = GridTable("small_maze"), Robot("small_maze"), np.random.default_rng(3)
    state = table.start
    for action in random.integers(3, size=300):
        state, reward, _done = table.step(state, int(action))
        bumps = robot.outcome.bumps
        getattr(robot, table.actions[action])()
        assert table.place(state) == (robot.position(), robot.heading())
        assert (reward == -5) == (robot.outcome.bumps > bumps)


def test_a_table_pays_once_for_each_palm_and_ends_with_the_last() -> None:
    table = GridTable(World.from_text(">pp"))
    state, rewards, ends = table.start, [], []
    for action in (3, 0, 3, 3, 0, 3):
        state, reward, done = table.step(state, action)
        rewards.append(reward)
        ends.append(done)

    assert rewards == [-1, -1, 20, -1, -1, 70]
    assert ends == [False] * 5 + [True]


def test_gymnasium_finds_nothing_wrong() -> None:
    pytest.importorskip("gymnasium")
    from gymnasium.utils.env_checker import check_env

    from ailab.robot.gymnasium_env import environment

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*Not able to test alternative render modes.*")
        for world in ("first_steps", "six_palms", "yard"):
            check_env(environment(world))


def test_without_gymnasium_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gymnasium", None)
    monkeypatch.delitem(sys.modules, "ailab.robot.gymnasium_env", raising=False)

    with pytest.raises(ExtraMissing, match=r"pip install 'ailab\[gymnasium\]'"):
        import_module("ailab.robot.gymnasium_env")


def test_a_try_in_an_arena_is_cut_off() -> None:
    pytest.importorskip("gymnasium")
    from ailab.robot.gymnasium_env import environment

    env = environment("yard", seconds=1)
    env.reset(seed=1)
    ends = [env.step(np.zeros(2, np.float32))[3] for _ in range(20)]

    assert ends == [False] * 19 + [True]
