"""The clock of a picture: a run, then a pause, so many times, as attributes of SMIL."""

from collections.abc import Iterable

from ailab.robot.replay.motion import PAUSE_S, REPEATS, seconds
from ailab.robot.trace import Trace


class Clock:
    """When things happen in a picture."""

    __slots__ = ("attributes", "last", "runs", "scale")

    def __init__(self, trace: Trace, animate: bool) -> None:
        """Share out the time of a run."""
        lasts = seconds(trace)
        self.last = max(len(trace.time) - 1, 1)
        self.runs = animate and lasts > 0
        self.scale = lasts / (lasts + PAUSE_S)
        self.attributes = f'dur="{lasts + PAUSE_S:g}s" repeatCount="{REPEATS}" fill="freeze"'

    def pose(self, at: int) -> str:
        """Return when a pose is reached, as SMIL writes it."""
        return self.share(at / self.last)

    def share(self, share: float) -> str:
        """Return when a share of the run is done, as short as can be."""
        time = f"{share * self.scale:.4f}".rstrip("0")
        return time[1:] if time != "0." else "0"

    def moves(self, kind: str, values: Iterable[str], shares: Iterable[float], name: str = "transform") -> str:
        """Return an even animation through values, which rests at the last until the end."""
        told = [*values]
        times = ";".join(map(self.share, shares))
        tag = "animate" if kind == "" else "animateTransform"
        typed = f' type="{kind}"' if kind else ""
        return f'<{tag} attributeName="{name}"{typed} values="{";".join(told)};{told[-1]}" keyTimes="{times};1" {self.attributes}/>'

    def shows(self, since: int, until: int | None) -> str:
        """Return the animation of something that comes, goes, or both."""
        marks = [at for at in (since, until) if at]
        values = ("1;0" if not since else "0;1;0")[: 1 + 2 * len(marks)]
        times = ";".join(("0", *map(self.pose, marks)))
        return f'<animate attributeName="opacity" calcMode="discrete" values="{values}" keyTimes="{times}" {self.attributes}/>'
