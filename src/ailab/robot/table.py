"""A world of cells as a table of states, actions and rewards: what Q-learning needs. Needs NumPy.

A state is a place, a heading, and which of the palms and things have been dealt with; the table holds what
each action makes of each state, so that thousands of tries take a second.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ailab.robot.mistakes import RobotMisused, say, whole_number
from ailab.robot.shipped import find_world
from ailab.robot.world import Cell, GridWorld

_MOVES: Final = ("forward", "turn_left", "turn_right")
_MOST_WANTS: Final = 8
_MOST_STEPS: Final = 1_000_000

STEP_REWARD: Final = -1.0
BUMP_REWARD: Final = -5.0
WANT_REWARD: Final = 20.0
GOAL_REWARD: Final = 50.0


class GridTable:
    """What every action does in every state of a world of cells.

    The actions are going ahead and turning, and `do` where palms want water or things want to be picked. Each
    step costs 1, a bump 5; a palm watered or a thing picked brings 20, and the goal, with everything done, 50.

    Parameters
    ----------
    world : str or GridWorld
        A name or a world; at most 8 palms and things in it are wanted, nothing is to be laid down or painted.

    Attributes
    ----------
    actions : tuple of str
        Their names; an action is an index into them.
    states : int
        How many states there are.
    next_state, reward, done : numpy.ndarray
        One row a state, one column an action.
    start : int
        The state at the start.

    Examples
    --------
    Q-learning in a few lines:

    >>> import numpy as np
    >>> table = GridTable("small_maze")
    >>> random = np.random.default_rng(0)
    >>> q = np.zeros((table.states, len(table.actions)))
    >>> for episode in range(300):
    ...     state = table.start
    ...     for _ in range(200):
    ...         action = random.integers(3) if random.random() < 0.1 else q[state].argmax()
    ...         following, reward, done = table.step(state, action)
    ...         q[state, action] += 0.5 * (reward + 0.95 * q[following].max() * (not done) - q[state, action])
    ...         state = following
    ...         if done:
    ...             break
    >>> table.path(q)[-1] == (7, 7)
    True
    """

    def __init__(self, world: str | GridWorld) -> None:
        """Work out the table."""
        found = find_world(world)
        if not isinstance(found, GridWorld):
            raise RobotMisused(say("A table needs a world of cells. For an arena there is `Batch`."))
        wanted = found.wanted
        if wanted.things or wanted.paint or len(wanted.watered | wanted.cleared) > _MOST_WANTS:
            raise RobotMisused(
                say("A table holds worlds in which at most {most} palms or things are wanted, and nothing is laid down or painted.").format(
                    most=_MOST_WANTS
                )
            )
        self.world = found
        self._wants = sorted(wanted.watered | wanted.cleared)
        self.actions: tuple[str, ...] = (*_MOVES, "do") if self._wants else _MOVES
        self._plain = found.width * found.height * 4
        self.states: int = self._plain << len(self._wants)
        self.start = self.state((int(found.start.x), int(found.start.y)), int(found.start.heading))
        self.next_state, self.reward, self.done = self._work_out()

    def state(self, cell: Cell, heading: int, dealt_with: int = 0) -> int:
        """Return the number of a state; `dealt_with` has one bit for each palm and thing.

        Examples
        --------
        >>> table = GridTable("first_steps")
        >>> table.state((1, 1), 90) == table.start
        True
        """
        return dealt_with * self._plain + (cell[1] * self.world.width + cell[0]) * 4 + heading // 90 % 4

    def place(self, state: int) -> tuple[Cell, int]:
        """Return the cell and the heading of a state.

        Examples
        --------
        >>> GridTable("first_steps").place(GridTable("first_steps").start)
        ((1, 1), 90)
        """
        cell, quarter = divmod(int(state) % self._plain, 4)
        return (cell % self.world.width, cell // self.world.width), 90 * quarter

    def step(self, state: int, action: int) -> tuple[int, float, bool]:
        """Return what an action makes of a state: the next one, the reward, and whether that was the end.

        Examples
        --------
        >>> table = GridTable("first_steps")
        >>> following, reward, done = table.step(table.start, 0)
        >>> table.place(following), reward, done
        (((2, 1), 90), -1.0, False)
        """
        return int(self.next_state[state, action]), float(self.reward[state, action]), bool(self.done[state, action])

    def path(self, values: NDArray[np.float64], steps: int = 500) -> list[Cell]:
        """Return the cells on the way when always the action of the highest value is taken.

        Parameters
        ----------
        values : numpy.ndarray
            One row a state, one column an action.
        steps : int
            How many actions at most.

        Examples
        --------
        >>> table = GridTable("first_steps")
        >>> table.path(table.reward, steps=10)[-1]
        (5, 1)
        """
        state, cells = self.start, [self.place(self.start)[0]]
        for _ in range(whole_number("path", steps, 0, _MOST_STEPS)):
            state, _reward, done = self.step(state, int(values[state].argmax()))
            cells.append(self.place(state)[0])
            if done:
                break
        return cells

    def _work_out(self) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]:
        shape = (self.states, len(self.actions))
        following, reward, done = np.zeros(shape, np.int64), np.full(shape, STEP_REWARD), np.zeros(shape, bool)
        for state in range(self.states):
            for action, verb in enumerate(self.actions):
                following[state, action], reward[state, action], done[state, action] = self._outcome(state, verb)
        return following, reward, done

    def _outcome(self, state: int, verb: str) -> tuple[int, float, bool]:
        dealt_with = state // self._plain
        (x, y), heading = self.place(state)
        gained = STEP_REWARD
        if verb == "forward":
            ahead = _ahead((x, y), heading)
            if not self._is_free(ahead):
                return state, BUMP_REWARD, False
            x, y = ahead
        elif verb == "do":
            bit = 1 << self._wants.index((x, y)) if (x, y) in self._wants else 0
            if bit & ~dealt_with:
                dealt_with, gained = dealt_with | bit, WANT_REWARD
        else:
            heading = (heading + (270 if verb == "turn_left" else 90)) % 360
        end = dealt_with == (1 << len(self._wants)) - 1 and (not self.world.goal or (x, y) in self.world.goal)
        return self.state((x, y), heading, dealt_with), gained + GOAL_REWARD * end, end

    def _is_free(self, cell: Cell) -> bool:
        return 0 <= cell[0] < self.world.width and 0 <= cell[1] < self.world.height and cell not in self.world.walls


def _ahead(cell: Cell, heading: int) -> Cell:
    dx, dy = {0: (0, -1), 90: (1, 0), 180: (0, 1), 270: (-1, 0)}[heading]
    return cell[0] + dx, cell[1] + dy
