"""Run a program to its end in a world of its own, and keep everything that happened."""

from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from ailab.robot.limits import PatienceEnds, patience
from ailab.robot.mistakes import RunEnds, real_number, say, shown, whole_number
from ailab.robot.robots import Locate, Robot, Terms
from ailab.robot.shipped import find_world
from ailab.robot.source import check_program, locator, program_text
from ailab.robot.trace import Ended, Outcome, Trace
from ailab.robot.world import GridWorld

if TYPE_CHECKING:
    from pathlib import Path

    import pandas

GRID_LIMIT: Final = 2_000
"""Commands and readings in a world of cells."""
ARENA_LIMIT: Final = 50_000
"""In an arena the seconds end a program; this only stops what reads without end."""
_MOST: Final = 1_000_000
_LONGEST_MESSAGE: Final = 300


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stopped a program: an exception of its own."""

    name: str = ""
    message: str = ""
    line: int = 0
    """Line of the program; 0 when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a program did in a world, from beginning to end.

    Left at the end of a cell, it shows the replay with its text twin.

    Examples
    --------
    >>> from ailab.robot import simulate
    >>> def program(robot):
    ...     robot.forward(4)
    >>> run = simulate(program, "first_steps")
    >>> run.solved
    True
    """

    trace: Trace
    outcome: Outcome
    stopped: Stopped = field(default_factory=Stopped)

    @property
    def solved(self) -> bool:
        """Whether everything in the world is as it should be at the end."""
        return self.outcome.solved

    def play(self) -> Any:
        """Return a player: play, step, and see the line of the program that is being executed.

        Examples
        --------
        >>> from ailab.robot import follow, simulate
        >>> player = simulate(follow(["forward"]), "first_steps").play()
        """
        from ailab.robot import replay

        return replay.play(self.trace, self.outcome)

    def to_svg(self) -> str:
        """Return the replay as an animated SVG picture.

        Examples
        --------
        >>> from ailab.robot import follow, simulate
        >>> simulate(follow(["forward"]), "first_steps").to_svg()[:4]
        '<svg'
        """
        from ailab.robot import replay

        return replay.svg(self.trace)

    def to_html(self) -> str:
        """Return the replay as a page of its own, to take home.

        Examples
        --------
        >>> from ailab.robot import follow, simulate
        >>> simulate(follow(["forward"]), "first_steps").to_html()[:15]
        '<!DOCTYPE html>'
        """
        from ailab.lang import reader_language
        from ailab.robot import replay

        return replay.html(self.trace, self.outcome, reader_language())

    def to_gif(self, path: "str | Path") -> "Path":
        """Write the replay as an animated GIF, and return its path; needs Pillow.

        Parameters
        ----------
        path : str or Path
            Where to write it.

        Examples
        --------
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from ailab.robot import follow, simulate
        >>> with TemporaryDirectory() as folder:
        ...     simulate(follow(["forward"]), "first_steps").to_gif(Path(folder) / "run.gif").name
        'run.gif'
        """
        from ailab.robot import replay

        return replay.gif(self.trace, path)

    def to_frame(self) -> "pandas.DataFrame":
        """Return the trace as a table, one row a pose.

        Examples
        --------
        >>> from ailab.robot import follow, simulate
        >>> simulate(follow(["forward", "turn_left"]), "first_steps").to_frame()["heading"].tolist()
        [90, 90, 0]
        """
        from ailab.robot import replay

        return replay.frame(self.trace)

    def __repr__(self) -> str:
        """Return world and end, for a person."""
        return f"Run({self.trace.world.name!r}, seed={self.trace.seed}, ended={self.outcome.ended!r}, solved={self.solved})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from ailab.lang import reader_language
        from ailab.robot import replay

        bundle = dict(replay.mimebundle(self.trace, self.outcome, reader_language()))
        trouble = self.trouble()
        if trouble:
            bundle["text/plain"] = f"{trouble}\n{bundle.get('text/plain', '')}".rstrip()
            bundle["text/html"] = f"{_paragraph(trouble, reader_language())}{bundle.get('text/html', '')}"
        return bundle

    def trouble(self) -> str:
        """Return in the reader's language what stopped the program before its end, or an empty text.

        Examples
        --------
        >>> from ailab.robot import simulate
        >>> def program(robot):
        ...     robot.forward(-1)
        >>> simulate(program, "first_steps").trouble()
        'Line 2 of your program stopped it. `forward` got `-1`. It needs a whole number from 0 to 10000, for instance `forward(2)`.'
        """
        stopped = self.stopped
        if not stopped.name:
            return ""
        where = say("Line {line} of your program stopped it.").format(line=stopped.line) if stopped.line else say("Your program stopped.")
        if stopped.name in _OWN:
            return f"{where} {stopped.message}"
        return f"{where} `{stopped.name}`: {stopped.message}"


_OWN: Final = ("RobotMisused", "RobotClosed", "UnknownVerb", "UnknownWorld")


def simulate(
    program: Any,
    world: Any,
    *,
    seed: int = 0,
    limit: int | None = None,
    seconds: float = 120.0,
    patience_s: float = 5.0,
) -> Run:
    """Run a program to its end in a world, without waiting for anything, and return what happened.

    Parameters
    ----------
    program : callable
        A function with one parameter, the robot.
    world : str, GridWorld or Arena
        Name of a world, or a world.
    seed : int
        The same seed gives the same run, everywhere.
    limit : int, optional
        Commands and readings after which a program is ended; 2,000 in a world of cells.
    seconds : float
        Virtual seconds after which a program is ended in an arena.
    patience_s : float
        Real seconds after which a program is ended that does not use the robot.

    Returns
    -------
    Run
        Its trace and outcome. What the program did wrong is told there, never raised.

    Raises
    ------
    RobotMisused
        When this is no program, or a number makes no sense.
    UnknownWorld
        When there is no such world.

    Examples
    --------
    >>> def program(robot):
    ...     while not robot.at_goal():
    ...         robot.forward()
    >>> simulate(program, "first_steps").outcome.moves
    4
    >>> def endless(robot):
    ...     while True:
    ...         robot.turn_left()
    >>> simulate(endless, "first_steps").outcome.ended
    'too_long'
    """
    check_program(program)
    found = find_world(world)
    usual = GRID_LIMIT if isinstance(found, GridWorld) else ARENA_LIMIT
    text, first = program_text(program)
    locate = locator(program, first, text.count("\n") + 1)
    terms = Terms(
        limit=usual if limit is None else whole_number("limit", limit, 1, _MOST),
        seconds=real_number("seconds", seconds, 0.05, 3600, "seconds=120"),
        in_run=True,
        locate=locate if text else None,
        source=text,
    )
    with Robot(found, seed, terms=terms) as robot:
        ended, stopped = _to_its_end(program, robot, real_number("patience_s", patience_s, 0.01, 3600, "patience_s=5"), locate)
    return Run(trace=robot.trace, outcome=robot._outcome(ended, stopped.name), stopped=stopped)


def _to_its_end(program: Any, robot: Robot, patience_s: float, locate: Locate) -> tuple[Ended, Stopped]:
    try:
        with patience(patience_s):
            program(robot)
    except RunEnds as end:
        return end.ended, Stopped()
    except PatienceEnds:
        return "too_long", Stopped()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the program did; Ctrl-C and timers outside pass
        return "error", Stopped(type(error).__name__, _message(error), _line(error.__traceback__, locate))
    # A program may swallow what ends it; the robot remembers.
    return robot._ended, Stopped()


def _message(error: BaseException) -> str:
    try:
        return str(error)[:_LONGEST_MESSAGE]
    except Exception:  # noqa: BLE001 - the learner may have written __str__
        return shown(error)


def _line(trace: TracebackType | None, locate: Locate) -> int:
    """Return the last line of the program that an exception came through."""
    found = 0
    while trace is not None:
        found = locate(_Place(trace)) or found  # type: ignore[arg-type]
        trace = trace.tb_next
    return found


class _Place:
    """A step of a traceback, looked at like a frame: its line is the one that raised."""

    def __init__(self, trace: TracebackType) -> None:
        self.f_code, self.f_lineno, self.f_back = trace.tb_frame.f_code, trace.tb_lineno, None


def _paragraph(text: str, language: str) -> str:
    import re
    from html import escape

    marked = re.sub(r"`([^`]+)`", r'<bdi dir="ltr"><code>\1</code></bdi>', escape(text, quote=False))
    direction = "rtl" if language == "ar" else "ltr"
    return f'<p class="ailab-run" dir="{direction}" lang="{language}" style="text-align:start;line-height:1.7">{marked}</p>'
