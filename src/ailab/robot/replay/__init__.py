"""Pictures of robot runs, made from a trace alone: for a notebook, a page to take home, a film, a table, a player.

Everything but the film, the table and the player needs the standard library only.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ailab.lang import Language, reader_language
from ailab.robot.replay import bundle, picture, twin
from ailab.robot.trace import Outcome, Trace

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["frame", "gif", "html", "mimebundle", "play", "svg", "text"]


def svg(trace: Trace, *, language: Language | None = None, animate: bool = True) -> str:
    """Return a run as one picture that plays by itself, or as a still one of its end.

    It holds no script and asks for nothing from outside; equal runs give equal bytes.
    """
    return picture.draw(trace, language or reader_language(), animate=animate)


def text(trace: Trace, outcome: Outcome, language: Language | None = None) -> str:
    """Return the text twin of a run's picture: a drawing in letters and a few sentences."""
    return twin.full_text(trace, outcome, language or reader_language())


def mimebundle(trace: Trace, outcome: Outcome, language: Language | None = None) -> dict[str, Any]:
    """Return what a notebook shows: the picture with words under it, and the text twin."""
    return bundle.mimebundle(trace, outcome, language or reader_language())


def html(trace: Trace, outcome: Outcome, language: Language | None = None) -> str:
    """Return one page that stands alone: to open at home, on a phone, without a network."""
    from ailab.robot.replay.page import stand_alone

    return stand_alone(trace, outcome, language or reader_language())


def gif(trace: Trace, path: str | Path) -> Path:
    """Write a run as a film of at most 300 pictures and return its path; needs Pillow."""
    from ailab.robot.replay.film import write

    return write(trace, Path(path))


def frame(trace: Trace) -> "pd.DataFrame":
    """Return a run as a table: a row for each pose, a column for each sensor that was read."""
    from ailab.robot.replay.table import frame as table

    return table(trace)


def play(trace: Trace, outcome: Outcome, language: Language | None = None) -> Any:
    """Return the player of a run: a widget, with the picture and its twin where widgets cannot live."""
    from ailab.robot.replay.widget import Player

    return Player.of(trace, outcome, language or reader_language())
