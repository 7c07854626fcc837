"""What a program made the motors do in simulation: plain data that a real robot can be driven with.

A recording is what travels from a learner to the shared robot. It holds numbers and nothing else, so that
nothing of a stranger's runs beside the motors; whatever comes in is checked as if its author meant harm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Self

from ailab.devices.errors import WrongValue, say
from ailab.devices.robots.simulated import SimulatedDrive
from ailab.robot.drive import FULL_CM_PER_SECOND, FULL_DEGREES_PER_SECOND, Calibration, Program
from ailab.robot.driven import DrivenRobot

FORMAT_VERSION: Final = 1
MOST_MOVES: Final = 5_000
LONGEST_S: Final = 600.0


@dataclass(frozen=True, slots=True)
class Move:
    """Both motors at a share of full speed for some seconds."""

    left: float
    right: float
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Moves in a row, in terms of the robot on the screen."""

    moves: tuple[Move, ...]

    @property
    def seconds(self) -> float:
        """How long it lasts on the screen."""
        return sum(move.seconds for move in self.moves)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, for a file or a message."""
        return {"format_version": FORMAT_VERSION, "moves": [[move.left, move.right, move.seconds] for move in self.moves]}

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """Return the recording in this data, or tell its author what is wrong with it."""
        moves = data.get("moves") if type(data) is dict else None
        if type(moves) is not list or type(data.get("format_version")) is not int or data["format_version"] != FORMAT_VERSION:
            raise WrongValue(say("This is no recording of a program. Make one with `record(program, world)` and hand that in."))
        if len(moves) > MOST_MOVES:
            raise WrongValue(
                say("This recording has {count} moves; at most {most} fit. Make the program shorter.").format(
                    count=len(moves), most=MOST_MOVES
                )
            )
        wrong = next((place for place, move in enumerate(moves, start=1) if not _is_move(move)), None)
        if wrong:
            text = say("Move {place} of this recording is not two speeds from -1 to 1 and a time. Make it again with `record`.")
            raise WrongValue(text.format(place=wrong))
        recording = cls(moves=tuple(Move(*map(float, move)) for move in moves))
        if recording.seconds > LONGEST_S:
            text = say("This recording lasts {seconds} s; at most {most} s are allowed. Make the program shorter.")
            raise WrongValue(text.format(seconds=round(recording.seconds), most=f"{LONGEST_S:g}"))
        return recording


def _is_move(move: Any) -> bool:
    # Exact types: a subclass of float may say one thing now and another later.
    if type(move) is not list or len(move) != 3 or not all(type(number) in (int, float) for number in move):
        return False
    left, right, seconds = move
    # NaN lies nowhere, so no comparison lets it in.
    return bool(-1 <= left <= 1 and -1 <= right <= 1 and 0 <= seconds <= LONGEST_S)


class _Recorder(SimulatedDrive):
    """A simulated robot that notes how long its motors did what."""

    def __init__(self, world: Any, seed: int) -> None:
        super().__init__(world, seed)
        self.moves: list[Move] = []
        self._shares = (0.0, 0.0)

    def motors(self, left: float, right: float) -> None:
        """Start both motors, and remember how."""
        super().motors(left, right)
        self._shares = (round(left, 9), round(right, 9))

    def stop(self) -> None:
        """Stop both motors."""
        super().stop()
        self._shares = (0.0, 0.0)

    def wait(self, seconds: float) -> None:
        """Let simulated time pass, and note what the motors did meanwhile."""
        super().wait(seconds)
        last = self.moves[-1] if self.moves else None
        if last and (last.left, last.right) == self._shares:
            self.moves[-1] = Move(last.left, last.right, round(last.seconds + seconds, 9))
        else:
            self.moves.append(Move(*self._shares, seconds))
        if len(self.moves) > MOST_MOVES or (len(self.moves) % 50 == 0 and sum(move.seconds for move in self.moves) > LONGEST_S):
            raise WrongValue(say("This program drives on without an end that fits in a recording. Make it shorter."))


def record(program: Program, world: Any = "yard", seed: int = 0) -> Recording:
    """Return what this program makes the motors do in simulation.

    Parameters
    ----------
    program : callable
        A function of the robot.
    world : str or Arena
        Where to try it.
    seed : int
        Of the noise.

    Returns
    -------
    Recording
        To be handed in for the shared robot.

    Examples
    --------
    >>> def program(robot):
    ...     robot.forward(15)
    ...     robot.turn_left(90)
    >>> len(record(program).moves)
    2
    """
    drive = _Recorder(world, seed)
    with DrivenRobot(drive) as robot:
        program(robot)
    return Recording(moves=tuple(drive.moves))


def fitted(moves: Iterable[Move], calibration: Calibration, limit: float) -> tuple[Move, ...]:
    """Return the moves that bring a real robot where the simulated one went, no motor above the limit.

    Going ahead and turning are scaled each by its own measure; a move that would be too fast takes longer.
    """
    return tuple(_fitted(move, calibration, limit) for move in moves)


def _fitted(move: Move, calibration: Calibration, limit: float) -> Move:
    ahead = (move.left + move.right) / 2 * FULL_CM_PER_SECOND / calibration.cm_per_second
    turn = (move.left - move.right) / 2 * FULL_DEGREES_PER_SECOND / calibration.degrees_per_second
    left, right = (ahead + turn) * calibration.left, (ahead - turn) * calibration.right
    stretch = max(1.0, abs(left) / limit, abs(right) / limit)
    return Move(left / stretch, right / stretch, move.seconds * stretch)
