"""Our worlds as Gymnasium environments, for those who go on to other libraries of learning robots. Needs gymnasium."""

from typing import Any, Final, SupportsFloat, cast

import numpy as np
from numpy.typing import NDArray

from ailab.errors import ExtraMissing
from ailab.robot.arena import STEP_S, ArenaEngine
from ailab.robot.mistakes import real_number
from ailab.robot.shipped import find_world
from ailab.robot.table import GridTable
from ailab.robot.world import Arena, GridWorld

try:
    import gymnasium
    from gymnasium import spaces
except ImportError:
    raise ExtraMissing("gymnasium", "gymnasium") from None

DIRECTIONS: Final = (-90.0, -45.0, 0.0, 45.0, 90.0)
"""Degrees in which an arena robot measures distances."""
_FARTHEST: Final = 200.0
BUMP_REWARD: Final = -1.0
GOAL_REWARD: Final = 10.0


def environment(world: str | GridWorld | Arena, *, seconds: float = 60.0) -> "gymnasium.Env[Any, Any]":
    """Return the Gymnasium environment of a world.

    Parameters
    ----------
    world : str, GridWorld or Arena
        A name or a world.
    seconds : float
        After how many virtual seconds a try in an arena is cut off.

    Returns
    -------
    gymnasium.Env
        Cells: numbered states and actions, as in `GridTable`. An arena: five distances, three line sensors and
        the bumper from 0 to 1, and the shares of both motors as action; driving is rewarded, bumps cost.

    Examples
    --------
    >>> env = environment("first_steps")
    >>> state, info = env.reset(seed=1)
    >>> state, reward, terminated, truncated, info = env.step(0)
    >>> reward, terminated
    (-1.0, False)
    """
    found = find_world(world)
    if isinstance(found, GridWorld):
        return GridEnvironment(found)
    return ArenaEnvironment(found, real_number("environment", seconds, STEP_S, 3600, "seconds=60"))


class GridEnvironment(gymnasium.Env[np.int64, np.int64]):
    """A world of cells: numbered states and actions."""

    metadata = {"render_modes": []}  # noqa: RUF012 - Gymnasium's own name and type

    def __init__(self, world: GridWorld) -> None:
        """Work out the table of the world."""
        self.table = GridTable(world)
        self.observation_space = spaces.Discrete(self.table.states)
        self.action_space = spaces.Discrete(len(self.table.actions))
        self._state = self.table.start

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[np.int64, dict[str, Any]]:
        """Begin anew."""
        super().reset(seed=seed)
        self._state = self.table.start
        return np.int64(self._state), {}

    def step(self, action: np.int64) -> tuple[np.int64, SupportsFloat, bool, bool, dict[str, Any]]:
        """Do one action."""
        self._state, reward, done = self.table.step(self._state, int(action))
        return np.int64(self._state), reward, done, False, {}


class ArenaEnvironment(gymnasium.Env[NDArray[np.float32], NDArray[np.float32]]):
    """An arena: sensors from 0 to 1, shares of both motors."""

    metadata = {"render_modes": []}  # noqa: RUF012 - Gymnasium's own name and type

    def __init__(self, world: Arena, seconds: float) -> None:
        """Put the robot at its start."""
        self.world = world
        self.observation_space = spaces.Box(0.0, 1.0, (len(DIRECTIONS) + 4,), np.float32)
        self.action_space = spaces.Box(-1.0, 1.0, (2,), np.float32)
        self._last = round(seconds / STEP_S)
        self._engine = ArenaEngine(world, 0)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[NDArray[np.float32], dict[str, Any]]:
        """Begin anew; the seed draws the noise."""
        super().reset(seed=seed)
        self._engine = ArenaEngine(self.world, int(self.np_random.integers(2**31)))
        return self._sensors(), {}

    def step(self, action: NDArray[np.float32]) -> tuple[NDArray[np.float32], SupportsFloat, bool, bool, dict[str, Any]]:
        """Let 0.05 s pass with these shares of full speed."""
        engine = self._engine
        engine.left, engine.right = (float(share) for share in np.clip(action, -1, 1))
        bumps, moves = engine.bumps, engine.moves
        engine.step()
        reward = (engine.left + engine.right) / 20 * (engine.moves - moves) + BUMP_REWARD * (engine.bumps - bumps)
        reward += GOAL_REWARD * engine.reached
        return self._sensors(), reward, engine.reached or engine.empty, engine.steps >= self._last, {}

    def _sensors(self) -> NDArray[np.float32]:
        engine = self._engine
        far = [min(engine.distance(direction), _FARTHEST) / _FARTHEST for direction in DIRECTIONS]
        return cast("NDArray[np.float32]", np.array([*far, *engine.on_line(), engine.bumper], np.float32))
